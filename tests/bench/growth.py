"""The rulebook twice and three times as large: what verdicts, compiling and the outlook then cost.

The peer is ourselves with the rulebook as it is. Verdicts are judged all the time, and are held to
n·log n in the number of leaves; the rest is done once for a rulebook, and only told.
"""

from collections.abc import Iterator
from math import log
from pathlib import Path

from cases import DAY, Values, cases_of, must_agree
from copies import multiplied, multiplied_values
from measure import Benchmark, Side
from verdicts import judged, ours

from wizard.domain.rulebook import Rulebook
from wizard.engine.compiled import Program, compile_rules
from wizard.engine.whatif.outlook import Outlook

_TIMES = (2, 3)


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks for one folder of rules."""
    cases = cases_of(rules)
    book, values = cases.rulebook, cases.values()
    for times in _TIMES:
        yield from grown(book, multiplied(book, times), values, times)


def grown(
    book: Rulebook, larger: Rulebook, values: list[Values], times: int
) -> Iterator[Benchmark]:
    """Yield the benchmarks of one size against the rulebook as it is."""
    small, large = compile_rules(book, DAY), compile_rules(larger, DAY)
    more_values = [multiplied_values(each, times) for each in values]
    expected = (codes * times for codes in judged(small, values))
    must_agree(f"{times} sets", expected, judged(large, more_values))
    limit = n_log_n(len(small.leaves), times)
    yield Benchmark(
        f"growth/verdicts, {times} times",
        ours(large.judge, [large.row(each) for each in more_values]),
        ours(small.judge, [small.row(each) for each in values]),
        limit,
    )
    yield Benchmark(
        f"growth/compile, {times} times",
        _compile(larger, large),
        _compile(book, small),
        limit=None,
    )
    yield Benchmark(
        f"growth/outlook, {times} times",
        _draw(larger),
        _draw(book),
        limit=None,
    )


def n_log_n(size: int, times: int) -> float:
    """Return how many times as long it may take when the size is multiplied."""
    return times * log(times * size) / log(size)


def _compile(book: Rulebook, program: Program) -> Side:
    name = f"compile {len(program.schemes)} schemes, {len(program.leaves)} leaves"
    return Side(name, lambda: compile_rules(book, DAY))


def _draw(book: Rulebook) -> Side:
    drawn = Outlook(book, DAY)
    name = f"outlook of {len(drawn.verdicts)} schemes, {len(drawn.diagrams)} nodes"
    return Side(name, lambda: Outlook(book, DAY))
