"""What one dwelling could get: the laws of the sketch, and the case that everybody knows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from money_book import (
    BEFORE_THE_CHANGE,
    EXCEPTION,
    FOUR_AND_A_HALF,
    GRANT,
    LOAN,
    TODAY,
    UPGRADE,
    Answers,
    advise,
    amount,
    loan_limit,
    money_book,
)
from small_book import MUNICIPALITY, case, scheme

from wizard import advice
from wizard.domain.case import Answer, DontKnow
from wizard.domain.conditions import RateRef
from wizard.domain.money import Kroner, MoneySketch, Payer
from wizard.domain.schemes import Amount, AmountBasis, AmountKind, Applicant
from wizard.domain.values import Unknown
from wizard.voice.rounding import round_sketch, two_figures

MILLION = Decimal(1_000_000)


def sketch_of(what: Amount, answers: Answers, on: date = TODAY) -> MoneySketch:
    """Return the sketch of a lone scheme with that amount."""
    return advise(scheme("lan", amount=what), on=on, answers=answers).money["lan"]


def test_the_gap_of_the_known_example() -> None:
    """Cost 4.5 million, value 3.0: a person may borrow 2.7 million, and 1.8 is missing."""
    sketch = advise(LOAN, EXCEPTION, answers=FOUR_AND_A_HALF).money["lan"]
    assert (sketch.cost, sketch.value) == (Decimal("4.5") * MILLION, 3 * MILLION)
    assert (sketch.most, sketch.rest) == (Decimal("2.7") * MILLION, Decimal("1.8") * MILLION)
    assert sketch.payers == (Payer.HOUSEHOLD,)
    assert sketch.exception == "unntak"


def test_the_limit_is_that_of_the_day() -> None:
    """Before 17 February 2025 the limit was 85 %: 2.55 million, and 1.95 is missing."""
    sketch = advise(LOAN, EXCEPTION, on=BEFORE_THE_CHANGE, answers=FOUR_AND_A_HALF).money["unntak"]
    assert (sketch.most, sketch.rest) == (Decimal("2.55") * MILLION, Decimal("1.95") * MILLION)


def test_before_the_rate_is_known_no_loan_is() -> None:
    """A day that no value covers leaves the loan unknown, and no answer can help."""
    sketch = sketch_of(
        loan_limit(AmountKind.LOAN_TO_VALUE), on=date(2019, 1, 1), answers=FOUR_AND_A_HALF
    )
    assert sketch.most == Unknown()
    assert set(sketch.missing_rates) == {"belaning", "areal"}


@pytest.mark.parametrize("missing", ["kostnad_m2", "pris_m2"])
def test_what_is_not_answered_is_named(missing: str) -> None:
    """Unknown in, unknown out: the rest hangs on the question that would tell."""
    answers: Answers = {**FOUR_AND_A_HALF, missing: DontKnow()}
    sketch = sketch_of(loan_limit(AmountKind.LOAN_TO_VALUE), answers=answers)
    assert sketch.rest == Unknown(frozenset({missing}))
    assert sketch.open_facts == {missing}


def test_the_lower_of_cost_and_value_is_what_a_company_borrows_on() -> None:
    """85 % of 3.0 million, not of 4.5; the developer finds the rest."""
    what = amount(AmountKind.LOAN_TO_VALUE, "belaning", basis=AmountBasis.LOWEST)
    one = scheme("lan", amount=what, applicants=(Applicant.COMPANY,))
    sketch = advise(one, on=BEFORE_THE_CHANGE, answers=FOUR_AND_A_HALF).money["lan"]
    assert sketch.most == Decimal("2.55") * MILLION
    assert sketch.payers == (Payer.DEVELOPER,)


def test_an_upgrade_gets_something_between_the_least_cost_and_the_cap() -> None:
    """25 % from 40 000 kr, at most 75 000 kr, which costs of 300 000 kr reach."""
    sketch = advise(UPGRADE).money["oppgradering"]
    assert (sketch.least, sketch.most) == (Decimal(10_000), Decimal(75_000))
    assert sketch.reached_at == 300_000


def test_schemes_that_share_no_cost_say_so_both_ways() -> None:
    """Whichever of the two files names the other."""
    money = advise(GRANT, UPGRADE).money
    assert money["tilskudd"].not_same_cost == ("oppgradering",)
    assert money["oppgradering"].not_same_cost == ("tilskudd",)


@pytest.mark.parametrize(
    "kind",
    [kind for kind in AmountKind if kind.value in {"skjonn", "per_enhet", "gratis", "ukjent"}],
)
def test_what_is_decided_case_by_case_is_never_calculated(kind: AmountKind) -> None:
    """Discretion, amounts per unit and unknown rates give no sum, whatever is answered."""
    sketch = sketch_of(amount(kind, "halv", cap=RateRef("tak")), answers=FOUR_AND_A_HALF)
    assert (sketch.least, sketch.most, sketch.rest) == (Unknown(), Unknown(), Unknown())


PER_M2 = st.one_of(st.just(DontKnow()), st.integers(1_000, 200_000).map(Decimal))
RATES = st.sampled_from(["belaning", "halv", "kvart", "uten_verdi"])
CAPS = st.sampled_from([None, RateRef("tak"), RateRef("lite_tak")])
KINDS = st.sampled_from([AmountKind.SHARE, AmountKind.LOAN_TO_VALUE, AmountKind.EXCEPTION])
AMOUNTS = st.builds(
    lambda kind, share, basis, cap: amount(kind, share, basis=basis, cap=cap),
    KINDS,
    RATES,
    st.sampled_from(AmountBasis),
    CAPS,
)


@given(AMOUNTS, PER_M2, PER_M2)
def test_unknown_in_unknown_out(what: Amount, cost: Answer, price: Answer) -> None:
    """A sum is known exactly when all that it is made of is known."""
    sketch = sketch_of(what, answers={"kostnad_m2": cost, "pris_m2": price})
    used = {
        AmountBasis.COST: (cost,),
        AmountBasis.VALUE: (price,),
        AmountBasis.LOWEST: (cost, price),
        None: (),
    }[what.basis]
    known = bool(what.share) and what.share != RateRef("uten_verdi")
    known &= not any(isinstance(each, DontKnow) for each in used)
    assert isinstance(sketch.most, Decimal) == known
    assert isinstance(sketch.rest, Decimal) == (known and not isinstance(cost, DontKnow))


@given(AMOUNTS, PER_M2, PER_M2)
def test_nothing_is_above_its_limits(what: Amount, cost: Answer, price: Answer) -> None:
    """Never above the cap, never above the cost, and the parts make the whole; printed too."""
    exact = sketch_of(what, answers={"kostnad_m2": cost, "pris_m2": price})
    caps = {"tak": 800_000, "lite_tak": 75_000}
    for sketch in (exact, round_sketch(exact)):
        if isinstance(sketch.most, Decimal) and what.cap:
            assert sketch.most <= caps[what.cap.id]
        if isinstance(sketch.rest, Decimal) and isinstance(sketch.cost, Decimal):
            assert isinstance(sketch.most, Decimal)
            assert 0 <= sketch.rest <= sketch.cost
            assert 0 <= sketch.most <= sketch.cost
    if isinstance(exact.rest, Decimal) and isinstance(exact.most, Decimal):
        assert exact.most + exact.rest == exact.cost


@given(AMOUNTS, PER_M2, PER_M2)
def test_a_reader_who_subtracts_finds_what_is_printed(
    what: Amount, cost: Answer, price: Answer
) -> None:
    """One of the two parts is what is left of the printed cost when the other is taken away."""
    sketch = round_sketch(sketch_of(what, answers={"kostnad_m2": cost, "pris_m2": price}))
    whole, most, rest = sketch.cost, sketch.most, sketch.rest
    if not any(isinstance(each, Unknown) for each in (whole, most, rest)):
        assert isinstance(whole, Decimal)
        assert isinstance(most, Decimal)
        assert isinstance(rest, Decimal)
        assert two_figures(whole - most) == rest or two_figures(whole - rest) == most


def _figures(value: Kroner) -> int:
    if isinstance(value, Unknown):
        return 0
    return len(str(int(value)).rstrip("0"))


@given(AMOUNTS, PER_M2, PER_M2)
def test_nothing_is_printed_with_more_than_two_figures(
    what: Amount, cost: Answer, price: Answer
) -> None:
    """Nobody knows the third figure of what a dwelling costs."""
    sketch = round_sketch(sketch_of(what, answers={"kostnad_m2": cost, "pris_m2": price}))
    amounts = (sketch.least, sketch.most, sketch.cost, sketch.value, sketch.rest, sketch.reached_at)
    assert max(_figures(each) for each in amounts) <= 2


@given(st.decimals(1, 10**9, places=0))
def test_two_figures_are_close(value: Decimal) -> None:
    """Rounding moves an amount by five per cent at most."""
    assert abs(two_figures(value) - value) <= value / 20


def test_a_rulebook_without_a_dwelling_sketches_none() -> None:
    """An old rulebook is still read, and calculates nothing."""
    old = replace(money_book(LOAN), dwelling=None)
    sketch = advice.assess(case(), old, MUNICIPALITY, TODAY).money["lan"]
    assert (sketch.most, sketch.rest, sketch.open_facts) == (Unknown(), Unknown(), frozenset())
