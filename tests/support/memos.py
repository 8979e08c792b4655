"""The memos of the three journeys, each made once."""

from functools import cache
from typing import Any

from wizard import municipalities, rulebook
from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.html import render_html, render_pdf
from wizard.memo.model import Memo
from wizard.municipalities import Municipalities
from wizard.paths import DATA, RULES
from wizard.press.pdf import lay_out

JOURNEYS = ("namsskogan", "skjak", "oslo")


@cache
def book() -> Rulebook:
    """Return the rules that are shipped."""
    return rulebook.load(RULES)


@cache
def known() -> Municipalities:
    """Return the municipalities."""
    return municipalities.load(DATA)


@cache
def advice_for(journey: str) -> Advice:
    """Return what the engine says about a journey."""
    case = book().journeys[journey].case
    return assess(case, book(), known().get(case.municipality_number))


@cache
def memo_for(journey: str, language: Language | None = None) -> Memo:
    """Return the memo of a journey, in its own language unless told."""
    return compose(advice_for(journey), language)


@cache
def pdf_bytes(journey: str) -> bytes:
    """Return the journey's memo as a PDF."""
    return render_pdf(memo_for(journey))


@cache
def pages_for(journey: str) -> list[Any]:
    """Return the pages of the journey's memo as WeasyPrint laid them out."""
    return list(lay_out(render_html(memo_for(journey), stylesheets=())).pages)


def words_of(value: object) -> list[str]:
    """Return every text in a memo."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [word for each in value for word in words_of(each)]
    names = getattr(value, "__dataclass_fields__", {})
    return [word for name in names for word in words_of(getattr(value, name))]
