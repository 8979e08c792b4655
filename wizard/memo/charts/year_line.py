"""The plan's year as a line: the meeting, the deadlines, and when each measure begins and ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from babel.dates import format_date

from wizard.domain.schedule import ScheduledItem
from wizard.memo.charts import words
from wizard.memo.charts.chart import Chart
from wizard.memo.charts.metrics import width
from wizard.memo.charts.svg import BOLD, FULL_PAGE, PLAIN, TEXT, Box, Drawing, Point, Style
from wizard.report.case import CaseAccount

_YEAR = timedelta(days=365)
_PAIR = 2
_LEFT = 12.0  # a measure's number stands before its bar
_LABEL, _MONTHS, _ROW, _BAR = 11.5, 15.0, 11.2, 9.4
_GAP = 4.0
_OPEN = 9.0  # the end of a bar that nobody knows the length of


class _Event(NamedTuple):
    """A day that is not the kommune's own choice; `sure` is false for one that is not kept."""

    day: date
    label: str
    sure: bool


class _Measure(NamedTuple):
    """A measure of the core with its number in the plan."""

    number: int
    item: ScheduledItem


@dataclass(frozen=True, slots=True)
class _Axis:
    """The days from the first to the last, across the page."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Return where a day stands."""
        part = (day - self.first).days / (self.last - self.first).days
        return _LEFT + part * (FULL_PAGE - _LEFT - 2)

    def months(self) -> Iterator[date]:
        """Yield the first day of each month on the axis."""
        day = self.first.replace(day=1)
        while day <= self.last:
            if day > self.first:
                yield day
            day = (day + timedelta(days=32)).replace(day=1)


def year_line(report: CaseAccount) -> Chart | None:
    """Draw the year of the core; none without a core."""
    measures = _measures(report)
    if not measures:
        return None
    first = report.advice.as_of
    last = max(first + _YEAR, *(each.item.ready.day for each in measures))
    axis = _Axis(first, last)
    events = sorted(each for each in _events(report, measures) if first <= each.day <= last)
    alternative = _told(report, events, measures)
    return Chart(
        title=_title(report, measures),
        svg=_draw(report, axis, events, measures, alternative),
        alternative=alternative,
        source=report.say(words.YEAR_SOURCE),
        wide=True,
    )


def _measures(report: CaseAccount) -> list[_Measure]:
    found = (
        (number, report.advice.schedule.item(each.item.scheme))
        for number, each in enumerate(report.members, start=1)
        if each.item.phase.in_core
    )
    return [_Measure(number, item) for number, item in found if item is not None]


def _events(report: CaseAccount, measures: Iterable[_Measure]) -> Iterator[_Event]:
    meeting = report.advice.schedule.meeting
    if isinstance(meeting, date):
        label = report.say(words.MEETING, day=_short(report, meeting), **report.own)
        yield _Event(meeting, label, sure=True)
    deadlines: dict[tuple[date, bool], list[str]] = {}
    for number, item in measures:
        deadline = item.deadline
        if deadline.on is not None:
            deadlines.setdefault((deadline.on, deadline.reach.in_time), []).append(str(number))
    for (day, kept), numbers in deadlines.items():
        listed = report.wording.labels.listed(numbers)
        template = words.DEADLINE if kept else words.MISSED
        yield _Event(day, report.say(template, day=_short(report, day), number=listed), kept)


def _short(report: CaseAccount, day: date) -> str:
    """Return a day without its year, which the line shows."""
    shown = format_date(day, format="d. MMM", locale=report.language.value)
    return shown.replace(" ", "\u00a0")


def _ready(report: CaseAccount, item: ScheduledItem, day: str) -> str:
    return report.say(words.AT_LEAST if item.ready.at_least else words.READY, day=day)


def _title(report: CaseAccount, measures: list[_Measure]) -> str:
    ready = [each.item.ready for each in measures]
    day = report.wording.labels.day(max(each.day for each in ready))
    if any(each.at_least for each in ready):
        day = report.say(words.AT_LEAST, day=day)
    last = report.say(words.LAST_READY if len(measures) > 1 else words.IT_IS_READY, day=day)
    now = sum(each.item.begins.day == report.advice.as_of for each in measures)
    if now == len(measures) == _PAIR:
        return report.say(words.BOTH_BEGIN_NOW, last=last)
    if now == len(measures):
        return report.say(words.ALL_BEGIN_NOW.of(now, last=last))
    return report.say(words.BEGIN_NOW.of(now, all=len(measures), last=last))


def _told(report: CaseAccount, events: list[_Event], measures: list[_Measure]) -> str:
    day = report.wording.labels.day
    told = [
        report.say(
            words.MEASURE_TOLD,
            number=number,
            begins=day(item.begins.day),
            ready=report.say(words.AT_LEAST, day=day(item.ready.day))
            if item.ready.at_least
            else day(item.ready.day),
        )
        for number, item in measures
    ]
    return report.say(
        words.YEAR_TOLD if events else words.YEAR_TOLD_ALONE,
        day=day(report.advice.as_of),
        events="; ".join(each.label for each in events),
        measures="; ".join(told),
    )


