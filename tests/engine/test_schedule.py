"""When things are done: the laws that every schedule keeps, and cases by their dates."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schedules import MEETING, ROLLING, bundle_of, council, once, rules, step, yearly
from small_book import DAY, MUNICIPALITY, book, case, is_, question, scheme

from wizard.advice import assess
from wizard.domain.advice import Findings, Phase
from wizard.domain.case import DONT_KNOW, Answer
from wizard.domain.facts import ChangedBy
from wizard.domain.schedule import MeetingKind, Moment, Reach, Schedule, ScheduledItem
from wizard.domain.schemes import Deadline, Responsible, Scheme, Step
from wizard.domain.workdays import working_day
from wizard.engine.planning.schedule import make_schedule, with_deadlines


def planned(
    *schemes: Scheme,
    day: date = DAY,
    phases: tuple[Phase, ...] | None = None,
    meeting: Answer | None = None,
) -> Schedule:
    """Return the schedule of a bundle of all the schemes, begun at once unless told."""
    answers = {} if meeting is None else {MEETING.id: meeting}
    found: Findings = assess(case(**answers), rules(*schemes), MUNICIPALITY, day)
    when = phases or (Phase.NOW,) * len(schemes)
    members = zip((each.id for each in schemes), when, strict=True)
    return make_schedule(found, bundle_of(*members))


def only(*deadlines: Deadline, day: date = DAY, phase: Phase = Phase.NOW) -> ScheduledItem:
    """Return the one member of a bundle whose scheme has these deadlines."""
    return planned(scheme("a", deadlines=deadlines), day=day, phases=(phase,)).items[0]


# --- deadlines


def test_the_next_deadline_is_kept_when_its_preparation_weeks_are_left() -> None:
    """From 22 November, 15 May leaves ten weeks: begin by Saturday 6 March, so by the 5th."""
    deadline = only(yearly(5, 15, 10)).deadline
    assert (deadline.reach, deadline.on) == (Reach.REACHED, date(2027, 5, 15))
    assert deadline.begin_by == date(2027, 3, 5)


def test_a_yearly_deadline_that_is_too_near_gives_way_to_next_years() -> None:
    """Ten weeks are not left before 15 January."""
    deadline = only(yearly(1, 15, 10)).deadline
    assert (deadline.reach, deadline.on) == (Reach.NEXT, date(2028, 1, 15))
    assert deadline.too_soon == date(2027, 1, 15)


@pytest.mark.parametrize(("weeks", "year"), [(0, 2026), (1, 2027)])
def test_on_the_day_itself_only_what_needs_no_preparation_is_in_time(weeks: int, year: int) -> None:
    deadline = only(yearly(11, 22, weeks or None)).deadline
    assert deadline.on == date(year, 11, 22)


def test_the_last_day_that_leaves_the_weeks_is_early_enough() -> None:
    """Seventy days before 15 May is in time, sixty-nine is not."""
    last = date(2027, 3, 6)
    assert only(yearly(5, 15, 10), day=last).deadline.on == date(2027, 5, 15)
    assert only(yearly(5, 15, 10), day=last).deadline.begin_by == last  # a Saturday has come
    late = only(yearly(5, 15, 10), day=last + timedelta(days=1)).deadline
    assert late.on == date(2028, 5, 15)


def test_a_deadline_that_never_comes_back_is_missed() -> None:
    """It is still ahead, but the weeks are not."""
    deadline = only(once(date(2027, 1, 15), 10)).deadline
    assert (deadline.reach, deadline.on) == (Reach.MISSED, date(2027, 1, 15))


def test_a_deadline_that_has_been_is_said_to_have_been() -> None:
    assert only(once(date(2024, 4, 1))).deadline.reach is Reach.PASSED


def test_a_later_deadline_of_the_same_scheme_stands_in() -> None:
    """Two calls: the first is too near, the second is not."""
    deadline = only(once(date(2026, 12, 1), 4), once(date(2027, 2, 1), 4)).deadline
    assert (deadline.on, deadline.too_soon) == (date(2027, 2, 1), date(2026, 12, 1))


def test_rolling_and_unknown_are_not_dates() -> None:
    assert only(ROLLING).deadline.reach is Reach.ROLLING
    assert only().deadline.reach is Reach.UNKNOWN


def test_weeks_are_counted_over_the_leap_day() -> None:
    """Ten weeks before 15 March 2028 is 5 January, for February has 29 days."""
    assert only(yearly(3, 15, 10), day=date(2028, 1, 5)).deadline.on == date(2028, 3, 15)
    assert only(yearly(3, 15, 10), day=date(2028, 1, 6)).deadline.on == date(2029, 3, 15)


def test_a_plan_begun_on_the_leap_day_goes_on() -> None:
    """A year after 29 February is 28 February."""
    item = only(yearly(2, 28), day=date(2028, 2, 29), phase=Phase.LATER)
    assert item.begins.day == date(2029, 2, 28)
    assert item.deadline.on == date(2029, 2, 28)


def test_the_bundle_shows_the_deadline_that_there_is_time_for() -> None:
    found = assess(case(), rules(scheme("a", deadlines=(yearly(1, 15, 10),))), MUNICIPALITY)
    bundle = bundle_of(("a", Phase.NOW))
    shown = with_deadlines(bundle, make_schedule(found, bundle)).items[0].deadline
    assert shown is not None
    assert shown.on == date(2028, 1, 15)


# --- steps and prerequisites


def test_what_comes_first_is_ready_before_the_next_begins() -> None:
    """Ninety days, or the working day before, and then ninety more."""
    first = scheme("forst", steps=(step("a", 90),))
    last = scheme("sist", steps=(step("a", 90),), first=("forst",))
    schedule = planned(first, last)
    assert schedule.items[1].begins == Moment(working_day(DAY + timedelta(days=90)))
    assert schedule.items[1].waits_for == "forst"
    assert schedule.path is not None
    assert [leg.scheme for leg in schedule.path.legs] == ["forst", "sist"]
    ends = working_day(working_day(DAY + timedelta(days=90)) + timedelta(days=90))
    assert (schedule.path.days, schedule.path.ends) == ((ends - DAY).days, Moment(ends))


def test_one_of_the_prerequisites_is_enough() -> None:
    """The quicker of two is waited for."""
    slow, quick = scheme("a", steps=(step("a", 200),)), scheme("b", steps=(step("a", 20),))
    schedule = planned(slow, quick, scheme("sist", first=("a", "b")))
    assert schedule.items[2].waits_for == "b"


def test_nobody_waits_for_what_is_in_place() -> None:
    done = scheme("ferdig", in_place=is_("valg", "a"))
    member = scheme("b", steps=(step("a", 20),))
    asked = question("valg", ChangedBy.MUNICIPALITY)
    plain = book(done, member, scheme("sist", first=("ferdig", "b")), questions=(asked,))
    found = assess(case(valg="a"), plain, MUNICIPALITY)
    schedule = make_schedule(found, bundle_of(("b", Phase.NOW), ("sist", Phase.NOW)))
    assert schedule.items[1].begins == Moment(DAY)


def test_a_step_without_days_is_due_by_the_deadline() -> None:
    """Where there is none, its length is unknown: the end is then the earliest possible."""
    steps = (step("a", 30), step("sok", None, "a"))
    dated = planned(scheme("a", steps=steps, deadlines=(yearly(5, 15, 10),))).items[0]
    assert dated.ready == Moment(date(2027, 5, 14))  # the 15th is a Saturday
    assert planned(scheme("a", steps=steps)).items[0].ready == Moment(
        DAY + timedelta(days=30), at_least=True
    )


def test_unknown_length_spreads_to_what_waits() -> None:
    """Nobody knows how long the first takes, so nobody knows when the second begins."""
    last = scheme("sist", steps=(step("a", 10),), first=("forst",))
    schedule = planned(scheme("forst"), last)
    assert all(each.ready.at_least for each in schedule.items)
    assert schedule.path is not None
    assert schedule.path.ends.at_least


def test_no_step_is_due_after_the_deadline_planned_for() -> None:
    """Steps at their own pace give way to the day to apply by."""
    steps = (step("a", 100), step("b", 300, "a"))
    item = planned(scheme("a", steps=steps, deadlines=(yearly(2, 15, 10),))).items[0]
    assert [each.due.day for each in item.steps] == [date(2027, 2, 15)] * 2


# --- the council


def test_the_council_decides_in_the_meeting_asked_for_when_the_matter_is_ready() -> None:
    """Ready 6 December, three weeks before 28 December."""
    item = planned(council(step("skriv", 14)), meeting=date(2026, 12, 28)).items[0]
    assert item.steps[1].meeting is MeetingKind.ASKED_FOR
    assert item.steps[1].due == Moment(date(2026, 12, 28))


@pytest.mark.parametrize(
    ("ready_after", "kind"), [(15, MeetingKind.ASKED_FOR), (16, MeetingKind.LATER)]
)
def test_a_matter_must_be_ready_the_weeks_before_that_the_rules_say(
    ready_after: int, kind: MeetingKind
) -> None:
    """Three weeks before 28 December is 7 December."""
    item = planned(council(step("skriv", ready_after)), meeting=date(2026, 12, 28)).items[0]
    assert item.steps[1].meeting is kind


def test_a_later_meeting_has_no_known_day() -> None:
    """Its day is after the one given, and may be later than we think."""
    item = planned(council(step("skriv", 30)), meeting=date(2026, 12, 17)).items[0]
    assert item.steps[1].meeting is MeetingKind.LATER
    assert item.steps[1].due.at_least
    assert item.steps[1].due.day > date(2026, 12, 17)


@pytest.mark.parametrize("meeting", [None, DONT_KNOW])
def test_a_meeting_that_nobody_has_given_stays_unknown(meeting: Answer | None) -> None:
    item = planned(council(), meeting=meeting).items[0]
    assert item.steps[0].meeting is MeetingKind.NOT_KNOWN
    assert item.ready.at_least


@pytest.mark.parametrize("meeting", [date(1, 1, 1), DAY - timedelta(days=1)])
def test_a_meeting_that_has_been_is_not_waited_for(meeting: date) -> None:
    item = planned(council(), meeting=meeting).items[0]
    assert item.steps[0].meeting is MeetingKind.LATER


@pytest.mark.parametrize("day", [DAY, date(2028, 2, 29)])
def test_a_meeting_at_the_end_of_time_does_no_harm(day: date) -> None:
    """Somebody will type 31 12 9999."""
    item = planned(council(step("skriv", None)), day=day, meeting=date.max).items[0]
    assert item.steps[1].due.day == date.max


def test_a_deadline_before_the_council_meets_cannot_be_reached() -> None:
    """The council decides 28 December, so 15 December is too soon."""
    plain = council()
    edition = replace(plain.editions[0], deadlines=(yearly(12, 15),))
    item = planned(replace(plain, editions=(edition,)), meeting=date(2026, 12, 28)).items[0]
    assert item.deadline.on == date(2027, 12, 15)


def test_a_rulebook_without_a_council_knows_no_meeting() -> None:
    found = assess(case(), book(council()), MUNICIPALITY)
    item = make_schedule(found, bundle_of(("a", Phase.NOW))).items[0]
    assert item.steps[0].meeting is MeetingKind.NOT_KNOWN


def test_an_empty_bundle_has_no_longest_way() -> None:
    assert planned().path is None


# --- laws

_DAYS = st.dates(date(2023, 1, 1), date(2029, 12, 31))


@st.composite
def steps_(draw: st.DrawFn) -> tuple[Step, ...]:
    """Return up to four steps, some after others, some without days, some the council's."""
    made: list[Step] = []
    for number in range(draw(st.integers(0, 4))):
        after = (
            draw(st.lists(st.sampled_from([each.id for each in made]), unique=True)) if made else []
        )
        days = draw(st.none() | st.integers(1, 400))
        who = draw(st.sampled_from([Responsible.PLANNING, Responsible.POLITICS]))
        made.append(step(f"s{number}", days, *after, by=who))
    return tuple(made)


