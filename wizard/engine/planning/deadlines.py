"""Dates to apply by: the next one, and the one that there is time for."""

from collections.abc import Iterable
from datetime import date, timedelta

from wizard.domain.advice import NextDeadline
from wizard.domain.schedule import Reach, ScheduledDeadline
from wizard.domain.schemes import Deadline

_Dated = tuple[date, Deadline]


def next_deadline(deadlines: tuple[Deadline, ...], day: date) -> NextDeadline | None:
    """Return the first deadline on or after the day; rolling if none is dated.

    `None` when no deadline is known, or all of them have passed.
    """
    dated = _soonest(deadlines, day)
    if dated:
        return _next(dated[1], dated[0])
    rolling = _rolling(deadlines)
    return _next(rolling, None) if rolling else None


def reachable_deadline(
    deadlines: tuple[Deadline, ...], day: date, begins: date, not_before: date
) -> ScheduledDeadline:
    """Return the first deadline that leaves its preparation weeks after the work begins.

    `day` is the day of the case. A deadline before `not_before` cannot be reached either: that
    is where something that must come first, such as a council meeting, has its day.
    """
    soonest = _soonest(deadlines, day)
    reached = _first((_on(each, _earliest(each, begins, not_before)), each) for each in deadlines)
    if reached:
        later = soonest is not None and soonest[0] < reached[0]
        too_soon = soonest[0] if soonest and later else None
        return _scheduled(Reach.NEXT if later else Reach.REACHED, reached, begins, too_soon)
    rolling = _rolling(deadlines)
    if rolling:
        weeks, check = rolling.preparation_weeks, rolling.check
        return ScheduledDeadline(Reach.ROLLING, preparation_weeks=weeks, check=check)
    if soonest:
        return _scheduled(Reach.MISSED, soonest, begins)
    passed = max((each.on for each in deadlines if each.on), default=None)
    if passed:
        return ScheduledDeadline(Reach.PASSED, passed)
    return ScheduledDeadline(Reach.UNKNOWN, check=any(each.check for each in deadlines))


def _earliest(deadline: Deadline, begins: date, not_before: date) -> date:
    return max(begins + timedelta(weeks=deadline.preparation_weeks or 0), not_before)


def _rolling(deadlines: Iterable[Deadline]) -> Deadline | None:
    return next((each for each in deadlines if each.rolling), None)


def _soonest(deadlines: Iterable[Deadline], day: date) -> _Dated | None:
    return _first((_on(each, day), each) for each in deadlines)


def _first(found: Iterable[tuple[date | None, Deadline]]) -> _Dated | None:
    dated = [(on, deadline) for on, deadline in found if on is not None]
    return min(dated, key=lambda pair: pair[0], default=None)


def _scheduled(
    reach: Reach, dated: _Dated, begins: date, too_soon: date | None = None
) -> ScheduledDeadline:
    on, deadline = dated
    weeks, margin = deadline.preparation_weeks, deadline.margin_days
    return ScheduledDeadline(reach, on, too_soon, weeks, deadline.check, margin, begins)


def _next(deadline: Deadline, on: date | None) -> NextDeadline:
    return NextDeadline(on, deadline.rolling, deadline.check, deadline.preparation_weeks)


def _on(deadline: Deadline, day: date) -> date | None:
    """Return the first occurrence on or after the day, if it has one."""
    if deadline.on is not None:
        return deadline.on if deadline.on >= day else None
    if deadline.yearly is None:
        return None
    this_year = date(day.year, *deadline.yearly)
    return this_year if this_year >= day else date(day.year + 1, *deadline.yearly)
