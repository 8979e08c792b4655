"""The calendar: every date of the plan, once, under a name that lasts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event
from plans_told import advised, kommuner, rules, told

from wizard.advice import assess
from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.domain.values import Unknown
from wizard.memo.calendar import calendar
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording


def events(report: CaseAccount) -> dict[str, Event]:
    """Return the events by what they are called, without the kommune."""
    content = calendar(report)
    assert content is not None
    found = Calendar.from_ical(content).events
    return {str(each["UID"]).partition("-")[2].partition("@")[0]: each for each in found}


def day_of(event: Event) -> date:
    """Return the day of an event that lasts all day."""
    day = event.decoded("dtstart")
    assert isinstance(day, date)
    assert not isinstance(day, datetime)
    assert event.decoded("dtend") == day + timedelta(days=1)
    return day


def test_the_council_meets_and_its_papers_are_due_before() -> None:
    """Three weeks before, as the rules have it; and the kommune reports back half a year on."""
    found = events(told("namsskogan"))
    assert day_of(found["mote"]) == date(2026, 12, 17)
    assert day_of(found["saksfrist"]) == date(2026, 11, 26)
    assert day_of(found["tilbakemelding"]) == date(2027, 5, 21)
    assert str(found["saksfrist"]["SUMMARY"]) == "Saken må være klar til kommunestyremøtet"


@pytest.mark.parametrize("journey", ["namsskogan", "vinje", "skjak", "lebesby"])
def test_the_core_begins_and_is_ready_and_each_step_has_its_day(journey: str) -> None:
    """As the schedule has it; what is done already is not in a calendar."""
    found = events(told(journey))
    for item in advised(journey).plan.core:
        assert day_of(found[f"{item.scheme}-begynn"]) == item.begins.day
        assert day_of(found[f"{item.scheme}-ferdig"]) == item.ready.day
        for step in item.steps:
            name = f"{item.scheme}-steg-{step.step}"
            assert (name in found) is not step.done
            assert step.done or day_of(found[name]) == step.due.day


@pytest.mark.parametrize("journey", ["namsskogan", "vinje", "skjak", "lebesby"])
def test_each_deadline_is_there_with_an_alarm_before_it(journey: str) -> None:
    """In the morning four weeks and one week ahead, where that is still to come."""
    report = told(journey)
    found = events(report)
    dated = [each for each in report.advice.schedule.items if each.deadline.on]
    assert dated
    for item in dated:
        event = found[f"{item.scheme}-frist"]
        on = day_of(event)
        assert on == item.deadline.on
        ahead = [weeks for weeks in (4, 1) if on - timedelta(weeks=weeks) > report.advice.as_of]
        rings = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
        assert rings == [timedelta(hours=9) - timedelta(weeks=weeks) for weeks in ahead]


def test_a_deadline_that_the_plan_does_not_keep_says_so() -> None:
    """In the title, and what it would take in the text."""
    event = events(told("namsskogan"))["bolig-i-kommuneplanen-frist"]
    assert str(event["SUMMARY"]).startswith("Frist som planen ikke rekker:")
    assert "må arbeidet begynne senest 3. desember 2026" in str(event["DESCRIPTION"])


def test_the_earliest_day_is_not_told_as_the_day() -> None:
    """Nor is a meeting whose day nobody has given."""
    found = events(told("namsskogan"))
    assert str(found["bolig-i-kommuneplanen-begynn"]["SUMMARY"]).endswith("(tidligst)")
    assert "tidligst skje" in str(found["bolig-i-kommuneplanen-begynn"]["DESCRIPTION"])
    later = found["boligsosial-oversikt-steg-legg-fram"]
    assert str(later["SUMMARY"]).endswith("(omtrent)")
    assert "Når: i et senere møte, rundt april 2027." in str(later["DESCRIPTION"])


def test_each_event_says_who_and_what() -> None:
    """With the measure that a step is part of, and what a mark in it means."""
    found = events(told("namsskogan"))
    step = str(found["boligsosial-oversikt-steg-tell"]["DESCRIPTION"])
    assert "Del av: Lag en boligsosial oversikt." in step
    assert "Ansvarlig: Nav." in step
    for each in found.values():
        text = str(each["DESCRIPTION"])
        assert ("*" in text.replace("* betyr", "")) is ("* betyr" in text)


def test_every_name_is_unique_and_about_the_kommune() -> None:
    """Never about the case, or the day that the file was made."""
    content = calendar(told("vinje"))
    assert content is not None
    names = [str(each["UID"]) for each in Calendar.from_ical(content).events]
    assert len(set(names)) == len(names)
    assert all(name.startswith("4036-") and "2026" not in name for name in names)


def test_a_later_file_moves_what_an_earlier_one_said() -> None:
    """The same names, a higher revision, other days."""
    advice = advised("namsskogan")
    later = replace(advice.case, as_of=advice.as_of + timedelta(days=14))
    municipality = kommuner().get(later.municipality_number)
    moved = CaseAccount(Wording(assess(later, rules(), municipality)))
    before, after = events(told("namsskogan")), events(moved)
    same = "radgivning-distriktssenteret-begynn"
    assert before[same]["UID"] == after[same]["UID"]
    assert before[same].sequence + 14 == after[same].sequence
    assert day_of(before[same]) + timedelta(days=14) == day_of(after[same])
    assert before[same].decoded("dtstamp") == datetime(2026, 11, 22, tzinfo=UTC)


def test_the_same_advice_is_the_same_file() -> None:
    """Whenever it is made."""
    assert calendar(told("namsskogan")) == calendar(told("namsskogan"))


def test_it_speaks_both_written_forms() -> None:
    """The titles, the texts and the alarms."""
    content = calendar(told("namsskogan", Language.NN))
    assert content is not None
    text = content.decode().replace("\r\n ", "")
    assert "Start: " in text
    assert "Ansvarleg: " in text
    assert "Ansvarlig" not in text


def test_a_blank_case_has_no_calendar_and_one_with_a_meeting_has_that() -> None:
    """Only what there is: a day is never made up."""
    municipality = kommuner().get("5044")
    council = rules().council
    assert council is not None
    blank = Case("5044", date(2026, 11, 22), Language.NB)
    assert calendar(CaseAccount(Wording(assess(blank, rules(), municipality)))) is None
    met = replace(blank, answers={council.meeting: date(2026, 12, 17)})
    advice = assess(met, rules(), municipality)
    assert not isinstance(advice.schedule.papers_by, Unknown)
    assert set(events(CaseAccount(Wording(advice)))) == {"mote", "saksfrist"}
