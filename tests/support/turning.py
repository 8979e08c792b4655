"""A rulebook where one scheme turns into something else on a day: only its editions say so."""

from dataclasses import replace
from datetime import date, timedelta

from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Scheme


def turned(scheme: Scheme, day: date, **later: object) -> Scheme:
    """Return the scheme with a new edition from a day on, in which these fields are others."""
    *earlier, last = scheme.editions
    before = {name: getattr(scheme, name) for name in later}
    parted = (
        *(replace(each, instead=before) for each in earlier),
        replace(last, valid_to=day - timedelta(days=1), instead=before),
        replace(last, valid_from=day, gap=None, instead=later),
    )
    return replace(scheme, editions=parted)


def turning(book: Rulebook, id_: str, day: date, **later: object) -> Rulebook:
    """Return the rulebook with one such scheme."""
    changed = turned(book.schemes[id_], day, **later)
    return replace(book, schemes={**book.schemes, id_: changed})
