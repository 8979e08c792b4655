"""What is said of a case: summary, needs, bundle, what is open, and each scheme once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from wizard.domain.advice import BundleItem, Phase, ReservationKind, Verdict
from wizard.domain.memo_fields import COMMITTEE, COUNCILS, MEETING_DAY, is_council
from wizard.domain.plan import Cost, PlanBasis
from wizard.domain.schedule import ScheduledItem
from wizard.domain.settling import WorthAsking
from wizard.domain.text import Text
from wizard.engine.planning.calendar import phase_end, report_day
from wizard.engine.planning.means import cost_of
from wizard.report.groups import VerdictGroup, group_of
from wizard.report.needs import NeedAccount, most_severe_first, need_of
from wizard.report.review import ReviewAccount, review_of
from wizard.report.scheme import SchemeAccount, account_of
from wizard.voice.wording import Wording
from wizard.voice.words import OURS_MEANS

# In a sentence the common names are no names.
_COMMON_BODIES = COUNCILS | {"Formannskapet"}


@dataclass(frozen=True, slots=True)
class Member:
    """A scheme of the bundle, and its place in the schedule (`planned`).

    `when` tells when work begins and when it is done. `why` tells what it is in the bundle for and
    what calls for it. `duty` tells since when, or from when, the law bids it. `spent` tells that
    the money is used up, and is empty where it is not. `apply_by` is the day of its deadline, empty
    without one that can be kept. Every day is the schedule's.
    """

    item: BundleItem
    planned: ScheduledItem
    account: SchemeAccount
    when: str
    why_in: tuple[str, ...]
    duty: str
    spent: str
    carries: tuple[str, ...]
    helps: tuple[str, ...]
    apply_by: str
    weeks: str
    cost: Cost

    @property
    def why(self) -> tuple[str, ...]:
        """What it is in the bundle for, and what in the case calls for it."""
        return (*self.why_in, *self.account.why)


@dataclass(frozen=True, slots=True)
class PartAccount:
    """The first year, or the years after it, with its members in order. `ends` is its last day."""

    name: str
    ends: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class NoRoomAccount:
    """A scheme that there is no room for, and what it would take."""

    account: SchemeAccount
    why: str


@dataclass(frozen=True, slots=True)
class NamedScheme:
    """A scheme by its name; `CaseAccount.scheme` tells the rest of it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class GroupAccount:
    """Schemes outside the bundle with the same sort of verdict."""

    group: VerdictGroup
    heading: str
    intro: str
    schemes: tuple[NamedScheme, ...]


@dataclass(frozen=True, slots=True)
class QuestionAccount:
    """An open question: what its answer does, who knows (empty for nobody), and how to ask them.

    `invitation` says the same to one who can answer it there and then, with the minutes it takes.
    `moves` names the schemes.
    """

    worth: WorthAsking
    question: str
    effect: str
    invitation: str
    knows: str
    ask: str
    moves: tuple[str, ...]

    @property
    def fact(self) -> str:
        """The fact that is asked for."""
        return self.worth.question

    @property
    def consequence(self) -> str:
        """What the answer does, and whom to ask."""
        return f"{self.effect} {self.ask}".rstrip()


