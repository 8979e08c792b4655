"""The choice of a plan on rulebooks of some 150, 300 and 600 schemes, copied files among them.

The peer is ourselves with the rulebook as it is; held to n·log n in the number of schemes. A twin
is what comes of copying a rule file: another id, and all else alike. A set is everything again
under other names, its own needs and answers included.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import log
from pathlib import Path

from cases import DAY, cases_of
from copies import multiplied
from measure import Benchmark, Side

from wizard.domain.advice import Findings
from wizard.domain.case import Case
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.engine.bundle import choose_bundle
from wizard.engine.findings import judged, look

_TIMES = (2, 4, 8)


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks for one folder of rules."""
    cases = cases_of(rules)
    case, municipality = cases.journeys[next(iter(cases.journeys))]
    book = cases.rulebook
    peer = _choose("the rulebook", judged(look(case, book, municipality, DAY)))
    for times in _TIMES:
        for name, found in (
            ("twins", judged(look(case, twinned(book, times), municipality, DAY))),
            ("sets", _of_sets(case, book, municipality, times)),
        ):
            size, grown = len(book.schemes), len(found.rulebook.schemes)
            yield Benchmark(
                f"plans/{name}, {times} times",
                _choose(f"{grown} schemes", found),
                peer,
                limit=times * log(grown) / log(size),
            )


def twinned(book: Rulebook, times: int) -> Rulebook:
    """Return the rulebook with every scheme `times` times, all of them looking at the same."""
    copies = {
        id_: replace(each, id=id_)
        for each in book.schemes.values()
        for id_ in (each.id, *(f"{each.id}-kopi-{number}" for number in range(1, times)))
    }
    return replace(book, schemes=dict(sorted(copies.items())), journeys={})


def _of_sets(case: Case, book: Rulebook, municipality: Municipality, times: int) -> Findings:
    larger = multiplied(book, times)
    answers = {
        id_: case.answers[id_.partition("-")[0]]
        for id_ in larger.questions
        if id_.partition("-")[0] in case.answers
    }
    return judged(
        look(replace(case, answers={**case.answers, **answers}), larger, municipality, DAY)
    )


def _choose(name: str, found: Findings) -> Side:
    return Side(f"plan of {name}", lambda: choose_bundle(found))
