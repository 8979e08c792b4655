"""Our own rules on the example that everybody knows: cost 4.5 million, value 3.0."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from wizard.advice import assess
from wizard.domain.money import MoneySketch
from wizard.domain.schemes import AmountKind
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.rulebook import load

_BOOK = load(RULES)
_JOURNEY = _BOOK.journeys["namsskogan"].case
_MILLION = Decimal(1_000_000)


def _sketch(scheme: str, on: date) -> MoneySketch:
    known = {"byggekostnad_m2": Decimal(37500), "pris_enebolig_m2": Decimal(25000)}
    case = replace(_JOURNEY, answers={**_JOURNEY.answers, **known})
    place = load_municipalities(DATA).get(case.municipality_number)
    return assess(case, _BOOK, place, on).money[scheme]


@pytest.mark.parametrize("scheme", ["distriktsunntak", "lan-til-miljovennlige-boliger"])
@pytest.mark.parametrize(
    ("on", "most", "rest"),
    [(date(2026, 11, 22), "2.7", "1.8"), (date(2025, 2, 16), "2.55", "1.95")],
)
def test_what_a_person_lacks_without_the_exception(
    scheme: str, on: date, most: str, rest: str
) -> None:
    """§ 7-4: 90 % of the value from 17 February 2025, 85 % before."""
    sketch = _sketch(scheme, on)
    assert (sketch.most, sketch.rest) == (Decimal(most) * _MILLION, Decimal(rest) * _MILLION)
    assert sketch.exception == "distriktsunntak"


@pytest.mark.parametrize(
    ("scheme", "rest"), [("utleielan-tilvisning", "1.95"), ("utleielan-kommune", "1.5")]
)
def test_what_others_lack(scheme: str, rest: str) -> None:
    """85 % of the value for a company that lets, 100 % for a municipality."""
    assert _sketch(scheme, date(2026, 11, 22)).rest == Decimal(rest) * _MILLION


def test_every_loan_on_new_dwellings_can_be_calculated() -> None:
    """Only the upgrade of a dwelling has a value that no fact tells."""
    loans = {
        id_
        for id_, scheme in _BOOK.schemes.items()
        for edition in scheme.editions
        if edition.amount.kind is AmountKind.LOAN_TO_VALUE and edition.amount.basis is None
    }
    assert loans == {"lan-til-oppgradering"}
