"""What is said of a case: summary, needs, bundle, what is open, and each scheme once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from wizard.domain.advice import BundleItem, Phase, Verdict
from wizard.domain.settling import WorthAsking
from wizard.domain.text import Text
from wizard.engine.planning.calendar import months_after, phase_end
from wizard.report.groups import VerdictGroup, group_of
from wizard.report.needs import NeedAccount, most_severe_first, need_of
from wizard.report.scheme import SchemeAccount, account_of
from wizard.voice.wording import Wording

_MONTHS_TO_REPORT = 6


@dataclass(frozen=True, slots=True)
class Member:
    """A scheme of the bundle.

    `when` is its phase in words. `why` tells what it is in the bundle for and what calls for it.
    `apply_by` is the day of its deadline, empty without one; `due` that deadline with a word of
    caution where one is needed, or else the last day of the phase.
    """

    item: BundleItem
    account: SchemeAccount
    when: str
    why_in: tuple[str, ...]
    carries: tuple[str, ...]
    helps: tuple[str, ...]
    apply_by: str
    due: str

    @property
    def why(self) -> tuple[str, ...]:
        """What it is in the bundle for, and what in the case calls for it."""
        return (*self.why_in, *self.account.why)


@dataclass(frozen=True, slots=True)
class PhaseAccount:
    """A part of the plan with its members, in order. `ends` is its last day."""

    phase: Phase
    when: str
    ends: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class GroupAccount:
    """Schemes outside the bundle with the same sort of verdict."""

    group: VerdictGroup
    heading: str
    intro: str
    schemes: tuple[SchemeAccount, ...]


@dataclass(frozen=True, slots=True)
class QuestionAccount:
    """An open question: what its answer moves, who knows (empty for nobody), and how to ask them.

    `moves` names the schemes.
    """

    worth: WorthAsking
    question: str
    effect: str
    knows: str
    ask: str
    moves: tuple[str, ...]

    @property
    def consequence(self) -> str:
        """What the answer moves, and whom to ask."""
        return f"{self.effect} {self.ask}".rstrip()


class CaseAccount:
    """Everything that is said of a case; each part is worded when somebody reads it, once."""

    def __init__(self, wording: Wording) -> None:
        """Give an account of the advice that the wording speaks of."""
        self.wording = wording
        self.advice = wording.advice
        self.language = wording.labels.language
        self.scheme = cache(self._scheme)

    def say(self, text: Text, **slots: object) -> str:
        """Return one of the program's own texts in the language of the account."""
        return self.wording.labels.say(text, **slots)

    def _scheme(self, scheme: str) -> SchemeAccount:
        return account_of(self.wording, scheme)

    @property
    def schemes(self) -> tuple[SchemeAccount, ...]:
        """Every scheme, in the order of the rulebook."""
        return tuple(self.scheme(each) for each in self.advice.verdicts)

    @property
    def title(self) -> str:
        """Whom the advice is for, and the day."""
        day = self.wording.labels.day(self.advice.as_of)
        return f"{self.advice.municipality.official_name}, {day}"

    @cached_property
    def summary(self) -> tuple[str, ...]:
        """The main advice in at most three sentences."""
        return tuple(self.wording.summary.sentences())

    @cached_property
    def dating(self) -> str:
        """Which day the rules are from, and which years the figures are from."""
        return self.wording.summary.dating()

    @cached_property
    def needs(self) -> tuple[NeedAccount, ...]:
        """Every need, in the order of the rulebook."""
        return tuple(need_of(self.wording, need) for need in self.advice.needs)

    @property
    def needs_there(self) -> tuple[NeedAccount, ...]:
        """The needs that the municipality has or may have, the most severe first."""
        there = (need for need in self.needs if not need.is_absent)
        return tuple(sorted(there, key=most_severe_first))

    @property
    def needs_absent(self) -> tuple[NeedAccount, ...]:
        """The needs that the municipality does not have."""
        return tuple(need for need in self.needs if need.is_absent)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The bundle in the order to do things."""
        return tuple(self._member(item) for item in self.advice.bundle.items)

    def _member(self, item: BundleItem) -> Member:
        labels, account = self.wording.labels, self.scheme(item.scheme)
        apply_by = item.deadline.on if item.deadline else None
        ends = labels.day(phase_end(item.phase, self.advice.as_of))
        return Member(
            item=item,
            account=account,
            when=self.wording.bundle.phase(item.phase),
            why_in=tuple(self.wording.bundle.why_in(item)),
            carries=tuple(labels.need_name(need) for need in item.main_for),
            helps=tuple(labels.need_name(need) for need in item.helps),
            apply_by=labels.day(apply_by) if apply_by else "",
            due=account.deadline if apply_by else ends,
        )

    @property
    def phases(self) -> tuple[PhaseAccount, ...]:
        """The bundle by phase, without phases that have nothing."""
        found = ((phase, self._in_phase(phase)) for phase in Phase)
        return tuple(self._phase(phase, members) for phase, members in found if members)

    def _in_phase(self, phase: Phase) -> tuple[Member, ...]:
        return tuple(each for each in self.members if each.item.phase is phase)

    def _phase(self, phase: Phase, members: tuple[Member, ...]) -> PhaseAccount:
        ends = self.wording.labels.day(phase_end(phase, self.advice.as_of))
        return PhaseAccount(phase, self.wording.bundle.phase(phase), ends, members)

    @property
    def report_by(self) -> str:
        """The day by which the kommune should have looked back at the advice."""
        return self.wording.labels.day(months_after(self.advice.as_of, _MONTHS_TO_REPORT))

    @property
    def capacity_note(self) -> str:
        """What the order of the bundle rests on."""
        return self.wording.bundle.capacity_note()

    @property
    def empty(self) -> str:
        """What to say when nothing in the rulebook is recommended."""
        return self.wording.bundle.empty()

    @property
    def runner_up(self) -> str:
        """The second best bundle and what it gives up; empty where there is none."""
        second = self.advice.bundle.runner_up
        return self.wording.bundle.runner_up(second) if second else ""

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Whom to call about each severe need that the bundle leaves open."""
        return tuple(self.wording.bundle.uncovered(each) for each in self.advice.bundle.uncovered)

    def behind_examples(self, members: Iterable[Member]) -> tuple[str, ...]:
        """Return the figures that the financing examples of these members are calculated from."""
        return tuple(self.wording.financing.behind(each.item.scheme for each in members))

    @cached_property
    def timing(self) -> tuple[str, ...]:
        """When the council meets and what must wait for it, and the longest way."""
        return tuple(self.wording.timetable.overview())

    @property
    def timetable(self) -> tuple[tuple[SchemeAccount, tuple[str, ...]], ...]:
        """The members that have a date or wait for another, each with what there is to say."""
        rows = self.wording.timetable.rows()
        return tuple((self.scheme(id_), tuple(sentences)) for id_, sentences in rows)

    @cached_property
    def questions(self) -> tuple[QuestionAccount, ...]:
        """The open questions, the one that moves most first."""
        return tuple(self.question(each) for each in self.advice.worth_asking)

    def question(self, worth: WorthAsking) -> QuestionAccount:
        """Return what is said of an open question."""
        labels, otherwise = self.wording.labels, self.wording.otherwise
        return QuestionAccount(
            worth=worth,
            question=labels.question(worth.question),
            effect=otherwise.worth_asking(worth),
            knows=labels.knows(worth.question),
            ask=otherwise.ask(worth.question),
            moves=tuple(labels.scheme_name(each) for each in worth.moves),
        )

    @cached_property
    def edges(self) -> tuple[str, ...]:
        """The figures nearest a limit, and what would be otherwise beyond it."""
        return tuple(self.wording.otherwise.edge(each) for each in self.advice.edges)

    @cached_property
    def groups(self) -> tuple[GroupAccount, ...]:
        """Everything that is not in the bundle, each scheme in exactly one group."""
        members = {item.scheme for item in self.advice.bundle.items}
        outside = [each for each in self.advice.verdicts.values() if each.scheme not in members]
        found = ((group, [v for v in outside if group_of(v) is group]) for group in VerdictGroup)
        return tuple(self._group(group, verdicts) for group, verdicts in found if verdicts)

    def _group(self, group: VerdictGroup, verdicts: list[Verdict]) -> GroupAccount:
        say = self.wording.labels.say
        schemes = tuple(self.scheme(each.scheme) for each in verdicts)
        return GroupAccount(group, say(group.heading), say(group.intro), schemes)
