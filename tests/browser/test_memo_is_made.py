"""A slow PDF in a real browser, without JavaScript: the page asks by itself, and then downloads."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from werkzeug.serving import make_server

from wizard.app import close, create_app, load_rulebook
from wizard.paths import RULES
from wizard.press.kept import Kept
from wizard.press.pdf import pdf_from_html, warm_up
from wizard.press.printer import OwnProcesses, Printer
from wizard.press.workers import Job, Limits
from wizard.settings import Settings
from wizard.web.services import services_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")


@dataclass
class Slow:
    """A server whose one process can be made to stand still."""

    address: str
    press: OwnProcesses

    def stand_still(self) -> None:
        for pid in self.press.pids:
            os.kill(pid, signal.SIGSTOP)

    def go_on(self) -> None:
        for pid in self.press.pids:
            os.kill(pid, signal.SIGCONT)


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Slow]:
    """Serve the real rules; who asks for a PDF waits no time at all."""
    app = create_app(Settings(folder=tmp_path), load_rulebook(RULES), lambda: date(2026, 11, 22))
    press = OwnProcesses(Job(pdf_from_html, warm_up, Limits(seconds=300)), 1)
    press.begin("<html lang=nb><title>x</title><p>x</p></html>").result()
    printer = Printer(press, Kept(tmp_path / "notater"), 0)
    replace(services_of(app), printer=printer).attach(app)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Slow(f"http://127.0.0.1:{server.server_port}", press)
    server.shutdown()
    thread.join()
    server.server_close()
    close(app)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_slow_memo_is_told_and_then_downloaded(
    browser: Browser, slow: Slow, language: str
) -> None:
    """Accessible while it waits and when it is ready; nothing is clicked but the first link."""
    context = browser.new_context(base_url=slow.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/{language}/")
    slow.stand_still()
    page.locator("form[action*='eksempel'] button").first.click()
    page.wait_for_url("**/rad")
    page.goto(page.url.removesuffix("rad") + "notat")
    page.get_by_role("button", name="Notat som PDF", exact=True).click()
    making = {"nb": "Notatet lages …", "nn": "Notatet blir laga …"}[language]
    expect(page.get_by_role("heading", level=1)).to_have_text(making)
    accessible(browser, page.url, page.content())
    with page.expect_download() as downloading:
        slow.go_on()
    assert downloading.value.path().read_bytes().startswith(b"%PDF-")
    expect(page.get_by_role("heading", level=1)).to_have_text("Notatet er klart")
    accessible(browser, page.url, page.content())
    context.close()


def accessible(browser: Browser, url: str, content: str) -> None:
    """Check with axe what was shown, in a window that does not move on."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.route(url, lambda route: route.fulfill(body=content, content_type="text/html"))
    page.goto(url)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()
