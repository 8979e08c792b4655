"""Rows of the database to and from a case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from wizard.characters import numbered
from wizard.domain.case import Answer, Case, Versions
from wizard.domain.faults import BadValue
from wizard.domain.former import FormerIds
from wizard.domain.frozen import FrozenFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.store import present, review
from wizard.store.follow_up import KEY, follow_up_known
from wizard.store.priorities import priorities_known
from wizard.store.tables import ANSWERS, HISTORY, PARTS, TEXTS
from wizard.store.values import answer_from_json, askable, figure_from_json, prefilled_questions

# The part of a case that an adviser writes.
REVIEW = "gjennomgang"


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of a case's answers: the JSON of each, and the revision that wrote it."""

    rows: Mapping[str, tuple[Any, int]]

    def value(self, fact: str) -> Any:  # noqa: ANN401 - JSON has no better type
        """Return the stored answer; `None` where there is none."""
        return self.rows[fact][0] if fact in self.rows else None

    def revision(self, fact: str) -> int:
        """Return the revision that last wrote the answer; 0 where nobody has."""
        return self.rows[fact][1] if fact in self.rows else 0


def read_revisions(connection: Connection, case_id: int, former: FormerIds) -> Known:
    """Return what is stored of a case's answers, in an order that no database decides."""
    rows = connection.execute(select(ANSWERS).where(ANSWERS.c.case_id == case_id))
    stored = {row.fact: (row.answer, row.revision) for row in rows}
    return Known(dict(sorted(present.keyed(stored, former.facts).items())))


def read_case(connection: Connection, row: RowMapping, rulebook: Rulebook) -> Case:
    """Return the case of a row of the table `cases`."""
    former = rulebook.former
    versions, known = row["versions"], read_revisions(connection, row["id"], former)
    answers = read_answers(known, rulebook)
    reviewed = present.kept_review(read_part(connection, row["id"], REVIEW)[0], former.schemes)
    followed_up = present.follow_up(read_part(connection, row["id"], KEY)[0], former)
    return Case(
        municipality_number=row["municipality"],
        as_of=row["as_of"],
        language=Language(row["language"]),
        answers=answers,
        figures=read_figures(present.keyed(row["figures"], former.facts), rulebook),
        adviser=read_texts(connection, row["id"]),
        versions=Versions(versions["regelverk"], versions["tall"], versions["program"]),
        priorities=priorities_known(
            present.listed(row["priorities"], former.needs), rulebook.needs
        ),
        review=review.now(reviewed),
        follow_up=follow_up_known(followed_up, rulebook),
        retired=_retired(known, answers),
    )


