"""The shapes of numbers and dates."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NoReturn

from wizard.domain.answers import BadValue, Fault, read_date, read_number
from wizard.domain.place import Place
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.shapes import Shape, scalar
from wizard.rulebook.tree import Node

_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_NORWEGIAN_DATE = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*((?:20)?[0-9]{2})")
_WELL_FORMED_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-[0-9]{2}")
_RATE_IN_WORDS = re.compile(r"\{?sats:\s*([a-z0-9_-]+)\}?")

_FAULTS: dict[Fault, Text] = {
    Fault.EMPTY: say.NO_VALUE,
    Fault.NOT_A_NUMBER: say.NOT_A_NUMBER,
    Fault.NOT_WHOLE: say.NOT_WHOLE,
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
        minimum=bad.minimum,
        maximum=bad.maximum,
    )


def _meant(bad: BadValue) -> str | None:
    """Return what was probably meant: people write numbers and dates the Norwegian way."""
    if bad.fault is Fault.NOT_A_NUMBER:
        if rate := _RATE_IN_WORDS.fullmatch(bad.raw):
            return f"{{sats: {rate[1]}}}"
        guess = re.sub(r"\s|%|kr", "", bad.raw).replace(",", ".")
        return guess if _reads(read_number, guess) else None
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


@dataclass(frozen=True)
class Number(Shape[Decimal]):
    """A number; with `ends` in a range, both included."""

    ends: tuple[int, int] | None = None

    def read(self, node: Node, reading: Reading) -> Decimal:
        """Return the number."""
        text = scalar(node, reading).text
        try:
            number = read_number(text)
        except BadValue as bad:
            refuse_value(node.place, reading, bad)
        if self.ends and not self.ends[0] <= number <= self.ends[1]:
            low, high = self.ends
            reading.refuse(node.place, say.OUT_OF_RANGE, raw=text, minimum=low, maximum=high)
        return number


@dataclass(frozen=True)
class Whole(Shape[int]):
    """A whole number in a range, both ends included."""

    minimum: int
    maximum: int

    def read(self, node: Node, reading: Reading) -> int:
        """Return the number."""
        text = scalar(node, reading).text
        number = Number((self.minimum, self.maximum)).read(node, reading)
        if "." in text:
            reading.refuse(node.place, say.NOT_WHOLE, raw=text)
        return int(number)


@dataclass(frozen=True)
class Day(Shape[date]):
    """A date."""

    def read(self, node: Node, reading: Reading) -> date:
        """Return the date."""
        try:
            return read_date(scalar(node, reading).text)
        except BadValue as bad:
            refuse_value(node.place, reading, bad)


@dataclass(frozen=True)
class DayOrYear(Shape[str]):
    """A date or a year, as text: when a figure was counted."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        text = scalar(node, reading).text
        return text if _FOUR_DIGITS.fullmatch(text) else Day().read(node, reading).isoformat()


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
