"""`wizard batch --ko`: the PDFs are made by `wizard worker` on any machine, where one lives."""

import os
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import sleep
from typing import Protocol

from wizard.cli.context import fail
from wizard.cli.papers import Order, Paper
from wizard.press.printer import Press, make_press
from wizard.press.problems import TooManyRenders
from wizard.press.queued import Queued
from wizard.press.workers import Limits
from wizard.settings import SettingsError, read_settings
from wizard.store.address import POSTGRESQL, DatabaseUnusable, address_of
from wizard.store.line import PostgresLine
from wizard.store.ready import running_database

# Those who sit and wait for a paper go first, with 0.
_BEHIND_PEOPLE = 1
_AGAIN = 0.5  # seconds until a full line is tried once more
_NO_LINE = (
    "Køen er i PostgreSQL, og DATABASE_URL viser ikke til en slik database. Sett den, eller kjør "
    "uten --ko."
)


class Makers(Protocol):
    """Who makes papers: see `wizard.press.workers.Workers`."""

    def begin(self, task: Order) -> Future[Paper]:
        """Take an order; what comes of it is in the future."""

    def close(self) -> None:
        """Stop."""


class ByLine:
    """Makers whose pages are composed by others of ours, and made PDFs of by a press."""

    def __init__(self, pages: Makers, press: Press, at_hand: int) -> None:
        """Have no more than so many papers `at_hand`."""
        self._pages = pages
        self._press = press
        self._threads = ThreadPoolExecutor(at_hand, thread_name_prefix="i-ko")
        self._closed = False

    def begin(self, task: Order) -> Future[Paper]:
        """Take an order; what comes of it is in the future."""
        return self._threads.submit(self._make, task)

    def close(self) -> None:
        """Stop: what is under way fails, what waits is called off."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._press.close()
        self._pages.close()
        self._threads.shutdown()

    def _make(self, order: Order) -> Paper:
        paper = self._pages.begin(order).result()
        return paper if paper.problems else Paper(self._printed(paper.content.decode()))

    def _printed(self, page: str) -> bytes:
        while True:
            try:
                return self._press.begin(page).result()
            except TooManyRenders:
                if self._closed:
                    raise
                sleep(_AGAIN)


def press_by_line(count: int, limits: Limits) -> Press:
    """Return a press whose work is done by workers; where none lives, by so many of our own.

    Ends the command where there is no line.
    """
    try:
        settings = read_settings(os.environ, Path.cwd() / "instance")
        if address_of(settings.database).get_backend_name() != POSTGRESQL:
            fail(_NO_LINE)
        line = PostgresLine(running_database(settings.database))
    except SettingsError as error:
        fail(str(error))
    except DatabaseUnusable as error:
        fail(*error.problems)
    return _OwnLine(line, make_press(count, limits))


class _OwnLine(Queued):
    """A press of a line whose database is ours to let go of."""

    def __init__(self, line: PostgresLine, nearby: Press) -> None:
        super().__init__(line, nearby, _BEHIND_PEOPLE)
        self._own = line

    def close(self) -> None:
        """Stop, and let go."""
        super().close()
        self._own.close()
