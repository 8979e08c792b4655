"""It adds up: weeks, money, days and names are the same wherever the case is told.

First page, cards, table of what comes later, appendix; and the report, which is what the web and
`wizard advise` show.
"""

import re
from typing import Any

import pytest
from memos import advice_for, cards, memo_for, section, tables, unmarked, words_of
from random_kommuner import advice_on
from reviews import drawn_review

from wizard.advice import with_review
from wizard.domain.advice import Advice
from wizard.domain.plan import PlanBasis
from wizard.domain.text import Language, Text, capfirst
from wizard.memo.charts import money_bars
from wizard.memo.compose import compose
from wizard.memo.model import Card, Memo, Table
from wizard.memo.words import UNANSWERED
from wizard.plain.advice import plain_advice
from wizard.questionnaire import effort_left, progress
from wizard.report.case import CaseAccount
from wizard.voice.plan_words import NO_MONEY
from wizard.voice.wording import Wording

SEEDS = range(60)


def step_tables(card: Card) -> list[Table]:
    """Return the tables of a card."""
    return [block for block in card.blocks if isinstance(block, Table)]


def plain_weeks(text: str) -> str:
    """Return a number of weeks without marks."""
    return unmarked(text).replace("*", "").strip()


def check_year(memo: Memo, report: CaseAccount) -> None:
    """See that the cards are the core: its names, days, weeks, money and every step."""
    found = cards(memo)
    assert [card.reference.name for card in found] == [
        each.account.scheme.headline for each in report.core
    ]
    for number, (card, member) in enumerate(zip(found, report.core, strict=True), start=1):
        assert card.reference.number == str(number)
        status = [plain_weeks(each) for each in card.status]
        assert member.when in status
        assert plain_weeks(member.weeks) in status
        own = plain_weeks(report.wording.brief.own_money(member.cost))
        assert any(each.endswith(own) for each in status)
        told = [
            tuple(unmarked(cell.text) for cell in row)
            for table in step_tables(card)
            for row in table.rows
        ]
        assert told == [(each.text, each.responsible, each.when) for each in member.account.steps]


def check_later(memo: Memo, report: CaseAccount) -> None:
    """See that table and appendix tell the same of what comes later, numbered on from the year."""
    rows = [row for table in tables(memo, "etterpa") for row in table.rows]
    behind = {card.reference.title: card for card in cards(memo, "vilkar")}
    assert len(rows) == len(report.later)
    for number, (row, member) in enumerate(
        zip(rows, report.later, strict=True), start=len(report.core) + 1
    ):
        name, when, weeks, money = row
        assert name.text == f"{number}. {member.account.scheme.headline}"
        assert when.text == member.when
        assert plain_weeks(weeks.text) == plain_weeks(member.weeks)
        own = capfirst(report.wording.brief.own_money(member.cost))
        assert plain_weeks(money.text) == plain_weeks(own)
        card = behind[name.text]
        assert name.link == f"#{card.reference.anchor}"
        assert member.when in card.status


def check_sums(memo: Memo, report: CaseAccount) -> None:
    """See that the first page's sum of weeks is the sum of the weeks on the cards."""
    plan = report.advice.plan
    assert memo.front
    schemes = report.advice.rulebook.schemes
    efforts = [schemes[each.item.scheme].effort.weeks for each in report.core]
    assert sum(efforts) == plan.year.weeks
    assert memo.front.proposal.sums
    number = report.wording.labels.number(plan.year.weeks, None)
    sums = plain_weeks(memo.front.proposal.sums)
    assert re.search(rf"\b{re.escape(number)}\b", sums), sums
    money = plain_weeks(report.wording.plan.cost(plan.year.cost))
    assert money in sums or not plan.year.cost.most


