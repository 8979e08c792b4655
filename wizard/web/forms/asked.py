"""One question as a field needs it: the question, and what the case says about it."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from wizard.domain.case import Answer, Case, DontKnow
from wizard.domain.days import Span, days_of_a_meeting, until_this_year
from wizard.domain.facts import FactType, Option, PrefilledQuestion, Question, ReferenceFigure
from wizard.domain.municipality import Government
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.domain.values import Value
from wizard.questionnaire import ItemState
from wizard.voice.own_words import in_own_words

_DECIMALS = {FactType.PERCENT: 1, FactType.DECIMAL: 2}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put to one case. `figure` is what the reference data say, if they do.

    `doubts` ask whether the answer can be right. `options` are those that this kommune can have.
    `days` are those that the date of a council
    meeting can be. `government` tells what the council and the leader are called.
    """

    item: Question | PrefilledQuestion
    fact: Question | ReferenceFigure
    answer: Answer | None
    figure: Value | None
    language: Language
    days: Span | None = None
    government: Government = Government.KOMMUNE
    doubts: tuple[Text, ...] = ()
    options: tuple[Option, ...] = ()

    @property
    def name(self) -> str:
        """Return the short label."""
        return in_own_words(self.fact.name.to(self.language), self.government)

    @property
    def question(self) -> str:
        """Return the question as it is asked."""
        return in_own_words(self.item.text.to(self.language), self.government)

    @property
    def prefilled(self) -> PrefilledQuestion | None:
        """Return the place that corrects a figure, if this is one."""
        return self.item if isinstance(self.item, PrefilledQuestion) else None

    @property
    def can_be_reset(self) -> bool:
        """Whether people have said otherwise than a figure that the data have."""
        return self.answer is not None and self.figure is not None

    @property
    def why(self) -> Text:
        """Return why it is asked."""
        return self.item.why

    @property
    def value(self) -> Value | None:
        """Return what stands in the box: the answer, else the figure."""
        if self.answer is None or isinstance(self.answer, DontKnow):
            return self.figure
        return self.answer

    @property
    def minimum(self) -> Decimal | None:
        """Return the lower end of the plausible range."""
        return self.item.minimum

    @property
    def maximum(self) -> Decimal | None:
        """Return the upper end of the plausible range."""
        return self.item.maximum

    @property
    def rounded_figure(self) -> Value | None:
        """Return the figure with as many decimals as people care for."""
        if not isinstance(self.figure, Decimal):
            return self.figure
        decimals = _DECIMALS.get(self.fact.type, 0)
        return self.figure.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)

    @property
    def whole(self) -> bool:
        """Whether only whole numbers will do."""
        return self.fact.type in {FactType.INTEGER, FactType.YEAR}


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, and when: in which language, under which rules, and what day it is."""

    rulebook: Rulebook
    language: Language
    government: Government
    today: date


def asked_in(state: ItemState, case: Case, asking: Asking) -> Asked:
    """Return the question of one item in one case."""
    id_, rulebook = state.item.fact, asking.rulebook
    frozen = case.figures.get(id_)
    fact = rulebook.figures.get(id_) or until_this_year(rulebook.questions[id_], asking.today)
    meeting = rulebook.council and rulebook.council.meeting
    return Asked(
        fact if isinstance(fact, Question) else state.item,
        fact,
        case.answers.get(id_),
        frozen.value if frozen else None,
        asking.language,
        days_of_a_meeting(case.as_of) if id_ == meeting else None,
        asking.government,
        state.doubts,
        state.options,
    )
