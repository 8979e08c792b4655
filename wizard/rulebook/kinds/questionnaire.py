"""When every fact is known: the conditions under which questions are asked."""

from contextlib import suppress
from dataclasses import replace

from wizard.domain.conditions import Condition, FactTest, leaves
from wizard.domain.facts import (
    DerivedFigure,
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
            applies = FACTS_ONLY.read(draft.applies, reading)
            _check_order(question, applies, asked, reading)
    return replace(question, applies=applies, otherwise=otherwise)


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
