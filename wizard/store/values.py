"""Answers and figures as JSON: the same in a case file and in the database."""

from typing import Any

from wizard.characters import numbered
from wizard.domain.answers import read_number, read_value, write_value
from wizard.domain.case import DONT_KNOW, Answer, DontKnow, FrozenFigure
from wizard.domain.facts import Fact, PrefilledQuestion, Question, ReferenceFigure
from wizard.domain.rulebook import Rulebook

UNKNOWN = {"ukjent": True}


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
    return DONT_KNOW if raw == UNKNOWN else read_value(fact, raw, prefilled)


def figure_to_json(figure: FrozenFigure) -> dict[str, str]:
    """Return the figure in the form that a case file has it in."""
    return {"verdi": str(write_value(figure.value)), "kilde": figure.source, "per": figure.as_of}


def figure_from_json(raw: dict[str, str], figure: ReferenceFigure) -> FrozenFigure:
    """Return the figure as it was.

    Raises:
        BadValue: a number is wanted, and it is none.

    """
    value = read_number(raw["verdi"]) if figure.type.is_number else raw["verdi"]
    return FrozenFigure(value, numbered(raw["kilde"]), numbered(raw["per"]))


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
