"""Everything that is tried of a set of rules before anybody may approve it, in one go.

Each step says what it found in sums, for the record, and what must be mended first; the steps that
follow it are not taken then. What a draft means is told against the rules that are live.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.domain.impact import Impact
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Counted, Text, joined
from wizard.lab.examples import run_examples, untested_requirements
from wizard.lab.impact.looking import Books, impact
from wizard.lab.journeys import run_journeys
from wizard.lab.lost_ids import lost_ids
from wizard.lab.mutation import Survivor, run_mutation
from wizard.lab.namesakes import unclear_names
from wizard.lab.overdue import overdue
from wizard.lab.prove.proving import prove
from wizard.lab.roles import unexplained
from wizard.lab.unread import unread_options
from wizard.municipalities import Municipalities
from wizard.releases.tried import Tried
from wizard.rulebook import Problem

SAME_VERSION = Text(
    "regelverk.yaml: «versjon» er fortsatt «{version}», som det i drift. Gi utgivelsen et eget "
    "navn.",
    "regelverk.yaml: «versjon» er framleis «{version}», som det i drift. Gi utgivinga eit eige "
    "namn.",
)
UNNOTICED = Text(
    "{place}: Ingen eksempler merker dette: {what}. Kjør «wizard rules mutate».",
    "{place}: Ingen døme merkar dette: {what}. Køyr «wizard rules mutate».",
)
_CHECKS = Text("Kontrollerer reglene …", "Kontrollerer reglane …")
_TESTS = Text("Prøver eksemplene og situasjonene …", "Prøver døma og situasjonane …")
_COMPARES = Text(
    "Finner hva endringene betyr for alle kommuner, mot dem som gjelder nå …",
    "Finn kva endringane tyder for alle kommunar, mot dei som gjeld no …",
)
_MUTATES = Counted(
    Text(
        "Gjør feil med vilje i filen der regler er endret, og ser om eksemplene merker dem …",
        "Gjer feil med vilje i fila der reglar er endra, og ser om døma merkar dei …",
    ),
    Text(
        "Gjør feil med vilje i de {n} filene der regler er endret, og ser om eksemplene merker "
        "dem …",
        "Gjer feil med vilje i dei {n} filene der reglar er endra, og ser om døma merkar dei …",
    ),
)
_PROVES = Text(
    "Beviser hva reglene gjør i alle situasjoner …", "Beviser kva reglane gjer i alle situasjonar …"
)
_SPACE = Text(" ", " ")


@dataclass(frozen=True, slots=True)
class Step:
    """What one step found: sums, and what must be mended. `impact` is what the draft means."""

    sums: Mapping[Tried, int]
    problems: tuple[Text, ...] = ()
    impact: Impact | None = None


def examine(
    live: Rulebook,
    draft: Rulebook,
    municipalities: Municipalities,
    today: date,
    begins: Callable[[Text], None],
) -> Iterator[Step]:
    """Yield each step as it is done, up to and with the first that found something to mend.

    Some take long, so `begins` is told what each does before it does it.
    """
    for step in _steps(live, draft, municipalities, today, begins):
        yield step
        if step.problems:
            return


def _steps(
    live: Rulebook,
    draft: Rulebook,
    municipalities: Municipalities,
    today: date,
    begins: Callable[[Text], None],
) -> Iterator[Step]:
    begins(_CHECKS)
    yield _check(live, draft, municipalities, today)
    begins(_TESTS)
    yield _test(draft, municipalities)
    begins(_COMPARES)
    found = impact(Books.of(live, draft), municipalities, today)
    yield _mean(found)
    files = sorted({each.place.file for each in found.edits if each.decides})
    if files:
        begins(_MUTATES.of(len(files)))
    yield _mutate(draft, municipalities, files)
    begins(_PROVES)
    yield _prove(draft, municipalities, today)


def _check(live: Rulebook, draft: Rulebook, municipalities: Municipalities, today: date) -> Step:
    warnings = (*overdue(draft, today), *unexplained(draft), *unread_options(draft))
    problems = [*unclear_names(draft, municipalities), *untested_requirements(draft)]
    renamed = draft.hash == live.hash or draft.version != live.version
    unnamed = () if renamed else (SAME_VERSION.format(version=draft.version),)
    told = (*unnamed, *lost_ids(live, draft), *_told(problems))
    return Step({Tried.WARNINGS: len(warnings)}, told)


def _test(draft: Rulebook, municipalities: Municipalities) -> Step:
    examples, journeys = run_examples(draft), run_journeys(draft, municipalities)
    return Step(
        {Tried.EXAMPLES: examples.count, Tried.JOURNEYS: journeys.count},
        tuple(_told((*examples.problems, *journeys.problems))),
    )


def _mean(found: Impact) -> Step:
    sums = {
        Tried.EDITS: len(found.edits),
        Tried.PAST_EDITS: len(found.past_edits),
        Tried.LOOKED: found.looked,
        Tried.CHANGED: found.changed,
    }
    return Step(sums, impact=found)


def _mutate(draft: Rulebook, municipalities: Municipalities, files: Iterable[str]) -> Step:
    """Try small wrongs in each file where something that decides was changed."""
    made = noticed = 0
    unnoticed: list[Survivor] = []
    for file in files:
        report = run_mutation(draft, municipalities, file)
        made += report.made.total()
        noticed += report.killed.total()
        unnoticed += [each for each in report.survivors if not each.explained]
    problems = [
        UNNOTICED.format(place=each.mutant.place, what=each.mutant.what) for each in unnoticed
    ]
    return Step({Tried.MUTANTS: made, Tried.NOTICED: noticed}, tuple(problems))


def _prove(draft: Rulebook, municipalities: Municipalities, today: date) -> Step:
    proofs = prove(draft, municipalities, today).proofs
    sums = {
        Tried.PROOFS: len(proofs),
        Tried.EXPLAINED: sum(len(each.findings) - len(each.open) for each in proofs),
    }
    problems = [
        joined(Text(f"{finding.place}: ", f"{finding.place}: "), finding.what, _SPACE, finding.mend)
        for each in proofs
        for finding in each.open
    ]
    return Step(sums, tuple(problems))


def _told(problems: Iterable[Problem]) -> Iterator[Text]:
    for each in sorted(problems, key=lambda each: each.place):
        yield joined(Text(f"{each.place}: ", f"{each.place}: "), each.message)
