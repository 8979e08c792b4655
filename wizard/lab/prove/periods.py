"""The periods of a rulebook: between two changes, the rules are the same every day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wizard.domain.conditions import Condition
from wizard.domain.rulebook import Rulebook
from wizard.engine.whatif.outlook import Outlook, conditions_in_force, days_of_change
from wizard.engine.whatif.space import Space
from wizard.lab.prove.possible import Possible
from wizard.municipalities import Municipalities


@dataclass(frozen=True, slots=True)
class Period:
    """One period, all days from `first` to `last`, both included: how it can go there.

    `possible` is whatever can be answered, `answered` only where everything is.
    """

    first: date
    last: date
    today: date
    rules: Rulebook
    outlook: Outlook
    possible: Possible
    answered: Possible

    @property
    def ahead(self) -> bool:
        """Whether today or a later day is in it."""
        return self.last >= self.today

    @property
    def day(self) -> date:
        """The day to ask about: today, or else the first there is."""
        return self.today if self.first <= self.today <= self.last else self.first


def first_day(book: Rulebook) -> date:
    """Return the first day that anybody can ask about."""
    return book.valid_from or date.min


def periods(book: Rulebook, municipalities: Municipalities, today: date) -> Iterator[Period]:
    """Yield every period from the first day with rules, the earliest first."""
    for first, last in spans(days_of_change(book), first_day(book)):
        rules = book.on(first)
        outlook = outlook_of(rules, first)
        possible = Possible(outlook, municipalities)
        answered = Possible(outlook, municipalities, answered=True)
        yield Period(first, last, today, rules, outlook, possible, answered)


def spans(changes: Iterable[date], earliest: date) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each period, from the earliest day on."""
    days = sorted({max(each, earliest) for each in changes} | {earliest})
    last = [each - timedelta(days=1) for each in days[1:]] + [date.max]
    yield from zip(days, last, strict=True)


def outlook_of(rules: Rulebook, day: date) -> Outlook:
    """Return the outlook of a day that also tells apart who is offered an option."""
    return Outlook(rules, day, space=Space(rules, day, all_conditions(rules, day)))


def all_conditions(rules: Rulebook, day: date) -> Iterator[Condition]:
    """Yield every condition in force on a day, those of options included."""
    yield from conditions_in_force(rules, day)
    for question in rules.questions.values():
        yield from (each.applies for each in question.options if each.applies)
