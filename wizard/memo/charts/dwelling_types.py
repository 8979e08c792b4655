"""What kinds of dwellings there are: here, in kommuner like it, and in the country."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from wizard.domain.text import Text
from wizard.memo.charts import words
from wizard.memo.charts.chart import Chart
from wizard.memo.charts.figures import (
    COMMUNITY,
    DETACHED,
    FLATS,
    OTHER,
    ROW,
    TWO_DWELLINGS,
    Compared,
    Figures,
)
from wizard.memo.charts.metrics import width
from wizard.memo.charts.svg import BOLD, HALF_PAGE, PLAIN, TEXT, Box, Drawing, Style
from wizard.municipalities.editions import Named
from wizard.report.case import CaseAccount

_LABEL, _BAR, _SPACE, _THICK = 11.5, 14.5, 5.0, 13.5
_BETWEEN = 0.8  # white between two parts
_SWATCH, _KEY_GAP, _KEY_LINE = 8.0, 9.0, 12.5


class _Look(NamedTuple):
    """How a part of a bar is filled, and the colour of the number on it."""

    fill: str
    number: str
    outline: str | None = None
    hatched: bool = False


class _Kind(NamedTuple):
    """One kind of dwelling: its columns together, its name, what a sentence says, its look."""

    columns: tuple[Named, ...]
    name: Text
    statement: Text
    look: _Look


_REST = _Look("surface", "text", "border", hatched=True)
_KINDS = (
    _Kind((DETACHED,), words.DETACHED, words.ARE_DETACHED, _Look("accent", "on-accent")),
    _Kind((TWO_DWELLINGS,), words.TWO, words.ARE_TWO, _Look("accent-border", "text")),
    _Kind((ROW,), words.ROW, words.ARE_ROW, _Look("accent-tinted", "text", "accent")),
    _Kind((FLATS,), words.FLATS, words.ARE_FLATS, _Look("border", "on-accent")),
    _Kind((COMMUNITY, OTHER), words.OTHERS, words.ARE_OTHERS, _REST),
)
_ALL = tuple(column for kind in _KINDS for column in kind.columns)

_Parts = list[tuple[_Kind, Compared]]


def dwelling_types(report: CaseAccount) -> Chart | None:
    """Draw the shares of each kind of dwelling; none where that of detached houses is not known."""
    figures = Figures(report)
    parts = _parts(figures)
    if not parts or not figures.has_sources(*_ALL):
        return None
    told = "; ".join(f"{report.say(kind.name)}: {figures.told(each)}" for kind, each in parts)
    alternative = report.say(words.TYPES_TOLD, values=told)
    kind, most = max(parts, key=lambda part: part[1].own or 0)
    own = figures.percent(most.own or Decimal(0))
    share = report.say(words.TYPE, own=own, kind=kind.statement)
    return Chart(
        title=f"{share}{figures.against(most)}.",
        svg=_draw(report, parts, alternative),
        alternative=alternative,
        source=figures.source(*_ALL),
        notes=figures.notes(*_ALL),
    )


def _parts(figures: Figures) -> _Parts:
    """Return each kind that is known; where the kommune says otherwise than SSB, only two."""
    if figures.is_published(DETACHED):
        parts = [(kind, _sum(figures, kind.columns)) for kind in _KINDS]
        return parts if all(each.own is not None for _, each in parts) else []
    detached = figures.compared(DETACHED)
    if detached.own is None:
        return []
    left = (None if each is None else 100 - each for each in _values(detached))
    others = _Kind(_ALL, words.ALL_OTHERS, words.ARE_OTHERS, _REST)
    return [(_KINDS[0], detached), (others, Compared(*left))]


def _sum(figures: Figures, columns: tuple[Named, ...]) -> Compared:
    found = zip(*(_values(figures.compared(each)) for each in columns), strict=True)
    return Compared(*(_added(each) for each in found))


def _added(values: tuple[Decimal | None, ...]) -> Decimal | None:
    known = [each for each in values if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def _values(compared: Compared) -> tuple[Decimal | None, ...]:
    return compared.own, compared.group, compared.country


def _draw(report: CaseAccount, parts: _Parts, alternative: str) -> str:
    drawing, top = Drawing(HALF_PAGE), 0.0
    names = (report.advice.municipality.name, report.say(words.LIKE), report.say(words.COUNTRY))
    for place, name in enumerate(names):
        values = [(kind, _values(each)[place]) for kind, each in parts]
        known = [(kind, float(value)) for kind, value in values if value is not None]
        if len(known) < len(parts):
            continue
        drawing.text((0, top + TEXT), name, PLAIN if place else BOLD)
        _bar(drawing, top + _LABEL, known)
        top += _LABEL + _BAR + _SPACE
    return drawing.svg(_key(drawing, top + 3, report, parts), alternative)


def _bar(drawing: Drawing, top: float, parts: list[tuple[_Kind, float]]) -> None:
    whole = sum(value for _, value in parts)
    left = 0.0
    for kind, value in parts:
        across = value / whole * HALF_PAGE - _BETWEEN
        if across > 0:
            box = Box(left, top, across, _THICK)
            _fill(drawing, box, kind.look)
            _number(drawing, box, value, kind.look)
        left += across + _BETWEEN


def _fill(drawing: Drawing, box: Box, look: _Look) -> None:
    if look.hatched:
        drawing.hatched(box, look.outline or "border")
    else:
        drawing.rect(box, look.fill, look.outline)


def _number(drawing: Drawing, box: Box, value: float, look: _Look) -> None:
    """Write the share in whole per cent where it has room; the text alternative has them all."""
    whole = Decimal(str(value)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    texts = (f"{whole}\u00a0%", f"{whole}")
    widths = ((text, width(text, TEXT, bold=True) + 2) for text in texts)
    text, across = next((each for each in widths if each[1] <= box.across), ("", 0.0))
    if not text:
        return
    middle = box.x + box.across / 2
    if look.hatched:
        drawing.plate((middle, box.y + box.down / 2), across, box.down - 4)
    style = Style(bold=True, colour=look.number)
    drawing.text((middle, box.y + 10), text, style, "middle")


def _key(drawing: Drawing, top: float, report: CaseAccount, parts: _Parts) -> float:
    """Draw the names of the kinds in the order of the bars; return where the drawing ends."""
    named = [(kind.look, report.say(kind.name)) for kind, _ in parts]
    across = sum(_SWATCH + 3 + width(name, TEXT) + _KEY_GAP for _, name in named) - _KEY_GAP
    first = len(named) if across <= HALF_PAGE else (len(named) + 1) // 2
    for line in (named[:first], named[first:]):
        left = 0.0
        for look, name in line:
            _fill(drawing, Box(left, top + 1, _SWATCH, _SWATCH), look)
            drawing.text((left + _SWATCH + 3, top + TEXT - 0.5), name)
            left += _SWATCH + 3 + width(name, TEXT) + _KEY_GAP
        top += _KEY_LINE if line else 0
    return top