@st.composite
def deadlines_(draw: st.DrawFn) -> tuple[Deadline, ...]:
    """Return up to two deadlines of any kind."""
    weeks = st.none() | st.integers(1, 60)
    kinds = st.one_of(
        st.builds(yearly, st.integers(1, 12), st.integers(1, 28), weeks),
        st.builds(once, _DAYS, weeks),
        st.just(ROLLING),
    )
    return tuple(draw(st.lists(kinds, max_size=2)))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[tuple[Scheme, ...], tuple[Phase, ...], date | None]:
    """Return schemes that wait for earlier ones, a rising phase for each, and perhaps a meeting."""
    made: list[Scheme] = []
    for number in range(draw(st.integers(1, 5))):
        earlier = [each.id for each in made]
        first = draw(st.lists(st.sampled_from(earlier), unique=True)) if earlier else []
        parts = {"steps": draw(steps_()), "deadlines": draw(deadlines_())}
        made.append(scheme(f"o{number}", first=tuple(first), **parts))
    phases = sorted(draw(st.lists(st.integers(0, 2), min_size=len(made), max_size=len(made))))
    every = tuple(Phase)
    return tuple(made), tuple(every[each] for each in phases), draw(st.none() | _DAYS)


@given(worlds(), _DAYS)
def test_nothing_is_done_before_what_it_comes_after(
    world: tuple[tuple[Scheme, ...], tuple[Phase, ...], date | None], day: date
) -> None:
    """Neither a scheme before the one it waits for, nor a step before those it comes after."""
    schemes, phases, meeting = world
    schedule = planned(*schemes, day=day, phases=phases, meeting=meeting)
    for item, known in zip(schedule.items, schemes, strict=True):
        due = {each.step: each.due.day for each in item.steps}
        if known.first:
            ready = [before.ready.day for before in schedule.items if before.scheme in known.first]
            assert item.begins.day >= min(ready)
        for each in known.editions[0].steps:
            assert item.begins.day <= due[each.id] <= item.ready.day
            assert all(due[id_] <= due[each.id] for id_ in each.after)


