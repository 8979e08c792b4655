"""Deleting what nobody uses: first marked, then deleted for good, and never on a doubtful day.

A case is marked a grace period before it may be deleted, and opening it makes the mark void. So
one wrong clock, one wrong run, deletes nothing that has not been marked on an earlier day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import (
    Connection,
    RowMapping,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from wizard.store.keeping import unused
from wizard.store.tables import CASES, GONE, UPKEEP

GRACE = timedelta(days=14)
REMEMBERED = timedelta(days=365)

# How long the store may lie still, and how many cases may go in one run, before somebody must look.
# Of the days since the last run only so many count as grace: the clock may have jumped the others.
_STILL, _STEP = timedelta(days=30), timedelta(days=7)
_FEW, _SHARE = 10, 2
_LAST = "ryddet"
_HASHES = ("link_hash", "reading_hash", "adviser_hash")
# So many are deleted in one statement: a database takes only so many values.
_AT_ONCE = 500

_EARLIER = "Klokken ser ut til å gå feil: i dag er {today}, men det ble sist ryddet {day}."
_JUMP = (
    "Klokken ser ut til å gå feil: i dag er {today}, og {what} {day}. Det er {days} dager siden."
)
_LAST_RUN, _LAST_USE = "det ble sist ryddet", "en sak ble sist brukt"
_MANY = "{count} av {total} saker skulle slettes på en gang. Det er flere enn vanlig."


class PurgeRefusedError(RuntimeError):
    """Nothing was marked or deleted: the day or the number looks wrong. Says why, in Norwegian."""


@dataclass(frozen=True, slots=True)
class Purged:
    """What was done: how many cases were marked, and how many were deleted for good."""

    marked: int = 0
    deleted: int = 0


def is_done(connection: Connection, today: date) -> bool:
    """Tell whether the store has been tidied today."""
    return _last_run(connection) == today


def purge(connection: Connection, today: date, *, regardless: bool = False) -> Purged:
    """Mark what will be too old when the grace is over, and delete what was marked so long ago.

    `regardless` is for an operator who has looked, and knows that day and number are right.

    Raises:
        PurgeRefusedError: the day or the number of cases looks wrong.

    """
    connection.execute(select(UPKEEP).with_for_update())  # one at a time
    last = _last_run(connection) or today
    if not regardless:
        _check_day(connection, today, last)
    marked_since_use = CASES.c.marked_on > CASES.c.used_on
    lived_through = min(today, last + _STEP)
    ripe = (unused(today), CASES.c.marked_on <= lived_through - GRACE, marked_since_use)
    rows = connection.execute(select(CASES).where(*ripe).with_for_update()).mappings().all()
    if not regardless:
        _check_share(connection, len(rows))
    forget(connection, rows, today)
    unmarked = or_(CASES.c.marked_on.is_(None), ~marked_since_use)
    mark = update(CASES).where(unused(today + GRACE), unmarked).values(marked_on=today)
    marked = connection.execute(mark).rowcount
    connection.execute(delete(GONE).where(GONE.c.gone_on < today - REMEMBERED))
    connection.execute(delete(UPKEEP).where(UPKEEP.c.name == _LAST))
    connection.execute(insert(UPKEEP).values(name=_LAST, value=today.isoformat()))
    return Purged(marked, len(rows))


def forget(connection: Connection, rows: Iterable[RowMapping], today: date) -> None:
    """Delete cases at once; what is left of each is the hash of its links and a day."""
    every = tuple(rows)
    for first in range(0, len(every), _AT_ONCE):
        some = every[first : first + _AT_ONCE]
        connection.execute(delete(CASES).where(CASES.c.id.in_([row["id"] for row in some])))
        links = [row[name] for row in some for name in _HASHES if row[name] is not None]
        connection.execute(insert(GONE), [{"link_hash": each, "gone_on": today} for each in links])


def _check_day(connection: Connection, today: date, last: date) -> None:
    if today < last:
        raise PurgeRefusedError(_EARLIER.format(today=today, day=last))
    used = connection.execute(select(func.max(CASES.c.used_on))).scalar()
    for what, day in ((_LAST_RUN, last), (_LAST_USE, used)):
        if day and today - day > _STILL:
            told = _JUMP.format(today=today, what=what, day=day, days=(today - day).days)
            raise PurgeRefusedError(told)


def _check_share(connection: Connection, count: int) -> None:
    total = connection.execute(select(func.count()).select_from(CASES)).scalar() or 0
    if count > _FEW and count * _SHARE > total:
        raise PurgeRefusedError(_MANY.format(count=count, total=total))


def _last_run(connection: Connection) -> date | None:
    told = connection.execute(select(UPKEEP.c.value).where(UPKEEP.c.name == _LAST)).scalar()
    return date.fromisoformat(told) if told else None
