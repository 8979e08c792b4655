"""Numbers in any writing have one meaning, or are refused; the table of them is held elsewhere."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.domain.facts import Unit
from wizard.domain.faults import BadValue, Fault
from wizard.domain.number_kinds import ANY_NUMBER, NumberKind
from wizard.domain.numbers import read_number, write_number

KINDS = st.builds(
    NumberKind,
    whole=st.just(value=False),
    unit=st.sampled_from((None, *Unit)),
)
NUMBERS = st.decimals(-(10**15) + 1, 10**15 - 1, places=6) | st.decimals(-1000, 1000, places=3)


@pytest.mark.parametrize(
    "raw",
    [
        *("", " ", "mange", "NaN", "Infinity", "-inf", "1e3", "1_000", "٣", "\uff15", "+", "-"),
        *(".5", "5,", "1,2,3", "1 5", "12 50", "1.23.456", "5-10", "--5", "9" * 16, "9" * 5000),
        *("1,2345678", "35k", "kr", "% 5", "5 kroner og 50", "1.234.56", "0.125.000"),
    ],
)
def test_what_says_no_number_is_none(raw: str) -> None:
    """Nothing that Python would take and a person would not write, and nothing half read."""
    with pytest.raises(BadValue) as refusal:
        read_number(raw)
    assert refusal.value.fault is Fault.NOT_A_NUMBER


@given(NUMBERS, KINDS)
def test_what_the_program_writes_has_one_meaning_in_every_kind(
    number: Decimal, kind: NumberKind
) -> None:
    """Three decimals get a nought behind them; nothing is rounded."""
    assert read_number(write_number(number), kind) == number


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.sampled_from((None, *Unit)))
def test_whole_numbers_are_written_and_read_alike(number: int, unit: Unit | None) -> None:
    assert read_number(write_number(Decimal(number)), NumberKind(whole=True, unit=unit)) == number


@given(
    st.text("0123456789.,- krmil%½/", max_size=14),
    st.sampled_from((ANY_NUMBER, *map(NumberKind, (True, False)))),
)
def test_a_sign_between_digits_never_makes_a_thousandth_unseen(raw: str, kind: NumberKind) -> None:
    """A point with three digits behind it is read as a decimal only where nothing else can be."""
    with suppress(BadValue):
        number = read_number(raw, kind)
        head, _, tail = raw.strip(" -").partition(".")
        if (
            head.isdigit()
            and head[0] != "0"
            and len(head) < 4
            and len(tail) == 3
            and tail.isdigit()
        ):
            assert abs(number) >= 1000


@pytest.mark.parametrize(
    ("low", "high", "meant"), [("0", "10", "1.234"), ("1000", "5000", "1234"), ("0", "5000", None)]
)
def test_the_range_tells_which_of_two_readings_is_meant(
    low: str, high: str, meant: str | None
) -> None:
    """Both readings are named where the range has room for both."""
    kind = NumberKind(minimum=Decimal(low), maximum=Decimal(high))
    if meant:
        assert read_number("1.234", kind) == Decimal(meant)
        return
    with pytest.raises(BadValue) as refusal:
        read_number("1.234", kind)
    assert refusal.value.readings == (Decimal(1234), Decimal("1.234"))


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_is_refused_in_another_or_is_no_unit_word(unit: Unit) -> None:
    """A percentage is nothing but a percentage."""
    if unit is Unit.PERCENT:
        assert read_number("5 %", NumberKind(unit=unit)) == 5
        return
    with pytest.raises(BadValue) as refusal:
        read_number("5 %", NumberKind(unit=unit))
    assert (refusal.value.fault, refusal.value.raw) == (Fault.OTHER_UNIT, "%")
