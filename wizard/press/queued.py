"""PDFs made by workers on any machine, by way of a line that lies outside us.

Where no worker lives, or the line is full, they are made by our own processes: nobody is shut out
because a worker is missing. What the line loses is laid in it again.
"""

import logging
import threading
from collections.abc import Collection
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from typing import Protocol
from uuid import UUID

from wizard.press import fingerprint, tools
from wizard.press.problems import NotPrinted, RenderFailed, TooManyRenders

_LOG = logging.getLogger(__name__)
# Seconds between two looks at what is made, at whether somebody lives, and at what is too old.
_LOOK, _ALIVE, _OLD = 0.1, 1.0, 600.0
# Octets that a page, packed or not, and a PDF may take to go by the line.
LARGEST_PAGE, LARGEST_PDF = 8 * 1024 * 1024, 16 * 1024 * 1024


class LineUnusable(RuntimeError):
    """The line cannot be reached just now."""


@dataclass(frozen=True, slots=True)
class LineState:
    """How it goes: so many pages `wait` or are being made, by so many `workers` with `slots`."""

    waiting: int = 0
    workers: int = 0
    slots: int = 0


class Line(Protocol):
    """Where pages wait for a worker, and PDFs for who asked. Each may raise `LineUnusable`."""

    def put(self, page: str, owner: str, rank: int) -> UUID | None:
        """Lay a page in the line; none where its owner is gone.

        Raises:
            TooManyRenders: the line is full.

        """

    def fetch(self, ids: Collection[UUID]) -> "tuple[dict[UUID, bytes | NotPrinted], set[UUID]]":
        """Take out those that have ended, and return them, and those that are lost."""

    def withdraw(self, ids: Collection[UUID]) -> set[UUID]:
        """Take out those that have not ended, and return which."""

    def state(self) -> LineState:
        """Return how it goes with those that can make what we ask for."""

    def sweep(self) -> None:
        """Take out what is too old."""


class Nearby(Protocol):
    """Our own processes, which make what no worker makes. See `wizard.press.printer.Press`."""

    @property
    def idle(self) -> bool: ...  # noqa: D102 - as there

    @property
    def works(self) -> bool: ...  # noqa: D102

    def begin(self, task: str, owner: str = "") -> Future[bytes]: ...  # noqa: D102

    def close(self) -> None: ...  # noqa: D102


@cache
def maker() -> str:
    """Return what PDFs are made with here: who has the same makes the same bytes."""
    return fingerprint.of(tools.library())


@dataclass(frozen=True, slots=True)
class _Asked:
    """A page that somebody waits for."""

    page: str
    owner: str
    future: Future[bytes] = field(default_factory=Future)


class Queued:
    """A press whose work is done by workers elsewhere, else by `nearby`.

    Who goes first in the line has the lower `rank`.
    """

    def __init__(self, line: Line, nearby: Nearby, rank: int = 0) -> None:
        self._line = line
        self._nearby = nearby
        self._rank = rank
        self._lock = threading.Lock()
        self._asked: dict[UUID, _Asked] = {}
        self._state, self._seen = LineState(), -_ALIVE
        self._closed = threading.Event()
        self._reachable = True
        self._thread = threading.Thread(target=self._wait, daemon=True)
        self._thread.start()

    @property
    def idle(self) -> bool:
        """Whether a page would be begun at once."""
        state = self._look_around()
        return state.waiting < state.slots if state.workers else self._nearby.idle

    @property
    def works(self) -> bool:
        """Whether somebody makes PDFs, here or elsewhere."""
        return self._look_around().workers > 0 or self._nearby.works

    def begin(self, task: str, owner: str = "") -> Future[bytes]:
        """Take a page. What its owner is gone from fails.

        Raises:
            TooManyRenders: too many wait already.

        """
        if self._look_around().workers and len(task) < LARGEST_PAGE:
            asked = _Asked(task, owner)
            with suppress(LineUnusable):
                self._lay(asked)
                return asked.future
        return self._nearby.begin(task, owner)

    def close(self) -> None:
        """Stop waiting: what is not made is called off."""
        self._closed.set()
        self._thread.join()
        with suppress(LineUnusable):
            self._line.withdraw(list(self._asked))
        for asked in self._asked.values():
            asked.future.cancel()
        self._nearby.close()

    def _lay(self, asked: _Asked) -> None:
        place = self._line.put(asked.page, asked.owner, self._rank)
        if place is None:
            asked.future.set_exception(RenderFailed())
            return
        with self._lock:
            self._asked[place] = asked

    def _look_around(self) -> LineState:
        """Return how it goes, as of a second ago at the most; where the line is gone, nobody is."""
        if monotonic() - self._seen >= _ALIVE:
            try:
                self._state = self._line.state()
            except LineUnusable:
                self._state = LineState()
            self._seen = monotonic()
        return self._state

    def _wait(self) -> None:
        swept = -_OLD
        while not self._closed.wait(_LOOK):
            try:
                if monotonic() - swept >= _OLD:
                    self._line.sweep()
                    swept = monotonic()
                if self._asked:
                    self._fetch()
                self._reachable = True
            except LineUnusable:
                if self._reachable:
                    _LOG.warning("Køen for PDF-er svarer ikke. Vi prøver til den gjør det.")
                self._reachable = False

    def _fetch(self) -> None:
        """Hand out what has ended; where nobody works any more, do it ourselves."""
        ended, lost = self._line.fetch(list(self._asked))
        for place, outcome in ended.items():
            _settle(self._pop(place).future, outcome)
        for place in lost:
            self._again(place)
        if self._asked and not self._look_around().workers:
            for place in self._line.withdraw(list(self._asked)):
                self._here(self._pop(place))

    def _again(self, place: UUID) -> None:
        asked = self._asked[place]
        try:
            self._lay(asked)
        except TooManyRenders as problem:
            asked.future.set_exception(problem)
        self._pop(place)

    def _here(self, asked: _Asked) -> None:
        try:
            self._nearby.begin(asked.page).add_done_callback(
                lambda made: _pass_on(made, asked.future)
            )
        except Exception as problem:  # noqa: BLE001 - it is raised again where the page came from
            asked.future.set_exception(problem)

    def _pop(self, place: UUID) -> _Asked:
        with self._lock:
            return self._asked.pop(place)


def _settle(future: Future[bytes], outcome: "bytes | NotPrinted") -> None:
    if isinstance(outcome, NotPrinted):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)


def _pass_on(made: Future[bytes], to: Future[bytes]) -> None:
    if made.cancelled():
        to.cancel()
    elif problem := made.exception():
        to.set_exception(problem)
    else:
        to.set_result(made.result())
