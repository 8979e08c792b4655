"""The real command in processes of its own: how it stops, shares, and is not shut out of."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from running import Browser

LINK = re.compile(r"[a-z2-7]{26}")
EXAMPLE = re.compile(r'action="(/nb/eksempel/[^"]+)"')
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
Start = Callable[..., "Running"]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


class Running:
    """A `wizard serve` that answers, and what it has written to its log."""

    def __init__(self, folder: Path, **told: str) -> None:
        folder.mkdir(exist_ok=True)
        self.port, self._log = free_port(), folder / "logg"
        self.address = f"http://127.0.0.1:{self.port}"
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        environment = {**kept, "WIZARD_FOLDER": str(folder), "WIZARD_RENDERERS": "0", **told}
        command = [str(Path(sys.executable).with_name("wizard")), "serve", "--port", str(self.port)]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(command, env=environment, stderr=log, stdout=log)

    def wait(self) -> "Running":
        for _ in range(900):
            try:
                if self.get("/klar") == "database: ja\nregler: ja\npresse: ja\n":
                    return self
            except OSError:
                assert self.process.poll() is None, self.log
                time.sleep(0.1)
        raise TimeoutError(self.log)

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=60) as answer:  # noqa: S310 - ours
            content: bytes = answer.read()
            return content.decode()

    def asked(
        self, method: str, path: str, headers: Mapping[str, str] | None = None
    ) -> http.client.HTTPResponse:
        """Return the answer to any request."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request(method, path, headers=dict(headers or {}))
            answer = connection.getresponse()
            answer.read()
            return answer

    def example(self) -> tuple[Browser, str]:
        """Return a browser with a case of an example, and the case's address."""
        browser = Browser()
        _, page = browser.get(f"{self.address}/nb/")
        way = EXAMPLE.findall(page)[0]
        where, _ = browser.post(f"{self.address}{way}", page, {})
        return browser, where.removesuffix("rad")

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(90)

    def parts(self) -> list[int]:
        """Return the processes that it has started."""
        pid = self.process.pid
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
        return [int(each) for each in told.split()]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Give what starts a server; all are ended afterwards."""
    started: list[Running] = []

    def begin(**told: str) -> Running:
        started.append(Running(tmp_path / "data", **told))
        return started[-1].wait()

    yield begin
    for each in started:
        each.process.kill() if each.process.poll() is not None else each.stop()


@pytest.mark.parametrize("processes", ["1", "2"])
def test_told_to_stop_it_delivers_the_memo_under_way(start: Start, processes: str) -> None:
    """Who asked gets the whole file; nobody new is let in; the end is as it should be."""
    running = start(WIZARD_PROCESSES=processes)
    browser, case = running.example()
    got: list[bytes] = []

    def fetch() -> None:
        with browser.opener.open(f"{case}notat.pdf", timeout=90) as answer:
            got.append(answer.read())

    fetching = threading.Thread(target=fetch)
    fetching.start()
    time.sleep(0.3)  # the memo takes longer than that: it is made in the server itself
    assert not got
    assert running.stop() == 0
    fetching.join(90)
    assert got
    assert got[0].startswith(b"%PDF-")
    assert got[0].rstrip().endswith(b"%%EOF")
    with pytest.raises(OSError, match="refused"):
        running.get("/helse")


def test_idle_and_slow_connections_shut_nobody_out(start: Start) -> None:
    """Four hundred that say nothing, and sixty that never finish saying it."""
    running = start()
    place = ("127.0.0.1", running.port)
    held = [socket.create_connection(place) for _ in range(460)]
    for each in held[400:]:
        each.sendall(b"POST /nb/kommune HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\ntyped=")
    for _ in range(5):
        assert "<h1" in running.get("/nb/kommune")
    for each in held:
        each.close()


def test_a_process_that_dies_is_replaced_and_the_others_answer(start: Start) -> None:
    """And both know the case, the session and the form of the other."""
    running = start(WIZARD_PROCESSES="2")
    while len(first := running.parts()) < 2:  # the first answers before the other is there
        time.sleep(0.05)
    os.kill(first[0], signal.SIGKILL)
    while first[0] in running.parts():
        time.sleep(0.05)
    browser, case = running.example()
    for _ in range(8):  # each request is a connection of its own, dealt out by the system
        where, page = browser.get(f"{case}sporsmal?bare=folketall&fra=svar")
        browser.post(where, page, {"svar_folketall": "790"})
    for _ in range(600):
        if len(running.parts()) == 2 and first[0] not in running.parts():
            break
        time.sleep(0.1)
    assert len(running.parts()) == 2
    assert "En av prosessene stanset (-9)" in running.log


def test_processes_end_when_the_one_that_started_them_is_killed(start: Start) -> None:
    running = start(WIZARD_PROCESSES="2")
    parts = running.parts()
    running.process.kill()
    running.process.wait()
    for _ in range(600):
        if not any(Path(f"/proc/{each}/cwd").exists() for each in parts):
            return
        time.sleep(0.1)
    raise AssertionError("they go on")


def test_several_that_cannot_start_say_why_once(tmp_path: Path) -> None:
    running = Running(tmp_path / "data", WIZARD_PROCESSES="2", DATABASE_URL="sqlite:////proc/x/y")
    assert running.process.wait(90) == 1
    assert "Traceback" not in running.log
    assert "/proc/x" in running.log


def test_numbers_are_those_of_all_processes_and_only_at_their_own_address(start: Start) -> None:
    """No link of a case is a label; an address that leads nowhere is not one either."""
    port = free_port()
    running = start(WIZARD_PROCESSES="2", WIZARD_METRICS=f"127.0.0.1:{port}")
    _, case = running.example()
    for _ in range(20):
        running.get("/nb/kommune")
    assert running.asked("GET", "/metrics").status == 404
    running.asked("OPSPORT", "/nb/finnes-ikke")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        told = answer.read().decode()
    assert 'veiviser_svar_total{metode="GET",side="start.choose",status="200"} 20.0' in told
    assert 'metode="annen",side="ukjent"' in told
    found = LINK.search(case)
    assert found
    assert found[0] not in told
    assert "finnes-ikke" not in told


def test_production_logs_json_with_a_request_id_and_no_link(start: Start) -> None:
    """Every line can be read by a machine, from the first to the last."""
    production = {
        "WIZARD_ENV": "production",
        "WIZARD_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
        "WIZARD_PUBLIC_URL": "https://veiviser.kommunen.no",
        "WIZARD_OWNER": "Kommunen",
        "WIZARD_CONTACT": "post@kommunen.no",
    }
    running = start(**production)
    ours = {"Host": "veiviser.kommunen.no", "X-Request-ID": "0123abcd-0123"}
    answer = running.asked("GET", "/nb/sak/" + "a" * 26 + "/rad", ours)
    assert answer.headers["X-Request-ID"] == "0123abcd-0123"
    assert running.stop() == 0
    lines = [json.loads(line) for line in running.log.splitlines()]
    found = [line for line in lines if line["request_id"] == "0123abcd-0123"]
    assert found[-1]["message"].startswith("GET /<language:language>/sak/<link:link>/rad 404")
    assert {"time", "level", "logger"} <= set(found[-1])
    assert "a" * 26 not in running.log
