"""Two days that belong together: the later one may not come first, nor by a slip of the year."""

from datetime import date

from wizard.domain.days import years_after
from wizard.domain.place import Place
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Reading
from wizard.rulebook.records import Spot
from wizard.rulebook.slips import meant_year

# What nobody has read for longer than this, nobody should lean on.
_MOST_YEARS = 5


def check_order(
    place: Place, reading: Reading, earlier: tuple[str, date], later: tuple[str, date]
) -> bool:
    """Report a later day that comes before the earlier one, and tell whether they are in order.

    Each is the key and the day that stands there.
    """
    (before, first), (after, last) = earlier, later
    if last >= first:
        return True
    reading.report(place, say.DATES_SWAPPED, later=after, last=last, earlier=before, first=first)
    return False


def check_revisit(spot: Spot, read: tuple[str, date], again: tuple[str, date]) -> None:
    """Report the day to read a thing again when it is before, or in another age than, the first."""
    (earlier, first), (later, last) = read, again
    today = spot.reading.today
    if today is not None and first > today:
        return  # that has been reported, and tells nothing of the other
    in_order = check_order(spot.at(later), spot.reading, read, again)
    if in_order and last > years_after(first, _MOST_YEARS):
        meant = meant_year(last, range(first.year, first.year + _MOST_YEARS))
        days = {"last": last, "first": first, "years": _MOST_YEARS}
        spot.report(say.DATES_FAR_APART, later, meant=meant, later=later, earlier=earlier, **days)
