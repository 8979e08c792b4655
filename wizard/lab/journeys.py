"""The whole journeys: a kommune with answers, the verdicts it must get, and the exact plan."""

from collections.abc import Iterable, Mapping

from wizard.advice import assess
from wizard.domain.advice import Advice, Origin
from wizard.domain.rulebook import Journey, Rulebook
from wizard.domain.text import Text, joined
from wizard.lab.examples import Result
from wizard.lab.expectations import Expected, differences
from wizard.municipalities import Municipalities
from wizard.municipalities.telling import told_of_number
from wizard.rulebook.problems import Problem

_VERDICT = Text("Ordningen «{scheme}» {difference}", "Ordninga «{scheme}» {difference}")
# Whoever reads this has the file open: it says what the plan has, and what the list is to be.
_MORE = Text("Planen har også {schemes} i «{part}». ", "Planen har òg {schemes} i «{part}». ")
_FEWER = Text("Planen har ikke {schemes} i «{part}». ", "Planen har ikkje {schemes} i «{part}». ")
_ORDER = Text(
    "Planen har «{part}» i en annen rekkefølge. ", "Planen har «{part}» i ei anna rekkjefølgje. "
)
_WRITE = Text(
    "{found}Endre regelen, eller skriv hele listen slik: {part}: [{plan}]",
    "{found}Endre regelen, eller skriv heile lista slik: {part}: [{plan}]",
)
_MAIN = Text(
    "Behovet «{need}» skal bæres av {expected}, men blir båret av {found}.",
    "Behovet «{need}» skal berast av {expected}, men blir bore av {found}.",
)
_NOBODY = Text("ingen", "ingen")
_NOT_ASKED = Text(
    "Kommunen skal slippe spørsmålene {expected}, men slipper {found}.",
    "Kommunen skal sleppe spørsmåla {expected}, men slepp {found}.",
)


def run_journeys(rulebook: Rulebook, municipalities: Municipalities) -> Result:
    """Assess every journey and compare with what it claims."""
    problems: list[Problem] = []
    for journey in rulebook.journeys.values():
        number = journey.case.municipality_number
        if municipalities.has(number):
            problems += journey_differences(journey, advise(journey, rulebook, municipalities))
            continue
        problems.append(Problem(journey.place, told_of_number(municipalities.search(number))))
    return Result(len(rulebook.journeys), tuple(problems))


def advise(journey: Journey, rulebook: Rulebook, municipalities: Municipalities) -> Advice:
    """Return the advice for a journey, on its own day and with today's figures."""
    return assess(journey.case, rulebook, municipalities.get(journey.case.municipality_number))


def main_for(advice: Advice) -> Mapping[str, tuple[str, ...]]:
    """Return which schemes in the bundle carry each need, in the bundle's order."""
    carried: dict[str, tuple[str, ...]] = {}
    for item in advice.bundle.items:
        for need in item.main_for:
            carried[need] = (*carried.get(need, ()), item.scheme)
    return dict(sorted(carried.items()))


def journey_differences(journey: Journey, advice: Advice) -> Iterable[Problem]:
    """Yield what the advice says otherwise than the journey claims."""
    for asserted in journey.verdicts:
        verdict = advice.verdicts[asserted.scheme]
        claimed = Expected(asserted.gives, asserted.in_place, asserted.because, asserted.settled_by)
        for each in differences(claimed, verdict):
            message = _VERDICT.format(scheme=asserted.scheme, difference=each)
            yield Problem(asserted.place, message)
    yield from _plan_differences(journey, advice)
    yield from _main_differences(journey, advice)
    yield from _asked_differences(journey, advice)


def _plan_differences(journey: Journey, advice: Advice) -> Iterable[Problem]:
    plan = advice.plan
    for part, claimed, found in (
        ("i_ar", journey.core, tuple(item.scheme for item in plan.core)),
        ("neste", journey.later, tuple(item.scheme for item in plan.later)),
        ("ikke_plass", journey.no_room, tuple(each.scheme for each in plan.no_room)),
        ("gjor_kjent", journey.made_known, plan.made_known),
    ):
        if claimed != found:
            text = joined(*_unlike(part, claimed, found))
            told = _WRITE.format(found=text, part=part, plan=", ".join(found))
            yield Problem(journey.line(part), told)


def _unlike(part: str, claimed: tuple[str, ...], found: tuple[str, ...]) -> Iterable[Text]:
    """Yield what the plan has more and less than was claimed, or that only the order differs."""
    more = [f"«{id_}»" for id_ in found if id_ not in claimed]
    fewer = [f"«{id_}»" for id_ in claimed if id_ not in found]
    if more:
        yield _MORE.format(part=part, schemes=", ".join(more))
    if fewer:
        yield _FEWER.format(part=part, schemes=", ".join(fewer))
    if not more and not fewer:
        yield _ORDER.format(part=part)


def _main_differences(journey: Journey, advice: Advice) -> Iterable[Problem]:
    if journey.main_for is None:
        return
    carried = main_for(advice)
    for need in sorted({*carried, *journey.main_for}):
        expected, found = journey.main_for.get(need, ()), carried.get(need, ())
        if set(expected) != set(found):
            message = _MAIN.format(need=need, expected=_listed(expected), found=_listed(found))
            yield Problem(journey.line("hoved"), message)


def _asked_differences(journey: Journey, advice: Advice) -> Iterable[Problem]:
    if journey.not_asked is None:
        return
    spared = [id_ for id_, each in advice.facts.items() if each.origin is Origin.NOT_ASKED]
    if set(spared) != set(journey.not_asked):
        expected, found = _listed(journey.not_asked), _listed(spared)
        yield Problem(journey.line("ikke_spurt"), _NOT_ASKED.format(expected=expected, found=found))


def _listed(ids: Iterable[str]) -> str | Text:
    return ", ".join(ids) or _NOBODY
