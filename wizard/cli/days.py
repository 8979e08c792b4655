"""Days on the command line: how they are written, which there are, and what looking ahead means."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

import click

from wizard import clock
from wizard.cli.context import fail
from wizard.domain.answers import read_date
from wizard.domain.days import Span, days_of_a_case, days_to_ask_about
from wizard.domain.faults import BadValue
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.voice import numbers
from wizard.voice.asked_days import out_of_reach

Command = TypeVar("Command", bound=Callable[..., object])

_AHEAD = Text(
    "Merk: {day} er ikke kommet ennå. Reglene kan bli endret før den tid.",
    "Merk: {day} er ikkje komen enno. Reglane kan bli endra før den tid.",
)


_NOT_BEGUN = Text(
    "Reglene gjelder fra {first}. Velg den eller en senere dag.",
    "Reglane gjeld frå {first}. Vel den eller ein seinare dag.",
)


class Day(click.ParamType[date]):
    """A day, written as everywhere else."""

    name = "dato"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day that is written."""
        if isinstance(value, date):
            return value
        try:
            return read_date(value)
        except BadValue:
            message = f"«{value}» er ikke en dato. Skriv år-måned-dag, for eksempel 2026-11-22."
            self.fail(message, param, ctx)


def day_option(command: Command) -> Command:
    """Add `--as-of`, a date."""
    return click.option("--as-of", type=Day(), help="Dagen reglene skal gjelde for.")(command)


def asked_about(
    given: date | None, book: Rulebook, language: Language, option: str = "--as-of"
) -> date | None:
    """Return the day that rules are asked about; warn of one ahead, refuse one out of reach."""
    today = clock.today()
    day = _within(given, days_to_ask_about(book, today), language, option)
    if day is not None and day > today:
        click.echo(_AHEAD.to(language, day=day), err=True)
    return day


def dated(given: date | None, book: Rulebook, language: Language) -> date:
    """Return the day of a new case: today unless told, and never ahead."""
    today = clock.today()
    return _within(given, days_of_a_case(book, today), language, "--as-of") or today


def not_before(day: date, books: Iterable[Rulebook], language: Language) -> None:
    """End where a day comes before any of the rulebooks begins."""
    begins = [each.valid_from or date.min for each in books]
    if day < min(begins):
        fail(_NOT_BEGUN.to(language, first=numbers.day(min(begins), language)))


def _within(given: date | None, days: Span, language: Language, option: str) -> date | None:
    if given is not None and (why := out_of_reach(given, days)):
        fail(f"{option}: {why.to(language)}")
    return given
