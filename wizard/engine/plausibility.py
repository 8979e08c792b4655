"""Which answers are worth asking for once more. It decides nothing else."""

from collections.abc import Mapping
from datetime import date

from wizard.domain.plausibility import Plausibility
from wizard.domain.rulebook import Rulebook
from wizard.domain.values import FactValue, Truth
from wizard.engine.conditions import Situation, evaluate
from wizard.engine.facts import calculated


def doubted(
    rulebook: Rulebook, facts: Mapping[str, FactValue], day: date
) -> tuple[Plausibility, ...]:
    """Return the rules whose condition is certainly met by the facts; unknown is no doubt."""
    known = calculated(rulebook.plausibility.derived, facts)
    situation = Situation(day, rulebook.rates, known, {})
    return tuple(
        rule
        for rule in rulebook.plausibility.rules
        if evaluate(rule.condition, situation).truth is Truth.MET
    )
