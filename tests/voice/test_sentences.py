"""The sentences that say why, and that they are true."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_book import (
    DAY,
    FACTS,
    MUNICIPALITY,
    all_known,
    at_least,
    book,
    case,
    condition,
    coverage,
    is_,
    need,
    requirement,
    scheme,
)

from wizard.advice import assess
from wizard.domain.advice import Verdict
from wizard.domain.case import DONT_KNOW, Answer
from wizard.domain.conditions import Condition, FactTest, Not, Operator, RateRef
from wizard.domain.schemes import Scheme
from wizard.domain.text import Language, Text
from wizard.domain.values import Truth
from wizard.engine.conditions import decisive
from wizard.report.explanation import explain
from wizard.voice.wording import Wording

NEED = need("behov", severe=at_least("fast_tall", "3"), some=at_least("fast_tall", "1"))


def spoken(rule: Scheme, answers: dict[str, Answer], language: Language = Language.NB) -> Wording:
    """Return the wording of the advice to a kommune with these answers."""
    rules = book(rule, needs=(NEED,), questions=tuple(FACTS.values()))
    return Wording(assess(case(**answers), rules, MUNICIPALITY, DAY), language)


def reason(
    tree: Condition, answers: dict[str, Answer], language: Language = Language.NB
) -> list[str]:
    """Return the reasons of a scheme whose one requirement is the tree."""
    wording = spoken(scheme(requirements=(requirement("k", tree),)), answers, language)
    return [each.replace("\u00a0", " ") for each in wording.verdicts.reasons(_only(wording))]


def _only(wording: Wording) -> Verdict:
    return next(iter(wording.advice.verdicts.values()))


@pytest.mark.parametrize(
    ("tree", "answers", "sentence"),
    [
        (
            at_least("fast_tall", "25"),
            {"fast_tall": Decimal("24.99")},
            "Navn fast_tall er 24,99 %, under grensen på 25 %.",
        ),
        (
            FactTest("fast_tall", Operator.BELOW, Decimal(2)),
            {"fast_tall": Decimal(2)},
            "Navn fast_tall er 2 %, akkurat på grensen.",
        ),
        (
            FactTest("fast_tall", Operator.AT_LEAST, RateRef("lav")),
            {"fast_tall": Decimal(3)},
            "Navn fast_tall er 3 %, under grensen på 4 %*.",
        ),
        (
            is_("fast_valg", "a"),
            {"fast_valg": "b"},
            "Kommunen svarer «B» på «Spørsmål fast_valg?».",
        ),
        (
            is_("fast_valg", "a"),
            {"fast_valg": DONT_KNOW},
            "Kommunen vet ikke svaret på «Spørsmål fast_valg?».",
        ),
        (is_("fast_valg", "a"), {}, "«Spørsmål fast_valg?» er ikke besvart."),
        (
            FactTest("fast_tall", Operator.AT_LEAST, RateRef("ukjent")),
            {"fast_tall": Decimal(3)},
            "Satsen «Ukjent sats» er ikke kjent.",
        ),
    ],
)
def test_a_reason_says_what_was_found_and_what_was_asked_for(
    tree: Condition, answers: dict[str, Answer], sentence: str
) -> None:
    assert reason(tree, answers) == [f"{sentence} Se Loven § 1."]


def test_nynorsk_is_not_respelled() -> None:
    sentence = "Kommunen veit ikkje svaret på «Spørsmål fast_valg?». Sjå Loven § 1."
    assert reason(is_("fast_valg", "a"), {"fast_valg": DONT_KNOW}, Language.NN) == [sentence]


def test_the_rule_files_own_text_goes_before_the_leaves() -> None:
    texts = Text("Fordi {tall:fast_tall}.", "Difor {tall:fast_tall}.")
    own = replace(requirement("k", is_("fritt_valg", "a")), when_not_met=texts)
    wording = spoken(scheme(requirements=(own,)), {"fritt_valg": "b", "fast_tall": Decimal("7.4")})
    assert wording.verdicts.reasons(_only(wording)) == ["Fordi 7,4\u00a0%. Se Loven § 1."]


_RELATIONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "over": Decimal.__gt__,
    "under": Decimal.__lt__,
}


@given(
    st.decimals(0, 100, places=4),
    st.decimals(0, 100, places=2),
    st.sampled_from([Operator.AT_LEAST, Operator.BELOW]),
    st.sampled_from(Language),
)
def test_the_sentence_printed_is_true_of_the_numbers_printed(
    value: Decimal, limit: Decimal, operator: Operator, language: Language
) -> None:
    """Read the sentence as a person would: the numbers in it must stand as it says."""
    tree = FactTest("fast_tall", operator, limit)
    wording = spoken(scheme(relevant=tree), {"fast_tall": value}, language)
    outcome = _only(wording).relevant
    assert outcome is not None
    sentence = wording.sentences.leaf(outcome).rstrip(".").replace("\u00a0%", "")
    _, _, claim = sentence.partition(" er ")
    first, relation, *rest = claim.replace(",", ".").split()
    shown = Decimal(first.rstrip("."))
    if relation == "akkurat":
        assert shown == value == limit
    else:
        printed_limit = Decimal(rest[-1])
        assert _RELATIONS[relation](shown, printed_limit)
        assert _RELATIONS[relation](value, limit)


@given(st.data(), condition())
def test_a_printed_reason_is_one_that_the_verdict_depends_on(
    data: st.DataObject, tree: Condition
) -> None:
    """Take every printed reason's fact away, and the truth it explains must leave."""
    answers: dict[str, Answer] = dict(data.draw(all_known()))
    rule = scheme(requirements=(requirement("k", tree),))
    outcome = _only(spoken(rule, answers)).requirements["k"]
    printed = {_fact_of(leaf.condition) for leaf in decisive(outcome)}
    fewer = {id_: each for id_, each in answers.items() if id_ not in printed}
    after = _only(spoken(rule, fewer)).requirements["k"]
    if outcome.truth is not Truth.UNKNOWN:
        assert after.truth is Truth.UNKNOWN


def _fact_of(leaf: Condition) -> str:
    """Return the fact a leaf looks at; the one need of this world looks at one number."""
    return leaf.fact if isinstance(leaf, FactTest) else "fast_tall"


def test_the_explanation_shows_every_leaf_with_its_truth() -> None:
    rule = scheme(
        covers=(coverage("behov"),),
        relevant=Not(is_("fast_valg", "a")),
        requirements=(requirement("k", at_least("fritt_tall", "2")),),
    )
    wording = spoken(rule, {"fast_valg": "b", "fritt_tall": Decimal(1)})
    lines = [str(line).replace("\u00a0", " ") for line in explain(wording, "ordning")]
    assert lines[0] == "Ordning: Mulig når …"
    assert "    ✓ Ikke:" in lines
    assert "      ✗ Kommunen svarer «B» på «Spørsmål fast_valg?»." in lines
    assert "    ✗ Navn fritt_tall er 1 %, under grensen på 2 %." in lines
