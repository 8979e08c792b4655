"""The cases that this browser remembers, as they lie in the store today."""

from dataclasses import dataclass
from datetime import date

from wizard.store.cases import CaseGoneError, NoSuchCaseError, StoredCase
from wizard.web.remembered import remembered
from wizard.web.services import services


@dataclass(frozen=True, slots=True)
class CaseHere:
    """A case on this machine. `stored` is absent once it is deleted, on the day `gone_on`.

    `label` is whose it is: of a municipality that is gone, its number.
    """

    link: str
    name: str
    stored: StoredCase | None = None
    label: str = ""
    gone_on: date | None = None


def cases_here() -> list[CaseHere]:
    """Return the cases that still are, the latest remembered first."""
    return [each for each in all_here() if each.stored]


def all_here() -> list[CaseHere]:
    """Return every case that is remembered, those that are deleted too."""
    return [_find(link, name) for link, name in remembered().items()]


def _find(link: str, name: str) -> CaseHere:
    try:
        stored = services().store.look(link)
    except CaseGoneError as error:
        return CaseHere(link, name, gone_on=error.gone_on)
    except NoSuchCaseError:
        return CaseHere(link, name)
    label = services().municipalities.label(stored.case.municipality_number)
    return CaseHere(link, name, stored, label)
