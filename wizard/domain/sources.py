"""Where a claim comes from."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wizard.domain.facts import Unit
from wizard.domain.place import NOWHERE, Place
from wizard.domain.text import Text
from wizard.domain.values import FactValue, Unknown


class Level(StrEnum):
    """How binding the source is; in rules `niva`."""

    LAW = "lov"
    REGULATION = "forskrift"
    GUIDELINE = "retningslinje"
    CALL = "utlysning"
    PRACTICE = "praksis"

    @property
    def is_binding(self) -> bool:
        """Whether it is law; guidelines, calls and practice are said to be what they are."""
        return self in {Level.LAW, Level.REGULATION}


class Confidence(StrEnum):
    """A: a current official text says it. B: official, but old, undated or read by us. C: other."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Source:
    """A document or table that was read. `link` is https."""

    id: str
    title: Text
    publisher: str
    link: str
    read: date
    read_again: date
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A source and where in it (`§ 3-2`); in rules `hjemmel`."""

    source: str
    section: str
    level: Level


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest and the highest number that is to be believed, both included (`grenser`)."""

    minimum: Decimal
    maximum: Decimal

    def hold(self, number: Decimal) -> bool:
        """Tell whether the number is to be believed."""
        return self.minimum <= number <= self.maximum


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value in force from a day until the next one begins.

    `basis` is set where this value has another legal source than the rest of its rate, and `bounds`
    where it has other bounds. `jump` says why it is far from the value before it (`sprang`).
    """

    valid_from: date
    value: FactValue
    basis: LegalBasis | None = None
    bounds: Bounds | None = field(default=None, compare=False)
    jump: Text | None = field(default=None, compare=False)
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rate:
    """A dated figure or list (in rules: `sats`).

    Either `basis` names its legal source, or `reason` says why we chose the value ourselves;
    the latter is shown as "vår vurdering". `bounds` are what its numbers can be. A value may name a
    source and bounds of its own.
    """

    id: str
    name: Text
    unit: Unit
    basis: LegalBasis | None
    reason: Text | None
    values: tuple[DatedValue, ...]
    place: Place = field(default=NOWHERE, compare=False)
    bounds: Bounds | None = field(default=None, compare=False)

    @property
    def is_list(self) -> bool:
        """Whether it is a list of codes."""
        return any(isinstance(dated.value, frozenset) for dated in self.values)

    def on(self, day: date) -> FactValue:
        """Return the value in force that day; unknown before the first one."""
        dated = self.in_force(day)
        return dated.value if dated else Unknown()

    def basis_on(self, day: date) -> LegalBasis | None:
        """Return the legal source of the value in force that day; `None` where it is our choice."""
        dated = self.in_force(day)
        return (dated and dated.basis) or self.basis

    def in_force(self, day: date) -> DatedValue | None:
        """Return the dated value in force that day; `None` before the first one."""
        current = None
        for dated in self.values:
            if dated.valid_from <= day:
                current = dated
        return current
