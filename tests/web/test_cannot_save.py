"""A save that cannot be done: everything that was sent is on the page, and one button sends it."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from clock import Clock
from pages import Page, Site

TEXT = 'Vi er få.\r\n«Æ» <b>&amp; "sitat"'
Trouble = Callable[[Path], AbstractContextManager[None]]
SENT: dict[str, Any] = {
    "vurdering": TEXT * 30,
    "utvalg": "Formannskapet",
    "language": "nn",
    "seen_language": "nn",
}


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let another process hold the database."""
    with closing(sqlite3.connect(folder / "saker.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Let no file grow any more, as on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = (folder / "saker.sqlite-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def away(folder: Path) -> Iterator[None]:
    """Let the file be somewhere else for a while."""
    file = folder / "saker.sqlite"
    file.rename(folder / "flyttet")
    yield
    assert not file.exists()
    (folder / "flyttet").rename(file)


def fields(page: Page) -> list[tuple[str, str]]:
    """Return what the button of a page sends once more."""
    hidden = page.all("input", type="hidden")
    return [(each.attributes["name"], each.attributes["value"]) for each in hidden]


def again(site: Site, page: Page) -> Page:
    """Press the button."""
    data: dict[str, Any] = {}
    for name, value in fields(page):
        data.setdefault(name, []).append(value)
    token = data.pop("csrf_token")[0]
    return site.post(page.response.request.path, data, token=token)


@pytest.mark.parametrize(
    ("trouble", "language"), [(full, "nb"), (full, "nn"), (away, "nb"), (locked, "nn")]
)
def test_what_was_typed_is_on_the_page_and_can_be_sent_again(
    site: Site,
    tmp_path: Path,
    trouble: Trouble,
    language: str,
) -> None:
    """A full disk, another's lock, a file that is away: 503, and no word is lost."""
    address = site.new_case(language=language)
    with trouble(tmp_path):
        page = site.post(f"{address}notat", SENT, 503)
        assert page.heading.startswith("Vi får ikk")
        assert page.response.headers["Retry-After"]
        assert "Formannskapet" in page.one("textarea").text
        assert dict(fields(page))["vurdering"] == TEXT * 30
    again(site, page)
    assert site.case_file(address)["radgiver"]["utvalg"] == "Formannskapet"


def test_answers_and_several_ticks_are_sent_again(site: Site, tmp_path: Path) -> None:
    """Also those of a question that takes more than one."""
    address = site.new_case()
    unseen = site.get(f"{address}tema/alt/1").unseen
    sent = {**unseen, "svar_flere": ["en", "tre"], "svar_valget": "a"}
    with away(tmp_path):
        page = site.post(f"{address}tema/alt/1", sent, 503)
    again(site, page)
    assert site.case_file(address)["svar"] == {"flere": ["en", "tre"], "valget": "a"}


def test_a_page_that_cannot_be_read_says_so(
    site: Site, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In both written forms; the log says what an operator must do, and no link."""
    address = site.new_case()
    with away(tmp_path):
        page = site.get(f"{address}svar?siden=1", 503)
        assert page.heading == "Vi får ikke hentet siden akkurat nå"
        assert "Prøv igjen" in page.ways
        assert site.get(address.replace("/nb/", "/nn/"), 503).heading.endswith("akkurat no")
        assert site.get("/nb/ordninger").heading
    assert "wizard store restore" in caplog.text
    assert address.split("/")[3] not in caplog.text
    site.get(f"{address}svar")


def test_opening_a_case_needs_no_write(site: Site, tmp_path: Path, clock: Clock) -> None:
    """On a later day, with the database held by another, or full."""
    address = site.new_case()
    clock.today = clock.today.replace(day=clock.today.day + 1)
    for trouble in (locked, full):
        with trouble(tmp_path):
            assert site.get(address).heading


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from wizard.domain.case import Case, Versions
from wizard.domain.text import Language
from wizard.store.cases import CaseStore
from wizard.store.database import UNAVAILABLE
from wizard.store.ready import ready_database
sys.path.insert(0, "tests/support")
from question_book import DAY, NAMSSKOGAN, question_book
from pathlib import Path
folder = Path(sys.argv[1])
engine = ready_database(f"sqlite:///{folder / 'saker.sqlite'}", folder / "lager-id")
store = CaseStore(engine, question_book(), Versions())
link = store.create(Case(NAMSSKOGAN, DAY, Language.NB), DAY)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
saved, failed = 0, 0
for turn in range(60):
    stored = store.open(link, DAY)
    before = dict(stored.case.adviser)
    try:
        store.save_texts(stored, {"vurdering": str(turn) * 4000}, before, DAY)
        saved += 1
    except UNAVAILABLE:
        failed += 1
        assert store.open(link, DAY).case.adviser == before
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
stored = store.open(link, DAY)
store.save_texts(stored, {"vurdering": "til slutt"}, stored.case.adviser, DAY)
print(saved > 0, failed > 0, store.open(link, DAY).case.adviser)
"""


def test_a_disk_that_fills_up_loses_no_save_that_was_told(tmp_path: Path) -> None:
    """A process whose files may grow no more: what failed is not there, what was told is."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True True {'vurdering': 'til slutt'}"
