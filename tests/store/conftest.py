"""A database of each kind, and the rulebook that asks everything."""

from collections.abc import Iterator

import pytest
from question_book import question_book

from wizard import municipalities
from wizard.domain.case import Versions
from wizard.domain.rulebook import Rulebook
from wizard.municipalities import Municipalities
from wizard.paths import DATA
from wizard.store.cases import CaseStore
from wizard.store.database import Database, open_database


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """Return the rulebook."""
    return question_book()


@pytest.fixture(scope="session")
def known() -> Municipalities:
    """Return the municipalities."""
    return municipalities.load(DATA)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Give an upgraded database."""
    engine = open_database(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def store(database: Database, book: Rulebook) -> CaseStore:
    """Return the cases in that database."""
    return CaseStore(database, book, Versions("regler", "tall", "program"))
