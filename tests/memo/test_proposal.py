"""What the council is asked to decide: points that it can adopt as they stand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from memos import PLANNED, advice_for, memo_for, plain, unmarked, written
from random_kommuner import advice_on

from wizard.advice import assess
from wizard.cli.show import advice_lines
from wizard.domain.advice import Advice, LeftOut, LeftOutReason, Uncovered
from wizard.domain.plan import Cost, PlanBasis
from wizard.domain.schemes import Administrator, AmountKind, Funding, MunicipalRole
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.model import Memo, Paper
from wizard.report.case import CaseAccount, Member
from wizard.voice.wording import Wording

FEWEST, MOST = 3, 5
SEEDS = range(40)
CONTACT = "radgivning-husbanken"
_NAMED = re.compile(r"«[^»]+»")
_MONTHS = {
    name: number
    for names in (
        "januar februar mars april mai juni juli august september oktober november desember",
    )
    for number, name in enumerate(names.split(), start=1)
}
_DAY = re.compile(r"(\d{1,2})\.[\s\u00a0](\w+)[\s\u00a0](\d{4})")


def points(memo: Memo) -> list[str]:
    """Return the points of a memo, without the numbers of their notes."""
    assert memo.front
    return [unmarked(point) for point in memo.front.proposal.points]


def told(journey: str) -> list[str]:
    """Return a journey's points in bokmål."""
    return points(memo_for(journey, Language.NB))


def report_of(advice: Advice, language: Language) -> CaseAccount:
    """Return the account that a memo is made from, without the numbers of notes."""
    return CaseAccount(Wording(advice, language))


