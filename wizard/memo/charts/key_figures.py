"""The three figures of page 1, each on a scale with those like it and the country marked."""

from decimal import Decimal
from typing import NamedTuple

from wizard.domain.text import Text
from wizard.memo.charts import words
from wizard.memo.charts.chart import Chart
from wizard.memo.charts.figures import CHANGE, DETACHED, OVER_67, OVER_80, Compared, Figures
from wizard.memo.charts.metrics import width
from wizard.memo.charts.svg import FULL_PAGE, TEXT, Drawing, Style
from wizard.municipalities.editions import Named
from wizard.report.case import CaseAccount

_OFFERED = (
    (CHANGE, words.KEY_CHANGE, words.DIFFERS_CHANGE),
    (OVER_67, words.KEY_OLD, words.DIFFERS_OLD),
    (OVER_80, words.KEY_VERY_OLD, words.DIFFERS_VERY_OLD),
    (DETACHED, words.KEY_DETACHED, words.DIFFERS_DETACHED),
)
_SHOWN = 3
_YEARS = 10  # that the change is over
_GUTTER = 18.0
_CELL = (FULL_PAGE - _GUTTER * (_SHOWN - 1)) / _SHOWN
_BIG = Style(bold=True, colour="accent", size=20)
_BASE = 18.2  # where the big number stands
_SCALE = 48.5
_HEIGHT = 68.5


class _Figure(NamedTuple):
    column: Named
    name: str
    differs: Text
    values: Compared


def key_figures(report: CaseAccount) -> Chart | None:
    """Draw the three that are farthest from the country; none where fewer than three are known."""
    figures = Figures(report)
    shown = _farthest(report, figures)
    columns = tuple(each.column for each in shown)
    if len(shown) < _SHOWN or not figures.has_sources(*columns):
        return None
    told = "; ".join(
        report.say(words.KEY_TOLD, name=each.name, values=_told(report, figures, each))
        for each in shown
    )
    things = report.wording.labels.listed([report.say(each.differs) for each in shown])
    title = report.say(words.KEY_TITLE, name=report.advice.municipality.name, things=things)
    alternative = f"{title} {told}."
    return Chart(
        title=title,
        svg=_draw(report, figures, shown, alternative),
        alternative=alternative,
        source=figures.source(*columns),
        notes=(*figures.group(), *figures.doubts(*columns)),
        wide=True,
    )


def _farthest(report: CaseAccount, figures: Figures) -> list[_Figure]:
    """Return the three that differ most from the country in percentage points, in our order."""
    years = {"before": figures.year - _YEARS, "year": figures.year}
    known = [
        _Figure(column, report.say(name, **years), differs, compared)
        for column, name, differs in _OFFERED
        if (compared := figures.compared(column)).own is not None and compared.country is not None
    ]
    chosen = sorted(known, key=_distance, reverse=True)[:_SHOWN]
    return [each for each in known if each in chosen]


def _distance(figure: _Figure) -> Decimal:
    own, country = figure.values.own, figure.values.country
    return Decimal(0) if own is None or country is None else abs(own - country)


def _told(report: CaseAccount, figures: Figures, figure: _Figure) -> str:
    name = report.advice.municipality.name
    names = (name, report.say(words.LIKE), report.say(words.COUNTRY))
    values = (figure.values.own, figure.values.group, figure.values.country)
    return ", ".join(
        f"{each} {_value(figures, figure, value)}"
        for each, value in zip(names, values, strict=True)
        if value is not None
    )


def _value(figures: Figures, figure: _Figure, value: Decimal) -> str:
    """Return the number as it is printed; a change that is no loss has its sign too."""
    shown = figures.percent(value)
    return f"+{shown}" if figure.column == CHANGE and round(value, 1) > 0 else shown


def _draw(report: CaseAccount, figures: Figures, shown: list[_Figure], alternative: str) -> str:
    drawing = Drawing(FULL_PAGE)
    for place, figure in enumerate(shown):
        left = place * (_CELL + _GUTTER)
        own = figure.values.own or Decimal(0)
        big = _value(figures, figure, own)
        drawing.text((left, _BASE), big, _BIG)
        _name(drawing, left, width(big, _BIG.size, bold=True), figure.name)
        _scale(drawing, left, report, figures, figure)
        if place:
            edge = left - _GUTTER / 2
            drawing.line((edge, 2), (edge, _HEIGHT - 2), "border-subtle")
    return drawing.svg(_HEIGHT, alternative)


def _name(drawing: Drawing, left: float, beside: float, name: str) -> None:
    """Write what the number is, beside it where it has room, in two lines where it must."""
    start = left + beside + 5
    words_, lines = name.split(" "), [""]
    for word in words_:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, TEXT) > left + _CELL - start:
            lines.append(word)
        else:
            lines[-1] = longer
    first = _BASE - 10.5 * (len(lines) - 1)
    for number, line in enumerate(lines):
        drawing.text((start, first + 10.5 * number), line)


def _scale(
    drawing: Drawing, left: float, report: CaseAccount, figures: Figures, figure: _Figure
) -> None:
    """Draw the scale from nothing, with the kommune as a dot and the others as labelled marks."""
    values = [float(each) for each in figure.values.known]
    low, high = min(0.0, *values) * 1.1, max(0.0, *values) * 1.1
    room = _CELL - 8

    def place(value: float) -> float:
        return left + 4 + (value - low) / ((high - low) or 1) * room

    drawing.line((left, _SCALE), (left + _CELL, _SCALE), "border", 1)
    drawing.line((place(0), _SCALE - 3), (place(0), _SCALE + 3), "border", 1)
    marks = (
        (figure.values.group, words.LIKE, -1),
        (figure.values.country, words.COUNTRY, 1),
    )
    taken = left + _CELL
    for value, name, side in marks:
        if value is None:
            continue
        x = place(float(value))
        drawing.line((x, _SCALE), (x, _SCALE + side * 8), "text", 1.2)
        label = f"{report.say(name)} {_value(figures, figure, value)}"
        half = width(label, TEXT) / 2
        middle = min(max(x, left + half), left + _CELL - half)
        drawing.text((middle, _SCALE + (17 if side > 0 else -10.5)), label, anchor="middle")
        taken = middle - half if side > 0 else taken
    nothing = place(0) + width("0", TEXT) / 2
    if nothing + 3 <= taken:
        drawing.text((place(0), _SCALE + 17), "0", anchor="middle")
    drawing.dot((place(float(figure.values.own or 0)), _SCALE), 4, "accent", "surface")
