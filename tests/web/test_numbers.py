"""Numbers are read the way people write them in Norway."""

from decimal import Decimal

import pytest

from wizard.domain.facts import FactType, Unit
from wizard.domain.text import Language
from wizard.web.forms.numbers import NotANumberError, canonical, shown


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("803", "803"),
        ("  803 ", "803"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("12 500", "12500"),
        ("12\u00a0500", "12500"),
        ("12\u202f500,75", "12500.75"),
        ("1\u2009000\u2009000", "1000000"),
        ("-7,4", "-7.4"),
        ("−7,4", "-7.4"),
        ("9,2 %", "9.2"),
        ("9,2 prosent", "9.2"),
        ("0,0", "0.0"),
    ],
)
def test_what_is_meant_is_understood(typed: str, number: str) -> None:
    """Comma or point, any space, any minus, the unit behind."""
    assert canonical(typed, FactType.PERCENT) == number


@pytest.mark.parametrize(
    "typed",
    ["mange", "ca. 5", "1,2,3", "1 5", "12 50", "1.000.000", "5-10", "٣", "\uff15", "", "1e3", "+"],
)
def test_what_is_unclear_is_not_guessed(typed: str) -> None:
    """A number that could be two numbers is none."""
    with pytest.raises(NotANumberError) as error:
        canonical(typed, FactType.DECIMAL)
    assert not error.value.fraction


@pytest.mark.parametrize("typed", ["1 1/2", "1/2", "½", "1½"])
def test_fractions_are_recognised(typed: str) -> None:
    """They get a message of their own, with an example."""
    with pytest.raises(NotANumberError) as error:
        canonical(typed, FactType.DECIMAL)
    assert error.value.fraction


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("number", "unit"),
    [
        ("0", None),
        ("803", Unit.INHABITANTS),
        ("1234567", Unit.KRONER),
        ("0.4", Unit.PERSON_YEARS),
        ("-7.4", Unit.PERCENT),
        ("99.999999", Unit.PERCENT),
        ("2019", Unit.YEAR),
    ],
)
def test_what_is_shown_in_a_box_reads_back_the_same(
    number: str, language: Language, unit: Unit | None
) -> None:
    """Opening a page and saving it changes nothing."""
    text = shown(Decimal(number), unit, language)
    assert Decimal(canonical(text, FactType.DECIMAL)) == Decimal(number)
