"""The shapes of numbers and dates."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NoReturn

from wizard.domain.answers import read_date
from wizard.domain.faults import BadValue, Fault
from wizard.domain.limits import within
from wizard.domain.number_kinds import NumberKind
from wizard.domain.numbers import read_number, write_number
from wizard.domain.place import Place
from wizard.domain.suggestion import closest
from wizard.domain.text import Text, joined
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.shapes import Shape, scalar
from wizard.rulebook.slips import meant_year
from wizard.rulebook.tree import Node

_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_NORWEGIAN_DATE = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*((?:20)?[0-9]{2})")
_WELL_FORMED_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-[0-9]{2}")
_RATE_IN_WORDS = re.compile(r"\{?sats:\s*([a-z0-9_-]+)\}?")

_YEARS_BACK = 5
# What lies further away was never meant; nothing in the rules is planned for longer than a life.
_FIRST, _LAST = 1900, 2100

_FAULTS: dict[Fault, Text] = {
    Fault.EMPTY: say.NO_VALUE,
    Fault.NOT_A_NUMBER: say.NOT_A_NUMBER,
    Fault.NOT_WHOLE: say.NOT_WHOLE,
    Fault.FRACTION: say.FRACTION,
    Fault.UNCLEAR: say.UNCLEAR,
    Fault.OTHER_UNIT: say.OTHER_UNIT,
    Fault.OUT_OF_RANGE: say.OUT_OF_RANGE,
    Fault.NOT_A_DATE: say.NOT_A_DATE,
    Fault.NOT_A_CODE: say.NOT_A_CODE,
    Fault.UNKNOWN_OPTION: say.NOT_ALLOWED,
    Fault.LIST_WANTED: say.LIST_WANTED,
    Fault.ONE_WANTED: say.ONE_WANTED,
}


def refuse_value(place: Place, reading: Reading, bad: BadValue, fact: str = "") -> NoReturn:
    """Say why a value cannot stand here.

    Raises:
        Refused: always.

    """
    asked = reading.defined[Kind.FACT].get(fact)
    message = _FAULTS[bad.fault]
    if message is say.NOT_ALLOWED and asked:
        message = say.NOT_AN_OPTION
    if message is say.UNCLEAR and len(bad.readings) == 1:
        message = say.DOUBTFUL
    if message is say.NOT_A_DATE and _WELL_FORMED_DATE.fullmatch(bad.raw):
        message = say.NO_SUCH_DAY
    reading.refuse(
        place,
        message,
        meant=_meant(bad),
        place=asked,
        raw=bad.raw,
        fact=fact,
        allowed=listed(bad.options),
        wanted=_wanted(bad.kind),
        readings=" eller ".join(map(write_number, bad.readings)),
    )


def _wanted(kind: NumberKind) -> Text:
    ends = (kind.minimum, kind.maximum)
    room = within(*("" if end is None else format(end.normalize(), "f") for end in ends))
    return joined(say.A_WHOLE_NUMBER if kind.whole else say.A_NUMBER, room)


def _meant(bad: BadValue) -> str | None:
    """Return what was probably meant: a rate, an option, a date as Norwegians write it."""
    if bad.fault is Fault.NOT_A_NUMBER:
        rate = _RATE_IN_WORDS.fullmatch(bad.raw)
        return f"{{sats: {rate[1]}}}" if rate else None
    if bad.fault is Fault.UNCLEAR and len(bad.readings) == 1:
        return write_number(bad.readings[0])
    if bad.fault is Fault.NOT_A_DATE and (parts := _NORWEGIAN_DATE.fullmatch(bad.raw)):
        guess = f"20{parts[3][-2:]}-{parts[2]:0>2}-{parts[1]:0>2}"
        return guess if _reads(read_date, guess) else None
    if bad.fault is Fault.NOT_A_DATE and (parts := _WELL_FORMED_DATE.fullmatch(bad.raw)):
        ends = (f"{parts[1]}-{parts[2]}-{day}" for day in (31, 30, 29, 28))
        return next((end for end in ends if _reads(read_date, end)), None)
    return closest(bad.raw, bad.options)


def _reads(read: Callable[[str], object], guess: str) -> bool:
    try:
        read(guess)
    except BadValue:
        return False
    return True


def read_kind(kind: NumberKind, node: Node, reading: Reading) -> Decimal:
    """Return the number of a kind that a node says.

    Raises:
        Refused: it says none, or more than one; the reason has been reported.

    """
    try:
        return read_number(scalar(node, reading).text, kind)
    except BadValue as bad:
        refuse_value(node.place, reading, bad)


@dataclass(frozen=True)
class Number(Shape[Decimal]):
    """A number; with `ends` in a range, both included."""

    ends: tuple[int, int] | None = None

    def read(self, node: Node, reading: Reading) -> Decimal:
        """Return the number."""
        low, high = map(Decimal, self.ends) if self.ends else (None, None)
        return read_kind(NumberKind(minimum=low, maximum=high), node, reading)


@dataclass(frozen=True)
class Whole(Shape[int]):
    """A whole number in a range, both ends included."""

    minimum: int
    maximum: int

    def read(self, node: Node, reading: Reading) -> int:
        """Return the number."""
        kind = NumberKind(whole=True, minimum=Decimal(self.minimum), maximum=Decimal(self.maximum))
        return int(read_kind(kind, node, reading))


@dataclass(frozen=True)
class Day(Shape[date]):
    """A date; with `past`, of something that has been done, so not after the day of the reading.

    With `paired`, whoever asks for it looks at how far it is from another day.
    """

    past: bool = False
    paired: bool = False

    def read(self, node: Node, reading: Reading) -> date:
        """Return the date; also one that has not been, so that the rest can be read beside it."""
        try:
            day = read_date(scalar(node, reading).text)
        except BadValue as bad:
            refuse_value(node.place, reading, bad)
        today = reading.today
        if self.past and today is not None and day > today:
            been = range(today.year, today.year - _YEARS_BACK, -1)
            meant = meant_year(day, been) if day.year > today.year else None
            reading.report(node.place, say.NOT_YET, meant=meant, raw=day, today=today)
            return day
        if not self.paired and not _FIRST <= day.year <= _LAST:
            reading.refuse(node.place, say.FAR_AWAY, raw=day, first=_FIRST, last=_LAST)
        return day


@dataclass(frozen=True)
class DayOrYear(Shape[str]):
    """A date or a year, as text: when a figure was counted."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        text, today = scalar(node, reading).text, reading.today
        if not _FOUR_DIGITS.fullmatch(text):
            return Day(past=True).read(node, reading).isoformat()
        if today is not None and int(text) > today.year:
            reading.refuse(node.place, say.NOT_YET, raw=text, today=today)
        return text


@dataclass(frozen=True)
class DayOfYear(Shape[tuple[int, int]]):
    """A month and a day that come back every year."""

    def read(self, node: Node, reading: Reading) -> tuple[int, int]:
        """Return month and day."""
        text = scalar(node, reading).text
        try:
            # A year that is not a leap year: the day must exist every year.
            day = read_date(f"2001-{text}")
        except BadValue:
            reading.refuse(node.place, say.NOT_A_DAY, raw=text)
        return day.month, day.day


@dataclass(frozen=True)
class MunicipalityNumber(Shape[str]):
    """Four digits; the leading zero counts."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the number as text."""
        text = scalar(node, reading).text
        if not _FOUR_DIGITS.fullmatch(text):
            reading.refuse(node.place, say.NOT_A_MUNICIPALITY, raw=text)
        return text
