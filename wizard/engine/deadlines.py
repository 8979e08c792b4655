"""The next date to apply by."""

from datetime import date

from wizard.domain.advice import NextDeadline
from wizard.domain.schemes import Deadline


def next_deadline(deadlines: tuple[Deadline, ...], day: date) -> NextDeadline | None:
    """Return the first deadline on or after the day; rolling if none is dated.

    `None` when no deadline is known, or all of them have passed.
    """
    dated = sorted(
        ((on, deadline) for deadline in deadlines if (on := _on(deadline, day)) is not None),
        key=lambda pair: pair[0],
    )
    if dated:
        return _next(dated[0][1], dated[0][0])
    rolling = next((deadline for deadline in deadlines if deadline.rolling), None)
    return _next(rolling, None) if rolling else None


def _next(deadline: Deadline, on: date | None) -> NextDeadline:
    return NextDeadline(on, deadline.rolling, deadline.check, deadline.preparation_weeks)


def _on(deadline: Deadline, day: date) -> date | None:
    if deadline.on is not None:
        return deadline.on if deadline.on >= day else None
    if deadline.yearly is None:
        return None
    this_year = date(day.year, *deadline.yearly)
    return this_year if this_year >= day else date(day.year + 1, *deadline.yearly)
