"""Several processes on one port: each a whole server, so that every core answers.

They share the secret, the database and the PDFs that are ready, all of which lie outside them. The
first is started alone, since it brings the database up to date. One that dies is replaced.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from time import monotonic, sleep

from wizard.settings import Settings
from wizard.web import logs, metrics

# Seconds: what a process may take to start, and to stop; between looks at them; and how long one
# must have lived for another to take its place at once.
_TO_START, _TO_STOP, _LOOK, _LIVED = 120.0, 45.0, 0.2, 10.0
_READY, _LIFELINE = "WIZARD_READY_FD", "WIZARD_LIFELINE_FD"
_BE_ONE = "import sys; from wizard.serving import several; several.be_one(sys.argv[1], sys.argv[2])"


def run(place: tuple[str, int], count: int, ready: Callable[[], None]) -> int:
    """Keep so many processes running until told to stop; return the exit code.

    `ready` is told when all of them answer.
    """
    return _Many(place, count).run(ready)


def part_of(settings: Settings) -> Settings:
    """Return the settings of one process: they share out the work of making PDFs."""
    shared = settings.renderers // settings.processes
    return replace(settings, renderers=max(1, shared) if settings.renderers else 0)


def be_one(host: str, port: str) -> None:
    """Be one of the processes that listen there; stop when the first, that started us, is gone."""
    from wizard.serving import share  # noqa: PLC0415 - it imports us

    lifeline = int(os.environ[_LIFELINE])
    threading.Thread(target=_stop_with, args=(lifeline,), daemon=True).start()
    sys.exit(share(host, int(port)))


def tell_ready() -> None:
    """Tell whoever started us, if anybody did, that we answer now."""
    if number := os.environ.pop(_READY, ""):
        os.write(int(number), b"1")
        os.close(int(number))


def _stop_with(lifeline: int) -> None:
    os.read(lifeline, 1)  # nothing is ever written: it returns when the other end is gone
    os.kill(os.getpid(), signal.SIGTERM)


class _Many:
    """The processes, and what is done with them."""

    def __init__(self, place: tuple[str, int], count: int) -> None:
        self._place = place
        self._count = count
        self._stopping = False
        self._lifeline, self._held = os.pipe()
        self._processes: dict[subprocess.Popen[bytes], float] = {}

    def run(self, ready: Callable[[], None]) -> int:
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._stop)
        while not self._stopping and len(self._processes) < self._count:
            if not self._start():
                return self._end(1)
        ready()
        while not self._stopping:
            sleep(_LOOK)
            if not self._replace_dead():
                return self._end(1)
        return self._end(0)

    def _start(self) -> bool:
        """Start one process, and tell whether it answers."""
        ready, told = os.pipe()
        environment = {**os.environ, _READY: str(told), _LIFELINE: str(self._lifeline)}
        process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", _BE_ONE, *map(str, self._place)],
            env=environment,
            pass_fds=(told, self._lifeline),
            start_new_session=True,  # Ctrl+C reaches us, and we tell them
        )
        self._processes[process] = monotonic()
        os.close(told)
        try:
            return _hears(ready, process) or self._stopping
        finally:
            os.close(ready)

    def _replace_dead(self) -> bool:
        """Start another for each that has died; false where none lives, and they die as they start.

        One that dies young is given time: what killed it may pass, and the others answer meanwhile.
        """
        for process, started in list(self._processes.items()):
            if process.poll() is None or self._stopping:
                continue
            del self._processes[process]
            metrics.forget_process(process.pid)
            logs.OPERATOR.error(
                "En av prosessene stanset (%s). En ny er på vei.", process.returncode
            )
            if monotonic() - started < _LIVED:
                if not any(each.poll() is None for each in self._processes):
                    return self._stopping
                self._rest()
            if not self._stopping:
                self._start()
        return True

    def _rest(self) -> None:
        until = monotonic() + _LIVED
        while not self._stopping and monotonic() < until:
            sleep(_LOOK)

    def _stop(self, *_: object) -> None:
        self._stopping = True
        for each in list(self._processes):
            with suppress(OSError):
                each.terminate()

    def _end(self, code: int) -> int:
        """Wait for those that finish what is under way; who does not, is ended."""
        if not self._stopping:  # told twice, they would stop at once
            self._stop()
        until = monotonic() + _TO_STOP
        for each in self._processes:
            try:
                each.wait(max(0.0, until - monotonic()))
            except subprocess.TimeoutExpired:
                each.kill()
                each.wait()
        return code


def _hears(ready: int, process: subprocess.Popen[bytes]) -> bool:
    """Wait until a process says that it answers; false when it ends instead."""
    timer = threading.Timer(_TO_START, process.kill)
    timer.start()
    try:
        return os.read(ready, 1) == b"1"  # empty when the process, and its end of the pipe, is gone
    finally:
        timer.cancel()
