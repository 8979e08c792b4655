"""What the diagrams hold, what they refuse, and for which days they stand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from small_book import DAY, MUNICIPALITY, at_least, book, case, is_, question, requirement, scheme

from wizard.advice import assess
from wizard.domain.conditions import AllOf, AnyOf, Not
from wizard.domain.facts import ChangedBy, DerivedFigure, FactType, Operation, Unit
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import VerdictKind
from wizard.domain.settling import Power
from wizard.engine.whatif.diagram import FIRST_NODE, Diagrams, TooLarge
from wizard.engine.whatif.outlook import Outlook, outlook_on
from wizard.engine.whatif.ranges import reach

PAIRS = 16


def entangled() -> Rulebook:
    """Return a rulebook with a requirement that no order of questions makes small.

    Sixteen pairs, each asked for far apart: to know the end one must remember every first answer.
    """
    questions = tuple(question(f"q{n:02}", ChangedBy.NEVER) for n in range(2 * PAIRS))
    pairs = tuple(AnyOf((is_(f"q{n:02}", "a"), is_(f"q{n + PAIRS:02}", "a"))) for n in range(PAIRS))
    return book(
        scheme("floket", requirements=(requirement("k", AllOf(pairs)),)),
        scheme("enkel", requirements=(requirement("k", is_("q00", "a")),)),
        scheme("folger", only_with=("floket",)),
        questions=questions,
    )


def test_what_is_too_large_is_told_by_kleene_logic_and_says_so() -> None:
    """Four billion sets of answers are not tried; what could matter is listed, in no time."""
    advice = assess(case(q00="b"), entangled(), MUNICIPALITY, DAY)
    verdict = advice.verdicts["floket"]
    assert (verdict.exact, verdict.settled) == (False, False)
    assert {each.power for each in verdict.settlers} == {Power.TOGETHER}
    assert len(verdict.settlers) == 2 * PAIRS - 1
    assert not advice.verdicts["folger"].exact
    assert advice.verdicts["enkel"].exact
    assert advice.verdicts["enkel"].kind is VerdictKind.EXCLUDED


def test_a_store_never_grows_past_its_size() -> None:
    store = Diagrams(most=10)
    last = 1
    for variable in range(10, 0, -1):
        last = store.node(variable, (0, last))
    assert last >= FIRST_NODE
    with pytest.raises(TooLarge):
        store.node(0, (0, last))
    assert len(store) == 10


def test_one_large_verdict_leaves_room_for_the_others() -> None:
    outlook = Outlook(entangled(), DAY, most_for_one=500)
    assert set(outlook.verdicts) == {"enkel"}


def test_a_and_not_a_is_settled_although_kleene_logic_says_unknown() -> None:
    either = AnyOf((is_("q", "a"), Not(is_("q", "a"))))
    rules = book(scheme(relevant=either), questions=(question("q", ChangedBy.NEVER),))
    verdict = assess(case(), rules, MUNICIPALITY, DAY).verdicts["ordning"]
    assert (verdict.kind, verdict.settled) == (VerdictKind.RECOMMENDED, True)
    assert [each.power for each in verdict.settlers] == [Power.NEVER]


def test_a_figure_that_cannot_reach_a_limit_is_settled() -> None:
    """Two shares of at most one hundred never make three hundred."""
    shares = [
        replace(
            question(id_, ChangedBy.NEVER, FactType.PERCENT),
            minimum=Decimal(0),
            maximum=Decimal(100),
        )
        for id_ in ("en", "to")
    ]
    both = DerivedFigure(
        "begge",
        shares[0].name,
        Operation.SUM,
        ("en", "to"),
        FactType.PERCENT,
        Unit.PERCENT,
        ChangedBy.NEVER,
    )
    rules = book(
        scheme(requirements=(requirement("k", at_least("begge", "300")),)),
        questions=tuple(shares),
        derived=(both,),
    )
    verdict = assess(case(), rules, MUNICIPALITY, DAY).verdicts["ordning"]
    assert (verdict.kind, verdict.settled) == (VerdictKind.EXCLUDED, True)


@pytest.mark.parametrize(
    ("operation", "operands", "expected"),
    [
        (Operation.SUM, ((1, 2), (3, None)), (4, None)),
        (Operation.DIFFERENCE, ((1, 2), (3, 5)), (-4, -1)),
        (Operation.PRODUCT, ((-1, 2), (3, 5)), (-5, 10)),
        (Operation.PRODUCT, ((0, 0), (3, None)), (0, 0)),
        (Operation.RATIO, ((1, 2), (2, 4)), ("0.25", 1)),
        (Operation.RATIO, ((1, 2), (0, 4)), (None, None)),
        (Operation.RATIO, ((1, 2), (2, None)), (0, 1)),
        (Operation.PERCENT_OF, ((1, 2), (2, 4)), (25, 100)),
        (Operation.LEAST, ((1, 9), (2, 4)), (1, 4)),
        (Operation.GREATEST, ((1, 9), (2, 4)), (2, 9)),
    ],
)
def test_a_figure_lies_between_what_its_operands_can_make(
    operation: Operation,
    operands: tuple[tuple[int | None, int | None], ...],
    expected: tuple[object, object],
) -> None:
    def end(value: object) -> Decimal | None:
        return None if value is None else Decimal(str(value))

    found = reach(operation, [(end(low), end(high)) for low, high in operands])
    assert found == (end(expected[0]), end(expected[1]))


def test_one_outlook_stands_for_all_days_between_two_changes() -> None:
    rule = scheme()
    first = replace(rule.editions[0], valid_to=date(2026, 3, 25))
    rules = book(replace(rule, editions=(first,)))
    assert outlook_on(rules, date(2026, 1, 1)) is outlook_on(rules, date(2026, 3, 25))
    assert outlook_on(rules, date(2026, 3, 25)) is not outlook_on(rules, date(2026, 3, 26))
    assert outlook_on(rules, date(1999, 1, 1)).day == date.min
