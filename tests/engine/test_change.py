"""What to change, against changing everything in every way."""

from decimal import Decimal
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from random_book import QUESTIONS, VALUES, books, cases, judged, with_answers
from small_book import DAY, MUNICIPALITY, at_least, book, case, is_, question, requirement, scheme

from wizard.advice import assess
from wizard.domain.advice import Change
from wizard.domain.case import Answer, Case
from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, Operator, leaves
from wizard.domain.facts import ChangedBy, FactType
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import VerdictKind
from wizard.domain.values import Truth
from wizard.engine.conditions import Situation, evaluate

CAN_CHANGE = [each.id for each in QUESTIONS if each.changed_by.by_municipality]
RECOMMENDED = VerdictKind.RECOMMENDED


def gates(rules: Rulebook, scheme_id: str) -> set[str]:
    """Return the facts that the requirements of a scheme and its companions look at."""
    found = set[str]()
    for id_ in (scheme_id, *rules.schemes[scheme_id].only_with):
        for each in rules.schemes[id_].editions[0].requirements:
            found |= {leaf.fact for leaf in leaves(each.condition) if isinstance(leaf, FactTest)}
    return found


def steps_between(old: object, new: object) -> int:
    """Return how many decisions a change takes: each box is one."""
    if isinstance(old, frozenset) and isinstance(new, frozenset):
        return len(old ^ new)
    return int(old != new)


def fewest_decisions(rules: Rulebook, asked: Case, scheme_id: str) -> int | None:
    """Return the fewest decisions that recommend a scheme, by trying all; nothing if none do."""
    able = [id_ for id_ in CAN_CHANGE if id_ in gates(rules, scheme_id)]
    best = None
    for size in range(len(able) + 1):
        for facts in combinations(able, size):
            for values in product(*(VALUES[id_] for id_ in facts)):
                moved = with_answers(asked, dict(zip(facts, values, strict=True)))
                if judged(moved, rules).verdicts[scheme_id].kind is RECOMMENDED:
                    cost = sum(
                        steps_between(asked.answers[id_], value)
                        for id_, value in zip(facts, values, strict=True)
                    )
                    best = cost if best is None else min(best, cost)
    return best


def answers_that_do(way: tuple[Change, ...], asked: Case) -> Case:
    """Return the case with the changes of a way made, each with the first value that does."""
    wanted: dict[str, list[Condition]] = {}
    for change in way:
        wanted.setdefault(change.fact, []).append(change.wanted)
    values = {
        fact: min(
            (
                value
                for value in VALUES[fact]
                if all(
                    evaluate(each, Situation(DAY, {}, {fact: value}, {})).truth is Truth.MET
                    for each in conditions
                )
            ),
            key=lambda value: steps_between(asked.answers[fact], value),
        )
        for fact, conditions in wanted.items()
    }
    return with_answers(asked, values)


@settings(max_examples=120, deadline=None)
@given(books(derived=False), cases(most_open=0))
def test_the_smallest_change_is_as_small_as_trying_everything_finds(
    rules: Rulebook, asked: Case
) -> None:
    for id_, verdict in assess(asked, rules, MUNICIPALITY, DAY).verdicts.items():
        if verdict.kind is not VerdictKind.AFTER_CHANGE:
            continue
        fewest = fewest_decisions(rules, asked, id_)
        assert (len(verdict.changes) or None) == fewest, id_
        for way in verdict.ways:
            assert len(way) == fewest
            moved = answers_that_do(way, asked)
            assert judged(moved, rules).verdicts[id_].kind is RECOMMENDED


@settings(max_examples=120, deadline=None)
@given(books(), cases())
def test_nobody_is_told_to_change_what_others_decide(rules: Rulebook, asked: Case) -> None:
    for verdict in assess(asked, rules, MUNICIPALITY, DAY).verdicts.values():
        assert {each.fact for way in verdict.ways for each in way} <= set(CAN_CHANGE)


SOON = question("vedtak", ChangedBy.MUNICIPALITY)
LATER = question("hender", ChangedBy.OVER_TIME, FactType.DECIMAL)
FIXED = question("lov", ChangedBy.NEVER)


def ways(condition: Condition, **answers: Answer) -> list[list[str]]:
    """Return the facts of each way to the one scheme there is."""
    rules = book(
        scheme(requirements=(requirement("k", condition),)), questions=(FIXED, LATER, SOON)
    )
    verdict = assess(case(**answers), rules, MUNICIPALITY, DAY).verdicts["ordning"]
    return [[each.fact for each in way] for way in verdict.ways]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (is_("vedtak", "a"), [["vedtak"]]),
        (AllOf((is_("vedtak", "a"), at_least("hender", "2"))), [["hender", "vedtak"]]),
        (AnyOf((at_least("hender", "2"), is_("vedtak", "a"))), [["vedtak"], ["hender"]]),
        (AllOf((is_("lov", "a"), is_("vedtak", "a"))), []),
    ],
)
def test_what_can_be_decided_now_comes_before_what_takes_time(
    condition: Condition, expected: list[list[str]]
) -> None:
    assert ways(condition, vedtak="b", hender=Decimal(1), lov="b") == expected


def test_a_change_says_every_answer_that_would_do() -> None:
    wide = FactTest("vedtak", Operator.IS_ONE_OF, frozenset("ac"))
    rules = book(scheme(requirements=(requirement("k", wide),)), questions=(SOON,))
    verdict = assess(case(vedtak="b"), rules, MUNICIPALITY, DAY).verdicts["ordning"]
    assert verdict.changes == (Change("vedtak", wide),)


def test_nobody_is_advised_to_get_a_need() -> None:
    """That the situation does not call for a scheme is not a thing to change."""
    rules = book(scheme(relevant=is_("vedtak", "a")), questions=(SOON,))
    verdict = assess(case(vedtak="b"), rules, MUNICIPALITY, DAY).verdicts["ordning"]
    assert verdict.kind is VerdictKind.NOT_RELEVANT
    assert not verdict.ways
