"""The parts that others than the questionnaire add to a case, each kept whole as JSON.

Who reads a part says what stands in it; this module only keeps it, and lets nobody overwrite what
they have not seen.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Engine

from wizard.domain.former import FormerIds
from wizard.store import follow_up, present
from wizard.store.cases import Access, ReadOnlyError, StoredCase, find_row
from wizard.store.database import writing
from wizard.store.rows import REVIEW, read_part, write_part

_NONE = FormerIds()


class PartKind(StrEnum):
    """Which part, as in the database and in a case file."""

    REVIEW = REVIEW
    FOLLOW_UP = follow_up.KEY


_WRITERS = {
    PartKind.REVIEW: {Access.OWNER, Access.ADVISER},
    PartKind.FOLLOW_UP: {Access.OWNER},
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a case as JSON, `None` where there is none. `revision` counts its saves."""

    body: Any
    revision: int


class PartStore:
    """Keeps the parts. Each has its own count of saves, apart from the case's."""

    def __init__(self, engine: Engine) -> None:
        self._reader = engine
        self._writer = writing(engine)

    def read(self, stored: StoredCase, kind: PartKind, former: FormerIds = _NONE) -> Part:
        """Return a part of a case; `former` says which of the ids in it are others today."""
        with self._reader.begin() as connection:
            body, revision = read_part(connection, stored.id, kind)
        if kind is PartKind.REVIEW:
            return Part(present.kept_review(body, former.schemes), revision)
        return Part(present.follow_up(body, former), revision)

    def save(
        self,
        stored: StoredCase,
        kind: PartKind,
        body: Any,  # noqa: ANN401 - JSON has no better type
        seen: int,
    ) -> bool:
        """Write a part; `None` takes it away.

        `seen` is the revision that the sender's page was made from: where somebody else has saved
        since, nothing is written, and the answer is false.

        Raises:
            ReadOnlyError: this link does not let its holder write the part.
            NoSuchCaseError: the link has been taken back meanwhile.
            CaseGoneError: the case has been deleted meanwhile.

        """
        if stored.access not in _WRITERS[kind]:
            raise ReadOnlyError
        with self._writer.begin() as connection:
            find_row(connection, stored.link)
            known, revision = read_part(connection, stored.id, kind)
            if known == body:
                return True
            if revision != seen:
                return False
            write_part(connection, stored.id, kind, body, revision + 1)
        return True
