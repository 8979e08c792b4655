"""Editions that ask less than the one before: what falls away is named, so that none is lost."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from wizard.domain.schemes import Edition, Requirement, Scheme, Term
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Reading


def guard_editions(schemes: Mapping[str, Scheme], reading: Reading) -> None:
    """Report what an edition leaves out unsaid, and what it says is gone and is not."""
    for scheme in schemes.values():
        first = scheme.editions[0]
        _report("krav", (), (), first.ended_requirements, first, reading)
        _report("vilkar", (), (), first.ended_terms, first, reading)
        for earlier, later in pairwise(scheme.editions):
            gates = earlier.requirements, later.requirements
            _report("krav", *gates, later.ended_requirements, later, reading)
            _report("vilkar", earlier.terms, later.terms, later.ended_terms, later, reading)


def _report(
    key: str,
    earlier: Sequence[Requirement | Term],
    later: Sequence[Requirement | Term],
    said: Sequence[str],
    edition: Edition,
    reading: Reading,
) -> None:
    left = {each.id for each in later}
    gone = [each.id for each in earlier if each.id not in left]
    ended = f"avsluttet_{key}"
    if unsaid := [id_ for id_ in gone if id_ not in said]:
        reading.report(edition.place, say.DROPPED, key=key, ids=listed(unsaid), ended=ended)
    for id_ in said:
        if id_ not in gone:
            reading.report(edition.place, say.NOT_DROPPED, id=id_, ended=ended)
