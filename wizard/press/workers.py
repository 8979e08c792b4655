"""Processes that do one thing at a time, so that what hangs, dies or grows takes nothing along.

Each has a pipe of its own, and one thread of ours at the other end. Nothing is shared, so a
process can be killed at any instant, by us or by the machine, and only its own task is lost:
the thread sees the pipe end, says so, and starts another. Libraries let their workers share a pipe
and its lock, which a kill in the wrong instant leaves locked (docs/decisions/0017-rendering.md).
"""

import gc
import os
import re
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Any, Generic, TypeVar

from wizard.press.problems import (
    NotPrinted,
    RenderFailed,
    RenderTimedOut,
    RenderTooLarge,
    TooManyRenders,
)

if sys.platform != "win32":
    import resource

Task = TypeVar("Task")
Result = TypeVar("Result")

# Started anew rather than copied: the server has threads, and Pango does not like to be forked.
_CONTEXT = get_context("spawn")
# Seconds: what a process may take to load what it needs; how much later than told by us it stops
# on its own, should we be gone; and how often we look at it.
_STARTING, _GRACE = 60.0, 5.0
_BETWEEN_LOOKS = 0.1
# Seconds that we count as sick after a process that did not get ready; then we try once more.
_SICK = 60.0
_MEGABYTE, _MARGIN = 1024 * 1024, 2
# How far they stand back for others: a tenth of a core where somebody else wants the rest.
_NICE = 10
_PEAK = re.compile(r"^VmHWM:\s*(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is allowed: `seconds` for a task, `megabytes` for a process with all that it has.

    A process that has done so many `tasks` makes room for a fresh one. So many tasks may be
    `waiting` for a process, and no more. Memory is watched on Linux alone.
    """

    seconds: float = 30
    megabytes: int = 512
    tasks: int = 50
    waiting: int = 16


@dataclass(frozen=True, slots=True)
class Job(Generic[Task, Result]):
    """What a process is for: `work` on each task, after `warm_up` once.

    Both are functions of a module, which the process imports.
    """

    work: Callable[[Task], Result]
    warm_up: Callable[[], None]
    limits: Limits


class Workers(Generic[Task, Result]):
    """So many processes that work. They start when there is something to do."""

    def __init__(self, job: Job[Task, Result], count: int) -> None:
        self._job = job
        self._count = count
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="arbeider")
        self._lock = threading.Lock()
        self._under_way = 0
        self._closed = False
        self._sick_until = 0.0
        self._resting: list[_Worker] = []
        self._all: set[_Worker] = set()

    @property
    def idle(self) -> bool:
        """Whether a task would be begun at once."""
        return self._under_way < self._count

    @property
    def works(self) -> bool:
        """Whether it is open, and no process has failed to get ready for a while."""
        return not self._closed and monotonic() >= self._sick_until

    @property
    def pids(self) -> list[int]:
        """Return the numbers of the processes that there are."""
        with self._lock:
            return [each.pid for each in self._all]

    def begin(self, task: Task) -> Future[Result]:
        """Take a task; what comes of it, or an error of `work`, is in the future.

        The future may also hold `RenderTimedOut`, `RenderTooLarge` or `RenderFailed`.

        Raises:
            TooManyRenders: too many wait already.

        """
        with self._lock:
            if self._under_way >= self._count + self._job.limits.waiting:
                raise TooManyRenders
            self._under_way += 1
        future = self._threads.submit(self._do, task)
        future.add_done_callback(self._one_less)
        return future

    def close(self) -> None:
        """Stop at once: what is under way fails, what waits is called off."""
        with self._lock:
            self._closed = True
            processes = list(self._all)
        for each in processes:
            each.kill()
        self._threads.shutdown(cancel_futures=True)
        for each in processes:
            each.bury()

    def _do(self, task: Task) -> Result:
        worker = self._taken()
        try:
            result: Result = worker.do(task)
            return result
        finally:
            self._sick_until = 0.0 if worker.was_ready else monotonic() + _SICK
            self._put_back(worker)

    def _taken(self) -> "_Worker":
        """Return a process that rests, if one does and nobody has killed it meanwhile."""
        while True:
            with self._lock:
                worker = self._resting.pop() if self._resting else self._started()
            if worker.alive:
                return worker
            self._bury(worker)

    def _put_back(self, worker: "_Worker") -> None:
        """Let the process rest; or bury it and start another, ready for the next task."""
        if not worker.usable:
            self._bury(worker)
        with self._lock:
            if not self._closed:
                self._resting.append(worker if worker.usable else self._started())

    def _started(self) -> "_Worker":
        if self._closed:
            raise RenderFailed
        worker = _Worker(self._job)
        self._all.add(worker)
        return worker

    def _bury(self, worker: "_Worker") -> None:
        with self._lock:
            self._all.discard(worker)
        worker.kill()
        worker.bury()

    def _one_less(self, _future: Future[Result]) -> None:
        with self._lock:
            self._under_way -= 1


class _Worker:
    """One process, and our end of its pipe."""

    def __init__(self, job: Job[Any, Any]) -> None:
        self._limits = job.limits
        self._left = job.limits.tasks
        self._ready = False
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_live, args=(theirs, job), daemon=True)
        self._process.start()
        theirs.close()
        self.pid = self._process.pid or 0

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    @property
    def was_ready(self) -> bool:
        return self._ready

    @property
    def usable(self) -> bool:
        return self._left > 0

    def do(self, task: object) -> Any:  # noqa: ANN401 - what `work` returns
        """Return what came of a task. After an error of ours the process is not used again."""
        left, self._left = self._left, 0
        if not self._ready:
            self._heard(_STARTING)
            self._ready = True
        outcome = self._heard(self._limits.seconds, task)
        if outcome.too_large:
            raise RenderTooLarge(self._limits.megabytes)
        self._left = left - 1
        if outcome.error is not None:
            raise outcome.error
        return outcome.value

    def _heard(self, seconds: float, task: object = None) -> "_Outcome":
        """Return what the process says next, to a task if there is one."""
        watch = _Watch(self._process, seconds, self._limits.megabytes)
        try:
            with watch:
                if task is not None:
                    self._pipe.send(task)
                heard: _Outcome = self._pipe.recv()
        except (EOFError, OSError) as gone:
            raise (watch.problem or RenderFailed()) from gone
        if watch.problem:
            raise watch.problem
        return heard

    def kill(self) -> None:
        self._process.kill()

    def bury(self) -> None:
        self._process.join()
        self._pipe.close()


class _Watch:
    """Kills a process that takes too long or too much, and has the `problem`.

    Seen from here: a process that cannot get memory fails in ways that nobody foresees, down to
    a page with something missing; and one that hangs does not watch itself.
    """

    def __init__(self, process: BaseProcess, seconds: float, megabytes: int) -> None:
        self.problem: NotPrinted | None = None
        self._process = process
        self._seconds = seconds
        self._megabytes = megabytes
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        until, over = monotonic() + self._seconds, False
        while not over and not self.problem:
            over = self._over.wait(_BETWEEN_LOOKS)
            if not over and monotonic() > until:
                self.problem = RenderTimedOut(self._seconds)
            if _peak(self._process.pid) > self._megabytes:
                self.problem = RenderTooLarge(self._megabytes)
        if self.problem:
            self._process.kill()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a process says: the result, the error, or that it ran out of memory."""

    value: object = None
    error: Exception | None = None
    too_large: bool = False


def _live(pipe: Connection, job: Job[Any, Any]) -> None:
    """Be the process: get ready, say so, and work until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who started us
    _stand_back()
    _limit_memory(job.limits.megabytes)
    job.warm_up()
    # Garbage is looked for between two tasks, when nobody waits, and only in what a task made.
    gc.collect()
    gc.freeze()
    gc.disable()
    with suppress(EOFError, OSError):
        pipe.send(_Outcome())
        while True:
            pipe.send(_outcome(job, pipe.recv()))
            gc.collect()


def _stand_back() -> None:
    """Leave the cores to whoever answers people: a PDF is waited for, a page is looked for.

    Linux shares its cores by session first, so the session is what has to stand back there.
    """
    if sys.platform == "win32":
        return
    os.setsid()
    os.nice(_NICE)
    with suppress(OSError):  # a Linux without such shares, or another system
        Path("/proc/self/autogroup").write_text(str(_NICE), "ascii")


def _outcome(job: Job[Any, Any], task: object) -> _Outcome:
    _stop_in(job.limits.seconds + _GRACE)
    try:
        return _Outcome(job.work(task))
    except MemoryError:
        return _Outcome(too_large=True)
    except Exception as error:  # noqa: BLE001 - it is raised again where the task came from
        error.add_note(f"In the worker:\n{traceback.format_exc()}")
        return _Outcome(error=error)
    finally:
        _stop_in(0)


def _stop_in(seconds: float) -> None:
    """End this process after a time, whatever it does then; zero takes it back."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(megabytes: int) -> None:
    """Stop what grows faster than anybody looks, well above what is allowed."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MARGIN * megabytes * _MEGABYTE,) * 2)


def _peak(pid: int | None) -> float:
    """Return the most memory that a process has had, in megabytes; zero where nobody tells."""
    try:
        told = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    found = _PEAK.search(told)
    return int(found[1]) / 1024 if found else 0
