# ruff: noqa: S608 - the statements are put together from what stands here, and nothing else
"""The line of pages that PDFs are made of, in PostgreSQL: for who asks, and for who works.

A worker that has not been seen for some seconds is dead, and what it had is free for others; a
page that has had three is given up. All times are the database's own. Who ends a page must still
have it, so that each ends once.
"""

import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError

from wizard.press import problems
from wizard.press.problems import NotPrinted, RenderFailed, TooManyRenders
from wizard.press.queued import LARGEST_PDF, LineState, LineUnusable, maker
from wizard.store.database import UNAVAILABLE, writing

# How many may wait; how often a page may be tried; seconds until a silent worker is dead, and
# until what passes through is too old.
_MOST, TRIES, DEAD, OLD = 64, 3, 5.0, 3600.0
_LIVES = "seen_at > clock_timestamp() - make_interval(secs => :dead)"
_FREE = f"""\
(taken_by IS NULL OR NOT EXISTS (SELECT FROM workers WHERE id = taken_by AND {_LIVES}))"""
_PUT = """\
INSERT INTO renders (id, case_id, maker, rank, page, asked_at, tries, ended)
SELECT :id, CAST(:case AS integer), :maker, :rank, :page, clock_timestamp(), 0, false
WHERE (SELECT count(*) FROM renders WHERE NOT ended) < :most"""
_FETCH = f"""\
DELETE FROM renders
WHERE id = ANY(:ids) AND (ended OR (tries >= :tries AND {_FREE}))
RETURNING id, pdf, problem"""
_LEFT = "SELECT id FROM renders WHERE id = ANY(:ids)"
_WITHDRAW = "DELETE FROM renders WHERE id = ANY(:ids) AND NOT ended RETURNING id"
_WAITING = "SELECT count(*) FROM renders WHERE NOT ended"
_WORKERS = f"""\
SELECT count(*) AS workers, coalesce(sum(slots), 0) AS slots FROM workers
WHERE maker = :maker AND {_LIVES}"""
_TAKE = f"""\
UPDATE renders SET taken_by = :worker, tries = tries + 1
WHERE id = (
    SELECT id FROM renders
    WHERE NOT ended AND maker = :maker AND tries < :tries AND {_FREE}
    ORDER BY rank, asked_at LIMIT 1 FOR UPDATE SKIP LOCKED
) RETURNING id, page, tries"""
_MINE = "id = :id AND taken_by = :worker AND tries = :tries AND NOT ended"
_END = f"UPDATE renders SET ended = true, pdf = :pdf, problem = :problem WHERE {_MINE}"
_GIVE_BACK = f"UPDATE renders SET taken_by = NULL WHERE {_MINE}"
_BEAT = """\
INSERT INTO workers (id, maker, slots, seen_at)
VALUES (:worker, :maker, :slots, clock_timestamp())
ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at"""
_LEAVE = "DELETE FROM workers WHERE id = :worker"
_OVER = "DELETE FROM {} WHERE {} < clock_timestamp() - make_interval(secs => :old)"


@dataclass(frozen=True, slots=True)
class Taken:
    """A page that a worker has, the so manieth that tries it."""

    id: UUID
    page: str
    tries: int


