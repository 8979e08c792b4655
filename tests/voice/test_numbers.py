"""Numbers and dates as printed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.domain.facts import Unit
from wizard.domain.text import Language
from wizard.voice import numbers

DECIMALS = st.decimals(-(10**9), 10**9, places=6, allow_nan=False)


def read(shown: str) -> Decimal:
    """Read a printed number back as a reader would."""
    digits = shown.partition("%")[0]
    plain = digits.replace("\u00a0", "").replace("\u202f", "").replace("−", "-").replace(",", ".")
    return Decimal(plain)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("9.2", Unit.PERCENT, "9,2 %"),
        ("55026", Unit.INHABITANTS, "55 026 innbyggere"),
        ("1", Unit.WEEKS, "1 uke"),
        ("0.4", Unit.PERSON_YEARS, "0,4 årsverk"),
        ("2026", Unit.YEAR, "2026"),
        ("0.6667", Unit.RATIO, "0,67"),
        ("25000", Unit.KRONER_PER_M2, "25 000 kr per m²"),
        ("-7.4", Unit.PERCENT, "−7,4 %"),
    ],
)
def test_numbers_carry_their_unit_and_norwegian_separators(
    value: str, unit: Unit, shown: str
) -> None:
    found = numbers.number(Decimal(value), unit, Language.NB)
    assert found.replace("\u00a0", " ") == shown


def test_a_rate_is_never_rounded() -> None:
    quarter = numbers.exact(Decimal("0.25"), Unit.PERCENT, Language.NB)
    assert quarter == "0,25\u00a0%"


def test_nynorsk_has_its_own_units() -> None:
    assert numbers.number(Decimal(4), Unit.WEEKS, Language.NN) == "4\u00a0veker"
    assert numbers.number(Decimal(803), Unit.INHABITANTS, Language.NN) == "803\u00a0innbyggjarar"


def test_a_number_just_below_a_limit_is_not_rounded_up_to_it() -> None:
    shown, limit = numbers.compared(Decimal("24.99"), Decimal(25), Unit.PERCENT, Language.NB)
    assert (shown, limit) == ("24,99\u00a0%", "25\u00a0%")


@given(DECIMALS, DECIMALS)
def test_printed_numbers_stand_in_the_same_order_as_the_real_ones(a: Decimal, b: Decimal) -> None:
    shown, limit = numbers.compared(a, b, Unit.PERCENT, Language.NB)
    assert numbers.order(read(shown), read(limit)) == numbers.order(a, b)
    assert read(limit) == b


@given(st.integers(1, 10**6), st.integers(1, 10**6), DECIMALS)
def test_an_endless_fraction_beside_its_limit_stays_true(n: int, d: int, limit: Decimal) -> None:
    value = Decimal(n) / Decimal(d)
    shown, shown_limit = numbers.compared(value, limit, Unit.PERCENT, Language.NN)
    assert numbers.order(read(shown), read(shown_limit)) == numbers.order(value, limit)


def test_dates_are_written_out() -> None:
    assert numbers.day(date(2027, 5, 15), Language.NB) == "15. mai 2027"
    assert numbers.day(date(2027, 1, 1), Language.NN) == "1. januar 2027"
