"""PDFs for many at once: made by others than who waits, once for each page, and kept for a while.

Nobody waits here for longer than a moment. What is not ready then is asked for again.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import Protocol

from wizard.characters import unprintable
from wizard.press import fingerprint
from wizard.press.kept import Kept
from wizard.press.pdf import UnprintableCharacters, pdf_from_html, warm_up
from wizard.press.workers import Job, Limits, Workers

_LOG = logging.getLogger(__name__)
# So many may stand and wait at a time, so that the server has threads left for everything else.
_SEATS = 4
# Results that nobody has fetched: errors, and files that could not be kept.
_UNFETCHED = 64
# So many drafts we know the pages of; they are a few hundred bytes each.
_KNOWN = 1024


class Press(Protocol):
    """What makes PDFs of pages."""

    @property
    def idle(self) -> bool:
        """Whether it has nothing to do that somebody waits for."""

    @property
    def works(self) -> bool:
        """Whether it can be given pages, as far as anybody has seen."""

    def begin(self, task: str, owner: str = "") -> Future[bytes]:
        """Begin with a page of an owner's, or refuse; see `Workers.begin`."""

    def close(self) -> None:
        """Stop."""


class OwnProcess:
    """Makes the PDF here and now, without limits, and never ahead."""

    idle = False
    works = True

    def begin(self, task: str, owner: str = "") -> Future[bytes]:  # noqa: ARG002 - as the others
        """Return what is done already."""
        future: Future[bytes] = Future()
        try:
            future.set_result(pdf_from_html(task))
        except Exception as error:  # noqa: BLE001 - raised to whoever asks
            future.set_exception(error)
        return future

    def close(self) -> None:
        """Do nothing: nothing is under way."""


class OwnProcesses(Workers[str, bytes]):
    """Makes PDFs in processes of our own keeping."""

    def begin(self, task: str, owner: str = "") -> Future[bytes]:  # noqa: ARG002 - as the others
        """Begin with a page; whose it is makes no difference."""
        return super().begin(task)


def make_press(count: int, limits: Limits) -> Press:
    """Return a press of so many processes; of none, one that works in our own."""
    return OwnProcesses(Job(pdf_from_html, warm_up, limits), count) if count else OwnProcess()


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is composed only when it must be.

    `mark` tells what it is made of: in one process, equal marks mean equal pages.
    """

    mark: str
    compose: Callable[[], str]


def finished(page: str) -> Draft:
    """Return the draft of a page that is composed already."""
    return Draft(fingerprint.of(page), lambda: page)


@dataclass(frozen=True, slots=True)
class _Name:
    """Whose it is, and what it is made of."""

    owner: str
    content: str


class Printer:
    """Gives PDFs of pages. `patience` is how many seconds somebody who asks is kept waiting.

    Each page has an owner, in letters and digits, who can have everything forgotten.
    """

    def __init__(self, press: Press, kept: Kept, patience: float) -> None:
        self._press = press
        self._kept = kept
        self._patience = patience
        self._lock = threading.Lock()
        self._jobs: dict[_Name, Future[bytes]] = {}
        self._names: dict[tuple[str, str], _Name] = {}
        self._seats = threading.BoundedSemaphore(_SEATS)
        self._ahead: threading.Thread | None = None

    @property
    def works(self) -> bool:
        """Whether pages become PDFs, as far as anybody has seen."""
        return self._press.works

    def pdf(self, draft: Draft, owner: str) -> bytes | None:
        """Return the page as a PDF; or nothing yet: then it is being made, and one asks again.

        Raises:
            NotPrinted: it cannot be made, or not now. Asked again, we try again.

        """
        name, job = self._wanted(draft, owner)
        if not self._is_done(job):
            return None
        if job.exception() is not None:
            self._drop(name)
        return job.result()

    def ahead(self, draft: Draft, owner: str) -> None:
        """Begin with what somebody may ask for soon, unless there is something else to do."""
        with self._lock:
            busy = self._ahead is not None and self._ahead.is_alive()
            if busy or not self._press.idle:
                return
            self._ahead = threading.Thread(
                target=self._begin_ahead, args=(draft, owner), daemon=True
            )
            self._ahead.start()

    def forget(self, owner: str) -> None:
        """Remove every PDF of an owner's, also those that are being made."""
        with self._lock:
            self._jobs = {name: job for name, job in self._jobs.items() if name.owner != owner}
            self._names = {of: name for of, name in self._names.items() if name.owner != owner}
        self._kept.forget(owner)

    def close(self) -> None:
        """Stop all work. What is kept stays."""
        if self._ahead is not None:
            self._ahead.join()
        self._press.close()

    def _begin_ahead(self, draft: Draft, owner: str) -> None:
        try:
            self._wanted(draft, owner)
        except Exception as error:  # noqa: BLE001 - nobody waits; who asks later is told
            _LOG.info("Notatet ble ikke laget på forhånd: %s", type(error).__name__)

    def _wanted(self, draft: Draft, owner: str) -> tuple[_Name, Future[bytes]]:
        """Return what is made of a draft, or being made; whoever asks again has nothing composed.

        Composing holds up every other page of the process, and a browser asks every other second.
        """
        known = self._names.get((owner, draft.mark))
        if known is not None and (job := self._found(known)) is not None:
            return known, job
        page = draft.compose()
        name = _named(page, owner)
        with self._lock:
            self._names[owner, draft.mark] = name
            for old in [*self._names][:-_KNOWN]:
                del self._names[old]
        return name, self._found(name) or self._begun(name, page)

    def _found(self, name: _Name) -> Future[bytes] | None:
        """Return what is being made, or kept. In this order: what is made is kept, then let go."""
        if (job := self._jobs.get(name)) is not None:
            return job
        if (content := self._kept.get(name.owner, name.content)) is None:
            return None
        kept: Future[bytes] = Future()
        kept.set_result(content)
        return kept

    def _begun(self, name: _Name, page: str) -> Future[bytes]:
        with self._lock:
            if name in self._jobs:
                return self._jobs[name]
            job = self._jobs[name] = self._press.begin(page, name.owner)
            for old in [each for each, job in self._jobs.items() if job.done()][:-_UNFETCHED]:
                del self._jobs[old]
        job.add_done_callback(lambda done: self._keep(name, done))
        return job

    def _is_done(self, job: Future[bytes]) -> bool:
        if job.done() or not self._seats.acquire(blocking=False):
            return job.done()
        try:
            wait([job], timeout=self._patience)
        finally:
            self._seats.release()
        return job.done()

    def _keep(self, name: _Name, job: Future[bytes]) -> None:
        """Keep what is made; an error stays until it is told. What was forgotten is gone."""
        if job.cancelled() or job.exception() is not None or name not in self._jobs:
            return
        if self._kept.put(name.owner, name.content, job.result()):
            self._drop(name)
        else:
            _LOG.warning("En PDF lot seg ikke lagre for senere.")

    def _drop(self, name: _Name) -> None:
        with self._lock:
            self._jobs.pop(name, None)


def _named(page: str, owner: str) -> _Name:
    if found := unprintable(page):
        raise UnprintableCharacters(found)
    return _Name(owner, fingerprint.of(page))
