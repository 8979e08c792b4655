"""The population ten years ago and now, and what was projected, with its doubt."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from wizard.domain.text import Text
from wizard.memo.charts import words
from wizard.memo.charts.chart import Chart
from wizard.memo.charts.figures import (
    CHANGE,
    NOW,
    OFF,
    PROJECTED,
    TEN_YEARS_AGO,
    UNSURE,
    YEAR_AGO,
    Figures,
)
from wizard.memo.charts.metrics import width
from wizard.memo.charts.svg import BOLD, HALF_PAGE, PLAIN, QUIET, TEXT, Drawing, Point
from wizard.report.case import CaseAccount

_BACK = {TEN_YEARS_AGO: 10, YEAR_AGO: 1, NOW: 0}
_LAST = 2050
_REPLACED = 2024  # the edition that came before ours of 2026
_TOLD = (2040, 2050)  # the projected years that have room for a number
_LEFT, _RIGHT = 22.0, HALF_PAGE - 22
_TOP, _BOTTOM = 17.0, 92.0
_HEADROOM = 1.06

_Points = dict[int, Decimal]


def population(report: CaseAccount) -> Chart | None:
    """Draw the population by year; none where today's, or what to compare it with, is not known."""
    figures = Figures(report)
    counted = _counted(figures)
    if not counted.get(figures.year) or len(counted) == 1:
        return None
    projected = _projected(figures)
    columns = [each for each, back in _BACK.items() if figures.year - back in counted]
    columns += [PROJECTED[year] for year in projected]
    if not figures.has_sources(*columns):
        return None
    alternative = " ".join(_told(report, figures, counted, projected))
    return Chart(
        title=_title(report, counted),
        svg=_draw(report, figures, counted, projected, alternative),
        alternative=alternative,
        source=figures.source(*columns),
        notes=tuple(_notes(report, figures, counted, projected)),
    )


def _counted(figures: Figures) -> _Points:
    found = {figures.year - back: figures.own(column) for column, back in _BACK.items()}
    if not figures.is_published(CHANGE) or not figures.is_published(NOW):
        # The kommune says otherwise, so what was published does not lead up to it.
        found[min(found)] = None
    return {year: value for year, value in found.items() if value is not None}


def _projected(figures: Figures) -> _Points:
    """Return every year of the projection, or none of them."""
    found = {year: figures.published(column) for year, column in PROJECTED.items()}
    known = {year: value for year, value in found.items() if value is not None}
    return known if len(known) == len(found) else {}


def _title(report: CaseAccount, counted: _Points) -> str:
    year = min(counted)
    more = counted[max(counted)] - counted[year]
    name = report.advice.municipality.name
    if not more:
        return report.say(words.AS_MANY, name=name, year=year)
    wording = words.MORE if more > 0 else words.FEWER
    n = report.wording.labels.number(abs(more), None)
    chosen = wording.one if abs(more) == 1 else wording.many
    return report.say(chosen, name=name, year=year, n=n)


def _told(
    report: CaseAccount, figures: Figures, counted: _Points, projected: _Points
) -> Iterable[str]:
    replaced = figures.edition == _REPLACED
    ahead = words.REPLACED_PROJECTION_TOLD if replaced else words.PROJECTION_TOLD
    for template, points in ((words.POPULATION_TOLD, counted), (ahead, projected)):
        if points:
            yield report.say(template, values=_listed(report, points), edition=figures.edition)


def _listed(report: CaseAccount, points: _Points) -> str:
    number = report.wording.labels.number
    told = (
        report.say(words.IN_YEAR, year=year, n=number(value, None))
        for year, value in points.items()
    )
    return "; ".join(told)


def _notes(
    report: CaseAccount, figures: Figures, counted: _Points, projected: _Points
) -> Iterable[str]:
    if figures.year - _BACK[TEN_YEARS_AGO] in counted:
        yield from figures.notes(CHANGE)
    if projected:
        yield " ".join(_doubts(report, figures))


