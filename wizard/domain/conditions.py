"""The condition tree of the rule language (in rules: `hvis`, `aktuelt`, `pa_plass`)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from wizard.domain.place import NOWHERE, Place
from wizard.domain.text import Text
from wizard.domain.values import Truth, Value


class Operator(StrEnum):
    """The closed set of comparisons. `AT_LEAST` and `BELOW` make half-open intervals."""

    IS = "er"
    IS_ONE_OF = "er_en_av"
    CONTAINS = "inneholder"
    CONTAINS_ANY = "inneholder_en_av"
    AT_LEAST = "minst"
    BELOW = "under"


class Severity(IntEnum):
    """How much a municipality needs something. The order is the order of severity."""

    NONE = 0
    SOME = 1
    SEVERE = 2

    @property
    def weight(self) -> int:
        """Points in the choice of bundle: severe 3, some 1, none 0."""
        return (0, 1, 3)[self]

    @property
    def code(self) -> str:
        """The word of rule files and JSON."""
        return ("ingen", "noe", "stor")[self]


@dataclass(frozen=True, slots=True)
class RateRef:
    """The right-hand side `{sats: id}`: the rate in force on the day of the case."""

    id: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a leaf says when it is met and when it is not, in words of its own (`setning`).

    A leaf about a number may show it as `{verdi}` and its limit as `{grense}`.
    """

    met: Text
    not_met: Text

    def when(self, truth: Truth) -> Text | None:
        """Return the words for a truth; nobody has written any for what is unknown."""
        return {Truth.MET: self.met, Truth.NOT_MET: self.not_met}.get(truth)


@dataclass(frozen=True, slots=True)
class FactTest:
    """A leaf: one fact, one operator, a literal or a rate."""

    fact: str
    operator: Operator
    operand: Value | RateRef
    words: OwnWords | None = field(default=None, compare=False)
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NeedTest:
    """A leaf: one need is at least this severe (`SOME` or `SEVERE`)."""

    need: str
    at_least: Severity
    words: OwnWords | None = field(default=None, compare=False)
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    """In rules: `alle`. Never empty."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """In rules: `minst_en`. Never empty."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """In rules: `ikke`."""

    part: "Condition"


Condition = FactTest | NeedTest | AllOf | AnyOf | Not


def leaves(condition: Condition) -> tuple[FactTest | NeedTest, ...]:
    """Return every leaf of the tree, in reading order."""
    match condition:
        case FactTest() | NeedTest():
            return (condition,)
        case Not(part):
            return leaves(part)
        case AllOf(parts) | AnyOf(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))


def facts_in(conditions: Iterable[Condition]) -> tuple[str, ...]:
    """Return the ids of the facts that the leaves of some trees look at, once each, in order."""
    tests = (leaf for each in conditions for leaf in leaves(each))
    return tuple(dict.fromkeys(leaf.fact for leaf in tests if isinstance(leaf, FactTest)))


def needs_in(conditions: Iterable[Condition]) -> tuple[str, ...]:
    """Return the ids of the needs that the leaves of some trees look at, once each, in order."""
    tests = (leaf for each in conditions for leaf in leaves(each))
    return tuple(dict.fromkeys(leaf.need for leaf in tests if isinstance(leaf, NeedTest)))


def rates_in(condition: Condition | None) -> tuple[str, ...]:
    """Return the ids of the rates that the tree's leaves compare with, once each."""
    if condition is None:
        return ()
    operands = (leaf.operand for leaf in leaves(condition) if isinstance(leaf, FactTest))
    return tuple(dict.fromkeys(each.id for each in operands if isinstance(each, RateRef)))
