"""Every municipality assessed before anybody has answered, on one core, against one memo."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from cases import DAY, cases_of
from measure import Benchmark, Side
from memo_side import memo_side

from wizard.advice import assess
from wizard.engine.whatif.outlook import outlook_on

_LIMIT, _AIM = 10.0, 4.0
# All at once lasts as long as several memos, so a third of them stands beside each memo.
_PARTS = 3


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmark for one folder of rules."""
    cases = cases_of(rules)
    parts = cycle([cases.unanswered[part::_PARTS] for part in range(_PARTS)])

    def assess_a_part() -> None:
        """Assess a part of them from a fresh start: what one teaches serves only the next ones."""
        outlook_on(cases.rulebook, DAY).forget()
        for case, municipality in next(parts):
            assess(case, cases.rulebook, municipality)

    yield Benchmark(
        "all-kommuner",
        Side(f"assess {len(cases.unanswered)} municipalities without an answer", assess_a_part),
        memo_side(cases),
        limit=_LIMIT,
        aim=_AIM,
        pairs=_PARTS,
        parts=_PARTS,
    )
