"""One way in for every value: forms, case files and rule files read them alike."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.domain.answers import read_value
from wizard.domain.facts import (
    YES_NO_OPTIONS,
    ChangedBy,
    FactType,
    Option,
    PrefilledQuestion,
    Question,
    ReferenceFigure,
    Unit,
)
from wizard.domain.faults import BadValue, Fault
from wizard.domain.text import Text
from wizard.domain.values import Value

SAME = Text("x", "x")
OPTIONS = (Option("ofte", SAME), Option("nei", SAME))


def question(type_: FactType, *, options: tuple[Option, ...] = ()) -> Question:
    """Return a question of a type; numbers from 0 to 100."""
    low, high = (Decimal(0), Decimal(100)) if type_.is_number else (None, None)
    return Question(
        "q", SAME, SAME, SAME, SAME, type_, None, options, low, high, ChangedBy.NEVER, "plan"
    )


@pytest.mark.parametrize(
    ("fact", "raw", "value"),
    [
        (question(FactType.INTEGER), "42", Decimal(42)),
        (question(FactType.DECIMAL), "0.4", Decimal("0.4")),
        (question(FactType.PERCENT), "24.99", Decimal("24.99")),
        (question(FactType.DATE), "2026-11-22", date(2026, 11, 22)),
        (question(FactType.CHOICE, options=OPTIONS), "ofte", "ofte"),
        (question(FactType.YES_NO, options=YES_NO_OPTIONS), "nei", "nei"),
        (question(FactType.MANY, options=OPTIONS), ["nei", "ofte"], frozenset({"nei", "ofte"})),
        (question(FactType.MANY, options=OPTIONS), [], frozenset()),
    ],
)
def test_a_canonical_text_becomes_a_typed_value(
    fact: Question, raw: str | list[str], value: Value
) -> None:
    """Numbers are exact, and an empty list is an answer: none of these."""
    assert read_value(fact, raw) == value


@pytest.mark.parametrize(
    ("fact", "raw", "fault"),
    [
        (question(FactType.INTEGER), "", Fault.EMPTY),
        (question(FactType.INTEGER), "4,5", Fault.NOT_WHOLE),
        (question(FactType.INTEGER), "fire", Fault.NOT_A_NUMBER),
        (question(FactType.INTEGER), "4.5", Fault.NOT_WHOLE),
        (question(FactType.INTEGER), "101", Fault.OUT_OF_RANGE),
        (question(FactType.DECIMAL), "-0.1", Fault.OUT_OF_RANGE),
        (question(FactType.DATE), "2026-02-29", Fault.NOT_A_DATE),
        (question(FactType.DATE), "20261122", Fault.NOT_A_DATE),
        (question(FactType.CHOICE, options=OPTIONS), "alltid", Fault.UNKNOWN_OPTION),
        (question(FactType.CHOICE, options=OPTIONS), ["ofte"], Fault.ONE_WANTED),
        (question(FactType.CHOICE, options=OPTIONS), "", Fault.EMPTY),
        (question(FactType.MANY, options=OPTIONS), "ofte", Fault.LIST_WANTED),
        (question(FactType.MANY, options=OPTIONS), ["alltid"], Fault.UNKNOWN_OPTION),
    ],
)
def test_a_bad_value_says_what_is_wrong_with_it(
    fact: Question, raw: str | list[str], fault: Fault
) -> None:
    """Every door can word its own message from the fault."""
    with pytest.raises(BadValue) as caught:
        read_value(fact, raw)
    assert caught.value.fault is fault


def test_a_fault_carries_what_a_message_needs() -> None:
    """Both ends of the range, and the options there are."""
    with pytest.raises(BadValue) as caught:
        read_value(question(FactType.DECIMAL), "200")
    assert (caught.value.kind.minimum, caught.value.kind.maximum) == (Decimal(0), Decimal(100))
    with pytest.raises(BadValue) as caught:
        read_value(question(FactType.CHOICE, options=OPTIONS), "alltid")
    assert caught.value.options == ("ofte", "nei")


def test_a_correction_of_a_figure_has_the_range_of_the_page_that_asks() -> None:
    """A reference figure has no range of its own."""
    figure = ReferenceFigure("f", SAME, "f", FactType.PERCENT, Unit.PERCENT, (), "s", "2026")
    asked = PrefilledQuestion("f", SAME, SAME, SAME, Decimal(0), Decimal(100), "plan")
    assert read_value(figure, "300") == Decimal(300)
    with pytest.raises(BadValue) as caught:
        read_value(figure, "300", asked)
    assert caught.value.fault is Fault.OUT_OF_RANGE


def test_a_kommunenummer_has_four_digits() -> None:
    """It is text, so its leading zero counts."""
    unit = Unit.MUNICIPALITY_NUMBER
    figure = ReferenceFigure("f", SAME, "f", FactType.CODE, unit, (), "s", "2026")
    assert read_value(figure, "0301") == "0301"
    with pytest.raises(BadValue):
        read_value(figure, "301")


@given(st.text(max_size=30), st.sampled_from(FactType))
def test_any_text_is_a_value_or_a_bad_value(raw: str, type_: FactType) -> None:
    """What comes from outside never brings the program down."""
    with suppress(BadValue):
        assert read_value(question(type_, options=OPTIONS), raw) is not None
