"""Which days a case, a question and a meeting can have, at every edge."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from small_book import book

from wizard.domain.case import Case, Versions
from wizard.domain.days import (
    Span,
    days_of_a_case,
    days_of_a_kept_meeting,
    days_of_a_meeting,
    days_to_ask_about,
    is_outdated,
    years_after,
)
from wizard.domain.text import Language

TODAY = date(2026, 11, 22)
BOOK = book()
A_DAY = timedelta(days=1)


def test_a_span_has_both_its_ends() -> None:
    """And with no beginning, every day up to its end."""
    span = Span(date(2020, 1, 1), TODAY)
    assert date(2020, 1, 1) in span
    assert TODAY in span
    assert date(2019, 12, 31) not in span
    assert TODAY + A_DAY not in span
    assert date.min in Span(None, TODAY)


def test_a_case_cannot_be_ahead_but_a_question_can() -> None:
    """Two years, to see what is coming."""
    assert days_of_a_case(BOOK, TODAY) == Span(None, TODAY)
    assert days_to_ask_about(BOOK, TODAY) == Span(None, date(2028, 11, 22))


def test_a_meeting_to_come_begins_tomorrow_and_a_kept_one_may_have_been() -> None:
    """No new matter comes to a meeting today; and a case is kept while time passes."""
    last = date(2028, 11, 22)
    assert days_of_a_meeting(TODAY) == Span(date(2026, 11, 23), last)
    assert days_of_a_kept_meeting(replace(BOOK, valid_from=date(2020, 1, 1)), TODAY) == Span(
        date(2020, 1, 1), last
    )
    assert days_of_a_meeting(date.max) == Span(date.max, date.max)


@pytest.mark.parametrize(
    ("day", "years", "then"),
    [
        (date(2024, 2, 29), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date.max, 2, date.max),
        (date.min, -2, date.min),
    ],
)
def test_some_years_on(day: date, years: int, then: date) -> None:
    """A leap day has no fellow in most years; time has two ends."""
    assert years_after(day, years) == then


@pytest.mark.parametrize(
    ("age", "same_rules", "outdated"),
    [(0, False, False), (1, True, False), (1, False, True), (30, True, False), (31, True, True)],
)
def test_a_case_is_outdated_by_time_or_by_new_rules(
    age: int, *, same_rules: bool, outdated: bool
) -> None:
    """What was made today is not, whatever it was made with."""
    versions = Versions(rulebook=BOOK.hash if same_rules else "andre")
    case = Case("5044", TODAY - timedelta(days=age), Language.NB, versions=versions)
    assert is_outdated(case, BOOK, TODAY) is outdated
