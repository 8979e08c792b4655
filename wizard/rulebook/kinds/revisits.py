"""The day that something was read, and the day to read it again: neither may be a slip."""

from datetime import date

from wizard.domain.days import years_after
from wizard.domain.suggestion import closest
from wizard.rulebook.messages import rules as say
from wizard.rulebook.records import Spot

# What nobody has read for longer than this, nobody should lean on.
_MOST_YEARS = 5


def check_revisit(spot: Spot, read: tuple[str, date], again: tuple[str, date]) -> None:
    """Report a later day that comes before the earlier one, or in another age than it."""
    (earlier, first), (later, last) = read, again
    message, meant = None, None
    if last < first:
        message = say.DATES_SWAPPED
    elif last > years_after(first, _MOST_YEARS):
        message, meant = say.DATES_FAR_APART, _meant(first, last)
    if message:
        days = {"last": last, "first": first, "years": _MOST_YEARS}
        spot.report(message, later, meant=meant, later=later, earlier=earlier, **days)


def _meant(first: date, last: date) -> str | None:
    """Return the same day in the year that is written most like this one."""
    near = (years_after(last, first.year + n - last.year) for n in range(_MOST_YEARS + 1))
    return closest(last.isoformat(), [day.isoformat() for day in near if day >= first])
