"""Two sides timed or weighed in the same run, a pair at a time, and the ratio of the two."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

PAIRS = 11
SECONDS = "s"
# Seconds: what a timing must last to be trusted, and what needs no second look.
_SHORTEST, _LONG = 0.05, 0.5


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison. `versions` names what was run, for whoever reads the numbers.

    `run` is timed; where something else than time is compared, it returns the amount.
    """

    name: str
    run: Callable[[], object]
    versions: str = ""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Our side against a peer, and how many times as long ours may take.

    "At least N times as fast" is the limit 1/N. A comparison without a limit is only told. `aim` is
    what we would like. Where the work is long, a run of ours can be one of so many equal `parts` of
    it: the ratio is for them all. In another `unit` than seconds, both sides return an amount.
    """

    name: str
    ours: Side
    peer: Side
    limit: float | None
    aim: float | None = None
    pairs: int = PAIRS
    parts: int = 1
    unit: str = SECONDS


@dataclass(frozen=True, slots=True)
class Measurement:
    """What came of a benchmark. Amounts are for one run of one side, medians over the pairs."""

    name: str
    unit: str
    ours: str
    peer: str
    our_amount: float
    peer_amount: float
    ratio: float
    lowest: float
    highest: float
    limit: float | None
    aim: float | None

    @property
    def held(self) -> bool:
        """Whether the median ratio is within the limit, if there is one."""
        return self.limit is None or self.ratio <= self.limit


def measure(benchmark: Benchmark) -> Measurement:
    """Time the two sides in turn, each going first every other time.

    A machine that slows down slows both sides of a pair, so the ratio within a pair is steadier
    than either time. What is there before is set aside from the collector: it is no garbage of
    ours, and looking through it before every timing can take longer than what is timed.
    """
    gc.freeze()
    try:
        return _measured(benchmark)
    finally:
        gc.unfreeze()


def _measured(benchmark: Benchmark) -> Measurement:
    sides = (benchmark.ours.run, benchmark.peer.run)
    timed = benchmark.unit == SECONDS
    loops = [_loops(run) if timed else 1 for run in sides]
    times: list[tuple[float, float]] = []
    for number in range(benchmark.pairs):
        found = [0.0, 0.0]
        for side in (0, 1) if number % 2 else (1, 0):
            run = sides[side]
            found[side] = _timed(run, loops[side]) if timed else _weighed(run)
        times.append((found[0] * benchmark.parts, found[1]))
    ratios = sorted(ours / peer for ours, peer in times)
    return Measurement(
        name=benchmark.name,
        unit=benchmark.unit,
        ours=_called(benchmark.ours),
        peer=_called(benchmark.peer),
        our_amount=median(ours for ours, _ in times),
        peer_amount=median(peer for _, peer in times),
        ratio=median(ratios),
        lowest=ratios[0],
        highest=ratios[-1],
        limit=benchmark.limit,
        aim=benchmark.aim,
    )


def _called(side: Side) -> str:
    return f"{side.name} ({side.versions})" if side.versions else side.name


def _loops(run: Callable[[], object]) -> int:
    """Return how many runs make one timing long enough to trust; the first warms caches."""
    if _timed(run, 1) > _LONG:
        return 1
    loops = 1
    while _timed(run, loops) * loops < _SHORTEST:
        loops *= 2
    return loops


def _weighed(run: Callable[[], object]) -> float:
    amount = run()
    if not isinstance(amount, float):
        raise TypeError(f"an amount is {amount!r}")
    return amount


def _timed(run: Callable[[], object], loops: int) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        for _ in range(loops):
            run()
        return (time.perf_counter() - start) / loops
    finally:
        gc.enable()
