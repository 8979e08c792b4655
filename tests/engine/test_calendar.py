"""The days of the plan."""

from datetime import date

import pytest

from wizard.domain.advice import Phase
from wizard.domain.schemes import Responsible, Step
from wizard.domain.text import Text
from wizard.engine.calendar import months_after, phase_end, step_due

DAY = date(2026, 11, 22)


def step(days: int | None) -> Step:
    """Return a step that takes so many days."""
    return Step("a", Text("Gjør", "Gjer"), Responsible.PLANNING, days, ())


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


def test_days_count_from_when_the_phase_begins() -> None:
    """Who has no hands before next year is not late in January."""
    assert step_due(step(30), Phase.NOW, DAY, None) == date(2026, 12, 22)
    assert step_due(step(30), Phase.THIS_YEAR, DAY, None) == date(2027, 3, 24)
    assert step_due(step(30), Phase.PLAN_PERIOD, DAY, None) == date(2027, 12, 22)


def test_a_step_without_days_has_the_whole_phase() -> None:
    """It is due when the phase ends, or by the day to apply."""
    assert step_due(step(None), Phase.NOW, DAY, None) == phase_end(Phase.NOW, DAY)
    assert step_due(step(None), Phase.NOW, DAY, date(2027, 1, 15)) == date(2027, 1, 15)


def test_no_step_is_due_after_the_day_to_apply_or_the_end_of_the_phase() -> None:
    """What is needed for the application is done before it."""
    assert step_due(step(400), Phase.THIS_YEAR, DAY, date(2027, 5, 15)) == date(2027, 5, 15)
    assert step_due(step(400), Phase.THIS_YEAR, DAY, None) == date(2027, 11, 22)
