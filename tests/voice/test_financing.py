"""What is said of money: an example, what is left, who finds it, and what nobody knows."""

from dataclasses import replace
from datetime import date

import pytest
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
    money_book,
)
from small_book import MUNICIPALITY, at_least, case, coverage, need, rate

from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.case import DontKnow
from wizard.domain.conditions import RateRef
from wizard.domain.facts import Unit
from wizard.domain.text import Language
from wizard.plain.advice import plain_advice
from wizard.report.case import CaseAccount
from wizard.report.explanation import explain
from wizard.voice.wording import Wording


def said(advice: Advice, scheme: str, language: Language = Language.NB) -> str:
    """Return what is said of a scheme's money, with plain spaces."""
    wording = Wording(advice, language)
    return " ".join(wording.financing.of(scheme)).replace("\u00a0", " ")


def test_a_loan_says_what_is_missing_and_who_finds_it() -> None:
    """Two figures, the limit of the day, and that more is for Husbanken to decide."""
    assert said(advise(LOAN, EXCEPTION, answers=FOUR_AND_A_HALF), "lan") == (
        "Regneeksempel: En bolig på 120 m²* koster om lag 4,5 millioner kr å bygge "
        "og er verdt om lag 3 millioner kr. Da kan lånet være inntil om lag 2,7 millioner kr, som "
        "er 90 % av verdien. Da mangler om lag 1,8 millioner kr, som husstanden må skaffe. "
        "Husbanken kan låne ut mer, høyst alt som mangler, men avgjør det i hver sak. "
        "Se «Unntak»."
    )


def test_the_exception_promises_no_loan() -> None:
    """The gap without it, and that it can be anything down to nothing with it; in nynorsk."""
    advice = advise(LOAN, EXCEPTION, on=BEFORE_THE_CHANGE, answers=FOUR_AND_A_HALF)
    text = said(advice, "unntak", Language.NN)
    assert "Då kan lånet utan unntaket vere inntil om lag 2,5 millionar kr, som er 85 %" in text
    assert "bli alt frå 0 kr til om lag 2 millionar kr. Husbanken avgjer det i kvar sak." in text


def test_without_the_exception_a_loan_does_not_mention_more() -> None:
    """Only an exception that is possible in the case is held out."""
    assert "låne ut mer" not in said(advise(LOAN, answers=FOUR_AND_A_HALF), "lan")


def test_a_missing_answer_is_asked_for() -> None:
    """What is known is said, and the question that would tell the rest is named."""
    advice = advise(LOAN, answers={**FOUR_AND_A_HALF, "pris_m2": DontKnow()})
    text = said(advice, "lan")
    assert "koster om lag 4,5 millioner kr å bygge." in text
    assert text.endswith("Vi kan ikke regne ut mer før vi vet dette: Spørsmål pris_m2?")


def test_a_cap_is_printed_as_it_is() -> None:
    """Half of 4.5 million is more than anybody gets; the rest is what the cap leaves."""
    text = said(advise(GRANT, answers=FOUR_AND_A_HALF), "tilskudd")
    assert "Da kan beløpet være inntil 800 000 kr, som er det meste noen kan få." in text
    assert "Resten, om lag 3,7 millioner kr, må husstanden skaffe." in text


def test_a_range_says_when_the_most_is_given() -> None:
    """From the least cost that gives money to the cap."""
    assert said(advise(UPGRADE), "oppgradering").startswith(
        "Tilskuddet kan bli 10 000 kr til 75 000 kr. "
        "Det høyeste krever en kostnad på minst 300 000 kr."
    )


@pytest.mark.parametrize("language", Language)
def test_a_loan_that_covers_it_all_is_still_no_promise(language: Language) -> None:
    """Where the value is far above the cost, the administrator decides all the same."""
    swapped: Answers = {
        "kostnad_m2": FOUR_AND_A_HALF["pris_m2"],
        "pris_m2": FOUR_AND_A_HALF["kostnad_m2"],
    }
    text = said(advise(LOAN, answers=swapped), "lan", language)
    assert text.count("Husbanken") == 1
    assert "mangl" not in text


