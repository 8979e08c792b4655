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
    assert "there is load, verdicts, settled, assess, all-kommuner, impact, growth" in done.stderr


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


@pytest.fixture
def sides(monkeypatch: pytest.MonkeyPatch) -> tuple[Side, Side]:
    """Return a side that takes 0.3 seconds and one that takes 0.1."""
    clock = Clock()
    monkeypatch.setattr("measure.time", clock)
    return Side("slow", partial(clock.work, 0.3)), Side("fast", partial(clock.work, 0.1))


def test_the_ratio_is_ours_over_the_peers(sides: tuple[Side, Side]) -> None:
    slow, fast = sides
    found = measure(Benchmark("work", slow, fast, limit=2.5, pairs=3))
    assert found.ratio == pytest.approx(3)
    assert found.our_amount == pytest.approx(0.3)
    assert not found.held
    assert measure(Benchmark("work", fast, slow, limit=2.5, pairs=3)).held


def test_at_least_so_many_times_as_fast_is_a_limit_below_one(sides: tuple[Side, Side]) -> None:
    slow, fast = sides
    assert measure(Benchmark("work", fast, slow, limit=1 / 2.9, pairs=3)).held
    assert not measure(Benchmark("work", fast, slow, limit=1 / 3.1, pairs=3)).held


def test_what_is_done_in_parts_counts_as_a_whole(sides: tuple[Side, Side]) -> None:
    slow, fast = sides
    found = measure(Benchmark("work", fast, slow, limit=1, pairs=3, parts=6))
    assert found.ratio == pytest.approx(2)
    assert found.our_amount == pytest.approx(0.6)
    assert not found.held


def test_an_amount_is_compared_as_it_is() -> None:
    found = measure(
        Benchmark("size", Side("a", lambda: 3.0), Side("b", lambda: 4.0), limit=0.7, unit="kB")
    )
    assert (found.our_amount, found.peer_amount, found.ratio) == (3, 4, 0.75)
    assert not found.held
    with pytest.raises(TypeError):
        measure(Benchmark("size", Side("a", lambda: None), Side("b", lambda: 4.0), 1, unit="kB"))


def test_a_comparison_without_a_limit_is_only_told(sides: tuple[Side, Side]) -> None:
    slow, fast = sides
    assert measure(Benchmark("work", slow, fast, limit=None, pairs=3)).held
