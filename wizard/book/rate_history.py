"""A rate through time: each value with its days and its law, and a small drawing of the steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from wizard.book import page_words as words
from wizard.book.compose import Writer
from wizard.domain.sources import DatedValue, Rate

WIDTH, HEIGHT = 600, 160
_MARGIN = 10  # above the highest step
_AHEAD = timedelta(days=365)  # how far the last value is drawn


@dataclass(frozen=True, slots=True)
class RateRow:
    """One value: its days, what it is, where that stands, and whether it holds on the day.

    `source` is an id, empty where the value is our own choice. Of a list, `added` and `dropped`
    tell what differs from the value before.
    """

    begins: str
    ends: str
    value: str
    basis: str
    source: str
    holds: bool
    added: str
    dropped: str
    is_list: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The steps of a number as a line, from zero; `told` says the same in words.

    `first` and `last` are the years where it begins and ends.
    """

    points: str
    told: str
    low: str
    high: str
    first: int
    last: int


def rows_of(rate: Rate, writer: Writer) -> tuple[RateRow, ...]:
    """Return every value that a rate has had or will have, the newest first."""
    return tuple(reversed(list(_rows(rate, writer))))


def _rows(rate: Rate, writer: Writer) -> Iterator[RateRow]:
    now = rate.in_force(writer.labels.as_of)
    followers: list[DatedValue | None] = [*rate.values[1:], None]
    before: DatedValue | None = None
    for dated, after in zip(rate.values, followers, strict=True):
        basis = dated.basis or rate.basis
        added, dropped = _difference(before, dated, writer)
        last = after.valid_from - timedelta(days=1) if after else None
        yield RateRow(
            begins=writer.labels.day(dated.valid_from),
            ends=writer.labels.day(last) if last else "",
            value=writer.rate_value(rate, dated.value),
            basis=writer.labels.basis_or_reason(basis, rate.reason),
            source=basis.source if basis else "",
            holds=dated is now,
            added=added,
            dropped=dropped,
            is_list=isinstance(dated.value, frozenset),
        )
        before = dated


def _difference(before: DatedValue | None, after: DatedValue, writer: Writer) -> tuple[str, str]:
    if before is None:
        return "", ""
    was, now = before.value, after.value
    if not isinstance(was, frozenset) or not isinstance(now, frozenset):
        return "", ""
    told = [
        (text, writer.labels.listed([writer.municipality(each) for each in sorted(ids)]))
        for text, ids in ((words.ADDED, now - was), (words.DROPPED, was - now))
    ]
    added, dropped = (writer.say(text, names=names) if names else "" for text, names in told)
    return added, dropped


def chart_of(rate: Rate, writer: Writer) -> Chart | None:
    """Return the steps as a line; none where there are no two numbers to draw."""
    steps = [(each.valid_from, each.value) for each in rate.values]
    numbers = [(day, value) for day, value in steps if isinstance(value, Decimal)]
    if len(numbers) < 2 or len(numbers) < len(steps):  # noqa: PLR2004 - a line has two ends
        return None
    first, end = numbers[0][0], max(numbers[-1][0], writer.labels.as_of) + _AHEAD
    highest = max(value for _, value in numbers)
    days = [day for day, _ in numbers]
    points: list[str] = []
    for (day, value), until in zip(numbers, [*days[1:], end], strict=True):
        y = _up(value, highest)
        points += [f"{_along(day, first, end)},{y}", f"{_along(until, first, end)},{y}"]
    told = [
        writer.say(
            words.STEP, value=writer.labels.rate_value(rate, value), day=writer.labels.day(day)
        )
        for day, value in numbers
    ]
    name = writer.name(rate.name)
    return Chart(
        points=" ".join(points),
        told=writer.say(words.CHART, name=name, steps=", ".join(told)),
        low=writer.labels.rate_value(rate, Decimal(0)),
        high=writer.labels.rate_value(rate, highest),
        first=first.year,
        last=end.year,
    )


def _along(day: date, first: date, end: date) -> int:
    return round((day - first).days / (end - first).days * WIDTH)


def _up(value: Decimal, highest: Decimal) -> int:
    if highest <= 0:
        return HEIGHT
    return round(HEIGHT - float(value / highest) * (HEIGHT - _MARGIN))
