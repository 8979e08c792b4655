"""The real command in processes of its own: how it stops, shares, and is not shut out of."""

import json
import os
import re
import signal
import socket
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from serve_process import Running, free_port

LINK = re.compile(r"[a-z2-7]{26}")
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
Start = Callable[..., Running]


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
