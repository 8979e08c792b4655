"""Bounds so wide that a slip would pass. Advice, never a problem: the number may be right."""

from decimal import Decimal

from wizard.domain.numbers import write_number
from wizard.domain.rulebook import Rulebook
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import warnings as say
from wizard.rulebook.problems import Problem, in_order


def loose_bounds(rulebook: Rulebook) -> tuple[Problem, ...]:
    """Return the numbers of which twice or half would be believed."""
    found = []
    for rate in rulebook.rates.values():
        for dated in rate.values:
            value, bounds = dated.value, dated.bounds or rate.bounds
            if not isinstance(value, Decimal) or bounds is None:
                continue
            slips = [slip for slip in (value / 2, value * 2) if slip != value and bounds.hold(slip)]
            if slips:
                message = fill(
                    say.BOUNDS_TOO_WIDE,
                    missed=" og ".join(map(write_number, slips)),
                    low=write_number(bounds.minimum),
                    high=write_number(bounds.maximum),
                )
                found.append(Problem(dated.place, message))
    return in_order(found)
