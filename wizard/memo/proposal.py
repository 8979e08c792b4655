"""The proposal: points that a council can adopt as they stand, each with its day and its frame."""

from collections.abc import Iterable, Sequence
from datetime import date

from wizard.domain.plan import Cost
from wizard.domain.schemes import Administrator, MunicipalRole
from wizard.domain.text import capfirst
from wizard.memo import words
from wizard.memo.model import Choice, Paper, Proposal
from wizard.memo.parts import as_written
from wizard.report.case import CaseAccount, Member
from wizard.report.front import choices
from wizard.report.scheme import SchemeAccount

MOST_POINTS = 5
_ASKS_FOR_MONEY = frozenset({MunicipalRole.APPLICANT, MunicipalRole.INTERMEDIARY})


def remains(account: SchemeAccount) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what must be changed and what must be found out before a yes is sure."""
    return ((), ()) if account.group.is_firm else (account.changes, account.questions)


def proposal(report: CaseAccount, paper: Paper) -> Proposal:
    """Return the draft that the kommunedirektør owns."""
    return Proposal(
        heading=report.say(words.PROPOSAL),
        points=tuple(as_written(report, each) for each in _points(report, paper)),
        sums=report.wording.brief.sums() if report.core else None,
        choices=tuple(
            Choice(as_written(report, each.heading), each.text) for each in choices(report)
        ),
    )


def _who(report: CaseAccount) -> dict[str, str]:
    """Return who decides and who acts: the committee that is named, else the council."""
    body = report.body
    return report.own | {"body": body, "Body": capfirst(body)}


def _points(report: CaseAccount, paper: Paper) -> Iterable[str]:
    say, who = report.say, _who(report)
    contacts = _contacts(report)
    closing = [*_rest(report, paper, who), *_back(report, who)]
    for group in _grouped(report, MOST_POINTS - len(closing) - bool(contacts)):
        yield _point(report, group, who, first=group[0] is report.core[0])
    if contacts:
        tasks = report.wording.labels.listed(contacts)
        yield say(words.MAKE_CONTACT, tasks=tasks, day=report.report_by, **who)
    yield from closing


def _contacts(report: CaseAccount) -> list[str]:
    """Return whom to ask about what nothing in the plan carries, and the plan does not call."""
    labels, bundle = report.wording.labels, report.wording.bundle
    uncovered = report.advice.bundle.uncovered
    asked = [each.contact for each in uncovered if bundle.is_to_be_asked(each.contact)]
    return list(dict.fromkeys(labels.task(each) for each in asked))


def _rest(report: CaseAccount, paper: Paper, who: dict[str, str]) -> Iterable[str]:
    if report.core and report.later:
        whole = paper is Paper.MEMO
        yield report.say(words.REST_LATER if whole else words.REST_LATER_SHORT, **who)
    elif report.core:
        yield report.say(words.TAKE_NOTE, **who)
    else:
        yield report.say(words.TAKE_NOTE_ALONE, **who)
        if report.no_room:
            yield report.say(words.FIND_ROOM, **who)


def _back(report: CaseAccount, who: dict[str, str]) -> Iterable[str]:
    if report.questions:
        yield report.say(words.REPORT_ANSWERS, day=report.report_by, **who)
    elif report.core or report.no_room:
        yield report.say(words.REPORT_BACK, day=report.report_by, **who)


def _grouped(report: CaseAccount, most: int) -> list[list[Member]]:
    """Return the core in so many points: the lightest share the last one, in the order of work."""
    core = report.core
    if len(core) <= most:
        return [[each] for each in core]
    alone = sorted(core, key=lambda each: _weight(report, each), reverse=True)[: most - 1]
    rest = [each for each in core if each not in alone]
    return [*([each] for each in core if each in alone), rest]


def _weight(report: CaseAccount, member: Member) -> tuple[bool, bool, bool]:
    """Return what asks for a point of its own: a duty, a condition, money."""
    waits = bool(member.spent) or _is_granted(report, member)
    has_condition = waits or any(remains(member.account))
    costs = member.cost.most != 0 or bool(member.cost.unknown)
    return bool(member.duty), has_condition, costs


def _is_granted(report: CaseAccount, member: Member) -> bool:
    """Tell whether it hangs on money that the municipality applies for and may not be given."""
    scheme = report.advice.rulebook.schemes[member.item.scheme]
    own = scheme.administrator is Administrator.MUNICIPALITY
    return scheme.is_applied_for and scheme.role in _ASKS_FOR_MONEY and not own


def _point(
    report: CaseAccount, group: Sequence[Member], who: dict[str, str], *, first: bool
) -> str:
    done = [each for each in group if _is_done_before_meeting(report, each)]
    asked = [each for each in group if each not in done]
    told = []
    if len(asked) == 1:
        told.append(report.say(words.TASK, **_part(report, asked[0]), **who))
    elif asked:
        template = words.TASKS_ALONE if first else words.TASKS
        told.append(report.say(template, tasks=_dated(report, asked), **who))
    if done:
        day = report.wording.labels.day(_decided(report))
        tasks = _dated(report, done)
        told.append(report.say(words.DONE_BEFORE, tasks=tasks, day=day, **who))
    cost = sum((each.cost for each in group), Cost())
    frame = report.say(words.FRAME, frame=report.wording.brief.frame(cost))
    return " ".join((*told, frame, *_missed(report, group), *_conditions(report, group)))


def _part(report: CaseAccount, member: Member) -> dict[str, object]:
    return {
        "task": report.wording.labels.task(member.item.scheme),
        "n": _number(report, member),
        "ready": _ready(report, member),
    }


def _dated(report: CaseAccount, group: Sequence[Member]) -> str:
    parts = [report.say(words.DATED, **_part(report, each)) for each in group]
    return report.wording.labels.listed(parts)


def _decided(report: CaseAccount) -> date:
    """Return the day of the meeting; where nobody has given it, the day of the case."""
    return report.decided_on or report.advice.as_of


def _is_done_before_meeting(report: CaseAccount, member: Member) -> bool:
    """Tell whether all is sure to be done before the meeting can ask for it."""
    ready = member.planned.ready
    return not ready.at_least and ready.day < _decided(report)


def _number(report: CaseAccount, member: Member) -> int:
    """Return the number that the measure has all through the paper."""
    return report.members.index(member) + 1


def _ready(report: CaseAccount, member: Member) -> str:
    ready = member.planned.ready
    day = report.wording.labels.day(ready.day)
    if ready.day < _decided(report):
        # No day that has been when somebody asks for it.
        return report.say(words.READY_SOON if ready.at_least else words.READY, day=day)
    return report.say(words.READY_OR_SOON if ready.at_least else words.READY, day=day)


def _missed(report: CaseAccount, group: Sequence[Member]) -> Iterable[str]:
    """Yield each deadline that the plan does not keep: who adopts it, must know."""
    schemes = {each.item.scheme for each in group}
    for conflict in report.advice.plan.conflicts:
        if conflict.scheme in schemes:
            yield report.say(words.MISSED, day=report.wording.labels.day(conflict.deadline))


def _conditions(report: CaseAccount, group: Sequence[Member]) -> Iterable[str]:
    labels = report.wording.labels
    for member in group:
        if _is_granted(report, member):
            administrator = capfirst(member.account.scheme.administrator)
            number = _number(report, member)
            yield report.say(words.IF_GRANTED, n=number, who=administrator)
        if member.spent:
            yield report.say(words.SPENT, n=_number(report, member), told=member.spent)
        changes, questions = remains(member.account)
        if changes:
            told = [
                report.say(words.CHANGED_TO, name=labels.fact_name(each.change.fact), to=each.to)
                for each in member.account.ways[0].changes
            ]
            yield report.say(words.IF_CHANGED, what=labels.listed(told))
        if questions:
            yield report.say(words.IF_CLEARED, what=" ".join(questions))
