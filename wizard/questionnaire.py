"""The flow of the questionnaire: how far each theme is, what is asked, and what comes next.

The web asks here and only lays out; nothing here knows an address.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import ceil

from wizard.domain.advice import Advice, FactFinding, Origin
from wizard.domain.asking import AskingTime
from wizard.domain.case import Case
from wizard.domain.facts import (
    Fact,
    FactType,
    Option,
    PrefilledQuestion,
    Question,
    QuestionPage,
    Theme,
)
from wizard.domain.municipality import Municipality
from wizard.domain.plausibility import Deviation
from wizard.domain.rulebook import Rulebook
from wizard.domain.settling import WorthAsking
from wizard.domain.text import Text
from wizard.domain.values import Truth, Unknown
from wizard.engine.conditions import Situation, evaluate
from wizard.engine.facts import find_facts
from wizard.engine.plausibility import doubted
from wizard.voice.doubts import DoubtWords

_NOT_ON_THE_PAGE = frozenset({Origin.NOT_ASKED, Origin.WAITING})
_SAID = frozenset({Origin.ANSWERED, Origin.CHANGED, Origin.DONT_KNOW})
MOST_ON_A_PAGE = 5


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

    @property
    def is_open(self) -> bool:
        """Whether it is asked, and neither people nor the data have said anything."""
        return self.asked and self.finding.origin.is_open

    @property
    def is_said(self) -> bool:
        """Whether it is asked, and people have answered it, "vet ikke" included."""
        return self.asked and self.finding.origin in _SAID

    @property
    def is_corrected(self) -> bool:
        """Whether people say otherwise than the data, and can go back to what those say."""
        return self.finding.origin is Origin.CHANGED and not isinstance(
            self.finding.original, Unknown | None
        )

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure that the data have, corrected or not: shown rather than asked."""
        known = self.finding.origin is Origin.REFERENCE or self.is_corrected
        return isinstance(self.item, PrefilledQuestion) and known


@dataclass(frozen=True, slots=True)
class PageProgress:
    """One page in this case. `items` are the questions on it that are asked, perhaps none."""

    theme: str
    page: QuestionPage
    items: tuple[ItemState, ...]

    @property
    def is_open(self) -> bool:
        """Whether something on it is neither answered nor known."""
        return any(state.is_open for state in self.items)


@dataclass(frozen=True, slots=True)
class ThemeProgress:
    """One theme in this case. `every_page` holds those with nothing asked too."""

    theme: Theme
    items: tuple[ItemState, ...]
    status: Status
    every_page: tuple[PageProgress, ...]

    @property
    def pages(self) -> tuple[PageProgress, ...]:
        """Return the pages that ask something."""
        return tuple(page for page in self.every_page if page.items)

    @property
    def asked(self) -> tuple[ItemState, ...]:
        """Return the questions that are asked."""
        return tuple(state for state in self.items if state.asked)

    @property
    def said(self) -> int:
        """Return how many of those asked people have answered themselves, "vet ikke" included."""
        return sum(state.is_said for state in self.asked)

    @property
    def done(self) -> int:
        """Return how many of those asked are answered, "vet ikke" included, or known."""
        return sum(not state.is_open for state in self.asked)

    @property
    def entry(self) -> PageProgress | None:
        """Return the page to come in by: the first with something open, where anything is begun.

        Before that it is the first, so that nobody passes the figures by unseen.
        """
        left = () if self.status is Status.NOT_STARTED else [p for p in self.pages if p.is_open]
        return next(iter((*left, *self.pages)), None)


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
        _theme_progress(theme, tuple(state(item) for item in theme.items))
        for theme in rulebook.themes
    )


def _theme_progress(theme: Theme, states: tuple[ItemState, ...]) -> ThemeProgress:
    asked = {state.item.fact: state for state in states if state.asked}
    pages = theme.pages or (QuestionPage("1", theme.name, tuple(i.fact for i in theme.items)),)
    return ThemeProgress(
        theme,
        states,
        _status(asked.values()),
        tuple(
            PageProgress(theme.id, page, tuple(asked[each] for each in page.facts if each in asked))
            for page in pages
        ),
    )


def _status(asked: Collection[ItemState]) -> Status:
    if not any(state.is_open for state in asked):
        return Status.DONE
    said = any(state.is_said for state in asked)
    return Status.STARTED if said else Status.NOT_STARTED


def pages_of(themes: Iterable[ThemeProgress]) -> tuple[PageProgress, ...]:
    """Return the pages that ask something, in order."""
    return tuple(page for each in themes for page in each.pages)


