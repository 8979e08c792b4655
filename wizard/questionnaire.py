"""The flow of the questionnaire: how far each theme is, what is asked, and what comes next.

Pages ask here and only lay out; nothing here knows a page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.advice import Advice, FactFinding, Origin
from wizard.domain.case import Case
from wizard.domain.facts import PrefilledQuestion, Question, Theme
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.settling import WorthAsking
from wizard.domain.text import Text
from wizard.engine.facts import find_facts

_NOT_ON_THE_PAGE = frozenset({Origin.NOT_ASKED, Origin.WAITING})


def next_step(advice: Advice) -> tuple[WorthAsking, ...]:
    """Return the questions that nobody has answered yet, in the order worth asking.

    What people have said that they do not know is worth finding out, but not asking again.
    """
    return tuple(
        each
        for each in advice.worth_asking
        if advice.facts[each.question].origin is not Origin.DONT_KNOW
    )


class Status(StrEnum):
    """How far a theme is."""

    DONE = "ferdig"
    STARTED = "pabegynt"
    NOT_STARTED = "ikke_startet"


@dataclass(frozen=True, slots=True)
class ItemState:
    """One question in this case. `asked` is false when earlier answers make it pointless.

    `doubts` ask whether the answer can be right; they never stand in the way.
    """

    item: Question | PrefilledQuestion
    asked: bool
    finding: FactFinding
    doubts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeProgress:
    """One theme in this case."""

    theme: Theme
    items: tuple[ItemState, ...]
    status: Status


def progress(
    case: Case, rulebook: Rulebook, municipality: Municipality
) -> tuple[ThemeProgress, ...]:
    """Return every theme with its questions, what is asked, and what is answered so far."""
    facts = find_facts(case, rulebook, municipality, case.as_of)
    return tuple(_theme_progress(theme, case, facts) for theme in rulebook.themes)


def _theme_progress(theme: Theme, case: Case, facts: Mapping[str, FactFinding]) -> ThemeProgress:
    states = tuple(_item_state(item, facts) for item in theme.items)
    return ThemeProgress(theme, states, _status(states, case))


def _item_state(item: Question | PrefilledQuestion, facts: Mapping[str, FactFinding]) -> ItemState:
    finding = facts[item.fact]
    return ItemState(item, finding.origin not in _NOT_ON_THE_PAGE, finding)


def _status(states: Iterable[ItemState], case: Case) -> Status:
    asked = [state for state in states if state.asked]
    answered = [state.item.fact in case.answers for state in asked]
    filled = [state.finding.origin is Origin.REFERENCE for state in asked]
    if all(said or known for said, known in zip(answered, filled, strict=True)):
        return Status.DONE
    return Status.STARTED if any(answered) else Status.NOT_STARTED


@dataclass(frozen=True, slots=True)
class Step:
    """A theme's place in the row of pages: after the themes comes one where all is looked over.

    `number` counts from 1, `total` counts that last page too. `previous` and `next` are themes;
    absent before the first, and where the last page comes next.
    """

    number: int
    total: int
    previous: str | None
    next: str | None


def step_of(theme: str, themes: Sequence[ThemeProgress]) -> Step:
    """Return where a theme stands.

    Raises:
        ValueError: there is no such theme.

    """
    ids = [each.theme.id for each in themes]
    place = ids.index(theme)
    return Step(
        number=place + 1,
        total=len(ids) + 1,
        previous=ids[place - 1] if place else None,
        next=ids[place + 1] if place + 1 < len(ids) else None,
    )


def newly_asked(before: ThemeProgress, after: Sequence[ThemeProgress]) -> tuple[str, ...]:
    """Return the questions of a theme that the answers just given led to."""
    shown = {state.item.fact for state in before.items if state.asked}
    here = next(each for each in after if each.theme.id == before.theme.id)
    return tuple(s.item.fact for s in here.items if s.asked and s.item.fact not in shown)
