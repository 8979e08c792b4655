"""The rulebook twice and three times as large: what verdicts and the outlook then cost.

The peer is ourselves with the rulebook as it is. Verdicts are judged all the time, and are held to
n·log n in the number of leaves; the outlook is drawn once for a rulebook, and only told.
"""

from collections.abc import Iterator
from math import log
from pathlib import Path

from cases import DAY, Values, cases_of, must_agree
from copies import multiplied, multiplied_values
from measure import Benchmark, Side
from verdicts import judged, ours

from wizard.domain.conditions import leaves
from wizard.domain.rulebook import Rulebook
from wizard.engine.whatif.outlook import Outlook, conditions_in_force

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
    more_values = [multiplied_values(each, times) for each in values]
    expected = (codes * times for codes in judged(book, values))
    must_agree(f"{times} sets", expected, judged(larger, more_values))
    yield Benchmark(
        f"growth/verdicts, {times} times",
        ours(larger, more_values),
        ours(book, values),
        n_log_n(size_of(book), times),
    )
    yield Benchmark(
        f"growth/outlook, {times} times",
        _draw(larger),
        _draw(book),
        limit=None,
    )


def size_of(book: Rulebook) -> int:
    """Return how many leaves the rules in force have."""
    return sum(len(leaves(each)) for each in conditions_in_force(book, DAY))


def n_log_n(size: int, times: int) -> float:
    """Return how many times as long it may take when the size is multiplied."""
    return times * log(times * size) / log(size)


def _draw(book: Rulebook) -> Side:
    drawn = Outlook(book, DAY)
    name = f"outlook of {len(drawn.verdicts)} schemes, {len(drawn.diagrams)} nodes"
    return Side(name, lambda: Outlook(book, DAY))
