"""The plan as a table: a row for each step of the first year, and for each measure after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wizard.domain.plan import Cost
from wizard.domain.schedule import Moment, Reach
from wizard.report.case import CaseAccount, Member


@dataclass(frozen=True, slots=True)
class StepOfRow:
    """A step: its number within the measure, its id, what to do."""

    number: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line of the plan.

    `number` is the measure's, in the order to do things, and `year` when work on it begins; `step`
    is absent for a measure of later years. `begins` is when work on the measure begins, `ready`
    when the step, or a later measure, is done, and `deadline` the measure's, also where the plan
    does not keep it.
    `weeks` (staff-weeks) and `cost` are the measure's, and stand on its first row alone, so that a
    column adds up. `when` tells the time in words, `status` how sure it is, `reservations` what
    remains.
    """

    number: int
    year: int
    scheme: str
    measure: str
    step: StepOfRow | None
    responsible: str
    begins: Moment
    deadline: date | None
    ready: Moment
    weeks: Decimal | None
    cost: Cost | None
    when: str
    status: str
    reservations: tuple[str, ...]


def plan_rows(report: CaseAccount) -> tuple[PlanRow, ...]:
    """Return the plan row by row; none where there is no plan."""
    return tuple(
        row
        for number, member in enumerate(report.members, start=1)
        for row in _rows(report, member, number)
    )


def _rows(report: CaseAccount, member: Member, number: int) -> Iterator[PlanRow]:
    planned = member.planned
    account, passed = member.account, planned.deadline.reach is Reach.PASSED
    whole = PlanRow(
        number=number,
        year=member.item.year,
        scheme=member.item.scheme,
        measure=account.scheme.headline,
        step=None,
        responsible=_responsible(report, member),
        begins=planned.begins,
        deadline=None if passed else planned.deadline.on,
        ready=planned.ready,
        weeks=report.advice.rulebook.schemes[member.item.scheme].effort.weeks,
        cost=member.cost,
        when=member.when,
        status=". ".join(report.standing(member)),
        reservations=_reservations(report, member),
    )
    if not member.item.phase.in_core or not planned.steps:
        yield whole
        return
    pairs = zip(planned.steps, account.steps, strict=True)
    for place, (step, row) in enumerate(pairs, start=1):
        first = place == 1
        yield PlanRow(
            number=number,
            year=whole.year,
            scheme=whole.scheme,
            measure=whole.measure,
            step=StepOfRow(place, step.step, row.text),
            responsible=row.responsible,
            begins=whole.begins,
            deadline=whole.deadline,
            ready=step.due,
            weeks=whole.weeks if first else None,
            cost=whole.cost if first else None,
            when=row.when,
            status=whole.status,
            reservations=whole.reservations if first else (),
        )


def _responsible(report: CaseAccount, member: Member) -> str:
    names = list(dict.fromkeys(each.responsible for each in member.account.steps))
    return report.wording.labels.listed(names) if names else ""


def _reservations(report: CaseAccount, member: Member) -> tuple[str, ...]:
    """Return what to keep in mind: the law, a date that is not kept, what must be settled first."""
    account, id_ = member.account, member.item.scheme
    voice = report.wording.plan
    conflicts = (
        voice.conflict(each) for each in report.advice.plan.conflicts if each.scheme == id_
    )
    remains = () if account.group.is_firm else (*account.changes, *account.questions)
    duty = (member.duty,) if member.duty else ()
    return (*duty, *conflicts, *remains, *account.cautions)
