"""The bundle in time. What is decided here stands in `docs/decisions/0009-schedule.md`."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from wizard.domain.advice import Bundle, BundleItem, Findings, NextDeadline
from wizard.domain.days import years_after
from wizard.domain.schedule import (
    CriticalPath,
    Leg,
    MeetingKind,
    Moment,
    Schedule,
    ScheduledDeadline,
    ScheduledItem,
    ScheduledStep,
)
from wizard.domain.schemes import Deadline
from wizard.domain.values import Truth, Unknown
from wizard.domain.workdays import working_day
from wizard.engine.planning.calendar import begin_of
from wizard.engine.planning.deadlines import reachable_deadline
from wizard.engine.planning.steps import Meetings, plan_steps

_FAR = 10  # years; an old case may be for a meeting of today, but none is further ahead


def make_schedule(found: Findings, bundle: Bundle) -> Schedule:
    """Return when each member of the bundle begins, what it waits for, and when it is ready."""
    meetings = _meetings(found)
    items: dict[str, ScheduledItem] = {}
    for item in bundle.items:
        items[item.scheme] = _item(item, found, items, meetings)
    return Schedule(tuple(items.values()), meetings.given, _longest(items), meetings.papers_by)


def with_deadlines(bundle: Bundle, schedule: Schedule) -> Bundle:
    """Return the bundle with the deadlines that the schedule finds there is time for."""
    return replace(bundle, items=tuple(_with_deadline(item, schedule) for item in bundle.items))


def _with_deadline(item: BundleItem, schedule: Schedule) -> BundleItem:
    scheduled = schedule.item(item.scheme)
    if scheduled is None or not scheduled.deadline.reach.in_time:
        return item
    deadline = scheduled.deadline
    reached = NextDeadline(
        deadline.on,
        rolling=False,
        check=deadline.check,
        preparation_weeks=deadline.preparation_weeks,
    )
    return replace(item, deadline=reached)


def _meetings(found: Findings) -> Meetings:
    """Return the meeting that is given, and when its papers must be ready.

    It is the one that the memo is for, where that is a coming meeting of the council; else the one
    that the municipality has answered with.
    """
    rules, own = found.rulebook.council, found.case.council_day
    if rules is None:
        return Meetings(Unknown(), Unknown())
    near = own is not None and found.as_of < own <= years_after(found.as_of, _FAR)
    value = own if near else found.facts[rules.meeting].value
    meeting = value if isinstance(value, date) else Unknown()
    weeks = found.rulebook.rates[rules.papers].on(found.as_of)
    if isinstance(meeting, Unknown) or meeting <= found.as_of or not isinstance(weeks, Decimal):
        return Meetings(meeting, Unknown())
    days = int((weeks * 7).to_integral_value(ROUND_CEILING))
    return Meetings(meeting, working_day(meeting - timedelta(days=days)))


def _item(
    item: BundleItem, found: Findings, earlier: Mapping[str, ScheduledItem], meetings: Meetings
) -> ScheduledItem:
    verdict = found.verdicts[item.scheme]
    steps, deadlines = (
        (verdict.edition.steps, verdict.edition.deadlines) if verdict.edition else ((), ())
    )
    done = {id_ for id_, each in verdict.requirements.items() if each.truth is Truth.MET}
    waits_for = _waits_for(item, found, earlier)
    begins = _begins(item, found, waits_for)
    free = plan_steps(steps, begins, meetings, None, done)
    council_done = _council_done(free, meetings, begins.day)
    deadline = reachable_deadline(deadlines, found.as_of, begins.day, council_done)
    latest = _latest(deadline, max(begins.day, council_done))
    planned = plan_steps(steps, begins, meetings, latest, done)
    return ScheduledItem(
        scheme=item.scheme,
        begins=begins,
        waits_for=waits_for.scheme if waits_for else None,
        steps=planned,
        deadline=deadline,
        ready=_ready(begins, planned, deadlines),
    )


def _latest(deadline: ScheduledDeadline, not_before: date) -> date | None:
    """Return the last day of the work: the margin before a deadline, if there is time for it."""
    if not deadline.reach.in_time or deadline.on is None or deadline.done_by is None:
        return None
    return min(deadline.on, max(deadline.done_by, not_before))


def _waits_for(
    item: BundleItem, found: Findings, earlier: Mapping[str, ScheduledItem]
) -> ScheduledItem | None:
    """Return the prerequisite that is ready first; one of them is enough, and may be in place."""
    first = found.rulebook.schemes[item.scheme].first
    if any(found.verdicts[id_].in_place for id_ in first):
        return None
    members = (earlier[id_] for id_ in first if id_ in earlier)
    return min(members, key=lambda each: (each.ready.day, each.scheme), default=None)


def _begins(item: BundleItem, found: Findings, waits_for: ScheduledItem | None) -> Moment:
    begins = begin_of(item, found.as_of)
    if waits_for is None:
        return Moment(begins)
    return Moment(max(begins, waits_for.ready.day), waits_for.ready.at_least)


def _council_done(planned: tuple[ScheduledStep, ...], meetings: Meetings, begins: date) -> date:
    """Return the first day that the council can have done its part, where it has one."""
    kinds = {each.meeting for each in planned}
    if MeetingKind.LATER in kinds:
        return max(meetings.after, begins)
    if MeetingKind.ASKED_FOR in kinds and isinstance(meetings.given, date):
        return meetings.given
    return begins


def _ready(
    begins: Moment, steps: tuple[ScheduledStep, ...], deadlines: tuple[Deadline, ...]
) -> Moment:
    weeks = max((each.preparation_weeks or 0 for each in deadlines), default=0)
    prepared = max(begins.day, working_day(begins.day + timedelta(weeks=weeks)))
    length_known = bool(steps or weeks) and not any(each.due.at_least for each in steps)
    last = max((each.due.day for each in steps), default=prepared)
    return Moment(max(prepared, last), begins.at_least or not length_known)


def _longest(items: Mapping[str, ScheduledItem]) -> CriticalPath | None:
    chains: dict[str, tuple[ScheduledItem, ...]] = {}
    for id_, item in items.items():
        before = chains[item.waits_for] if item.waits_for else ()
        chains[id_] = (*before, item)
    if not chains:
        return None

    def key(chain: tuple[ScheduledItem, ...]) -> tuple[int, date, tuple[str, ...]]:
        last = chain[-1].ready.day
        return -sum(each.days for each in chain), last, tuple(each.scheme for each in chain)

    best = min(chains.values(), key=key)
    return CriticalPath(tuple(Leg(each.scheme, each.days) for each in best), best[-1].ready)
