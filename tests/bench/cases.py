"""The rulebook and the cases that the benchmarks judge, and what both sides must agree on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from wizard import municipalities
from wizard.advice import new_case
from wizard.domain.case import Case
from wizard.domain.facts import Fact, FactType
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.domain.values import FactValue, Unknown, Value
from wizard.engine.facts import derive, find_facts
from wizard.paths import DATA
from wizard.rulebook import load

# Every benchmark judges on this day, so that two runs measure the same rules.
DAY = date(2026, 11, 22)

Values = dict[str, FactValue]


class Disagreement(Exception):
    """The two sides of a benchmark do not give the same answers; timing them tells nothing."""


@dataclass(frozen=True, slots=True)
class Cases:
    """A rulebook with the cases of its journeys, and every municipality without an answer."""

    rulebook: Rulebook
    journeys: Mapping[str, tuple[Case, Municipality]]
    unanswered: tuple[tuple[Case, Municipality], ...]

    def values(self) -> list[Values]:
        """Return the value of every fact in the journeys, all on the same day."""
        found = (find_facts(case, self.rulebook, m, DAY) for case, m in self.journeys.values())
        return [{id_: each.value for id_, each in facts.items()} for facts in found]

    def complete_values(self) -> list[Values]:
        """Return the same with something in the place of every unknown."""
        return [completed(values, self.rulebook) for values in self.values()]


def cases_of(rules: Path) -> Cases:
    """Return the rulebook in a folder with its cases."""
    rulebook, known = load(rules), municipalities.load(DATA)
    return Cases(
        rulebook,
        {
            id_: (each.case, known.get(each.case.municipality_number))
            for id_, each in rulebook.journeys.items()
        },
        tuple((new_case(each, rulebook, DAY, Language.NB), each) for each in known.all),
    )


def completed(values: Values, rulebook: Rulebook) -> Values:
    """Return the values with the first thing that could be said wherever nothing was."""
    given = {id_: value for id_, value in values.items() if id_ not in rulebook.derived}
    filled: Values = {
        id_: something(rulebook.facts[id_]) if isinstance(value, Unknown) else value
        for id_, value in given.items()
    }
    found = derive(rulebook, filled)
    return {id_: Decimal(0) if isinstance(found[id_], Unknown) else found[id_] for id_ in values}


def something(fact: Fact) -> Value:
    """Return some value of the fact's type."""
    if fact.type is FactType.MANY:
        return frozenset()
    if fact.type.is_number:
        return Decimal(1)
    if fact.type is FactType.DATE:
        return DAY
    return fact.options[0].id if fact.options else ""


def must_agree(what: str, ours: Iterable[object], theirs: Iterable[object]) -> None:
    """Compare what the two sides answer, case by case.

    Raises:
        Disagreement: an answer differs, or one side gave fewer.

    """
    for number, (our, their) in enumerate(zip(ours, theirs, strict=True)):
        if our != their:
            raise Disagreement(f"{what}, case {number}: {our} is not {their}")
