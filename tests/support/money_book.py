"""A small world of money: a dwelling, a loan, the exception from its limit, and a grant."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from small_book import BASIS, MUNICIPALITY, book, case, question, rate, same, scheme

from wizard import advice
from wizard.domain.advice import Advice
from wizard.domain.case import Answer
from wizard.domain.conditions import RateRef
from wizard.domain.facts import ChangedBy, FactType, Unit
from wizard.domain.rulebook import ExampleDwelling, Rulebook
from wizard.domain.schemes import (
    Administrator,
    Amount,
    AmountBasis,
    AmountKind,
    Applicant,
    Scheme,
    SchemeKind,
)
from wizard.domain.sources import DatedValue, Rate

Answers = dict[str, Answer]
TODAY = date(2026, 11, 22)
BEFORE_THE_CHANGE = date(2025, 2, 16)


def amount(kind: AmountKind, share: str = "", **rest: object) -> Amount:
    """Return an amount with a share, changed as told."""
    ref = RateRef(share) if share else None
    plain = Amount(kind, ref, None, None, same("noe"), None, None)
    return replace(plain, **rest)  # type: ignore[arg-type]


def loan_limit(kind: AmountKind, **rest: object) -> Amount:
    """Return the share of the value that a person may borrow: 85 %, and 90 % from 17 Feb 2025."""
    return amount(kind, "belaning", basis=AmountBasis.VALUE, applicant=Applicant.PERSON, **rest)


LOAN = scheme(
    "lan",
    kind=SchemeKind.LOAN,
    administrator=Administrator.HUSBANKEN,
    amount=loan_limit(AmountKind.LOAN_TO_VALUE),
    applicants=(Applicant.PERSON, Applicant.COMPANY),
)
EXCEPTION = scheme(
    "unntak",
    kind=SchemeKind.LOAN,
    administrator=Administrator.HUSBANKEN,
    amount=loan_limit(AmountKind.EXCEPTION),
    applicants=(Applicant.PERSON,),
    only_with=("lan",),
)
GRANT = scheme(
    "tilskudd",
    kind=SchemeKind.GRANT,
    amount=amount(AmountKind.SHARE, "halv", basis=AmountBasis.COST, cap=RateRef("tak")),
    applicants=(Applicant.PERSON,),
    not_same_cost=("oppgradering",),
)
UPGRADE = scheme(
    "oppgradering",
    kind=SchemeKind.GRANT,
    amount=amount(AmountKind.SHARE, "kvart", cap=RateRef("lite_tak"), least_cost=RateRef("minste")),
    applicants=(Applicant.PERSON,),
)

_PER_M2 = {
    id_: replace(question(id_, ChangedBy.OTHERS, FactType.KRONER), unit=Unit.KRONER_PER_M2)
    for id_ in ("kostnad_m2", "pris_m2")
}
_LIMIT = Rate(
    "belaning",
    same("Lånegrense"),
    Unit.PERCENT,
    BASIS,
    None,
    (
        DatedValue(date(2020, 1, 1), Decimal(85)),
        DatedValue(date(2025, 2, 17), Decimal(90), replace(BASIS, section="§ 2")),
    ),
)
_RATES = {
    each.id: each
    for each in (
        _LIMIT,
        rate("areal", "120", Unit.M2),
        rate("halv", "50", Unit.PERCENT),
        rate("kvart", "25", Unit.PERCENT),
        rate("tak", "800000", Unit.KRONER),
        rate("lite_tak", "75000", Unit.KRONER),
        rate("minste", "40000", Unit.KRONER),
        replace(_LIMIT, id="uten_verdi", values=()),
    )
}


def money_book(*schemes: Scheme) -> Rulebook:
    """Return a rulebook of these schemes, with a dwelling of 120 m²."""
    plain = book(*schemes, questions=tuple(_PER_M2.values()))
    dwelling = ExampleDwelling("areal", "kostnad_m2", "pris_m2", same("Verdien er et anslag."))
    return replace(plain, rates={**plain.rates, **_RATES}, dwelling=dwelling)


def advise(*schemes: Scheme, answers: Answers | None = None, on: date = TODAY) -> Advice:
    """Return the advice on a day, with what is answered about `kostnad_m2` and `pris_m2`."""
    return advice.assess(case(**(answers or {})), money_book(*schemes), MUNICIPALITY, on)


# 120 m² at these prices cost 4.5 million to build and are worth 3.0 million.
FOUR_AND_A_HALF: Answers = {"kostnad_m2": Decimal(37500), "pris_m2": Decimal(25000)}
