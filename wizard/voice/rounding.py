"""Kroner as they are printed: two figures at most, and parts that add up to the whole."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from wizard.domain.money import Kroner, MoneySketch
from wizard.domain.values import Unknown


def two_figures(amount: Decimal) -> Decimal:
    """Return the amount with its two first figures, the rest zeros."""
    if not amount:
        return Decimal(0)
    step = Decimal(1).scaleb(amount.adjusted() - 1)
    rounded = (amount / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded


def round_sketch(sketch: MoneySketch) -> MoneySketch:
    """Return the sketch with every amount as it is printed.

    What is given and the rest are parts of the cost. The smaller is rounded, and the larger is what
    is then left of the rounded cost, so that a reader who subtracts finds the figure printed; but
    what is given is never rounded up that way. A cap that binds is law and is not rounded.
    """
    most, rest = _round(sketch.most), _round(sketch.rest)
    cost = _round(sketch.cost)
    if sketch.capped_by is not None:
        most = sketch.most
    if isinstance(cost, Decimal) and isinstance(most, Decimal) and isinstance(rest, Decimal):
        left = two_figures(cost - rest)
        # Rounding never makes more of what is given than it is: that could pass a cap.
        if sketch.capped_by is None and most >= rest and left <= most:
            most = left
        else:
            rest = two_figures(max(cost - most, Decimal(0)))
    return replace(
        sketch,
        least=_round(sketch.least),
        most=most,
        cost=cost,
        value=_round(sketch.value),
        rest=rest,
        reached_at=_round(sketch.reached_at),
    )


def _round(amount: Kroner) -> Kroner:
    return amount if isinstance(amount, Unknown) else two_figures(amount)
