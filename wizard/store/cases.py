"""The cases in the database: made, opened by their link, saved step by step, deleted."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import Connection, Engine, RowMapping, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from wizard.domain.case import Answer, Case, Versions
from wizard.domain.frozen import FrozenFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.store import present, review
from wizard.store.database import UNAVAILABLE, wipe, writing, writing_if_free
from wizard.store.follow_up import KEY, follow_up_to_json
from wizard.store.identity import read_id
from wizard.store.keeping import kept_for
from wizard.store.links import (
    LINK,
    adviser_link,
    hash_link,
    link_made_once,
    new_link,
    reading_link,
)
from wizard.store.priorities import Priorities, priorities_known, priorities_to_json
from wizard.store.purge import Purged, PurgeRefusedError, forget, is_done, purge
from wizard.store.rows import (
    REVIEW,
    insert_answers,
    insert_texts,
    note_before,
    read_answers,
    read_at,
    read_case,
    read_part,
    read_revisions,
    read_saves,
    read_texts,
    rewrite,
    write_part,
)
from wizard.store.tables import CASES, GONE
from wizard.store.values import answer_to_json, figure_to_json
from wizard.store.watch import EMPTIED, StoreVanishedError

_FORMER = "tidligere_tall"  # the part that keeps what a renewal has put others in the place of
_SEEN = "sett"  # in `versions`: the rules somebody last saw the case under; a save shows nothing

_LOG = logging.getLogger("wizard.store")
_NOT_TIDIED = (
    "Det ble ikke ryddet i sakene. %s Se etter, og kjør «wizard store purge», med --likevel når "
    "dag og antall er riktige."
)


class NoSuchCaseError(LookupError):
    """No case has that link."""


class CaseGoneError(LookupError):
    """The case with that link was deleted, by someone or for want of use."""

    def __init__(self, gone_on: date) -> None:
        self.gone_on = gone_on
        super().__init__(gone_on.isoformat())


class ReadOnlyError(PermissionError):
    """The link does not let its holder write that."""


class Access(StrEnum):
    """What a link is for: everything, the adviser's own part and reading, or reading alone."""

    OWNER = "eier"
    ADVISER = "radgiver"
    READER = "leser"


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A case as the database has it, opened by `link`. `revision` counts its saves.

    `renewed_from` is the day that the case had before it was given a later one. `adviser_invited`
    tells whether there is a link for an adviser. `seen_rules` is the hash of the rulebook that
    somebody last saw it under.
    """

    id: int
    link: str
    access: Access
    revision: int
    used_on: date
    case: Case
    renewed_from: date | None = None
    adviser_invited: bool = False
    seen_rules: str = ""

    @property
    def editable(self) -> bool:
        """Whether the answers may be changed."""
        return self.access is Access.OWNER

    @property
    def adviser_link(self) -> str:
        """Return the link for an adviser; it opens the case only once `adviser_invited`.

        Raises:
            ReadOnlyError: it is not for the holder of this link to hand out.

        """
        if not self.editable:
            raise ReadOnlyError
        return adviser_link(self.link)

    @property
    def reading_link(self) -> str:
        """Return the link that lets others read: the owner's to hand out, and a reader's own.

        Raises:
            ReadOnlyError: it is not for the holder of this link to hand out.

        """
        if self.access is Access.ADVISER:
            raise ReadOnlyError
        return reading_link(self.link) if self.editable else self.link

    @property
    def deleted_on(self) -> date:
        """Return the day it is deleted unless it is used before."""
        return self.used_on + self.kept

    @property
    def kept(self) -> timedelta:
        """Return how long it is kept after it was last used."""
        return kept_for(followed=self.case.follow_up is not None)


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save.

    `conflicts` are the keys that somebody else changed since the sender looked: they were left
    as they are, so that nobody's answer is overwritten unseen.
    """

    revision: int
    conflicts: frozenset[str]


@dataclass(frozen=True, slots=True)
class AnswersSaved:
    """A save that changed answers: the revision it wrote, the day, and how many answers."""

    revision: int
    day: date
    answers: int


