"""A reason is printed only if the verdict depends on it."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from random_book import VALUES, books, cases, kind, open_questions, table
from small_book import DAY, MUNICIPALITY, at_least, book, case, is_, question, requirement, scheme

from wizard.advice import assess
from wizard.domain.advice import Advice, Verdict
from wizard.domain.case import Case, DontKnow
from wizard.domain.conditions import AllOf, AnyOf, Not
from wizard.domain.facts import ChangedBy
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Scheme, VerdictKind
from wizard.domain.text import Language
from wizard.engine.whatif.reasons import Ground, Reasons
from wizard.voice.wording import Wording


def advised(asked: Case, rules: Rulebook) -> Advice:
    """Return the whole advice."""
    return assess(asked, rules, MUNICIPALITY, DAY)


def asked_for(facts: Iterable[str]) -> list[str]:
    """Return the questions behind some facts."""
    found = set(facts)
    if "sum" in found:
        found |= {"fast_tall", "fritt_tall"}
    return [id_ for id_ in VALUES if id_ in found]


def without(asked: Case, facts: Iterable[str]) -> Case:
    """Return the case as if nobody knew these facts."""
    gone = dict.fromkeys(asked_for(facts), DontKnow())
    return replace(asked, answers={**asked.answers, **gone})


def leaves(verdict: Verdict, asked: Case, rules: Rulebook, facts: Iterable[str]) -> bool:
    """Tell whether a verdict is another, or no longer certain, when these facts are taken away."""
    after = advised(without(asked, facts), rules).verdicts[verdict.scheme]
    return kind(after) != kind(verdict) or not after.settled


def known(grounds: Iterable[Ground], asked: Case) -> bool:
    """Tell whether everything that some grounds are said from is known, and something is."""
    facts = asked_for(fact for each in grounds for fact in each.facts)
    return bool(facts) and not set(facts).intersection(open_questions(asked))


@settings(max_examples=200, deadline=None)
@given(books(), cases(most_open=2))
def test_take_away_a_needed_reason_and_the_verdict_leaves(rules: Rulebook, asked: Case) -> None:
    advice = advised(asked, rules)
    weighed = Reasons(advice)
    for verdict in advice.verdicts.values():
        for ground in weighed.of(verdict).needed:
            if known([ground], asked):
                assert leaves(verdict, asked, rules, ground.facts), (verdict.scheme, ground)


@settings(max_examples=200, deadline=None)
@given(books(), cases(most_open=2))
def test_of_reasons_that_are_each_enough_one_is_enough(rules: Rulebook, asked: Case) -> None:
    advice = advised(asked, rules)
    weighed = Reasons(advice)
    for verdict in advice.verdicts.values():
        grounds = weighed.of(verdict)
        everything = {fact for way in grounds.enough for each in way for fact in each.facts}
        if not grounds.enough or not known(grounds.all, asked):
            continue
        assert leaves(verdict, asked, rules, everything), verdict.scheme
        for way in grounds.enough:
            kept = {fact for each in (*way, *grounds.needed) for fact in each.facts}
            bare = without(asked, set(asked_for(everything)).difference(asked_for(kept)))
            if verdict.kind is VerdictKind.AFTER_CHANGE:
                # Enough to stop it, whatever the other facts are: they may make it impossible.
                ends = table(bare, rules).ends(verdict.scheme)
                assert VerdictKind.RECOMMENDED not in {shown for shown, _ in ends}
            else:
                after = advised(bare, rules).verdicts[verdict.scheme]
                assert kind(after) == kind(verdict), (verdict.scheme, way)


WANTED = question("vil", ChangedBy.MUNICIPALITY)
OTHER = question("kan", ChangedBy.NEVER)


def said(rule: Scheme, **answers: str) -> list[str]:
    """Return the reasons of the one scheme there is, as they are read."""
    rules = book(rule, questions=(WANTED, OTHER))
    advice = advised(case(**answers), rules)
    return Wording(advice, Language.NB).verdicts.reasons(advice.verdicts["ordning"])


def test_a_reason_that_stands_alone_is_said_alone() -> None:
    assert said(scheme(relevant=is_("vil", "a")), vil="a") == [
        "Kommunen svarer «A» på «Spørsmål vil?»."
    ]


def test_reasons_that_are_each_enough_are_said_to_be() -> None:
    either = AnyOf((is_("vil", "a"), is_("kan", "a")))
    (sentence,) = said(scheme(relevant=either), vil="a", kan="a")
    assert sentence == (
        "Hver av disse grunnene er nok alene: "
        "Kommunen svarer «A» på «Spørsmål vil?». Kommunen svarer «A» på «Spørsmål kan?»."
    )


def test_what_can_never_matter_is_no_reason() -> None:
    """Whether the answer is a or not a, the scheme is recommended: so a is no reason."""
    whatever = AnyOf((is_("vil", "a"), Not(is_("vil", "a"))))
    assert said(scheme(relevant=whatever), vil="a") == [
        "Ingen av de åpne spørsmålene kan endre dette."
    ]


def test_only_what_cannot_be_changed_makes_a_scheme_impossible() -> None:
    """Both are missing; the one that can be changed is not why it is impossible."""
    both = AllOf((is_("vil", "a"), is_("kan", "a")))
    found = said(scheme(requirements=(requirement("k", both),)), vil="b", kan="b")
    assert found == ["Kommunen svarer «B» på «Spørsmål kan?». Se Loven § 1."]


def test_two_requirements_that_both_stop_are_each_enough() -> None:
    rule = scheme(
        requirements=(requirement("k", is_("vil", "a")), requirement("l", is_("vil", "b")))
    )
    rules = book(rule, questions=(WANTED,))
    verdict = advised(case(vil="c"), rules).verdicts["ordning"]
    assert verdict.kind is VerdictKind.AFTER_CHANGE
    rule = scheme(
        requirements=(requirement("k", is_("vil", "a")), requirement("l", at_least("uker", "2")))
    )
    rules = book(rule, questions=(WANTED,))
    advice = advised(case(vil="c", uker=Decimal(1)), rules)
    (sentence,) = Wording(advice, Language.NB).verdicts.reasons(advice.verdicts["ordning"])
    assert sentence.startswith("Hver av disse grunnene er nok alene:")
