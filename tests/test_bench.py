"""The benchmark measures what it says, and says so to people and machines."""

import json
import subprocess
import sys
from functools import partial

import pytest
from measure import Benchmark, Side, measure
from rule_folder import HARDEST

from wizard.paths import RULES

BENCH = RULES.parent / "tests" / "bench"


def bench(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the benchmark as dev.py does."""
    command = [sys.executable, str(BENCH), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_benchmark_that_does_not_exist_is_answered_with_those_that_do() -> None:
    done = bench("lode")
    assert done.returncode == 2
    assert "there is load" in done.stderr


def test_machines_get_every_number() -> None:
    done = bench("load", "--json", "--rules", str(HARDEST))
    (row,) = json.loads(done.stdout)["benchmarks"]
    assert row["name"] == "load"
    assert row["held"] is (row["ratio"] <= row["limit"])
    assert row["lowest"] <= row["ratio"] <= row["highest"]
    assert "PyYAML" in row["peer"]


class Clock:
    """A clock that stands still until somebody works."""

    def __init__(self) -> None:
        self.now = 0.0

    def perf_counter(self) -> float:
        return self.now

    def work(self, seconds: float) -> None:
        self.now += seconds


def test_the_ratio_is_ours_over_the_peers(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("measure.time", clock)
    ours, peer = Side("ours", partial(clock.work, 0.3)), Side("peer", partial(clock.work, 0.1))
    found = measure(Benchmark("work", ours, peer, limit=2.5), pairs=3)
    assert found.ratio == pytest.approx(3)
    assert found.our_seconds == pytest.approx(0.3)
    assert not found.held
    assert measure(Benchmark("work", peer, ours, limit=2.5), pairs=3).held
