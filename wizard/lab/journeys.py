"""The whole journeys: a kommune with answers, the verdicts it must get, and the exact bundle."""

from collections.abc import Iterable, Mapping

from wizard.advice import assess
from wizard.domain.advice import Advice, Origin
from wizard.domain.rulebook import Journey, Rulebook
from wizard.domain.text import Text
from wizard.lab.examples import Result
from wizard.lab.expectations import Expected, differences
from wizard.municipalities import Municipalities
from wizard.rulebook.problems import Problem

_NO_SUCH_MUNICIPALITY = Text(
    "Ingen kommune har nummer {number} i {year}. Se nummeret hos SSB eller Kartverket.",
    "Ingen kommune har nummer {number} i {year}. Sjå nummeret hos SSB eller Kartverket.",
)
_VERDICT = Text("Ordningen «{scheme}» {difference}", "Ordninga «{scheme}» {difference}")
_MISSING = Text(
    "Disse skal være med i pakken, men er det ikke: {schemes}.",
    "Desse skal vere med i pakka, men er det ikkje: {schemes}.",
)
_EXTRA = Text(
    "Disse er med i pakken, men skal ikke være det: {schemes}.",
    "Desse er med i pakka, men skal ikkje vere det: {schemes}.",
)
_ORDER = Text(
    "Pakken har de riktige ordningene, men i denne rekkefølgen: {schemes}.",
    "Pakka har dei rette ordningane, men i denne rekkjefølgja: {schemes}.",
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
        if municipalities.find(number):
            problems += journey_differences(journey, advise(journey, rulebook, municipalities))
        else:
            message = _NO_SUCH_MUNICIPALITY.format(number=number, year=municipalities.as_of.year)
            problems.append(Problem(journey.place, message))
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
    yield from _bundle_differences(journey, advice)
    yield from _main_differences(journey, advice)
    yield from _asked_differences(journey, advice)


def _bundle_differences(journey: Journey, advice: Advice) -> Iterable[Problem]:
    found = [item.scheme for item in advice.bundle.items]
    for message, ids in (
        (_MISSING, [id_ for id_ in journey.bundle if id_ not in found]),
        (_EXTRA, [id_ for id_ in found if id_ not in journey.bundle]),
        (_ORDER, [] if set(found) != set(journey.bundle) or (*found,) == journey.bundle else found),
    ):
        if ids:
            yield Problem(journey.place, message.format(schemes=", ".join(ids)))


def _main_differences(journey: Journey, advice: Advice) -> Iterable[Problem]:
    if journey.main_for is None:
        return
    carried = main_for(advice)
    for need in sorted({*carried, *journey.main_for}):
        expected, found = journey.main_for.get(need, ()), carried.get(need, ())
        if set(expected) != set(found):
            message = _MAIN.format(need=need, expected=_listed(expected), found=_listed(found))
            yield Problem(journey.place, message)


def _asked_differences(journey: Journey, advice: Advice) -> Iterable[Problem]:
    if journey.not_asked is None:
        return
    spared = [id_ for id_, each in advice.facts.items() if each.origin is Origin.NOT_ASKED]
    if set(spared) != set(journey.not_asked):
        expected, found = _listed(journey.not_asked), _listed(spared)
        yield Problem(journey.place, _NOT_ASKED.format(expected=expected, found=found))


def _listed(ids: Iterable[str]) -> str | Text:
    return ", ".join(ids) or _NOBODY
