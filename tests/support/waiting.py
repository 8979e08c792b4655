"""Waiting for what another process does, however busy the machine is."""

import time
from collections.abc import Callable

_PATIENCE = 120.0  # seconds: the machine may be busy


def wait_until(what: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)
