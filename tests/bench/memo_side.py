"""The peer of everything that takes long: one memo, from the advice to the finished PDF."""

from importlib.metadata import version
from io import BytesIO

import pikepdf
from cases import Cases
from measure import Side

from wizard.advice import assess
from wizard.memo.compose import compose
from wizard.memo.html import render_pdf

_JOURNEY = "namsskogan"


def memo_side(cases: Cases) -> Side:
    """Return one memo of the same journey every time, made by a press that is warm."""
    journey = usual_journey(cases)
    case, municipality = cases.journeys[journey]
    advice = assess(case, cases.rulebook, municipality)
    with pikepdf.open(BytesIO(render_pdf(compose(advice)))) as pdf:
        pages = len(pdf.pages)
    return Side(
        f"one memo, {journey}, {pages} pages",
        lambda: render_pdf(compose(advice)),
        f"WeasyPrint {version('weasyprint')}",
    )


def usual_journey(cases: Cases) -> str:
    """Return the journey that is always measured, or the first of another rulebook."""
    return _JOURNEY if _JOURNEY in cases.journeys else next(iter(cases.journeys))