def test_json_is_exact_where_the_sentences_round() -> None:
    """85 % of three million is 2 550 000; what is unknown stays so."""
    advice = advise(LOAN, EXCEPTION, on=BEFORE_THE_CHANGE, answers=FOUR_AND_A_HALF)
    verdicts = plain_advice(CaseAccount(Wording(advice)))["vurderinger"]
    assert isinstance(verdicts, list)
    assert isinstance(verdicts[0], dict)
    money = verdicts[0]["penger"]
    assert isinstance(money, dict)
    assert (money["kostnad"], money["inntil"], money["rest"]) == ("4500000", "2550000", "1950000")
    assert money["minst"] == {"ukjent": True}
    assert money["rest_betales_av"] == ["husstand"]


@pytest.mark.parametrize("language", Language)
def test_what_om_lag_means_is_told_once_where_examples_are(language: Language) -> None:
    """After the figures that several schemes share, and on the page of one; never without."""
    meaning = {"nb": "rundet av. Det som mangler", "nn": "runda av. Det som manglar"}[language]
    wording = Wording(advise(LOAN, EXCEPTION, answers=FOUR_AND_A_HALF), language)
    assert " ".join(wording.financing.behind(["lan", "unntak"])).count(meaning) == 1
    page = " ".join(line.text for line in explain(wording, "lan"))
    assert page.count(meaning) == 1
    other = Wording(advise(UPGRADE), language)
    assert meaning not in " ".join(line.text for line in explain(other, "oppgradering"))


def test_a_limit_that_was_rounded_says_so() -> None:
    """A third of the cost up to 75 000 is reached at a cost that nobody writes out."""
    odd = replace(UPGRADE.editions[0].amount, share=RateRef("tredel"))
    rules = money_book(replace(UPGRADE, editions=(replace(UPGRADE.editions[0], amount=odd),)))
    third = rate("tredel", "33", Unit.PERCENT)
    rules = replace(rules, rates={**rules.rates, third.id: third})
    text = said(assess(case(), rules, MUNICIPALITY, TODAY), "oppgradering")
    assert "krever en kostnad på minst om lag 230 000 kr" in text


def test_a_cap_of_many_figures_is_printed_with_all_of_them() -> None:
    """Law is not rounded, however it is shared out."""
    rules = money_book(GRANT)
    cap = rate("tak", "1234567", Unit.KRONER)
    rules = replace(rules, rates={**rules.rates, cap.id: cap})
    text = said(assess(case(**FOUR_AND_A_HALF), rules, MUNICIPALITY, TODAY), "tilskudd")
    assert "inntil 1,234567 millioner kr, som er det meste" in text


def test_members_of_the_bundle_that_share_no_cost_say_so() -> None:
    """Each names the other, and no sum of the two is ever made."""
    always = at_least("kostnad_m2", "0")
    wanted = {id_: need(id_, always, always) for id_ in ("bygge", "ruste")}
    first = replace(GRANT, covers=(coverage("bygge"),))
    second = replace(UPGRADE, covers=(coverage("ruste"),))
    both = replace(money_book(first, second), needs=wanted)
    advice = assess(case(**FOUR_AND_A_HALF), both, MUNICIPALITY, TODAY)
    ending = "Kan ikke betale for det samme som {}, så beløpene kan ikke legges sammen."
    assert said(advice, "tilskudd").endswith(ending.format("oppgradering"))
    assert said(advice, "oppgradering").endswith(ending.format("tilskudd"))
    assert "Kan ikke betale" not in said(advise(GRANT, UPGRADE), "tilskudd")


def test_a_rate_stands_with_the_basis_of_the_value_that_was_used() -> None:
    """What changed the limit is not named of a day before the change."""
    always = at_least("kostnad_m2", "0")
    lonely = money_book(replace(LOAN, covers=(coverage("bygge"),)))
    rules = replace(lonely, needs={"bygge": need("bygge", always, always)})

    def limit(on: date) -> str:
        advice = assess(case(**FOUR_AND_A_HALF), rules, MUNICIPALITY, on)
        rows = Wording(advice, Language.NB).sources.rates()
        return next(row.basis for row in rows if row.name == "Lånegrense")

    assert limit(TODAY).endswith("§ 2")
    assert limit(BEFORE_THE_CHANGE).endswith("§ 1")
