"""Counts in PostgreSQL are one for all processes, and gone when their time is over."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from databases import as_told
from postgres import Postgres
from sqlalchemy import Engine, text

from wizard.store.counts import CountsUnusable, PostgresCounts, counts_in
from wizard.store.database import open_database


@pytest.fixture
def engines(postgres: Postgres) -> Iterator[list[Engine]]:
    """Give the engines of two processes on one new database."""
    name = postgres.new()
    found = [open_database(as_told(postgres.url(name))) for _ in range(2)]
    yield found
    for each in found:
        each.dispose()
    postgres.drop(name)


def test_two_processes_count_together(engines: list[Engine]) -> None:
    """Started at once, and counting at once: none is lost."""
    with ThreadPoolExecutor(8) as threads:
        counts = list(threads.map(lambda i: counts_in("database://", engines[i % 2]), range(8)))
        list(threads.map(lambda i: counts[i % 8].incr("a", 60), range(200)))
    assert counts[0].get("a") == 200
    assert counts[0].get("b") == 0
    assert counts[0].check()
    counts[0].clear("a")
    assert counts[1].get("a") == 0


def test_what_is_over_is_not_counted_and_is_removed(engines: list[Engine]) -> None:
    counts = PostgresCounts(engines[0])
    counts.incr("a", 0)
    assert counts.get("a") == 0
    assert counts.incr("a", 60) == 1
    counts.incr("b", 0)
    counts._swept -= 3600  # noqa: SLF001 - the time for a sweep has come
    counts.incr("c", 60)
    with engines[1].begin() as connection:
        kept = connection.execute(text("SELECT key FROM counts ORDER BY key")).scalars().all()
    assert kept == ["a", "c"]


def test_a_redis_without_its_driver_is_told(postgres: Postgres) -> None:
    engine = open_database(as_told(postgres.url(postgres.new())))
    with pytest.raises(CountsUnusable, match="pip install redis"):
        counts_in("redis://127.0.0.1:1", engine)
