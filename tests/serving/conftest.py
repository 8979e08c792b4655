"""Servers that are started for a test, and ended after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from serve_process import Running


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Give what starts a server; all are ended afterwards."""
    started: list[Running] = []

    def begin(**told: str) -> Running:
        started.append(Running(tmp_path / "data", **told))
        return started[-1].wait()

    yield begin
    for each in started:
        each.process.kill() if each.process.poll() is not None else each.stop()
