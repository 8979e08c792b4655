"""A verdict for every scheme, and the truth of every leaf, against zen-engine and a tree walk.

zen says only what came of it, so it does less than we do here.
"""

from collections.abc import Iterator
from pathlib import Path

from cases import DAY, Values, cases_of, must_agree
from measure import Benchmark, Side
from verdicts import against_zen, ours
from walk import explained

from wizard.domain.advice import Outcome
from wizard.domain.conditions import FactTest
from wizard.domain.rulebook import Rulebook
from wizard.domain.values import Truth
from wizard.engine.compiled import Program, compile_rules

# How many times as fast as zen-engine and as the walk that explains we are to be.
_OVER_ZEN, _OVER_WALK = 40, 10


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks for one folder of rules."""
    cases = cases_of(rules)
    book, program = cases.rulebook, compile_rules(cases.rulebook, DAY)
    yield from against_zen("evidence", cases, program, program.judge_with_evidence, _OVER_ZEN)
    values = cases.values()
    rows = [program.row(each) for each in values]
    seen = (seen_by_walk(book, program, each) for each in values)
    must_agree("the walk that explains", map(program.evidence, values), seen)
    yield Benchmark(
        "evidence/walk",
        ours(program.judge_with_evidence, rows),
        Side("walk that explains", lambda: [explained(book, each) for each in values]),
        limit=1 / _OVER_WALK,
    )


def seen_by_walk(book: Rulebook, program: Program, values: Values) -> dict[FactTest, Truth]:
    """Return the truth of every leaf that the compiled rules give, as the walk found it."""
    outcomes, _ = explained(book, values)
    found = {leaf: truth for each in outcomes for leaf, truth in _leaves(each)}
    return {leaf: found[leaf] for leaf in program.leaves}


def _leaves(outcome: Outcome) -> Iterator[tuple[FactTest, Truth]]:
    if isinstance(outcome.condition, FactTest):
        yield outcome.condition, outcome.truth
    for part in outcome.parts:
        yield from _leaves(part)
