"""Working days in Norway: a day to be done by that nobody works on is the working day before.

That is for the days that we reckon ourselves. A deadline that law or a grant sets, and a meeting
that somebody has called, stay on their day.
"""

from datetime import date, timedelta
from functools import lru_cache

_A_DAY = timedelta(days=1)
_SATURDAY = 5
# Helligdagsloven § 2 and lov om 1 og 17 mai: the days with a date, and those that follow Easter.
_FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)


def working_day(day: date) -> date:
    """Return the day itself, or the last working day before it where nobody works on it."""
    while _is_free(day) and day > date.min:
        day -= _A_DAY
    return day


def _is_free(day: date) -> bool:
    return day.weekday() >= _SATURDAY or day in _holidays(day.year)


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    easter = _easter(year)
    moving = {easter + timedelta(days=each) for each in _FROM_EASTER}
    return frozenset({date(year, *each) for each in _FIXED} | moving)


def _easter(year: int) -> date:
    """Return Easter Sunday (J. Meeus, *Astronomical Algorithms*, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
