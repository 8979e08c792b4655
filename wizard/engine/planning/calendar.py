"""The days of the plan: when work begins, and when years end."""

from calendar import monthrange
from datetime import date

from wizard.domain.advice import BundleItem, Phase

_MONTHS_BEFORE_THE_REST = 3
_YEAR = 12


def begin_of(item: BundleItem, day: date) -> date:
    """Return the first day there are hands for a member, for a plan that begins on `day`."""
    if item.phase is Phase.THIS_YEAR:
        return months_after(day, _MONTHS_BEFORE_THE_REST)
    return months_after(day, _YEAR * (item.year - 1))


def phase_end(phase: Phase, day: date, years: int) -> date:
    """Return the last day of a phase, for a plan of so many years that begins on `day`."""
    if phase is Phase.NOW:
        return months_after(day, _MONTHS_BEFORE_THE_REST)
    return months_after(day, _YEAR if phase is Phase.THIS_YEAR else _YEAR * years)


def months_after(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