def _doubts(report: CaseAccount, figures: Figures) -> Iterable[str]:
    replaced = figures.edition == _REPLACED
    yield report.say(words.REPLACED if replaced else words.CARRIED_ON, edition=figures.edition)
    off = figures.published(OFF)
    if off and figures.is_published(NOW):
        template: Text = words.MORE_THAN_PROJECTED if off > 0 else words.FEWER_THAN_PROJECTED
        yield report.say(template, off=figures.percent(abs(off)), year=figures.year)
    if figures.says(UNSURE):
        yield report.say(words.UNSURE, name=report.advice.municipality.name)


def _draw(
    report: CaseAccount,
    figures: Figures,
    counted: _Points,
    projected: _Points,
    alternative: str,
) -> str:
    drawing, first = Drawing(HALF_PAGE), figures.year - _BACK[TEN_YEARS_AGO]
    highest = float(max((*counted.values(), *projected.values()))) * _HEADROOM

    def place(year: int, value: Decimal) -> Point:
        across = (year - first) / (_LAST - first) * (_RIGHT - _LEFT)
        return _LEFT + across, _BOTTOM - float(value) / highest * (_BOTTOM - _TOP)

    # From nothing up: a small change looks small.
    drawing.line((0, _BOTTOM), (HALF_PAGE, _BOTTOM), "border")
    for year in (*counted, *projected):
        x, _ = place(year, Decimal(0))
        drawing.line((x, _BOTTOM), (x, _BOTTOM + 3), "border")
    for year in (*_named(figures, counted), *(_TOLD if projected else ())):
        x, _ = place(year, Decimal(0))
        style = BOLD if year == figures.year else PLAIN
        drawing.text((x, _BOTTOM + 12.5), str(year), style, "middle")
    _line(drawing, [place(*each) for each in projected.items()], dashed=True)
    _line(drawing, [place(*each) for each in counted.items()], dashed=False)
    _numbers(drawing, report, figures, {y: (v, place(y, v)) for y, v in counted.items()})
    _projection(drawing, report, figures, {y: (v, place(y, v)) for y, v in projected.items()})
    return drawing.svg(_BOTTOM + 16, alternative)


def _named(figures: Figures, points: Iterable[int]) -> tuple[int, ...]:
    """Return the years that are written: the first and this one; last year has no room."""
    first = figures.year - _BACK[TEN_YEARS_AGO]
    return (first, figures.year) if first in points else (figures.year,)


def _line(drawing: Drawing, points: list[Point], *, dashed: bool) -> None:
    colour = "text-subtle" if dashed else "accent"
    for start, end in pairwise(points):
        drawing.line(start, end, colour, 1.2 if dashed else 2.2, dashed=dashed)
    for point in points:
        drawing.dot(point, 2 if dashed else 2.6, "surface" if dashed else "accent", colour)


_Placed = dict[int, tuple[Decimal, Point]]


def _numbers(drawing: Drawing, report: CaseAccount, figures: Figures, points: _Placed) -> None:
    """Write the first number and today's above their dots."""
    for year in _named(figures, points):
        value, (x, y) = points[year]
        number = report.wording.labels.number(value, None)
        half = width(number, TEXT, bold=True) / 2
        inside = min(max(x, half), HALF_PAGE - half)
        style = BOLD if year == figures.year else PLAIN
        drawing.text((inside, y - 6), number, style, "middle")


def _projection(drawing: Drawing, report: CaseAccount, figures: Figures, points: _Placed) -> None:
    """Write two of the projected numbers, and the doubt, below the dashes."""
    if not points:
        return
    lowest = max(y for _, (_, y) in points.values())
    for year in _TOLD:
        value, (x, _) = points[year]
        number = report.wording.labels.number(value, None)
        half = width(number, TEXT) / 2
        inside = min(x, HALF_PAGE - half)
        drawing.text((inside, lowest + 13), number, QUIET, "middle")
    named = words.REPLACED_PROJECTION if figures.edition == _REPLACED else (words.PROJECTION,)
    for line, text in enumerate(named):
        y = lowest + 27 + 11 * line
        said = report.say(text, edition=figures.edition)
        drawing.text((HALF_PAGE, y), said, QUIET, "end")
