"""Answers and figures as JSON: the same in a case file and in the database."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from wizard.characters import numbered
from wizard.domain.answers import read_value, write_value
from wizard.domain.case import DONT_KNOW, Answer, DontKnow
from wizard.domain.facts import Fact, PrefilledQuestion, Question, ReferenceFigure
from wizard.domain.faults import BadValue, Fault
from wizard.domain.frozen import FrozenFigure
from wizard.domain.number_kinds import number_kind
from wizard.domain.numbers import read_number
from wizard.domain.rulebook import Rulebook

UNKNOWN = {"ukjent": True}
# What rule files and people write for the same; no option can be called that.
_IN_WORDS = frozenset({"vet_ikke", "veit_ikkje"})


def answer_to_json(answer: Answer) -> Any:  # noqa: ANN401 - JSON has no better type
    """Return the answer in the form that a case file has it in."""
    return dict(UNKNOWN) if isinstance(answer, DontKnow) else write_value(answer)


def answer_from_json(
    raw: Any,  # noqa: ANN401 - JSON has no better type
    fact: Fact,
    prefilled: PrefilledQuestion | None,
) -> Answer:
    """Return the typed answer.

    Raises:
        BadValue: the fact cannot have that value.

    """
    if means_dont_know(raw):
        return DONT_KNOW
    return read_value(fact, raw, prefilled)


def means_dont_know(raw: object) -> bool:
    """Tell whether JSON means "vet ikke": as we write it, or in words."""
    return raw == UNKNOWN or says_dont_know(raw)


def says_dont_know(raw: object) -> bool:
    """Tell whether an answer is "vet ikke" in words, alone in a list too."""
    if isinstance(raw, list) and len(raw) == 1:
        return says_dont_know(raw[0])
    return isinstance(raw, str) and re.sub("[ -]", "_", raw.strip().lower()) in _IN_WORDS


def figure_to_json(figure: FrozenFigure) -> dict[str, str]:
    """Return the figure in the form that a case file has it in."""
    return {"verdi": str(write_value(figure.value)), "kilde": figure.source, "per": figure.as_of}


def figure_from_json(
    raw: Mapping[str, str], figure: ReferenceFigure, prefilled: PrefilledQuestion | None
) -> FrozenFigure:
    """Return the figure as it was.

    Raises:
        BadValue: it is no value of the figure's type, or none of its options.

    """
    value = _frozen(raw["verdi"], figure, prefilled)
    return FrozenFigure(value, numbered(raw["kilde"]), numbered(raw["per"]))


def _frozen(
    raw: str, figure: ReferenceFigure, prefilled: PrefilledQuestion | None
) -> Decimal | str:
    if figure.type.is_number:
        return _number(raw, figure, prefilled)
    return str(read_value(figure, raw, prefilled))


def _number(raw: str, figure: ReferenceFigure, prefilled: PrefilledQuestion | None) -> Decimal:
    """Return a number that was frozen once: the range tells what it means, and refuses nothing."""
    kind = number_kind(figure, prefilled)
    try:
        return read_number(raw, kind)
    except BadValue as bad:
        if bad.fault is not Fault.OUT_OF_RANGE:
            raise
        return read_number(raw, replace(kind, minimum=None, maximum=None))


def askable(rulebook: Rulebook) -> dict[str, Question | ReferenceFigure]:
    """Return every fact that a page asks for: people can say nothing about any other."""
    asked = prefilled_questions(rulebook)
    return {**rulebook.questions, **{id_: rulebook.figures[id_] for id_ in asked}}


def prefilled_questions(rulebook: Rulebook) -> dict[str, PrefilledQuestion]:
    """Return the questions that correct a figure, by the figure's id."""
    return {
        item.figure: item
        for theme in rulebook.themes
        for item in theme.items
        if isinstance(item, PrefilledQuestion)
    }
