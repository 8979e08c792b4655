"""The case that a request is about: opened by its link, once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from flask import g

from wizard import advice, questionnaire
from wizard.domain.advice import Advice, Origin
from wizard.domain.case import Case
from wizard.domain.days import is_outdated
from wizard.domain.frozen import FigureChange
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.questionnaire import ItemState, ThemeProgress
from wizard.report.case import CaseAccount
from wizard.report.follow_up import InUse, done_and_not_in_use
from wizard.report.priorities import PrioritiesAccount, priorities_of
from wizard.report.review import ReviewAccount, review_of
from wizard.store.cases import Access, StoredCase
from wizard.voice.wording import Naming, Wording
from wizard.web.language import language
from wizard.web.services import services


class MunicipalityGoneError(LookupError):
    """The municipality of the case is now a part of another, or of none that we know."""


@dataclass(frozen=True)
class Opened:
    """A stored case with what the rules say about it, worked out when first asked for."""

    stored: StoredCase
    rulebook: Rulebook

    @cached_property
    def municipality(self) -> Municipality:
        """Return whose case it is; one that is lost is nobody's."""
        return services().municipalities.get(self.case.municipality_number)

    @property
    def is_lost(self) -> bool:
        """Whether there is no such municipality any more."""
        return not services().municipalities.has(self.case.municipality_number)

    @property
    def case(self) -> Case:
        """Return what the municipality said."""
        return self.stored.case

    @property
    def label(self) -> str:
        """Return whose case it is, in short: of a municipality that is gone, its number."""
        return services().municipalities.label(self.case.municipality_number)

    @cached_property
    def advice(self) -> Advice:
        """Return everything the rules say."""
        return advice.assess(self.case, self.rulebook, self.municipality)

    @cached_property
    def reviewed(self) -> Advice:
        """Return the same with what an adviser has added, where somebody has."""
        return advice.with_review(self.advice)

    @property
    def is_reviewed(self) -> bool:
        """Whether an adviser has added anything."""
        return self.case.review is not None and not self.case.review.is_silent

    @cached_property
    def changing_review(self) -> ReviewAccount | None:
        """Return what is said of the adviser's review where it makes the plan another."""
        account = review_of(Wording(self.reviewed, language())) if self.is_reviewed else None
        return account if account and account.reviewed.changes_plan else None

    @property
    def is_adviser(self) -> bool:
        """Whether the case is opened by the adviser's link."""
        return self.stored.access is Access.ADVISER

    @property
    def has_review_page(self) -> bool:
        """Whether there is reason to lead to the page of the review: to an adviser, always."""
        reviewed = self.stored.adviser_invited or self.case.review is not None
        return self.is_adviser or (self.stored.editable and reviewed)

    @cached_property
    def naming(self) -> Naming:
        """Return what the facts are called, in the language of the page; nothing is assessed."""
        found = advice.look(self.case, self.rulebook, self.municipality, self.case.as_of)
        return Naming(found, language())

    @cached_property
    def wording(self) -> Wording:
        """Return the advice's voice in the language of the page."""
        return Wording(self.advice, language())

    @cached_property
    def report(self) -> CaseAccount:
        """Return what is said of the case, in the language of the page."""
        return CaseAccount(self.wording)

    @property
    def meeting_question(self) -> str:
        """Return the question that asks when the council meets; empty where the rules have none."""
        return self.rulebook.council.meeting if self.rulebook.council else ""

    @property
    def meeting_answered(self) -> date | None:
        """Return the day of the council's meeting as it is answered, where that is to come."""
        day = self.case.answers.get(self.meeting_question)
        return day if isinstance(day, date) and day > self.case.as_of else None

    @property
    def meeting_in_memo(self) -> date | None:
        """Return the day in the memo's own field that the plan goes by rather than the answer."""
        day = self.case.council_day
        return day if day and day > self.case.as_of and day != self.meeting_answered else None

    @cached_property
    def not_in_use(self) -> tuple[InUse, ...]:
        """Return what is marked as done and not said to be in use."""
        return done_and_not_in_use(self.report)

    @cached_property
    def priorities(self) -> PrioritiesAccount:
        """Return what is said of the needs that matter most."""
        return priorities_of(self.wording)

    @property
    def is_outdated(self) -> bool:
        """Whether today's date, rules and figures may give other advice."""
        today = services().today()
        old = is_outdated(self.case, self.rulebook, today)
        return old or (self.case.as_of < today and bool(self.newer_figures))

    @cached_property
    def newer_figures(self) -> tuple[FigureChange, ...]:
        """Return the figures that have another value now than in the case."""
        return advice.newer_figures(self.case, self.rulebook, self.municipality)

    @cached_property
    def progress(self) -> tuple[ThemeProgress, ...]:
        """Return how far each theme is."""
        return questionnaire.progress(self.case, self.rulebook, self.municipality)

    def asked_with(self, *origins: Origin) -> list[ItemState]:
        """Return the questions asked whose value comes from one of these."""
        states = (state for progress in self.progress for state in progress.items if state.asked)
        return [state for state in states if state.finding.origin in origins]

    @property
    def themes(self) -> dict[str, str]:
        """Return the theme whose page asks each question that can be answered now."""
        return {
            state.item.fact: progress.theme.id
            for progress in self.progress
            for state in progress.items
            if state.asked
        }


def take_link(_endpoint: str | None, values: dict[str, object] | None) -> None:
    """Open the case whose link stands in the address, so that no view has to."""
    if values is None or "link" not in values:
        return
    g.about_a_case = True
    g.link = values.pop("link")
    reopen()


def give_link(_endpoint: str, values: dict[str, object]) -> None:
    """Put the link into addresses within the same case."""
    if "link" in g:
        values.setdefault("link", g.link)


def reopen() -> Opened:
    """Read the case anew, after a save."""
    store = services().store
    stored = store.open(g.link, services().today())
    g.opened = Opened(stored, services().rulebook)
    return opened()


def opened() -> Opened:
    """Return the case of this request."""
    return cast("Opened", g.opened)
