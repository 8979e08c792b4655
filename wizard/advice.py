"""The verbs that the outside uses: make a case, see how far it is, assess, explain and compare.

Result page, memo, JSON and command line all go through here; none of them decides anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from wizard.domain.advice import Advice, FactFinding, Origin
from wizard.domain.case import Case, FrozenFigure
from wizard.domain.facts import PrefilledQuestion, Question, Theme
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.settling import WorthAsking
from wizard.domain.text import Language
from wizard.engine.bundle import choose_bundle
from wizard.engine.comparing.comparison import compare
from wizard.engine.facts import find_facts, read_figure
from wizard.engine.findings import find
from wizard.engine.money import sketch_money
from wizard.engine.planning.schedule import make_schedule, with_deadlines
from wizard.engine.voice.explanation import Line, explain
from wizard.engine.whatif.allowed import allowed_values
from wizard.engine.whatif.change import Changing
from wizard.engine.whatif.edges import find_edges
from wizard.engine.whatif.outlook import outlook_on
from wizard.engine.whatif.settling import Settling

__all__ = [
    "ItemState",
    "Line",
    "Status",
    "ThemeProgress",
    "assess",
    "compare",
    "explain",
    "new_case",
    "next_step",
    "progress",
]

_NOT_ON_THE_PAGE = frozenset({Origin.NOT_ASKED, Origin.WAITING})


def new_case(
    municipality: Municipality, rulebook: Rulebook, as_of: date, language: Language
) -> Case:
    """Return an unanswered case with the municipality's reference figures frozen into it."""
    return Case(
        municipality=municipality.number,
        as_of=as_of,
        language=language,
        figures={
            figure.id: FrozenFigure(value, figure.source, figure.as_of)
            for figure in rulebook.figures.values()
            if (value := read_figure(figure, municipality)) is not None
        },
    )


def assess(
    case: Case, rulebook: Rulebook, municipality: Municipality, as_of: date | None = None
) -> Advice:
    """Return everything the rules say about the case, on the case's own day unless told."""
    judged = find(case, rulebook, municipality, as_of or case.as_of)
    outlook = outlook_on(rulebook, judged.as_of)
    allowed = allowed_values(outlook, judged)
    settling, changing = Settling(outlook, judged, allowed), Changing(outlook, judged, allowed)
    verdicts = {
        id_: changing.with_ways(settling.settled(verdict))
        for id_, verdict in judged.verdicts.items()
    }
    found = replace(judged, verdicts=verdicts)
    bundle = choose_bundle(found)
    schedule = make_schedule(found, bundle)
    return Advice(
        case,
        found.as_of,
        rulebook,
        municipality,
        found.facts,
        found.needs,
        verdicts,
        bundle=with_deadlines(bundle, schedule),
        schedule=schedule,
        money=sketch_money(found),
        worth_asking=settling.worth_asking(verdicts.values(), found.needs.values()),
        edges=find_edges(outlook, found, bundle),
    )


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
    """One question in this case. `asked` is false when earlier answers make it pointless."""

    item: Question | PrefilledQuestion
    asked: bool
    finding: FactFinding


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
