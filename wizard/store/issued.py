"""Papers that were handed out, frozen as they were: what the case said, and by which rules."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import Connection, Engine, RowMapping, insert, select, update
from sqlalchemy.exc import IntegrityError

from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.store import casefile
from wizard.store.database import writing
from wizard.store.tables import ISSUED


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to hand out: what it is, and what it was made from.

    `kind` is the sort of paper, `form` the ending of the file. `identity` is the text that the
    file bears, `rulebook` the hash of the rules.
    """

    content: bytes
    kind: str
    form: str
    language: Language
    identity: str
    case: Case
    rulebook: str


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper that was handed out, first and last on these days. `casefile` is the case then."""

    id: int
    sha256: str
    issued_on: date
    last_on: date
    kind: str
    form: str
    language: Language
    identity: str
    casefile: str
    rulebook: str


class IssuedStore:
    """Keeps what was handed out, for as long as the case."""

    def __init__(self, engine: Engine) -> None:
        self._reader = engine
        self._writer = writing(engine)

    def issue(self, case_id: int, paper: Paper, today: date) -> None:
        """Note that a paper is handed out. The same file again only gets a later last day.

        A case that somebody deleted meanwhile has no papers: nothing is noted.
        """
        hashed = sha256(paper.content).digest()
        new = {
            "case_id": case_id,
            "sha256": hashed,
            "issued_on": today,
            "last_on": today,
            "kind": paper.kind,
            "language": paper.language.value,
            "format": paper.form,
            "identity": paper.identity,
            "casefile": casefile.write(paper.case),
            "rulebook": paper.rulebook,
        }
        with self._writer.begin() as connection:
            if _issued_again(connection, case_id, hashed, today):
                return
            try:
                with connection.begin_nested():
                    connection.execute(insert(ISSUED).values(new))
            except IntegrityError:  # another process came first, or the case is gone
                _issued_again(connection, case_id, hashed, today)

    def of_case(self, case_id: int) -> tuple[IssuedPaper, ...]:
        """Return what a case has handed out, the latest first."""
        query = (
            select(ISSUED)
            .where(ISSUED.c.case_id == case_id)
            .order_by(ISSUED.c.last_on.desc(), ISSUED.c.id.desc())
        )
        with self._reader.begin() as connection:
            return tuple(map(_paper, connection.execute(query).mappings()))

    def find(self, content: bytes) -> IssuedPaper | None:
        """Return what is known of a file, whichever case handed it out."""
        query = select(ISSUED).where(ISSUED.c.sha256 == sha256(content).digest())
        with self._reader.begin() as connection:
            row = connection.execute(query.order_by(ISSUED.c.id)).mappings().first()
        return None if row is None else _paper(row)


def _issued_again(connection: Connection, case_id: int, hashed: bytes, today: date) -> bool:
    same = (ISSUED.c.case_id == case_id) & (ISSUED.c.sha256 == hashed)
    return connection.execute(update(ISSUED).where(same).values(last_on=today)).rowcount > 0


def _paper(row: RowMapping) -> IssuedPaper:
    return IssuedPaper(
        id=row["id"],
        sha256=row["sha256"].hex(),
        issued_on=row["issued_on"],
        last_on=row["last_on"],
        kind=row["kind"],
        form=row["format"],
        language=Language(row["language"]),
        identity=row["identity"],
        casefile=row["casefile"],
        rulebook=row["rulebook"],
    )
