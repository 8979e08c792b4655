"""Work for processes of their own, which import it from here: what can go wrong, for real."""

import os
import signal
import time
from pathlib import Path
from typing import Any, NoReturn

from wizard.press.workers import Job, Limits


def nothing() -> None:
    """Be ready at once."""


def pid(_: object) -> int:
    """Return which process did it."""
    return os.getpid()


def _sleep() -> NoReturn:
    while True:
        time.sleep(60)


def _spin() -> NoReturn:
    while True:
        pass


def _stop() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _leave() -> NoReturn:
    os._exit(0)


def _grow() -> None:
    held = []
    while True:
        held.append(bytearray(8_000_000))


def _refuse() -> NoReturn:
    raise ValueError("ikke dette")


DEEDS = {
    "sleep": _sleep,
    "spin": _spin,
    "stop": _stop,
    "abort": os.abort,
    "kill": _kill,
    "leave": _leave,
    "grow": _grow,
    "refuse": _refuse,
}


def do(deed: str) -> Any:  # noqa: ANN401 - whatever the deed gives
    """Do what is asked, and return which process did it."""
    if deed == "lambda":
        return lambda: None  # no process can send that
    DEEDS.get(deed, nothing)()
    return os.getpid()


def wait_for(path: str) -> int:
    """Wait until there is a file."""
    while not Path(path).exists():
        time.sleep(0.01)
    return os.getpid()


def meet(places: tuple[str, str]) -> int:
    """Say that we are here, and wait for the other."""
    here, there = places
    Path(here).touch()
    return wait_for(there)


def job(limits: Limits) -> "Job[str, Any]":
    """Return the job of doing what is asked."""
    return Job(do, nothing, limits)
