"""Figures so near a limit, or so doubtful, that the advice could as well have been another."""

from dataclasses import dataclass
from decimal import Decimal

from wizard.domain.conditions import Severity
from wizard.domain.schemes import VerdictKind


def distance(value: Decimal, limit: Decimal) -> Decimal:
    """Return how far a value, which is not zero, is from a limit, in per cent of the value."""
    return abs(limit - value) / abs(value) * 100


@dataclass(frozen=True, slots=True)
class Flip:
    """A scheme whose verdict would be of another kind."""

    scheme: str
    kind: VerdictKind
    in_place: bool


@dataclass(frozen=True, slots=True)
class NeedFlip:
    """A need that would be of another severity; `None` while it would be open."""

    need: str
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A figure close to a limit, and what would be otherwise on the other side.

    `rates` are the rates that set the limit. `doubted` means that the data themselves give a reason
    to doubt the figure; then the distance may be more than ten per cent. `enters` and `leaves` are
    the schemes that would come into the bundle and go out of it.
    """

    fact: str
    value: Decimal
    limit: Decimal
    rates: tuple[str, ...]
    doubted: bool
    needs: tuple[NeedFlip, ...]
    flips: tuple[Flip, ...]
    enters: tuple[str, ...]
    leaves: tuple[str, ...]

    @property
    def distance(self) -> Decimal:
        """How far the figure is from the limit, in per cent of the figure."""
        return distance(self.value, self.limit)

    def touches(self, scheme: str) -> bool:
        """Tell whether the verdict on a scheme, or its place in the bundle, would be another."""
        flipped = {each.scheme for each in self.flips}
        return scheme in flipped | {*self.enters, *self.leaves}
