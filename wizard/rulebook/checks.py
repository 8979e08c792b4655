"""What only the whole book can tell: circles, and things that nothing uses."""

import re
from collections.abc import Iterable, Iterator, Mapping

from wizard.domain.facts import DerivedFigure, Question
from wizard.domain.rulebook import ExampleDwelling, Journey
from wizard.domain.schemes import Scheme
from wizard.rulebook.graph import circles
from wizard.rulebook.kinds.examples import check_because
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.tree import Node, scalars
from wizard.rulebook.turns import in_each_period

_WORD = re.compile(r"[a-z0-9_-]+")
_MUST_BE_USED = (Kind.SOURCE, Kind.RATE)


def check_circles(schemes: Mapping[str, Scheme], reading: Reading) -> None:
    """Report schemes that wait for each other, and schemes that lean on each other, on any day."""
    told = set[tuple[str, frozenset[str]]]()
    for period in in_each_period(schemes):
        for key, way in _circles_in(period):
            if (key, frozenset(way)) not in told:
                told.add((key, frozenset(way)))
                here = way.index(min(way))
                place = reading.where_related(period[way[here]].place, key)
                after = way[(here + 1) % len(way)]
                parts = {"key": key, "ids": listed(way), "id": after}
                reading.report(place, say.CIRCLE_OF_SCHEMES, **parts)


def _circles_in(schemes: Mapping[str, Scheme]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, graph in (
        ("forst", {id_: scheme.first for id_, scheme in schemes.items()}),
        ("bare_sammen_med", {id_: scheme.only_with for id_, scheme in schemes.items()}),
    ):
        for way in circles(graph):
            if len(way) > 1:  # one that names itself has been reported
                yield key, way


def check_names(schemes: Mapping[str, Scheme], reading: Reading) -> None:
    """Report two schemes with one name on one day: nobody could tell them apart.

    A copied file has this, and an edition with a name that another scheme still has.
    """
    told = set[tuple[str, str]]()
    for period in in_each_period(schemes):
        for name, first, other in _namesakes_in(period):
            if (first.id, other.id) not in told:
                told.add((first.id, other.id))
                places = (
                    reading.names.get((each.place.file, each.name), each.place)
                    for each in (first, other)
                )
                wrong, there = reading.in_the_way(*places)
                reading.report(wrong, say.SAME_NAME, name=name, place=there)


def _namesakes_in(schemes: Mapping[str, Scheme]) -> Iterator[tuple[str, Scheme, Scheme]]:
    seen: dict[str, Scheme] = {}
    for scheme in schemes.values():
        for name in dict.fromkeys((scheme.name.nb, scheme.name.nn)):
            first = seen.setdefault(name.casefold(), scheme)
            if first is not scheme:
                yield name, first, scheme
                break


def check_amounts(
    schemes: Mapping[str, Scheme], dwelling: ExampleDwelling | None, reading: Reading
) -> None:
    """Report amounts of a dwelling that nobody has described, and for whom they cannot be."""
    for scheme in schemes.values():
        for edition in scheme.editions:
            applicant = edition.amount.applicant
            if applicant and applicant not in edition.applicants:
                reading.report(scheme.place, say.CANNOT_APPLY, applicant=applicant)
            if edition.amount.basis and dwelling is None:
                reading.report(scheme.place, say.NO_DWELLING)


def check_journeys(
    journeys: Mapping[str, Journey], schemes: Mapping[str, Scheme], reading: Reading
) -> None:
    """Report reasons that the schemes do not have on the day of the journey."""
    for journey in journeys.values():
        for verdict in journey.verdicts:
            scheme = schemes.get(verdict.scheme)
            if scheme is None:
                continue
            edition = scheme.edition_on(journey.case.as_of)
            known = [each.id for each in edition.requirements] if edition else []
            check_because(verdict, known, reading)


def check_uses(reading: Reading, trees: Iterable[Node]) -> None:
    """Report what no rule rests on: a source, a rate, a question, a calculation.

    What is broken may have been about to use something. So as long as there are other problems,
    what is written anywhere in the trees, or was meant there, counts as used.
    """
    used = {kind: reading.used(kind) for kind in (*_MUST_BE_USED, Kind.FACT)}
    unused = [
        (kind, id_, place)
        for kind in _MUST_BE_USED
        for id_, place in reading.defined[kind].items()
        if id_ not in used[kind]
    ]
    unused += [
        (Kind.FACT, fact.id, fact.place)
        for fact in reading.facts.values()
        if isinstance(fact, Question | DerivedFigure) and fact.id not in used[Kind.FACT]
    ]
    written = set(_written(reading, trees)) if unused and reading.problems else set()
    for kind, id_, place in unused:
        if id_ not in written:
            reading.report(place, say.UNUSED, kind=kind.value, id=id_)


def _written(reading: Reading, trees: Iterable[Node]) -> Iterator[str]:
    """Yield every id that is written elsewhere than where the thing itself stands, or was meant."""
    yield from reading.meant
    homes = {place for kind in reading.defined.values() for place in kind.values()}
    for tree in trees:
        for each in scalars(tree):
            if each.place not in homes:
                yield from _WORD.findall(each.text)
