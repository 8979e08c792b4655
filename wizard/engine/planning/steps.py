"""The days of a scheme's steps, the council's among them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from wizard.domain.schedule import MeetingKind, Moment, ScheduledStep
from wizard.domain.schemes import Responsible, Step
from wizard.domain.values import Unknown
from wizard.domain.workdays import working_day

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Meetings:
    """What is known of the council's meetings.

    `given` is the day that the municipality has given. `papers_by` is the last day that a matter
    can be ready for it; unknown where nobody has said how long that takes, or where the meeting is
    today or has been.
    """

    given: date | Unknown
    papers_by: date | Unknown

    @property
    def after(self) -> date:
        """Return the first day that a meeting which has not been given can have."""
        if isinstance(self.given, Unknown):
            return date.min
        return self.given if self.given == date.max else self.given + _ONE_DAY


def plan_steps(
    steps: tuple[Step, ...],
    begins: Moment,
    meetings: Meetings,
    latest: date | None,
    done: Collection[str],
) -> tuple[ScheduledStep, ...]:
    """Return when each step is due: its days count from when the work begins.

    One that would be due on a day off is due on the working day before; a meeting stays on its day.

    No step is due before those it comes after, nor after `latest`, the day to be done before the
    deadline planned for. A step without days is due by that day; where there is none, nobody knows
    when. A step that meets one of the requirements in `done` is done.
    """
    planned: dict[str, ScheduledStep] = {}
    for step in steps:
        if step.meets in done:
            planned[step.id] = ScheduledStep(step.id, begins, done=True)
            continue
        free = _free(step, begins, planned)
        due, meeting = _due(step, begins, free, latest), None
        if step.responsible is Responsible.POLITICS:
            due, meeting = _meeting(free, due, meetings, latest)
        planned[step.id] = ScheduledStep(step.id, due, meeting)
    return tuple(planned.values())


def _free(step: Step, begins: Moment, planned: dict[str, ScheduledStep]) -> Moment:
    """Return when everything that the step comes after is done."""
    before = [begins, *(planned[id_].due for id_ in step.after)]
    return Moment(max(each.day for each in before), any(each.at_least for each in before))


def _due(step: Step, begins: Moment, free: Moment, latest: date | None) -> Moment:
    if step.days is None:
        return Moment(latest, free.at_least) if latest else Moment(free.day, at_least=True)
    due = max(free.day, working_day(begins.day + timedelta(days=step.days)))
    return Moment(min(due, latest) if latest else due, free.at_least)


def _meeting(
    free: Moment, due: Moment, meetings: Meetings, latest: date | None
) -> tuple[Moment, MeetingKind]:
    if isinstance(meetings.given, Unknown):
        return Moment(due.day, at_least=True), MeetingKind.NOT_KNOWN
    papers_by = meetings.papers_by
    if not isinstance(papers_by, Unknown) and free.day <= papers_by and not free.at_least:
        return Moment(meetings.given), MeetingKind.ASKED_FOR
    day = max(due.day, meetings.after)
    return Moment(min(day, latest) if latest else day, at_least=True), MeetingKind.LATER