@given(worlds(), _DAYS)
def test_a_deadline_that_is_reached_leaves_its_preparation_weeks(
    world: tuple[tuple[Scheme, ...], tuple[Phase, ...], date | None], day: date
) -> None:
    """And no step is due after it; one that is not the next is later than the next."""
    schemes, phases, meeting = world
    for item in planned(*schemes, day=day, phases=phases, meeting=meeting).items:
        deadline = item.deadline
        if deadline.reach.in_time and deadline.on:
            assert item.begins.day <= (deadline.begin_by or deadline.on)
            assert all(each.due.day <= deadline.on for each in item.steps)
            assert deadline.too_soon is None or day <= deadline.too_soon < deadline.on


@given(worlds(), _DAYS)
def test_no_chain_takes_more_days_than_the_longest_way(
    world: tuple[tuple[Scheme, ...], tuple[Phase, ...], date | None], day: date
) -> None:
    """Each link waits for the one before, and the way ends when its last link is ready."""
    schemes, phases, meeting = world
    schedule = planned(*schemes, day=day, phases=phases, meeting=meeting)
    path = schedule.path
    assert path is not None
    for item in schedule.items:
        days, link = 0, item
        while True:
            days += link.days
            before = schedule.item(link.waits_for) if link.waits_for else None
            if before is None:
                break
            link = before
        assert path.days >= days
    members = [schedule.item(leg.scheme) for leg in path.legs]
    assert all(b and a and b.waits_for == a.scheme for a, b in pairwise(members))
    assert members[-1]
    assert path.ends == members[-1].ready


