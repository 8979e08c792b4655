"""The schedule in words: the council's meeting, the longest way, deadlines, what waits for what."""

from datetime import date
from decimal import Decimal

from wizard.domain.advice import Phase
from wizard.domain.facts import Unit
from wizard.domain.schedule import (
    MeetingKind,
    Moment,
    Reach,
    Schedule,
    ScheduledDeadline,
    ScheduledItem,
    ScheduledStep,
)
from wizard.domain.schemes import MunicipalRole
from wizard.domain.text import Text
from wizard.domain.values import Unknown
from wizard.domain.workdays import working_day
from wizard.voice import time_words as words
from wizard.voice.labels import Labels
from wizard.voice.names import Names
from wizard.voice.words import AND_MORE

# Longer lists say how many more there are.
_MOST_NAMED = 3
_DAY_NOT_GIVEN = frozenset({MeetingKind.LATER, MeetingKind.NOT_KNOWN})


class Timetable:
    """The schedule's voice, speaking with the names and numbers of the advice."""

    def __init__(self, names: Names) -> None:
        """Word the schedule of the advice that the names are about."""
        self._labels = names.labels
        self.schedule: Schedule = names.advice.schedule

    def overview(self) -> list[str]:
        """Return when the council meets and what it must wait with, and the longest way."""
        path = self.schedule.path
        if path is None:
            return []
        names = [self._labels.scheme_inline(leg.scheme) for leg in path.legs]
        way = self._labels.say(words.THEN).join(names)
        longest = words.PATH.of(len(path.legs), way=way, ready=self._ready(path.ends))
        return [*self._meeting(), self._labels.say(longest)]

    def rows(self) -> list[tuple[str, list[str]]]:
        """Return what there is to say of the members that have a date or wait for another."""
        found = ((item.scheme, self.sentences(item)) for item in self.schedule.items)
        return [(scheme, sentences) for scheme, sentences in found if sentences]

    def sentences(self, item: ScheduledItem) -> list[str]:
        """Return what one member waits for, and its dated deadline."""
        return [*self._waiting(item), *self._dated(item)]

    def _meeting(self) -> list[str]:
        given, say, own = self.schedule.meeting, self._labels.say, self._labels.own
        if isinstance(given, Unknown):
            waiting = self._with(MeetingKind.NOT_KNOWN)
            if not waiting:
                return []
            return [say(words.MEETING_UNKNOWN, schemes=self._some(waiting), **own)]
        if given <= self._labels.as_of:
            today = given == self._labels.as_of
            template = words.MEETING_TOO_SOON if today else words.MEETING_PAST
            return [say(template, day=self._labels.day(given), **own)]
        found = [say(words.MEETING, day=self._labels.day(given), **own)]
        for kind, template in (
            (MeetingKind.ASKED_FOR, words.MEETING_TOO),
            (MeetingKind.LATER, words.MEETING_LATER),
        ):
            if schemes := self._with(kind):
                found.append(say(template, schemes=self._some(schemes), **own))
        return found

    def _with(self, kind: MeetingKind) -> list[str]:
        return [
            self._labels.scheme_inline(item.scheme)
            for item in self.schedule.items
            if any(step.meeting is kind for step in item.steps)
        ]

    def _some(self, schemes: list[str]) -> str:
        more = len(schemes) - _MOST_NAMED
        if more <= 1:
            return self._labels.listed(schemes)
        return self._labels.say(AND_MORE, listed=", ".join(schemes[:_MOST_NAMED]), n=more)

    def _ready(self, ready: Moment) -> str:
        if ready.at_least:
            return self._labels.say(words.READY_AT_LEAST, month=month(self._labels, ready.day))
        return self._labels.say(words.READY, day=self._labels.day(ready.day))

    def _waiting(self, item: ScheduledItem) -> list[str]:
        before = self.schedule.item(item.waits_for) if item.waits_for else None
        if before is None:
            return []
        day, say = item.begins.day, self._labels.say
        when = self._labels.day(day)
        if item.begins.at_least:
            when = say(words.AT_LEAST, month=month(self._labels, day))
        template = words.WAITS if before.ready.day == day else words.COMES_AFTER
        return [say(template, when=when, other=self._labels.scheme_inline(before.scheme))]

    def _dated(self, item: ScheduledItem) -> list[str]:
        deadline = item.deadline
        if deadline.on is None:
            return []
        day = self._labels.day(deadline.on)
        if deadline.reach is Reach.PASSED:
            return [self._labels.say(words.PASSED, day=day)]
        if deadline.reach is Reach.MISSED:
            return self._missed(item, day)
        return [*self._by(item, deadline, day), *self._check(deadline)]

    def _by(self, item: ScheduledItem, deadline: ScheduledDeadline, day: str) -> list[str]:
        say = self._labels.say
        if deadline.too_soon:
            first = say(words.TOO_SOON, day=self._labels.day(deadline.too_soon), next=day)
        else:
            first = say(self._verb(item.scheme), day=day)
        if deadline.begin_by is None:
            return [first, say(words.LENGTH_UNKNOWN)]
        return [first, self._begin(words.BEGIN_BY, deadline.begin_by, deadline)]

    def _verb(self, scheme: str) -> Text:
        known = self._labels.rulebook.schemes[scheme]
        if not known.is_instrument:
            return words.FINISH_BY
        return words.APPLY_BY if known.role is MunicipalRole.APPLICANT else words.DEADLINE_IS

    def _begin(self, template: Text, day: date, deadline: ScheduledDeadline) -> str:
        weeks = self._labels.number(Decimal(deadline.preparation_weeks or 0), Unit.WEEKS)
        return self._labels.say(template, day=self._labels.day(day), weeks=weeks)

    def _missed(self, item: ScheduledItem, day: str) -> list[str]:
        deadline, begin_by, say = item.deadline, item.deadline.begin_by, self._labels.say
        if begin_by is None or begin_by >= item.begins.day:
            return [say(words.MISSED_NOW, day=day), say(words.MISSED_MEETING, **self._labels.own)]
        if begin_by < self._labels.as_of:
            begin = self._begin(words.MISSED_WEEKS, begin_by, deadline)
            return [say(words.MISSED_NOW, day=day), begin]
        begin = self._begin(words.MISSED_BEGIN, begin_by, deadline)
        found = [say(words.MISSED_IN_ORDER, day=day), begin]
        if item.waits_for:
            other = self._labels.scheme_inline(item.waits_for)
            found.append(say(words.MISSED_WAITING, other=other))
        return found

    def _check(self, deadline: ScheduledDeadline) -> list[str]:
        return [self._labels.say(words.CHECK)] if deadline.check else []


def month(labels: Labels, day: date) -> str:
    """Return the month and year of a day: what is far off has no truer date."""
    return labels.reference_date(f"{day:%Y-%m}")


def step_time(labels: Labels, step: ScheduledStep, item: ScheduledItem, phase: Phase) -> str:
    """Return when a step is due, as it stands after its text.

    A day for what is near, for the council's meeting, and for the day to apply by; else a month.
    """
    if step.done:
        return labels.say(words.DONE)
    day, on = step.due.day, item.deadline.on
    by_deadline = on is not None and day in (on, working_day(on))
    if step.meeting in _DAY_NOT_GIVEN and by_deadline:
        return labels.say(words.AT_MEETING_BY, day=labels.day(day))
    if step.meeting is MeetingKind.NOT_KNOWN:
        return labels.say(words.AT_UNKNOWN_MEETING, month=month(labels, day))
    if step.meeting is MeetingKind.LATER:
        return labels.say(words.AT_LATER_MEETING, month=month(labels, day))
    if step.due.at_least:
        return labels.say(words.AT_LEAST, month=month(labels, day))
    near = phase is Phase.NOW or step.meeting is not None or by_deadline
    return labels.day(day) if near else month(labels, day)
