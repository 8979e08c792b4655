"""Editions that ask less than the one before: what falls away is named, so that none is lost."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from wizard.domain.schemes import Edition, Scheme
from wizard.rulebook.messages import guards as say
from wizard.rulebook.messages import listed
from wizard.rulebook.reading import Reading


def guard_editions(schemes: Mapping[str, Scheme], reading: Reading) -> None:
    """Report what an edition leaves out unsaid, and what it says is gone and is not."""
    for scheme in schemes.values():
        for earlier, later in pairwise((None, *scheme.editions)):
            if later is not None:
                _guard(earlier, later, reading)


def _guard(earlier: Edition | None, later: Edition, reading: Reading) -> None:
    before = _asked(earlier) if earlier else {}
    said = {"krav": later.ended_requirements, "vilkar": later.ended_terms}
    for key, asked in _asked(later).items():
        ended = f"avsluttet_{key}"
        gone = [id_ for id_ in before.get(key, ()) if id_ not in asked]
        if unsaid := [id_ for id_ in gone if id_ not in said[key]]:
            reading.report(later.place, say.DROPPED, key=key, ids=listed(unsaid), ended=ended)
        for id_ in said[key]:
            if id_ not in gone:
                reading.report(later.place, say.NOT_DROPPED, id=id_, ended=ended)


def _asked(edition: Edition) -> Mapping[str, Sequence[str]]:
    """Return the ids of what an edition asks, by the key in rules."""
    return {
        "krav": [each.id for each in edition.requirements],
        "vilkar": [each.id for each in edition.terms],
    }
