"""The days of the plan."""

from datetime import date

import pytest

from wizard.engine.planning.calendar import months_after

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (DAY, 3, date(2027, 2, 22)),
        (DAY, 48, date(2030, 11, 22)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(
    day: date, months: int, then: date
) -> None:
    """The thirtieth of November plus three months is the last of February."""
    assert months_after(day, months) == then
