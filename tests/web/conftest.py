"""The site in two editions: with the real rules, and with a rulebook that asks everything."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clock import Clock
from flask import Flask
from flask.testing import FlaskClient
from pages import Site
from question_book import question_book

from wizard import rulebook
from wizard.app import create_app
from wizard.domain.rulebook import Rulebook
from wizard.paths import RULES
from wizard.settings import Settings


@pytest.fixture
def clock() -> Clock:
    """Return the clock of the app."""
    return Clock()


@pytest.fixture(scope="session")
def real_book() -> Rulebook:
    """Return the rules that are shipped."""
    return rulebook.load(RULES)


@pytest.fixture
def make_app(tmp_path: Path, clock: Clock) -> Callable[[Rulebook], Flask]:
    """Return what makes an app with a database of its own."""
    return lambda book: create_app(Settings(folder=tmp_path, renderers=0), book, clock)


@pytest.fixture
def app(make_app: Callable[[Rulebook], Flask]) -> Flask:
    """Return the app whose rulebook asks every kind of question."""
    return make_app(question_book())


@pytest.fixture
def site(app: Flask) -> Iterator[Site]:
    """Give a browser on that app."""
    with app.test_client() as client:
        yield Site(client)


@pytest.fixture
def real_site(make_app: Callable[[Rulebook], Flask], real_book: Rulebook) -> Iterator[Site]:
    """Give a browser on the app with the real rules."""
    with make_app(real_book).test_client() as client:
        yield Site(client)


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory, real_book: Rulebook) -> Iterator[FlaskClient]:
    """Give a program at the door for programs, with the real rules; nothing there is changed."""
    settings = Settings(folder=tmp_path_factory.mktemp("api"), renderers=0)
    with create_app(settings, real_book, Clock()).test_client() as client:
        yield client
