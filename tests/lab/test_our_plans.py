"""What we promise of every plan: few, within what there is, and dates that agree everywhere.

Tried on every journey, and on 2,000 small kommuner with answers drawn at random.
"""

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from memos import cards
from random_kommuner import BOOK, KNOWN, advice_on

from wizard.domain.advice import Advice
from wizard.domain.plan import PlanBasis
from wizard.domain.schedule import Reach
from wizard.domain.schemes import Effect, VerdictKind
from wizard.domain.values import Truth
from wizard.engine.planning.aims import due_within_a_year
from wizard.engine.planning.means import cost_of
from wizard.lab.journeys import advise
from wizard.memo.compose import compose
from wizard.plain.advice import plain_advice
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

KOMMUNER, BLOCKS = 2000, 40
TOLD, STEP = 200, 10


def journey(id_: str) -> Advice:
    """Return the advice of a journey."""
    return advise(BOOK.journeys[id_], BOOK, KNOWN)


def check_plan(advice: Advice) -> None:
    """See that the plan keeps all that it promises."""
    check_room(advice)
    check_beginning(advice)
    check_dates(advice)
    check_parts(advice)


def check_room(advice: Advice) -> None:
    """A core of at most five that fits weeks and money, and sums that are the sums."""
    plan, schemes = advice.plan, advice.rulebook.schemes
    assert len(plan.core) <= BOOK.plan.most
    assert plan.year.weeks == sum(schemes[item.scheme].effort.weeks for item in plan.core)
    assert plan.year.weeks <= plan.means.most_weeks
    members = (*plan.core, *plan.later)
    assert plan.period.weeks == sum(schemes[item.scheme].effort.weeks for item in members)
    assert plan.period.weeks <= plan.means.most_weeks + plan.means.weeks * (BOOK.plan.years - 1)
    if plan.means.money is not None:
        assert plan.year.cost.most is not None
        assert plan.year.cost.most <= plan.means.money
        assert plan.period.cost.most is not None
        assert plan.period.cost.most <= plan.means.money * BOOK.plan.years
    for lacking in plan.no_room:
        assert lacking.lacking_weeks == max(0, lacking.weeks - plan.period.left)
        assert lacking.lacking_money == lacking_money(lacking.scheme, advice)


def lacking_money(scheme: str, advice: Advice) -> Decimal:
    """Return the own money that there is too little of, by the sums that are shown."""
    plan = advice.plan
    edition = advice.verdicts[scheme].edition
    own = cost_of(advice.rulebook.schemes[scheme], edition, plan.means)
    if plan.means.money is None or own.most == 0:
        return Decimal(0)
    if own.most is None or plan.period.left_money is None:
        return own.least
    return max(Decimal(0), own.most - plan.means.money, own.most - plan.period.left_money)


def check_beginning(advice: Advice) -> None:
    """Nothing in the core waits for an answer, a change or something outside the plan."""
    schemes, told = advice.rulebook.schemes, set(advice.plan.made_known)
    inside = set[str]()
    for item in (*advice.plan.core, *advice.plan.later):
        scheme, verdict = schemes[item.scheme], advice.verdicts[item.scheme]
        for wanted in (scheme.first, scheme.only_with):
            there = inside | told | {id_ for id_ in wanted if advice.verdicts[id_].in_place}
            assert not wanted or there.intersection(wanted), item.scheme
        inside.add(item.scheme)
        if item in advice.plan.core and verdict.kind is not VerdictKind.RECOMMENDED:
            assert verdict.edition is not None
            opened = {step.meets for step in verdict.edition.steps}
            lacking = {k for k, v in verdict.requirements.items() if v.truth is not Truth.MET}
            assert lacking <= opened, item.scheme


