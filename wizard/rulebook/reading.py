"""What is known while a rulebook is being read: problems, definitions and references.

Definitions and references of every kind of thing go through here, so that "it does not exist, did
you mean …" is one check for all of them, made when everything has been read.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NoReturn

from wizard.domain.facts import Fact, PrefilledQuestion
from wizard.domain.place import Place
from wizard.domain.sources import Rate
from wizard.domain.suggestion import NEAR, closest
from wizard.domain.text import Text
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import values as say
from wizard.rulebook.problems import Problem


class Refused(Exception):
    """A node could not be read, and the reason has been reported."""


class Kind(Enum):
    """Kinds of things with an id that other files refer to, by their name in a sentence."""

    SOURCE = Text("Kilden", "Kjelda")
    FACT = Text("Opplysningen", "Opplysninga")
    RATE = Text("Satsen", "Satsen")
    NEED = Text("Behovet", "Behovet")
    SCHEME = Text("Ordningen", "Ordninga")
    ABOLISHED = Text("Den utgåtte ordningen", "Den utgåtte ordninga")
    THEME = Text("Temaet", "Temaet")
    JOURNEY = Text("Situasjonen", "Situasjonen")


# Where something new of each kind is written.
_WRITTEN_IN = {
    Kind.SOURCE: "kilder.yaml",
    Kind.FACT: "sporreskjema/",
    Kind.RATE: "satser/",
    Kind.NEED: "behov/",
    Kind.SCHEME: "virkemidler/, tiltak/",
    Kind.ABOLISHED: "utgatt/",
    Kind.THEME: "sporreskjema/",
    Kind.JOURNEY: "situasjoner/",
}
# The ids of laws differ by a few digits only: a guess must be nearly the same.
_NEARNESS = {Kind.SOURCE: 0.85}

_MOST_GUESSES = 200

# Schemes that live and schemes that are gone share their ids, since both are addresses.
_SAME_IDS = {Kind.ABOLISHED: Kind.SCHEME}


@dataclass(frozen=True, slots=True)
class Reference:
    """Somewhere that something is referred to by id.

    `uses` tells whether the rules depend on it there: an example or a text does not count as use.
    `within` a text it does not stand alone, and whoever is `checked` elsewhere is not checked here.
    """

    kind: Kind
    id: str
    place: Place
    uses: bool
    within: bool = False
    checked: bool = False


@dataclass
class Reading:
    """One reading of one rulebook.

    `stem` is the name of the file being read, without ending. `incomplete` are the kinds of which
    something could not be found by its id, and `meant` the ids that were misspelt. `only_sites` are
    the sources of which no more than the site is known. `names` are where schemes have their names,
    by file, and `relations` where they say how they stand to others, by place and key. `today` is
    the day of the reading, where that matters; a rulebook does not break with time. `tried` is the
    file that is tried.
    """

    today: date | None = None
    tried: str | None = None

    problems: list[Problem] = field(default_factory=list)
    defined: dict[Kind, dict[str, Place]] = field(
        default_factory=lambda: {kind: {} for kind in Kind}
    )
    references: list[Reference] = field(default_factory=list)
    incomplete: set[Kind] = field(default_factory=set)
    meant: set[str] = field(default_factory=set)
    only_sites: set[str] = field(default_factory=set)
    facts: dict[str, Fact] = field(default_factory=dict)
    prefilled: dict[str, PrefilledQuestion] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    names: dict[tuple[str, Text], Place] = field(default_factory=dict)
    relations: dict[tuple[Place, str], Place] = field(default_factory=dict)
    stem: str = ""
    _guesses: int = 0

    def report(
        self, place: Place, message: Text, /, *, meant: str | None = None, **parts: object
    ) -> None:
        """Note a problem."""
        self.problems.append(Problem(place, fill(message, meant=meant, **parts)))

    def refuse(
        self, place: Place, message: Text, /, *, meant: str | None = None, **parts: object
    ) -> NoReturn:
        """Note a problem and give up the node.

        Raises:
            Refused: always.

        """
        self.report(place, message, meant=meant, **parts)
        raise Refused

    def define(self, kind: Kind, id_: str, place: Place) -> None:
        """Note that something exists, and report it if the id is taken."""
        for same in (kind, *_rivals(kind)):
            taken = self.defined[same].get(id_)
            if taken is not None:
                wrong, there = self.in_the_way(taken, place)
                self.report(wrong, say.TAKEN_ID, id=id_, place=there)
                return
        self.defined[kind][id_] = place

    def in_the_way(self, first: Place, later: Place) -> tuple[Place, Place]:
        """Return which of two that cannot both be there is to blame, and which may stay.

        It is the later one, or else the one that is tried.
        """
        return (first, later) if first.file == self.tried else (later, first)

    def guess(self, word: str, known: Iterable[str], nearness: float = NEAR) -> str | None:
        """Return the known word that was probably meant, as long as anybody can read so much.

        Each guess looks at all that is known: a rulebook with thousands of slips would take hours.
        """
        self._guesses += 1
        return closest(word, known, nearness) if self._guesses <= _MOST_GUESSES else None

    def where_related(self, place: Place, key: str) -> Place:
        """Return where the scheme at a place says how it stands to others; else that place."""
        return self.relations.get((place, key), place)

    def refer(  # noqa: PLR0913 - what there is to know of a reference
        self,
        kind: Kind,
        id_: str,
        place: Place,
        *,
        uses: bool = True,
        within: bool = False,
        checked: bool = False,
    ) -> None:
        """Note that something is referred to."""
        self.references.append(Reference(kind, id_, place, uses, within, checked))

    def used(self, kind: Kind) -> set[str]:
        """Return the ids of that kind that the rules depend on somewhere."""
        return {each.id for each in self.references if each.kind is kind and each.uses}

    def is_unknown(self, kind: Kind, id_: str) -> bool:
        """Tell whether something certainly does not exist.

        Of a kind of which something could not even be found by its id, nothing is certain: whoever
        refers to the lost thing is not to blame.
        """
        return id_ not in self.defined[kind] and kind not in self.incomplete

    def check_references(self) -> None:
        """Report every reference to something that does not exist."""
        for each in self.references:
            if each.checked or not self.is_unknown(each.kind, each.id):
                continue
            if each.kind is Kind.SCHEME and each.id in self.defined[Kind.ABOLISHED]:
                self.report(each.place, say.ABOLISHED_SCHEME, id=each.id)
                continue
            kind = each.kind
            meant = self.guess(each.id, self.defined[kind], _NEARNESS.get(kind, NEAR))
            self.meant.add(meant or "")
            message = say.UNKNOWN_ID if meant else say.UNKNOWN_ID_NEW
            where = "" if meant else _WRITTEN_IN[kind]
            self.report(each.place, message, meant=meant, kind=kind.value, id=each.id, where=where)


def _rivals(kind: Kind) -> Iterable[Kind]:
    group = _SAME_IDS.get(kind, kind)
    return (other for other in Kind if other is not kind and _SAME_IDS.get(other, other) is group)
