"""The days of the plan: when phases begin and end."""

from calendar import monthrange
from datetime import date

from wizard.domain.advice import Phase

_BEGINS = {Phase.NOW: 0, Phase.THIS_YEAR: 3, Phase.PLAN_PERIOD: 12}
_ENDS = {Phase.NOW: 3, Phase.THIS_YEAR: 12, Phase.PLAN_PERIOD: 48}


def phase_begin(phase: Phase, day: date) -> date:
    """Return the first day of a phase, for a plan that begins on `day`."""
    return months_after(day, _BEGINS[phase])


def phase_end(phase: Phase, day: date) -> date:
    """Return the last day of a phase, for a plan that begins on `day`."""
    return months_after(day, _ENDS[phase])


def months_after(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
