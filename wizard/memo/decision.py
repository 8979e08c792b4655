"""What the council decides, and the plan that follows: who, what, when."""

from collections.abc import Iterable

from wizard.domain.advice import Phase, Verdict
from wizard.domain.schemes import Responsible
from wizard.memo import words
from wizard.memo.model import Plan, PlanItem, PlanPhase, Point, Proposal, StepLine
from wizard.memo.parts import Labelled
from wizard.memo.recommendation import References, remains
from wizard.report.case import CaseAccount, Member, PhaseAccount

# A council gives tasks to its own administration only.
_OUTSIDE = frozenset(
    {
        Responsible.POLITICS,
        Responsible.DEVELOPER,
        Responsible.HOUSEHOLD,
        Responsible.NEIGHBOUR,
        Responsible.COUNTY,
    }
)


def proposal(report: CaseAccount, numbered: References) -> Proposal:
    """Return the draft that the kommunedirektør owns."""
    return Proposal(report.say(words.PROPOSAL), tuple(_points(report, numbered)))


def _points(report: CaseAccount, numbered: References) -> Iterable[Point]:
    say, day = report.say, report.wording.labels.day(report.advice.as_of)
    yield Point(say(words.ADOPT if report.members else words.TAKE_NOTE, day=day))
    for member in report.members:
        if member.item.phase is not Phase.PLAN_PERIOD:
            yield _task(report, member)
    later = [each for each in report.members if each.item.phase is Phase.PLAN_PERIOD]
    if later:
        schemes = "; ".join(numbered[each.item.scheme].name for each in later)
        yield Point(say(words.INTO_ECONOMIC_PLAN, schemes=schemes))
    contacts = report.advice.bundle.uncovered
    for each in contacts:
        need = report.wording.labels.need_name(each.need)
        scheme = report.wording.labels.scheme_inline(each.contact)
        yield Point(say(words.MAKE_CONTACT, need=need, scheme=scheme))
    if report.questions:
        yield Point(say(words.REPORT_ANSWERS, day=report.report_by))
    elif len(later) < len(report.members) or contacts:
        yield Point(say(words.REPORT_BACK, day=report.report_by))


def _task(report: CaseAccount, member: Member) -> Point:
    say, account = report.say, member.account
    scheme = report.advice.rulebook.schemes[member.item.scheme]
    task = words.TASKS_BY_KIND.get(scheme.kind, words.TASKS[scheme.role])
    changes, questions = remains(account)
    terms = (
        (words.OWNER, f"{report.wording.labels.responsible(_owner(account.verdict))}."),
        (words.DEADLINE, f"{member.due}."),
        (words.FRAME, account.money),
        (words.ON_CONDITION, " ".join(changes)),
        (words.CLEAR_UP_FIRST, " ".join(questions)),
    )
    return Point(
        say(task, scheme=account.scheme.inline),
        tuple(Labelled(say(label), text) for label, text in terms if text),
    )


def _owner(verdict: Verdict) -> Responsible:
    steps = verdict.edition.steps if verdict.edition else ()
    own = (step.responsible for step in steps if step.responsible not in _OUTSIDE)
    return next(own, Responsible.DIRECTOR)


def plan(report: CaseAccount, numbered: References) -> Plan | None:
    """Return what to do in the first year, phase by phase."""
    soon = [each for each in report.phases if each.phase is not Phase.PLAN_PERIOD]
    if not soon:
        return None
    surprises = report.wording.timetable.surprises()
    return Plan(
        heading=report.say(words.PLAN),
        timing=(" ".join(report.timing), *surprises),
        columns=tuple(map(report.say, words.PLAN_COLUMNS)),
        phases=tuple(_phase(report, each, numbered) for each in soon),
    )


def _phase(report: CaseAccount, phase: PhaseAccount, numbered: References) -> PlanPhase:
    return PlanPhase(
        name=phase.when,
        ends=report.say(words.UNTIL, day=phase.ends),
        items=tuple(_plan_item(report, each, numbered) for each in phase.members),
    )


def _plan_item(report: CaseAccount, member: Member, numbered: References) -> PlanItem:
    deadline = report.say(words.PLAN_DEADLINE, day=member.due) if member.apply_by else None
    return PlanItem(
        reference=numbered[member.item.scheme],
        deadline=deadline,
        steps=tuple(StepLine(row.text, row.responsible, row.when) for row in member.account.steps),
    )