def days(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the whole dates in a text, in an order that sorts."""
    for day, month, year in _DAY.findall(text):
        if month in _MONTHS:
            yield int(year), _MONTHS[month], int(day)


def of(report: CaseAccount, member: Member) -> str:
    """Return what the municipality is asked to do with a measure."""
    return report.wording.labels.task(member.item.scheme)


def grouped(report: CaseAccount, memo: Memo) -> dict[str, list[Member]]:
    """Return the measures of the year under the point that asks for each, in which it is dated."""
    found: dict[str, list[Member]] = {}
    for number, member in enumerate(report.core, start=1):
        planned = report.advice.schedule.item(member.item.scheme)
        assert planned
        ready = f"ferdig {report.wording.labels.day(planned.ready.day)}"
        task = f"{of(report, member)} (tiltak {number}"
        (point,) = [
            each
            for each in points(memo)
            if f"{task}), {ready}" in each or f"{task}, {ready}" in each
        ]
        found.setdefault(point, []).append(member)
    return found


def check_proposal(advice: Advice, language: Language) -> None:
    """See that the proposal asks for the whole core, dated, within the kommune's own money."""
    memo, report = compose(advice, language), report_of(advice, language)
    asked = points(memo)
    assert not report.core or FEWEST <= len(asked) <= MOST
    groups = grouped(report, memo)
    assert {each for each in asked if "(tiltak " in each} == set(groups)
    for point, members in groups.items():
        frame = report.wording.brief.frame(sum((each.cost for each in members), Cost()))
        assert f"Ramme: {frame}." in point
        assert "lån" not in point.partition("Ramme:")[2].partition(".")[0].lower()
    whole = sum((each.cost for each in report.core), Cost())
    assert (whole.least, whole.most) == (advice.plan.year.cost.least, advice.plan.year.cost.most)
    assert set(whole.unknown) == set(advice.plan.year.cost.unknown)


def test_there_are_three_to_five_points_and_every_measure_is_in_one(
    planned: tuple[str, Language],
) -> None:
    """Each with its day, and with a frame that is the kommune's own money and no more."""
    check_proposal(advice_for(planned[0]), planned[1])


@pytest.mark.parametrize("seed", SEEDS)
def test_any_small_kommune_gets_a_proposal_that_can_be_adopted(seed: int) -> None:
    """Answers drawn at random, some unanswered and some not known."""
    advice = advice_on(seed)
    if advice.plan.basis is not PlanBasis.QUESTIONS:
        check_proposal(advice, advice.case.language)


def test_a_loan_to_a_household_is_in_no_frame() -> None:
    """Lebesby brings startlån into use: the frame is the time it takes, or a share not known."""
    (point,) = [each for each in told("lebesby") if "startlån" in each]
    assert not re.search(r"\d[\d\s\u00a0]* (kr|kroner|%)", point)


def test_no_measure_that_lends_to_others_costs_money_of_ones_own() -> None:
    """Over every journey: what is lent or granted to others is never counted as the kommune's."""
    lends = {AmountKind.LOAN_TO_VALUE, AmountKind.EXCEPTION}
    found = 0
    for journey in {journey for journey, _ in PLANNED}:
        for member in report_of(advice_for(journey), Language.NB).members:
            edition = member.account.verdict.edition
            if edition and edition.amount.kind in lends:
                found += 1
                assert not member.cost.least
                assert not member.cost.most
    assert found


def test_money_that_is_not_yet_granted_is_a_condition(planned: tuple[str, Language]) -> None:
    """Whoever gives it is named; the council is promised nothing on their behalf."""
    journey, language = planned
    advice = advice_for(journey)
    report = report_of(advice, language)
    words = {"nb": "bare hvis {} gir tilsagn", "nn": "berre dersom {} gir tilsegn"}
    for point, members in grouped(report, memo_for(*planned)).items():
        for member in members:
            scheme = advice.rulebook.schemes[member.item.scheme]
            if scheme.role is MunicipalRole.APPLICANT and scheme.is_applied_for:
                giver = member.account.scheme.administrator
                condition = words[language].format(giver[0].upper() + giver[1:])
                own = scheme.administrator is Administrator.MUNICIPALITY
                assert (condition in point) is not own
        assert "rosjektet" not in point
    assert not re.search(r"\bfår (inntil|tilskudd|tilskot)", " ".join(points(memo_for(*planned))))


def test_what_is_not_certain_says_what_must_be_cleared_first(planned: tuple[str, Language]) -> None:
    """Each change and each question that a yes still hangs on is in the point that asks for it."""
    report = report_of(advice_for(planned[0]), planned[1])
    for point, members in grouped(report, memo_for(*planned)).items():
        for member in members:
            account = member.account
            if account.group.is_firm:
                continue
            assert all(each in point for each in account.questions)
            named = [quoted for each in account.changes for quoted in _NAMED.findall(each)[:1]]
            assert all(each in point for each in named)


@pytest.mark.parametrize(
    ("journey", "task"),
    [
        ("namsskogan", "innhente råd fra Distriktssenteret"),
        ("namsskogan", "oppdatere kommuneplanen om bolig"),
        ("vinje", "søke om tilskudd til boligtiltak"),
        ("lebesby", "bruke startlån aktivt og gjøre det kjent"),
    ],
)
def test_a_task_says_what_a_kommune_does_with_such_a_scheme(journey: str, task: str) -> None:
    """It asks for advice, starts what is its own, applies, or makes known what others apply for."""
    assert any(
        "Kommunestyret ber kommunedirektøren" in point and task in point for point in told(journey)
    )


def test_a_council_with_nothing_to_adopt_takes_note_and_is_promised_nothing() -> None:
    """Oslo's bundle is empty, so nobody has anything to report."""
    assert told("oslo") == ["Bystyret tar notatet til orientering."]


def test_the_committee_that_is_named_is_the_one_that_decides_and_hears_back() -> None:
    """And where none is named, the council, by its own name."""
    advice = written(advice_for("vinje"), utvalg="Formannskapet")
    memo = compose(advice, Language.NB)
    assert memo.front
    asked = " ".join(points(memo))
    assert "Kommunestyret" not in asked
    assert points(memo)[0].startswith("Formannskapet ber kommunedirektøren")
    assert "melder tilbake til formannskapet" in asked
    assert told("vinje")[0].startswith("Kommunestyret ber kommunedirektøren")


def test_the_rest_is_left_to_the_economic_plan(planned: tuple[str, Language]) -> None:
    """Where something comes later, a point says where it stands and where it is weighed."""
    report, memo = report_of(advice_for(planned[0]), planned[1]), memo_for(*planned)
    said = sum("økonomiplanen" in point and "edlegg 1" in point for point in points(memo))
    assert said == bool(report.core and report.later)


def test_the_council_hears_back_on_a_day(planned: tuple[str, Language]) -> None:
    """Within half a year, in the last point, wherever something is asked of anybody."""
    report, memo = report_of(advice_for(planned[0]), planned[1]), memo_for(*planned)
    if report.core or report.no_room or report.questions:
        assert points(memo)[-1].endswith(f" {report.report_by}.")


def test_nothing_is_asked_to_be_done_before_the_meeting(planned: tuple[str, Language]) -> None:
    """Who meets in December can only be told of November: what is done, and what is too late."""
    advice = advice_for(planned[0])
    meeting = advice.facts["neste_kommunestyremote"].value
    day = meeting if isinstance(meeting, date) else advice.as_of
    memo = memo_for(*planned)
    assert memo.front
    sentences = [each for point in points(memo) for each in point.split(". Ramme")]
    choices = [f"{each.heading} {each.text}" for each in memo.front.proposal.choices]
    for text in (*sentences, *choices):
        early = [each for each in days(text) if each < (day.year, day.month, day.day)]
        assert not early or re.search(r"til orientering|^Før møtet", text), text


def test_what_is_done_before_the_meeting_is_noted_and_not_asked_for() -> None:
    """Hareid is done with one thing by 22 December, and its council meets in January."""
    asked = told("hareid")
    (noted,) = [each for each in asked if "tar til orientering at" in each]
    assert re.search(
        r"orientering at kommunedirektøren skal .* \(tiltak \d, ferdig 22\. desember 2026\) "
        r"før kommunestyret møtes \d+\. januar 2027\.",
        plain(noted),
    )


def test_the_council_sees_the_date_that_is_not_kept() -> None:
    """As a choice, whose it is, with the sums beside it: 3 December is before the meeting."""
    memo = memo_for("namsskogan", Language.NB)
    assert memo.front
    (conflict,) = memo.front.proposal.choices
    assert plain(conflict.heading) == "Før møtet må kommunedirektøren velge:"
    assert conflict.text.startswith("Arbeid med bolig i kommuneplanen blir ferdig tidligst")
    assert "Fristen er 1. juli 2027." in conflict.text
    (point,) = [each for each in told("namsskogan") if "oppdatere kommuneplanen om bolig" in each]
    assert "Fristen 1. juli 2027 blir da ikke holdt." in point
    assert memo.front.proposal.sums
    assert "11 av 11 uker" in plain(memo.front.proposal.sums)


def uncovered(*, in_place: bool) -> Advice:
    """Return the advice on Oslo with a need for which to ask somebody, who helps already or not."""
    advice = advice_for("oslo")
    verdicts = dict(advice.verdicts)
    verdicts[CONTACT] = replace(verdicts[CONTACT], in_place=in_place)
    bundle = replace(advice.bundle, uncovered=(Uncovered("tomme-hus", CONTACT),))
    return replace(advice, bundle=bundle, verdicts=verdicts)


def test_a_severe_need_that_nothing_answers_is_a_contact_to_make() -> None:
    """The council asks for advice from whoever could help."""
    first, *_ = points(compose(uncovered(in_place=False), Language.NB))
    assert first == (
        "Bystyret ber byrådet innhente råd fra Husbanken innen 21. mai 2027. "
        "Ramme: bare arbeidstid."
    )


def test_nobody_is_asked_to_do_what_the_plan_does_or_has_no_room_for() -> None:
    """Namsskogan asks for both kinds of advice in its plan; Fedje has no time for Husbanken."""
    for journey in ("namsskogan", "fedje"):
        assert advice_for(journey).bundle.uncovered
        asked = " ".join(told(journey))
        assert asked.count("innhente råd fra Husbanken") == (journey == "namsskogan")


@pytest.mark.parametrize("why", ["in place", "taken out"])
def test_nobody_is_asked_for_what_is_in_place_or_taken_out(why: str) -> None:
    """Neither in the proposal nor where the need is told of."""
    advice = uncovered(in_place=why == "in place")
    if why == "taken out":
        out = LeftOut(CONTACT, LeftOutReason.ADVISER, ())
        advice = replace(advice, bundle=replace(advice.bundle, left_out=(out,)))
    assert "innhente råd" not in " ".join(points(compose(advice, Language.NB)))
    (told_of,) = report_of(advice, Language.NB).uncovered
    assert "råd fra" not in told_of


@pytest.mark.parametrize("language", Language)
def test_a_herad_and_a_byrad_are_asked_by_their_own_names(language: Language) -> None:
    """Oslo has a bystyre and a byråd; nobody else's words stand in its memo."""
    asked = " ".join(points(memo_for("oslo", language)))
    assert asked.startswith("Bystyret")
    assert "ommunestyre" not in asked
    assert "ommunedirektør" not in memo_for("oslo", language).head.owned


def test_the_short_note_asks_for_the_same(planned: tuple[str, Language]) -> None:
    """But for where the rest stands: every measure, day, frame and condition is the same."""
    whole, short = memo_for(*planned), memo_for(*planned, Paper.SHORT)
    framed = [[each for each in points(memo) if "Ramme:" in each] for memo in (whole, short)]
    assert framed[0] == framed[1]


@pytest.mark.parametrize("language", Language)
def test_the_council_sees_that_the_money_is_used_up_and_when_there_is_more(
    language: Language,
) -> None:
    advice = advice_for("hareid")
    again = advice.as_of + timedelta(days=120)
    spent = _without_money(advice, again)
    report = report_of(spent, language)
    shut = [each for each in report.core if each.spent]
    assert shut, "nothing applied for is left in the year's plan"
    for paper in (Paper.MEMO, Paper.SHORT):
        adopted = " ".join(points(compose(spent, language, paper=paper)))
        for member in shut:
            assert report.wording.labels.day(again) in member.spent
            assert member.spent in adopted
            assert member.spent in "\n".join(advice_lines(report))


def _without_money(advice: Advice, again: date) -> Advice:
    """Return the advice where all that is applied for has no money left, and more from a day on."""
    book, eve = advice.rulebook, again - timedelta(days=1)
    schemes = dict(book.schemes)
    for id_, scheme in schemes.items():
        edition = scheme.edition_on(advice.as_of)
        if scheme.is_applied_for and edition is not None:
            now = replace(edition, valid_to=eve, funding=Funding.USED_UP)
            later = replace(edition, valid_from=again, funding=Funding.OPEN)
            schemes[id_] = replace(scheme, editions=(now, later))
    return assess(advice.case, replace(book, schemes=schemes), advice.municipality)
