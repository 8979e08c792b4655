"""`nokkeltall.yaml`: figures calculated from other facts."""

from dataclasses import dataclass

from wizard.domain.facts import (
    ChangedBy,
    DerivedFigure,
    Fact,
    FactType,
    Operation,
    Statement,
    Unit,
)
from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook.graph import circles
from wizard.rulebook.ids import OneOf, Own, Ref, one_of
from wizard.rulebook.kinds.statements import OF_NUMBERS
from wizard.rulebook.kinds.units import FITTING, right_number_of, unit_of
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.records import HERE, Record, Spot, optional, required
from wizard.rulebook.shapes import ListOf
from wizard.rulebook.texts import NAME

_TYPES = (FactType.INTEGER, FactType.DECIMAL, FactType.PERCENT, FactType.KRONER)
# Whoever can change the least of what a figure is made of, decides over the figure.
_STRICTEST_FIRST = list(ChangedBy)


@dataclass(frozen=True, slots=True)
class Calculation:
    """An operation and the facts it takes."""

    operation: Operation
    operands: tuple[str, ...]


def _calculation(**operands: tuple[str, ...] | None) -> Calculation:
    name, facts = next((name, facts) for name, facts in operands.items() if facts)
    return Calculation(Operation(name), facts)


def _check_calculation(calculation: Calculation, spot: Spot) -> None:
    operation = calculation.operation
    if not right_number_of(operation, len(calculation.operands)):
        spot.report(say.WRONG_NUMBER_OF_OPERANDS, operation, operation=operation)


_CALCULATION = Record(
    Text("beregningen", "utrekninga"),
    _calculation,
    {operation.value: optional(operation.value, ListOf(Ref(Kind.FACT))) for operation in Operation},
    one_of=(tuple(Operation),),
    check=_check_calculation,
)


@dataclass(frozen=True, slots=True)
class RawDerived:
    """A derived figure before its operands are known."""

    id: str
    name: Text
    calculation: Calculation
    type: FactType
    unit: Unit
    statement: Statement | None
    place: Place


DERIVED = ListOf(
    Record(
        Text("nøkkeltallet", "nøkkeltalet"),
        RawDerived,
        {
            "id": required("id", Own(Kind.FACT)),
            "name": required("navn", NAME),
            "calculation": required("beregning", _CALCULATION),
            "type": required("type", OneOf({type_.value: type_ for type_ in _TYPES})),
            "unit": required("enhet", one_of(Unit)),
            "statement": optional("utsagn", OF_NUMBERS),
            "place": HERE,
        },
    )
)


def settle_derived(raws: tuple[RawDerived, ...], reading: Reading) -> None:
    """Add the derived figures to the facts, each after what it is made of.

    What is left when no more can be settled goes in circles, or rests on something broken.
    """
    waiting = {raw.id: raw for raw in raws}
    while ready := [raw for raw in waiting.values() if _known(raw, reading)]:
        for raw in ready:
            del waiting[raw.id]
            operands = [reading.facts[id_] for id_ in raw.calculation.operands]
            if _fits(raw, operands, reading):
                reading.facts[raw.id] = _derived(raw, operands)
    for way in circles({raw.id: raw.calculation.operands for raw in waiting.values()}):
        reading.report(waiting[min(way)].place, say.CIRCLE, ids=listed(way))


def _known(raw: RawDerived, reading: Reading) -> bool:
    return all(id_ in reading.facts for id_ in raw.calculation.operands)


def _fits(raw: RawDerived, operands: list[Fact], reading: Reading) -> bool:
    units = tuple(operand.unit for operand in operands if operand.unit is not None)
    words = [operand.id for operand in operands if not operand.type.is_number]
    before = len(reading.problems)
    if words:
        reading.report(raw.place, say.OPERAND_NOT_A_NUMBER, id=words[0])
    elif (unit := unit_of(raw.calculation.operation, units)) is None:
        reading.report(raw.place, say.UNITS_DO_NOT_ADD_UP, units=listed(units))
    elif unit is not raw.unit:
        reading.report(raw.place, say.WRONG_RESULT_UNIT, meant=unit, unit=raw.unit)
    elif unit not in FITTING[raw.type]:
        reading.report(raw.place, say.UNIT_DOES_NOT_FIT, unit=unit, type=raw.type)
    return len(reading.problems) == before


def _derived(raw: RawDerived, operands: list[Fact]) -> DerivedFigure:
    return DerivedFigure(
        raw.id,
        raw.name,
        raw.calculation.operation,
        raw.calculation.operands,
        raw.type,
        raw.unit,
        min((operand.changed_by for operand in operands), key=_STRICTEST_FIRST.index),
        raw.statement,
        raw.place,
    )
