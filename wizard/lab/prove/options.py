"""Questions and options that nobody can be given, or whose answer no rule looks at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from wizard.domain.conditions import Condition, FactTest, leaves
from wizard.domain.facts import FactType, Option, Question
from wizard.domain.rulebook import Rulebook
from wizard.engine.whatif.diagram import FIRST_NODE, TooLarge
from wizard.engine.whatif.drawing import MET
from wizard.lab.prove.periods import Period
from wizard.lab.prove.possible import CANNOT
from wizard.lab.unread import read_options


@dataclass(slots=True)
class Options:
    """What is asked and offered to somebody, and what some rule makes of it, in some period.

    `read` are the facts that a verdict or need depends on, and of many boxes each box.
    """

    asked: set[str] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    read: set[tuple[str, str]] = field(default_factory=set)
    _apart: set[tuple[str, str, str]] = field(default_factory=set)

    def look(self, period: Period) -> None:
        """Look into one period."""
        for question in period.rules.questions.values():
            if _can_be(period, question.applies):
                self.asked.add(question.id)
            for option in question.options:
                if _can_be(period, option.applies):
                    self.offered.add((question.id, option.id))
        self._follow(period)

    def _follow(self, period: Period) -> None:
        """Take down what the verdicts and needs depend on."""
        for number, branches in _nodes(period):
            variable = period.outlook.space.variables[number]
            self.read.add((variable.fact, variable.option))
            for place, one in enumerate(variable.choices, 1):
                for other_place, other in enumerate(variable.choices[: place - 1], 1):
                    if branches[place] != branches[other_place]:
                        self._apart.add((variable.fact, other, one))

    def never_asked(self, rules: Rulebook) -> Iterator[Question]:
        """Yield the questions that nobody can be asked."""
        yield from (each for each in rules.questions.values() if each.id not in self.asked)

    def never_offered(self, rules: Rulebook) -> Iterator[tuple[Question, Option]]:
        """Yield the options that nobody can choose."""
        for question in rules.questions.values():
            for option in question.options:
                if (question.id, option.id) not in self.offered:
                    yield question, option

    def never_read(self, rules: Rulebook) -> Iterator[tuple[Question, Option | None]]:
        """Yield the boxes that nothing depends on, and alone the questions of which nothing is."""
        elsewhere = _read_elsewhere(rules)
        read = {fact for fact, _ in self.read} | {fact for fact, _ in elsewhere}
        for question in rules.questions.values():
            if question.id not in read:
                yield question, None
            elif question.type is FactType.MANY and (question.id, "") not in elsewhere:
                for option in question.options:
                    if (question.id, option.id) not in self.read | elsewhere:
                        yield question, option

    def never_told_apart(self, rules: Rulebook) -> Iterator[tuple[Question, Option, Option]]:
        """Yield the alternatives that lead to the same as another, and that nothing names.

        With each, the first that it leads to the same as.
        """
        named = read_options(rules)
        silent = {question.id for question, option in self.never_read(rules) if option is None}
        elsewhere = {fact for fact, _ in _read_elsewhere(rules)} | silent
        for question in rules.questions.values():
            if question.type is FactType.CHOICE and question.id not in elsewhere:
                for option in question.options:
                    if (question.id, option.id) not in named:
                        twins = (
                            each for each in question.options if self._same(question, option, each)
                        )
                        yield from ((question, option, twin) for twin in islice(twins, 1))

    def _same(self, question: Question, one: Option, other: Option) -> bool:
        """Tell whether two alternatives, and not one, always lead to the same."""
        apart = {(question.id, one.id, other.id), (question.id, other.id, one.id)} & self._apart
        return one != other and not apart

    def alike(self, rules: Rulebook) -> Iterator[tuple[Question, Option, Option]]:
        """Yield the pairs of alternatives, side by side, that always lead to the same."""
        elsewhere = {fact for fact, _ in _read_elsewhere(rules)}
        for question in rules.questions.values():
            if question.type is FactType.CHOICE and question.id not in elsewhere:
                for one, other in zip(question.options, question.options[1:], strict=False):
                    if self._same(question, one, other):
                        yield question, one, other


def _can_be(period: Period, condition: Condition | None) -> bool:
    if condition is None:
        return True
    try:
        tree = period.outlook.tree(condition)
    except TooLarge:
        return True
    return period.possible.where(tree, lambda truth: truth == MET) != CANNOT


def _nodes(period: Period) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield every node that a verdict or a need rests on: its variable, and where it leads."""
    outlook = period.outlook
    waiting = {*outlook.verdicts.values(), *outlook.needs.values()}
    seen = set[int]()
    while waiting:
        each = waiting.pop()
        if each >= FIRST_NODE and each not in seen:
            seen.add(each)
            number, branches = outlook.diagrams.opened(each)
            yield number, branches
            waiting.update(branches)


def _read_elsewhere(rules: Rulebook) -> set[tuple[str, str]]:
    """Return what is looked at by more than verdicts and needs: the plan, the money, doubts."""
    found = {(each, "") for each in rules.planning_facts}
    if rules.dwelling:
        found |= {(rules.dwelling.cost, ""), (rules.dwelling.price, "")}
    doubts = [each.condition for each in rules.plausibility.rules]
    derived = {**rules.derived, **rules.plausibility.derived}
    found |= {(operand, "") for each in derived.values() for operand in each.operands}
    for question in rules.questions.values():
        doubts += [
            each for each in (question.applies, *(o.applies for o in question.options)) if each
        ]
    for condition in doubts:
        for leaf in leaves(condition):
            if isinstance(leaf, FactTest):
                named = leaf.operand if isinstance(leaf.operand, frozenset) else {leaf.operand}
                found |= {(leaf.fact, str(each)) for each in named}
    return found
