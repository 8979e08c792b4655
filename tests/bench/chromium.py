"""The peer of a printed memo: Chromium printing the same HTML, tagged, as an archive would want."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PROGRAM = Path("/usr/bin/chromium")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def warm() -> Iterator[Browser]:
    """Give a browser that is running."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(PROGRAM), args=list(_QUIET))
        yield browser
        browser.close()


def printed(browser: Browser, page: Path) -> bytes:
    """Return a page as a tagged PDF with bookmarks, printed in a new tab."""
    tab = browser.new_page()
    try:
        tab.goto(page.as_uri())
        return tab.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    finally:
        tab.close()


def cold(page: Path, out: Path, profile: Path) -> list[str]:
    """Return the command that starts a browser, prints a page and ends."""
    printing = ["--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf"]
    return [
        str(PROGRAM),
        "--headless",
        *_QUIET,
        f"--user-data-dir={profile}",
        *printing,
        f"--print-to-pdf={out}",
        page.as_uri(),
    ]


def version() -> str:
    """Return what is installed."""
    told = subprocess.run([str(PROGRAM), "--version"], capture_output=True, text=True, check=True)
    return " ".join(told.stdout.split()[:2])
