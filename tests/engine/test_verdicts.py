"""The verdict table, its first line that fits, and what settled means."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_book import (
    BASIS,
    DAY,
    FACTS,
    RATES,
    at_least,
    completions,
    condition,
    fact_values,
    is_,
    known_value,
    requirement,
    same,
    scheme,
)

from wizard.domain.advice import NeedFinding, ReasonKind, ReservationKind, Verdict
from wizard.domain.conditions import AllOf, AnyOf, FactTest, Not, Operator, RateRef, Severity
from wizard.domain.schemes import (
    Amount,
    AmountKind,
    Deadline,
    Funding,
    Scheme,
    Term,
    VerdictKind,
    WhenUnknown,
)
from wizard.domain.sources import Confidence
from wizard.domain.values import FactValue
from wizard.engine.conditions import Situation
from wizard.engine.verdicts import Judge, judge_all

YEARLY = Deadline((5, 15), None, rolling=False, preparation_weeks=None, check=False)
ONCE = Deadline(None, date(2024, 4, 1), rolling=False, preparation_weeks=None, check=False)
ROLLING = Deadline(None, None, rolling=True, preparation_weeks=None, check=False)
FREE, FIXED = is_("fritt_valg", "a"), is_("fast_valg", "a")


def situation(facts: dict[str, FactValue], day: date = DAY) -> Situation:
    """Return a situation without needs."""
    return Situation(day, RATES, facts, {"behov": NeedFinding("behov", (Severity.SOME,))})


def judged(rule: Scheme, facts: dict[str, FactValue], day: date = DAY) -> Verdict:
    """Return the verdict on one scheme."""
    return Judge(situation(facts, day), FACTS).verdict(rule)


YES: dict[str, FactValue] = {"fast_valg": "a", "fritt_valg": "a"}


@pytest.mark.parametrize(
    ("line", "rule", "facts", "kind"),
    [
        ("1 closed", scheme(funding=Funding.CLOSED), YES, VerdictKind.EXCLUDED),
        ("2 in place", scheme(in_place=FIXED, relevant=Not(FIXED)), YES, VerdictKind.NOT_RELEVANT),
        ("3 not relevant", scheme(relevant=Not(FIXED)), YES, VerdictKind.NOT_RELEVANT),
        (
            "4 cannot be changed",
            scheme(requirements=(requirement("k", FIXED),)),
            {"fast_valg": "b"},
            VerdictKind.EXCLUDED,
        ),
        (
            "4 goes before 5: what is impossible need not be clarified",
            scheme(relevant=FREE, requirements=(requirement("k", FIXED),)),
            {"fast_valg": "b"},
            VerdictKind.EXCLUDED,
        ),
        ("5 unclear relevance", scheme(relevant=FREE), {}, VerdictKind.OPEN),
        (
            "5 but recommended because nobody knows",
            scheme(relevant=FREE, when_unknown=WhenUnknown.RECOMMEND),
            {},
            VerdictKind.RECOMMENDED,
        ),
        (
            "6 unknown and cannot be changed, while another can",
            scheme(requirements=(requirement("fast", FIXED), requirement("fri", FREE))),
            {"fritt_valg": "b"},
            VerdictKind.CONDITIONAL,
        ),
        (
            "7 not met, but the kommune can change it",
            scheme(requirements=(requirement("k", FREE),)),
            {"fritt_valg": "b"},
            VerdictKind.AFTER_CHANGE,
        ),
        (
            "7 goes before 8 for facts that can be changed",
            scheme(
                requirements=(requirement("a", FREE), requirement("b", at_least("fritt_tall", "2")))
            ),
            {"fritt_valg": "b"},
            VerdictKind.AFTER_CHANGE,
        ),
        ("8 unknown", scheme(requirements=(requirement("k", FREE),)), {}, VerdictKind.CONDITIONAL),
        (
            "9 otherwise",
            scheme(relevant=FIXED, requirements=(requirement("k", FREE),)),
            YES,
            VerdictKind.RECOMMENDED,
        ),
    ],
)
def test_the_first_line_that_fits_decides(
    line: str, rule: Scheme, facts: dict[str, FactValue], kind: VerdictKind
) -> None:
    assert judged(rule, facts).kind is kind, line


def test_a_scheme_without_an_edition_in_force_is_excluded_and_settled() -> None:
    ended = scheme()
    ended = replace(ended, editions=(replace(ended.editions[0], valid_to=date(2026, 3, 25)),))
    assert judged(ended, YES, date(2026, 3, 25)).kind is VerdictKind.RECOMMENDED
    verdict = judged(ended, YES, date(2026, 3, 26))
    assert (verdict.kind, verdict.settled) == (VerdictKind.EXCLUDED, True)
    assert [reason.kind for reason in verdict.reasons] == [ReasonKind.NO_EDITION]


def test_a_scheme_in_place_says_so() -> None:
    assert judged(scheme(in_place=FIXED), YES).in_place
    assert not judged(scheme(in_place=FIXED), {"fast_valg": "b"}).in_place


def test_reasons_name_only_the_requirements_that_decide() -> None:
    rule = scheme(requirements=(requirement("fast", FIXED), requirement("fri", FREE)))
    verdict = judged(rule, {"fast_valg": "a", "fritt_valg": "b"})
    assert [reason.requirement for reason in verdict.reasons] == ["fri"]


def test_what_could_become_impossible_is_not_settled() -> None:
    """Not met because of a fact that can change; an open fact could make it impossible."""
    rule = scheme(requirements=(requirement("k", AllOf((FIXED, FREE))),))
    verdict = judged(rule, {"fritt_valg": "b"})
    assert not verdict.settled
    assert verdict.settled_by == ("fast_valg",)
    assert judged(rule, {"fritt_valg": "b", "fast_valg": "b"}).kind is VerdictKind.EXCLUDED


def test_unclear_relevance_that_no_answer_can_clear_is_still_open_to_a_requirement() -> None:
    rule = scheme(
        relevant=FactTest("fast_tall", Operator.AT_LEAST, RateRef("ukjent")),
        requirements=(requirement("k", FIXED),),
    )
    before = judged(rule, {"fast_tall": Decimal(1)})
    assert (before.kind, before.settled_by) == (VerdictKind.OPEN, ("fast_valg",))
    after = judged(rule, {"fast_tall": Decimal(1), "fast_valg": "b"})
    assert after.kind is VerdictKind.EXCLUDED


def test_a_requirement_that_is_met_either_way_leaves_nothing_open() -> None:
    rule = scheme(requirements=(requirement("k", AnyOf((FREE, FIXED))),))
    assert judged(rule, {"fritt_valg": "a"}).settled


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    """Return any scheme over the small world."""
    requirements = draw(st.lists(condition(), max_size=3))
    return scheme(
        relevant=draw(st.one_of(st.none(), condition())),
        in_place=draw(st.one_of(st.none(), condition())),
        when_unknown=draw(st.sampled_from(WhenUnknown)),
        requirements=tuple(requirement(f"k{n}", each) for n, each in enumerate(requirements)),
    )


@settings(max_examples=400)
@given(st.data(), schemes(), fact_values())
def test_filling_in_an_unknown_fact_never_changes_a_settled_verdict(
    data: st.DataObject, rule: Scheme, facts: dict[str, FactValue]
) -> None:
    before = judged(rule, facts)
    after = judged(rule, data.draw(completions(facts)))
    if before.settled:
        assert after.kind is before.kind
        assert after.settled


@given(schemes(), st.fixed_dictionaries({fact: known_value(fact) for fact in FACTS}))
def test_with_nothing_open_every_verdict_is_settled(
    rule: Scheme, everything: dict[str, FactValue]
) -> None:
    assert judged(rule, everything).settled


@given(schemes(), fact_values())
def test_every_verdict_has_a_reason_or_needs_none(
    rule: Scheme, facts: dict[str, FactValue]
) -> None:
    verdict = judged(rule, facts)
    assert verdict.reasons
    about = {reason.requirement for reason in verdict.reasons} - {None}
    assert about <= set(verdict.requirements)


def test_a_scheme_is_never_better_off_than_its_best_companion() -> None:
    companion = scheme("folge", requirements=(requirement("k", FREE),))
    bound = scheme("bundet", only_with=("folge",))
    both = {"folge": companion, "bundet": bound}
    verdicts = judge_all(both, situation({"fritt_valg": "b"}), FACTS)
    assert verdicts["bundet"].kind is VerdictKind.AFTER_CHANGE
    assert verdicts["bundet"].reasons[0].kind is ReasonKind.COMPANION
    assert judge_all(both, situation(YES), FACTS)["bundet"].kind is VerdictKind.RECOMMENDED


def test_a_companion_that_is_in_place_is_company_enough() -> None:
    both = {"folge": scheme("folge", in_place=FIXED), "b": scheme("b", only_with=("folge",))}
    assert judge_all(both, situation(YES), FACTS)["b"].kind is VerdictKind.RECOMMENDED


def test_reservations_are_said_and_change_no_verdict() -> None:
    careful = scheme(
        check_by=date(2026, 1, 1),
        funding=Funding.UNCERTAIN,
        terms=(Term("v", same("Vilkår"), BASIS, Confidence.C),),
        amount=Amount(AmountKind.SHARE, RateRef("ukjent"), None, None, same("kostnad"), None, None),
    )
    verdict = judged(careful, YES)
    assert verdict.kind is VerdictKind.RECOMMENDED
    assert set(verdict.reservations) == {
        ReservationKind.FUNDING_UNCERTAIN,
        ReservationKind.SECONDARY_SOURCE,
        ReservationKind.CHECK_OVERDUE,
        ReservationKind.RATE_UNKNOWN,
    }
    assert not judged(scheme(), YES).reservations


@pytest.mark.parametrize("place", ["share", "cap", "floor", "least_cost"])
def test_an_unknown_rate_is_said_wherever_it_stands_in_the_amount(place: str) -> None:
    plain = Amount(AmountKind.SHARE, RateRef("kjent"), None, None, same("kostnad"), None, None)
    unknown = RateRef("ukjent")
    amount = {
        "share": replace(plain, share=unknown),
        "cap": replace(plain, cap=unknown),
        "floor": replace(plain, floor=unknown),
        "least_cost": replace(plain, least_cost=unknown),
    }[place]
    assert judged(scheme(amount=amount), YES).reservations == (ReservationKind.RATE_UNKNOWN,)
    assert not judged(scheme(amount=plain), YES).reservations


@pytest.mark.parametrize(
    ("deadline", "day", "expected"),
    [
        (YEARLY, date(2026, 5, 15), date(2026, 5, 15)),
        (YEARLY, date(2026, 5, 16), date(2027, 5, 15)),
        (ONCE, date(2024, 3, 1), date(2024, 4, 1)),
    ],
)
def test_the_next_deadline_is_counted_from_the_day_of_the_case(
    deadline: Deadline, day: date, expected: date
) -> None:
    found = judged(scheme(deadlines=(deadline,)), YES, day).deadline
    assert found is not None
    assert found.on == expected


def test_a_passed_date_is_no_deadline_and_a_rolling_one_has_no_date() -> None:
    assert judged(scheme(deadlines=(ONCE,)), YES).deadline is None
    found = judged(scheme(deadlines=(ONCE, ROLLING)), YES).deadline
    assert found is not None
    assert (found.on, found.rolling) == (None, True)
