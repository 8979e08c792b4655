"""The door for programs says what the command line says, to the octet."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from api_cases import journey_file, printed, send
from clock import Clock
from flask.testing import FlaskClient
from pages import Site

from wizard import clock
from wizard.domain.rulebook import Rulebook


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command line live on the day of the app."""
    monkeypatch.setattr(clock, "today", Clock())


@pytest.fixture
def sak(tmp_path: Path, real_book: Rulebook) -> Path:
    """Return the case file of a journey."""
    path = tmp_path / "sak.json"
    path.write_bytes(journey_file(real_book))
    return path


@pytest.mark.parametrize("options", [{}, {"lang": "nn"}, {"lang": "nb", "as_of": "2026-03-25"}])
def test_advice_is_that_of_the_command_line(
    api: FlaskClient, sak: Path, options: dict[str, str]
) -> None:
    """In the case's own language unless told, on the case's own day unless told."""
    said = send(api, "/advise", sak.read_bytes(), query_string=options)
    assert said.status_code == 200
    assert said.data == printed("advise", sak, "--json", *as_options(options))


@pytest.mark.parametrize("options", [{}, {"lang": "nn", "as_of": "2027-03-01"}])
@pytest.mark.parametrize("scheme", ["startlan", "boligkoordinator"])
def test_the_trace_is_that_of_the_command_line(
    api: FlaskClient, sak: Path, scheme: str, options: dict[str, str]
) -> None:
    query = {"ordning": scheme, **options}
    said = send(api, "/explain", sak.read_bytes(), query_string=query)
    printed_json = printed("explain", sak, scheme, "--json", *as_options(options))
    assert said.data == printed_json
    lines = printed("explain", sak, scheme, *as_options(options)).decode().splitlines()
    assert list(outline(said.get_json()["begrunnelse"])) == lines[:-2]


def test_every_leaf_of_a_trace_has_its_fact_with_value_and_where_that_is_from(
    api: FlaskClient, sak: Path, real_book: Rulebook
) -> None:
    """All the leaves of the rules that were looked at, as many as there are."""
    told = send(api, "/explain?ordning=startlan", sak.read_bytes()).get_json()
    leaves = [each for each in nodes(told["begrunnelse"]) if (each["betingelse"] or {}).get("test")]
    assert len(leaves) > 5
    for leaf in leaves:
        asked = leaf["betingelse"]
        assert asked["opplysning"] in real_book.facts
        assert set(asked["funnet"]) == {"verdi", "opphav", "kilde", "per"}
        if asked["funnet"]["opphav"] == "kommunetall":
            assert asked["funnet"]["kilde"] in real_book.sources
            assert asked["funnet"]["per"]
        if asked["funnet"]["verdi"] == {"ukjent": True}:
            assert leaf["utfall"] == "ukjent"


def test_a_comparison_is_that_of_the_command_line(
    api: FlaskClient, sak: Path, tmp_path: Path
) -> None:
    """Of two cases, and of one case on two days, with the file sent once."""
    case = json.loads(sak.read_bytes())
    other = {**case, "svar": {**case["svar"], "rekruttering_stoppes": {"ukjent": True}}}
    path = tmp_path / "annen.json"
    path.write_text(json.dumps(other), "utf-8")
    said = send(api, "/compare?lang=nn", {"fra": case, "til": other})
    assert said.data == printed("compare", sak, path, "--json", "--lang", "nn")
    assert not said.get_json()["likt"]
    days = {"as_of_fra": "2026-03-25", "as_of": "2026-03-26"}
    said = send(api, "/compare", {"fra": case}, query_string=days)
    told = ("--as-of-a", "2026-03-25", "--as-of", "2026-03-26")
    assert said.data == printed("compare", sak, sak, "--json", *told)
    assert said.get_json()["regler"]


def test_answers_that_the_rules_no_longer_ask_for_are_named(api: FlaskClient, sak: Path) -> None:
    """They count for nothing, and nobody should believe that they do."""
    case = json.loads(sak.read_bytes())
    case["svar"]["det_vi_spurte_om"] = "ja"
    case["versjoner"] = {"regelverk": "f" * 64}
    assert send(api, "/advise", case).get_json()["utgatte_svar"] == ["det_vi_spurte_om"]


@pytest.mark.parametrize("part", ["radgiver", "gjennomgang"])
def test_a_meeting_that_nobody_can_know_of_moves_no_plan(
    api: FlaskClient, sak: Path, part: str
) -> None:
    """The memo may have any day; one in the year 9999 is most likely a slip."""
    case = json.loads(sak.read_bytes())
    case[part] = {"navn": "Kari", "rolle": "Rådgiver"} if part == "gjennomgang" else {}
    plain = send(api, "/advise", case)
    case[part]["motedato"] = "9999-12-31"
    assert send(api, "/advise", case).get_json() == plain.get_json()
    case[part]["motedato"] = "2027-05-20"
    moved = send(api, "/advise", case).get_json()["tidsplan"]
    assert moved["kommunestyremote"] == "2027-05-20"


def test_nothing_is_stored_and_no_cookie_is_set(api: FlaskClient, sak: Path) -> None:
    folder = api.application.extensions["wizard"].settings.folder
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for address in ("/advise", "/explain?ordning=startlan", "/advise?lang=x"):
        said = send(api, address, sak.read_bytes())
        assert "Set-Cookie" not in said.headers
        assert said.headers["Cache-Control"] == "no-store"
        assert not any(name.startswith("Access-Control") for name, _ in said.headers)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_cookies_of_a_browser_are_neither_needed_nor_renewed(site: Site) -> None:
    """Whoever has a case open in the same browser keeps just what they had."""
    site.new_case()
    site.post(f"{site.new_case()}husk", {"name": "saken"})
    for address in ("/", "/questions", "/advise"):
        answer = site.client.open(f"/api/v1{address}", method="GET")
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")


def as_options(asked: dict[str, str]) -> list[str]:
    """Return the parameters of an address as options of a command."""
    return [part for k, v in asked.items() for part in (f"--{k.replace('_', '-')}", v)]


def nodes(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield each node of a trace, in reading order."""
    for each in tree:
        yield each
        yield from nodes(each["under"])


MARKS = {"oppfylt": "✓ ", "ikke_oppfylt": "✗ ", "ukjent": "? ", None: ""}


def outline(tree: list[dict[str, Any]], depth: int = 0) -> Iterator[str]:
    """Yield a trace as the command line prints it."""
    for each in tree:
        yield f"{'  ' * depth}{MARKS[each['utfall']]}{each['tekst']}"
        yield from outline(each["under"], depth + 1)
