"""What has been acknowledged is there, whoever is killed: who saves, or the database itself."""

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from databases import as_told
from postgres import Postgres
from question_book import DAY, NAMSSKOGAN
from sqlalchemy.exc import DBAPIError
from trials import TIMES

from wizard.domain.case import Case, Versions
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.store.cases import CaseStore
from wizard.store.database import open_database
from wizard.store.schema import upgrade

CASE = Case(NAMSSKOGAN, DAY, Language.NB)
KILLS, CUTS, SAVERS = 4 * TIMES, 2 * TIMES, 3
ALL = 10**6

SAVER = """
import sys
from datetime import date
from decimal import Decimal
from question_book import question_book
from wizard.domain.case import Versions
from wizard.store.cases import CaseStore
from wizard.store.database import open_database
url, link, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
store = CaseStore(open_database(url), question_book(), Versions())
day = date(2026, 11, 22)
while True:
    number += 1
    saved = store.save_answers(store.look(link), {"antall": Decimal(number)}, 10**6, day)
    print(saved.revision, flush=True)
"""


def acknowledged(command: list[str], few: int) -> list[int]:
    """Let it save, kill it after a few saves, and return the revisions that it was told of."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as saver:
        assert saver.stdout is not None
        heard = [next(saver.stdout) for _ in range(few)]
        saver.kill()
        heard += list(saver.stdout)
    return [int(line) for line in heard if line.endswith("\n")]


def test_who_saves_is_killed_and_nothing_that_was_saved_is_lost(
    store: CaseStore, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Again and again; the next one saves at once, and nothing is half there."""
    monkeypatch.setenv("PYTHONPATH", "tests/support")
    link = store.create(CASE, DAY)
    told: list[int] = []
    for turn in range(KILLS):
        command = [sys.executable, "-c", SAVER, database_url, link, str(1000 * turn)]
        told += acknowledged(command, random.randint(1, 40))  # noqa: S311 - nothing secret
    now = store.look(link)
    assert told == sorted(set(told))
    assert set(told) <= {save.revision for save in store.saves(now)}
    assert now.revision <= max(told) + KILLS
    assert len(store.saves(now)) == now.revision - 1


def test_the_database_is_cut_off_and_nothing_that_was_saved_is_lost(
    postgres: Postgres, book: Rulebook
) -> None:
    """Also where its server does not write before it answers; and we go on without a restart."""
    name = postgres.new()
    postgres.do(f"ALTER DATABASE {name} SET synchronous_commit = off")
    engine = open_database(as_told(postgres.url(name)))
    upgrade(engine)
    store = CaseStore(engine, book, Versions())
    links = [store.create(CASE, DAY) for _ in range(SAVERS)]

    def save(link: str) -> int:
        """Save until the database is gone, and return the last revision that was acknowledged."""
        told = store.look(link).revision
        try:
            while True:
                stored = store.look(link)
                told = store.save_answers(stored, {"antall": Decimal(told)}, ALL, DAY).revision
        except DBAPIError:
            return told

    for _ in range(CUTS):
        before = store.look(links[0]).revision
        with ThreadPoolExecutor(SAVERS) as pool:
            saving = [pool.submit(save, link) for link in links]
            while store.look(links[0]).revision < before + 50:
                pass
            postgres.cut()
        postgres.start()
        for link, each in zip(links, saving, strict=True):
            told, now = each.result(), store.look(link)
            assert now.revision in {told, told + 1}
            assert now.case.answers["antall"] == now.revision - 1
    engine.dispose()
    postgres.drop(name)
