"""The days of the plan: when work begins, and when years end."""

from calendar import monthrange
from datetime import date

from wizard.domain.advice import BundleItem, Phase
from wizard.domain.workdays import working_day

_MONTHS_BEFORE_THE_REST = 3
_MONTHS_TO_REPORT = 6
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


def report_day(day: date, decided: date | None = None) -> date:
    """Return the working day to report back by on a plan of a day.

    Where it is not decided by then, it is as long after that day.
    """
    usual = months_after(day, _MONTHS_TO_REPORT)
    if decided and decided >= usual:
        usual = months_after(decided, _MONTHS_TO_REPORT)
    return working_day(usual)
