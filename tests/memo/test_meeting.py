"""The meeting that decides: nothing is asked of it that lies before it, and all places agree."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from memos import advice_for, book, plain
from plans_told import kommuner

from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.memo_fields import COMMITTEE, MEETING_DAY
from wizard.domain.schedule import MeetingKind
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.plain.advice import plain_advice
from wizard.report import front
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

DAYS = (date(2026, 12, 1), date(2026, 12, 17), date(2027, 2, 4), date(2027, 6, 24))
_DAY = re.compile(r"(\d{1,2})\. (\w+) (\d{4})")
_MONTHS = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
]


def meeting(journey: str, day: date, *, committee: str = "", answered: bool = False) -> Advice:
    """Return the advice on a journey whose memo is for a meeting, or that has answered with it."""
    case = book().journeys[journey].case
    council = book().council
    assert council
    answers = {id_: each for id_, each in case.answers.items() if id_ != council.meeting}
    own: Mapping[str, str] = {MEETING_DAY.id: day.isoformat(), COMMITTEE.id: committee}
    if answered:
        answers, own = {**answers, council.meeting: day}, {}
    given = replace(case, answers=answers, adviser=own)
    return assess(given, book(), kommuner().get(case.municipality_number))


def days(text: str) -> list[date]:
    """Return the days that a text names."""
    found = _DAY.findall(plain(text))
    return [date(int(y), _MONTHS.index(m) + 1, int(d)) for d, m, y in found if m in _MONTHS]


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("said", ["answered", "council", "Formannskapet"])
@pytest.mark.parametrize("journey", book().journeys)
def test_nothing_is_asked_of_a_meeting_that_lies_before_it(
    journey: str, said: str, day: date
) -> None:
    """What is done before it is noted, what must begin before it is another's to choose."""
    committee = said if said == "Formannskapet" else ""
    advice = meeting(journey, day, committee=committee, answered=said == "answered")
    memo = compose(advice, Language.NB)
    if memo.front is None or day <= advice.as_of:
        return
    asked = [part for each in memo.front.proposal.points for part in plain(each).split(". ")]
    for told in asked:
        before = [each for each in days(told) if each < day]
        assert not before or "til orientering" in told or told.startswith("Fristen"), told
    for choice in memo.front.proposal.choices:
        begin = re.search(r"senest (\d{1,2}\. \w+ \d{4})", plain(choice.text))
        early = bool(begin) and days(begin[1])[0] < day if begin else False
        assert choice.heading.startswith("Før møtet må ") is early


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("journey", book().journeys)
def test_the_memo_and_the_answer_give_the_same_meeting(journey: str, day: date) -> None:
    """The day in the memo moves the plan as the answer does, in data, on screen and on paper."""
    by_memo, by_answer = meeting(journey, day), meeting(journey, day, answered=True)
    if day <= by_memo.as_of:
        return
    assert by_memo.schedule == by_answer.schedule
    assert by_memo.plan == by_answer.plan
    report = CaseAccount(Wording(by_memo, Language.NB))
    data: Any = plain_advice(report)
    assert data["tidsplan"]["kommunestyremote"] == day.isoformat()
    assert not any(
        step.meeting is MeetingKind.NOT_KNOWN
        for item in by_memo.schedule.items
        for step in item.steps
    )
    assert report.decided_on == day
    assert report.report_on > day


def test_a_committees_meeting_is_not_the_councils() -> None:
    """It is then that it is decided, and the council's own steps stay where they are."""
    day = date(2026, 12, 10)
    advice = meeting("namsskogan", day, committee="Formannskapet")
    assert advice.schedule == meeting("namsskogan", date(2026, 11, 1)).schedule
    report = CaseAccount(Wording(advice, Language.NB))
    assert (report.decided_on, report.body) == (day, "formannskapet")
    (choice,) = front.choices(report)
    assert plain(choice.heading) == "Før møtet må kommunedirektøren velge:"


def test_another_committee_without_a_day_does_not_get_the_councils() -> None:
    """Where only the council's day is known, nobody has said when formannskapet meets."""
    day = date(2026, 12, 17)
    council = book().council
    assert council
    case = book().journeys["namsskogan"].case
    for own in ({}, {MEETING_DAY.id: "2026-11-01"}):  # nothing said, or a day that has been
        given = replace(
            case,
            answers={**case.answers, council.meeting: day},
            adviser={COMMITTEE.id: "formannskapet", **own},
        )
        advice = assess(given, book(), kommuner().get(case.municipality_number))
        report = CaseAccount(Wording(advice, Language.NB))
        assert (report.body, report.decided_on, advice.schedule.meeting) == (
            "formannskapet",
            None,
            day,
        )
        told = " ".join(plain(str(each)) for each in compose(advice, Language.NB).sections)
        assert "Formannskapet møtes" not in told


def test_the_council_by_its_own_name_is_the_council() -> None:
    day = date(2027, 2, 4)
    named = [meeting("namsskogan", day, committee=each) for each in ("", "Kommunestyret")]
    assert named[0].schedule == named[1].schedule
    assert advice_for("namsskogan").schedule != named[0].schedule
