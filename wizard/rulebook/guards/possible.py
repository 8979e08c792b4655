"""Conditions that no answers can meet, and leaves that every answer meets.

A condition is tried out on what each fact can still be. Whatever is not sure counts as possible:
a rate takes the value that is easiest to meet, a need is whatever is asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Operator,
    RateRef,
    leaves,
)
from wizard.domain.facts import Fact, FactType, Question
from wizard.domain.numbers import write_number
from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.domain.values import FactValue, Unknown, Value
from wizard.rulebook.kinds.units import POSSIBLE
from wizard.rulebook.messages import guards as say
from wizard.rulebook.messages import listed
from wizard.rulebook.reading import Reading

# Beyond so many tries nobody can say that a condition is impossible.
_MOST_TRIES = 2000


@dataclass(frozen=True, slots=True)
class _Room:
    """What a fact can still be: one of `words`, or a number or day from `low` up to `below`.

    `below` is itself outside, `most` is inside. `None` is no end, or any word.
    """

    words: frozenset[str] | None = None
    low: Decimal | None = None
    below: Decimal | None = None
    most: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left."""
        if self.words is not None:
            return not self.words
        if self.low is None:
            return False
        over = self.most is not None and self.low > self.most
        return over or (self.below is not None and self.low >= self.below)


_World = Mapping[str, _Room]


class Possibility:
    """What can be, as far as the facts and rates of one reading tell."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tries = 0

    def holds(self, condition: Condition, *, met: bool = True) -> bool:
        """Tell whether any answers at all can meet the condition; with `met` false, fail it."""
        self.tries = 0
        return any(True for _ in self._worlds(condition, {}, met=met))

    def _worlds(self, condition: Condition, world: _World, *, met: bool) -> Iterator[_World]:
        """Yield what can be when a condition is met, or is not, within what can be already."""
        self.tries += 1
        match condition:
            case NeedTest():
                yield world
            case FactTest():
                yield from self._with_fact(condition, world, met=met)
            case Not(part):
                yield from self._worlds(part, world, met=not met)
            case AllOf(parts) if met:
                yield from self._together(parts, world, met=True)
            case AnyOf(parts) if not met:
                yield from self._together(parts, world, met=False)
            case AllOf(parts) | AnyOf(parts):
                for part in parts:
                    yield from self._worlds(part, world, met=met)

    def _together(
        self, parts: Sequence[Condition], world: _World, *, met: bool
    ) -> Iterator[_World]:
        if not parts or self.tries > _MOST_TRIES:
            yield world
            return
        for narrowed in self._worlds(parts[0], world, met=met):
            yield from self._together(parts[1:], narrowed, met=met)

    def _with_fact(self, test: FactTest, world: _World, *, met: bool) -> Iterator[_World]:
        fact = self.reading.facts.get(test.fact)
        if fact is None or fact.type is FactType.MANY:  # any of these can be ticked together
            yield world
            return
        room = self._narrowed(world.get(fact.id) or self.room(fact), test, met=met)
        if room.is_empty:
            return
        narrowed = {**world, fact.id: room}
        asked = fact.applies if isinstance(fact, Question) and fact.otherwise is None else None
        if asked is not None and fact.id not in world:  # it has a value only where it is asked
            yield from self._worlds(asked, narrowed, met=True)
        else:
            yield narrowed

    def room(self, fact: Fact) -> _Room:
        """Return all that a fact can be."""
        if fact.type.is_number:
            asked = self.reading.prefilled.get(fact.id) or fact
            low, most = getattr(asked, "minimum", None), getattr(asked, "maximum", None)
            if low is None or most is None:
                low, most = POSSIBLE.get(fact.unit, (None, None)) if fact.unit else (None, None)
            return _Room(low=low, most=most)
        options = getattr(fact, "options", ())
        return _Room(words=frozenset(option.id for option in options) if options else None)

    def _narrowed(self, room: _Room, test: FactTest, *, met: bool) -> _Room:
        values = self._values(test.operand)
        if not values:
            return room
        if test.operator in {Operator.IS, Operator.IS_ONE_OF}:
            named = frozenset(str(value) for value in values)
            if room.words is None:
                return room
            return replace(room, words=room.words & named if met else room.words - named)
        numbers = [_number(value) for value in values]
        # The value that is easiest to meet.
        if (test.operator is Operator.AT_LEAST) is met:
            least = min(numbers)
            return room if room.low is not None and room.low >= least else replace(room, low=least)
        most = max(numbers)
        tight = room.below is not None and room.below <= most
        return room if tight else replace(room, below=most)

    def _values(self, operand: Value | RateRef) -> list[str | Decimal | date]:
        """Return every value that is compared with, on any day."""
        operands: list[FactValue] = [operand] if not isinstance(operand, RateRef) else []
        if isinstance(operand, RateRef) and (rate := self.reading.rates.get(operand.id)):
            operands = [dated.value for dated in rate.values]
        values: list[str | Decimal | date] = []
        for each in operands:
            if isinstance(each, frozenset):
                values.extend(each)
            elif not isinstance(each, Unknown):
                values.append(each)
        return values


def _number(value: str | Decimal | date) -> Decimal:
    """Return a number, or a day as a number, to compare with others of its kind."""
    return Decimal(value.toordinal()) if isinstance(value, date) else Decimal(value)


def guard_condition(
    place: Place, condition: Condition, never: Text, possibility: Possibility
) -> None:
    """Report leaves that nothing or everything meets; if there are none, a tree nothing meets."""
    report = possibility.reading.report
    alone = [leaf for leaf in leaves(condition) if isinstance(leaf, FactTest)]
    told = False
    for leaf in alone:
        for met, message in ((True, say.BEYOND_REACH), (False, say.ALWAYS_MET)):
            if not possibility.holds(leaf, met=met):
                told = True
                report(leaf.place, message, fact=leaf.fact, room=_shown(leaf, possibility))
    if not told and not possibility.holds(condition):
        report(place, never)


def _shown(leaf: FactTest, possibility: Possibility) -> str:
    """Return what a fact can be, in words."""
    fact = possibility.reading.facts[leaf.fact]
    room = possibility.room(fact)
    if room.words is not None:
        return listed(sorted(room.words))
    ends = (room.low, room.most)
    return "–".join(write_number(end) for end in ends if end is not None)
