"""PDFs for many: the same bytes from any process, made once, and never worth a hanging server."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from memos import memo_for

from wizard.memo.html import render_html
from wizard.press.kept import Kept
from wizard.press.pdf import PdfUnavailable, RefusedAddress, UnprintableCharacters, pdf_from_html
from wizard.press.printer import Draft, OwnProcess, Press, Printer, finished, make_press
from wizard.press.problems import RenderFailed, RenderTooLarge
from wizard.press.workers import Limits

PAGE = '<html lang="nb"><title>Prøve</title><p>Prøve {}</p></html>'
PATIENT = Limits(seconds=300)


def big(rows: int) -> str:
    """Return a page with one long table."""
    return PAGE.format("<table>" + "<tr><td>a</td><td>b</td></tr>" * rows + "</table>")


@pytest.fixture
def press() -> Iterator[Press]:
    """Give a press of one process."""
    press = make_press(1, PATIENT)
    yield press
    press.close()


def printer(press: Press, folder: Path, patience: float = 300) -> Printer:
    """Return a printer that keeps what it makes in a folder."""
    return Printer(press, Kept(folder), patience)


def asked_until_ready(printer: Printer, page: str) -> bytes:
    """Ask again and again, as the page does that is shown meanwhile."""
    while (content := printer.pdf(finished(page), "1")) is None:
        time.sleep(0.05)
    return content


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_worker_gives_the_same_bytes_as_our_own_process(
    press: Press, monkeypatch: pytest.MonkeyPatch, seed: str
) -> None:
    """Another process, and another order of everything that is hashed."""
    monkeypatch.setenv("PYTHONHASHSEED", seed)
    page = render_html(memo_for("oslo"), stylesheets=())
    assert press.begin(page).result() == pdf_from_html(page)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")
def test_a_worker_killed_while_it_renders_is_told_and_the_next_page_is_made() -> None:
    """As when the machine runs out of memory and picks the largest."""
    press = make_press(1, Limits(seconds=300, megabytes=100_000))  # nothing but the kill ends it
    try:
        assert press.begin(PAGE).result().startswith(b"%PDF-")
        under_way = press.begin(big(100_000))
        (pid,) = press.pids  # type: ignore[attr-defined] # a press of processes has them
        while not under_way.running():
            time.sleep(0.01)
        time.sleep(1)  # it has the page: it needs many times that for it
        os.kill(pid, signal.SIGKILL)
        assert isinstance(under_way.exception(), RenderFailed)
        assert press.begin(PAGE).result().startswith(b"%PDF-")
    finally:
        press.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only there can memory be limited")
def test_a_page_beyond_the_memory_is_told_and_the_next_page_is_made() -> None:
    """It is stopped before it has what it wants."""
    press = make_press(1, Limits(seconds=300, megabytes=128))
    try:
        assert isinstance(press.begin(big(30_000)).exception(), RenderTooLarge)
        assert press.begin(PAGE).result().startswith(b"%PDF-")
    finally:
        press.close()


def test_a_machine_without_pango_is_told_so_by_its_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library fails to load, as it does there; the message names what to install."""
    broken = "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"
    (tmp_path / "weasyprint.py").write_text(broken, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    press = make_press(1, PATIENT)
    try:
        told = press.begin(PAGE).exception()
    finally:
        press.close()
    assert isinstance(told, PdfUnavailable)
    assert "libpango-1.0-0" in told.message.nn


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    """Not by this server, nor by one that starts later: its press is closed, and cannot."""
    press = make_press(1, PATIENT)
    first = printer(press, tmp_path)
    made = first.pdf(finished(PAGE), "1")
    first.close()
    assert first.pdf(finished(PAGE), "1") == made
    assert printer(press, tmp_path).pdf(finished(PAGE), "1") == made
    with pytest.raises(RuntimeError):
        printer(press, tmp_path).pdf(finished(PAGE.format("annet")), "1")


def test_nobody_is_kept_waiting_and_who_asks_again_gets_it(press: Press, tmp_path: Path) -> None:
    """A process that has to start is not ready in no time."""
    impatient = printer(press, tmp_path, patience=0)
    assert impatient.pdf(finished(PAGE), "1") is None
    assert asked_until_ready(impatient, PAGE).startswith(b"%PDF-")
    assert impatient.pdf(finished(PAGE), "1") is not None


def test_a_draft_is_composed_once_however_often_somebody_asks(press: Press, tmp_path: Path) -> None:
    """Composing holds up everybody else; another mark, or nothing left of it, is composed anew."""
    composed: list[str] = []

    def draft(mark: str) -> Draft:
        def compose() -> str:
            composed.append(mark)
            return PAGE.format(mark)

        return Draft(mark, compose)

    here = printer(press, tmp_path, patience=0)
    while here.pdf(draft("a"), "1") is None:
        time.sleep(0.05)
    assert here.pdf(draft("a"), "1") is not None
    assert composed == ["a"]
    assert here.pdf(draft("b"), "1") is None
    here.pdf(draft("a"), "2")
    assert composed == ["a", "b", "a"]
    here.forget("1")
    here.pdf(draft("a"), "1")
    assert composed == ["a", "b", "a", "a"]


def test_an_error_is_told_once_and_then_tried_again(press: Press, tmp_path: Path) -> None:
    """Who waits hears of it; who asks again is not answered with old news."""
    page = PAGE.format('<img alt="x" src="http://example.org/a.png">')
    impatient = printer(press, tmp_path, patience=0)
    assert impatient.pdf(finished(page), "1") is None
    with pytest.raises(RefusedAddress):
        asked_until_ready(impatient, page)
    assert impatient.pdf(finished(page), "1") is None


def test_what_is_begun_ahead_is_there_when_it_is_asked_for(press: Press, tmp_path: Path) -> None:
    """Closing waits for nobody but the one who composes; the file then comes by itself."""
    ahead = printer(press, tmp_path, patience=0)
    ahead.ahead(finished(PAGE), "1")
    while not list(tmp_path.glob("1-*.pdf")):
        time.sleep(0.05)
    assert ahead.pdf(finished(PAGE), "1") is not None


def test_what_cannot_be_made_ahead_troubles_nobody(press: Press, tmp_path: Path) -> None:
    """Nobody has asked yet."""

    def cannot() -> str:
        raise ValueError("ikke ferdig")

    ahead = printer(press, tmp_path)
    ahead.ahead(Draft("", cannot), "1")
    ahead.close()
    assert list(tmp_path.iterdir()) == []


def test_what_was_forgotten_while_it_was_made_is_not_kept(press: Press, tmp_path: Path) -> None:
    """The case was deleted meanwhile."""
    impatient = printer(press, tmp_path, patience=0)
    assert impatient.pdf(finished(PAGE), "1") is None
    impatient.forget("1")
    patient = printer(press, tmp_path / "andre")
    assert patient.pdf(finished(PAGE.format("etter")), "2") is not None  # the first is done by then
    assert list(tmp_path.glob("1-*")) == []


def test_a_disk_that_keeps_nothing_still_gives_the_pdf(press: Press, tmp_path: Path) -> None:
    """What is made stays at hand until it is asked for."""
    in_the_way = tmp_path / "fil"
    in_the_way.touch()
    impatient = printer(press, in_the_way, patience=0)
    assert impatient.pdf(finished(PAGE), "1") is None
    assert asked_until_ready(impatient, PAGE).startswith(b"%PDF-")


def test_signs_that_cannot_be_printed_are_named_before_anything_starts(
    press: Press, tmp_path: Path
) -> None:
    """No process is needed to see that."""
    with pytest.raises(UnprintableCharacters, match="U\\+1F600"):
        printer(press, tmp_path).pdf(finished(PAGE.format("😀")), "1")
    assert press.pids == []  # type: ignore[attr-defined] # a press of processes has them


def test_without_processes_it_is_made_here_when_it_is_asked_for(tmp_path: Path) -> None:
    """And never ahead, since that would keep somebody waiting."""
    here = printer(OwnProcess(), tmp_path, patience=0)
    here.ahead(finished(PAGE), "1")
    here.close()
    assert list(tmp_path.iterdir()) == []
    assert here.pdf(finished(PAGE), "1") == pdf_from_html(PAGE)
    with pytest.raises(RefusedAddress):
        here.pdf(finished(PAGE.format('<img alt="x" src="http://example.org/a.png">')), "1")
