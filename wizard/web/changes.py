"""What the rules said otherwise before: from one rulebook that we have run with to the next."""

from functools import lru_cache

from wizard.domain.impact import Impact
from wizard.domain.rulebook import Rulebook
from wizard.lab.impact.looking import Books
from wizard.lab.impact.reach import uses
from wizard.report.impact import ImpactWording
from wizard.store.rulebooks import KeptRulebook
from wizard.web.former import rulebook_of
from wizard.web.language import language
from wizard.web.services import services


def runs() -> tuple[KeptRulebook, ...]:
    """Return the rulebooks that we have run with, the newest first."""
    return tuple(reversed(services().rulebooks.all()))


def change_between(before: str, after: str) -> ImpactWording:
    """Return the words for what a rulebook changed from another, both known by hash.

    Raises:
        CannotCompareError: one of them cannot be read.

    """
    books = rulebook_of(before), rulebook_of(after)
    return ImpactWording(_edits(*books), books, {}, language())


@lru_cache(maxsize=8)  # whatever day it is: the page tells no past
def _edits(before: Rulebook, after: Rulebook) -> Impact:
    books = Books.of(before, after)
    used = tuple(uses(before, after, each) for each in books.edits)
    return Impact(services().today(), books.edits, used, days=(), situations=())
