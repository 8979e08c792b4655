"""What refers to what in a rulebook: what a rule rests on, and what rests on it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import lru_cache

from wizard.domain.conditions import FactTest, NeedTest, RateRef
from wizard.domain.facts import DerivedFigure, Question, ReferenceFigure
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Coverage, Experience, Scheme
from wizard.domain.sources import LegalBasis, Rate
from wizard.domain.text import Text

_RATE_SLOT = re.compile(r"\{sats:([a-z0-9_]+)\}")
_OTHERS = ("first", "only_with", "alternative_to", "not_same_cost", "strengthens")
_TESTED = frozenset({"examples"})  # what is tried is no rule
Rule = Scheme | Need | Rate | Question | ReferenceFigure | DerivedFigure


class Kind(StrEnum):
    """What has a page among the rules. The words are those of addresses."""

    SCHEME = "ordning"
    NEED = "behov"
    RATE = "sats"
    QUESTION = "sporsmal"
    FIGURE = "tall"
    SOURCE = "kilde"


@dataclass(frozen=True, slots=True)
class Ref:
    """One thing in a rulebook."""

    kind: Kind
    id: str


class References:
    """What refers to what, in the order of the rules."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Read every scheme, need, rate and fact once."""
        self._rulebook = rulebook
        self._rests_on: dict[Ref, dict[Ref, None]] = {}
        self._used_by: dict[Ref, dict[Ref, None]] = {}
        for kind, rules in _all(rulebook):
            for rule in rules:
                self._read(Ref(kind, rule.id), rule)

    def rests_on(self, ref: Ref) -> tuple[Ref, ...]:
        """Return what a rule refers to, in conditions, money, law and texts."""
        return tuple(self._rests_on.get(ref, ()))

    def used_by(self, ref: Ref) -> tuple[Ref, ...]:
        """Return the rules that refer to a thing."""
        return tuple(self._used_by.get(ref, ()))

    def _read(self, ref: Ref, rule: Rule) -> None:
        for other in self._in(rule):
            if other != ref and self._has(other):
                self._rests_on.setdefault(ref, {})[other] = None
                self._used_by.setdefault(other, {})[ref] = None

    def _has(self, ref: Ref) -> bool:
        """Tell whether a source has a page here; the tables of figures need not."""
        return ref.kind is not Kind.SOURCE or ref.id in self._rulebook.sources

    def _fact(self, id_: str) -> Ref:
        is_asked = id_ in self._rulebook.questions
        return Ref(Kind.QUESTION if is_asked else Kind.FIGURE, id_)

    def _in(self, part: object) -> Iterator[Ref]:
        """Yield what a part of a rule refers to, however deep."""
        match part:
            case Text():
                yield from (Ref(Kind.RATE, id_) for id_ in _RATE_SLOT.findall(part.nb))
            case Mapping():
                yield from self._in_each(part.values())
            case tuple() | list():
                yield from self._in_each(part)
            case _ if is_dataclass(part) and not isinstance(part, type):
                yield from self._named(part)
                names = (each.name for each in fields(part))
                yield from self._in_each(
                    getattr(part, each) for each in names if each not in _TESTED
                )

    def _in_each(self, parts: Iterable[object]) -> Iterator[Ref]:
        for part in parts:
            yield from self._in(part)

    def _named(self, part: object) -> Iterator[Ref]:
        """Yield what a part names by its id."""
        match part:
            case FactTest():
                yield self._fact(part.fact)
            case NeedTest() | Coverage():
                yield Ref(Kind.NEED, part.need)
            case RateRef():
                yield Ref(Kind.RATE, part.id)
            case LegalBasis() | Experience() | ReferenceFigure():
                yield Ref(Kind.SOURCE, part.source)
            case DerivedFigure():
                yield from (self._fact(id_) for id_ in part.operands)
            case Need():
                yield Ref(Kind.SCHEME, part.contact)
            case Scheme():
                ids = (id_ for name in _OTHERS for id_ in getattr(part, name))
                yield from (Ref(Kind.SCHEME, id_) for id_ in ids)


@lru_cache(maxsize=2)
def references_of(rulebook: Rulebook) -> References:
    """Return what refers to what, found the first time that it is asked for."""
    return References(rulebook)


def _all(rulebook: Rulebook) -> Iterator[tuple[Kind, Iterable[Rule]]]:
    yield Kind.SCHEME, rulebook.schemes.values()
    yield Kind.NEED, rulebook.needs.values()
    yield Kind.RATE, rulebook.rates.values()
    yield Kind.QUESTION, rulebook.questions.values()
    yield Kind.FIGURE, rulebook.figures.values()
    yield Kind.FIGURE, rulebook.derived.values()
