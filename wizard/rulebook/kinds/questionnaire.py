"""When every fact is known: the conditions under which questions are asked."""

from contextlib import suppress
from dataclasses import replace

from wizard.domain.conditions import Condition, FactTest, leaves
from wizard.domain.facts import (
    DerivedFigure,
    Option,
    PrefilledQuestion,
    Question,
    ReferenceFigure,
    Theme,
)
from wizard.domain.values import Value
from wizard.rulebook.conditions import FACTS_ONLY
from wizard.rulebook.kinds.questions import Draft, ThemeDraft
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Reading, Refused
from wizard.rulebook.tree import Node
from wizard.rulebook.values import read_fact_value


def settle_themes(drafts: dict[str, ThemeDraft], reading: Reading) -> tuple[Theme, ...]:
    """Return the themes in order, with their questions' conditions read and checked."""
    asked = set[str]()
    themes: list[Theme] = []
    for id_, draft in drafts.items():
        items: list[Question | PrefilledQuestion] = []
        for item in draft.items:
            if isinstance(item, PrefilledQuestion):
                items.append(item)
                continue
            question = _settled(item, asked, reading)
            asked.add(question.id)
            reading.facts[question.id] = question
            items.append(question)
        themes.append(Theme(id_, draft.name, draft.intro, tuple(items), draft.pages))
    return tuple(themes)


def _settled(draft: Draft, asked: set[str], reading: Reading) -> Question:
    question = draft.question
    applies: Condition | None = None
    otherwise: Value | None = None
    if draft.otherwise is not None:
        with suppress(Refused):
            otherwise = read_fact_value(question, draft.otherwise, reading)
    if draft.applies is not None:
        with suppress(Refused):
            applies = _condition(question, draft.applies, asked, reading)
    options = tuple(_offered(option, draft, asked, reading) for option in question.options)
    return replace(question, applies=applies, otherwise=otherwise, options=options)


def _offered(option: Option, draft: Draft, asked: set[str], reading: Reading) -> Option:
    """Return the option with the condition under which it is offered, if it has one."""
    if option.id in draft.offered:
        with suppress(Refused):
            node = draft.offered[option.id]
            return replace(option, applies=_condition(draft.question, node, asked, reading))
    return option


def _condition(question: Question, node: Node, asked: set[str], reading: Reading) -> Condition:
    condition = FACTS_ONLY.read(node, reading)
    _check_order(question, condition, asked, reading)
    return condition


def _check_order(question: Question, applies: Condition, asked: set[str], reading: Reading) -> None:
    for leaf in leaves(applies):
        if isinstance(leaf, FactTest) and not _settled_before(leaf.fact, asked, reading):
            reading.report(leaf.place, say.ASKED_LATER, id=question.id, fact=leaf.fact)


def _settled_before(fact: str, asked: set[str], reading: Reading) -> bool:
    match reading.facts.get(fact):
        case DerivedFigure(operands=operands):
            return all(_settled_before(operand, asked, reading) for operand in operands)
        case ReferenceFigure():
            return True
    return fact in asked
