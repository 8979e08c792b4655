"""A worker: takes pages from the line in the database, and lays the PDFs back.

It answers nobody, and keeps nothing. It may be killed at any instant: what it had is then taken
by another (`wizard.store.line`). Where the database is away, it waits until it is there again.
"""

import threading
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from time import monotonic, sleep

from wizard.app import StartupError
from wizard.press.printer import Press, make_press
from wizard.press.problems import NotPrinted, RenderFailed
from wizard.press.queued import LineUnusable
from wizard.press.workers import Limits
from wizard.serving.told import Told
from wizard.settings import Settings
from wizard.store.address import POSTGRESQL, DatabaseUnusable, address_of
from wizard.store.line import TRIES, PostgresLine, Taken, WorkerAtLine
from wizard.store.ready import running_database
from wizard.web import logs

# Seconds: between looks for a page, between two signs of life, between two sweeps, until a database
# that is away is tried again, and how much longer than a page may take we wait at the end.
_LOOK, _BEAT, _SWEEP, _AWAY, _MORE = 0.1, 1.0, 60.0, 1.0, 15.0
_TRIAL = '<html lang="nb"><title>x</title><p>x</p></html>'
_NO_POSTGRESQL = (
    "En arbeider henter PDF-ene den skal lage, fra PostgreSQL. Det gjør ikke denne databasen.",
    "Sett DATABASE_URL til veiviserens adresse: postgresql://BRUKER:PASSORD@MASKIN/NAVN.",
    "Uten PostgreSQL lager «wizard serve» PDF-ene selv, og trenger ingen arbeider.",
)
_NO_RENDERERS = "WIZARD_RENDERERS er 0, men en arbeider må ha minst en prosess som lager PDF-er."


def run(settings: Settings) -> int:
    """Work until told to stop, finish what is under way, and return the exit code.

    Raises:
        StartupError: there is no PostgreSQL, or PDFs cannot be made here.

    """
    line, at_line = _lines(settings)
    limits = Limits(settings.render_seconds, settings.render_megabytes)
    press = make_press(settings.renderers, limits)
    try:
        _try_out(press, settings.renderers)
        _Worker(press, line, at_line, settings).run()
    finally:
        press.close()
    return 0


def _lines(settings: Settings) -> tuple[PostgresLine, WorkerAtLine]:
    if not settings.renderers:
        raise StartupError((_NO_RENDERERS,))
    try:
        if address_of(settings.database).get_backend_name() != POSTGRESQL:
            raise StartupError(_NO_POSTGRESQL)
        engine = running_database(settings.database)
    except DatabaseUnusable as error:
        raise StartupError(error.problems) from error
    return PostgresLine(engine), WorkerAtLine(engine, settings.renderers)


def _try_out(press: Press, count: int) -> None:
    """Make a PDF in each process, so that the first page is as quick as the next."""
    try:
        for each in [press.begin(_TRIAL) for _ in range(count)]:
            each.result()
    except NotPrinted as error:
        raise StartupError((error.message.nb,)) from error


class _Worker:
    """One worker, with as many pages under way as it has processes."""

    def __init__(
        self, press: Press, line: PostgresLine, at_line: WorkerAtLine, settings: Settings
    ) -> None:
        self._press = press
        self._line = line
        self._at_line = at_line
        self._slots = settings.renderers
        self._to_finish = settings.render_seconds + _MORE
        self._free = threading.Semaphore(self._slots)
        self._told = Told()
        self._over = threading.Event()

    def run(self) -> None:
        logs.catch_all()
        self._told.listen_for_signals()
        with suppress(LineUnusable):
            self._at_line.beat()  # whoever is told that we are ready can count on us
        beating = threading.Thread(target=self._beat, daemon=True)
        beating.start()
        logs.OPERATOR.info("Arbeideren er klar, og lager %d PDF-er om gangen.", self._slots)
        while not self._told.to_stop:
            if self._free.acquire(timeout=_LOOK) and not self._has_begun():
                self._free.release()
        self._finish()
        self._over.set()
        beating.join()
        with suppress(LineUnusable):
            self._at_line.leave()
        logs.OPERATOR.info("Arbeideren har stanset.")

    def _has_begun(self) -> bool:
        """Begin with the page that is first in the line; false where none is, after a moment."""
        try:
            taken = self._at_line.take()
        except LineUnusable:
            sleep(_AWAY)
            return False
        if taken is None:
            sleep(_LOOK)
            return False
        ended = partial(self._ended, taken, monotonic())
        self._press.begin(taken.page).add_done_callback(ended)
        return True

    def _ended(self, taken: Taken, began: float, made: Future[bytes]) -> None:
        """Lay what came of a page back, however long the database is away."""
        try:
            while not self._is_laid_back(taken, made):
                sleep(_AWAY)
        finally:
            self._free.release()
        problem = made.exception()
        outcome, took = (
            type(problem).__name__ if problem else "laget",
            round(monotonic() - began, 1),
        )
        logs.OPERATOR.info("PDF: %s, %s sekunder, forsøk %d", outcome, took, taken.tries)
        if problem and not isinstance(problem, NotPrinted):
            logs.OPERATOR.error("En PDF lot seg ikke lage", exc_info=problem)

    def _is_laid_back(self, taken: Taken, made: Future[bytes]) -> bool:
        """Lay back what came of a page: where a process died, the page itself, to be tried again.

        What was deleted, or given to another because nobody heard of us, is no longer ours.
        """
        problem = made.exception()
        try:
            if problem is None:
                self._at_line.end(taken, made.result())
            elif isinstance(problem, RenderFailed) and taken.tries < TRIES:
                self._at_line.give_back(taken)
            else:
                told = problem if isinstance(problem, NotPrinted) else RenderFailed()
                self._at_line.end(taken, told)
        except LineUnusable:
            return False
        return True

    def _beat(self) -> None:
        """Say that we live, and sweep now and then, until we stop."""
        swept, reachable = -_SWEEP, True
        while not self._over.is_set():
            try:
                self._at_line.beat()
                if monotonic() - swept >= _SWEEP:
                    self._line.sweep()
                    swept = monotonic()
                reachable = True
            except LineUnusable:
                if reachable:
                    logs.OPERATOR.warning("Databasen svarer ikke. Arbeideren venter på den.")
                reachable = False
            self._over.wait(_BEAT)

    def _finish(self) -> None:
        """Wait for what is under way, as long as it may take."""
        until = monotonic() + self._to_finish
        for _ in range(self._slots):
            self._free.acquire(timeout=max(0.0, until - monotonic()))
