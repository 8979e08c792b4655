"""Between what a calculated figure can lie when its operands lie between their ends."""

from decimal import Decimal
from itertools import product

from wizard.domain.facts import Operation

# Both ends included; `None` where there is no end.
Range = tuple[Decimal | None, Decimal | None]
EVERYTHING: Range = (None, None)
_ENDLESS = Decimal("Infinity")


def reach(operation: Operation, operands: list[Range]) -> Range:
    """Return the range of a figure, exact where no operand is used twice; else a wider one."""
    lows = [_ENDLESS * -1 if low is None else low for low, _ in operands]
    highs = [_ENDLESS if high is None else high for _, high in operands]
    match operation:
        case Operation.SUM:
            low, high = sum(lows, Decimal(0)), sum(highs, Decimal(0))
        case Operation.DIFFERENCE:
            low, high = lows[0] - highs[1], highs[0] - lows[1]
        case Operation.LEAST:
            low, high = min(lows), min(highs)
        case Operation.GREATEST:
            low, high = max(lows), max(highs)
        case Operation.PRODUCT:
            low, high = _corners(lows, highs)
        case Operation.RATIO | Operation.PERCENT_OF:
            if lows[1] <= 0 <= highs[1]:
                return EVERYTHING
            inverse = sorted(_inverse(end) for end in (lows[1], highs[1]))
            low, high = _corners([lows[0], inverse[0]], [highs[0], inverse[1]])
            if operation is Operation.PERCENT_OF:
                low, high = 100 * low, 100 * high
    return (low if low.is_finite() else None), (high if high.is_finite() else None)


def _inverse(end: Decimal) -> Decimal:
    return 1 / end if end.is_finite() else Decimal(0)


def _corners(lows: list[Decimal], highs: list[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the least and greatest product of the ends; endless times nothing is nothing."""
    ends = [
        left * right if left and right else Decimal(0)
        for left, right in product(*zip(lows, highs, strict=True))
    ]
    return min(ends), max(ends)
