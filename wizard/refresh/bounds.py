"""How far a figure can move from one edition to the next before somebody should look at it."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure may become `factor` times as large or as small, or move by `slack` either way."""

    factor: Decimal
    slack: Decimal

    def holds(self, before: Decimal, after: Decimal) -> bool:
        """Tell whether the change is one that can be believed unseen."""
        if abs(after - before) <= self.slack:
            return True
        smaller, larger = sorted((before, after))
        return smaller > 0 and larger <= smaller * self.factor


def _bound(factor: str, slack: str) -> Bound:
    return Bound(Decimal(factor), Decimal(slack))


# Utsira has 200 inhabitants: some persons more or less are many per cent there.
PEOPLE = _bound("1.15", "60")
OLD_PEOPLE = _bound("1.25", "40")
CHANGE = _bound("1", "15")  # percentage points, as the shares
SHARE = _bound("1", "6")
DWELLINGS = _bound("1.3", "100")
TYPES = _bound("1", "15")
PRICE = _bound("2.5", "0")  # a price of few sales swings
SALES = _bound("4", "60")
INCOME = _bound("1.25", "0")
PROJECTED = _bound("1.4", "100")  # the editions of 2024 and 2026 differ by 14 % in Engerdal already
DEVIATION = _bound("1", "25")
