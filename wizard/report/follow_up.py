"""What is said of a plan that is followed up: measure by measure, and in sums."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wizard.domain.advice import Advice, Phase
from wizard.domain.case import DontKnow
from wizard.domain.conditions import FactTest, Operator, leaves
from wizard.domain.follow_up import FollowUp, MeasureState, PlanPart
from wizard.domain.frozen import FigureChange, FrozenFigure, changed_figures, redated_figures
from wizard.domain.plan import Cost
from wizard.domain.rulebook import Rulebook
from wizard.domain.workdays import working_day
from wizard.engine.facts import official_figures
from wizard.engine.planning.calendar import phase_end, report_day
from wizard.engine.planning.means import cost_of
from wizard.report.case import CaseAccount
from wizard.report.tones import Tone
from wizard.voice.follow_up import FollowUpVoice
from wizard.voice.wording import Wording

_TONES = {
    MeasureState.DONE: Tone.SUCCESS,
    MeasureState.BEGUN: Tone.ACCENT,
    MeasureState.DROPPED: Tone.WARNING,
}


@dataclass(frozen=True, slots=True)
class MeasureAccount:
    """A measure of the plan and how it has gone. `day` and `why` are empty where nobody has said.

    `known` is whether the rules still know its scheme.
    """

    scheme: str
    name: str
    state: MeasureState | None
    word: str
    tone: Tone | None
    why: str
    day: str
    known: bool


@dataclass(frozen=True, slots=True)
class FollowedPart:
    """A part of the plan that has measures. `done_of` and `progress` count them."""

    part: PlanPart
    heading: str
    measures: tuple[MeasureAccount, ...]
    done_of: str
    progress: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that differs, and what that means where the municipality has corrected it."""

    change: FigureChange
    text: str
    correction: str


@dataclass(frozen=True, slots=True)
class InUse:
    """A measure that is done, though the answers do not say that it is in use.

    `told` says so: that they say otherwise, or that nobody has answered. `question` is where they
    would; `can_tick`: it is a list that has been answered, so that `option` may be added to it.
    Otherwise a tick would say of all the others that they are not in use.
    """

    scheme: str
    name: str
    told: str
    question: str
    option: str
    can_tick: bool


