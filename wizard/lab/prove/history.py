"""Days on which a scheme has no rules, or two sets of them, or a rate that nobody knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from wizard.domain.conditions import Condition, FactTest, RateRef, leaves
from wizard.domain.place import Place
from wizard.domain.schemes import Scheme
from wizard.domain.text import Text
from wizard.domain.values import Unknown
from wizard.engine.whatif.outlook import scheme_conditions
from wizard.lab.prove.periods import Period

_A_DAY = timedelta(days=1)
_NEVER = date.max


@dataclass(frozen=True, slots=True)
class Hole:
    """Days, both included, on which a scheme has no edition, or more than one.

    `reason` is what the rule file says of days without one.
    """

    scheme: Scheme
    first: date
    last: date
    overlaps: bool
    reason: Text | None = None


def holes(scheme: Scheme) -> Iterator[Hole]:
    """Yield the gaps between editions, and the overlaps."""
    editions = sorted(scheme.editions, key=lambda each: each.valid_from or date.min)
    for earlier, later in pairwise(editions):
        last, first = earlier.valid_to or date.max, later.valid_from or date.min
        if last >= first:
            yield Hole(scheme, first, last, overlaps=True)
        elif last + _A_DAY < first:
            yield Hole(scheme, last + _A_DAY, first - _A_DAY, overlaps=False, reason=later.gap)


@dataclass(frozen=True, slots=True)
class NoRate:
    """A comparison with a rate that has no value in a period, in a rule of `owner`.

    `last` is the last day without one. It `is_history` where that was before the rate began.
    """

    owner: str
    rate: str
    place: Place
    period: Period
    last: date
    is_history: bool


def unknown_rates(period: Period) -> Iterator[NoRate]:
    """Yield the comparisons in force that nobody can make, since the rate has no value."""
    rules = period.rules
    owned: list[tuple[str, Iterable[Condition]]] = [
        *((id_, (each.severe, each.some)) for id_, each in rules.needs.items()),
        *((id_, [each.applies] if each.applies else []) for id_, each in rules.questions.items()),
        *((id_, scheme_conditions(each, period.first)) for id_, each in rules.schemes.items()),
    ]
    for owner, conditions in owned:
        for leaf in (leaf for condition in conditions for leaf in leaves(condition)):
            if isinstance(leaf, FactTest) and isinstance(leaf.operand, RateRef):
                rate = rules.rates[leaf.operand.id]
                if isinstance(rate.on(period.first), Unknown):
                    begins = min((each.valid_from for each in rate.values), default=_NEVER)
                    # A rate that has not begun is not known; one that has, must be from then on.
                    is_history = period.last < period.today and period.first < begins
                    last = begins - _A_DAY if period.first < begins else period.last
                    yield NoRate(owner, rate.id, leaf.place, period, last, is_history)
