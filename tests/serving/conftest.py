"""Servers that are started for a test, and ended after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from databases import as_told
from postgres import Postgres
from serve_process import Running
from sqlalchemy import Engine
from worker_process import Hire, Worker

from wizard.store.database import open_database


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Give what starts a server; all are ended afterwards."""
    started: list[Running] = []

    def begin(*more: str, **told: str) -> Running:
        started.append(Running(tmp_path / "data", *more, **told))
        return started[-1].wait()

    yield begin
    for each in started:
        each.process.kill() if each.process.poll() is not None else each.stop()


@pytest.fixture
def database(postgres: Postgres, upgraded: str) -> Iterator[str]:
    """Give the address of a PostgreSQL database with every migration."""
    name = postgres.new(f"TEMPLATE {upgraded}")
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    found = open_database(as_told(database))
    yield found
    found.dispose()


@pytest.fixture
def hire(database: str, tmp_path: Path) -> Iterator[Hire]:
    """Give what starts a worker; all are ended afterwards."""
    hired: list[Worker] = []

    def one(**told: str) -> Worker:
        told = {"WIZARD_RENDER_MB": "2000", "WIZARD_RENDER_SECONDS": "300", **told}
        hired.append(Worker(tmp_path / f"arbeider{len(hired)}", database, **told))
        return hired[-1].wait()

    yield one
    for each in hired:
        each.kill()
