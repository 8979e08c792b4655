"""Whether every severe need has a scheme that can carry it, or somebody to turn to."""

from dataclasses import dataclass
from functools import reduce

from wizard.domain.advice import Advice
from wizard.domain.conditions import Severity
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Effect
from wizard.engine.law import Standing
from wizard.engine.whatif.drawing import drawn, severities_of
from wizard.lab.prove.dead import ADVISED
from wizard.lab.prove.periods import Period
from wizard.lab.prove.possible import CANNOT

_SEVERE = frozenset({Severity.SEVERE})
_CARRIES = ADVISED | {Standing.IN_PLACE}


@dataclass(frozen=True, slots=True)
class Cover:
    """How a severe need is met in one period.

    `severe` counts the situations, told apart by what decides; in those of `left`, a diagram, no
    scheme carries it, and in those of `lost` neither can the municipality turn to the contact.
    """

    need: Need
    period: Period
    severe: int
    without: int
    left: int
    lost: int


def cover(period: Period, need: Need) -> Cover:
    """Return how a need is met in a period, in every situation where everything is answered.

    Raises:
        TooLarge: the rules of the need, or of what carries it, are too tangled to draw.

    """
    rules, outlook, possible = period.rules, period.outlook, period.answered
    apply, severities = outlook.diagrams.apply, drawn(outlook.needs, need.id)
    carriers = [drawn(outlook.verdicts, each) for each in carriers_of(rules, need.id)]
    carried = reduce(lambda a, b: apply(_also, a, b), carriers, CANNOT)
    contact = drawn(outlook.verdicts, need.contact)
    numbers = frozenset[int]().union(
        *(outlook.diagrams.support(each) for each in (severities, carried, contact))
    )
    severe = possible.where(severities, lambda end: severities_of(end) == _SEVERE, numbers)
    left = apply(lambda there, met: int(there and not met), severe, carried)
    lost = apply(_excluded_too, left, contact)
    return Cover(
        need,
        period,
        possible.count(severe, numbers),
        possible.count(left, numbers),
        left,
        lost,
    )


def _excluded_too(there: int, standing: int) -> int:
    return int(there and standing == Standing.EXCLUDED)


def _also(already: int, standing: int) -> int:
    return int(already or standing in _CARRIES)


def carriers_of(rules: Rulebook, need: str) -> list[str]:
    """Return the schemes that can carry a need."""
    return [
        each.id
        for each in rules.schemes.values()
        if each.effect is Effect.ACTS and any(one.main and one.need == need for one in each.covers)
    ]


def is_left(advice: Advice, need: str) -> bool:
    """Tell whether a need is severe and no scheme can carry it, as the engine has it."""
    carriers = carriers_of(advice.rulebook, need)
    verdicts = (advice.verdicts[each] for each in carriers)
    return advice.needs[need].severity is Severity.SEVERE and not any(
        Standing.of(each.kind, in_place=each.in_place) in _CARRIES for each in verdicts
    )


def is_told(advice: Advice, need: str) -> bool:
    """Tell whether the advice says so, and whom to turn to."""
    contact = advice.rulebook.needs[need].contact
    return any(each.need == need and each.contact == contact for each in advice.bundle.uncovered)
