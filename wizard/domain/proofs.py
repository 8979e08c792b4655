"""What proofs come to: what is proven, and what stands in the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wizard.domain.case import Case
from wizard.domain.place import Place
from wizard.domain.text import Text


class Claim(StrEnum):
    """What is to be proven. The words are those of the JSON."""

    NEEDS = "behov"
    RIVALS = "utelukker"
    CONDITIONS = "betingelser"
    REQUIREMENTS = "krav"
    OPTIONS = "svar"
    SCHEMES = "ordninger"
    EDITIONS = "utgaver"
    EQUAL = "likt"


@dataclass(frozen=True, slots=True)
class Shown:
    """A case that shows something, and what it shows, as the wizard says it.

    `on` is the day to ask about: later than the day of the case where the rules have not come yet.
    """

    case: Case
    on: date
    says: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that keeps a claim from holding: where, what, and what to write.

    `explained` is what the rule file says of it: it is meant to be so. `subject` is the id of what
    it is about, as in file names, `part` the part of its rules that it is about.
    """

    claim: Claim
    place: Place
    subject: str
    what: Text
    mend: Text
    shown: Shown | None = None
    part: str = ""
    explained: Text | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What is as it should be, and still worth knowing."""

    subject: str
    what: Text
    shown: Shown | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked into: `looked` things, over `situations` that the rules tell apart.

    `unproven` are the things whose rules are too tangled to draw.
    """

    claim: Claim
    looked: int
    situations: int
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    unproven: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has explained."""
        return tuple(each for each in self.findings if each.explained is None)

    @property
    def holds(self) -> bool:
        """Whether it is proven, save for what is explained."""
        return not self.open and not self.unproven


@dataclass(frozen=True, slots=True)
class Assumed:
    """What the proofs take for granted.

    `first` is the first day that is looked at, `today` the day from which schemes and needs are,
    and `periods` how many sets of rules there are from the first. `ranges` are the ends of the
    numbers that are asked for, by fact; `as_they_are` the figures that nobody can correct, of
    `municipalities` municipalities; `free` the calculated figures, taken as free.
    """

    first: date
    today: date
    periods: int
    ranges: Mapping[str, tuple[Decimal | None, Decimal | None]]
    as_they_are: tuple[str, ...]
    municipalities: int
    free: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proofs:
    """All of them."""

    assumed: Assumed
    proofs: tuple[Proof, ...] = field(default=())

    @property
    def hold(self) -> bool:
        """Whether all is proven or explained."""
        return all(each.holds for each in self.proofs)

    @property
    def findings(self) -> Iterable[Finding]:
        """Every finding, in the order of the proofs."""
        return (finding for each in self.proofs for finding in each.findings)
