"""Arithmetic with units: what goes together, and what comes out."""

import pytest

from wizard.domain.facts import FactType, Operation, Unit
from wizard.rulebook.kinds.units import FITTING, right_number_of, unit_of


@pytest.mark.parametrize(
    ("operation", "units", "result"),
    [
        (Operation.SUM, (Unit.DWELLINGS, Unit.DWELLINGS, Unit.DWELLINGS), Unit.DWELLINGS),
        (Operation.SUM, (Unit.DWELLINGS, Unit.KRONER), None),
        (Operation.SUM, (Unit.INHABITANTS, Unit.PERSONS), Unit.INHABITANTS),
        (Operation.DIFFERENCE, (Unit.PERCENT, Unit.PERCENT), Unit.PERCENT),
        (Operation.LEAST, (Unit.WEEKS, Unit.YEARS), None),
        (Operation.PRODUCT, (Unit.KRONER_PER_M2, Unit.M2), Unit.KRONER),
        (Operation.PRODUCT, (Unit.COUNT, Unit.WEEKS), Unit.WEEKS),
        (Operation.PRODUCT, (Unit.WEEKS, Unit.RATIO), Unit.WEEKS),
        (Operation.PRODUCT, (Unit.KRONER, Unit.KRONER), None),
        (Operation.RATIO, (Unit.KRONER, Unit.M2), Unit.KRONER_PER_M2),
        (Operation.RATIO, (Unit.KRONER_PER_M2, Unit.KRONER_PER_M2), Unit.RATIO),
        (Operation.PERCENT_OF, (Unit.PERSONS, Unit.INHABITANTS), Unit.PERCENT),
        (Operation.PERCENT_OF, (Unit.DWELLINGS, Unit.INHABITANTS), None),
    ],
)
def test_units_follow_the_arithmetic(
    operation: Operation, units: tuple[Unit, ...], result: Unit | None
) -> None:
    """Kroner per square metre times square metres are kroner; kroner plus dwellings are nothing."""
    assert unit_of(operation, units) is result


@pytest.mark.parametrize("operation", Operation)
def test_a_calculation_takes_at_least_two(operation: Operation) -> None:
    """Only sums, and the least and the greatest, take more than two."""
    several = {Operation.SUM, Operation.LEAST, Operation.GREATEST}
    assert not right_number_of(operation, 1)
    assert right_number_of(operation, 2)
    assert right_number_of(operation, 3) is (operation in several)


@pytest.mark.parametrize("type_", [type_ for type_ in FactType if type_.is_number])
def test_every_number_has_units_to_be_counted_in(type_: FactType) -> None:
    """A number is never counted in codes."""
    assert FITTING[type_]
    assert Unit.CODE not in FITTING[type_]