def check_unknown_money(memo: Memo, report: CaseAccount) -> None:
    """See that all that sums up the year's own money says of what it is not known, and no other."""
    assert memo.front
    cost, brief = report.advice.plan.year.cost, report.wording.brief
    known = report.wording.labels.say(NO_MONEY if cost.most == 0 else Text("…", "…"))
    own, told = brief.own_of_year(known), plain_weeks(memo.front.proposal.sums or "")
    assert (own == known) is not bool(cost.unknown)
    assert own.removesuffix("…") in told
    if chart := money_bars(report):
        assert own.removesuffix("…") in chart.title
    web = report.sums_of_year[1]
    assert ("ikke kjent" in web or "ikkje kjent" in web) is bool(cost.unknown)
    names = [report.wording.labels.scheme_inline(each) for each in cost.unknown]
    assert len(names) == len(report.core) or all(each in web for each in names)


def check_places(memo: Memo, report: CaseAccount) -> None:
    """See that every scheme that is named stands in one place."""
    told = [each.account.scheme.name for each in report.members]
    told += [each.scheme.name for each in report.made_known]
    told += [each.account.scheme.name for each in report.no_room]
    told += [each.name for group in report.groups for each in group.schemes]
    assert len(told) == len(set(told)) == len(report.advice.rulebook.schemes)
    for anchor, names in (
        ("gjor-kjent", [each.scheme.name for each in report.made_known]),
        ("ikke-plass", [each.account.scheme.name for each in report.no_room]),
    ):
        there = section(memo, anchor)
        said = set(words_of(there))
        assert bool(there) is bool(names)
        assert {f"{name}." for name in names} <= said


def check_open(memo: Memo, report: CaseAccount) -> None:
    """See that as many questions are unanswered as the web says are left."""
    advice = report.advice
    themes = progress(advice.case, advice.rulebook, advice.municipality)
    left = effort_left(themes, advice.rulebook.asking).questions
    there = report.say(UNANSWERED.of(left)) in words_of(memo)
    assert there is bool(left)


def check_data(memo: Memo, report: CaseAccount) -> None:
    """See that `wizard advise` gives the same members with the same days."""
    plain: Any = plain_advice(report)
    plan, day_of = plain["handlingsplan"], report.wording.labels.day
    for told, card in zip(plan["i_ar"], cards(memo), strict=True):
        for key in ("begynn", "ferdig"):
            day = report.advice.as_of.fromisoformat(told[key])
            assert day_of(day) in " ".join(card.status)
    assert [each["ordning"] for each in plan["neste"]] == [
        each.item.scheme for each in report.later
    ]


def check(advice: Advice, language: Language, memo: Memo) -> None:
    """See that everything adds up."""
    report = CaseAccount(Wording(advice, language))
    check_year(memo, report)
    check_later(memo, report)
    check_places(memo, report)
    check_open(memo, report)
    if report.core:
        check_sums(memo, report)
        check_unknown_money(memo, report)
        check_data(memo, report)


def test_a_journey_is_told_alike_everywhere(planned: tuple[str, Language]) -> None:
    """Both languages; what the web and the terminal show is the same report."""
    journey, language = planned
    check(advice_for(journey), language, memo_for(journey, language))


@pytest.mark.parametrize("seed", SEEDS)
def test_any_small_kommune_is_told_alike_everywhere(seed: int) -> None:
    """Answers drawn at random."""
    advice = advice_on(seed)
    if advice.plan.basis is not PlanBasis.QUESTIONS:
        check(advice, advice.case.language, compose(advice))


@pytest.mark.parametrize("seed", SEEDS)
def test_it_adds_up_as_an_adviser_wants_it_too(seed: int) -> None:
    """Measures taken out and in, and an order, at random: page 1 has the sums of what is shown."""
    advice = drawn_review(advice_on(seed), seed)
    if advice.plan.basis is not PlanBasis.QUESTIONS:
        check(with_review(advice), advice.case.language, compose(advice))


def test_both_languages_tell_the_same_numbers(planned: tuple[str, Language]) -> None:
    """Every figure of the first page, the cards and what comes later, in the same order."""
    nb, nn = (memo_for(planned[0], language) for language in Language)
    assert [each.anchor for each in nb.sections] == [each.anchor for each in nn.sections]
    assert nb.front
    assert nn.front
    for one, other in zip(nb.front.proposal.points, nn.front.proposal.points, strict=True):
        assert re.findall(r"\d+", one) == re.findall(r"\d+", other)
