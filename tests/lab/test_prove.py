"""A fault of each kind is found, at its place, with a case that shows it; sound rules give none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from random_book import VALUES, books, judged, kind
from small_book import (
    DAY,
    MUNICIPALITY,
    at_least,
    book,
    case,
    coverage,
    is_,
    need,
    question,
    requirement,
    same,
    scheme,
)

from wizard.advice import assess
from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    FactTest,
    Not,
    Operator,
    RateRef,
)
from wizard.domain.facts import ChangedBy, FactType, Option, Question, Unit
from wizard.domain.place import Place
from wizard.domain.plan_rules import PlanRules
from wizard.domain.proofs import Claim, Finding, Proofs
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Effect, Funding, OnPurpose, Scheme, SchemeKind
from wizard.domain.sources import DatedValue, Rate
from wizard.domain.values import Value
from wizard.lab.mutants import mutants
from wizard.lab.prove.between import prove_equal
from wizard.lab.prove.proving import prove
from wizard.lab.prove.shown import owner_shown
from wizard.municipalities import Municipalities
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.rulebook import load

# To shrink a whole rulebook takes minutes, and what is drawn is small as it is.
_NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
ALONE = Municipalities.of([MUNICIPALITY], [], [], date(2026, 1, 1), "1")
HERE = Place("tiltak/ordning.yaml", 7, 3)
Q = question("valg", ChangedBy.NEVER)
BOXES = replace(
    question("bokser", ChangedBy.MUNICIPALITY, FactType.MANY),
    options=tuple(Option(each, same(each.upper())) for each in "ab"),
)
SHARE = replace(
    question("andel", ChangedBy.OTHERS, FactType.PERCENT),
    minimum=Decimal(0),
    maximum=Decimal(100),
)
TICKED = AllOf(tuple(FactTest("bokser", Operator.CONTAINS, each) for each in "ab"))
SOUND = (
    scheme("ordning", relevant=at_least("andel", "25"), requirements=(requirement("k", TICKED),)),
    scheme("tredje", in_place=TICKED),
    scheme("annen", relevant=is_("valg", "a"), covers=(coverage("behov"),)),
)
NEED = need("behov", is_("valg", "a"), is_("valg", "b"))


def sound(
    *schemes: Scheme,
    needs: tuple[Need, ...] = (NEED,),
    questions: tuple[Question, ...] = (Q, BOXES, SHARE),
) -> Rulebook:
    """Return a rulebook where everything makes a difference, with some schemes more or instead."""
    named = {each.id: each for each in (*SOUND, *schemes)}
    return book(*named.values(), needs=needs, questions=questions)


def proven(rules: Rulebook) -> Proofs:
    """Return the proofs of a rulebook for the one municipality of the small world."""
    return prove(rules, ALONE, DAY)


def open_in(proofs: Proofs) -> list[Finding]:
    """Return the findings that nobody has explained."""
    return [each for proof in proofs.proofs for each in proof.open]


def test_sound_rules_give_no_finding() -> None:
    proofs = proven(sound())
    assert proofs.hold
    assert not list(proofs.findings)
    assert {each.claim for each in proofs.proofs} == set(Claim) - {Claim.EQUAL}
    counted = {each.claim: each.looked for each in proofs.proofs}
    # Two comparisons of the need, and six of the schemes.
    assert (counted[Claim.CONDITIONS], counted[Claim.REQUIREMENTS]) == (8, 1)


def narrowed(**changes: object) -> Rulebook:
    """Return the sound rules with something else said of the first scheme."""
    return sound(replace(scheme("ordning", **changes), place=HERE))


def asked(**changes: object) -> Rulebook:
    """Return the sound rules with one more question, that some scheme looks at."""
    extra = replace(question("mer", ChangedBy.NEVER), place=HERE, **changes)  # type: ignore[arg-type]
    looks = scheme("ser", relevant=is_("mer", "a"))
    return sound(looks, questions=(Q, BOXES, SHARE, extra))


WITHIN = replace(at_least("andel", "20"), place=HERE)
UNREACHED = AllOf((at_least("andel", "30"), Not(at_least("andel", "20"))))
CLOSED = scheme("lukket", funding=Funding.CLOSED)
PAST = replace(scheme().editions[0], valid_to=date(2025, 12, 31))
LATER = replace(scheme().editions[0], valid_from=date(2026, 2, 1))
FROM_2027 = (DatedValue(date(2027, 1, 1), Decimal(5)),)
RATE = Rate("ny", same("Ny"), Unit.PERCENT, None, same("Vår"), FROM_2027)
LOST = replace(need("tomt", is_("valg", "c"), is_("valg", "b")), contact="lukket", place=HERE)
BY_RATE = replace(FactTest("andel", Operator.AT_LEAST, RateRef("ny")), place=HERE)
FAULTS = {
    "a comparison that another holds already": (
        narrowed(relevant=AllOf((at_least("andel", "25"), WITHIN))),
        Claim.CONDITIONS,
    ),
    "an alternative that can never be so": (
        narrowed(
            relevant=AnyOf((at_least("andel", "25"), AllOf((WITHIN, Not(at_least("andel", "10"))))))
        ),
        Claim.CONDITIONS,
    ),
    "a limit outside what can be answered": (
        narrowed(relevant=replace(at_least("andel", "0"), place=HERE)),
        Claim.CONDITIONS,
    ),
    "a requirement that is met by all it comes to": (
        narrowed(
            relevant=at_least("andel", "25"),
            requirements=(replace(requirement("k", WITHIN), place=HERE),),
        ),
        Claim.REQUIREMENTS,
    ),
    "a scheme that nobody can be advised": (narrowed(relevant=UNREACHED), Claim.SCHEMES),
    "a question that is never asked": (
        asked(applies=UNREACHED, otherwise="b"),
        Claim.OPTIONS,
    ),
    "an option that nobody is offered": (
        asked(options=(Option("a", same("A")), Option("b", same("B"), applies=UNREACHED))),
        Claim.OPTIONS,
    ),
    "a box that no rule looks at": (
        sound(
            questions=(
                Q,
                replace(BOXES, place=HERE, options=(*BOXES.options, Option("c", same("C")))),
                SHARE,
            )
        ),
        Claim.OPTIONS,
    ),
    "a question that no rule looks at": (
        sound(questions=(Q, BOXES, SHARE, replace(question("mer", ChangedBy.NEVER), place=HERE))),
        Claim.OPTIONS,
    ),
    "an alternative that nothing tells from another": (
        asked(options=tuple(Option(each, same(each.upper())) for each in "abc")),
        Claim.OPTIONS,
    ),
    "days between editions": (narrowed(editions=(PAST, LATER)), Claim.EDITIONS),
    "days with two editions": (
        narrowed(editions=(PAST, replace(LATER, valid_from=date(2025, 12, 31)))),
        Claim.EDITIONS,
    ),
    "a need whose contact is closed": (
        sound(CLOSED, needs=(NEED, LOST)),
        Claim.NEEDS,
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_where_it_is(fault: str) -> None:
    rules, claim = FAULTS[fault]
    found = [each for each in open_in(proven(rules)) if each.claim is claim]
    assert found, fault
    assert any(each.place == HERE or claim is Claim.OPTIONS for each in found)
    for each in found:
        assert each.shown is not None
        advice = assess(each.shown.case, rules, MUNICIPALITY, each.shown.on)
        if claim is not Claim.NEEDS:
            assert owner_shown(advice, each.subject) == each.shown.says


def test_a_rate_that_is_not_known_yet_is_found() -> None:
    rules = narrowed(relevant=BY_RATE)
    rules = replace(rules, rates={**rules.rates, "ny": RATE})
    (found,) = (each for each in open_in(proven(rules)) if each.claim is Claim.EDITIONS)
    assert found.place == HERE
    assert "2026" in found.what.nb


def test_two_that_exclude_each_other_and_are_only_made_known_are_found() -> None:
    """Whoever is only told of is not chosen; then «alternativ_til» does nothing."""
    told = scheme(
        "fortalt",
        stated_effect=Effect.INFORMS,
        alternative_to=("annen",),
        relevant=is_("valg", "a"),
        covers=(coverage("behov"),),
    )
    told = replace(told, place=HERE)
    known = scheme("kjent", kind=SchemeKind.LOAN, covers=(coverage("behov", main=False),))
    rules = replace(sound(told, known), plan=PlanRules(make_known="kjent"))
    (found,) = (each for each in open_in(proven(rules)) if each.claim is Claim.RIVALS)
    assert found.place == HERE
    assert found.shown is not None
    advice = assess(found.shown.case, rules, MUNICIPALITY, found.shown.on)
    there = {each.scheme for each in advice.bundle.items} | set(advice.plan.made_known)
    assert {"fortalt", "annen"} <= there


def test_two_that_exclude_each_other_are_never_chosen_together() -> None:
    rules = sound(scheme("rival", relevant=is_("valg", "a"), alternative_to=("annen",)))
    (proof,) = (each for each in proven(rules).proofs if each.claim is Claim.RIVALS)
    assert (proof.holds, proof.looked, proof.situations > 0) == (True, 1, True)


def test_a_need_that_nothing_carries_is_told_with_whom_to_ask() -> None:
    rules = sound(needs=(NEED, need("tomt", is_("valg", "c"), is_("valg", "b"))))
    (proof,) = (each for each in proven(rules).proofs if each.claim is Claim.NEEDS)
    (note,) = proof.notes
    assert proof.holds
    assert note.subject == "tomt"
    assert note.shown is not None
    assert note.shown.case.answers["valg"] == "c"


def test_what_is_on_purpose_is_no_finding_and_said_in_vain_it_is() -> None:
    why = OnPurpose("k", same("Loven sier det."), HERE)
    gate = requirement("k", WITHIN)
    kept = narrowed(relevant=at_least("andel", "25"), requirements=(gate,), on_purpose=(why,))
    proofs = proven(kept)
    assert proofs.hold
    assert [each.explained for each in proofs.findings] == [why.reason]
    vain = narrowed(
        relevant=at_least("andel", "25"),
        requirements=(requirement("k", TICKED),),
        on_purpose=(why,),
    )
    assert [(each.subject, each.part) for each in open_in(proven(vain))] == [("ordning", "k")]


def test_days_without_rules_that_are_explained_are_told_with_why() -> None:
    explained = narrowed(editions=(PAST, replace(LATER, gap=same("Tilskuddet var stanset."))))
    (proof,) = (each for each in proven(explained).proofs if each.claim is Claim.EDITIONS)
    (told,) = proof.findings
    assert proof.holds
    assert told.explained == same("Tilskuddet var stanset.")
    assert "31. januar 2026" in told.what.nb


def entangled() -> Rulebook:
    """Return rules too tangled to draw: each of sixteen pairs is asked for far apart."""
    questions = tuple(question(f"q{n:02}", ChangedBy.NEVER) for n in range(32))
    pairs = tuple(AnyOf((is_(f"q{n:02}", "a"), is_(f"q{n + 16:02}", "a"))) for n in range(16))
    return book(scheme("floket", relevant=AllOf(pairs)), questions=questions)


def test_what_cannot_be_drawn_is_not_called_proven() -> None:
    proofs = proven(entangled())
    assert not proofs.hold
    assert any("floket" in each.unproven for each in proofs.proofs)


@settings(max_examples=10, phases=_NO_SHRINKING, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_two_rulebooks_are_equal_just_when_no_answers_tell_them_apart(data: st.DataObject) -> None:
    """Against every full set of answers, for a rulebook and one of its small wrongs."""
    rules = data.draw(books(derived=False))
    wrongs = [each.rulebook for each in mutants(rules)]
    other = data.draw(st.sampled_from(wrongs)) if wrongs else rules
    proofs = prove_equal(rules, other, ALONE, DAY, ("a", "b"))
    (proof,) = proofs.proofs
    told = {each.subject for each in proof.findings}
    for answers in _some_full(data):
        one, two = judged(case(**answers), rules), judged(case(**answers), other)
        for id_ in rules.schemes:
            if id_ not in told:
                assert kind(one.verdicts[id_]) == kind(two.verdicts[id_])
        for id_ in rules.needs:
            if id_ not in told:
                assert one.needs[id_].possible == two.needs[id_].possible
    for each in proof.findings:
        if each.shown:
            sides = (assess(each.shown.case, book_, MUNICIPALITY, DAY) for book_ in (rules, other))
            assert len({owner_shown(advice, each.subject).nb for advice in sides}) == 2


def _some_full(data: st.DataObject) -> list[dict[str, Value]]:
    answers: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
        {id_: st.sampled_from(each) for id_, each in VALUES.items()}
    )
    return data.draw(st.lists(answers, min_size=8, max_size=8))


def test_what_is_reckoned_and_what_the_sources_say_have_a_case_that_shows_it() -> None:
    """A limit on what is calculated, and one on a figure: the case has what leads there."""
    ours, everybody = load(RULES), load_municipalities(DATA)
    for limit, factor in (("verdigap", Decimal("0.9")), ("hoy_andel_80", Decimal("1.2"))):
        rate = ours.rates[limit]
        values = tuple(
            replace(each, value=each.value * factor)
            for each in rate.values
            if isinstance(each.value, Decimal)
        )
        other = replace(ours, rates={**ours.rates, limit: replace(rate, values=values)})
        (proof,) = prove_equal(ours, other, everybody, date(2026, 11, 28), ("a", "b")).proofs
        shown = [(each.subject, each.shown.case) for each in proof.findings if each.shown]
        assert shown, limit
        for subject, case_ in shown:
            kommune = everybody.get(case_.municipality_number)
            sides = (assess(case_, book_, kommune, case_.as_of) for book_ in (ours, other))
            assert len({owner_shown(advice, subject).nb for advice in sides}) == 2, subject
