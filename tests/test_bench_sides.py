"""What the benchmark times is the same work on both sides: same rules, same answers."""

from dataclasses import replace
from functools import cache

import pytest
from cases import DAY, Cases, Disagreement, Values, cases_of, completed, must_agree
from copies import multiplied, multiplied_values
from growth import n_log_n, size_of
from hypothesis import given
from hypothesis import strategies as st
from small_book import FACTS, book, condition, fact_values, need, requirement, scheme
from verdicts import codes, judged
from walk import LeanWalk
from zen_rules import ZenRules

from wizard.domain.conditions import NeedTest, Not, leaves
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import WhenUnknown
from wizard.domain.values import Unknown
from wizard.engine.facts import find_facts
from wizard.engine.law import Standing
from wizard.paths import RULES

WITHOUT_NEEDS = condition().filter(
    lambda tree: not any(isinstance(leaf, NeedTest) for leaf in leaves(tree))
)


@cache
def shipped() -> Cases:
    """Return the rules that are shipped with their cases."""
    return cases_of(RULES)


@cache
def known_and_unknown() -> list[Values]:
    """Return the values of the journeys and of some municipalities without an answer."""
    some = shipped().unanswered[::9]
    facts = (find_facts(case, shipped().rulebook, who, DAY) for case, who in some)
    unanswered = [{id_: each.value for id_, each in found.items()} for found in facts]
    return [*shipped().values(), *unanswered]


def everything_known() -> list[Values]:
    return [completed(each, shipped().rulebook) for each in known_and_unknown()]


@pytest.mark.parametrize("number", range(3))
def test_zen_gives_the_verdicts_that_we_give_when_everything_is_known(number: int) -> None:
    rules, values = ZenRules(shipped().rulebook), everything_known()
    way = rules.ways()[number]
    found = (way.codes(way.call(rules.context(each))) for each in values)
    must_agree(way.name, judged(shipped().rulebook, values), found)


def test_the_cases_for_zen_hold_nothing_unknown_and_verdicts_of_most_kinds() -> None:
    values = everything_known()
    assert not any(isinstance(value, Unknown) for each in values for value in each.values())
    assert (
        len({Standing(code).kind for found in judged(shipped().rulebook, values) for code in found})
        >= 4
    )


def test_zen_cannot_be_told_of_the_unknown() -> None:
    nothing: Values = dict.fromkeys(shipped().rulebook.facts, Unknown())
    with pytest.raises(TypeError, match="two-valued"):
        ZenRules(shipped().rulebook).context(nothing)


def test_the_lean_walk_gives_the_verdicts_that_we_give() -> None:
    walk = LeanWalk(shipped().rulebook)
    values = known_and_unknown()
    must_agree("the walk", judged(shipped().rulebook, values), map(walk.codes, values))


@st.composite
def small_worlds(draw: st.DrawFn) -> tuple[Rulebook, Values]:
    """Return any small rulebook, and values of which some are unknown for good."""
    schemes = [
        scheme(
            f"ordning-{number}",
            in_place=draw(st.none() | condition()),
            relevant=draw(st.none() | condition()),
            when_unknown=draw(st.sampled_from(WhenUnknown)),
            requirements=(requirement("krav", draw(condition())),),
            only_with=(f"ordning-{number - 1}",) if number else (),
        )
        for number in range(3)
    ]
    behov = need("behov", draw(WITHOUT_NEEDS), draw(WITHOUT_NEEDS))
    rulebook = book(*schemes, needs=(behov,), questions=tuple(FACTS.values()))
    values: Values = {fact: Unknown() for fact in rulebook.facts} | draw(fact_values())
    dead = draw(st.sets(st.sampled_from(sorted(values))))
    return rulebook, {
        fact: Unknown() if fact in dead and isinstance(value, Unknown) else value
        for fact, value in values.items()
    }


@given(small_worlds())
def test_the_lean_walk_and_the_walk_with_evidence_are_one_law(
    world: tuple[Rulebook, Values],
) -> None:
    rulebook, values = world
    assert LeanWalk(rulebook).codes(values) == codes(rulebook, values)


def test_another_rule_is_another_answer_and_stops_the_benchmark() -> None:
    values, rulebook = known_and_unknown(), shipped().rulebook
    startlan = rulebook.schemes["startlan"]
    assert startlan.relevant
    turned = replace(startlan, relevant=Not(startlan.relevant))
    other = replace(rulebook, schemes={**rulebook.schemes, "startlan": turned})
    walk = LeanWalk(other)
    with pytest.raises(Disagreement):
        must_agree("the walk", judged(shipped().rulebook, values), map(walk.codes, values))


def test_a_larger_rulebook_says_everything_as_many_times() -> None:
    larger = multiplied(shipped().rulebook, 3)
    assert size_of(larger) == 3 * size_of(shipped().rulebook)
    values = known_and_unknown()
    more = [multiplied_values(each, 3) for each in values]
    must_agree(
        "copies", (each * 3 for each in judged(shipped().rulebook, values)), judged(larger, more)
    )


@given(st.integers(2, 10_000), st.integers(1, 9), st.integers(1, 9))
def test_growing_twice_is_growing_by_the_product(size: int, first: int, then: int) -> None:
    in_steps = n_log_n(size, first) * n_log_n(size * first, then)
    assert n_log_n(size, first * then) == pytest.approx(in_steps)
    assert n_log_n(size, first) >= first
