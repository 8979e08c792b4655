"""The condition language: `alle`, `minst_en`, `ikke`, and leaves about one fact or one need.

What a leaf compares with is read by the type of its fact, so that a condition which could never
be decided does not get in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Operator,
    OwnWords,
    RateRef,
    Severity,
)
from wizard.domain.facts import Fact, FactType
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.domain.values import Value
from wizard.rulebook.ids import OneOf, Ref
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Kind, Reading, Refused
from wizard.rulebook.records import Record, required
from wizard.rulebook.shapes import ListOf, Shape, fields
from wizard.rulebook.texts import BESIDE_LIMIT, SENTENCE
from wizard.rulebook.tree import Fields, Node, Scalar, Series
from wizard.rulebook.values import read_single

_ALL, _ANY, _NOT, _FACT, _NEED = "alle", "minst_en", "ikke", "opplysning", "behov"
_HEADS = (_ALL, _ANY, _NOT, _FACT, _NEED)
_AT_LEAST = "minst"
_WORDS = "setning"
_SEVERITY = OneOf({each.code: each for each in Severity if each})
_OPERATORS = {operator.value: operator for operator in Operator}
_LISTS = frozenset({Operator.IS_ONE_OF, Operator.CONTAINS_ANY})

_OF_ONE = (Operator.IS, Operator.IS_ONE_OF)
_OF_MANY = (Operator.CONTAINS, Operator.CONTAINS_ANY)
# No "er" for numbers: only half-open intervals never overlap and never leave a hole.
_OF_ORDER = (Operator.AT_LEAST, Operator.BELOW)

RATE_REF = Record(
    Text("henvisningen til en sats", "tilvisinga til ein sats"),
    RateRef,
    {"id": required("sats", Ref(Kind.RATE))},
)


def operators_for(type_: FactType) -> tuple[Operator, ...]:
    """Return the operators that fit facts of a type."""
    if type_ is FactType.MANY:
        return _OF_MANY
    return _OF_ORDER if type_.is_number or type_ is FactType.DATE else _OF_ONE


@dataclass(frozen=True)
class ConditionShape(Shape[Condition]):
    """A condition tree. With `no_needs`, only facts can be tested; it is what a need is told."""

    no_needs: Text | None = None

    def read(self, node: Node, reading: Reading) -> Condition:
        """Return the tree."""
        if isinstance(node, Scalar):
            reading.refuse(node.place, say.CONDITION_WANTED, heads=listed(_HEADS))
        found = fields(node, reading)
        heads = [key for key in found.entries if key in _HEADS]
        if len(heads) != 1:
            self._refuse_head(found, heads, reading)
        head = heads[0]
        under = found.entries[head].value
        if head == _FACT:
            return _fact_test(found, reading)
        if head == _NEED:
            return self._need_test(found, reading)
        _refuse_other_keys(found, {head}, reading)
        if head == _NOT:
            return Not(self.read(under, reading))
        parts = ListOf(self, check=_check_parts).read(under, reading)
        return AllOf(parts) if head == _ALL else AnyOf(parts)

    def _refuse_head(self, found: Fields, heads: list[str], reading: Reading) -> None:
        if heads:
            place = found.entries[heads[1]].key.place
            reading.refuse(place, say.TWO_HEADS, first=heads[0], second=heads[1])
        for key, entry in found.entries.items():
            if meant := closest(key, _HEADS):
                reading.refuse(entry.key.place, say.NO_HEAD, meant=meant, heads=listed(_HEADS))
        reading.refuse(found.place, say.NO_HEAD, heads=listed(_HEADS))

    def _need_test(self, found: Fields, reading: Reading) -> NeedTest:
        if self.no_needs:
            reading.refuse(found.entries[_NEED].key.place, self.no_needs)
        _refuse_other_keys(found, {_NEED, _AT_LEAST, _WORDS}, reading)
        if _AT_LEAST not in found.entries:
            reading.refuse(found.place, say.NEED_WITHOUT_SEVERITY)
        need = Ref(Kind.NEED).read(found.entries[_NEED].value, reading)
        severity = _SEVERITY.read(found.entries[_AT_LEAST].value, reading)
        return NeedTest(need, severity, _own_words(found, SENTENCE, reading), found.place)


# With needs: when a scheme is wanted, or in place. Facts only: what questions and needs rest on,
# and krav, which would otherwise freeze a need that an answer can change.
CONDITION = ConditionShape()
FACTS_ONLY = ConditionShape(say.NO_NEEDS_HERE)
REQUIRED = ConditionShape(say.NO_NEEDS_IN_REQUIREMENT)


def _check_parts(parts: Sequence[Condition], nodes: Series, reading: Reading) -> None:
    seen = set[Condition]()
    for part, node in zip(parts, nodes.items, strict=True):
        if part in seen:
            reading.report(node.place, say.SAME_PART)
        seen.add(part)


def _refuse_other_keys(found: Fields, known: set[str], reading: Reading) -> None:
    others = [entry.key for key, entry in found.entries.items() if key not in known]
    for key in others:
        reading.report(key.place, say.EXTRA_IN_CONDITION, key=key.text)
    if others:
        raise Refused


def _fact_test(found: Fields, reading: Reading) -> FactTest:
    id_ = Ref(Kind.FACT).read(found.entries[_FACT].value, reading)
    operator = _operator(found, reading)
    fact = reading.facts.get(id_)
    if fact is None:  # reported where references are checked, or where the fact is broken
        raise Refused
    entry = found.entries[operator.value]
    allowed = operators_for(fact.type)
    if operator not in allowed:
        # The same rank in the other family: er ↔ inneholder, er_en_av ↔ inneholder_en_av.
        ordered = operator in _OF_ORDER or allowed is _OF_ORDER
        meant = None if ordered else allowed[operator in _LISTS]
        reading.refuse(
            entry.key.place,
            say.OPERATOR_DOES_NOT_FIT,
            meant=meant,
            operator=operator,
            fact=id_,
            type=fact.type,
            allowed=listed(allowed),
        )
    shape = BESIDE_LIMIT if operator in _OF_ORDER else SENTENCE
    words = _own_words(found, shape, reading)
    operand = _operand(fact, operator, entry.value, reading)
    return FactTest(id_, operator, operand, words, found.place)


def _own_words(found: Fields, shape: Record[Text], reading: Reading) -> OwnWords | None:
    if _WORDS not in found.entries:
        return None
    return own_words(shape).read(found.entries[_WORDS].value, reading)


def own_words(shape: Record[Text]) -> Record[OwnWords]:
    """Return the record of what a leaf says of its own; `shape` knows what it may show."""
    keys = {"met": required("oppfylt", shape), "not_met": required("ikke_oppfylt", shape)}
    return Record(Text("setningen", "setninga"), OwnWords, keys)


def _operator(found: Fields, reading: Reading) -> Operator:
    others = [key for key in found.entries if key not in {_FACT, _WORDS}]
    for key in others:
        if key not in _OPERATORS:
            place = found.entries[key].key.place
            known = listed(_OPERATORS)
            meant = closest(key, _OPERATORS)
            reading.refuse(place, say.UNKNOWN_OPERATOR, meant=meant, key=key, known=known)
    if not others:
        reading.refuse(found.place, say.NO_OPERATOR, known=listed(_OPERATORS))
    if len(others) > 1:
        place = found.entries[others[1]].key.place
        reading.refuse(place, say.TWO_OPERATORS, first=others[0], second=others[1])
    return _OPERATORS[others[0]]


def _operand(fact: Fact, operator: Operator, node: Node, reading: Reading) -> Value | RateRef:
    if isinstance(node, Fields):
        return _rate(fact, operator, node, reading)
    if operator not in _LISTS:
        return read_single(fact, node, reading)
    values = ListOf(_Operand(fact), unique=str).read(node, reading)
    return frozenset(str(value) for value in values)


@dataclass(frozen=True)
class _Operand(Shape[Value]):
    """One value that a fact is compared with."""

    fact: Fact

    def read(self, node: Node, reading: Reading) -> Value:
        """Return the value."""
        return read_single(self.fact, node, reading)


def _rate(fact: Fact, operator: Operator, node: Fields, reading: Reading) -> RateRef:
    reference = RATE_REF.read(node, reading)
    rate = reading.rates.get(reference.id)
    if rate is None:  # reported where references are checked, or where the rate is broken
        raise Refused
    if rate.unit is not fact.unit:
        reading.refuse(
            node.place,
            say.UNITS_DIFFER,
            rate=rate.id,
            rate_unit=rate.unit,
            fact=fact.id,
            unit=fact.unit or say.NO_UNIT,
        )
    if rate.is_list is not (operator in _LISTS):
        message = say.RATE_IS_LIST if rate.is_list else say.RATE_IS_NOT_LIST
        reading.refuse(node.place, message, rate=rate.id, operator=operator)
    return reference
