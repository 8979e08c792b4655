"""Trial: what so many cases cost: room, start, opening, saving, purge, and the slowest statements.

    .venv/bin/python tests/trials/many_cases.py [CASES [DATABASE_URL]]

The cases are copies of a journey with links of their own, in SQLite unless told. The database
must be empty, and is left as it is.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from secrets import token_bytes
from statistics import median
from typing import Any

from sqlalchemy import Engine, event, insert, select, update

from wizard.app import close, create_app, load_rulebook
from wizard.clock import today
from wizard.domain.case import DONT_KNOW
from wizard.domain.rulebook import Rulebook
from wizard.paths import RULES
from wizard.settings import Settings
from wizard.store.cases import CaseStore
from wizard.store.database import open_database
from wizard.store.tables import ANSWERS, CASES
from wizard.web.services import services_of

_JOURNEY, _AT_ONCE, _TIMES = "skjak", 1000, 50
# Microseconds that a statement has taken at the most.
_SLOWEST = Counter[str]()


def main(cases: int, address: str) -> None:
    """Fill a database, and tell what each thing takes."""
    book = load_rulebook(RULES)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(folder=Path(folder), renderers=0, database_url=address)
        app = create_app(settings, book)
        link = services_of(app).store.create(book.journeys[_JOURNEY].case, today())
        close(app)
        engine = open_database(settings.database)
        multiply(engine, cases)
        files = sum(each.stat().st_size for each in Path(folder).glob("saker.sqlite*"))
        print(f"{cases} cases, {files / 1e6:.0f} MB in files")
        _watch()
        began = time.perf_counter()
        app = create_app(settings, book)
        print(f"start: {time.perf_counter() - began:.2f} s")
        use(services_of(app).store, link, book)
        purge(services_of(app).store, engine)
        close(app)
    for statement, microseconds in _SLOWEST.most_common(5):
        print(f"{microseconds / 1000:9.1f} ms  {statement}")


def multiply(engine: Engine, cases: int) -> None:
    """Make so many of the one case that there is."""
    with engine.begin() as connection:
        one = connection.execute(select(CASES)).mappings().one()
        answers = connection.execute(select(ANSWERS)).mappings().all()
    last = one["id"] + cases
    for first in range(one["id"] + 1, last, _AT_ONCE):
        ids = range(first, min(first + _AT_ONCE, last))
        rows = [
            {**one, "id": id_, "link_hash": token_bytes(32), "reading_hash": token_bytes(32)}
            for id_ in ids
        ]
        with engine.begin() as connection:
            connection.execute(insert(CASES), rows)
            copies = [{**row, "case_id": id_} for id_ in ids for row in answers]
            connection.execute(insert(ANSWERS), copies)


def use(store: CaseStore, link: str, book: Rulebook) -> None:
    """Open the one case, and save in it."""
    question = next(iter(book.journeys[_JOURNEY].case.answers))
    opened, saved = [], []
    for number in range(_TIMES):
        began = time.perf_counter()
        stored = store.open(link, today())
        between = time.perf_counter()
        answer = None if number % 2 else DONT_KNOW
        store.save_answers(stored, {question: answer}, stored.revision, today())
        opened.append(between - began)
        saved.append(time.perf_counter() - between)
    print(f"open: {median(opened) * 1000:.2f} ms, save: {median(saved) * 1000:.2f} ms")


def purge(store: CaseStore, engine: Engine) -> None:
    """Delete all but one: marked, and gone when the grace is over."""
    old = today() - timedelta(days=80)
    with engine.begin() as connection:
        first = select(CASES.c.id).order_by(CASES.c.id).limit(1).scalar_subquery()
        connection.execute(update(CASES).where(CASES.c.id > first).values(used_on=old))
    for day in (0, 7, 14):
        began = time.perf_counter()
        done = store.purge(today() + timedelta(days=day), regardless=True)
        print(f"purge: {time.perf_counter() - began:.1f} s, {done}")


def _watch() -> None:
    def begins(connection: Any, *_: Any) -> None:  # noqa: ANN401 - as SQLAlchemy calls it
        connection.info["began"] = time.perf_counter()

    def ended(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401 - as above
        taken = round((time.perf_counter() - connection.info["began"]) * 1e6)
        name = " ".join(statement.split())[:70]
        _SLOWEST[name] = max(_SLOWEST[name], taken)

    listen: Callable[..., None] = event.listen
    listen(Engine, "before_cursor_execute", begins)
    listen(Engine, "after_cursor_execute", ended)


if __name__ == "__main__":
    _, count, address = (*sys.argv, "", "")[:3]
    main(int(count or 100_000), address)