class PostgresLine:
    """The line as who asks sees it: see `wizard.press.queued.Line`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = writing(engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def put(self, page: str, owner: str, rank: int = 0) -> UUID | None:
        """Lay a page in the line; none where its owner, the case of that number, is gone.

        Raises:
            TooManyRenders: the line is full.
            LineUnusable: it cannot be reached.

        """
        place, packed = uuid4(), zlib.compress(page.encode())
        told = {"case": int(owner) if owner.isdecimal() else None, "rank": rank, "page": packed}
        try:
            with _reached(self._engine) as connection:
                laid = connection.execute(
                    text(_PUT), {"id": place, "maker": maker(), "most": _MOST, **told}
                )
        except IntegrityError:
            return None
        if not laid.rowcount:
            raise TooManyRenders
        return place

    def fetch(self, ids: Collection[UUID]) -> tuple[dict[UUID, bytes | NotPrinted], set[UUID]]:
        """Take out those that have ended, and return them, and those that are lost.

        Raises:
            LineUnusable: the line cannot be reached.

        """
        asked = {"ids": list(ids), "tries": TRIES, "dead": DEAD}
        with _reached(self._engine) as connection:
            rows = connection.execute(text(_FETCH), asked).all()
            left = set(connection.execute(text(_LEFT), {"ids": list(ids)}).scalars())
        ended = {row.id: _outcome(row.pdf, row.problem) for row in rows}
        return ended, set(ids) - left - ended.keys()

    def withdraw(self, ids: Collection[UUID]) -> set[UUID]:
        """Take out those that have not ended, and return which.

        Raises:
            LineUnusable: the line cannot be reached.

        """
        with _reached(self._engine) as connection:
            return set(connection.execute(text(_WITHDRAW), {"ids": list(ids)}).scalars())

    def state(self) -> LineState:
        """Return how many wait, and how many live that make PDFs with what we have.

        Raises:
            LineUnusable: the line cannot be reached.

        """
        with _reached(self._engine) as connection:
            waiting = connection.execute(text(_WAITING)).scalar_one()
            living = connection.execute(text(_WORKERS), {"maker": maker(), "dead": DEAD}).one()
        return LineState(waiting, living.workers, living.slots)

    def sweep(self) -> None:
        """Take out pages that have been there for an hour, and workers long dead.

        Raises:
            LineUnusable: the line cannot be reached.

        """
        with _reached(self._engine) as connection:
            connection.execute(text(_OVER.format("renders", "asked_at")), {"old": OLD})
            connection.execute(text(_OVER.format("workers", "seen_at")), {"old": DEAD * 10})


class WorkerAtLine:
    """The line as one worker sees it. Each may raise `LineUnusable`."""

    def __init__(self, engine: Engine, slots: int) -> None:
        self._engine = writing(engine)
        self._me = {"worker": uuid4()}
        self._slots = slots

    def beat(self) -> None:
        """Say that we live; to be said more often than once in `DEAD` seconds."""
        with _reached(self._engine) as connection:
            connection.execute(text(_BEAT), {**self._me, "maker": maker(), "slots": self._slots})

    def leave(self) -> None:
        """Say that we work no more."""
        with _reached(self._engine) as connection:
            connection.execute(text(_LEAVE), self._me)

    def take(self) -> Taken | None:
        """Take the page that is first in the line, if any is free."""
        told = {**self._me, "maker": maker(), "tries": TRIES, "dead": DEAD}
        with _reached(self._engine) as connection:
            row = connection.execute(text(_TAKE), told).one_or_none()
        return Taken(row.id, zlib.decompress(row.page).decode(), row.tries) if row else None

    def end(self, taken: Taken, outcome: bytes | NotPrinted) -> bool:
        """Lay what came of a page in the line, and tell whether we still had it."""
        if isinstance(outcome, bytes) and len(outcome) > LARGEST_PDF:
            outcome = RenderFailed()
        if isinstance(outcome, NotPrinted):
            return self._change(_END, taken, pdf=None, problem=problems.written(outcome))
        return self._change(_END, taken, pdf=outcome, problem=None)

    def give_back(self, taken: Taken) -> bool:
        """Let another try a page, and tell whether we still had it."""
        return self._change(_GIVE_BACK, taken)

    def _change(self, statement: str, taken: Taken, **told: object) -> bool:
        mine = {**self._me, "id": taken.id, "tries": taken.tries}
        with _reached(self._engine) as connection:
            return connection.execute(text(statement), {**mine, **told}).rowcount == 1


@contextmanager
def _reached(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.begin() as connection:
            yield connection
    except IntegrityError:
        raise
    except UNAVAILABLE as error:
        raise LineUnusable from error


def _outcome(pdf: bytes | None, problem: str | None) -> bytes | NotPrinted:
    if pdf is not None:
        return pdf
    return problems.read(problem) if problem else RenderFailed()
