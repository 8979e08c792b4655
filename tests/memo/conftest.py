"""The memos of the three journeys; any word of warning from WeasyPrint stops a test."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from memos import JOURNEYS, advice_for, memo_for, pdf_bytes

from wizard.domain.advice import Advice
from wizard.domain.text import Language
from wizard.memo.html import render_html
from wizard.memo.model import Memo


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


@pytest.fixture(params=JOURNEYS)
def journey(request: pytest.FixtureRequest) -> str:
    """Give each journey in turn."""
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
def page(memo: Memo) -> str:
    """Return the journey's memo as the page that becomes a PDF."""
    return render_html(memo, stylesheets=())


@pytest.fixture
def pdf(journey: str, tmp_path: Path) -> Path:
    """Return a file with the journey's memo."""
    path = tmp_path / f"{journey}.pdf"
    path.write_bytes(pdf_bytes(journey))
    return path
