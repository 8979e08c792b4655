"""What the council decides, and the plan that follows: who, what, when."""

from collections.abc import Iterable

from wizard.domain.advice import Verdict
from wizard.domain.schemes import Responsible
from wizard.memo import words
from wizard.memo.model import Plan, PlanItem, PlanPhase, Point, Proposal, StepLine
from wizard.memo.parts import Labelled
from wizard.memo.recommendation import References, remains
from wizard.report.case import CaseAccount, Member, PartAccount

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


def proposal(report: CaseAccount) -> Proposal:
    """Return the draft that the kommunedirektør owns."""
    say = report.say
    choices = [Labelled(say(words.CONFLICT), each) for each in report.conflicts]
    if report.alternative:
        choices.append(Labelled(say(words.OTHER_CHOICE, **report.own), report.alternative))
    return Proposal(
        heading=say(words.PROPOSAL),
        points=tuple(_points(report)),
        sums=" ".join(report.sums_of_year) or None,
        choices=tuple(choices),
    )


def _points(report: CaseAccount) -> Iterable[Point]:
    say, own, labels = report.say, report.own, report.wording.labels
    day = labels.day(report.advice.as_of)
    yield Point(say(words.ADOPT if report.members else words.TAKE_NOTE, day=day, **own))
    for member in report.core:
        yield _task(report, member)
    later = report.later
    if later:
        names = [labels.doing(each.item.scheme) for each in later]
        yield Point(say(words.INTO_ECONOMIC_PLAN, schemes=labels.listed(names)))
    bundle = report.wording.bundle
    uncovered = report.advice.bundle.uncovered
    contacts = [each for each in uncovered if bundle.is_to_be_asked(each.contact)]
    if contacts:
        needs = labels.listed([f"«{labels.need_name(each.need)}»" for each in contacts])
        whom = dict.fromkeys(labels.task(each.contact) for each in contacts)
        tasks = labels.listed(list(whom))
        yield Point(say(words.MAKE_CONTACT, needs=needs, tasks=tasks, **own))
    if report.questions:
        yield Point(say(words.REPORT_ANSWERS, day=report.report_by, **own))
    elif report.core or contacts:
        yield Point(say(words.REPORT_BACK, day=report.report_by, **own))


def _task(report: CaseAccount, member: Member) -> Point:
    say, account = report.say, member.account
    changes, questions = remains(account)
    terms = (
        (words.OWNER, f"{report.wording.labels.responsible(_owner(account.verdict))}."),
        (words.WHEN, f"{member.when}."),
        (words.DEADLINE, f"{account.deadline}." if member.apply_by else ""),
        (words.NOTE, member.duty),
        (words.FRAME, account.money),
        (words.ON_CONDITION, " ".join(changes)),
        (words.CLEAR_UP_FIRST, " ".join(questions)),
    )
    return Point(
        say(words.TASK, task=report.wording.labels.task(member.item.scheme), **report.own),
        tuple(Labelled(say(label), text) for label, text in terms if text),
    )


def _owner(verdict: Verdict) -> Responsible:
    steps = verdict.edition.steps if verdict.edition else ()
    own = (step.responsible for step in steps if step.responsible not in _OUTSIDE)
    return next(own, Responsible.DIRECTOR)


def plan(report: CaseAccount, numbered: References) -> Plan | None:
    """Return what to do in the first year, phase by phase."""
    year = [each for each in report.parts if each.is_core]
    if not year:
        return None
    return Plan(
        heading=report.say(words.PLAN),
        timing=(" ".join(report.timing),),
        columns=tuple(map(report.say, words.PLAN_COLUMNS)),
        phases=tuple(_phase(report, each, numbered) for each in year),
    )


def _phase(report: CaseAccount, phase: PartAccount, numbered: References) -> PlanPhase:
    return PlanPhase(
        name=phase.name,
        ends=report.say(words.UNTIL, day=phase.ends),
        items=tuple(_plan_item(report, each, numbered) for each in phase.members),
    )


def _plan_item(report: CaseAccount, member: Member, numbered: References) -> PlanItem:
    deadline = (
        report.say(words.PLAN_DEADLINE, day=member.account.deadline) if member.apply_by else None
    )
    return PlanItem(
        reference=numbered[member.item.scheme],
        deadline=deadline,
        steps=tuple(StepLine(row.text, row.responsible, row.when) for row in member.account.steps),
    )