class CaseAccount:
    """Everything that is said of a case; each part is worded when somebody reads it, once."""

    def __init__(self, wording: Wording) -> None:
        """Give an account of the advice that the wording speaks of."""
        self.wording = wording
        self.advice = wording.advice
        self.language = wording.labels.language
        self.scheme = cache(self._scheme)

    @cached_property
    def without_marks(self) -> "CaseAccount":
        """The same account with no marks after its figures, for who names sources otherwise."""
        return CaseAccount(Wording(self.advice, self.language))

    @cached_property
    def review(self) -> ReviewAccount | None:
        """What is said of the adviser's review, where it is taken into the advice."""
        return review_of(self.wording)

    @cached_property
    def memo_fields(self) -> Mapping[str, str]:
        """What people have filled in, by field; where the adviser has, it is the adviser's."""
        own = self.advice.case.adviser
        return {**own, **self.review.filled_in} if self.review else own

    @property
    def body(self) -> str:
        """Who decides, in a sentence: the committee that is named, or the council."""
        named = self.memo_fields.get(COMMITTEE.id, "").strip()
        return named.lower() if named in _COMMON_BODIES else named or self.own["council"]

    @cached_property
    def decided_on(self) -> date | None:
        """The coming day on which it is decided: the memo's own meeting, else the council's next.

        `None` where nobody has said a day that is still to come. Another committee than the council
        has no other day than its own.
        """
        said = self.memo_fields.get(MEETING_DAY.id, "")
        council = is_council(self.memo_fields.get(COMMITTEE.id, ""))
        days = (
            date.fromisoformat(said) if said else None,
            self.advice.schedule.meeting if council else None,
        )
        coming = (each for each in days if isinstance(each, date) and each > self.advice.as_of)
        return next(coming, None)

    @property
    def own(self) -> dict[str, str]:
        """What the municipality's council and leader are called, for the slots of a text."""
        return self.wording.labels.own

    def say(self, text: Text, **slots: object) -> str:
        """Return one of the program's own texts in the language of the account.

        A slot with nothing to fill it stays open, so that a missing text is seen in the sentence.
        """
        filled = {name: self._filled(name, slot) for name, slot in slots.items()}
        return self.wording.labels.say(text, **filled)

    def _filled(self, name: str, slot: object) -> object:
        wording = self.say(slot) if isinstance(slot, Text) else slot
        return f"{{{name}}}" if isinstance(wording, str) and not wording.strip() else wording

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

    @property
    def mark(self) -> str:
        """What the mark beside a limit or a number means."""
        return self.say(OURS_MEANS)

    @cached_property
    def needs(self) -> tuple[NeedAccount, ...]:
        """Every need, in the order of the rulebook."""
        return tuple(need_of(self.wording, need) for need in self.advice.needs)

    @property
    def needs_there(self) -> tuple[NeedAccount, ...]:
        """The needs that the municipality has or may have: those it puts first, then by severity.

        Of needs that are as severe, the first is that of our order.
        """
        own = self.advice.case.priorities
        first = own if isinstance(own, tuple) else ()
        ours = self.advice.rulebook.plan.order(self.advice.needs)
        place = {need: at for at, need in enumerate([*first, *ours][::-1])}
        there = [need for need in self.needs if not need.is_absent]
        there.sort(key=lambda need: -place[need.finding.need])
        return tuple(
            sorted(
                there, key=lambda need: (need.finding.need not in first, most_severe_first(need))
            )
        )

    @property
    def needs_absent(self) -> tuple[NeedAccount, ...]:
        """The needs that the municipality does not have."""
        return tuple(need for need in self.needs if need.is_absent)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The bundle in the order to do things."""
        return tuple(self._member(item) for item in self.advice.bundle.items)

    def _member(self, item: BundleItem) -> Member:
        labels, account, plan = self.wording.labels, self.scheme(item.scheme), self.wording.plan
        planned = self.advice.schedule.item(item.scheme)
        # The schedule has every member of the bundle.
        assert planned is not None  # noqa: S101
        by = planned.deadline.on if planned.deadline.reach.in_time else None
        return Member(
            item=item,
            planned=planned,
            account=account,
            when=plan.when(planned, item.year),
            why_in=tuple(self.wording.bundle.why_in(item)),
            duty=plan.duty(item.scheme),
            spent=account.said_of(ReservationKind.FUNDING_USED_UP),
            carries=tuple(labels.need_name(need) for need in item.main_for),
            helps=tuple(labels.need_name(need) for need in item.helps),
            apply_by=labels.day(by) if by else "",
            weeks=plan.weeks(item.scheme),
            cost=cost_of(
                self.advice.rulebook.schemes[item.scheme],
                account.verdict.edition,
                self.advice.plan.means,
            ),
        )

    def standing(self, member: Member) -> tuple[str, ...]:
        """Return how sure our advice is; of what an adviser took in, that, and what is open."""
        account = member.account
        took_in = self.review.took_in(member.item.scheme) if self.review else ""
        if not took_in:
            return (account.label,)
        return (took_in,) if account.group.is_firm else (took_in, account.label)

    @property
    def parts(self) -> tuple[PartAccount, ...]:
        """The core, then what comes later, without a part that has nothing."""
        found = ((core, self._part_of(core=core)) for core in (True, False))
        return tuple(self._part(members, core=core) for core, members in found if members)

    def _part_of(self, *, core: bool) -> tuple[Member, ...]:
        return tuple(each for each in self.members if each.item.phase.in_core is core)

    def _part(self, members: tuple[Member, ...], *, core: bool) -> PartAccount:
        phase = Phase.THIS_YEAR if core else Phase.LATER
        ends = phase_end(phase, self.advice.as_of, self.advice.rulebook.plan.years)
        name = self.wording.plan.part(core=core)
        return PartAccount(name, self.wording.labels.day(ends), members)

    @property
    def core(self) -> tuple[Member, ...]:
        """What to do in the first year, in order."""
        return self._part_of(core=True)

    @property
    def later(self) -> tuple[Member, ...]:
        """What to begin with after that, in order."""
        return self._part_of(core=False)

    @property
    def made_known(self) -> tuple[SchemeAccount, ...]:
        """What others apply for, and the kommune tells them about."""
        return tuple(self.scheme(each) for each in self.advice.plan.made_known)

    @property
    def no_room(self) -> tuple[NoRoomAccount, ...]:
        """What the plan has no room for, and what it would take."""
        return tuple(
            NoRoomAccount(self.scheme(each.scheme), self.wording.plan.no_room(each))
            for each in self.advice.plan.no_room
        )

    @cached_property
    def conflicts(self) -> tuple[str, ...]:
        """Duties without room, and each date that the plan does not keep, with the choices."""
        plan, voice = self.advice.plan, self.wording.plan
        return (
            *(voice.duty_without_room(each) for each in plan.duties_without_room),
            *(voice.conflict(each) for each in plan.conflicts),
        )

    @property
    def alternative(self) -> str:
        """The other core that the council could choose; empty where nothing competes for room."""
        other = self.advice.plan.alternative
        return self.wording.plan.alternative(other) if other else ""

    @property
    def sums(self) -> tuple[str, ...]:
        """Weeks and own money against what there is; empty without a plan."""
        return tuple(self.wording.plan.sums()) if self.members else ()

    @property
    def sums_of_year(self) -> tuple[str, ...]:
        """The same for the first year alone; empty without a core."""
        return tuple(self.wording.plan.sums_of_year()) if self.core else ()

    @property
    def report_by(self) -> str:
        """The day by which the kommune should have looked back at the advice."""
        return self.wording.labels.day(self.report_on)

    @property
    def report_on(self) -> date:
        """The same day as a date; where it is not decided by then, so long after it is."""
        return report_day(self.advice.as_of, self.decided_on)

    @property
    def empty(self) -> str:
        """What to say where there is no plan: too little is answered, or nothing is recommended."""
        plan = self.wording.plan
        if self.advice.plan.basis is PlanBasis.QUESTIONS:
            return f"{plan.core()} {plan.services()}".rstrip()
        return plan.core() if self.advice.plan.no_room else self.wording.bundle.empty()

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Whom to call about each severe need that the bundle leaves open."""
        return tuple(self.wording.bundle.uncovered(each) for each in self.advice.bundle.uncovered)

    def behind_examples(self, schemes: Iterable[str]) -> tuple[str, ...]:
        """Return the figures that the financing examples of these schemes are calculated from."""
        return tuple(self.wording.financing.behind(schemes))

    @property
    def behind_all_examples(self) -> tuple[str, ...]:
        """The figures behind every example that is shown: in the plan, and made known."""
        members = (each.item.scheme for each in self.members)
        return self.behind_examples((*members, *self.advice.plan.made_known))

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
        knows = labels.knows(worth.question)
        minutes = self.advice.rulebook.asking.to_find(with_colleague=bool(knows))
        return QuestionAccount(
            worth=worth,
            question=labels.question(worth.question),
            effect=otherwise.worth_asking(worth),
            invitation=otherwise.invitation(worth, minutes),
            knows=knows,
            ask=otherwise.ask(worth.question),
            moves=tuple(labels.scheme_name(each) for each in worth.moves),
        )

    @cached_property
    def edges(self) -> tuple[str, ...]:
        """The figures nearest a limit, and what would be otherwise beyond it."""
        return tuple(self.wording.otherwise.edge(each) for each in self.advice.edges)

    @cached_property
    def groups(self) -> tuple[GroupAccount, ...]:
        """Everything that has no place in the plan, each scheme in exactly one group."""
        bundle = self.advice.bundle
        told = {item.scheme for item in bundle.items} | {each.scheme for each in bundle.no_room}
        told.update(bundle.made_known)
        outside = [each for each in self.advice.verdicts.values() if each.scheme not in told]
        found = ((group, [v for v in outside if group_of(v) is group]) for group in VerdictGroup)
        return tuple(self._group(group, verdicts) for group, verdicts in found if verdicts)

    def _group(self, group: VerdictGroup, verdicts: list[Verdict]) -> GroupAccount:
        labels, say = self.wording.labels, self.wording.labels.say
        schemes = tuple(
            NamedScheme(each.scheme, labels.scheme_name(each.scheme)) for each in verdicts
        )
        return GroupAccount(group, say(group.heading), say(group.intro), schemes)
