"""A real browser on a real server. Without Chromium the tests are skipped, but never in CI."""

import os
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from page_kinds import Ground
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from wizard.app import close, create_app, load_rulebook
from wizard.paths import RULES
from wizard.settings import Settings

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests of this folder, with their count, where there is no browser."""
    ours = [item for item in items if item.path.is_relative_to(HERE)]
    if CHROMIUM.exists() or not ours or os.environ.get("CI") == "true":
        return
    reason = f"CHROMIUM MANGLER: {len(ours)} nettlesertester er ikke kjørt (apt install chromium)"
    for item in ours:
        item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say last and loudly what was not run."""
    skipped = [
        r for r in terminalreporter.stats.get("skipped", ()) if "CHROMIUM" in str(r.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(
            f"CHROMIUM MANGLER: {len(skipped)} nettlesertester er ikke kjørt.", red=True, bold=True
        )


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Return the app with the real rules."""
    settings = Settings(folder=tmp_path_factory.mktemp("saker"))
    made = create_app(settings, load_rulebook(RULES), lambda: date(2026, 11, 22), rules=RULES)
    yield made
    close(made)


@pytest.fixture(scope="session")
def address(app: Flask) -> Iterator[str]:
    """Serve the app, and return where."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def ground(app: Flask) -> Ground:
    """Return the cases that the pages are about; nobody changes them."""
    return Ground(app)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser once."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Give a fresh browser that refuses to leave the server. The policy is lifted for axe alone."""
    opened = browser.new_context(base_url=address, bypass_csp=True)
    elsewhere: list[str] = []
    opened.on(
        "request",
        lambda request: None if request.url.startswith(address) else elsewhere.append(request.url),
    )
    yield opened
    opened.close()
    assert [url for url in elsewhere if not url.startswith("data:")] == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return an empty page."""
    return context.new_page()


@pytest.fixture
def case(page: Page) -> str:
    """Make the example case, and return the path of its overview, in bokmål."""
    page.goto("/nb/")
    page.locator("form[action*='eksempel'] button").first.click()
    page.wait_for_url("**/rad")
    path = page.url.removesuffix("rad")
    return path[path.index("/nb/") :]
