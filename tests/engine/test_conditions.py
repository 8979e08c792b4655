"""Three-valued conditions."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_book import DAY, RATES, at_least, completions, condition, fact_values, is_

from wizard.domain.advice import NeedFinding, Outcome
from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Operator,
    RateRef,
    Severity,
)
from wizard.domain.values import FactValue, Truth, Unknown, all_met, any_met
from wizard.engine.conditions import Situation, compare, decisive, evaluate

TRUTHS = st.sampled_from(Truth)


def situation(facts: dict[str, FactValue], *severities: Severity) -> Situation:
    """Return a situation where the one need has the given possible severities."""
    possible = severities or (Severity.NONE, Severity.SOME, Severity.SEVERE)
    open_facts = frozenset({"behovsfakta"}) if len(possible) > 1 else frozenset[str]()
    return Situation(DAY, RATES, facts, {"behov": NeedFinding("behov", possible, open_facts)})


@given(TRUTHS, TRUTHS)
def test_de_morgan_holds_for_three_values(a: Truth, b: Truth) -> None:
    assert ~all_met([a, b]) is any_met([~a, ~b])
    assert ~any_met([a, b]) is all_met([~a, ~b])


@given(TRUTHS, TRUTHS, TRUTHS)
def test_and_and_or_are_kleenes(a: Truth, b: Truth, c: Truth) -> None:
    assert all_met([a, b]) is all_met([b, a])
    assert all_met([a, all_met([b, c])]) is all_met([all_met([a, b]), c])
    assert all_met([a, any_met([a, b])]) is a
    assert any_met([a, all_met([b, c])]) is all_met([any_met([a, b]), any_met([a, c])])
    assert ~~a is a


def test_unknown_is_not_no() -> None:
    unknown = evaluate(is_("fast_valg", "a"), situation({}))
    assert unknown.truth is Truth.UNKNOWN
    assert evaluate(Not(is_("fast_valg", "a")), situation({})).truth is Truth.UNKNOWN
    assert unknown.open_facts == {"fast_valg"}


@given(fact_values(), condition(), st.randoms(use_true_random=False))
def test_the_order_of_conditions_does_not_matter(
    facts: dict[str, FactValue], tree: Condition, random: object
) -> None:
    def shuffled(node: Condition) -> Condition:
        match node:
            case AllOf(parts) | AnyOf(parts):
                mixed = [shuffled(part) for part in parts]
                random.shuffle(mixed)  # type: ignore[attr-defined]
                return type(node)(tuple(mixed))
            case Not(part):
                return Not(shuffled(part))
        return node

    before = evaluate(tree, situation(facts))
    after = evaluate(shuffled(tree), situation(facts))
    assert (before.truth, before.open_facts) == (after.truth, after.open_facts)


@given(st.data(), fact_values(), condition())
def test_filling_in_an_unknown_fact_never_changes_a_settled_truth(
    data: st.DataObject, facts: dict[str, FactValue], tree: Condition
) -> None:
    before = evaluate(tree, situation(facts))
    after = evaluate(tree, situation(data.draw(completions(facts))))
    if before.truth is not Truth.UNKNOWN:
        assert after.truth is before.truth


@given(fact_values(), condition())
def test_an_unknown_truth_hangs_only_on_open_facts(
    facts: dict[str, FactValue], tree: Condition
) -> None:
    outcome = evaluate(tree, situation(facts))
    still_open = {id_ for id_, value in facts.items() if isinstance(value, Unknown)}
    assert outcome.open_facts <= still_open | {"behovsfakta"}
    if outcome.truth is not Truth.UNKNOWN:
        assert not outcome.open_facts


@given(st.data(), fact_values(), condition())
def test_facts_that_an_unknown_truth_does_not_hang_on_cannot_settle_it(
    data: st.DataObject, facts: dict[str, FactValue], tree: Condition
) -> None:
    before = evaluate(tree, situation(facts))
    filled = data.draw(completions(facts))
    only_others = {
        id_: facts[id_] if id_ in before.open_facts else value for id_, value in filled.items()
    }
    assert evaluate(tree, situation(only_others)).truth is before.truth


@given(fact_values(), condition())
def test_every_decisive_leaf_pulls_towards_the_truth_found(
    facts: dict[str, FactValue], tree: Condition
) -> None:
    """Give the facts of the decisive leaves the other truth, and the outcome must leave."""
    outcome = evaluate(tree, situation(facts))
    leaves = decisive(outcome)
    assert leaves
    if outcome.truth is Truth.UNKNOWN:
        assert all(leaf.truth is Truth.UNKNOWN for leaf in leaves)
        return
    flipped = {id(leaf.condition) for leaf in leaves}
    assert _with_flipped(outcome, flipped) is not outcome.truth


def _with_flipped(outcome: Outcome, flipped: set[int]) -> Truth:
    """Return the truth the tree would have with some leaves negated."""
    match outcome.condition:
        case FactTest() | NeedTest():
            return ~outcome.truth if id(outcome.condition) in flipped else outcome.truth
        case Not():
            return ~_with_flipped(outcome.parts[0], flipped)
        case AllOf():
            return all_met(_with_flipped(part, flipped) for part in outcome.parts)
        case AnyOf():
            return any_met(_with_flipped(part, flipped) for part in outcome.parts)


@pytest.mark.parametrize(
    ("operator", "value", "operand", "met"),
    [
        (Operator.IS, "a", "a", True),
        (Operator.IS, Decimal("1.0"), Decimal(1), True),
        (Operator.IS_ONE_OF, "a", frozenset({"b"}), False),
        (Operator.CONTAINS, frozenset({"a", "b"}), "a", True),
        (Operator.CONTAINS, frozenset[str](), "a", False),
        (Operator.CONTAINS_ANY, frozenset({"a"}), frozenset({"b", "c"}), False),
        (Operator.AT_LEAST, Decimal(5), Decimal(5), True),
        (Operator.BELOW, Decimal(5), Decimal(5), False),
        (Operator.AT_LEAST, DAY, DAY, True),
        (Operator.BELOW, DAY, DAY, False),
    ],
)
def test_each_operator_compares_as_its_name_says(
    operator: Operator, value: FactValue, operand: FactValue, *, met: bool
) -> None:
    assert not isinstance(value, Unknown)
    assert not isinstance(operand, Unknown)
    assert compare(operator, value, operand) is met


def test_comparing_what_has_no_order_is_an_error_in_the_program() -> None:
    with pytest.raises(TypeError):
        compare(Operator.AT_LEAST, "a", Decimal(1))
    with pytest.raises(TypeError):
        compare(Operator.CONTAINS, "a", "a")


def test_minst_and_under_leave_neither_gap_nor_overlap() -> None:
    for value in ("2.9999", "3", "3.0001"):
        facts: dict[str, FactValue] = {"fast_tall": Decimal(value)}
        above = evaluate(at_least("fast_tall", "3"), situation(facts)).truth
        below = evaluate(FactTest("fast_tall", Operator.BELOW, Decimal(3)), situation(facts)).truth
        assert above is ~below


def test_a_rate_that_nobody_knows_makes_the_leaf_unknown_and_hangs_on_no_question() -> None:
    leaf = FactTest("fast_tall", Operator.AT_LEAST, RateRef("ukjent"))
    outcome = evaluate(leaf, situation({"fast_tall": Decimal(3)}))
    assert (outcome.truth, outcome.open_facts) == (Truth.UNKNOWN, frozenset())


def test_a_need_is_met_not_met_or_open_by_the_severities_left() -> None:
    severe = NeedTest("behov", Severity.SEVERE)
    assert evaluate(severe, situation({}, Severity.SEVERE)).truth is Truth.MET
    assert evaluate(severe, situation({}, Severity.NONE, Severity.SOME)).truth is Truth.NOT_MET
    assert evaluate(severe, situation({}, Severity.SOME, Severity.SEVERE)).truth is Truth.UNKNOWN
    some = NeedTest("behov", Severity.SOME)
    assert evaluate(some, situation({}, Severity.SOME, Severity.SEVERE)).truth is Truth.MET
