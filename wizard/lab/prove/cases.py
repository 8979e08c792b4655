"""From a set of values in the diagrams to a case of a real municipality, judged by the engine.

The diagrams are a little too wide; what the engine itself says of a case is what is so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from itertools import islice, product

from wizard.advice import assess, new_case
from wizard.domain.advice import Advice
from wizard.domain.case import DONT_KNOW, Answer, Case
from wizard.domain.days import until_this_year
from wizard.domain.facts import Fact, FactType, Question
from wizard.domain.municipality import Municipality
from wizard.domain.number_kinds import number_kind
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.domain.values import FactValue, Unknown, Value
from wizard.engine.facts import calculated, read_figure
from wizard.engine.whatif.ranges import Range
from wizard.engine.whatif.space import DEAD, Space, Variable
from wizard.lab.prove.possible import Places, Possible, not_asked
from wizard.municipalities import Municipalities

# What is tried before a set of values is given up.
_WAYS, _STEPS, _TRIED = 12, 24, 4000
_TICKED = 2
_WHOLE = frozenset({FactType.INTEGER, FactType.YEAR})

Shows = Callable[[Advice], bool]


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes cases for one rulebook, dated today, to be asked about on `on`."""

    rulebook: Rulebook
    municipalities: Municipalities
    today: date
    on: date

    def showing(
        self, possible: Possible, situations: int, shows: Shows, *, full: bool = False
    ) -> Case | None:
        """Return a case of one of the situations that shows it, with as few answers as will do.

        Where it is to be `full`, with as many. `None` where no municipality is found that can be
        in one of them.
        """
        for way in possible.ways(situations, _WAYS):
            for case in islice(self.cases(possible.space, way), _STEPS):
                tried = self._filled(case) if full else case
                if shows(self.advice(tried)):
                    return tried if full else self._with_less(case, shows)
        return None

    def anyone(self, shows: Shows) -> Case | None:
        """Return a case with nothing answered that shows it, or nothing."""
        for kommune in self.municipalities.all[:_STEPS]:
            case = new_case(kommune, self.rulebook, min(self.on, self.today), Language.NB)
            if shows(self.advice(case)):
                return case
        return None

    def advice(self, case: Case) -> Advice:
        """Return what the wizard says of a case on the day."""
        kommune = self.municipalities.get(case.municipality_number)
        return assess(case, self.rulebook, kommune, self.on)

    def _with_less(self, case: Case, shows: Shows) -> Case:
        for id_ in case.answers:
            fewer = {each: answer for each, answer in case.answers.items() if each != id_}
            smaller = replace(case, answers=fewer)
            if shows(self.advice(smaller)):
                case = smaller
        return case

    def _filled(self, case: Case) -> Case:
        """Return the case with the most modest answer to every other question."""
        modest = {
            question.id: answer
            for question in self.rulebook.questions.values()
            for answer in islice(_answers(until_this_year(question, self.today)), 1)
        }
        return replace(case, answers={**modest, **case.answers})

    def cases(self, space: Space, way: Places) -> Iterator[Case]:
        """Yield a case for each municipality that can be so."""
        for kommune in self.municipalities.all:
            answers = _Fitting(self.rulebook, space, way, kommune, self.today).answers()
            if answers is not None:
                # A case is never of a day that has not come; whoever reads it asks about that.
                case = new_case(kommune, self.rulebook, min(self.on, self.today), Language.NB)
                yield replace(case, answers=answers)


