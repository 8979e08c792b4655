"""Answers that nothing reads. Advice, never a problem: a choice may be there for its own sake."""

from collections.abc import Iterator, Mapping

from wizard.domain.case import Answer
from wizard.domain.conditions import Condition, FactTest, RateRef, leaves
from wizard.domain.facts import FactType
from wizard.domain.rulebook import Rulebook
from wizard.rulebook.guards import Guarded
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import warnings as say
from wizard.rulebook.problems import Problem, in_order

_CHOICES = frozenset({FactType.CHOICE, FactType.MANY})


def unread_options(rulebook: Rulebook) -> tuple[Problem, ...]:
    """Return the options that no rule names, and no example or situation tries."""
    read = read_options(rulebook)
    return in_order(
        Problem(question.place, fill(say.OPTION_UNREAD, id=option.id, fact=question.id))
        for question in rulebook.questions.values()
        if question.type in _CHOICES
        for option in question.options
        if (question.id, option.id) not in read
    )


def read_options(rulebook: Rulebook) -> frozenset[tuple[str, str]]:
    """Return every fact and option that a rule, an example or a situation names."""
    return frozenset(_read(rulebook))


def _read(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    for condition in _conditions(rulebook):
        for leaf in leaves(condition):
            if isinstance(leaf, FactTest) and not isinstance(leaf.operand, RateRef):
                yield from _named(leaf.fact, leaf.operand)
    for facts in _tried(rulebook):
        for fact, value in facts.items():
            yield from _named(fact, value)
    money = rulebook.plan.money
    if money is not None and (asked := rulebook.questions.get(money.fact)):
        # An answer that is left out there means that there is no upper end.
        yield from ((asked.id, option.id) for option in asked.options)


def _conditions(rulebook: Rulebook) -> Iterator[Condition]:
    found = Guarded(rulebook.needs, rulebook.schemes, rulebook.plausibility, None)
    yield from (condition for _, condition in found.conditions())
    for question in rulebook.questions.values():
        asked = (question.applies, *(option.applies for option in question.options))
        yield from (condition for condition in asked if condition is not None)


def _tried(rulebook: Rulebook) -> Iterator[Mapping[str, Answer]]:
    for scheme in rulebook.schemes.values():
        yield from (example.facts for example in scheme.examples)
    for need in rulebook.needs.values():
        yield from (example.facts for example in need.examples)
    for rule in rulebook.plausibility.rules:
        yield from (example.facts for example in rule.examples)
    yield from (journey.case.answers for journey in rulebook.journeys.values())


def _named(fact: str, value: Answer) -> Iterator[tuple[str, str]]:
    words = value if isinstance(value, frozenset) else [value]
    yield from ((fact, word) for word in words if isinstance(word, str))
