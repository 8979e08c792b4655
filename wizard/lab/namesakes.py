"""Texts that name a municipality: those it is about must be told apart from all others.

A step says whom to call, and an experience who did it. Neither may be told to that municipality
as if it were somebody else, so each such text says which it names.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from wizard.domain.facts import Unit
from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Experience, Scheme, Step
from wizard.domain.text import Text
from wizard.lab.versions import values_of
from wizard.municipalities import Municipalities
from wizard.municipalities.telling import told_of_number
from wizard.rulebook.messages import listed
from wizard.rulebook.problems import Problem, in_order

_NOT_NAMED = Text(
    "Teksten nevner {names}. Skriv [{numbers}] i feltet «kommuner».",
    "Teksten nemner {names}. Skriv [{numbers}] i feltet «kommuner».",
)
_SENDS_TO_ONE = Text(
    "Teksten sender leseren til {name}, også når saken gjelder {name}. Flytt det til et steg, "
    "eller skriv det uten navnet.",
    "Teksten sender lesaren til {name}, også når saka gjeld {name}. Flytt det til eit steg, "
    "eller skriv det utan namnet.",
)
# Verbs that send the reader to somebody, up to the end of the sentence.
_SENDS = r"\b(?i:ring|kontakt|spør|snakk med|hør med|be)\b[^.:;]*?"


def unclear_names(rulebook: Rulebook, municipalities: Municipalities) -> tuple[Problem, ...]:
    """Return every text that names a municipality and does not say so, and unknown numbers."""
    numbers: dict[str, set[str]] = {}
    for one in municipalities.all:
        for name in {one.name, *one.official_name.split(" - ")}:
            numbers.setdefault(name, set()).add(one.number)
    longest_first = sorted(numbers, key=len, reverse=True)
    named = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])")
    found: list[Problem] = []
    for scheme in rulebook.schemes.values():
        for told in _told(scheme):
            found += _unknown(told, municipalities)
            found += _unnamed(told, {name: numbers[name] for name in named.findall(told.text.nb)})
        for place, text in _told_to_all(scheme):
            for name in re.findall(_SENDS + named.pattern, text.nb):
                found.append(Problem(place, _SENDS_TO_ONE.format(name=name)))
    found += _unknown_in_lists(rulebook, municipalities)
    return in_order(found)


def _unknown_in_lists(rulebook: Rulebook, municipalities: Municipalities) -> Iterator[Problem]:
    """Yield the numbers in lists of rates that no municipality has or had."""
    for rate in rulebook.rates.values():
        if rate.unit is not Unit.MUNICIPALITY_NUMBER:
            continue
        lists = (dated.value for dated in rate.values if isinstance(dated.value, frozenset))
        for number in sorted({each for listed_ones in lists for each in listed_ones}):
            search = municipalities.search(number)
            if not municipalities.has(number) and not search.former:
                yield Problem(rate.place, told_of_number(search))


def _told(scheme: Scheme) -> Iterator[Step | Experience]:
    for experiences in values_of(scheme, "experiences"):
        yield from experiences
    for edition in scheme.editions:
        yield from edition.steps


def _unknown(told: Step | Experience, municipalities: Municipalities) -> Iterator[Problem]:
    for number in told.about:
        if not municipalities.has(number):
            yield Problem(told.place, told_of_number(municipalities.search(number)))


def _unnamed(told: Step | Experience, named: Mapping[str, set[str]]) -> Iterator[Problem]:
    missing = {name: min(each) for name, each in named.items() if each.isdisjoint(told.about)}
    if missing:
        numbers = ", ".join(f'"{number}"' for number in missing.values())
        yield Problem(told.place, _NOT_NAMED.format(names=listed(missing), numbers=numbers))


def _told_to_all(scheme: Scheme) -> Iterable[tuple[Place, Text]]:
    """Yield what stands in the same words whoever reads, and the steps of those they are about."""
    yield from ((scheme.place, text) for text in values_of(scheme, "short"))
    for pitfalls in values_of(scheme, "pitfalls"):
        yield from ((scheme.place, text) for text in pitfalls)
    for edition in scheme.editions:
        if edition.amount.note:
            yield scheme.place, edition.amount.note
        yield from ((scheme.place, term.text) for term in edition.terms)
        for requirement in edition.requirements:
            said = (requirement.when_met, requirement.when_not_met)
            yield from ((requirement.place, text) for text in said if text)
        yield from ((step.place, step.own) for step in edition.steps if step.own)
