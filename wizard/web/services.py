"""What the pages work with: made in `wizard.app`, and read-only from then on.

Where the rules change while we run, services by the new ones are put in the place of the old, in
one move. A request goes by those that it began with, to its end.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from flask import Flask, current_app, g

from wizard.catalogue.tally import Tallies
from wizard.domain.rulebook import Rulebook
from wizard.lab.tested import JourneyTests
from wizard.municipalities import Municipalities
from wizard.press.printer import Printer
from wizard.rulebook import Problem
from wizard.settings import Settings
from wizard.store.cases import CaseStore
from wizard.store.issued import IssuedStore
from wizard.store.line import PostgresLine
from wizard.store.parts import PartStore
from wizard.store.rulebooks import RulebookStore
from wizard.web.limiting import Limiter

_KEY = "wizard"


@dataclass(frozen=True, slots=True)
class Services:
    """The rulebook, the municipalities, the cases and their papers, the printer, and the clock.

    `line` is where pages wait for workers on any machine; none without PostgreSQL. `broken` is all
    that is wrong with newer rules, which are therefore not those that we go by.
    """

    settings: Settings
    rulebook: Rulebook
    municipalities: Municipalities
    store: CaseStore
    printer: Printer
    line: PostgresLine | None
    issued: IssuedStore
    parts: PartStore
    rulebooks: RulebookStore
    limiter: Limiter
    tallies: Tallies
    journeys: JourneyTests
    today: Callable[[], date]
    version: str
    broken: tuple[Problem, ...] = ()

    @property
    def owner(self) -> str:
        """Return who answers for the service: the operator, else whoever owns the rules."""
        return self.settings.owner or self.rulebook.owner

    @property
    def contact(self) -> str:
        """Return how to reach them: an address of mail or of a page."""
        return self.settings.contact or self.rulebook.contact

    def going_by(self, book: Rulebook) -> "Services":
        """Return the same by another rulebook."""
        return replace(
            self,
            rulebook=book,
            store=self.store.going_by(book),
            tallies=self.tallies.going_by(book),
            journeys=self.journeys.going_by(book),
            broken=(),
        )

    def attach(self, app: Flask) -> None:
        """Give the app these services, from the next request on."""
        app.extensions[_KEY] = self


def services() -> Services:
    """Return the services of this request: the same from its beginning to its end."""
    if "services" not in g:
        g.services = services_of(current_app)
    return cast("Services", g.services)


def services_of(app: Flask) -> Services:
    """Return the services that an app has now."""
    return cast("Services", app.extensions[_KEY])
