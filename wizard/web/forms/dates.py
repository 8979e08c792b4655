"""Dates as people type them into three boxes, or all into one of them."""

import re
from collections.abc import Mapping
from datetime import date

from wizard.domain.answers import read_date
from wizard.domain.faults import BadValue
from wizard.domain.text import Text
from wizard.web.forms import messages

BOXES = ("dag", "maned", "ar")
_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_WEEKDAYS = frozenset(
    {"mandag", "måndag", "tirsdag", "tysdag", "onsdag", "torsdag", "fredag", "lørdag", "laurdag"}
    | {"søndag", "sundag"}
)
_DIGITS_OF_YEAR = 4

_DAY = re.compile(r"[0-9]{1,2}\.?")
_MONTH = re.compile(r"(?:[0-9]{1,2}|[a-zæøå]{3,})\.?")
_YEAR = re.compile(r"[0-9]{4}")
_DATE = re.compile(r"([0-9]{1,2})[-./ ]+([0-9]{1,2}|[a-z]{3,})[-./ ]+([0-9]+)\.?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


class UnreadableDateError(ValueError):
    """What was typed is no date. `boxes` are those at fault; `message` says what to do about it."""

    def __init__(self, boxes: frozenset[str], message: Text = messages.PART_OF_DATE) -> None:
        self.boxes = boxes
        self.message = message
        super().__init__(message.nb)


def read_day(typed: Mapping[str, str]) -> date | None:
    """Return the day that three boxes say together; `None` where nothing stands in them.

    A day or a month may have a point behind it, and a month may be a word or its beginning. It does
    not matter in which box the parts stand, as long as they follow one another. The day of the week
    says nothing.

    Raises:
        UnreadableDateError: they say no date, one that does not exist, or the year has not four
            digits.

    """
    if not any(text.strip() for text in typed.values()):
        return None
    year, month, day = _parts(typed)
    try:
        return read_date(f"{year}-{month:0>2}-{day:0>2}")
    except BadValue:
        wrong = "dag" if 1 <= int(month) <= len(_MONTHS) else "maned"
        raise UnreadableDateError(holding(wrong, typed), messages.NOT_A_DATE) from None


def _parts(typed: Mapping[str, str]) -> tuple[str, str, str]:
    # Split on every sort of space: what is pasted has those that keep a date on one line.
    words = " ".join(typed[box] for box in BOXES).lower().split()
    text = " ".join(words[1:] if words and words[0].strip(",.") in _WEEKDAYS else words)
    if iso := _ISO.fullmatch(text):
        year, month, day = iso.groups()
    elif found := _DATE.fullmatch(text):
        day, month, year = found.groups()
    else:
        raise UnreadableDateError(_at_fault(typed))
    number = _month(month)
    if number is None:
        raise UnreadableDateError(holding("maned", typed))
    if len(year) != _DIGITS_OF_YEAR:
        raise UnreadableDateError(holding("ar", typed), messages.SHORT_YEAR)
    return year, number, day


def holding(box: str, typed: Mapping[str, str]) -> frozenset[str]:
    """Return where a part of the date stands: in its own box, or with the others."""
    filled = frozenset(each for each in BOXES if typed[each].strip())
    return frozenset({box}) if len(filled) == len(BOXES) else filled


def _at_fault(typed: Mapping[str, str]) -> frozenset[str]:
    """Return the boxes that do not hold what belongs there; all of them where each seems to."""
    patterns = zip(BOXES, (_DAY, _MONTH, _YEAR), strict=True)
    wrong = {box for box, pattern in patterns if not pattern.fullmatch(typed[box].strip().lower())}
    return frozenset(wrong or BOXES)


def _month(text: str) -> str | None:
    if text.isdecimal():
        return text
    found = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(text)]
    return str(found[0]) if len(found) == 1 else None
