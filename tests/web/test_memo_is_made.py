"""While a PDF is made: nobody hangs, the page says how it goes, and ends in the download."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from clock import Clock
from flask import Flask
from pages import Page, Site, read_page
from question_book import question_book

from wizard.app import close, create_app
from wizard.press.kept import Kept
from wizard.press.pdf import pdf_from_html, warm_up
from wizard.press.printer import OwnProcesses, Printer
from wizard.press.workers import Job, Limits
from wizard.settings import Settings
from wizard.web.services import services_of

Serve = Callable[[float], Site]


@pytest.fixture
def serve(tmp_path: Path, clock: Clock) -> Iterator[Serve]:
    """Give what opens a site whose one process makes PDFs, and who waits so many seconds."""
    opened: list[Flask] = []

    def site(patience: float) -> Site:
        settings = Settings(folder=tmp_path, renderers=1, render_seconds=300, patience=patience)
        opened.append(create_app(settings, question_book(), clock))
        return Site(opened[-1].test_client())

    yield site
    for app in opened:
        close(app)


def followed(site: Site, address: str) -> Page:
    """Ask again as the page asks the browser to, until it has something else to say."""
    page = site.get(address)
    while page.response.headers.get("Refresh") == "2":
        time.sleep(0.05)
        page = site.get(address)
    return page


def told_in_the_end(site: Site, address: str) -> Page:
    """Ask again until there is a problem to tell."""
    while (answer := site.client.get(address)).status_code == 200:
        time.sleep(0.05)
    return read_page(answer, 503)


@pytest.mark.parametrize(
    ("language", "making", "ready"),
    [
        ("nb", "Notatet lages …", "Notatet er klart"),
        ("nn", "Notatet blir laga …", "Notatet er klart"),
    ],
)
def test_the_page_says_how_it_goes_and_leads_to_the_download(
    serve: Serve, language: str, making: str, ready: str
) -> None:
    """A process that has to start is not ready in no time; the page asks, and then hands over."""
    site = serve(0)
    case = site.new_case(language=language)
    answer = site.client.get(f"{case}notat.pdf")
    assert (answer.status_code, answer.location) == (303, f"{case}notat/lages")
    page = site.get(f"{case}notat/lages")
    assert page.heading == making
    assert page.response.headers["Refresh"] == "2"
    assert page.all("a", href=f"{case}notat.html")
    assert "script" not in page.response.headers["Content-Security-Policy"]
    page = followed(site, f"{case}notat/lages")
    assert page.heading == ready
    assert page.response.headers["Refresh"] == f"1; url={case}notat.pdf"
    assert page.one("a", href=f"{case}notat.pdf").text
    answer = site.client.get(f"{case}notat.pdf")
    assert answer.data.startswith(b"%PDF-")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_who_waits_for_a_moment_just_gets_the_file(serve: Serve) -> None:
    """No page between, where it is ready in time; and it is the file that is made here, too."""
    site = serve(300)
    case = site.new_case()
    answer = site.client.get(f"{case}notat.pdf")
    assert answer.data.startswith(b"%PDF-")
    assert answer.data == site.client.get(f"{case}notat.pdf").data


@pytest.mark.parametrize("page", ["rad", "notat", "gjennomgang"])
def test_whoever_reads_the_advice_has_the_memo_ready(
    serve: Serve, tmp_path: Path, page: str
) -> None:
    """It is begun by the page, and given at the first asking though nobody waits."""
    site = serve(0)
    case = site.new_case()
    links = site.post(f"{case}radgiver", {"ga": "lag"}).all("a", class_="link-box ds-link")
    adviser = links[2].attributes["href"].removeprefix("http://localhost")
    site.get(f"{adviser if page == 'gjennomgang' else case}{page}")
    while not list((tmp_path / "notater").glob("*.pdf")):
        time.sleep(0.05)
    assert site.client.get(f"{case}notat.pdf").data.startswith(b"%PDF-")


def test_a_deleted_case_leaves_no_memo_behind(serve: Serve, tmp_path: Path) -> None:
    """What was kept to be quick goes with the case; another's stays."""
    site = serve(300)
    mine, other = site.new_case(), site.new_case()
    for case in (mine, other):
        assert site.client.get(f"{case}notat.pdf").data.startswith(b"%PDF-")
    while len(list((tmp_path / "notater").glob("*.pdf"))) < 2:
        time.sleep(0.05)
    site.post(f"{mine}slett", {})
    assert len(list((tmp_path / "notater").iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")
def test_in_a_flood_one_is_told_to_come_back(serve: Serve, tmp_path: Path) -> None:
    """The process stands still, nobody may wait: the second case is offered the page instead."""
    site = serve(0)
    app = site.client.application
    press = OwnProcesses(Job(pdf_from_html, warm_up, Limits(seconds=300, waiting=0)), 1)
    printer = Printer(press, Kept(tmp_path / "andre"), 0)
    replace(services_of(app), printer=printer).attach(app)
    first, second = site.new_case(), site.new_case()
    try:
        assert site.client.get(f"{first}notat.pdf").status_code == 303
        (pid,) = press.pids
        os.kill(pid, signal.SIGSTOP)
        answer = site.client.get(f"{second}notat.pdf")
        assert answer.headers["Retry-After"] == "30"
        page = site.get(f"{second}notat.pdf", 503)
        assert "Prøv igjen om litt." in page.text
        assert page.one("a", href=f"{second}notat.html").text
        os.kill(pid, signal.SIGKILL)
        page = told_in_the_end(site, f"{first}notat/lages")
        assert "Noe stanset mens vi laget PDF-en." in page.text
    finally:
        printer.close()


def test_whoever_only_reads_may_wait_too(serve: Serve) -> None:
    """The pages are the same behind the link for reading."""
    site = serve(300)
    boxes = site.get(f"{site.new_case()}lagre").all("a", class_="link-box ds-link")
    reading = boxes[1].attributes["href"].removeprefix("http://localhost")
    assert site.get(f"{reading}notat/lages").heading == "Notatet er klart"