def _retired(known: Known, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """Return the stored answers that the rulebook does not know: kept, and counted nowhere."""
    return {
        id_: raw for id_, (raw, _) in known.rows.items() if raw is not None and id_ not in answers
    }


def read_texts(connection: Connection, case_id: int) -> dict[str, str]:
    """Return a case's free texts by field, as they can be printed: some are older than the law."""
    rows = connection.execute(select(TEXTS).where(TEXTS.c.case_id == case_id))
    return dict(sorted((row.field, numbered(row.text)) for row in rows))


def insert_answers(
    connection: Connection,
    case_id: int,
    answers: Mapping[str, Any],
    revision: int,
) -> None:
    """Write answers that are not there yet."""
    rows = [
        {"case_id": case_id, "fact": fact, "answer": answer, "revision": revision}
        for fact, answer in answers.items()
    ]
    if rows:
        connection.execute(insert(ANSWERS), rows)


def rewrite(
    connection: Connection,
    case_id: int,
    answers: Mapping[str, Any],
    revision: int,
) -> None:
    """Write answers over what is there. One that is taken back leaves its revision behind."""
    facts: Iterable[str] = tuple(answers)
    connection.execute(
        delete(ANSWERS).where(ANSWERS.c.case_id == case_id, ANSWERS.c.fact.in_(facts))
    )
    insert_answers(connection, case_id, answers, revision)


def note_before(
    connection: Connection, case_id: int, before: Mapping[str, Any], revision: int, day: date
) -> None:
    """Write down what answers are, before a revision writes them anew on a day."""
    rows = [
        {
            "case_id": case_id,
            "fact": fact,
            "revision": revision,
            "before": answer,
            "changed_on": day,
        }
        for fact, answer in before.items()
    ]
    if rows:
        connection.execute(insert(HISTORY), rows)


def read_at(connection: Connection, case_id: int, revision: int, former: FormerIds) -> Known:
    """Return the answers as they were when a revision had been written."""
    later = HISTORY.c.case_id == case_id, HISTORY.c.revision > revision
    changes = connection.execute(select(HISTORY).where(*later).order_by(HISTORY.c.revision.desc()))
    rows = dict(read_revisions(connection, case_id, former).rows)
    for change in changes:  # the earliest change comes last, and has the last word
        rows[former.facts.get(change.fact, change.fact)] = change.before, revision
    return Known(rows)


def read_saves(connection: Connection, case_id: int) -> list[tuple[int, date, int]]:
    """Return each save of answers: its revision, its day and how many answers; the last first."""
    columns = HISTORY.c.revision, func.max(HISTORY.c.changed_on), func.count()
    of_case = select(*columns).where(HISTORY.c.case_id == case_id)
    found = connection.execute(
        of_case.group_by(HISTORY.c.revision).order_by(HISTORY.c.revision.desc())
    )
    return [(revision, day, answers) for revision, day, answers in found]


def read_part(connection: Connection, case_id: int, part: str) -> tuple[Any, int]:
    """Return what somebody has added to a case, and the revision that wrote it; else nothing."""
    where = PARTS.c.case_id == case_id, PARTS.c.part == part
    row = connection.execute(select(PARTS).where(*where)).one_or_none()
    return (row.body, row.revision) if row else (None, 0)


def write_part(
    connection: Connection,
    case_id: int,
    part: str,
    body: Any,  # noqa: ANN401 - JSON has no better type
    revision: int,
) -> None:
    """Write a part of a case over what is there; `None` takes it away."""
    where = PARTS.c.case_id == case_id, PARTS.c.part == part
    connection.execute(delete(PARTS).where(*where))
    if body is not None:
        row = {"case_id": case_id, "part": part, "body": body, "revision": revision}
        connection.execute(insert(PARTS).values(row))


def insert_texts(
    connection: Connection, case_id: int, texts: Mapping[str, str], revision: int
) -> None:
    """Write free texts over what is there."""
    connection.execute(
        delete(TEXTS).where(TEXTS.c.case_id == case_id, TEXTS.c.field.in_(tuple(texts)))
    )
    rows = [
        {"case_id": case_id, "field": field, "text": text, "revision": revision}
        for field, text in texts.items()
        if text
    ]
    if rows:
        connection.execute(insert(TEXTS), rows)


def read_answers(known: Known, rulebook: Rulebook) -> dict[str, Answer]:
    """Return stored answers, as far as the rulebook still knows them."""
    prefilled = prefilled_questions(rulebook)
    facts = askable(rulebook)
    answers: dict[str, Answer] = {}
    for id_, (raw, _) in known.rows.items():
        if raw is None or id_ not in facts:
            continue
        try:
            answers[id_] = answer_from_json(raw, facts[id_], prefilled.get(id_))
        except BadValue:
            continue  # a newer rulebook has no such option; asked again
    return answers


def read_figures(raw: Mapping[str, Any], rulebook: Rulebook) -> dict[str, FrozenFigure]:
    """Return stored figures, as far as the rulebook still knows them."""
    prefilled = prefilled_questions(rulebook)
    figures: dict[str, FrozenFigure] = {}
    for id_, each in raw.items():
        if id_ not in rulebook.figures:
            continue
        try:
            figures[id_] = figure_from_json(each, rulebook.figures[id_], prefilled.get(id_))
        except BadValue:
            continue
    return figures
