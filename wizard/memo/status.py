"""The status note: how an adopted plan has gone, and what to decide.

It is one page: where the reasons that people give take more, it tells where they stand whole.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from wizard import advice
from wizard.domain.comparison import Comparison, RuleSubject
from wizard.domain.follow_up import FollowUp, MeasureState, PlanPart
from wizard.domain.text import Text, capfirst
from wizard.memo import status_words as say
from wizard.memo import words
from wizard.memo.model import (
    Front,
    Item,
    ItemList,
    Labelled,
    Paragraph,
    Proposal,
    Section,
)
from wizard.memo.parts import as_written
from wizard.memo.status_table import PAGE, StatusTable, height
from wizard.report.case import CaseAccount
from wizard.report.follow_up import FigureLine, FollowUpAccount, MeasureAccount
from wizard.report.front import HEADING

# What one page has room for.
MOST_FIGURES = 4
MOST_NEW = 2


class Status:
    """Composes the note of a case on the day of its advice.

    Where nobody has begun to follow up, it is the plan as it is, to be filled in by hand.
    """

    def __init__(self, report: CaseAccount) -> None:
        """Compose it in the language of the report."""
        self._report = report
        followed = report.advice.case.follow_up or FollowUp(advice.adopted(report.advice))
        self._followed = followed
        self._told = FollowUpAccount(report, followed)

    @cached_property
    def _since(self) -> Comparison:
        return advice.since_adopted(self._report.advice, self._followed.plan)

    def message(self) -> str:
        """Return the title: how many measures of the first year are done."""
        done, core = self._in_state(MeasureState.DONE), self._followed.plan.of(PlanPart.CORE)
        template = say.TITLE_DONE if done else say.TITLE_NONE_DONE
        if not core:
            template = say.TITLE_NO_MEASURES
        title = self._report.advice.municipality.title
        return self._report.say(template, title=title, done=len(done), n=len(core))

    def front(self) -> Front:
        """Return the sums and the proposal."""
        report = self._report
        return Front(
            heading=report.say(HEADING),
            brief=tuple(self._brief()),
            figures=None,
            proposal=Proposal(
                heading=report.say(words.PROPOSAL),
                points=tuple(as_written(self._report, each) for each in self._points()),
                sums=None,
                choices=(),
            ),
            line=None,
            questions=None,
            fits=True,
        )

    def sections(self) -> Iterable[Section]:
        """Yield the measures, and the figures that differ."""
        measures = tuple(self._measures())
        figures = tuple(self._figures())
        if measures:
            blocks = StatusTable(self._report, measures).blocks(PAGE - self._rest())
            yield Section(self._report.say(say.MEASURES), "tiltak", blocks)
        if figures:
            yield Section(self._report.say(say.FIGURES), "tall", figures)

    def _rest(self) -> float:
        """Return how many millimetres all but the measures takes."""
        figures = [self._told.voice.figure_alone(each.change) for each in self._shown]
        return height(self.message(), self._brief(), self._points(), figures)

    def _in_state(self, state: MeasureState | None) -> tuple[str, ...]:
        return self._followed.in_state(PlanPart.CORE, state)

    def _brief(self) -> Iterable[Labelled]:
        report, plan = self._report, self._followed.plan
        core, later = plan.of(PlanPart.CORE), plan.of(PlanPart.LATER)
        told = {"day": self._told.plan_day, "report": self._told.report_by, **report.own}
        yield Labelled(report.say(say.PLAN), report.say(say.PLAN_TOLD.of(len(core), **told)))
        progress, voice = self._followed, self._told.voice
        if core:
            yield Labelled(report.say(say.STATUS), voice.progress(progress, PlanPart.CORE))
            yield Labelled(report.say(say.LEFT), self._told.left)
        if later:
            yield Labelled(report.say(say.LATER), voice.progress(progress, PlanPart.LATER))
        yield Labelled(report.say(say.NEW_FIGURES), self._of_figures())
        if rules := " ".join(self._of_rules()):
            yield Labelled(report.say(say.NEW_RULES), rules)

    def _of_figures(self) -> str:
        count = len(self._told.figures)
        return self._report.say(say.SOME_FIGURES.of(count) if count else say.SAME_FIGURES)

    def _of_rules(self) -> Iterable[str]:
        """Yield which rules of what remains have changed, and what is new in the advice."""
        report, labels, parts = self._report, self._report.wording.labels, PlanPart
        left = {each for part in parts for each in self._followed.remaining(part)}
        changed = [
            each.id
            for each in self._since.rules
            if each.subject is RuleSubject.SCHEME and each.id in left
        ]
        known = [each for each in changed if each in report.advice.rulebook.schemes]
        names = labels.listed([labels.scheme_inline(each) for each in known]) if known else ""
        if known:
            yield report.say(say.RULES_DIFFER, day=self._told.plan_day, names=names)
        elif any(self._followed.remaining(part) for part in (parts.CORE, parts.LATER)):
            yield report.say(say.SAME_RULES, day=self._told.plan_day)
        if self._followed.plan.rulebook != report.advice.rulebook.hash:
            yield report.say(say.NEW_EDITION)
        planned = {each.scheme for each in self._followed.plan.measures}
        came = [each.scheme for each in self._since.members if each.before is None]
        new = [labels.task(each) for each in came if each not in planned]
        if new:
            yield report.say(say.ADVICE_CAME, tasks=labels.listed(new[:MOST_NEW]))

    def _points(self) -> Iterable[str]:
        report, body = self._report, self._report.body
        who = report.own | {"body": body, "Body": capfirst(body)}
        yield report.say(say.TAKE_NOTE, **who)
        not_begun = (*self._in_state(MeasureState.NOT_BEGUN), *self._in_state(None))
        asked = (
            (say.FINISH, self._in_state(MeasureState.BEGUN)),
            (
                say.BEGIN,
                tuple(each for each in self._followed.plan.of(PlanPart.CORE) if each in not_begun),
            ),
            (say.DROP, self._in_state(MeasureState.DROPPED)),
        )
        for template, schemes in asked:
            if schemes:
                tasks = report.wording.labels.listed(
                    [f"«{self._told.voice.name(each)}»" for each in schemes]
                )
                point = report.say(template, tasks=tasks, **who)
                yield " ".join((point, *self._duties(template, schemes)))
        if self._followed.remaining(PlanPart.CORE):
            yield report.say(say.REPORT, day=report.report_by, **who)
        else:
            yield self._new_plan(who)

    def _new_plan(self, who: dict[str, str]) -> str:
        """Return when a new plan is due: as the year of this one ends, or half a year on."""
        report, day, by = self._report, self._report.wording.labels.day, self._told.new_plan_by
        if by:
            return report.say(say.RENEW, day=day(by), **who)
        ended = day(self._told.year_ends)
        return report.say(say.RENEW_LATE, ended=ended, day=report.report_by, **who)

    def _duties(self, template: Text, schemes: Iterable[str]) -> Iterable[str]:
        """Yield that the law still bids what goes out of the plan."""
        verdicts, brief = self._report.advice.verdicts, self._report.wording.brief
        known = [each for each in schemes if each in verdicts and not verdicts[each].in_place]
        duties = [told for each in known if (told := brief.duty(each))]
        if template is say.DROP and duties:
            yield " ".join((self._report.say(say.DUTY_STANDS), *duties))

    def _measures(self) -> Iterable[tuple[PlanPart, MeasureAccount]]:
        """Yield those of the first year, and of the others those that somebody has marked."""
        for part in self._told.parts:
            for each in part.measures:
                if part.part is PlanPart.CORE or each.day:
                    yield part.part, each

    @property
    def _shown(self) -> Sequence[FigureLine]:
        return self._told.figures[:MOST_FIGURES]

    def _figures(self) -> Iterable[ItemList | Paragraph]:
        if not self._shown:
            return
        told = (self._told.voice.figure_alone(each.change) for each in self._shown)
        yield ItemList(tuple(map(Item, told)), small=True)
        if more := len(self._told.figures) - len(self._shown):
            yield Paragraph(self._report.say(say.MORE_FIGURES.of(more)), small=True)
