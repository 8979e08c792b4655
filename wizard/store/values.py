"""Answers and figures as JSON: the same in a case file and in the database."""

from datetime import date
from decimal import Decimal
from typing import Any

from wizard.domain.answers import read_number, read_value
from wizard.domain.case import DONT_KNOW, Answer, DontKnow, FrozenFigure
from wizard.domain.facts import Fact, PrefilledQuestion, Question, ReferenceFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.values import Value

UNKNOWN = {"ukjent": True}


def answer_to_json(answer: Answer) -> Any:  # noqa: ANN401 - JSON has no better type
    """Return the answer in the form that a case file has it in."""
    return dict(UNKNOWN) if isinstance(answer, DontKnow) else value_to_json(answer)


def value_to_json(value: Value) -> str | list[str]:
    """Return the canonical text of a value, or of each member of a set."""
    match value:
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case str():
            return value


def answer_from_json(
    raw: Any,  # noqa: ANN401 - JSON has no better type
    fact: Fact,
    prefilled: PrefilledQuestion | None,
) -> Answer:
    """Return the typed answer.

    Raises:
        BadValue: the fact cannot have that value.

    """
    return DONT_KNOW if raw == UNKNOWN else read_value(fact, raw, prefilled)


def figure_to_json(figure: FrozenFigure) -> dict[str, str]:
    """Return the figure in the form that a case file has it in."""
    value = figure.value
    text = format(value, "f") if isinstance(value, Decimal) else value
    return {"verdi": text, "kilde": figure.source, "per": figure.as_of}


def figure_from_json(raw: dict[str, str], figure: ReferenceFigure) -> FrozenFigure:
    """Return the figure as it was.

    Raises:
        BadValue: a number is wanted, and it is none.

    """
    value = read_number(raw["verdi"]) if figure.type.is_number else raw["verdi"]
    return FrozenFigure(value, raw["kilde"], raw["per"])


def askable(rulebook: Rulebook) -> dict[str, Question | ReferenceFigure]:
    """Return every fact that people can say something about."""
    return {**rulebook.questions, **rulebook.figures}


def prefilled_questions(rulebook: Rulebook) -> dict[str, PrefilledQuestion]:
    """Return the questions that correct a figure, by the figure's id."""
    return {
        item.figure: item
        for theme in rulebook.themes
        for item in theme.items
        if isinstance(item, PrefilledQuestion)
    }
