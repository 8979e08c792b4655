"""What refers to what in a rulebook: what a rule rests on, and what rests on it.

Asked wherever somebody must know what to look at when something changes: the pages of the rules,
and what must be read again. An edit asks further what it can make otherwise: `wizard.lab.impact`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from wizard.domain.conditions import FactTest, NeedTest, RateRef
from wizard.domain.facts import DerivedFigure, Question, ReferenceFigure
from wizard.domain.rulebook import Abolished, Need, Rulebook
from wizard.domain.schemes import Coverage, Experience, Scheme
from wizard.domain.sources import LegalBasis, Rate, Source
from wizard.domain.text import Text

_RATE_SLOT = re.compile(r"\{sats:([a-z0-9_]+)\}")
_OTHERS = ("first", "only_with", "alternative_to", "not_same_cost", "strengthens")
_TESTED = frozenset({"examples"})  # what is tried is no rule
Rule = Scheme | Need | Rate | Question | ReferenceFigure | DerivedFigure | Source


class RuleKind(StrEnum):
    """What can refer, or be referred to. The words are those of addresses.

    All but the abolished names have a page among the rules.
    """

    SCHEME = "ordning"
    NEED = "behov"
    RATE = "sats"
    QUESTION = "sporsmal"
    FIGURE = "tall"
    SOURCE = "kilde"
    ABOLISHED = "utgatt"


@dataclass(frozen=True, slots=True)
class Ref:
    """One thing in a rulebook."""

    kind: RuleKind
    id: str


class References:
    """What refers to what, in the order of the rules."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Read every rule and every abolished name once."""
        self._rulebook = rulebook
        self._rests_on: dict[Ref, dict[Ref, None]] = {}
        self._used_by: dict[Ref, dict[Ref, None]] = {}
        for kind, rules in {**rules_of(rulebook), RuleKind.ABOLISHED: rulebook.abolished}.items():
            for id_, rule in rules.items():
                self._read(Ref(kind, id_), rule)

    def rests_on(self, ref: Ref) -> tuple[Ref, ...]:
        """Return what a rule refers to, in conditions, money, law and texts."""
        return tuple(self._rests_on.get(ref, ()))

    def used_by(self, ref: Ref) -> tuple[Ref, ...]:
        """Return what refers to a thing."""
        return tuple(self._used_by.get(ref, ()))

    def resting_on(self, ref: Ref) -> tuple[Ref, ...]:
        """Return what refers to a thing, by itself or through a rate."""
        users = self.used_by(ref)
        through = (self.used_by(each) for each in users if each.kind is RuleKind.RATE)
        return tuple(dict.fromkeys((*users, *chain.from_iterable(through))))

    def _read(self, ref: Ref, rule: object) -> None:
        for other in self._in(rule):
            if other != ref and self._has(other):
                self._rests_on.setdefault(ref, {})[other] = None
                self._used_by.setdefault(other, {})[ref] = None

    def _has(self, ref: Ref) -> bool:
        """Tell whether a source has a page here; the tables of figures need not."""
        return ref.kind is not RuleKind.SOURCE or ref.id in self._rulebook.sources

    def _fact(self, id_: str) -> Ref:
        is_asked = id_ in self._rulebook.questions
        return Ref(RuleKind.QUESTION if is_asked else RuleKind.FIGURE, id_)

    def _in(self, part: object) -> Iterator[Ref]:
        """Yield what a part of a rule refers to, however deep."""
        match part:
            case Text():
                yield from (Ref(RuleKind.RATE, id_) for id_ in _RATE_SLOT.findall(part.nb))
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
                yield Ref(RuleKind.NEED, part.need)
            case RateRef():
                yield Ref(RuleKind.RATE, part.id)
            case LegalBasis() | Experience() | ReferenceFigure() | Abolished():
                yield Ref(RuleKind.SOURCE, part.source)
            case DerivedFigure():
                yield from (self._fact(id_) for id_ in part.operands)
            case Need():
                yield Ref(RuleKind.SCHEME, part.contact)
            case Scheme():
                ids = (id_ for name in _OTHERS for id_ in getattr(part, name))
                yield from (Ref(RuleKind.SCHEME, id_) for id_ in ids)


@lru_cache(maxsize=2)
def references_of(rulebook: Rulebook) -> References:
    """Return what refers to what, found the first time that it is asked for."""
    return References(rulebook)


def rules_of(rulebook: Rulebook) -> dict[RuleKind, Mapping[str, Rule]]:
    """Return everything with a page among the rules, by its kind and its id."""
    return {
        RuleKind.SCHEME: rulebook.schemes,
        RuleKind.NEED: rulebook.needs,
        RuleKind.RATE: rulebook.rates,
        RuleKind.QUESTION: rulebook.questions,
        RuleKind.FIGURE: {**rulebook.figures, **rulebook.derived},
        RuleKind.SOURCE: rulebook.sources,
    }
