"""What every verdict and need can still become: their diagrams, for one rulebook on one day.

Built once from the rules in force; a case is then only a matter of which values are allowed. The
decisions are those of `engine.law`, lifted over every answer at once. Nothing is open here: what is
unknown is what no answer can make known.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, reduce
from operator import or_

from wizard.domain.conditions import (
    Condition,
    FactTest,
    leaves,
)
from wizard.domain.facts import DerivedFigure, Question
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Edition, Funding, Scheme, WhenUnknown
from wizard.domain.settling import Settler
from wizard.engine import law
from wizard.engine.conditions import interpret
from wizard.engine.law import Gate, Row, Standing
from wizard.engine.whatif.diagram import Diagrams, TooLarge
from wizard.engine.whatif.drawing import MET, NOT_MET, TRUTHS, Drawing, drawn, severities
from wizard.engine.whatif.space import Space

# A verdict whose diagram wants more than this is left to Kleene logic, and says so.
_MOST_FOR_ONE = 20_000
# Some hundred bytes each.
_MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Tried:
    """What trying every answer tells of a verdict; `standing` where all lead to the same."""

    standing: Standing | None
    settled_by: tuple[str, ...]
    settlers: tuple[Settler, ...]
    exact: bool


class Outlook:
    """The rules in force on a day, ready for thousands of questions about one case after another.

    `verdicts` has a diagram of standings for each scheme, `needs` one of sets of severities (see
    `severities_of`) for each need; those that are too large are missing.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        day: date,
        most_for_one: int = _MOST_FOR_ONE,
        *,
        space: Space | None = None,
        diagrams: Diagrams | None = None,
    ) -> None:
        """Draw the diagrams.

        Two rulebooks drawn over one `space` in one store of `diagrams` can be held against each
        other: where they say the same, their diagrams are the same.
        """
        self.rulebook = rulebook
        self.day = day
        self.space = space or Space(rulebook, day, conditions_in_force(rulebook, day))
        self.diagrams = Diagrams() if diagrams is None else diagrams
        self._most_for_one = most_for_one
        self.needs: dict[str, int] = {}
        self._draw_each(self.needs, rulebook.needs, lambda id_: self.need(rulebook.needs[id_]))
        alone: dict[str, int] = {}
        self._draw_each(alone, rulebook.schemes, lambda id_: self.alone(rulebook.schemes[id_]))
        self.verdicts: dict[str, int] = {}
        in_order = law.companions_first(rulebook.schemes)
        self._draw_each(self.verdicts, in_order, lambda id_: self._capped(id_, alone))
        # The variables of each verdict, and what came of trying the answers to them.
        self.asks = {
            id_: tuple(sorted(self.diagrams.support(each))) for id_, each in self.verdicts.items()
        }
        self._tried: dict[Hashable, Tried] = {}
        self._looks_at: dict[str, frozenset[str]] = {}

    def remembered(self, key: Hashable, make: Callable[[], Tried]) -> Tried:
        """Return what came of trying some answers, tried only the first time.

        Most kommuner leave the same open; what comes of it depends on nothing but the key. So
        threads may share this memory: at worst two work out the same, and either is right.
        """
        found = self._tried.get(key)
        if found is None:
            if len(self._tried) >= _MOST_REMEMBERED:
                self.forget()
            found = self._tried[key] = make()
        return found

    def forget(self) -> None:
        """Forget what was tried, as before the first case."""
        self._tried.clear()

    def looks_at(self, scheme: str) -> frozenset[str]:
        """Return the facts that the rules of a scheme and its companions look at, all the way down.

        Through needs, what calculated figures are made of, and what decides whether to ask.
        """
        found = self._looks_at.get(scheme)
        if found is None:
            conditions = scheme_conditions(self.rulebook.schemes[scheme], self.day)
            found = frozenset(fact for each in conditions for fact in self.facts_behind(each))
            company = self.rulebook.schemes[scheme].only_with
            found = found.union(*map(self.looks_at, company))
            self._looks_at[scheme] = found
        return found

    def facts_behind(self, condition: Condition) -> frozenset[str]:
        """Return the facts that a condition looks at, all the way down."""
        found = set[str]()
        for leaf in leaves(condition):
            if isinstance(leaf, FactTest):
                found |= self.behind(leaf.fact)
            else:
                need = self.rulebook.needs[leaf.need]
                found |= self.facts_behind(need.severe) | self.facts_behind(need.some)
        return frozenset(found)

    def behind(self, fact: str) -> frozenset[str]:
        """Return a fact, with what it is calculated from and what decides whether it is asked."""
        known, found = self.rulebook.facts[fact], frozenset({fact})
        if isinstance(known, DerivedFigure):
            return found.union(*map(self.behind, known.operands))
        if isinstance(known, Question) and known.applies:
            return found | self.facts_behind(known.applies)
        return found

    def _draw_each(
        self, found: dict[str, int], ids: Iterable[str], draw: Callable[[str], int]
    ) -> None:
        """Draw what can be drawn; what is too large, or rests on what is, is left out."""
        for id_ in ids:
            self.diagrams.most = len(self.diagrams) + self._most_for_one
            with suppress(TooLarge):
                found[id_] = draw(id_)

    def need(self, need: Need) -> int:
        """Return the diagram of a need, which may be otherwise than in the rulebook.

        Raises:
            TooLarge: it has no diagram of reasonable size.

        """
        return self.diagrams.apply(severities, self.tree(need.severe), self.tree(need.some))

    def alone(self, scheme: Scheme) -> int:
        """Return the diagram of a scheme, companions left aside, as `need` does.

        Raises:
            TooLarge: it has no diagram of reasonable size.

        """
        edition = scheme.edition_on(self.day)
        if edition is None or edition.funding is Funding.CLOSED:
            return law.decide(Row(in_force=False)).standing
        clarify = scheme.when_unknown is WhenUnknown.CLARIFY

        def standing(in_place: int, relevant: int, gates: int) -> int:
            row = Row(TRUTHS[in_place], TRUTHS[relevant], Gate(gates), clarify)
            return law.decide(row).standing

        return self.diagrams.apply(
            standing,
            self.tree(scheme.in_place) if scheme.in_place else NOT_MET,
            self.tree(scheme.relevant) if scheme.relevant else MET,
            self._gates(edition),
        )

    def _gates(self, edition: Edition) -> int:
        found = int(Gate.FINE)
        for each in edition.requirements:
            now, relaxed = self.tree(each.condition), self.tree(each.condition, relaxed=True)
            found = self.diagrams.apply(or_, found, self.diagrams.apply(_gate, now, relaxed))
        return found

    def _capped(self, id_: str, alone: Mapping[str, int]) -> int:
        own = drawn(alone, id_)
        companions = [drawn(self.verdicts, each) for each in self.rulebook.schemes[id_].only_with]
        if not companions:
            return own
        best = reduce(lambda a, b: self.diagrams.apply(_better, a, b), companions)
        return self.diagrams.apply(_lowered, own, best)

    def tree(self, condition: Condition, *, relaxed: bool = False) -> int:
        """Return the truth of a condition for every answer; `relaxed` as in `Drawing`.

        Raises:
            TooLarge: it has no diagram of reasonable size.

        """
        return interpret(condition, Drawing(self.diagrams, self.space, self.needs, relaxed=relaxed))