@given(worlds(), _DAYS, st.integers(0, 500))
def test_a_later_start_never_gives_an_earlier_end(
    world: tuple[tuple[Scheme, ...], tuple[Phase, ...], date | None], day: date, wait: int
) -> None:
    """Nobody gets done sooner by waiting."""
    schemes, phases, meeting = world
    now = planned(*schemes, day=day, phases=phases, meeting=meeting)
    later = planned(*schemes, day=day + timedelta(days=wait), phases=phases, meeting=meeting)
    for early, late in zip(now.items, later.items, strict=True):
        assert early.begins.day <= late.begins.day
        assert early.ready.day <= late.ready.day


@given(worlds(), _DAYS)
def test_an_exact_day_never_rests_on_an_unknown_length(
    world: tuple[tuple[Scheme, ...], tuple[Phase, ...], date | None], day: date
) -> None:
    """Without a deadline, or a meeting of the council, a step without days leaves the end open."""
    schemes, phases, meeting = world
    for item, known in zip(
        planned(*schemes, day=day, phases=phases, meeting=meeting).items, schemes, strict=True
    ):
        lengthless = any(
            each.days is None and each.responsible is not Responsible.POLITICS
            for each in known.editions[0].steps
        )
        if lengthless and not item.deadline.reach.in_time:
            assert item.ready.at_least
        if item.begins.at_least:
            assert item.ready.at_least
