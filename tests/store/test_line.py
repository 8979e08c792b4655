"""The line of pages in PostgreSQL: each is made once, whoever dies, and nothing stays behind."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from databases import as_told
from postgres import Postgres
from question_book import DAY, NAMSSKOGAN, question_book
from sqlalchemy import text

from wizard.domain.case import Case, Versions
from wizard.domain.text import Language
from wizard.press.problems import NotPrinted, RenderFailed, RenderTimedOut, TooManyRenders
from wizard.press.queued import LARGEST_PDF, LineState, LineUnusable
from wizard.store.cases import CaseStore
from wizard.store.database import Database, open_database
from wizard.store.line import DEAD, OLD, TRIES, PostgresLine, Taken, WorkerAtLine


@pytest.fixture
def engine(postgres: Postgres, upgraded: str) -> Iterator[Database]:
    """Give a PostgreSQL database with every migration."""
    name = postgres.new(f"TEMPLATE {upgraded}")
    found = open_database(as_told(postgres.url(name)))
    yield found
    found.dispose()
    postgres.drop(name)


@pytest.fixture
def line(engine: Database) -> PostgresLine:
    return PostgresLine(engine)


def living(engine: Database) -> WorkerAtLine:
    """Return a worker that has been seen just now."""
    worker = WorkerAtLine(engine, 1)
    worker.beat()
    return worker


def taken(worker: WorkerAtLine) -> Taken:
    """Return the page that a worker takes."""
    found = worker.take()
    assert found is not None
    return found


def put(line: PostgresLine, page: str = "side", owner: str = "skjema", rank: int = 0) -> UUID:
    """Lay a page in the line, and return its place."""
    place = line.put(page, owner, rank)
    assert place is not None
    return place


def later(engine: Database, seconds: float) -> None:
    """Let so many seconds go."""
    with engine.begin() as connection:
        told = {"seconds": seconds}
        for table, column in (("renders", "asked_at"), ("workers", "seen_at")):
            moved = f"UPDATE {table} SET {column} = {column} - make_interval(secs => :seconds)"  # noqa: S608
            connection.execute(text(moved), told)


def rows(engine: Database) -> int:
    """Return how many pages and results there are."""
    with engine.begin() as connection:
        return int(connection.execute(text("SELECT count(*) FROM renders")).scalar_one())


def test_what_is_made_is_fetched_once_and_gone(line: PostgresLine, engine: Database) -> None:
    """From who asks to who works, and back."""
    place, worker = put(line, "så lang er siden på ½ ark"), living(engine)
    page = taken(worker)
    assert (page.page, page.tries) == ("så lang er siden på ½ ark", 1)
    assert line.fetch([place]) == ({}, set())
    assert worker.end(page, b"%PDF")
    assert line.fetch([place]) == ({place: b"%PDF"}, set())
    assert rows(engine) == 0
    assert line.fetch([place]) == ({}, {place})


def test_a_page_is_given_to_one_worker_only(line: PostgresLine, engine: Database) -> None:
    """Eight that take at once, sixty times."""
    for number in range(60):
        put(line, str(number))
    workers = [living(engine) for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda i: taken(workers[i % 8]).page, range(60)))
    assert sorted(found, key=int) == [str(number) for number in range(60)]
    assert workers[0].take() is None


def test_who_waits_on_the_web_goes_before_a_batch(line: PostgresLine, engine: Database) -> None:
    for page, rank in (("a", 1), ("b", 1), ("c", 0)):
        put(line, page, rank=rank)
    worker = living(engine)
    assert [taken(worker).page for _ in range(3)] == ["c", "a", "b"]


def test_what_a_dead_worker_had_is_taken_by_another_and_ends_once(
    line: PostgresLine, engine: Database
) -> None:
    """It is dead when nobody has heard of it; should it wake up, its word counts no more."""
    place, first = put(line), living(engine)
    page = taken(first)
    second = living(engine)
    assert second.take() is None
    later(engine, DEAD + 1)
    second.beat()
    again = taken(second)
    assert (again.id, again.tries) == (place, 2)
    first.beat()
    assert not first.end(page, b"den f\xc3\xb8rste")
    assert not first.give_back(page)
    assert second.end(again, b"den andre")
    assert not second.end(again, b"en gang til")
    assert line.fetch([place])[0] == {place: b"den andre"}


def test_a_page_that_has_killed_three_is_given_up_with_a_message(
    line: PostgresLine, engine: Database
) -> None:
    """Whoever asked hears what they hear where one of our own processes dies."""
    place = put(line)
    for _ in range(TRIES):
        assert line.fetch([place]) == ({}, set())
        taken(living(engine))
        later(engine, DEAD + 1)
    assert living(engine).take() is None
    (problem,) = line.fetch([place])[0].values()
    assert isinstance(problem, RenderFailed)
    assert problem.message == RenderFailed().message
    assert rows(engine) == 0


def test_a_problem_is_told_as_it_was_met(line: PostgresLine, engine: Database) -> None:
    """Its kind, and its words in both written forms."""
    place, worker = put(line), living(engine)
    worker.end(taken(worker), RenderTimedOut(30))
    told = line.fetch([place])[0][place]
    assert isinstance(told, RenderTimedOut)
    assert told.message == RenderTimedOut(30).message
    place = put(line)
    worker.end(taken(worker), bytes(LARGEST_PDF + 1))
    assert isinstance(line.fetch([place])[0][place], NotPrinted)


def test_what_is_given_back_is_free_at_once(line: PostgresLine, engine: Database) -> None:
    put(line)
    worker = living(engine)
    assert worker.give_back(taken(worker))
    assert taken(living(engine)).tries == 2


def test_a_deleted_case_leaves_nothing_in_the_line(line: PostgresLine, engine: Database) -> None:
    """Neither what waits, nor what is made, nor what is laid back afterwards."""
    store = CaseStore(engine, question_book(), Versions())
    stored = store.look(store.create(Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"}), DAY))
    places = [put(line, owner=str(stored.id)) for _ in range(3)]
    other, worker = put(line), living(engine)
    worker.end(taken(worker), b"%PDF")
    under_way = taken(worker)
    store.delete(stored, DAY)
    assert rows(engine) == 1
    assert not worker.end(under_way, b"%PDF")
    assert line.fetch([*places, other]) == ({}, set(places))
    assert line.put("side", str(stored.id)) is None


def test_what_nobody_fetches_is_gone_after_an_hour(line: PostgresLine, engine: Database) -> None:
    put(line)
    worker = living(engine)
    worker.end(taken(worker), b"%PDF")
    put(line)
    later(engine, OLD - 60)
    line.sweep()
    assert rows(engine) == 2
    later(engine, 120)
    line.sweep()
    assert rows(engine) == 0


def test_the_line_is_full_at_some_time(line: PostgresLine, engine: Database) -> None:
    """Somebody who comes then is told so, until there is room again."""
    for _ in range(64):
        put(line)
    with pytest.raises(TooManyRenders):
        line.put("side", "skjema")
    worker = living(engine)
    worker.end(taken(worker), b"%PDF")
    assert line.put("side", "skjema")


def test_it_is_told_who_lives_and_what_waits(line: PostgresLine, engine: Database) -> None:
    """A worker that has left, or is dead, is not counted; what has ended does not wait."""
    assert line.state() == LineState()
    worker, leaving = WorkerAtLine(engine, 3), living(engine)
    worker.beat()
    places = [put(line), put(line)]
    worker.end(taken(worker), b"%PDF")
    assert line.state() == LineState(waiting=1, workers=2, slots=4)
    leaving.leave()
    assert line.state() == LineState(waiting=1, workers=1, slots=3)
    later(engine, DEAD + 1)
    assert line.state() == LineState(waiting=1)
    assert line.withdraw(places) == {places[1]}


def test_a_worker_of_another_edition_takes_nothing(line: PostgresLine, engine: Database) -> None:
    """What it would make is another file than the one that the paper says it is."""
    place = put(line)
    with engine.begin() as connection:
        connection.execute(text("UPDATE renders SET maker = 'en annen'"))
    assert living(engine).take() is None
    with engine.begin() as connection:
        connection.execute(text("UPDATE workers SET maker = 'en annen'"))
    assert line.state().workers == 0
    assert line.withdraw([place]) == {place}


def test_a_line_that_is_away_says_so(line: PostgresLine, engine: Database) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE renders"))
    with pytest.raises(LineUnusable):
        line.state()
