"""Which schemes are used together, and in what order."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from small_book import (
    BASIS,
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
    scheme,
)

from wizard.advice import assess
from wizard.domain.advice import Bundle, LeftOutReason, Phase
from wizard.domain.case import Answer
from wizard.domain.conditions import AllOf
from wizard.domain.facts import ChangedBy
from wizard.domain.plan_rules import PlanRules
from wizard.domain.rulebook import Need
from wizard.domain.schemes import (
    Deadline,
    Duty,
    Edition,
    Effort,
    Funding,
    Scheme,
    SchemeKind,
    WhenUnknown,
)

WANTS = question("vil", ChangedBy.MUNICIPALITY)
SEVERE = need("stort", severe=is_("vil", "a"), some=is_("vil", "a"))
SOME = need("noe", severe=AllOf((is_("vil", "a"), is_("vil", "b"))), some=is_("vil", "a"))
CAPACITY = replace(SOME, id="kapasitet")


def chosen(*schemes: Scheme, needs: tuple[Need, ...] = (SEVERE,), **answers: Answer) -> Bundle:
    """Return the bundle for a kommune that answers `vil: a` unless told otherwise."""
    rules = book(*schemes, needs=needs, questions=(WANTS,))
    given: dict[str, Answer] = {"vil": "a", **answers}
    return assess(case(**given), rules, MUNICIPALITY, DAY).bundle


def members(bundle: Bundle) -> list[str]:
    """Return the ids in the bundle, in order."""
    return [item.scheme for item in bundle.items]


def weeks(id_: str, number: str, **changes: object) -> Scheme:
    """Return a measure that meets the severe need and takes so many weeks."""
    return scheme(id_, covers=(coverage("stort"),), effort=Effort(Decimal(number), None), **changes)


def test_money_and_action_go_together() -> None:
    loan = scheme("lan", kind=SchemeKind.LOAN, covers=(coverage("stort"),))
    measure = scheme("tiltak", covers=(coverage("stort"),))
    assert set(members(chosen(loan, measure))) == {"lan", "tiltak"}


def test_one_scheme_is_enough_for_each_need_and_kind_and_the_rest_say_why() -> None:
    bundle = chosen(weeks("dyrt", "9"), weeks("billig", "1"))
    assert members(bundle) == ["billig"]
    assert [(out.scheme, out.reason, out.because_of) for out in bundle.left_out] == [
        ("dyrt", LeftOutReason.OTHER_IS_BETTER, ("billig",))
    ]


@pytest.mark.parametrize(
    "worse",
    [
        scheme("a-darligere", covers=(coverage("stort", main=False),)),
        scheme("a-darligere", covers=(coverage("stort"),), funding=Funding.UNCERTAIN),
        scheme(
            "a-darligere",
            covers=(coverage("stort"),),
            requirements=(requirement("k", is_("vil", "b")),),
        ),
    ],
    ids=["only helps", "money not certain", "possible only after a change"],
)
def test_the_better_scheme_is_chosen_before_the_alphabet(worse: Scheme) -> None:
    assert members(chosen(worse, weeks("bedre", "2"))) == ["bedre"]


def test_a_prerequisite_comes_along_and_comes_first() -> None:
    bundle = chosen(scheme("sist", covers=(coverage("stort"),), first=("forst",)), scheme("forst"))
    assert members(bundle) == ["forst", "sist"]
    assert bundle.items[0].required_by == ("sist",)


def test_a_prerequisite_in_place_need_not_be_done_again() -> None:
    done = scheme("forst", in_place=is_("vil", "a"))
    last = scheme("sist", covers=(coverage("stort"),), first=("forst",))
    assert members(chosen(last, done)) == ["sist"]


def test_an_impossible_prerequisite_keeps_its_dependent_out() -> None:
    closed = scheme("forst", funding=Funding.CLOSED)
    last = scheme("sist", covers=(coverage("stort"),), first=("forst",))
    bundle = chosen(last, closed)
    assert members(bundle) == []
    assert [(out.scheme, out.reason, out.because_of) for out in bundle.left_out] == [
        ("sist", LeftOutReason.PREREQUISITE_MISSING, ("forst",))
    ]


def test_two_alternatives_are_never_both_in() -> None:
    loan = scheme("eie", kind=SchemeKind.LOAN, covers=(coverage("stort"),))
    rival = scheme("leie", covers=(coverage("stort"),), alternative_to=("eie",))
    bundle = chosen(loan, rival)
    assert members(bundle) == ["eie"]
    assert bundle.left_out[0].reason is LeftOutReason.ALTERNATIVE_CHOSEN


def test_an_empty_bundle_is_a_valid_result() -> None:
    bundle = chosen(weeks("ordning", "1"), vil="b")
    assert bundle.items == ()
    assert bundle.left_out[0].reason is LeftOutReason.NO_NEED
    assert bundle.uncovered == ()


def test_a_severe_need_that_nothing_carries_names_whom_to_call() -> None:
    bundle = chosen(scheme("stotte", covers=(coverage("stort", main=False),)))
    assert [(each.need, each.contact) for each in bundle.uncovered] == [("stort", "ordning")]


def test_advice_is_recommended_precisely_because_the_need_is_unknown() -> None:
    advice = scheme("rad", covers=(coverage("stort"),), when_unknown=WhenUnknown.RECOMMEND)
    other = weeks("annet", "1")
    rules = book(advice, other, needs=(SEVERE,), questions=(WANTS,))
    assert members(assess(case(), rules, MUNICIPALITY, DAY).bundle) == ["rad"]


def _five() -> tuple[tuple[Scheme, ...], tuple[Need, ...]]:
    needs = tuple(replace(SEVERE, id=f"behov{n}") for n in range(5))
    schemes = tuple(
        scheme(f"tiltak{n}", covers=(coverage(f"behov{n}"),), effort=Effort(Decimal(2), None))
        for n in range(5)
    )
    return schemes, needs


@pytest.mark.parametrize(
    ("answers", "phases", "years"),
    [
        ({}, ["na", "na", "neste", "neste", "neste"], [1, 1, 2, 2, 3]),
        ({"uker": Decimal(40)}, ["na"] * 5, [1] * 5),
        ({"uker": Decimal(6)}, ["na", "na", "na", "neste", "neste"], [1, 1, 1, 2, 2]),
        ({"arsverk": Decimal(1)}, ["na", "na", "neste", "neste", "neste"], [1, 1, 2, 2, 2]),
    ],
    ids=["unknown is low: 4", "plenty", "enough", "from person-years: 1 × 44 × 10 %"],
)
def test_a_year_holds_what_fits_and_the_rest_comes_later(
    answers: dict[str, Answer], phases: list[str], years: list[int]
) -> None:
    schemes, needs = _five()
    bundle = chosen(*schemes, needs=needs, **answers)
    assert [item.phase.value for item in bundle.items] == phases
    assert [item.year for item in bundle.items] == years
    assert bundle.means.weeks_stated is bool(answers)


def test_what_four_years_do_not_hold_has_no_room() -> None:
    schemes, needs = _five()
    bundle = chosen(*schemes, needs=needs, uker=Decimal(2))
    assert [item.year for item in bundle.items] == [1, 2, 3, 4]
    (lacking,) = bundle.no_room
    assert (lacking.scheme, lacking.lacking_weeks) == ("tiltak4", Decimal(2))


def test_what_waits_for_something_without_room_has_none_either() -> None:
    heavy = scheme(
        "tungt", covers=(coverage("stort", main=False),), effort=Effort(Decimal(9), None)
    )
    last = scheme("sist", covers=(coverage("stort"),), first=("tungt",))
    bundle = chosen(heavy, last, uker=Decimal(1))
    assert bundle.items == ()
    assert [(each.scheme, each.waits_for) for each in bundle.no_room] == [
        ("tungt", None),
        ("sist", "tungt"),
    ]


def test_low_capacity_starts_at_most_three_things_at_once() -> None:
    schemes, needs = _five()
    quick = tuple(replace(each, effort=Effort(Decimal("0.1"), None)) for each in schemes)
    bundle = chosen(*quick, needs=needs, uker=Decimal(3))
    assert [item.phase.value for item in bundle.items] == ["na", "na", "na", "i-ar", "i-ar"]


@pytest.mark.parametrize(
    ("answers", "low"), [({"uker": Decimal(3)}, True), ({"uker": Decimal(9)}, False), ({}, True)]
)
def test_help_with_capacity_comes_before_points_where_capacity_is_low(
    answers: dict[str, Answer], *, low: bool
) -> None:
    other, hands = need("annet", is_("vil", "b"), is_("vil", "a")), replace(SEVERE, id="kapasitet")
    unlike = replace(SOME, id="kapasitet")
    useful = scheme("nyttig", covers=(coverage("annet"), coverage("stort", main=False)))
    help_ = scheme("hjelp", covers=(coverage("kapasitet", main=False),))
    needs = (SEVERE, other, hands)
    rules = replace(book(useful, help_, needs=needs, questions=(WANTS,)), plan=PlanRules(most=1))
    bundle = assess(case(vil="a", **answers), rules, MUNICIPALITY, DAY).bundle
    # The severe need itself says that hands are few, however many weeks there are.
    assert [item.scheme for item in bundle.core] == ["hjelp"]
    rules = replace(rules, needs={**rules.needs, "kapasitet": unlike})
    bundle = assess(case(vil="a", **answers), rules, MUNICIPALITY, DAY).bundle
    assert bundle.means.low is low


def test_the_severe_and_the_urgent_come_first() -> None:
    late = weeks("a-sen", "1", deadlines=(on(date(2027, 5, 1)),), kind=SchemeKind.GRANT)
    soon = replace(
        weeks("b-snart", "1", deadlines=(on(date(2027, 1, 1)),)), covers=(coverage("stort"),)
    )
    mild = scheme("c-mild", covers=(coverage("noe"),), kind=SchemeKind.GRANT)
    assert members(chosen(late, soon, mild, needs=(SEVERE, SOME))) == ["b-snart", "a-sen", "c-mild"]


def test_a_yearly_deadline_is_the_first_one_after_the_year_begins() -> None:
    schemes, needs = _five()
    yearly = Deadline((5, 15), None, rolling=False, preparation_weeks=25, check=False)
    last = replace(
        schemes[4], editions=(replace(schemes[4].editions[0], deadlines=(yearly,)),), id="z"
    )
    mild = replace(SOME, id="behov4")
    item = chosen(*schemes[:4], last, needs=(*needs[:4], mild)).item("z")
    assert item is not None
    assert (item.phase, item.year) == (Phase.LATER, 2)
    assert item.deadline is not None
    assert item.deadline.on == date(2028, 5, 15)


def test_a_deadline_that_never_comes_again_takes_a_place_before_points() -> None:
    schemes, needs = _five()
    once = replace(schemes[4].editions[0], deadlines=(on(date(2027, 1, 15)),))
    urgent = replace(schemes[4], id="z", editions=(once,))
    mild = replace(SOME, id="behov4")
    severe = [replace(each, covers=(replace(each.covers[0], main=False),)) for each in schemes[:4]]
    item = chosen(*severe, urgent, needs=(*needs[:4], mild)).item("z")
    assert item is not None
    assert (item.phase, item.deadline.on if item.deadline else None) == (
        Phase.NOW,
        date(2027, 1, 15),
    )


def on(day: date) -> Deadline:
    return Deadline(None, day, rolling=False, preparation_weeks=None, check=False)


def test_the_order_of_the_rule_files_does_not_matter() -> None:
    schemes, needs = _five()
    forward, backward = chosen(*schemes, needs=needs), chosen(*schemes[::-1], needs=needs[::-1])
    assert members(forward) == members(backward)


def test_a_need_below_the_threshold_counts_for_nothing() -> None:
    picky = need("kresen", severe=at_least("uker", "9"), some=at_least("uker", "5"))
    rule = scheme("ordning", covers=(coverage("kresen"),))
    assert members(chosen(rule, needs=(picky,), uker=Decimal(4))) == []


def shut_until(again: date | None) -> tuple[Edition, ...]:
    """Return the editions of a scheme without money left, which has some again on a day."""
    (whole,) = scheme("ordning").editions
    spent = replace(whole, valid_to=again and again - timedelta(days=1), funding=Funding.USED_UP)
    return (spent, replace(whole, valid_from=again)) if again else (spent,)


@pytest.mark.parametrize(
    ("again", "begins"),
    [
        (date(2027, 1, 1), True),
        (date(2027, 11, 22), True),
        (date(2027, 11, 23), False),
        (None, False),
    ],
)
def test_what_has_no_money_left_waits_unless_it_has_some_within_the_year(
    again: date | None, *, begins: bool
) -> None:
    grant = scheme("ordning", kind=SchemeKind.GRANT, covers=(coverage("stort", main=False),))
    grant = replace(grant, editions=shut_until(again))
    assert [item.scheme for item in chosen(grant).core] == ["ordning"] * begins
    assert members(chosen(grant)) == ["ordning"]
    bidden = replace(grant, duty=Duty(date(2023, 7, 1), BASIS))
    assert [item.scheme for item in chosen(bidden).core] == ["ordning"]
