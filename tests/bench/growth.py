"""The rulebook twice and three times as large: what verdicts and the outlook then cost.

The peer is ourselves with the rulebook as it is. Verdicts are judged all the time, and are held to
n·log n in the number of leaves; the outlook is drawn once for a rulebook, and only told. So are
held: journeys with equal copies of a scheme beside them, and slips in the files, of which thousands
may come of one wrong line in whatever made them.
"""

from collections.abc import Iterator
from contextlib import suppress
from math import log
from pathlib import Path

from cases import DAY, Values, cases_of, must_agree
from copies import multiplied, multiplied_values, with_copies
from measure import Benchmark, Side
from verdicts import judged, ours

from wizard import municipalities
from wizard.domain.conditions import leaves
from wizard.domain.rulebook import Rulebook
from wizard.engine.whatif.outlook import Outlook, conditions_in_force
from wizard.lab.journeys import run_journeys
from wizard.municipalities import Municipalities
from wizard.paths import DATA
from wizard.rulebook import RulebookError
from wizard.rulebook.layout import RuleFile
from wizard.rulebook.loading import load_files
from wizard.rulebook.reading import Reading

_TIMES = (2, 3)
_COPIES, _COPIED = 75, "startlan"
_SLIPS, _WITH_STEPS = 500, "virkemidler/startlan.yaml"
_PAIRS = 3  # the work is long


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks for one folder of rules."""
    cases = cases_of(rules)
    book, values = cases.rulebook, cases.values()
    for times in _TIMES:
        yield from grown(book, multiplied(book, times), values, times)
    yield copied(book)
    yield slips(rules)


def copied(book: Rulebook) -> Benchmark:
    """Return the journeys with so many copies of a scheme that there are twice the schemes."""
    kommuner = municipalities.load(DATA)
    few = with_copies(book, _COPIED, _COPIES)
    many = with_copies(book, _COPIED, _COPIES + len(few.schemes))
    limit = n_log_n(len(few.schemes), 2)
    return Benchmark(
        "growth/copies", _run(many, kommuner), _run(few, kommuner), limit, pairs=_PAIRS
    )


def _run(book: Rulebook, kommuner: Municipalities) -> Side:
    name = f"the journeys with {len(book.schemes)} schemes"
    return Side(name, lambda: run_journeys(book, kommuner))


def slips(rules: Path) -> Benchmark:
    """Return a scheme whose every step names a later one, against one of half as many steps."""
    few, many = (_with_slips(rules, count) for count in (_SLIPS, 2 * _SLIPS))
    return Benchmark("growth/slips", many, few, n_log_n(_SLIPS, 2), pairs=_PAIRS)


def _with_slips(rules: Path, count: int) -> Side:
    """Return the reading of the one file, without what all the others cost."""
    content = (rules / _WITH_STEPS).read_text("utf-8")
    before, rest = content.split("\nsteg:\n")
    after = rest[rest.index("\nerfaringer:") :]
    steps = "".join(
        f"  - {{id: steg-{n}, tekst: {{nb: Gjør, nn: Gjer}}, ansvar: nav, etter: [steg-{n + 1}]}}\n"
        for n in range(count)
    )
    file = RuleFile("virkemidler", "startlan", f"{before}\nsteg:\n{steps}{after}".encode())

    def read() -> int:
        with suppress(RulebookError):
            load_files([file], Reading())
        return count

    return Side(f"{count} steps that name a later one", read)


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