class FollowUpAccount:
    """What is said of a follow-up, on the day of the report's advice."""

    def __init__(self, report: CaseAccount, follow_up: FollowUp) -> None:
        """Give an account of it in the language of the report, with marks if that has them."""
        self.follow_up = follow_up
        self.voice = FollowUpVoice(report.wording)
        self._report = report
        self._advice = report.advice

    @property
    def plan_day(self) -> str:
        """The day of the plan."""
        return self._report.wording.labels.day(self.follow_up.plan.as_of)

    @property
    def report_by(self) -> str:
        """The day by which the plan asked for a report."""
        return self._report.wording.labels.day(report_day(self.follow_up.plan.as_of))

    @property
    def year_ends(self) -> date:
        """The last day of the plan's first year."""
        return phase_end(Phase.THIS_YEAR, self.follow_up.plan.as_of, 1)

    @property
    def new_plan_by(self) -> date | None:
        """The last working day of that year; `None` where it has come when it is decided."""
        last = working_day(self.year_ends)
        return last if last > (self._report.decided_on or self._advice.as_of) else None

    @cached_property
    def parts(self) -> tuple[FollowedPart, ...]:
        """The parts of the plan that have measures, the first year first."""
        return tuple(self._part(part) for part in PlanPart if self.follow_up.plan.of(part))

    def _part(self, part: PlanPart) -> FollowedPart:
        return FollowedPart(
            part,
            self.voice.part(part),
            tuple(self._measure(each) for each in self.follow_up.plan.of(part)),
            self.voice.done_of(self.follow_up, part),
            self.voice.progress(self.follow_up, part),
        )

    def _measure(self, scheme: str) -> MeasureAccount:
        mark, state = self.follow_up.marks.get(scheme), self.follow_up.state(scheme)
        return MeasureAccount(
            scheme,
            self.voice.name(scheme),
            state,
            self.voice.state(state),
            _TONES.get(state) if state else None,
            mark.why if mark else "",
            self._report.wording.labels.day(mark.on) if mark else "",
            scheme in self._advice.rulebook.schemes,
        )

    @property
    def left(self) -> str:
        """What work and own money remain of the first year."""
        remaining = self.follow_up.remaining(PlanPart.CORE)
        known = [each for each in remaining if each in self._advice.rulebook.schemes]
        begun = any(self.follow_up.state(each) is MeasureState.BEGUN for each in known)
        return self.voice.left(known, self._cost(known), begun=begun)

    def _cost(self, schemes: Sequence[str]) -> Cost:
        advice = self._advice
        costs = (
            cost_of(advice.rulebook.schemes[each], advice.verdicts[each].edition, advice.plan.means)
            for each in schemes
        )
        return sum(costs, Cost())

    @cached_property
    def figures(self) -> tuple[FigureLine, ...]:
        """The figures of the case that differ from those of the plan."""
        changes = changed_figures(self.follow_up.plan.figures, self._now)
        return figure_lines(self.voice, changes, self._advice.rulebook)

    @property
    def redated(self) -> str:
        """How many figures are newer with the same value; empty for none."""
        return self.voice.redated(len(redated_figures(self.follow_up.plan.figures, self._now)))

    @property
    def _now(self) -> dict[str, FrozenFigure]:
        return official_figures(self._advice.facts, self._advice.rulebook)

    @cached_property
    def not_in_use(self) -> tuple[InUse, ...]:
        """The measures that are done, and that the answers do not say are in use."""
        done = (
            scheme
            for part in (PlanPart.CORE, PlanPart.LATER)
            for scheme in self.follow_up.in_state(part, MeasureState.DONE)
            if scheme in self._advice.rulebook.schemes
        )
        return tuple(found for scheme in done if (found := self._in_use(scheme)))

    def _in_use(self, scheme: str) -> InUse | None:
        book, condition = self._advice.rulebook, self._advice.rulebook.schemes[scheme].in_place
        if condition is None or self._advice.verdicts[scheme].in_place:
            return None
        tests = [each for each in leaves(condition) if isinstance(each, FactTest)]
        asked = [each for each in tests if each.fact in book.questions]
        if not asked:
            return None
        answers, name = self._advice.case.answers, self.voice.name(scheme)
        test = next((each for each in asked if answers.get(each.fact) != each.operand), asked[0])
        said = answers.get(test.fact)
        ticks = test.operator is Operator.CONTAINS and isinstance(said, frozenset)
        option = test.operand if ticks and isinstance(test.operand, str) else ""
        otherwise = said is not None and not isinstance(said, DontKnow)
        told = self.voice.not_in_use(scheme, otherwise=otherwise)
        return InUse(scheme, name, told, test.fact, option, can_tick=bool(option))


def done_and_not_in_use(report: CaseAccount) -> tuple[InUse, ...]:
    """Return the measures of a case that are done and not said to be in use; none unfollowed."""
    follow_up = report.advice.case.follow_up
    return FollowUpAccount(report, follow_up).not_in_use if follow_up else ()


@dataclass(frozen=True, slots=True)
class NewFigures:
    """What another edition of the figures would change in a case.

    `redated` says how many are newer with the same value; empty for none.
    """

    lines: tuple[FigureLine, ...]
    redated: str

    @property
    def are_there(self) -> bool:
        """Whether the edition is another."""
        return bool(self.lines or self.redated)


def new_figures(wording: Wording, after: Advice) -> NewFigures:
    """Return what differs in the figures from the advice of the wording to later advice."""
    voice, book = FollowUpVoice(wording), wording.advice.rulebook
    old = official_figures(wording.advice.facts, book)
    new = official_figures(after.facts, book)
    lines = figure_lines(voice, changed_figures(old, new), book)
    return NewFigures(lines, voice.redated(len(redated_figures(old, new))))


def figure_lines(
    voice: FollowUpVoice, changes: Iterable[FigureChange], rulebook: Rulebook
) -> tuple[FigureLine, ...]:
    """Return each figure that differs, in words; first those that people are shown and asked of."""
    items = (item for theme in rulebook.themes for item in theme.items)
    asked = {item.fact for item in items}
    ordered = sorted(changes, key=lambda each: each.figure not in asked)
    return tuple(FigureLine(each, voice.figure(each), voice.correction(each)) for each in ordered)
