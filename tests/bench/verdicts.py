"""A verdict for every scheme and nothing more, against zen-engine and a walk over the conditions.

All sides judge the journeys of the rulebook on one day, from values that lie ready.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cases import DAY, Cases, Values, cases_of, must_agree
from measure import Benchmark, Side
from walk import LeanWalk
from zen_rules import VERSION, Context, Way, ZenRules

from wizard.engine.compiled import Codes, Program, Row, compile_rules

# How many times as fast as zen-engine and as the lean walk we are to be.
_OVER_ZEN, _OVER_WALK = 50, 8
# The limit is set against a decision made as zen's manual makes it, which reads its text at every
# call. Its other ways are several times as fast, and are told beside it without a limit.
_AS_IN_ITS_MANUAL = "text"

Prepared = list[tuple[Row, frozenset[int]]]
Judge = Callable[[Row, frozenset[int]], object]


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks for one folder of rules."""
    cases = cases_of(rules)
    program = compile_rules(cases.rulebook, DAY)
    yield from against_zen("verdicts", cases, program, program.judge, _OVER_ZEN)
    values, walk = cases.values(), LeanWalk(cases.rulebook)
    rows = [program.row(each) for each in values]
    must_agree("the walk", judged(program, values), map(walk.codes, values))
    yield Benchmark(
        "verdicts/walk",
        ours(program.judge, rows),
        Side("lean walk, three-valued", lambda: [walk.codes(each) for each in values]),
        limit=1 / _OVER_WALK,
    )


def against_zen(
    name: str, cases: Cases, program: Program, judge: Judge, times: int
) -> Iterator[Benchmark]:
    """Yield a benchmark for each way to use zen, once it is sure that all answers are the same."""
    values, rules = cases.complete_values(), ZenRules(cases.rulebook)
    rows = [program.row(each) for each in values]
    contexts = [rules.context(each) for each in values]
    for way in rules.ways():
        found = (way.codes(way.call(context)) for context in contexts)
        must_agree(way.name, judged(program, values), found)
        yield Benchmark(
            f"{name}/zen-{way.id}",
            ours(judge, rows),
            Side(f"two-valued, {way.name}", _each(way, contexts), VERSION),
            limit=1 / times if way.id == _AS_IN_ITS_MANUAL else None,
        )


def _each(way: Way, contexts: list[Context]) -> Callable[[], list[Any]]:
    return lambda: [way.call(context) for context in contexts]


def judged(program: Program, values: list[Values]) -> Iterator[Codes]:
    """Yield what the compiled rules say of each case."""
    return (program.judge(*program.row(each)) for each in values)


def ours(judge: Judge, rows: Prepared) -> Side:
    """Return our side: every case judged once."""
    return Side(
        f"compiled rules, cases: {len(rows)}",
        lambda: [judge(row, asked) for row, asked in rows],
    )
