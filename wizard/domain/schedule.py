"""When things are done: the days of a bundle's steps and deadlines, and its longest way."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from wizard.domain.values import Unknown
from wizard.domain.workdays import working_day


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of the plan. `at_least`: something before it has no known length, or no known day."""

    day: date
    at_least: bool = False


class MeetingKind(StrEnum):
    """Which council meeting a step falls on.

    `ASKED_FOR`: the one that the municipality has given. `LATER`: there is no time before that
    one, so a later one, whose day nobody has given. `NOT_KNOWN`: no meeting has been given.
    """

    ASKED_FOR = "oppgitt"
    LATER = "senere"
    NOT_KNOWN = "ukjent"


@dataclass(frozen=True, slots=True)
class ScheduledStep:
    """One step of a scheme, and when it is due. `meeting` is set for what the council does.

    `done`: the municipality has said that it is.
    """

    step: str
    due: Moment
    meeting: MeetingKind | None = None
    done: bool = False


class Reach(StrEnum):
    """Whether a deadline can be reached.

    `REACHED`: the next one. `NEXT`: not the next one, but a later one. `MISSED`: it is still to
    come, but there is too little time, and no other is known. `PASSED`: it has been, and no other
    is known. `ROLLING`: apply whenever. `UNKNOWN`: no deadline is known.
    """

    REACHED = "rekkes"
    NEXT = "neste"
    MISSED = "rekkes-ikke"
    PASSED = "ute"
    ROLLING = "lopende"
    UNKNOWN = "ukjent"

    @property
    def in_time(self) -> bool:
        """Whether there is a dated deadline that can be reached."""
        return self in {Reach.REACHED, Reach.NEXT}


@dataclass(frozen=True, slots=True)
class ScheduledDeadline:
    """The deadline that a scheme is planned for.

    `on` is its day, absent when rolling or unknown. `too_soon` is the earlier one that cannot be
    reached, when `reach` is `NEXT`. `preparation_weeks` is absent where the rules do not tell.
    `begins` is the day that the work begins, where it is planned.
    """

    reach: Reach
    on: date | None = None
    too_soon: date | None = None
    preparation_weeks: int | None = None
    check: bool = False
    margin_days: int = 0
    begins: date = date.min

    @property
    def done_by(self) -> date | None:
        """Return the last working day of the work: by the deadline less its margin."""
        return self.on and working_day(self.on - timedelta(days=self.margin_days))

    @property
    def begin_by(self) -> date | None:
        """Return the last day to begin that leaves the preparation weeks, where both are known.

        It is a working day, unless the work begins on the very days off before it.
        """
        if self.on is None or self.preparation_weeks is None:
            return None
        last = self.on - timedelta(weeks=self.preparation_weeks)
        working = working_day(last)
        return last if working < self.begins <= last else working


@dataclass(frozen=True, slots=True)
class ScheduledItem:
    """One member of the bundle in time.

    `waits_for` is the member that must be ready first, `ready` the day everything in it is done.
    """

    scheme: str
    begins: Moment
    waits_for: str | None
    steps: tuple[ScheduledStep, ...]
    deadline: ScheduledDeadline
    ready: Moment

    @property
    def days(self) -> int:
        """Return how many days it takes; at least that many where `ready` is at least."""
        return (self.ready.day - self.begins.day).days


@dataclass(frozen=True, slots=True)
class Leg:
    """One scheme of a chain, and the days it takes itself."""

    scheme: str
    days: int


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """The chain of prerequisites that takes the most days, first to last, and its last day."""

    legs: tuple[Leg, ...]
    ends: Moment

    @property
    def days(self) -> int:
        """Return the days of all legs; waiting for hands between them does not count."""
        return sum(leg.days for leg in self.legs)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The bundle in time, in the bundle's order. `path` is absent for an empty bundle.

    `meeting` is the council meeting that the municipality has given, also when it has been; where
    the memo is for a coming one, that one.
    `papers_by` is the last day that a matter can be ready for it; unknown where the meeting is,
    where it has been, and where the rules do not tell.
    """

    items: tuple[ScheduledItem, ...]
    meeting: date | Unknown
    path: CriticalPath | None
    papers_by: date | Unknown = field(default_factory=Unknown)

    def item(self, scheme: str) -> ScheduledItem | None:
        """Return the member with that id, if the scheme is one."""
        return next((item for item in self.items if item.scheme == scheme), None)
