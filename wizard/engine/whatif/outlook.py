"""What every verdict and need can still become: their diagrams, for one rulebook on one day.

Built once from the rules in force; a case is then only a matter of which values are allowed. The
order of decisions is the table in `docs/engine.md`, with nothing open: what is unknown here is
what no answer can make known.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, reduce
from operator import or_

from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Severity,
)
from wizard.domain.facts import Question
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Edition, Funding, WhenUnknown
from wizard.domain.settling import Settler
from wizard.domain.values import Unknown
from wizard.engine.compiled import (
    AFTER_CHANGE,
    CONDITIONAL,
    EXCLUDED,
    IN_PLACE,
    NOT_RELEVANT,
    OPEN,
    RECOMMENDED,
    Program,
    compile_rules,
)
from wizard.engine.conditions import compare
from wizard.engine.whatif.diagram import Diagrams, How, TooLarge
from wizard.engine.whatif.space import Space

_NOT_MET, _MET, _UNKNOWN = 0, 1, 2
# A verdict whose diagram wants more than this is left to Kleene logic, and says so.
_MOST_FOR_ONE = 20_000
# Some hundred bytes each.
_MOST_REMEMBERED = 20_000
# What is the matter with the requirements, as bits.
_SOME_UNKNOWN, _SOME_NOT_MET, _IMPOSSIBLE = 1, 2, 4
# A severity that hangs on something that no answer can tell.
NOBODY_KNOWS = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """What trying every answer tells of a verdict; `code` where all lead to the same."""

    code: int | None
    settled_by: tuple[str, ...]
    settlers: tuple[Settler, ...]
    exact: bool


class Outlook:
    """The rules in force on a day, ready for thousands of questions about one case after another.

    `verdicts` has a diagram of codes for each scheme, `needs` one of severities (or 3, where no
    answer can tell) for each need; those that are too large are missing.
    """

    def __init__(self, rulebook: Rulebook, day: date, most_for_one: int = _MOST_FOR_ONE) -> None:
        """Draw the diagrams."""
        self.rulebook = rulebook
        self.day = day
        self.program: Program = compile_rules(rulebook, day)
        self.space = Space(rulebook, day, conditions_in_force(rulebook, day))
        self.diagrams = Diagrams()
        self._most_for_one = most_for_one
        self._severe: dict[str, int] = {}
        self._some: dict[str, int] = {}
        self.needs = self._each(rulebook.needs, self._need)
        alone = self._each(rulebook.schemes, self._alone)
        self.verdicts = self._each(alone, lambda id_: self._capped(id_, alone))
        # The variables of each verdict, and what came of trying the answers to them.
        self.asks = {
            id_: tuple(sorted(self.diagrams.support(each))) for id_, each in self.verdicts.items()
        }
        self._tried: dict[Hashable, Tried] = {}

    def remembered(self, key: Hashable, make: Callable[[], Tried]) -> Tried:
        """Return what came of trying some answers, tried only the first time.

        Most kommuner leave the same open; what comes of it depends on nothing but the key.
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

    def _each(self, ids: Iterable[str], draw: Callable[[str], int]) -> dict[str, int]:
        """Draw what can be drawn; what is too large, or rests on what is, is left out."""
        found: dict[str, int] = {}
        for id_ in ids:
            self.diagrams.most = len(self.diagrams) + self._most_for_one
            with suppress(TooLarge):
                found[id_] = draw(id_)
        return found

    def _need(self, id_: str) -> int:
        need = self.rulebook.needs[id_]
        severe, some = self._tree(need.severe), self._tree(need.some)
        either = self.diagrams.combine(_either, severe, some)
        self._severe[id_], self._some[id_] = severe, either
        return self.diagrams.combine(_severity, severe, either)

    def _alone(self, id_: str) -> int:
        scheme = self.rulebook.schemes[id_]
        edition = scheme.edition_on(self.day)
        if edition is None or edition.funding is Funding.CLOSED:
            return EXCLUDED
        wanted = self._tree(scheme.relevant) if scheme.relevant else _MET
        clarify = scheme.when_unknown is WhenUnknown.CLARIFY
        code = self.diagrams.combine(
            _decide_clarifying if clarify else _decide, wanted, self._gates(edition)
        )
        if scheme.in_place is None:
            return code
        return self.diagrams.combine(_unless_in_place, self._tree(scheme.in_place), code)

    def _gates(self, edition: Edition) -> int:
        found = 0
        for each in edition.requirements:
            now, relaxed = self._tree(each.condition), self._tree(each.condition, relaxed=True)
            found = self.diagrams.combine(or_, found, self.diagrams.combine(_gate, now, relaxed))
        return found

    def _capped(self, id_: str, alone: Mapping[str, int]) -> int:
        companions = [_drawn(alone, each) for each in self.rulebook.schemes[id_].only_with]
        if not companions:
            return alone[id_]
        best = reduce(lambda a, b: self.diagrams.combine(_best, a, b), companions)
        return self.diagrams.combine(_lowered, alone[id_], best)

    def _tree(self, condition: Condition, *, relaxed: bool = False) -> int:
        match condition:
            case FactTest():
                return self._fact(condition, relaxed=relaxed)
            case NeedTest(need, at_least):
                return _drawn(self._severe if at_least is Severity.SEVERE else self._some, need)
            case Not(part):
                return self._flipped(self._tree(part, relaxed=relaxed))
            case AllOf(parts):
                return self._joined(_all, (self._tree(part, relaxed=relaxed) for part in parts))
            case AnyOf(parts):
                return self._joined(_either, (self._tree(part, relaxed=relaxed) for part in parts))

    def _joined(self, how: How, parts: Iterable[int]) -> int:
        return reduce(lambda a, b: self.diagrams.combine(how, a, b), parts)

    def _flipped(self, diagram: int) -> int:
        return self.diagrams.combine(_flip, diagram, _NOT_MET)

    def _fact(self, leaf: FactTest, *, relaxed: bool) -> int:
        fact = self.rulebook.facts[leaf.fact]
        if relaxed and fact.changed_by.by_municipality:
            return _UNKNOWN
        tested = [
            self.diagrams.node(variable, (_UNKNOWN, *map(int, met)))
            for variable, met in self.space.tested(leaf)
        ]
        found = self._joined(_either, tested) if tested else _UNKNOWN
        if not isinstance(fact, Question) or fact.applies is None:
            return found
        otherwise = self._otherwise(fact, leaf)

        def how(applies: int, answer: int) -> int:
            return (otherwise, answer, _UNKNOWN)[applies]

        return self.diagrams.combine(how, self._tree(fact.applies), found)

    def _otherwise(self, question: Question, leaf: FactTest) -> int:
        """Return the truth of a leaf when the question does not apply."""
        operand = self.space.operand(leaf)
        if question.otherwise is None or isinstance(operand, Unknown):
            return _UNKNOWN
        return int(compare(leaf.operator, question.otherwise, operand))


