"""Everything that is said about one case, against the memo that it ends up in."""

from collections.abc import Iterator
from pathlib import Path

from cases import cases_of
from measure import Benchmark, Side
from memo_side import memo_side, usual_journey

from wizard.advice import assess
from wizard.engine.whatif.outlook import outlook_on
from wizard.voice.wording import Wording

_LIMIT = 1 / 10
_PAIRS = 5


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmark for one folder of rules."""
    cases = cases_of(rules)
    journey = usual_journey(cases)
    case, municipality = cases.journeys[journey]

    def advise() -> list[list[str]]:
        """Assess the case, and say why each verdict is what it is: sentences are made when read.

        As for the first who asks: what was tried for others before is forgotten.
        """
        outlook_on(cases.rulebook, case.as_of).forget()
        advice = assess(case, cases.rulebook, municipality)
        wording = Wording(advice)
        return [wording.verdicts.reasons(verdict) for verdict in advice.verdicts.values()]

    yield Benchmark(
        "assess",
        Side(f"assess {journey}, and the reasons of {len(advise())} verdicts", advise),
        memo_side(cases),
        limit=_LIMIT,
        pairs=_PAIRS,
    )
