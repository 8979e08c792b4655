"""What stands in a box can be read back."""

from decimal import Decimal

import pytest

from wizard.domain.facts import Unit
from wizard.domain.number_kinds import NumberKind
from wizard.domain.numbers import read_number
from wizard.domain.text import Language
from wizard.web.forms.numbers import shown, without_about


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("number", "unit"),
    [
        ("0", None),
        ("803", Unit.INHABITANTS),
        ("1234567", Unit.KRONER),
        ("0.4", Unit.PERSON_YEARS),
        ("1.234", Unit.WEEKS),
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
    assert read_number(text, NumberKind(unit=unit)) == Decimal(number)


@pytest.mark.parametrize(
    "raw", ["ca 12", "ca. 12", "Ca.12", " rundt 12", "om lag 12", "omtrent 12", "cirka 12"]
)
def test_a_number_may_be_said_to_be_about_right(raw: str) -> None:
    """People write it before the number, and the number is what they mean."""
    assert without_about(raw) == "12"


@pytest.mark.parametrize("raw", ["rundtur 12", "12 ca", "12", "cabin 12"])
def test_only_a_word_for_about_is_left_out(raw: str) -> None:
    """What merely looks like one stays, to be refused."""
    assert without_about(raw) == raw