def check_dates(advice: Advice) -> None:
    """Work before its deadline, nothing dated on the day itself, and every collision told."""
    conflicts = {each.scheme: each for each in advice.plan.conflicts}
    for item in (*advice.plan.core, *advice.plan.later):
        assert item == advice.schedule.item(item.scheme)
        assert item.begins.day <= item.ready.day
        for step in item.steps:
            assert item.begins.day <= step.due.day <= item.ready.day
            if item.deadline.on and item.deadline.reach.in_time:
                assert step.due.day <= item.deadline.on
                # The council may meet on the day; what the administration does leaves a margin.
                assert step.meeting or step.due.day < item.deadline.on
    for item in advice.plan.core:
        missed = item.deadline.reach in {Reach.MISSED, Reach.NEXT}
        assert missed is (item.scheme in conflicts), item.scheme
    planned = {item.scheme for item in (*advice.plan.core, *advice.plan.later)}
    for id_ in ("boligsosial-oversikt", "bolig-i-kommuneplanen"):
        bidden = due_within_a_year(advice.rulebook.schemes[id_], advice.as_of) and (
            advice.verdicts[id_].kind is VerdictKind.RECOMMENDED
        )
        told = id_ in planned or id_ in advice.plan.duties_without_room
        assert not bidden or told or advice.plan.basis is PlanBasis.QUESTIONS
    for each in conflicts.values():
        assert each.earliest > each.deadline or each.at_least or each.begin_by is None


def check_parts(advice: Advice) -> None:
    """Every scheme stands in one place, and what others apply for never takes one."""
    plan = advice.plan
    places = Counter(
        [
            *(item.scheme for item in (*plan.core, *plan.later)),
            *(each.scheme for each in plan.no_room),
            *plan.made_known,
            *(each.scheme for each in advice.bundle.left_out),
        ]
    )
    assert not {id_ for id_, times in places.items() if times > 1}
    for item in (*plan.core, *plan.later):
        informs = advice.rulebook.schemes[item.scheme].effect is Effect.INFORMS
        assert not informs or item.scheme == BOOK.plan.make_known
    if plan.basis is PlanBasis.QUESTIONS:
        assert not plan.core
        assert not plan.later
        assert not plan.made_known


@pytest.mark.parametrize("id_", BOOK.journeys)
def test_the_plan_of_a_journey_keeps_its_promises(id_: str) -> None:
    check_plan(journey(id_))


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_plan_of_any_small_kommune_keeps_its_promises(block: int) -> None:
    for seed in range(block, KOMMUNER, BLOCKS):
        check_plan(advice_on(seed))


def check_told(advice: Advice) -> None:
    """See that data, screen and paper say the same days, weeks and order."""
    report = CaseAccount(Wording(advice))
    plain: Any = plain_advice(report)
    plan, times = plain["handlingsplan"], plain["tidsplan"]["ordninger"]
    memo = compose(advice)
    day_of = report.wording.labels.day
    by_id = {each["ordning"]: each for each in times}
    assert [each["ordning"] for each in times] == [
        each["ordning"] for each in (*plan["i_ar"], *plan["neste"])
    ]
    for told in (*plan["i_ar"], *plan["neste"]):
        timed = by_id[told["ordning"]]
        assert told["begynn"] == timed["begynner"]["dato"]
        assert told["ferdig"] == timed["ferdig"]["dato"]
        assert told["frist"]["dato"] == timed["frist"]["dato"]
        steps = [each["innen"]["dato"] for each in timed["steg"]]
        assert [each["dato"] for each in told["steg"]] == steps
    if plan["i_ar"]:
        assert memo.front
        points = " ".join(memo.front.proposal.points)
    for card, told in zip(cards(memo), plan["i_ar"], strict=True):
        status = " ".join(card.status)
        for key in ("begynn", "ferdig"):
            assert day_of(date.fromisoformat(told[key])) in status
        assert day_of(date.fromisoformat(told["ferdig"])) in points
    choices = [each.text for each in memo.front.proposal.choices] if memo.front else []
    told_of_duties = len(plan["plikter_uten_plass"])
    for conflict, choice in zip(plan["konflikter"], choices[told_of_duties:], strict=False):
        assert day_of(date.fromisoformat(conflict["frist"])) in choice
        assert day_of(date.fromisoformat(conflict["tidligst"])) in choice


@pytest.mark.parametrize("id_", BOOK.journeys)
def test_a_journey_is_told_alike_in_data_and_on_paper(id_: str) -> None:
    check_told(journey(id_))


@pytest.mark.parametrize("block", range(STEP))
def test_any_small_kommune_is_told_alike_in_data_and_on_paper(block: int) -> None:
    for seed in range(block, TOLD, STEP):
        check_told(advice_on(seed))
