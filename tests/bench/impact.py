"""An edit looked at for the whole country with every set of answers, twice, against one memo."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from cases import DAY, Disagreement, cases_of
from measure import Benchmark, Side
from memo_side import memo_side

from wizard import municipalities
from wizard.domain.rulebook import Rulebook
from wizard.lab.impact.looking import Books, look_at_everyone
from wizard.paths import DATA

_LIMIT = 3.0
_PAIRS = 3
_RATE, _MOVED_TO = "hoy_andel_80", Decimal(6)


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmark for one folder of rules: a limit that many needs and schemes rest on."""
    cases = cases_of(rules)
    books = Books.of(cases.rulebook, _edited(cases.rulebook))
    everybody = municipalities.load(DATA).all

    def look() -> None:
        """Look at everybody from a fresh start; that nobody is touched would be no measure."""
        if not any(each.moves for each in look_at_everyone(books, everybody, DAY)):
            raise Disagreement(f"{_RATE} moves nobody")

    pairs = len(everybody) * (1 + len(cases.rulebook.journeys))
    yield Benchmark(
        "impact",
        Side(f"an edit for {pairs} pairs, before and after", look),
        memo_side(cases),
        limit=_LIMIT,
        pairs=_PAIRS,
    )


def _edited(rulebook: Rulebook) -> Rulebook:
    rate = rulebook.rates[_RATE]
    values = tuple(replace(each, value=_MOVED_TO) for each in rate.values)
    return replace(rulebook, rates={**rulebook.rates, _RATE: replace(rate, values=values)})
