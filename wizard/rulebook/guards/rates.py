"""Rates that can hardly be right: outside their bounds, or far from the value before.

Nothing tells a doubled rate from a right one but what somebody has said that it can be. So every
number says it. `wizard.lab.loose` tells where that is so wide that twice or half of it fits.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from wizard.domain.numbers import write_number
from wizard.domain.sources import Bounds, DatedValue, Rate
from wizard.rulebook.messages import guards as say
from wizard.rulebook.reading import Reading


def guard_rates(rates: Mapping[str, Rate], most_jump: Decimal | None, reading: Reading) -> None:
    """Report numbers without bounds, outside them, or far from the one before."""
    for rate in rates.values():
        numbers = [each for each in rate.values if isinstance(each.value, Decimal)]
        if numbers and rate.bounds is None:
            reading.report(rate.place, say.NO_BOUNDS, id=rate.id)
        for dated in numbers:
            _guard_bounds(dated, dated.bounds or rate.bounds, reading)
        if most_jump is not None:
            for earlier, later in pairwise(numbers):
                _guard_jump(earlier, later, most_jump, reading)
        _guard_change(rate, reading)


def _guard_change(rate: Rate, reading: Reading) -> None:
    """Report a value that changes nothing, and does not say that another source confirms it."""
    for earlier, later in pairwise(rate.values):
        if earlier.value == later.value and later.basis is None:
            reading.report(later.place, say.SAME_VALUE)


def _guard_bounds(dated: DatedValue, bounds: Bounds | None, reading: Reading) -> None:
    value = dated.value
    if bounds is None or not isinstance(value, Decimal):
        return
    if not bounds.hold(value):
        low, high = write_number(bounds.minimum), write_number(bounds.maximum)
        said = write_number(value)
        reading.report(dated.place, say.OUTSIDE_BOUNDS, value=said, low=low, high=high)


def _guard_jump(earlier: DatedValue, later: DatedValue, most: Decimal, reading: Reading) -> None:
    """Report a long way between two values that nobody has explained, and the other way round."""
    first, last = earlier.value, later.value
    if not isinstance(first, Decimal) or not isinstance(last, Decimal) or not first:
        return
    change = (last - first) / abs(first) * 100
    if abs(change) > most and later.jump is None:
        which = say.HIGHER if change > 0 else say.LOWER
        reading.report(later.place, say.JUMP, percent=round(abs(change)), which=which)
    if abs(change) <= most and later.jump is not None:
        reading.report(later.place, say.REASON_WITHOUT_JUMP, most=write_number(most))
