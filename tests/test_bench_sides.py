"""What the benchmark times is the same work on both sides: same rules, same answers."""

from dataclasses import replace
from functools import cache

import pytest
from cases import DAY, Cases, Disagreement, Values, cases_of, completed, must_agree
from copies import multiplied, multiplied_values
from evidence import seen_by_walk
from growth import n_log_n
from hypothesis import given
from hypothesis import strategies as st
from small_book import FACTS, book, condition, fact_values, need, requirement, scheme
from verdicts import judged
from walk import LeanWalk
from zen_rules import ZenRules

from wizard.domain.conditions import NeedTest, Not, leaves
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import WhenUnknown
from wizard.domain.values import Unknown
from wizard.engine.compiled import KINDS, Program, compile_rules
from wizard.engine.facts import find_facts
from wizard.paths import RULES

WITHOUT_NEEDS = condition().filter(
    lambda tree: not any(isinstance(leaf, NeedTest) for leaf in leaves(tree))
)


@cache
def shipped() -> Cases:
    """Return the rules that are shipped with their cases."""
    return cases_of(RULES)


@cache
def program() -> Program:
    """Return the rules that are shipped, compiled."""
    return compile_rules(shipped().rulebook, DAY)


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
    must_agree(way.name, judged(program(), values), found)


def test_the_cases_for_zen_hold_nothing_unknown_and_verdicts_of_most_kinds() -> None:
    values = everything_known()
    assert not any(isinstance(value, Unknown) for each in values for value in each.values())
    assert len({KINDS[code] for codes in judged(program(), values) for code in codes}) >= 4


def test_zen_cannot_be_told_of_the_unknown() -> None:
    nothing: Values = dict.fromkeys(program().facts, Unknown())
    with pytest.raises(TypeError, match="two-valued"):
        ZenRules(shipped().rulebook).context(nothing)


def test_the_lean_walk_gives_the_verdicts_that_we_give() -> None:
    walk = LeanWalk(shipped().rulebook)
    values = known_and_unknown()
    must_agree("the walk", judged(program(), values), map(walk.codes, values))


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
            only_with=("ordning-0",) if number else (),
        )
        for number in range(2)
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
def test_the_lean_walk_and_the_compiled_rules_are_one_law(world: tuple[Rulebook, Values]) -> None:
    rulebook, values = world
    compiled = compile_rules(rulebook, DAY)
    assert LeanWalk(rulebook).codes(values) == compiled.judge(*compiled.row(values))


def test_the_walk_that_explains_sees_every_leaf_as_we_do() -> None:
    values, book_ = known_and_unknown(), shipped().rulebook
    seen = (seen_by_walk(book_, program(), each) for each in values)
    must_agree("the walk that explains", map(program().evidence, values), seen)


def test_another_rule_is_another_answer_and_stops_the_benchmark() -> None:
    values, rulebook = known_and_unknown(), shipped().rulebook
    startlan = rulebook.schemes["startlan"]
    assert startlan.relevant
    turned = replace(startlan, relevant=Not(startlan.relevant))
    other = replace(rulebook, schemes={**rulebook.schemes, "startlan": turned})
    walk = LeanWalk(other)
    with pytest.raises(Disagreement):
        must_agree("the walk", judged(program(), values), map(walk.codes, values))


def test_a_larger_rulebook_says_everything_as_many_times() -> None:
    larger = multiplied(shipped().rulebook, 3)
    compiled = compile_rules(larger, DAY)
    assert len(compiled.leaves) == 3 * len(program().leaves)
    values = known_and_unknown()
    more = [multiplied_values(each, 3) for each in values]
    must_agree("copies", (each * 3 for each in judged(program(), values)), judged(compiled, more))


@given(st.integers(2, 10_000), st.integers(1, 9), st.integers(1, 9))
def test_growing_twice_is_growing_by_the_product(size: int, first: int, then: int) -> None:
    in_steps = n_log_n(size, first) * n_log_n(size * first, then)
    assert n_log_n(size, first * then) == pytest.approx(in_steps)
    assert n_log_n(size, first) >= first
