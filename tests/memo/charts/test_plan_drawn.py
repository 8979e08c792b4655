"""The charts of a case say what the plan and its money say, and promise nothing."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from chart_boxes import Draw, account_of_journey, labels
from memos import book

from wizard.domain.schemes import AmountKind
from wizard.domain.text import Language
from wizard.memo.charts import Chart, money_bars, value_and_cost, year_line
from wizard.report.case import CaseAccount
from wizard.voice.numbers import day
from wizard.voice.wording import Wording

JOURNEYS = tuple(book().journeys)


def drawn(draw: Draw, journey: str, language: Language = Language.NB) -> Chart:
    """Return a chart that must be there."""
    chart = draw(account_of_journey(journey, language))
    assert chart is not None
    return chart


@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_year_tells_when_each_measure_begins_and_is_ready(journey: str) -> None:
    """The days of the schedule, by the numbers of the plan; none without a core."""
    account = account_of_journey(journey, Language.NB)
    chart = year_line(account)
    if not account.core:
        assert chart is None
        return
    assert chart is not None
    written = [each.text for each in labels(chart.svg)]
    for number, member in enumerate(account.core, start=1):
        item = account.advice.schedule.item(member.item.scheme)
        assert item is not None
        earliest = "tidligst " if item.ready.at_least else ""
        begins, ready = (day(each.day, Language.NB) for each in (item.begins, item.ready))
        told = f"Tiltak {number} begynner {begins} og er klart {earliest}{ready}"
        assert told in chart.alternative
        assert str(number) in written


def test_the_year_has_the_meeting_and_the_deadlines_kept_and_not() -> None:
    """Namsskogan's council meets in December, and the date in July cannot be kept."""
    told = [each.text for each in labels(drawn(year_line, "namsskogan").svg)]
    assert "17.\u00a0des.: møte i kommunestyret" in told
    assert "1.\u00a0juli: frist for 2, rekkes ikke" in told
    assert "15.\u00a0mai: frist for 1" in [
        each.text for each in labels(drawn(year_line, "vinje").svg)
    ]


def test_the_year_begins_on_the_day_of_the_memo() -> None:
    """The first mark is the day that the memo is for."""
    assert "15.\u00a0mars" in [
        each.text for each in labels(drawn(year_line, "skjak-mars-2024").svg)
    ]


@pytest.mark.parametrize("journey", JOURNEYS)
def test_value_and_cost_are_those_of_the_financing_sketch(journey: str) -> None:
    """Drawn where both are known, and the gap is what a reader gets by subtracting."""
    account = account_of_journey(journey, Language.NB)
    chart = value_and_cost(account)
    dwelling = book().dwelling
    assert dwelling is not None
    each = [account.advice.facts[fact].value for fact in (dwelling.cost, dwelling.price)]
    known = [value for value in each if isinstance(value, Decimal)]
    assert (chart is not None) is (len(known) == len(each))
    if chart is None:
        return
    amounts = [
        _kroner(each) for each in re.findall(r"om lag ([\d,]+\s+million\w*)", chart.alternative)
    ]
    cost, value = known
    assert abs(amounts[0] - 120 * cost) <= amounts[0] / 10
    assert abs(amounts[1] - 120 * value) <= amounts[1] / 10
    assert amounts[2:] == ([amounts[0] - amounts[1]] if cost > value else [])


def _kroner(text: str) -> Decimal:
    return Decimal(text.split("\u00a0", maxsplit=1)[0].replace(",", ".")) * 1_000_000


def test_a_dwelling_worth_what_it_costs_has_no_gap() -> None:
    """Oslo: nothing is lacking, and nothing says so."""
    chart = drawn(value_and_cost, "oslo")
    assert "minst like mye" in chart.title
    assert "mangler" not in chart.alternative + chart.svg


def test_a_price_that_the_kommune_gave_is_told_as_its_own() -> None:
    """Nor is what is said of the publisher's price said of it."""
    chart = drawn(value_and_cost, "lebesby")
    assert "Opplyst av kommunen" in chart.source
    assert not any("åpne markedet" in each for each in chart.notes)


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("language", Language, ids=str)
def test_money_promises_nothing(journey: str, language: Language) -> None:
    """What the state offers can be applied for; nobody gets it, and what is unknown says so."""
    account = account_of_journey(journey, language)
    chart = money_bars(account)
    if chart is None:
        return
    words = " ".join((chart.title, chart.alternative, chart.source, *chart.notes))
    assert not re.search(r"\b[Ff]år\b", words)
    year = account.advice.plan.year
    unknown = {Language.NB: "ikke kjent", Language.NN: "ikkje kjent"}[language]
    open_ended = year.cost.unknown or any(not isinstance(o.most, Decimal) for o in year.others)
    assert (unknown in chart.alternative) is bool(open_ended)
    offered = [each for each in year.others if isinstance(each.most, Decimal)]
    asked = {Language.NB: "kan søke om", Language.NN: "kan søkje om"}[language]
    assert chart.alternative.count(asked) == len(offered)


def test_a_loan_is_called_a_loan_and_is_never_own_money() -> None:
    """Hammerfest applies for one: it stands beside, with what it leaves, and in no sum."""
    chart, account = drawn(money_bars, "hammerfest"), account_of_journey("hammerfest", Language.NB)
    loans = [
        each.scheme
        for each in account.advice.plan.year.others
        if account.advice.money[each.scheme].kind is AmountKind.LOAN_TO_VALUE
    ]
    assert len(loans) == 1
    assert "kan søke om lån inntil om lag 2,6\u00a0millioner\u00a0kr" in chart.alternative
    assert "om lag 2,8\u00a0millioner\u00a0kr mangler" in chart.alternative
    assert "tiltak 1, ellers 1\u00a0million\u00a0kr til 5\u00a0millioner\u00a0kr*." in chart.title
    assert any("ikke lagt sammen" in each for each in chart.notes)


def test_own_money_is_held_up_against_what_the_kommune_has() -> None:
    """Namsskogan has told what it has; where nobody has, what we reckon with is ours."""
    chart = drawn(money_bars, "namsskogan")
    assert "Kommunen har oppgitt inntil 200\u00a0000\u00a0kr" in chart.title
    assert "har inntil 200\u00a0000\u00a0kr" in [each.text for each in labels(chart.svg)]
    advice = account_of_journey("namsskogan").advice
    means = replace(advice.plan.means, money_stated=False)
    silent = replace(advice, plan=replace(advice.plan, means=means))
    told = money_bars(CaseAccount(Wording(silent, Language.NB)))
    assert told is not None
    assert "Vi regner med inntil 200\u00a0000\u00a0kr*" in told.source


def test_a_duty_that_is_done_with_what_there_is_says_so() -> None:
    """Grue has no money of its own: the plan that the law bids may cost more."""
    chart = drawn(money_bars, "grue")
    assert any(each.startswith("Tiltak 2 kan koste mer") for each in chart.notes)
    assert chart.title.startswith("Egne penger i år: ikke kjent for tiltak 3 og 4, ellers")


def test_money_is_not_drawn_where_there_is_only_time() -> None:
    """Fedje's year takes weeks and nothing else."""
    assert money_bars(account_of_journey("fedje")) is None
