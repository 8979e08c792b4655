"""What a scheme pays or costs, and what can be calculated of it (in rules: `belop`)."""

from wizard.domain.facts import Unit
from wizard.domain.schemes import Amount, AmountBasis, AmountKind, Applicant
from wizard.domain.text import Text
from wizard.rulebook.conditions import RATE_REF
from wizard.rulebook.ids import one_of
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Whole
from wizard.rulebook.records import Record, Spot, optional, required
from wizard.rulebook.texts import TEXT

_SHARES = {AmountKind.SHARE, AmountKind.LOAN_TO_VALUE, AmountKind.EXCEPTION}
_OF_SOMETHING = {*_SHARES, AmountKind.PER_UNIT}


def _check_amount(amount: Amount, spot: Spot) -> None:
    own_cost = amount.kind is AmountKind.OWN_COST
    if amount.band is not None and not own_cost:
        spot.report(say.BAND_NOT_WANTED, "band")
    if amount.kind in _SHARES and amount.share is None:
        spot.report(say.SHARE_MISSING, "type", type=amount.kind)
    if amount.kind in _OF_SOMETHING and amount.of is None:
        spot.report(say.OF_MISSING, "type")
    _check_what_is_calculated(amount, spot)
    if amount.kind in _SHARES:
        _check_units(amount, spot)


def _check_what_is_calculated(amount: Amount, spot: Spot) -> None:
    """Report what only a share has, beside another type."""
    for key, given in (
        ("grunnlag", amount.basis),
        ("gjelder", amount.applicant),
        ("minste_kostnad", amount.least_cost),
    ):
        if given is not None and amount.kind not in _SHARES:
            spot.report(say.ONLY_FOR_A_SHARE, key, key=key, types=listed(sorted(_SHARES)))
    if amount.kind is AmountKind.EXCEPTION and amount.basis is None:
        spot.report(say.BASIS_MISSING, "type")


def _check_units(amount: Amount, spot: Spot) -> None:
    """Report rates that are not in per cent or kroner, by what they are used for."""
    for key, ref, unit in (
        ("andel", amount.share, Unit.PERCENT),
        ("tak", amount.cap, Unit.KRONER),
        ("gulv", amount.floor, Unit.KRONER),
        ("minste_kostnad", amount.least_cost, Unit.KRONER),
    ):
        rate = spot.reading.rates.get(ref.id) if ref else None
        if rate is not None and rate.unit is not unit:
            spot.report(say.WRONG_AMOUNT_UNIT, key, id=rate.id, key=key, unit=unit)


AMOUNT = Record(
    Text("beløpet", "beløpet"),
    Amount,
    {
        "kind": required("type", one_of(AmountKind)),
        "share": optional("andel", RATE_REF),
        "cap": optional("tak", RATE_REF),
        "floor": optional("gulv", RATE_REF),
        "of": optional("av", TEXT),
        "band": optional("band", Whole(0, 4)),
        "note": optional("merknad", TEXT),
        "basis": optional("grunnlag", one_of(AmountBasis)),
        "least_cost": optional("minste_kostnad", RATE_REF),
        "applicant": optional("gjelder", one_of(Applicant)),
    },
    check=_check_amount,
)
