"""Servers are killed between two steps, and two share a case: it goes on."""

import urllib.error
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Browser, Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Give a running server."""
    running = Server(tmp_path)
    running.wait()
    yield running
    running.kill()


@pytest.fixture
def two(tmp_path: Path, database_url: str) -> Iterator[tuple[Server, Server]]:
    """Give two servers on one database, as on two machines: each with a folder of its own."""
    shared = {"DATABASE_URL": database_url, "WIZARD_SECRET_KEY": "0123456789abcdef" * 2}
    one, other = (Server(tmp_path / name, shared) for name in ("en", "to"))
    one.wait()
    other.wait()
    yield one, other
    one.kill()
    other.kill()


def test_a_server_killed_between_two_steps_has_lost_nothing(server: Server) -> None:
    """The answers of the first step are there, and the open second step can be sent."""
    browser = Browser()
    where, page = browser.get(f"{server.address}/nb/kommune")
    where, _ = browser.post(where, page, {"typed": "5044"})
    case = where.partition("/lagre")[0]
    where, page = browser.get(f"{case}/sporsmal?bare=folketall&fra=tema&side=kommunen/tall")
    where, page = browser.post(where, page, {"svar_folketall": "790"})
    second = where
    server.kill()
    with pytest.raises(urllib.error.URLError):
        browser.get(case + "/")
    server.start()
    server.wait()
    assert "790 innbyggere" in browser.get(case + "/svar")[1].replace("\u00a0", " ")
    where, _ = browser.post(second, page, {})
    assert where != second


def test_two_servers_take_turns_in_one_case(two: tuple[Server, Server]) -> None:
    """What one saves the other shows; one is killed, and its open page is sent to the other."""
    browser, (one, other) = Browser(), two
    where, page = browser.get(f"{one.address}/nb/kommune")
    where, _ = browser.post(where, page, {"typed": "5044"})
    here = where.partition("/lagre")[0]
    there = here.replace(one.address, other.address)

    def asked(case: str, fact: str) -> tuple[str, str]:
        return browser.get(f"{case}/sporsmal?bare={fact}&fra=svar")

    def shown(case: str) -> str:
        return browser.get(f"{case}/svar")[1].replace("\u00a0", " ")

    for turn, (case, elsewhere) in enumerate([(here, there), (there, here)] * 3):
        browser.post(*asked(case, "folketall"), {"svar_folketall": str(790 + turn)})
        assert f"{790 + turn} innbyggere" in shown(elsewhere)

    where, page = asked(here, "boligmangel_antall")
    browser.post(*asked(there, "boligmangel_antall"), {"svar_boligmangel_antall": "71"})
    with pytest.raises(urllib.error.HTTPError, match="409") as told:
        browser.post(where, page, {"svar_boligmangel_antall": "82"})
    assert "71 boliger" in shown(here)
    browser.post(where, told.value.read().decode(), {"svar_boligmangel_antall": "82"})
    assert "82 boliger" in shown(there)

    where, page = asked(here, "folketall")
    one.kill()
    browser.post(where.replace(here, there), page, {"svar_folketall": "799"})
    assert "799 innbyggere" in shown(there)
    one.start()
    one.wait()
    assert shown(here) == shown(there)
