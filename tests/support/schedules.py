"""Steps, deadlines and bundles with dates, and a rulebook that asks when the council meets."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from small_book import book, question, rate, same, scheme

from wizard.domain.advice import Bundle, BundleItem, Phase
from wizard.domain.facts import ChangedBy, FactType, Unit
from wizard.domain.plan import Means
from wizard.domain.rulebook import Council, Rulebook
from wizard.domain.schemes import Deadline, Responsible, Scheme, Step

MEETING = question("motet", ChangedBy.MUNICIPALITY, FactType.DATE)
LEAD_WEEKS = 3


def step(id_: str, days: int | None, *after: str, by: Responsible = Responsible.PLANNING) -> Step:
    """Return a step of the administration, unless told who does it."""
    return Step(id_, same(id_), by, days, after)


def yearly(month: int, day: int, weeks: int | None = None) -> Deadline:
    """Return a deadline that comes back every year, and leaves no margin."""
    return Deadline(
        (month, day), None, rolling=False, preparation_weeks=weeks, check=False, margin_days=0
    )


def once(on: date, weeks: int | None = None) -> Deadline:
    """Return a deadline that never comes back, and leaves no margin."""
    return Deadline(None, on, rolling=False, preparation_weeks=weeks, check=False, margin_days=0)


ROLLING = Deadline(None, None, rolling=True, preparation_weeks=None, check=False)


def rules(*schemes: Scheme) -> Rulebook:
    """Return a rulebook that asks when the council meets, and wants matters three weeks before."""
    plain = book(*schemes, questions=(MEETING,))
    lead = rate("saksfrist", str(LEAD_WEEKS), Unit.WEEKS)
    council = Council(MEETING.id, lead.id)
    return replace(plain, rates={**plain.rates, lead.id: lead}, council=council)


def bundle_of(*members: tuple[str, Phase]) -> Bundle:
    """Return a bundle with these members in this order."""
    items = tuple(
        BundleItem(id_, (), (), (), phase, year=1 if phase.in_core else 2) for id_, phase in members
    )
    means = Means(Decimal(10), Decimal(10), None, weeks_stated=True, money_stated=False, low=False)
    return Bundle(items, (), (), means)


def council(*before: Step, days: int | None = 60) -> Scheme:
    """Return a scheme that the council decides on, after these steps."""
    after = tuple(each.id for each in before)
    return scheme("a", steps=(*before, step("vedta", days, *after, by=Responsible.POLITICS)))
