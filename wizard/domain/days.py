"""Which days can be those of a case, of a question about the rules, and of a council meeting.

And which years a question about a year can be answered with.

Nothing here knows what day it is: whoever asks says so.
"""

from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal
from typing import TypeVar

from wizard.domain.case import Case
from wizard.domain.facts import Fact, FactType, Question
from wizard.domain.rulebook import Rulebook

_YEARS = 2
_FRESH = timedelta(days=30)
_A_DAY = timedelta(days=1)
AnyFact = TypeVar("AnyFact", bound=Fact)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included; without a first, from any day."""

    first: date | None
    last: date

    def __contains__(self, day: date) -> bool:
        return not self.is_before(day) and day <= self.last

    def is_before(self, day: date) -> bool:
        """Tell whether a day comes before the first."""
        return self.first is not None and day < self.first


def days_of_a_case(rulebook: Rulebook, today: date) -> Span:
    """Return the days that a case can be dated: as long as there are rules, and not ahead."""
    return Span(rulebook.valid_from, today)


def days_to_ask_about(rulebook: Rulebook, today: date) -> Span:
    """Return the days that rules can be asked about: a while ahead too, to see what comes."""
    return Span(rulebook.valid_from, years_after(today, _YEARS))


def days_of_a_meeting(as_of: date) -> Span:
    """Return the days of a council meeting that a new matter can still be put to.

    That is from the day after the case, as far ahead as anybody knows of.
    """
    return Span(min(as_of, date.max - _A_DAY) + _A_DAY, years_after(as_of, _YEARS))


def days_of_a_kept_meeting(rulebook: Rulebook, as_of: date) -> Span:
    """Return the days of a council meeting in a case that has been kept: it may have been since."""
    return Span(rulebook.valid_from, years_after(as_of, _YEARS))


def until_this_year(fact: AnyFact, today: date) -> AnyFact:
    """Return a fact as it can be answered today: a year (`ar`) is one that has come."""
    if not isinstance(fact, Question) or fact.type is not FactType.YEAR:
        return fact
    this_year = Decimal(today.year)
    last = this_year if fact.maximum is None else min(fact.maximum, this_year)
    return replace(fact, maximum=last)


def is_outdated(case: Case, rulebook: Rulebook, today: date) -> bool:
    """Tell whether the advice on a case may be otherwise today: time has passed, or new rules."""
    if case.as_of >= today:
        return False
    return today - case.as_of > _FRESH or case.versions.rulebook != rulebook.hash


def years_after(day: date, years: int) -> date:
    """Return the same day some years on; the day before where that is no leap year."""
    year = min(max(day.year + years, MINYEAR), MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
