"""A verdict for every scheme with its evidence, as the product judges, against two that only judge.

All sides judge the journeys of the rulebook on one day, from values that lie ready. The peers say
what came of it and nothing more; we also keep the truth of every leaf and the reasons.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cases import DAY, Cases, Values, cases_of, must_agree
from measure import Benchmark, Side
from walk import LeanWalk
from zen_rules import VERSION, Codes, Context, Way, ZenRules

from wizard.domain.rulebook import Rulebook
from wizard.engine.conditions import Situation
from wizard.engine.facts import find_need
from wizard.engine.verdicts import judge_all, standing_of

# How many times as long as zen-engine we may take, for saying why as well.
_OVER_ZEN = 10
# The limit is set against a decision made as zen's manual makes it, which reads its text at every
# call. Its other ways are several times as fast, and are told beside it without a limit.
_AS_IN_ITS_MANUAL = "text"


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks for one folder of rules."""
    cases = cases_of(rules)
    yield from _against_zen(cases)
    values, walk = cases.values(), LeanWalk(cases.rulebook)
    must_agree("the walk", judged(cases.rulebook, values), map(walk.codes, values))
    yield Benchmark(
        "verdicts/walk",
        ours(cases.rulebook, values),
        Side("lean walk, three-valued", lambda: [walk.codes(each) for each in values]),
        limit=None,
    )


def _against_zen(cases: Cases) -> Iterator[Benchmark]:
    """Yield a benchmark for each way to use zen, once it is sure that all answers are the same."""
    values, rules = cases.complete_values(), ZenRules(cases.rulebook)
    contexts = [rules.context(each) for each in values]
    for way in rules.ways():
        found = (way.codes(way.call(context)) for context in contexts)
        must_agree(way.name, judged(cases.rulebook, values), found)
        yield Benchmark(
            f"verdicts/zen-{way.id}",
            ours(cases.rulebook, values),
            Side(f"two-valued, {way.name}", _each(way, contexts), VERSION),
            limit=_OVER_ZEN if way.id == _AS_IN_ITS_MANUAL else None,
        )


def _each(way: Way, contexts: list[Context]) -> Callable[[], list[Any]]:
    return lambda: [way.call(context) for context in contexts]


def codes(rulebook: Rulebook, values: Values) -> Codes:
    """Return how each scheme stands with these values, judged with evidence as the product does."""
    now = Situation(DAY, rulebook.rates, values, {})
    needs = {each.id: find_need(each, now) for each in rulebook.needs.values()}
    verdicts = judge_all(
        rulebook.schemes, Situation(DAY, rulebook.rates, values, needs), rulebook.facts
    )
    return tuple(standing_of(each) for each in verdicts.values())


def judged(rulebook: Rulebook, values: list[Values]) -> Iterator[Codes]:
    """Yield how the schemes stand in each case."""
    return (codes(rulebook, each) for each in values)


def ours(rulebook: Rulebook, values: list[Values]) -> Side:
    """Return our side: every case judged once."""
    return Side(
        f"verdicts with evidence, cases: {len(values)}",
        lambda: [codes(rulebook, each) for each in values],
    )