def _drawn(diagrams: Mapping[str, int], id_: str) -> int:
    """Return a diagram; one that was too large makes whatever rests on it too large.

    Raises:
        TooLarge: it was not drawn.

    """
    if id_ not in diagrams:
        raise TooLarge
    return diagrams[id_]


def _flip(truth: int, _: int) -> int:
    return (_MET, _NOT_MET, _UNKNOWN)[truth]


def _either(left: int, right: int) -> int:
    if _MET in (left, right):
        return _MET
    return _UNKNOWN if _UNKNOWN in (left, right) else _NOT_MET


def _all(left: int, right: int) -> int:
    if _NOT_MET in (left, right):
        return _NOT_MET
    return _UNKNOWN if _UNKNOWN in (left, right) else _MET


def _severity(severe: int, either: int) -> int:
    """Return the severity, or 3 where no answer can tell."""
    if severe == _MET:
        return int(Severity.SEVERE)
    if _UNKNOWN in (severe, either):
        return NOBODY_KNOWS
    return int(Severity.SOME) if either == _MET else int(Severity.NONE)


def _gate(now: int, relaxed: int) -> int:
    """Return what is the matter with a requirement, as it is and with what can change unknown."""
    if now == _UNKNOWN:
        return _SOME_UNKNOWN
    if now == _MET:
        return 0
    return _SOME_NOT_MET | (_IMPOSSIBLE if relaxed == _NOT_MET else 0)


def _decide(relevant: int, gates: int) -> int:
    if relevant == _NOT_MET:
        return NOT_RELEVANT
    if gates & _IMPOSSIBLE:
        return EXCLUDED
    if gates & _SOME_NOT_MET:
        return AFTER_CHANGE
    return CONDITIONAL if gates & _SOME_UNKNOWN else RECOMMENDED


def _decide_clarifying(relevant: int, gates: int) -> int:
    if relevant == _UNKNOWN and not gates & _IMPOSSIBLE:
        return OPEN
    return _decide(relevant, gates)


def _unless_in_place(in_place: int, code: int) -> int:
    return IN_PLACE if in_place == _MET else code


def _best(left: int, right: int) -> int:
    return IN_PLACE if IN_PLACE in (left, right) else min(left, right)


def _lowered(code: int, companion: int) -> int:
    return code if IN_PLACE in (code, companion) else max(code, companion)


def conditions_in_force(rulebook: Rulebook, day: date) -> Iterable[Condition]:
    """Yield every condition in force on the day."""
    for need in rulebook.needs.values():
        yield from (need.severe, need.some)
    for question in rulebook.questions.values():
        if question.applies:
            yield question.applies
    for scheme in rulebook.schemes.values():
        edition = scheme.edition_on(day)
        gates = [each.condition for each in edition.requirements] if edition else []
        yield from (each for each in (scheme.in_place, scheme.relevant, *gates) if each)


def outlook_on(rulebook: Rulebook, day: date) -> Outlook:
    """Return the outlook for a day: one for all days between two changes of the rules."""
    return _outlook(rulebook, max(each for each in _changes(rulebook) if each <= day))


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
