"""Conditions in plain words, as they would be said to somebody who checks them."""

from dataclasses import dataclass
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
    Severity,
)
from wizard.domain.facts import Fact, FactType, Question, Unit
from wizard.domain.text import Text
from wizard.domain.values import Value
from wizard.voice import numbers, words
from wizard.voice.labels import Labels

_ALL = Text("Alt dette stemmer:", "Alt dette stemmer:")
_ANY = Text("Minst ett av dette stemmer:", "Minst eitt av dette stemmer:")
_NOT = Text("Dette stemmer ikke:", "Dette stemmer ikkje:")
_SEVERE = Text("Behovet «{need}» er stort", "Behovet «{need}» er stort")
_SOME = Text("Kommunen har behovet «{need}»", "Kommunen har behovet «{need}»")
_ANSWER = Text("Svaret på «{name}» er {value}", "Svaret på «{name}» er {value}")
_TICKED = Text("{value} er krysset av på «{name}»", "{value} er kryssa av på «{name}»")
_IS = Text("{name}: {value}", "{name}: {value}")
_ONE_OF_THEM = Text("Kommunen står på listen «{rate}»", "Kommunen står på lista «{rate}»")
_LISTED = Text("{name} står på listen «{rate}»", "{name} står på lista «{rate}»")
_AT_LEAST = Text("{name}: minst {value}", "{name}: minst {value}")
_SINCE = Text("{name}: {value} eller senere", "{name}: {value} eller seinare")
_BELOW = Text("{name}: under {value}", "{name}: under {value}")
_FEWER = Text("{name}: færre enn {value}", "{name}: færre enn {value}")
_NONE = Text("{name}: ingen", "{name}: ingen")
_BEFORE = Text("{name}: før {value}", "{name}: før {value}")
_OR = Text("eller", "eller")

# What is counted one by one; the name of such a fact says what is counted.
_COUNTED = {Unit.INHABITANTS, Unit.PERSONS, Unit.DWELLINGS, Unit.SALES, Unit.COUNT}


@dataclass(frozen=True, slots=True)
class Clause:
    """One line of a condition. With `parts`, the line says how they belong together."""

    text: str
    parts: tuple["Clause", ...] = ()


def clause(condition: Condition, labels: Labels) -> Clause:
    """Return the condition as lines in lines."""
    match condition:
        case AllOf(parts):
            return Clause(labels.say(_ALL), tuple(clause(part, labels) for part in parts))
        case AnyOf(parts):
            return Clause(labels.say(_ANY), tuple(clause(part, labels) for part in parts))
        case Not(part):
            return Clause(labels.say(_NOT), (clause(part, labels),))
        case NeedTest(need, at_least):
            template = _SEVERE if at_least is Severity.SEVERE else _SOME
            return Clause(labels.say(template, need=labels.need_name(need)))
        case FactTest():
            return Clause(_test(condition, labels))


def _test(test: FactTest, labels: Labels) -> str:
    fact = labels.rulebook.facts[test.fact]
    parts = {"name": fact.name.to(labels.language), "value": _operand(test, labels)}
    if test.operator in {Operator.AT_LEAST, Operator.BELOW}:
        lower, upper = _bounds(fact, _known(test.operand, labels))
        return labels.say(lower if test.operator is Operator.AT_LEAST else upper, **parts)
    if isinstance(test.operand, RateRef):
        rate = labels.rulebook.rates[test.operand.id].name.to(labels.language)
        told = _ONE_OF_THEM if fact.unit is Unit.MUNICIPALITY_NUMBER else _LISTED
        return labels.say(told, rate=rate, **parts)
    if test.operator in {Operator.CONTAINS, Operator.CONTAINS_ANY}:
        return labels.say(_TICKED, name=labels.question(test.fact), value=parts["value"])
    if isinstance(fact, Question):
        return labels.say(_ANSWER, name=labels.question(test.fact), value=parts["value"])
    return labels.say(_IS, **parts)


def _bounds(fact: Fact, limit: Value | RateRef) -> tuple[Text, Text]:
    """Return how it is said that a fact is at least a limit, and below it."""
    if fact.type in {FactType.YEAR, FactType.DATE}:
        return _SINCE, _BEFORE
    if fact.unit in _COUNTED:
        return _AT_LEAST, _NONE if limit == 1 else _FEWER
    return _AT_LEAST, _BELOW


def _operand(test: FactTest, labels: Labels) -> str:
    fact = labels.rulebook.facts[test.fact]
    limit = _known(test.operand, labels)
    if isinstance(limit, RateRef):
        return labels.rate(limit.id)
    if isinstance(limit, Decimal):
        unit = Unit.YEAR if fact.type is FactType.YEAR else fact.unit
        return numbers.exact(limit, None if unit in _COUNTED else unit, labels.language)
    if isinstance(limit, frozenset):
        options = [option.id for option in fact.options if option.id in limit]
        return labels.listed([_quoted(each, test, labels) for each in options], _OR)
    return _quoted(limit, test, labels)


def _known(operand: Value | RateRef, labels: Labels) -> Value | RateRef:
    """Return the number that a rate was on the day; lists and unknown rates stay rates."""
    known = (
        labels.rulebook.rates[operand.id].on(labels.as_of) if isinstance(operand, RateRef) else 0
    )
    return known if isinstance(known, Decimal) else operand


def _quoted(value: Value, test: FactTest, labels: Labels) -> str:
    fact = labels.rulebook.facts[test.fact]
    shown = labels.value(test.fact, value)
    if isinstance(fact, Question):
        return f"«{shown}»"
    return shown.lower() if fact.type is FactType.YES_NO else shown


def clause_or_all(condition: Condition | None, labels: Labels) -> Clause:
    """Return the condition, or that there is none."""
    if condition is None:
        return Clause(labels.say(words.FITS_ALL).removesuffix("."))
    return clause(condition, labels)
