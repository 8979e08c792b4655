"""Whether two schemes that exclude each other can both be in one plan.

The choice is a solver's, and its rules let in no rival beside another. So the solver itself is
asked for a set with both, in a case where both could be in: there must be none. What is only made
known is not chosen; there the plan itself is looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Effect, Scheme
from wizard.engine.bundle import candidates
from wizard.engine.choice import best_set
from wizard.engine.law import Standing
from wizard.engine.whatif.drawing import drawn
from wizard.lab.prove.cases import Maker
from wizard.lab.prove.dead import ADVISED
from wizard.lab.prove.periods import Period


@dataclass(frozen=True, slots=True)
class Pair:
    """Two schemes of which one says that it is an alternative to the other."""

    one: Scheme
    other: Scheme


def pairs(rules: Rulebook) -> Iterator[Pair]:
    """Yield every pair once."""
    seen = set[frozenset[str]]()
    for scheme in rules.schemes.values():
        for other in scheme.alternative_to:
            key = frozenset({scheme.id, other})
            if key not in seen and other in rules.schemes:
                seen.add(key)
                yield Pair(scheme, rules.schemes[other])


def together(period: Period, pair: Pair) -> int:
    """Return, as a diagram, the situations where both could be in a plan.

    Raises:
        TooLarge: their rules are too tangled to draw.

    """
    standings = [drawn(period.outlook.verdicts, each.id) for each in (pair.one, pair.other)]
    both = period.outlook.diagrams.apply(_both_advised, *standings)
    return period.possible.where(both, bool)


def _both_advised(one: int, other: int) -> int:
    return int(Standing(one) in ADVISED and Standing(other) in ADVISED)


def both_in(maker: Maker, period: Period, pair: Pair, situations: int) -> tuple[Case | None, bool]:
    """Return a case whose plan can have both, if one is found, and whether that is the whole truth.

    Who is a rival stands in the rules alone. So one case where both could be in tells for all;
    without such a case the solver has not been asked.
    """
    if is_told(period.rules, pair):
        case = maker.showing(period.possible, situations, lambda advice: has_both(advice, pair))
        return case, case is not None
    case = maker.showing(period.possible, situations, lambda advice: both_wanted(advice, pair))
    return (case if case and can_choose(maker.advice(case), pair) else None), case is not None


def is_told(rules: Rulebook, pair: Pair) -> bool:
    """Tell whether one of them is only made known, so that nobody chooses between them."""
    return bool(rules.plan.make_known) and Effect.INFORMS in {pair.one.effect, pair.other.effect}


def has_both(advice: Advice, pair: Pair) -> bool:
    """Tell whether both are in the plan, or made known by it."""
    there = {each.scheme for each in advice.bundle.items} | set(advice.plan.made_known)
    return {pair.one.id, pair.other.id} <= there


def both_wanted(advice: Advice, pair: Pair) -> bool:
    """Tell whether both could be in the plan, were the other not there."""
    return {pair.one.id, pair.other.id} <= {each.id for each in candidates(advice)}


def can_choose(advice: Advice, pair: Pair) -> bool:
    """Tell whether the solver finds a set with both, whatever the limits."""
    both = {pair.one.id, pair.other.id}
    # What they want beside them is another matter.
    alone = [replace(each, wants=()) for each in candidates(advice)]
    return best_set(alone, [], must=both) is not None
