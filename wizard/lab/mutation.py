"""Whether the examples and journeys notice when a rule is wrong.

A mutant that nothing notices survives. For each survivor we look for a situation that tells the
wrong rulebook from the right one, so that it can be pasted in as the example that was missing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.lab.examples import doubt_differences, need_differences, scheme_differences
from wizard.lab.journeys import advise, journey_differences
from wizard.lab.mutants import Mutant, MutationKind
from wizard.lab.telling import missing_example, missing_roles
from wizard.lab.value_mutants import all_mutants
from wizard.municipalities import Municipalities

NO_DIFFERENCE = Text(
    "Bevist: ingen situasjon skiller dem. Regelen sier det samme to ganger.",
    "Bevist: ingen situasjon skil dei. Regelen seier det same to gonger.",
)
NOT_FOUND = Text(
    "Reglene er for innviklet til å si om noen situasjon skiller dem.",
    "Reglane er for innvikla til å seie om nokon situasjon skil dei.",
)
ONLY_JOURNEYS = Text(
    "Bare en hel situasjon kan merke dette. Legg til en der svaret på spørsmålet betyr noe.",
    "Berre ein heil situasjon kan merke dette. Legg til ein der svaret på spørsmålet tyder noko.",
)
NOT_IN_A_BUNDLE = Text(
    "Ingen situasjon har ordningen i pakken for dette behovet.",
    "Ingen situasjon har ordninga i pakka for dette behovet.",
)


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that nothing noticed, and the example that would; or why there is none."""

    mutant: Mutant
    example: str | None
    why: Text | None

    @property
    def explained(self) -> bool:
        """Whether no example is missing: nothing tells the two apart."""
        missing = {ONLY_JOURNEYS, NOT_FOUND, self.mutant.remedy}
        return self.example is None and self.why not in missing


@dataclass(frozen=True, slots=True)
class MutationReport:
    """How many mutants of each folder, or of the one file, there were and were noticed."""

    made: Counter[str]
    killed: Counter[str]
    survivors: tuple[Survivor, ...]

    @property
    def unexplained(self) -> int:
        """How many survivors show that an example is missing."""
        return sum(not survivor.explained for survivor in self.survivors)


def run_mutation(
    rulebook: Rulebook, municipalities: Municipalities, file: str | None = None
) -> MutationReport:
    """Try every mutant, or those of one file."""
    made, killed = Counter[str](), Counter[str]()
    survivors: list[Survivor] = []
    for mutant in all_mutants(rulebook):
        if file is not None and mutant.place.file != file:
            continue
        part = file or mutant.place.file.partition("/")[0]
        made[part] += 1
        if notices(mutant, municipalities):
            killed[part] += 1
        else:
            survivors.append(_explained(mutant, rulebook, municipalities))
    return MutationReport(made, killed, tuple(survivors))


def notices(mutant: Mutant, municipalities: Municipalities) -> bool:
    """Tell whether the reading of it, some example, or else some journey, comes out otherwise."""
    return (
        mutant.refused
        or any(True for _ in _example_differences(mutant))
        or any(True for _ in _journey_differences(mutant, municipalities))
    )


def _example_differences(mutant: Mutant) -> Iterable[Text]:
    book = mutant.rulebook
    for scheme in (book.schemes[id_] for id_ in mutant.schemes):
        for example in scheme.examples:
            yield from scheme_differences(book, scheme, example)
    for need in (book.needs[id_] for id_ in mutant.needs):
        for each in need.examples:
            yield from need_differences(book, need, each)
    for rule in book.plausibility.rules:
        for claim in rule.examples if rule.id in mutant.doubts else ():
            yield from doubt_differences(book, rule, claim)


def _journey_differences(mutant: Mutant, municipalities: Municipalities) -> Iterable[Text]:
    for journey in mutant.rulebook.journeys.values():
        for problem in journey_differences(
            journey, advise(journey, mutant.rulebook, municipalities)
        ):
            yield problem.message


def _explained(mutant: Mutant, rulebook: Rulebook, municipalities: Municipalities) -> Survivor:
    if mutant.remedy:
        return Survivor(mutant, None, mutant.remedy)
    if mutant.kind is MutationKind.ROLE:
        roles = missing_roles(mutant, rulebook, municipalities)
        return Survivor(mutant, roles, None if roles else NOT_IN_A_BUNDLE)
    if not (mutant.schemes or mutant.needs or mutant.doubts):
        return Survivor(mutant, None, ONLY_JOURNEYS)
    told = missing_example(mutant, rulebook)
    if told.example:
        return Survivor(mutant, told.example, None)
    return Survivor(mutant, None, NO_DIFFERENCE if told.proven else NOT_FOUND)
