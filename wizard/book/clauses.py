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
from wizard.domain.facts import FactType, Question
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
_LISTED = Text("{name} står på listen «{rate}»", "{name} står på lista «{rate}»")
_AT_LEAST = Text("{name} er {value} eller mer", "{name} er {value} eller meir")
_SINCE = Text("{name} er {value} eller senere", "{name} er {value} eller seinare")
_BELOW = Text("{name} er mindre enn {value}", "{name} er mindre enn {value}")
_BEFORE = Text("{name} er før {value}", "{name} er før {value}")
_OR = Text("eller", "eller")


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
        dated = fact.type in {FactType.YEAR, FactType.DATE}
        lower = _SINCE if dated else _AT_LEAST
        upper = _BEFORE if dated else _BELOW
        return labels.say(lower if test.operator is Operator.AT_LEAST else upper, **parts)
    if isinstance(test.operand, RateRef):
        rate = labels.rulebook.rates[test.operand.id].name.to(labels.language)
        return labels.say(_LISTED, rate=rate, **parts)
    if test.operator in {Operator.CONTAINS, Operator.CONTAINS_ANY}:
        return labels.say(_TICKED, name=labels.question(test.fact), value=parts["value"])
    if isinstance(fact, Question):
        return labels.say(_ANSWER, name=labels.question(test.fact), value=parts["value"])
    return labels.say(_IS, **parts)


def _operand(test: FactTest, labels: Labels) -> str:
    fact = labels.rulebook.facts[test.fact]
    if isinstance(test.operand, RateRef):
        return labels.rate(test.operand.id)
    if isinstance(test.operand, Decimal):
        if fact.type is FactType.YEAR:
            return f"{test.operand:f}"
        return numbers.exact(test.operand, fact.unit, labels.language)
    if isinstance(test.operand, frozenset):
        options = [option.id for option in fact.options if option.id in test.operand]
        return labels.listed([_quoted(each, test, labels) for each in options], _OR)
    return _quoted(test.operand, test, labels)


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