class CaseStore:
    """Keeps the cases. Answers that the rulebook no longer knows stay, but are not read."""

    def __init__(
        self, engine: Engine, rulebook: Rulebook, versions: Versions, *, wiped: bool = True
    ) -> None:
        """Read and write by a rulebook. Unless `wiped`, what was deleted may still lie on disk."""
        self._reader = engine
        self._writer = writing(engine)
        self._rulebook = rulebook
        self._versions = versions
        self._wiped = wiped

    def going_by(self, book: Rulebook) -> "CaseStore":
        """Return the same store, read and written by another rulebook."""
        versions = replace(self._versions, rulebook=book.hash)
        return CaseStore(self._reader, book, versions, wiped=self._wiped)

    def reach(self) -> None:
        """Do nothing but reach the database.

        Raises:
            UNAVAILABLE: it cannot be read now.

        """
        with self._reader.begin() as connection:
            connection.execute(select(1))

    def create(self, case: Case, today: date, once: str = "") -> str:
        """Store a new case, and return the one link that can change it.

        With `once`, a secret, it is made the first time; later the same link is returned.
        """
        link = link_made_once(once) if once else new_link()
        row = {
            "link_hash": hash_link(link),
            "reading_hash": hash_link(reading_link(link)),
            "revision": 1,
            "municipality": case.municipality_number,
            "as_of": case.as_of,
            "language": case.language.value,
            "figures": _figures_to_json(case.figures),
            "versions": {
                **self._versions_row(),
                _SEEN: case.versions.rulebook or self._versions.rulebook,
            },
            "priorities": priorities_to_json(case.priorities),
            "created_on": today,
            "used_on": today,
        }
        answers = dict(case.retired)
        answers |= {id_: answer_to_json(each) for id_, each in case.answers.items()}
        with self._writer.begin() as connection:
            if once and _is_made(connection, link):
                return link
            try:
                with connection.begin_nested():
                    made = connection.execute(insert(CASES).values(row))
            except IntegrityError:
                if not once:
                    raise
                return link  # on PostgreSQL, where another press came first
            id_ = made.inserted_primary_key
            assert id_ is not None  # noqa: S101 - an insert of one row gives one key
            insert_answers(connection, id_[0], answers, 1)
            insert_texts(connection, id_[0], case.adviser, 1)
            if case.review:
                write_part(connection, id_[0], REVIEW, review.kept(case.review), 1)
            if case.follow_up:
                write_part(connection, id_[0], KEY, follow_up_to_json(case.follow_up), 1)
        return link

    def open(self, link: str, today: date) -> StoredCase:
        """Return the case, and note that it is in use, where that can be written at once.

        Raises:
            NoSuchCaseError: there is none with that link.
            CaseGoneError: there was one.

        """
        stored = self.look(link)
        if not self._wiped:  # somebody was reading when a case was deleted
            self._wiped = wipe(self._reader, patience=0)
        if stored.used_on >= today:
            return stored
        note = update(CASES).where(CASES.c.id == stored.id).values(used_on=today)
        try:
            with writing_if_free(self._reader) as connection:
                connection.execute(note)
        except UNAVAILABLE:
            return stored  # who opens it next notes it
        return replace(stored, used_on=today)

    def look(self, link: str) -> StoredCase:
        """Return the case as it lies. To be on a list is no use: it is deleted all the same.

        Raises:
            NoSuchCaseError: there is none with that link.
            CaseGoneError: there was one.

        """
        with self._reader.begin() as connection:
            row = find_row(connection, link, lock=False)
            case = read_case(connection, row, self._rulebook)
        return StoredCase(
            id=row["id"],
            link=link,
            access=_access(row, link),
            revision=row["revision"],
            used_on=row["used_on"],
            case=case,
            renewed_from=row["renewed_from"],
            adviser_invited=row["adviser_hash"] is not None,
            seen_rules=_seen_rules(row),
        )

    def save_answers(
        self, stored: StoredCase, changes: Mapping[str, Answer | None], seen: int, today: date
    ) -> Saved:
        """Write one step's answers; `None` takes an answer back.

        `seen` is the revision that the sender's page was made from.
        """
        raw = {
            id_: None if answer is None else answer_to_json(answer)
            for id_, answer in changes.items()
        }
        with self._writer.begin() as connection:
            row = self._own(connection, stored)
            known = read_revisions(connection, row["id"], self._rulebook.former)
            new = {id_: each for id_, each in raw.items() if known.value(id_) != each}
            conflicts = frozenset(id_ for id_ in new if known.revision(id_) > seen)
            wanted = {id_: each for id_, each in new.items() if id_ not in conflicts}
            if not wanted:
                return Saved(row["revision"], conflicts)
            revision = self._touch(connection, row, today)
            note_before(
                connection, row["id"], {id_: known.value(id_) for id_ in wanted}, revision, today
            )
            rewrite(connection, row["id"], wanted, revision)
        return Saved(revision, conflicts)

    def as_it_was(self, stored: StoredCase, revision: int) -> Case:
        """Return the case with the answers that it had when a revision had been written."""
        with self._reader.begin() as connection:
            known = read_at(connection, stored.id, revision, self._rulebook.former)
        return replace(stored.case, answers=read_answers(known, self._rulebook))

    def saves(self, stored: StoredCase) -> tuple[AnswersSaved, ...]:
        """Return the saves that changed answers, the last first."""
        with self._reader.begin() as connection:
            return tuple(AnswersSaved(*row) for row in read_saves(connection, stored.id))

    def save_texts(
        self, stored: StoredCase, texts: Mapping[str, str], seen: Mapping[str, str], today: date
    ) -> frozenset[str]:
        """Write free texts, by field, and return those in conflict.

        `seen` are the texts that the sender's page was made from: one that the sender left as it
        was is not written, and one that somebody else has changed since is left as it is.
        """
        with self._writer.begin() as connection:
            row = self._own(connection, stored)
            known = read_texts(connection, row["id"])
            there = {field: known.get(field, "").strip() for field in texts}
            before = {field: seen.get(field, "") for field in texts}
            new = {
                field: text
                for field, text in texts.items()
                if text not in {there[field], before[field]}
            }
            conflicts = frozenset(field for field in new if there[field] != before[field])
            wanted = {field: text for field, text in new.items() if field not in conflicts}
            if wanted:
                insert_texts(connection, row["id"], wanted, self._touch(connection, row, today))
        return conflicts

    def save_language(self, stored: StoredCase, language: Language, today: date) -> None:
        """Write the language of the memo."""
        with self._writer.begin() as connection:
            row = self._own(connection, stored)
            self._touch(connection, row, today)
            connection.execute(
                update(CASES).where(CASES.c.id == row["id"]).values(language=language.value)
            )

    def save_priorities(
        self, stored: StoredCase, wanted: Priorities, seen: Priorities, today: date
    ) -> bool:
        """Write which needs matter most; `None` takes the choice back.

        `seen` is what the sender's page was made from: where somebody else has chosen since,
        nothing is written, and the answer is false.
        """
        new = priorities_to_json(wanted)
        with self._writer.begin() as connection:
            row = self._own(connection, stored)
            if row["priorities"] == new:
                return True
            there = present.listed(row["priorities"], self._rulebook.former.needs)
            if priorities_known(there, self._rulebook.needs) != seen:
                return False
            self._touch(connection, row, today)
            change = update(CASES).where(CASES.c.id == row["id"])
            connection.execute(change.values(priorities=new))
        return True

    def invite_adviser(self, stored: StoredCase, *, invited: bool) -> None:
        """Let the link for an adviser open the case, or no longer."""
        hashed = hash_link(stored.adviser_link) if invited else None
        with self._writer.begin() as connection:
            row = self._own(connection, stored)
            change = update(CASES).where(CASES.c.id == row["id"])
            connection.execute(change.values(adviser_hash=hashed))

    def note_seen(self, stored: StoredCase) -> None:
        """Note that somebody has seen the case under our rulebook."""
        with self._writer.begin() as connection:
            row = self._own(connection, stored)
            versions = {**row["versions"], _SEEN: self._versions.rulebook}
            change = update(CASES).where(CASES.c.id == row["id"])
            connection.execute(change.values(versions=versions))

    def renew(
        self, stored: StoredCase, today: date, figures: Mapping[str, FrozenFigure] | None = None
    ) -> None:
        """Let the case go by the rules of today, and by figures of today where they are given.

        What it says stays, also where that corrects a figure.
        """
        with self._writer.begin() as connection:
            row = self._own(connection, stored)
            new = row["figures"] if figures is None else _figures_to_json(figures)
            if row["as_of"] == today and row["figures"] == new:
                return
            edition = row["versions"]["tall"]
            former = {"tall": row["figures"], "utgave": edition}
            write_part(connection, row["id"], _FORMER, former, row["revision"])
            given = edition if figures is None else self._versions.figures
            values = {"as_of": today, "renewed_from": row["as_of"], "figures": new}
            self._rewrite(connection, row, today, values, given)

    def take_back_renewal(self, stored: StoredCase, today: date) -> None:
        """Let the case go by the day and the figures that it had before it was renewed."""
        with self._writer.begin() as connection:
            row = self._own(connection, stored)
            if row["renewed_from"] is None:
                return
            former, _ = read_part(connection, row["id"], _FORMER)
            kept = former or {"tall": row["figures"], "utgave": row["versions"]["tall"]}
            write_part(connection, row["id"], _FORMER, None, row["revision"])
            values = {"as_of": row["renewed_from"], "renewed_from": None, "figures": kept["tall"]}
            self._rewrite(connection, row, today, values, kept["utgave"])

    def _rewrite(
        self,
        connection: Connection,
        row: RowMapping,
        today: date,
        values: Mapping[str, object],
        edition: str,
    ) -> None:
        """Write columns of a case; `edition` is that of its figures."""
        self._touch(connection, row, today)
        versions = {**self._versions_row(), "tall": edition, _SEEN: _seen_rules(row)}
        change = update(CASES).where(CASES.c.id == row["id"])
        connection.execute(change.values(**values, versions=versions))

    def delete(self, stored: StoredCase, today: date) -> None:
        """Delete the case at once; its links say that it is gone."""
        with self._writer.begin() as connection:
            forget(connection, [self._own(connection, stored)], today)
        self._wiped = wipe(self._reader)

    def purge(self, today: date, *, regardless: bool = False) -> Purged:
        """Mark and delete what nobody uses, as `wizard.store.purge` says.

        Raises:
            PurgeRefusedError: the day or the number of cases looks wrong.

        """
        with self._writer.begin() as connection:
            purged = purge(connection, today, regardless=regardless)
        self._wiped = wipe(self._reader)
        return purged

    def tidy(self, today: date) -> None:
        """Purge once a day; where that looks wrong or cannot be done, log why, and go on."""
        try:
            with self._reader.begin() as connection:
                done = is_done(connection, today)
            if not done:
                self.purge(today)
        except (PurgeRefusedError, *UNAVAILABLE) as error:
            _LOG.warning(_NOT_TIDIED, error)

    def _own(self, connection: Connection, stored: StoredCase) -> RowMapping:
        """Return the case's row, locked, to one who may change it."""
        if not stored.editable:
            raise ReadOnlyError
        return find_row(connection, stored.link)

    def _touch(self, connection: Connection, row: RowMapping, today: date) -> int:
        revision: int = row["revision"] + 1
        # The figures stay those that the case was made with, whatever it is worked on with later;
        # nor does a save mean that anybody has seen what new rules mean.
        kept = {"tall": row["versions"]["tall"], _SEEN: _seen_rules(row)}
        versions = {**self._versions_row(), **kept}
        values = {"revision": revision, "used_on": today, "versions": versions}
        connection.execute(update(CASES).where(CASES.c.id == row["id"]).values(values))
        return revision

    def _versions_row(self) -> dict[str, str]:
        return {
            "regelverk": self._versions.rulebook,
            "tall": self._versions.figures,
            "program": self._versions.program,
        }


