"""Between what a calculated figure can lie when its operands lie between their ends."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product

from wizard.domain.facts import Operation

# Both ends included; `None` where there is no end.
Range = tuple[Decimal | None, Decimal | None]
EVERYTHING: Range = (None, None)
_ENDLESS = Decimal("Infinity")


def reach(operation: Operation, operands: list[Range]) -> Range:
    """Return the range of a figure, exact where no operand is used twice; else a wider one."""
    lows = [-_ENDLESS if low is None else low for low, _ in operands]
    highs = [_ENDLESS if high is None else high for _, high in operands]
    low, high = _REACH[operation](lows, highs)
    return (low if low.is_finite() else None), (high if high.is_finite() else None)


Ends = tuple[Decimal, Decimal]


def _quotient(lows: list[Decimal], highs: list[Decimal], times: int = 1) -> Ends:
    if lows[1] <= 0 <= highs[1]:
        return -_ENDLESS, _ENDLESS
    inverse = sorted(_inverse(end) for end in (lows[1], highs[1]))
    low, high = _corners([lows[0], inverse[0]], [highs[0], inverse[1]])
    return times * low, times * high


def _inverse(end: Decimal) -> Decimal:
    return 1 / end if end.is_finite() else Decimal(0)


def _corners(lows: list[Decimal], highs: list[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the least and greatest product of the ends; endless times nothing is nothing."""
    ends = [
        left * right if left and right else Decimal(0)
        for left, right in product(*zip(lows, highs, strict=True))
    ]
    return min(ends), max(ends)


_REACH: dict[Operation, Callable[[list[Decimal], list[Decimal]], Ends]] = {
    Operation.SUM: lambda lows, highs: (sum(lows, Decimal(0)), sum(highs, Decimal(0))),
    Operation.DIFFERENCE: lambda lows, highs: (lows[0] - highs[1], highs[0] - lows[1]),
    Operation.LEAST: lambda lows, highs: (min(lows), min(highs)),
    Operation.GREATEST: lambda lows, highs: (max(lows), max(highs)),
    Operation.PRODUCT: _corners,
    Operation.RATIO: _quotient,
    Operation.PERCENT_OF: lambda lows, highs: _quotient(lows, highs, 100),
}
