"""The days of the plan: when phases begin and end, and when their steps are due."""

from calendar import monthrange
from datetime import date, timedelta

from wizard.domain.advice import Phase
from wizard.domain.schemes import Step

_BEGINS = {Phase.NOW: 0, Phase.THIS_YEAR: 3, Phase.PLAN_PERIOD: 12}
_ENDS = {Phase.NOW: 3, Phase.THIS_YEAR: 12, Phase.PLAN_PERIOD: 48}


def phase_begin(phase: Phase, day: date) -> date:
    """Return the first day of a phase, for a plan that begins on `day`."""
    return months_after(day, _BEGINS[phase])


def phase_end(phase: Phase, day: date) -> date:
    """Return the last day of a phase, for a plan that begins on `day`."""
    return months_after(day, _ENDS[phase])


def step_due(step: Step, phase: Phase, day: date, deadline: date | None) -> date:
    """Return when a step is due: its days count from when the phase begins.

    A step without days of its own has the whole phase. None is due after the day to apply by.
    """
    begins, latest = phase_begin(phase, day), deadline or phase_end(phase, day)
    due = latest if step.days is None else begins + timedelta(days=step.days)
    return min(due, latest) if latest >= day else due


def months_after(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