def find_row(connection: Connection, link: str, *, lock: bool = True) -> RowMapping:
    """Return the row of the case, which `lock` holds until the transaction ends.

    Raises:
        NoSuchCaseError: there is none with that link.
        CaseGoneError: there was one.

    """
    if not LINK.fullmatch(link):
        raise NoSuchCaseError
    hashed = hash_link(link)
    hashes = (CASES.c.link_hash, CASES.c.reading_hash, CASES.c.adviser_hash)
    query = select(CASES).where(or_(*(column == hashed for column in hashes)))
    if lock:
        query = query.with_for_update()
    row = connection.execute(query).mappings().first()
    if row is not None:
        return row
    gone_on = connection.execute(select(GONE.c.gone_on).where(GONE.c.link_hash == hashed)).scalar()
    if gone_on is not None:
        raise CaseGoneError(gone_on)
    if not read_id(connection):
        raise StoreVanishedError(EMPTIED)
    raise NoSuchCaseError


def _figures_to_json(figures: Mapping[str, FrozenFigure]) -> dict[str, dict[str, str]]:
    return {id_: figure_to_json(each) for id_, each in figures.items()}


def _seen_rules(row: RowMapping) -> str:
    """Return the rules that the case was last seen under: until that was noted, last saved by."""
    versions = row["versions"]
    return str(versions.get(_SEEN) or versions["regelverk"])


def _is_made(connection: Connection, link: str) -> bool:
    """Tell whether there is a case with that link, or was one."""
    hashed = hash_link(link)
    there = select(CASES.c.id).where(CASES.c.link_hash == hashed)
    gone = select(GONE.c.gone_on).where(GONE.c.link_hash == hashed)
    return any(connection.execute(each).first() for each in (there, gone))


def _access(row: RowMapping, link: str) -> Access:
    hashed = hash_link(link)
    if hashed == row["link_hash"]:
        return Access.OWNER
    return Access.READER if hashed == row["reading_hash"] else Access.ADVISER