class _Fitting:
    """What a municipality would have to answer to be in a situation."""

    def __init__(
        self, rulebook: Rulebook, space: Space, way: Places, kommune: Municipality, today: date
    ) -> None:
        self.rulebook = rulebook
        self.space = space
        self.kommune = kommune
        self.today = today
        self.wanted: dict[str, Places] = {}
        for number, place in way.items():
            self.wanted.setdefault(space.variables[number].fact, {})[number] = place
        self.fixed = frozenset(not_asked(rulebook))

    def answers(self) -> dict[str, Answer] | None:
        """Return the answers, or nothing where this municipality cannot be so."""
        found: dict[str, Answer] = {}
        derived = [id_ for id_ in self.wanted if id_ in self.rulebook.derived]
        given = [id_ for id_ in self.wanted if id_ not in self.rulebook.derived]
        fits = all(self._given(id_, found) for id_ in given)
        return found if fits and all(self._calculated(id_, found) for id_ in derived) else None

    def _given(self, id_: str, found: dict[str, Answer]) -> bool:
        """Add the answer that a fact needs, if it needs any; tell whether it can be so."""
        places, is_figure = self.wanted[id_], id_ in self.rulebook.figures
        if is_figure and self._is(id_, places):
            return True
        if id_ in self.fixed:
            return False
        if DEAD in places.values():
            if is_figure:
                found[id_] = DONT_KNOW
            return True
        value = value_of(self.space, id_, places, self._fact(id_))
        if value is not None:
            found[id_] = value
        return value is not None

    def _fact(self, id_: str) -> Fact:
        return until_this_year(self.space.facts[id_], self.today)

    def _figure(self, id_: str) -> Value | None:
        return read_figure(self.rulebook.figures[id_], self.kommune)

    def _is(self, id_: str, places: Places) -> bool:
        """Tell whether the sources say so of the municipality already."""
        value = self._figure(id_)
        if value is None:
            return set(places.values()) == {DEAD}
        known = self.space.places(id_, value)
        return all(known[number] == place for number, place in places.items())

    def _calculated(self, id_: str, found: dict[str, Answer]) -> bool:
        """Add what a calculated figure needs to be in its place; tell whether it can be."""
        ((number, place),) = self.wanted[id_].items()
        inputs = list(dict.fromkeys(self._inputs(id_)))
        known = {each: self._known(each, found) for each in inputs}
        free = [each for each in inputs if each not in self.fixed and each not in found]
        if place == DEAD:
            return any(value is None for value in known.values())
        rows = product(*(self._tried(each, known[each]) for each in free))
        for row in islice(rows, _TRIED):
            tried = dict(zip(free, row, strict=True))
            given: dict[str, FactValue] = {
                each: tried.get(each) or known[each] or Unknown() for each in inputs
            }
            value = calculated(self.rulebook.derived, given)[id_]
            if not isinstance(value, Unknown) and self.space.places(id_, value)[number] == place:
                found.update(
                    {each: answer for each, answer in tried.items() if answer != known[each]}
                )
                return True
        return False

    def _inputs(self, id_: str) -> Iterator[str]:
        derived = self.rulebook.derived.get(id_)
        if derived is None:
            yield id_
        for each in derived.operands if derived else ():
            yield from self._inputs(each)

    def _known(self, id_: str, found: Mapping[str, Answer]) -> Value | None:
        answer = found.get(id_)
        if isinstance(answer, Decimal | str | frozenset | date):
            return answer
        return self._figure(id_) if id_ in self.rulebook.figures else None

    def _tried(self, id_: str, known: Value | None) -> Iterable[Value]:
        if known is not None:
            yield known
        yield from _spread(self.space.asked_range(id_), self._fact(id_).type)


def _spread(ends: Range, type_: FactType) -> Iterator[Decimal]:
    """Yield numbers from one end of a range to the other, closest together where small."""
    low = ends[0] if ends[0] is not None else Decimal(0)
    high = ends[1] if ends[1] is not None else low + 10**6
    step = (high - low) or Decimal(1)
    for part in range(_STEPS + 1):
        number = low + step * (Decimal(part) / _STEPS) ** 3
        yield number.to_integral_value() if type_ in _WHOLE else number.quantize(Decimal("0.01"))


def value_of(space: Space, id_: str, places: Places, fact: Fact) -> Value | None:
    """Return a value of a fact that its variables tell as these, or nothing where there is none."""
    variables = {space.variables[number]: place for number, place in places.items()}
    if fact.type is FactType.MANY:
        return frozenset(each.option for each, place in variables.items() if place == _TICKED)
    ((variable, place),) = variables.items()
    if variable.choices:
        chosen = variable.choices[place - 1]
        return chosen or "9" * len(variable.choices[0])
    return _between(variable, place, space.asked_range(id_), fact)


def _between(variable: Variable, place: int, ends: Range, fact: Fact) -> Value | None:
    """Return the first value from one cut to the next, inside the ends."""
    least = variable.cuts[place - 2] if place > 1 else None
    below = variable.cuts[place - 1] if place <= len(variable.cuts) else None
    if isinstance(least, date):
        return least
    if isinstance(below, date):
        return below - timedelta(days=1)
    low, high = ends
    if isinstance(fact, Question) and fact.maximum is not None:
        high = fact.maximum
    first = max((each for each in (least, low) if isinstance(each, Decimal)), default=None)
    if first is None and isinstance(below, Decimal):
        first = below - 1
    if not isinstance(first, Decimal):
        return None
    if fact.type in _WHOLE:
        first = first.to_integral_value(ROUND_CEILING)
    fits = (not isinstance(below, Decimal) or first < below) and (high is None or first <= high)
    return first if fits else None


def _answers(question: Question) -> Iterator[Answer]:
    """Yield some answers to a question, the most modest first."""
    match question.type:
        case FactType.MANY:
            yield frozenset[str]()
        case FactType.YES_NO | FactType.CHOICE:
            yield from (each.id for each in question.options)
        case FactType.DATE | FactType.CODE:
            return
        case _:
            yield number_kind(question).minimum or Decimal(0)
