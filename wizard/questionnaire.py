"""The flow of the questionnaire: how far each theme is, what is asked, and what comes next.

Pages ask here and only lay out; nothing here knows a page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import ceil

from wizard.domain.advice import Advice, FactFinding, Origin
from wizard.domain.asking import AskingTime
from wizard.domain.case import Case
from wizard.domain.facts import Fact, Option, PrefilledQuestion, Question, Theme
from wizard.domain.municipality import Municipality
from wizard.domain.plausibility import Deviation
from wizard.domain.rulebook import Rulebook
from wizard.domain.settling import WorthAsking
from wizard.domain.text import Text
from wizard.domain.values import Truth
from wizard.engine.conditions import Situation, evaluate
from wizard.engine.facts import find_facts
from wizard.engine.plausibility import doubted
from wizard.voice.doubts import DoubtWords

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

    `doubts` ask whether the answer can be right; they never stand in the way. `options` are those
    that this kommune can have, and those it has ticked.
    """

    item: Question | PrefilledQuestion
    asked: bool
    finding: FactFinding
    doubts: tuple[Text, ...] = ()
    options: tuple[Option, ...] = ()


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
    doubts = _doubts(case, rulebook, municipality, facts)
    situation = _situation(case, rulebook, facts)

    def state(item: Question | PrefilledQuestion) -> ItemState:
        finding = facts[item.fact]
        return ItemState(
            item,
            finding.origin not in _NOT_ON_THE_PAGE,
            finding,
            doubts.get(item.fact, ()),
            _offered(rulebook.facts[item.fact], case, situation),
        )

    return tuple(
        _theme_progress(theme, tuple(state(item) for item in theme.items), case)
        for theme in rulebook.themes
    )


def _theme_progress(theme: Theme, states: tuple[ItemState, ...], case: Case) -> ThemeProgress:
    return ThemeProgress(theme, states, _status(states, case))


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


# --- what is offered, what is doubted, and how long it takes

_SAID = frozenset({Origin.ANSWERED, Origin.CHANGED})


def _situation(case: Case, rulebook: Rulebook, facts: Mapping[str, FactFinding]) -> Situation:
    values = {id_: finding.value for id_, finding in facts.items()}
    return Situation(case.as_of, rulebook.rates, values, {})


def _offered(fact: Fact, case: Case, situation: Situation) -> tuple[Option, ...]:
    """Return the options this kommune can have. One that nobody can tell about is offered."""
    answer = case.answers.get(fact.id)
    ticked = answer if isinstance(answer, frozenset) else frozenset({answer})
    return tuple(
        option
        for option in fact.options
        if option.applies is None
        or option.id in ticked
        or evaluate(option.applies, situation).truth is not Truth.NOT_MET
    )


def _doubts(
    case: Case,
    rulebook: Rulebook,
    municipality: Municipality,
    facts: Mapping[str, FactFinding],
) -> dict[str, tuple[Text, ...]]:
    """Return what can hardly be right, by the fact answered. What nobody said is not doubted."""
    words = DoubtWords(case, rulebook, municipality, facts)
    known = rulebook.plausibility
    found: dict[str, tuple[Text, ...]] = {}
    for deviation in known.deviations:
        finding = facts[deviation.figure]
        if _is_far(deviation, finding):
            found[finding.fact] = (words.far_off(deviation.message, finding),)
    for rule in doubted(rulebook, _situation(case, rulebook, facts).facts, case.as_of):
        for fact in rule.about:
            if facts[fact].origin in _SAID:
                found[fact] = (*found.get(fact, ()), words.text(rule.message))
    return found


def _is_far(deviation: Deviation, finding: FactFinding) -> bool:
    match finding.value, finding.original:
        case Decimal() as answer, Decimal() as published:
            return finding.origin is Origin.CHANGED and deviation.is_far(answer, published)
    return False


def minutes(states: Iterable[ItemState], time: AskingTime) -> int:
    """Return how many minutes it takes to answer, rounded up. A figure left as it is takes none."""
    return ceil(time.question * sum(_takes_time(state) for state in states))


def minutes_with_help(states: Iterable[ItemState], time: AskingTime) -> int:
    """Return the same when whoever answers has to ask others: each of them once."""
    taking = [state for state in states if _takes_time(state)]
    others = {state.item.knows for state in taking}
    return ceil(time.question * len(taking) + time.colleague * len(others))


def most_minutes(rulebook: Rulebook) -> tuple[int, int]:
    """Return how many minutes it takes to answer everything: alone, and asking all who know."""
    asked = [
        item for theme in rulebook.themes for item in theme.items if isinstance(item, Question)
    ]
    alone = rulebook.asking.question * len(asked)
    return ceil(alone), ceil(
        alone + rulebook.asking.colleague * len({each.knows for each in asked})
    )


def _takes_time(state: ItemState) -> bool:
    return state.asked and state.finding.origin is not Origin.REFERENCE
