"""Working days in Norway."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.domain.workdays import working_day

_DAYS = st.dates(date(1990, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2027-03-04", "2027-03-04"),  # a Thursday
        ("2027-03-06", "2027-03-05"),  # a Saturday
        ("2027-03-07", "2027-03-05"),  # a Sunday
        ("2027-03-29", "2027-03-24"),  # Easter Monday: the Wednesday before
        ("2027-05-17", "2027-05-14"),  # the 17th of May, and Whit Monday
        ("2027-05-06", "2027-05-05"),  # Ascension Day
        ("2028-05-01", "2028-04-28"),
        ("2029-01-01", "2028-12-29"),
        ("2028-12-26", "2028-12-22"),
    ],
)
def test_a_day_off_is_the_working_day_before(day: str, before: str) -> None:
    assert working_day(date.fromisoformat(day)) == date.fromisoformat(before)


@given(_DAYS)
def test_it_is_never_after_never_far_before_and_stays_where_it_is(day: date) -> None:
    """No more than the days of an Easter."""
    found = working_day(day)
    assert timedelta() <= day - found <= timedelta(days=5)
    assert working_day(found) == found
    assert found.weekday() < 5


@pytest.mark.parametrize(
    "easter",
    [
        "1990-04-15",
        "2008-03-23",
        "2026-04-05",
        "2027-03-28",
        "2030-04-21",
        "2038-04-25",
        "2100-03-28",
    ],
)
def test_easter_is_where_the_almanac_has_it(easter: str) -> None:
    """From Thursday to Monday nobody works; before and after, people do."""
    sunday = date.fromisoformat(easter)
    free = [working_day(sunday + timedelta(days=each)) for each in range(-3, 2)]
    assert set(free) == {sunday - timedelta(days=4)}
    assert working_day(sunday + timedelta(days=2)) == sunday + timedelta(days=2)


def test_the_first_day_there_is_does_not_lead_beyond_it() -> None:
    assert working_day(date.min) == date.min
