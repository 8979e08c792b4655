"""What every verdict can still become, whatever is open, against a walk that only says "unknown".

We restrict the diagrams of all verdicts to what a case allows; that is exact for every set of
answers. The peer is Kleene logic without evidence, over the same cases.
"""

from collections.abc import Iterator
from pathlib import Path

from cases import DAY, cases_of
from measure import Benchmark, Side
from walk import LeanWalk

from wizard.domain.advice import Findings
from wizard.engine.findings import look
from wizard.engine.whatif.allowed import allowed_values
from wizard.engine.whatif.diagram import Restriction
from wizard.engine.whatif.outlook import Outlook, outlook_on

_LIMIT = 2.0


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmark for one folder of rules."""
    cases = cases_of(rules)
    book, outlook = cases.rulebook, outlook_on(cases.rulebook, DAY)
    looked = [look(case, book, who, DAY) for case, who in cases.journeys.values()]
    values, walk = [each.values for each in looked], LeanWalk(book)
    yield Benchmark(
        "settled",
        Side(
            f"diagrams restricted, cases: {len(looked)}",
            lambda: [restricted(outlook, each) for each in looked],
        ),
        Side("lean walk, three-valued", lambda: [walk.codes(each) for each in values]),
        limit=_LIMIT,
    )


def restricted(outlook: Outlook, looked: Findings) -> list[int]:
    """Return what is left of every verdict's diagram in a case."""
    restriction = Restriction(outlook.diagrams, allowed_values(outlook, looked))
    return [restriction.restrict(each) for each in outlook.verdicts.values()]