def _draw(
    report: CaseAccount,
    axis: _Axis,
    events: list[_Event],
    measures: list[_Measure],
    alternative: str,
) -> str:
    drawing, rows = Drawing(FULL_PAGE), _rows(axis, events)
    line = _LABEL * (max(rows, default=-1) + 1) + (6 if events else 2)
    bottom = line + _MONTHS + _ROW * len(measures)
    _months(drawing, report, axis, line, bottom)
    for event, row in zip(events, rows, strict=True):
        _event(drawing, axis, event, Box(0, line - 6 - _LABEL * row, 0, line))
    for place, measure in enumerate(measures):
        _measure(drawing, report, axis, measure, line + _MONTHS + _ROW * place)
    return drawing.svg(bottom, alternative)


def _left(axis: _Axis, event: _Event) -> float:
    """Return where an event's label begins: at its day, or so that it ends on the page."""
    across = width(event.label, TEXT, bold=event.sure)
    return min(axis.x(event.day) + _GAP, FULL_PAGE - across)


def _rows(axis: _Axis, events: list[_Event]) -> list[int]:
    """Return the row above the line that each label stands in, so that none meets another.

    The last goes lowest: an earlier one, which then stands higher, hangs left of it.
    """
    rows: dict[int, int] = {}
    begins: list[float] = []  # where the leftmost label of each row begins
    for place in reversed(range(len(events))):
        left = _left(axis, events[place])
        right = left + width(events[place].label, TEXT, bold=events[place].sure) + 2 * _GAP
        free = (row for row, edge in enumerate(begins) if right <= edge)
        row = next(free, len(begins))
        begins[row : row + 1] = [left]
        rows[place] = row
    return [rows[place] for place in range(len(events))]


def _event(drawing: Drawing, axis: _Axis, event: _Event, box: Box) -> None:
    """Draw the label on its row, and the mark on the line that it hangs on."""
    x, y, line = axis.x(event.day), box.y, box.down
    drawing.line((x, y - 6), (x, line), "text", 0.8)
    drawing.dot((x, line), 3, "accent" if event.sure else "surface", "accent")
    left, style = _left(axis, event), BOLD if event.sure else PLAIN
    across = width(event.label, TEXT, bold=style.bold)
    if left < x:
        drawing.plate((left + across / 2, y - 3), across + 2, 10)
    drawing.text((left, y), event.label, style)


def _months(drawing: Drawing, report: CaseAccount, axis: _Axis, line: float, bottom: float) -> None:
    """Draw the line with its months; the first day stands whole, for it is the memo's."""
    drawing.line((_LEFT, line), (FULL_PAGE, line), "text", 1)
    first = _short(report, axis.first)
    drawing.text((0, line + 12), first, BOLD)
    taken = width(first, TEXT, bold=True) + 2 * _GAP
    for month in axis.months():
        x = axis.x(month)
        drawing.line((x, line), (x, line + 3), "text")
        drawing.line((x, line + _MONTHS - 1), (x, bottom), "border-subtle", 0.6)
        january = month.month == 1
        name = format_date(
            month, format="MMM y" if january else "MMM", locale=report.language.value
        )
        across = width(name, TEXT)
        if x - across / 2 >= taken and x + across / 2 <= FULL_PAGE:
            drawing.text((x, line + 12), name, PLAIN, "middle")
            taken = x + across / 2 + _GAP


def _measure(
    drawing: Drawing, report: CaseAccount, axis: _Axis, measure: _Measure, top: float
) -> None:
    number, item = measure
    begin, end = axis.x(item.begins.day), axis.x(item.ready.day)
    box = Box(begin, top + 1, max(end - begin, 3), _BAR)
    drawing.rect(box, "accent")
    if item.ready.at_least:
        # Ragged: it is done then at the earliest.
        across = min(_OPEN, box.across - 2)
        drawing.hatched(Box(box.x + box.across - across, box.y, across, _BAR), "accent")
    drawing.text((begin - 3, top + TEXT), str(number), BOLD, "end")
    label = _ready(report, item, _short(report, item.ready.day))
    at, style = _beside(box, label, open_end=item.ready.at_least)
    if style is PLAIN:
        across = width(label, TEXT)
        drawing.plate((at[0] + across / 2, box.y + _BAR / 2), across + 2, _BAR)
    drawing.text(at, label, style)


def _beside(box: Box, label: str, *, open_end: bool) -> tuple[Point, Style]:
    """Return where a bar's label begins: after it, on it, or before its number."""
    across, base, end = width(label, TEXT), box.y + 8, box.x + box.across
    if end + _GAP + across <= FULL_PAGE:
        return (end + _GAP, base), PLAIN
    room = box.across - (_OPEN if open_end else 0)
    if across + 2 * _GAP <= room:
        return (box.x + room - _GAP - across, base), Style(colour="on-accent")
    return (box.x - 12 - across, base), PLAIN
