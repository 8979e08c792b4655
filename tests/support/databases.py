"""Each kind of database that the product promises, one a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from postgres import Postgres

from wizard.settings import read_settings
from wizard.store.database import open_database
from wizard.store.schema import upgrade

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def upgraded(postgres: Postgres) -> str:
    """Return a PostgreSQL database with every migration, which others are copied from."""
    name = postgres.new()
    engine = open_database(as_told(postgres.url(name)))
    upgrade(engine)
    engine.dispose()
    return name


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Return which database is tried: first the one, then the other."""
    kind: str = request.param
    return kind


@pytest.fixture
def new_database(
    database_kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[], str]]:
    """Give what returns the address of another database of its own each time, with no tables."""
    if database_kind == "sqlite":
        names = iter(range(1_000))
        yield lambda: f"sqlite:///{tmp_path / f'tom{next(names)}.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    made: list[str] = []

    def new() -> str:
        made.append(server.new())
        return as_told(server.url(made[-1]))

    yield new
    for name in made:
        server.drop(name)


@pytest.fixture
def database_url(
    database_kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[str]:
    """Give the address of a database with every migration, as `DATABASE_URL` has it."""
    if database_kind == "sqlite":
        url = f"sqlite:///{tmp_path / 'saker.sqlite'}"
        engine = open_database(url)
        upgrade(engine)
        engine.dispose()
        yield url
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.new(f"TEMPLATE {request.getfixturevalue('upgraded')}")
    yield as_told(server.url(name))
    server.drop(name)


@pytest.fixture
def on_disk(
    database_kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Callable[[], bytes]:
    """Return what reads every byte that the database has on the disk."""
    if database_kind == "sqlite":
        return lambda: b"".join(path.read_bytes() for path in tmp_path.glob("saker.sqlite*"))
    server: Postgres = request.getfixturevalue("postgres")
    return server.written


def as_told(url: str) -> str:
    """Return an address as the settings give it on."""
    return read_settings({"DATABASE_URL": url}, Path()).database
