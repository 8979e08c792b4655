"""What the pages work with: made once in `wizard.app`, read-only from then on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import Flask, current_app

from wizard.catalogue.tally import Tallies
from wizard.domain.rulebook import Rulebook
from wizard.municipalities import Municipalities
from wizard.press.printer import Printer
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

    `line` is where pages wait for workers on any machine; none without PostgreSQL.
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
    today: Callable[[], date]
    version: str

    @property
    def owner(self) -> str:
        """Return who answers for the service: the operator, else whoever owns the rules."""
        return self.settings.owner or self.rulebook.owner

    @property
    def contact(self) -> str:
        """Return how to reach them: an address of mail or of a page."""
        return self.settings.contact or self.rulebook.contact

    def attach(self, app: Flask) -> None:
        """Give the app these services."""
        app.extensions[_KEY] = self


def services() -> Services:
    """Return the services of the running app."""
    return services_of(current_app)


def services_of(app: Flask) -> Services:
    """Return the services of an app."""
    return cast("Services", app.extensions[_KEY])
