"""Workers that take PDFs from the line in PostgreSQL, in processes of their own, which die."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from postgres import Postgres
from serve_process import Running, free_port
from sqlalchemy import Engine, text
from worker_process import WIZARD, Hire, Worker

from wizard.press.pdf import RefusedAddress, pdf_from_html
from wizard.press.printer import OwnProcess
from wizard.press.problems import RenderFailed, RenderTimedOut, RenderTooLarge
from wizard.press.queued import Queued
from wizard.store.line import PostgresLine, WorkerAtLine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")

PAGE = '<html lang="nb"><title>Prøve</title><p>Prøve {}</p></html>'


def big(rows: int) -> str:
    """Return a page with one long table."""
    return PAGE.format("<table>" + "<tr><td>a</td><td>b</td></tr>" * rows + "</table>")


# It takes some seconds, and a few hundred megabytes.
SLOW = big(4_000)


@pytest.fixture
def queued(engine: Engine) -> Iterator[Queued]:
    """Give the press of somebody who shares the database, and makes PDFs only where they must."""
    press = Queued(PostgresLine(engine), OwnProcess())
    yield press
    press.close()


@contextmanager
def living(worker: WorkerAtLine) -> Iterator[None]:
    """Have a worker say that it lives all the while, and take nothing by itself."""
    over = threading.Event()

    def live() -> None:
        while not over.wait(0.5):
            worker.beat()

    worker.beat()
    thread = threading.Thread(target=live)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def taken(engine: Engine, count: int = 1) -> None:
    """Wait until so many pages are under way."""
    asked = "SELECT count(*) FROM renders WHERE taken_by IS NOT NULL AND NOT ended"
    while True:
        with engine.begin() as connection:
            if connection.execute(text(asked)).scalar_one() == count:
                return
        time.sleep(0.02)


def left(engine: Engine) -> int:
    """Return how many pages and results the line has."""
    with engine.begin() as connection:
        return int(connection.execute(text("SELECT count(*) FROM renders")).scalar_one())


def done(future: Future[bytes]) -> bytes:
    return future.result(120)


def rendering(worker: Worker) -> int:
    """Return the process of a worker that makes the PDF, once there is one."""
    while True:
        for told in Path(f"/proc/{worker.process.pid}/task").glob("*/children"):
            for each in told.read_text("ascii").split():
                with suppress(OSError):
                    if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes():
                        return int(each)
        time.sleep(0.02)


def test_a_worker_gives_the_same_bytes_and_nothing_stays(
    hire: Hire, queued: Queued, engine: Engine
) -> None:
    worker = hire()
    assert done(queued.begin(PAGE)) == pdf_from_html(PAGE)
    assert left(engine) == 0
    assert "PDF: laget" in worker.log


def test_a_worker_killed_in_the_middle_costs_some_seconds_and_no_page(
    hire: Hire, queued: Queued, engine: Engine
) -> None:
    """Another has it before half a minute is gone; it ends once, and nothing stays."""
    workers = {slots: hire(WIZARD_RENDERERS=str(slots)) for slots in (1, 2)}
    under_way = queued.begin(SLOW)
    taken(engine)
    who = "SELECT slots FROM workers JOIN renders ON workers.id = taken_by"
    with engine.begin() as connection:
        first = workers.pop(connection.execute(text(who)).scalar_one())
    (second,) = workers.values()
    first.kill()
    killed = time.monotonic()
    while "forsøk 2" not in second.log:
        assert time.monotonic() - killed < 30, second.log
        time.sleep(0.1)
    assert done(under_way).startswith(b"%PDF-")
    assert left(engine) == 0
    assert "PDF: laget" not in first.log


def test_two_workers_share_the_work_and_each_page_is_made_once(
    hire: Hire, queued: Queued, engine: Engine
) -> None:
    workers = [hire(), hire()]
    pages = [PAGE.format(f"{number} ") * 3 for number in range(40)]
    made = [done(each) for each in [queued.begin(page) for page in pages]]
    assert len(set(made)) == 40
    assert left(engine) == 0
    counts = [each.log.count("PDF: laget") for each in workers]
    assert sum(counts) == 40
    assert min(counts) > 0


def test_when_the_last_worker_dies_we_do_it_ourselves(
    hire: Hire, queued: Queued, engine: Engine
) -> None:
    """Nobody is shut out; and who asks afterwards does not wait for anybody."""
    worker = hire()
    under_way = queued.begin(SLOW)
    taken(engine)
    worker.kill()
    assert done(under_way).startswith(b"%PDF-")
    assert left(engine) == 0
    assert queued.begin(PAGE).done()


def test_without_workers_it_is_made_here_at_once(queued: Queued, engine: Engine) -> None:
    assert queued.begin(PAGE).result(0) == pdf_from_html(PAGE)
    assert queued.works
    assert not queued.idle
    assert left(engine) == 0


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ({"WIZARD_RENDER_SECONDS": "1"}, RenderTimedOut(1)),
        ({"WIZARD_RENDER_MB": "128"}, RenderTooLarge(128)),
    ],
    ids=["hangs", "grows"],
)
def test_what_goes_beyond_its_limits_ends_once_with_the_message_of_today(
    hire: Hire, queued: Queued, setting: dict[str, str], expected: RenderTimedOut | RenderTooLarge
) -> None:
    """It is tried no more: it would do the same again. The next page is made."""
    worker = hire(**setting)
    told = queued.begin(big(30_000)).exception(120)
    assert isinstance(told, type(expected))
    assert told.message == expected.message
    assert worker.log.count("forsøk") == 1
    assert done(queued.begin(PAGE)).startswith(b"%PDF-")


def test_a_page_whose_process_dies_three_times_ends_with_the_message_of_today(
    hire: Hire, queued: Queued, engine: Engine
) -> None:
    """Killed as the machine does it; the worker lives, and makes the next page."""
    worker = hire()
    under_way = queued.begin(big(30_000))
    for number in range(3):
        while worker.log.count("RenderFailed") < number:
            time.sleep(0.02)
        taken(engine)
        time.sleep(0.5)  # until the page has reached the process
        os.kill(rendering(worker), signal.SIGKILL)
    told = under_way.exception(120)
    assert isinstance(told, RenderFailed)
    assert told.message == RenderFailed().message
    assert "forsøk 3" in worker.log
    assert done(queued.begin(PAGE)).startswith(b"%PDF-")
    assert left(engine) == 0


def test_what_a_page_may_not_do_is_told_without_its_content(hire: Hire, queued: Queued) -> None:
    """The one who asked hears that it failed; the log has the kind of it."""
    worker = hire(WIZARD_ENV="production")
    told = queued.begin(PAGE.format('<img alt="x" src="http://hemmelig.no/a">')).exception(60)
    assert isinstance(told, RenderFailed)
    while RefusedAddress.__name__ not in worker.log:
        time.sleep(0.05)
    assert "hemmelig" not in worker.log
    assert all(line.startswith("{") for line in worker.log.splitlines())


def test_told_to_stop_it_finishes_what_is_under_way(
    hire: Hire, queued: Queued, engine: Engine
) -> None:
    """With exit code 0; and what nobody had begun is made by others."""
    worker = hire()
    under_way = queued.begin(SLOW)
    taken(engine)
    assert worker.stop() == 0
    assert "PDF: laget" in worker.log
    assert "forsøk 1" in worker.log
    assert done(under_way).startswith(b"%PDF-")
    assert "Arbeideren har stanset." in worker.log


def test_pages_under_way_survive_the_database(
    hire: Hire, queued: Queued, engine: Engine, postgres: Postgres
) -> None:
    """Its power is cut: the line is empty afterwards, and who asked lays the page in it again."""
    worker = hire()
    under_way = queued.begin(SLOW)
    taken(engine)
    postgres.cut()
    postgres.start()
    assert done(under_way).startswith(b"%PDF-")
    assert left(engine) == 0
    assert worker.process.poll() is None


@pytest.mark.parametrize("renderers", ["0", "1"])
def test_the_web_hands_its_papers_to_workers(
    hire: Hire, database: str, tmp_path: Path, renderers: str
) -> None:
    """The health page and the numbers say how many there are."""
    worker, metrics = hire(), free_port()
    numbers = f"127.0.0.1:{metrics}"
    told = {"DATABASE_URL": database, "WIZARD_METRICS": numbers, "WIZARD_RENDERERS": renderers}
    running = Running(tmp_path / "data", **told)
    try:
        running.wait()
        assert running.get("/klar").endswith("kø: 0 venter\narbeidere: 1\n")
        browser, case = running.example()
        with browser.opener.open(f"{case}notat.pdf") as answer:
            while answer.headers.get_content_type() != "application/pdf":
                time.sleep(0.2)
                answer = browser.opener.open(f"{case}notat.pdf")  # noqa: PLW2901
        assert "PDF: laget" in worker.log
        with urllib.request.urlopen(f"http://{numbers}/metrics") as answer:
            shown = answer.read().decode()
        assert "veiviser_arbeidere 1.0\n" in shown
        assert "veiviser_ko 0.0\n" in shown
        assert "veiviser_svar_total" in shown
    finally:
        running.stop()


def test_no_link_lies_in_the_line(engine: Engine, database: str, tmp_path: Path) -> None:
    """Who can read the line sees what the papers say, and opens no case with it."""
    at_line = WorkerAtLine(engine, 1)
    with living(at_line):  # before the server looks for somebody who does
        running = Running(tmp_path / "data", DATABASE_URL=database, WIZARD_RENDERERS="0")
        try:
            running.wait()
            browser, case = running.example()
            with browser.opener.open(f"{case}notat.pdf"):
                taken_page = at_line.take()
            with engine.begin() as connection:
                row = connection.execute(text("SELECT * FROM renders")).mappings().one()
        finally:
            running.stop()
    at_line.leave()
    link = case.rstrip("/").rpartition("/")[2]
    assert taken_page
    assert taken_page.page.startswith("<!doctype html>")
    assert link not in taken_page.page
    assert link not in str(dict(row))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "Sett DATABASE_URL til veiviserens adresse"),
        ({"DATABASE_URL": "sqlite:///{folder}/saker.sqlite"}, "Sett DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://x@127.0.0.1:1/x"}, "kan ikke brukes"),
        ({"DATABASE_URL": "{empty}"}, "wizard store upgrade"),
        ({"DATABASE_URL": "{empty}", "WIZARD_RENDERERS": "0"}, "minst en prosess"),
        ({"WIZARD_RENDERERS": "to"}, "WIZARD_RENDERERS er «to»"),
    ],
    ids=["nothing", "sqlite", "down", "empty", "none", "words"],
)
def test_a_worker_that_cannot_start_says_what_to_do(
    told: dict[str, str], said: str, postgres: Postgres, tmp_path: Path
) -> None:
    """In sentences, with exit code 1, and without making anything."""
    sqlite3.connect(tmp_path / "saker.sqlite").close()
    empty = postgres.new()
    places = {"folder": tmp_path, "empty": postgres.url(empty)}
    environment = {name: each.format(**places) for name, each in told.items()}
    environment |= {"PATH": os.environ["PATH"]}
    done = subprocess.run(
        [WIZARD, "worker"],
        env=environment,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        timeout=60,
    )
    postgres.drop(empty)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "instance").exists()


def test_a_worker_shares_nothing_with_its_neighbours_but_the_database(
    hire: Hire, engine: Engine
) -> None:
    """Several on one machine are several at the line; each that leaves is counted no more."""
    line = PostgresLine(engine)
    first, second = hire(WIZARD_RENDERERS="2"), hire()
    state = line.state()
    assert (state.workers, state.slots) == (2, 3)
    assert first.stop() == 0
    state = line.state()
    assert (state.workers, state.slots) == (1, 1)
    second.stop()
