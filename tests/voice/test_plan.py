"""The action plan in words: sums, collisions, the other choice, and what there is no room for."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from memos import advice_for, book, known

from wizard.advice import assess, new_case
from wizard.domain.advice import Advice
from wizard.domain.case import Answer
from wizard.domain.text import Language
from wizard.engine.planning.means import BANDS
from wizard.plain.advice import plain_advice
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording
from wizard.voice.words import OWN_COST


def account(advice: Advice, language: Language = Language.NB) -> CaseAccount:
    """Return what is said of some advice."""
    return CaseAccount(Wording(advice, language))


def changed(journey: str, **answers: Answer) -> CaseAccount:
    """Return what is said of a journey with some answers changed."""
    before = advice_for(journey)
    case = replace(before.case, answers={**before.case.answers, **answers})
    return account(assess(case, book(), before.municipality))


def blank() -> CaseAccount:
    """Return what is said of a case that nobody has answered."""
    municipality = known().get("5044")
    case = new_case(municipality, book(), advice_for("namsskogan").as_of, Language.NB)
    return account(assess(case, book(), municipality))


def said(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ")


def test_namsskogan_gets_what_we_would_defend_to_its_council() -> None:
    """Worked by hand in decision 0015, before the engine."""
    report = account(advice_for("namsskogan"))
    assert [each.item.scheme for each in report.core] == [
        "boligsosial-oversikt",
        "bolig-i-kommuneplanen",
        "radgivning-distriktssenteret",
        "radgivning-husbanken",
        "gjor-ordningene-kjent",
    ]
    assert [said(each) for each in report.sums_of_year] == [
        "I år: 11 av 11 uker som kommunen har oppgitt.",
        "Egne penger: inntil 200 000 kr*. Kommunen har oppgitt inntil 200 000 kr.",
    ]
    (conflict,) = report.conflicts
    assert said(conflict) == (
        "Arbeid med bolig i kommuneplanen blir ferdig tidligst 17. november 2027 når det venter på "
        "arbeid med boligsosial oversikt. Fristen er 1. juli 2027. Enten begynner "
        "kommunen senest 3. desember 2026 og gjør begge deler samtidig (8 uker av kommunens tid), "
        "eller så sier saken at fristen ikke blir holdt."
    )
    assert "kommunen rekker fristen for tilskudd til boligtiltak" in report.alternative
    assert "utsetter en plikt (arbeid med bolig i kommuneplanen)" in report.alternative


def test_an_overdue_duty_says_since_when_and_has_no_later_deadline() -> None:
    report = account(advice_for("namsskogan"))
    first = report.core[0]
    assert said(first.duty) == "Plikten har gjeldt siden 1. juli 2023."
    assert said(first.account.deadline) == "Skulle vært på plass fra 1. juli 2023"
    assert first.apply_by == ""


def test_weeks_that_nobody_stated_are_said_to_be_ours() -> None:
    report = changed("hareid", uker_til_boligarbeid=Decimal(0))
    assert "Loven krever dette" not in " ".join(report.conflicts)
    before = advice_for("namsskogan")
    silent = {
        id_: answer
        for id_, answer in before.case.answers.items()
        if id_ not in {"uker_til_boligarbeid", "arsverk_samfunnsplan", "egne_penger"}
    }
    case = replace(before.case, answers=silent)
    weeks, money, *_ = account(assess(case, book(), before.municipality)).sums
    assert "Kommunen har ikke oppgitt hvor mye tid den har" in weeks
    assert "Kommunen har ikke oppgitt hvor mye den har" in money


def test_a_duty_without_room_stands_first_among_what_does_not_add_up() -> None:
    report = changed("namsskogan", uker_til_boligarbeid=Decimal(0))
    assert report.core == ()
    first, second, *_ = report.conflicts
    assert first.startswith("Loven krever dette, men det er ikke plass til det: arbeid med bolig")
    assert "kommuneplanen" in second
    assert all("0 uker" not in each.why for each in report.no_room)


def test_a_duty_is_planned_with_the_money_there_is_and_the_sum_says_so() -> None:
    report = changed("namsskogan", egne_penger="ingenting")
    assert "bolig-i-kommuneplanen" in {each.item.scheme for each in report.core}
    assert "gjør dette med pengene den har: arbeid med bolig i kommuneplanen" in report.sums[1]


def test_what_has_no_room_says_what_it_would_take() -> None:
    why = {each.account.scheme.id: said(each.why) for each in changed("namsskogan").no_room}
    assert why["interkommunalt-plankontor"] == (
        "Det tar 6 uker. Det er 3 uker mer enn kommunen har igjen på 4 år. "
        "Det koster 200 000 kr til 1 000 000 kr*. Kommunen har oppgitt inntil 200 000 kr i året."
    )
    assert "Det koster inntil 200 000 kr*. Sammen med" in why["hjemmebesok-med-boligsjekk"]


def test_too_few_answers_give_questions_and_whom_to_call() -> None:
    report = blank()
    assert report.members == ()
    assert report.made_known == ()
    assert report.no_room == ()
    assert report.questions
    assert "svart på for lite" in report.empty
    assert "råd fra Husbanken" in report.empty
    plain = plain_advice(report)["handlingsplan"]
    assert isinstance(plain, dict)
    assert plain["grunnlag"] == "sporreark"
    assert plain["radgivning"] == ["radgivning-distriktssenteret", "radgivning-husbanken"]


def test_a_step_that_is_done_is_said_to_be_done() -> None:
    """Vadsø says that the places stand in the plan for the economy."""
    report = changed("vadso", heldogns_i_okonomiplan="ja")
    (grant,) = [m for m in report.members if m.item.scheme == "investeringstilskudd"]
    done = [step.when for step in grant.account.steps]
    assert done[2] == "allerede gjort"
    assert grant.account.group.is_firm


def test_the_grant_for_places_begins_with_the_step_that_opens_it() -> None:
    """Vadsø lacks places, and puts them first: the grant is first, whatever it still lacks."""
    core = account(advice_for("vadso")).core
    assert core[0].item.scheme == "investeringstilskudd"
    assert not core[0].account.group.is_firm


@pytest.mark.parametrize("language", Language)
def test_a_search_that_was_cut_off_is_told(language: Language) -> None:
    advice = advice_for("vinje")
    cut = replace(advice, plan=replace(advice.plan, exact=False))
    told, whole = account(cut, language).sums, account(advice, language).sums
    assert len(told) == len(whole) + 1
    assert "prøve alle" in told[-1]


def test_the_other_choice_never_denies_help_that_it_gives() -> None:
    """Lebesby: a coordinator helps with plans, and an office with neighbours carries the need."""
    report = account(advice_for("lebesby"))
    assert "Ulempen er at planen ikke svarer på «For få til å planlegge»" in report.alternative
    assert "hjelp til å planlegge" not in report.alternative


def test_a_kommune_with_nothing_but_time_is_not_said_to_have_no_kroner() -> None:
    for lacking in account(advice_for("fedje")).no_room:
        assert " 0 kr" not in said(lacking.why)


@pytest.mark.parametrize("language", list(Language))
def test_the_bands_of_money_say_the_limits_that_are_counted_with(language: Language) -> None:
    """The amounts in words are those of the sums, in both languages."""
    assert len(OWN_COST) == len(BANDS)
    for text, (least, most) in zip(OWN_COST, BANDS, strict=True):
        told = said(text.to(language)).replace(" 000", "000")
        amounts = [Decimal(each) for each in re.findall(r"\d+", told)]
        if "million" in told:
            amounts = [each * 10**6 if each < 1000 else each for each in amounts]
        assert amounts == [each for each in (least, most) if each]
