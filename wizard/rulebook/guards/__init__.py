"""What a slip of the finger makes of rules that are well formed: each guard looks at one kind.

The loader tells whether a file can be read, a guard whether what it says can be meant. A rulebook
that was in use once is read again without them: it was guarded by what was known in its own day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from wizard.domain.conditions import Condition
from wizard.domain.facts import Question
from wizard.domain.place import Place
from wizard.domain.plausibility import PlausibilityRules
from wizard.domain.rulebook import Need
from wizard.domain.schemes import Scheme
from wizard.rulebook.guards.editions import guard_editions
from wizard.rulebook.guards.possible import Possibility, guard_condition
from wizard.rulebook.guards.rates import guard_rates
from wizard.rulebook.guards.relations import guard_relations
from wizard.rulebook.messages import guards as say
from wizard.rulebook.reading import Reading
from wizard.rulebook.turns import in_each_period


@dataclass(frozen=True, slots=True)
class Guarded:
    """What could be read of a rulebook.

    `most_jump` is how many per cent a rate may go up or down from one value to the next without a
    reason; `None` where nobody has said.
    """

    needs: Mapping[str, Need]
    schemes: Mapping[str, Scheme]
    plausibility: PlausibilityRules
    most_jump: Decimal | None

    def conditions(self) -> Iterator[tuple[Place, Condition]]:
        """Yield every condition but those of questions, and the place of what it belongs to."""
        for need in self.needs.values():
            yield need.place, need.severe
            yield need.place, need.some
        for scheme in self.schemes.values():
            yield from _wanted(scheme)
            for edition in scheme.editions:
                for requirement in edition.requirements:
                    yield requirement.place, requirement.condition
        for rule in self.plausibility.rules:
            yield rule.place, rule.condition


def _wanted(scheme: Scheme) -> Iterator[tuple[Place, Condition]]:
    """Yield when a scheme is wanted and when it is in place, in every edition."""
    for version in scheme.versions:
        for condition in (version.relevant, version.in_place):
            if condition is not None:
                yield scheme.place, condition


def guard(found: Guarded, reading: Reading) -> None:
    """Report what is well formed and can hardly be meant."""
    guard_rates(reading.rates, found.most_jump, reading)
    guard_editions(found.schemes, reading)
    for schemes in in_each_period(found.schemes):
        guard_relations(schemes, reading)
    possibility = Possibility(reading)
    for place, condition in found.conditions():
        guard_condition(place, condition, say.NEVER_MET, possibility)
    for fact in reading.facts.values():
        if isinstance(fact, Question):
            if fact.applies is not None:
                guard_condition(fact.place, fact.applies, say.NEVER_ASKED, possibility)
            for option in fact.options:
                if option.applies is not None:
                    guard_condition(fact.place, option.applies, say.NEVER_OFFERED, possibility)
