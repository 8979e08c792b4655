"""The dates of the plan as a file that calendars read (iCalendar, RFC 5545).

An event is known by the kommune, the scheme and what happens, never by the case or the day it was
made: the file of a later day brings what has moved to its new day, and adds nothing twice. What is
no longer in the plan must be taken out by hand, for a file cannot know what an earlier one said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from wizard.domain.facts import Unit
from wizard.domain.memo_fields import MEETING_DAY
from wizard.domain.schedule import MeetingKind, Moment, Reach, ScheduledStep
from wizard.domain.text import Text
from wizard.domain.values import Unknown
from wizard.memo import calendar_words as words
from wizard.press.calendar_file import Entry, Reminder, calendar_file
from wizard.report.case import CaseAccount, Member
from wizard.report.scheme import SchemeAccount
from wizard.voice.offers import StepRow
from wizard.voice.words import OURS

_WARNINGS = (4, 1)  # weeks
_DAY_NOT_GIVEN = frozenset({MeetingKind.LATER, MeetingKind.NOT_KNOWN})


@dataclass(frozen=True, slots=True)
class _Dated:
    """Something that happens on a day. `key` tells it from all else in the same kommune."""

    key: str
    day: date
    title: str
    more: tuple[str, ...] = ()
    warned: bool = False


def calendar(report: CaseAccount) -> bytes | None:
    """Return the file, or `None` where there is no date to put into it.

    The same advice gives the same bytes.
    """
    dated = tuple(chain(_council(report), _deadlines(report), _core(report)))
    if not dated:
        return None
    name = report.say(words.NAME, title=report.advice.municipality.title)
    return calendar_file(name, (_entry(each, report) for each in dated), report.advice.as_of)


def _entry(dated: _Dated, report: CaseAccount) -> Entry:
    marks = (report.mark,) if OURS in " ".join((dated.title, *dated.more)) else ()
    origin = report.say(words.FROM, day=report.wording.labels.day(report.advice.as_of))
    return Entry(
        key=f"{report.advice.municipality.number}-{dated.key}",
        day=dated.day,
        title=dated.title,
        told="\n".join((*dated.more, *marks, origin)),
        reminders=tuple(_reminders(dated, report)) if dated.warned else (),
    )


def _reminders(dated: _Dated, report: CaseAccount) -> Iterator[Reminder]:
    for weeks in _WARNINGS:
        shown = report.wording.labels.number(Decimal(weeks), Unit.WEEKS)
        yield Reminder(weeks, report.say(words.REMINDER, weeks=shown, title=dated.title))


def _council(report: CaseAccount) -> Iterator[_Dated]:
    say, own, schedule = report.say, report.own, report.advice.schedule
    meeting, papers_by = schedule.meeting, schedule.papers_by
    if not isinstance(meeting, Unknown) and meeting > report.advice.as_of:
        yield _Dated("mote", meeting, say(words.MEETING, **own), report.timing)
        if not isinstance(papers_by, Unknown):
            more = say(words.PAPERS_MORE, day=report.wording.labels.day(meeting))
            yield _Dated("saksfrist", papers_by, say(words.PAPERS, **own), (more,), warned=True)
    yield from _committee(report)
    if report.core:
        body = report.body
        title, more = say(words.REPORT, body=body), say(words.REPORT_MORE, body=body)
        yield _Dated("tilbakemelding", report.report_on, title, (more,), warned=True)


def _committee(report: CaseAccount) -> Iterator[_Dated]:
    """Yield the meeting that the memo is for, where somebody has said when it is."""
    said = report.memo_fields.get(MEETING_DAY.id, "")
    if not said:
        return
    day = date.fromisoformat(said)
    if day > report.advice.as_of and day != report.advice.schedule.meeting:
        yield _Dated("utvalg", day, report.say(words.COMMITTEE, body=report.body))


def _deadlines(report: CaseAccount) -> Iterator[_Dated]:
    for member in report.members:
        planned = member.planned
        on, reach = planned.deadline.on, planned.deadline.reach
        if on is not None and reach is not Reach.PASSED:
            template = words.DEADLINE if reach.in_time else words.DEADLINE_MISSED
            more = (*report.wording.timetable.sentences(planned), *_who(report, member.account))
            yield _deadline(member.account, on, template, more, report)
    for account in report.made_known:
        deadline = account.verdict.deadline
        if deadline and deadline.on:
            more = (f"{account.deadline}.", report.say(words.OTHERS_MORE))
            yield _deadline(account, deadline.on, words.OTHERS_DEADLINE, more, report)
    yield from _duties_without_room(report)


def _duties_without_room(report: CaseAccount) -> Iterator[_Dated]:
    """Yield the deadlines of what the plan has no room for, and yet must be decided."""
    members = {each.item.scheme for each in report.members}
    for conflict in report.advice.plan.conflicts:
        if conflict.scheme not in members:
            account = report.scheme(conflict.scheme)
            more = (report.wording.plan.conflict(conflict),)
            yield _deadline(account, conflict.deadline, words.DEADLINE_MISSED, more, report)


def _deadline(
    account: SchemeAccount, on: date, template: Text, more: tuple[str, ...], report: CaseAccount
) -> _Dated:
    title = report.say(template, what=account.scheme.name)
    return _Dated(f"{account.verdict.scheme}-frist", on, title, more, warned=True)


def _core(report: CaseAccount) -> Iterator[_Dated]:
    for member in report.core:
        planned, what = member.planned, member.account.scheme.headline
        more = (f"{member.when}.", *_who(report, member.account))
        for kind, moment, template in (
            ("begynn", planned.begins, words.BEGIN),
            ("ferdig", planned.ready, words.READY),
        ):
            title, told = _moment(report.say(template, what=what), moment, report)
            yield _Dated(f"{member.item.scheme}-{kind}", moment.day, title, (*told, *more))
        steps = zip(planned.steps, member.account.steps, strict=True)
        yield from (_step(step, row, member, report) for step, row in steps if not step.done)


def _step(step: ScheduledStep, row: StepRow, member: Member, report: CaseAccount) -> _Dated:
    title, told = _moment(row.text, step.due, report)
    if step.meeting in _DAY_NOT_GIVEN:
        title, told = report.say(words.ABOUT, title=row.text), ()
    more = (
        report.say(words.PART_OF, what=member.account.scheme.headline),
        report.say(words.WHO, who=row.responsible),
        report.say(words.WHEN, when=row.when),
    )
    return _Dated(f"{member.item.scheme}-steg-{step.step}", step.due.day, title, (*told, *more))


def _moment(title: str, moment: Moment, report: CaseAccount) -> tuple[str, tuple[str, ...]]:
    """Return a title that says where a day is only the earliest, and what that means."""
    if not moment.at_least:
        return title, ()
    return report.say(words.EARLIEST, title=title), (report.say(words.EARLIEST_MORE),)


def _who(report: CaseAccount, account: SchemeAccount) -> Iterable[str]:
    names = list(dict.fromkeys(each.responsible for each in account.steps))
    return (report.say(words.WHO, who=report.wording.labels.listed(names)),) if names else ()
