"""Which units go with which types, and what arithmetic makes of them."""

from collections.abc import Mapping
from decimal import Decimal

from wizard.domain.facts import FactType, Operation, Unit

# The unit that goes without saying; the other number types must name theirs.
OWN_UNIT = {
    FactType.PERCENT: Unit.PERCENT,
    FactType.KRONER: Unit.KRONER,
    FactType.YEAR: Unit.YEAR,
}
FITTING: dict[FactType, frozenset[Unit]] = {
    FactType.PERCENT: frozenset({Unit.PERCENT}),
    FactType.KRONER: frozenset({Unit.KRONER, Unit.KRONER_PER_M2}),
    FactType.YEAR: frozenset({Unit.YEAR}),
    FactType.INTEGER: frozenset(Unit)
    - {Unit.PERCENT, Unit.KRONER, Unit.KRONER_PER_M2, Unit.YEAR, Unit.CODE}
    - {Unit.MUNICIPALITY_NUMBER},
    FactType.CODE: frozenset({Unit.CODE, Unit.MUNICIPALITY_NUMBER}),
    FactType.CHOICE: frozenset({Unit.CODE, Unit.CLASS}),
    FactType.YES_NO: frozenset({Unit.CODE}),
}
FITTING[FactType.DECIMAL] = FITTING[FactType.INTEGER]

# Beyond this no figure of the kind can be, whoever measures it. A percentage is a share, or a
# change of at most all there is; Statistics Norway has six classes of centrality.
POSSIBLE: Mapping[Unit, tuple[Decimal, Decimal]] = {
    Unit.PERCENT: (Decimal(-100), Decimal(100)),
    Unit.PERCENTAGE_POINTS: (Decimal(0), Decimal(100)),
    Unit.CLASS: (Decimal(1), Decimal(6)),
    Unit.YEAR: (Decimal(1900), Decimal(2100)),
}

_TWO_OPERANDS = frozenset(
    {Operation.DIFFERENCE, Operation.PRODUCT, Operation.RATIO, Operation.PERCENT_OF}
)
_PRODUCTS = {
    frozenset({Unit.KRONER_PER_M2, Unit.M2}): Unit.KRONER,
    frozenset({Unit.PERSON_YEARS, Unit.WEEKS}): Unit.WEEKS,
}
_RATIOS = {(Unit.KRONER, Unit.M2): Unit.KRONER_PER_M2}
# A plain number of something takes on the unit of what it is multiplied with.
_PLAIN = frozenset({Unit.RATIO, Unit.COUNT})


def right_number_of(operation: Operation, operands: int) -> bool:
    """Tell whether the operation takes that many operands."""
    return operands == 2 if operation in _TWO_OPERANDS else operands >= 2  # noqa: PLR2004


def unit_of(operation: Operation, units: tuple[Unit, ...]) -> Unit | None:
    """Return the unit of the result, or `None` when the operands do not go together."""
    match operation:
        case Operation.PRODUCT:
            return _product(units[0], units[1])
        case Operation.RATIO:
            return _RATIOS.get((units[0], units[1]), Unit.RATIO)
        case Operation.PERCENT_OF:
            return Unit.PERCENT if _alike(units) else None
        case _:
            return units[0] if _alike(units) else None


def _product(first: Unit, second: Unit) -> Unit | None:
    if first in _PLAIN:
        return second
    return first if second in _PLAIN else _PRODUCTS.get(frozenset({first, second}))


def _alike(units: tuple[Unit, ...]) -> bool:
    people = {Unit.INHABITANTS, Unit.PERSONS}
    return len(set(units)) == 1 or set(units) <= people