def _gate(now: int, relaxed: int) -> int:
    return law.gate(TRUTHS[now], TRUTHS[relaxed])


def _better(one: int, other: int) -> int:
    return law.better(Standing(one), Standing(other))


def _lowered(own: int, companion: int) -> int:
    return law.lowered(Standing(own), Standing(companion))


def conditions_in_force(rulebook: Rulebook, day: date) -> Iterable[Condition]:
    """Yield every condition in force on the day."""
    for need in rulebook.needs.values():
        yield from (need.severe, need.some)
    for question in rulebook.questions.values():
        if question.applies:
            yield question.applies
    for scheme in rulebook.schemes.values():
        yield from scheme_conditions(scheme, day)


def scheme_conditions(scheme: Scheme, day: date) -> Iterable[Condition]:
    """Yield every condition of a scheme that is in force on the day."""
    edition = scheme.edition_on(day)
    gates = [each.condition for each in edition.requirements] if edition else []
    yield from (each for each in (scheme.in_place, scheme.relevant, *gates) if each)


def outlook_on(rulebook: Rulebook, day: date) -> Outlook:
    """Return the outlook for a day: one for all days between two changes of the rules."""
    rules = rulebook.on(day)
    return _outlook(rules, max(each for each in _changes(rules) if each <= day))


def days_of_change(rulebook: Rulebook) -> tuple[date, ...]:
    """Return the first day of each period with rules of its own, the earliest first."""
    return tuple(sorted(_changes(rulebook)))


@lru_cache(maxsize=8)
def _outlook(rulebook: Rulebook, day: date) -> Outlook:
    return Outlook(rulebook, day)


@lru_cache(maxsize=8)
def _changes(rulebook: Rulebook) -> frozenset[date]:
    """Return the days on which a rate or an edition begins, or the day after one has ended."""
    found = {date.min}
    found.update(each.valid_from for rate in rulebook.rates.values() for each in rate.values)
    for scheme in rulebook.schemes.values():
        for edition in scheme.editions:
            if edition.valid_from:
                found.add(edition.valid_from)
            if edition.valid_to and edition.valid_to < date.max:
                found.add(edition.valid_to + timedelta(days=1))
    return frozenset(found)
