"""Papers printed once for all tests; any word of warning from WeasyPrint stops a test."""

import logging
import os
import pickle
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from memos import EVERYWHERE, JOURNEYS, PLANNED, advice_for, html_for, memo_for
from printed import Print, Printed, printed

from wizard.domain.advice import Advice
from wizard.domain.text import Language
from wizard.memo.model import Memo, Paper


class _Stop(logging.Handler):
    """Turns a warning into a failure."""

    def emit(self, record: logging.LogRecord) -> None:
        raise AssertionError(record.getMessage())


@pytest.fixture(autouse=True)
def no_warnings() -> Iterator[None]:
    """Stop at the first warning from WeasyPrint or fontTools."""
    handler = _Stop(logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.addHandler(handler)
    yield
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture(scope="session")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Give what prints a paper of a journey, or finds it where another worker has printed it.

    To print takes a second or two, and most tests look at the same papers.
    """
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder

    @cache
    def printed_once(journey: str, language: Language, paper: Paper | None = None) -> Printed:
        kept = shared / f"{journey}-{language}-{paper}.pickle"
        if kept.exists():
            found: Printed = pickle.loads(kept.read_bytes())  # noqa: S301 - made by this test run
            return found
        made = printed(html_for(journey, language, paper))
        part = Path(f"{kept}.{os.getpid()}")
        part.write_bytes(pickle.dumps(made))
        part.replace(kept)
        return made

    return printed_once


@pytest.fixture(params=EVERYWHERE, ids="-".join)
def everywhere(request: pytest.FixtureRequest) -> tuple[str, Language]:
    """Give each journey in turn, in each language."""
    journey, language = request.param
    return str(journey), Language(language)


@pytest.fixture
def paper(everywhere: tuple[str, Language], prints: Print) -> Printed:
    """Return what each journey is given, printed, in each language."""
    return prints(*everywhere)


@pytest.fixture
def written_memo(everywhere: tuple[str, Language]) -> Memo:
    """Return what each journey is given, in each language."""
    return memo_for(*everywhere)


@pytest.fixture(params=PLANNED, ids="-".join)
def planned(request: pytest.FixtureRequest) -> tuple[str, Language]:
    """Give each journey that has answers enough for a memo, in each language."""
    journey, language = request.param
    return str(journey), Language(language)


@pytest.fixture
def planned_memo(planned: tuple[str, Language]) -> Memo:
    """Return the memo of each journey that has one, in each language."""
    return memo_for(*planned)


@pytest.fixture(params=JOURNEYS)
def journey(request: pytest.FixtureRequest) -> str:
    """Give each of a few journeys in turn."""
    return str(request.param)


@pytest.fixture
def advice(journey: str) -> Advice:
    """Return the journey's advice."""
    return advice_for(journey)


@pytest.fixture(params=Language, ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    """Give each language in turn."""
    return Language(request.param)


@pytest.fixture
def memo(journey: str) -> Memo:
    """Return the journey's memo in its own language."""
    return memo_for(journey)


@pytest.fixture
def page(journey: str) -> str:
    """Return the journey's memo as the page that becomes a PDF."""
    return html_for(journey)