def left_off(themes: Iterable[ThemeProgress]) -> PageProgress | None:
    """Return the first page with something open; `None` where all is answered."""
    return next((page for page in pages_of(themes) if page.is_open), None)


@dataclass(frozen=True, slots=True)
class Step:
    """A page's place in the row. `number` counts its theme from 1, of `total` themes.

    `previous` and `next` are pages that ask something; absent at the ends of the row.
    """

    number: int
    total: int
    previous: PageProgress | None
    next: PageProgress | None


def step_of(theme: str, page: str, themes: Sequence[ThemeProgress]) -> Step:
    """Return where a page stands, whether or not it asks anything now.

    Raises:
        ValueError: there is no such page.

    """
    row = [each for progress in themes for each in progress.every_page]
    place = [(each.theme, each.page.id) for each in row].index((theme, page))
    return Step(
        number=[each.theme.id for each in themes].index(theme) + 1,
        total=len(themes),
        previous=next((each for each in reversed(row[:place]) if each.items), None),
        next=next((each for each in row[place + 1 :] if each.items), None),
    )


def not_after(page: PageProgress, themes: Iterable[ThemeProgress]) -> frozenset[str]:
    """Return the facts that are asked for on a page, or on one before it."""
    row = [each for progress in themes for each in progress.every_page]
    place = [(each.theme, each.page.id) for each in row].index((page.theme, page.page.id))
    return frozenset(fact for each in row[: place + 1] for fact in each.page.facts)


def newly_asked(before: Sequence[ThemeProgress], after: Sequence[ThemeProgress]) -> tuple[str, ...]:
    """Return the questions that the answers just given led to, in the order of the rulebook."""
    shown = {state.item.fact for each in before for state in each.asked}
    asked = (state.item.fact for each in after for state in each.asked)
    return tuple(fact for fact in asked if fact not in shown)


def newly_doubted(
    before: Sequence[ThemeProgress], after: Sequence[ThemeProgress], changed: Collection[str]
) -> tuple[str, ...]:
    """Return the questions whose answers are in doubt since the answers just given.

    One in doubt before is told again only where its answer was `changed`.
    """
    doubted = {state.item.fact for each in before for state in each.asked if state.doubts}
    return tuple(
        state.item.fact
        for each in after
        for state in each.asked
        if state.doubts and (state.item.fact in changed or state.item.fact not in doubted)
    )


def sheets(states: Iterable[ItemState]) -> tuple[tuple[ItemState, ...], ...]:
    """Return questions page by page: at most `MOST_ON_A_PAGE` together, and a long list alone."""
    pages: list[list[ItemState]] = [[]]
    for state in states:
        room = sum(map(_size, pages[-1])) + _size(state) <= MOST_ON_A_PAGE
        if pages[-1] and not room:
            pages.append([])
        pages[-1].append(state)
    return tuple(tuple(page) for page in pages if page)


def _size(state: ItemState) -> int:
    """Return how much of a page a question takes; a list to tick counts by its length."""
    item = state.item
    if isinstance(item, Question) and item.type is FactType.MANY:
        return 1 + len(item.options) // 4
    return 1


@dataclass(frozen=True, slots=True)
class Effort:
    """How much there is to answer: so many questions, and so many whole minutes, rounded up."""

    questions: int
    minutes: int


def effort_of(questions: int, time: AskingTime) -> Effort:
    """Return the effort of so many questions."""
    return Effort(questions, ceil(questions * time.question))


def effort_left(themes: Iterable[ThemeProgress], time: AskingTime) -> Effort:
    """Return what is left to answer: what is asked now, and neither answered nor known."""
    return effort_of(sum(state.is_open for each in themes for state in each.asked), time)


# --- what is offered, what is doubted, and how long it takes

_DOUBTED = frozenset({Origin.ANSWERED, Origin.CHANGED})


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
            if facts[fact].origin in _DOUBTED:
                found[fact] = (*found.get(fact, ()), words.text(rule.message))
    return found


def _is_far(deviation: Deviation, finding: FactFinding) -> bool:
    match finding.value, finding.original:
        case Decimal() as answer, Decimal() as published:
            return finding.origin is Origin.CHANGED and deviation.is_far(answer, published)
    return False


def most_minutes(rulebook: Rulebook) -> tuple[int, int]:
    """Return how many minutes it takes to answer everything: alone, and asking all who know."""
    asked = [
        item for theme in rulebook.themes for item in theme.items if isinstance(item, Question)
    ]
    alone = rulebook.asking.question * len(asked)
    return ceil(alone), ceil(
        alone + rulebook.asking.colleague * len({each.knows for each in asked})
    )
