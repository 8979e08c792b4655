"""What must be read again, by which day, and what depends on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.rulebook.references import Ref, RuleKind, references_of


@dataclass(frozen=True, slots=True)
class Due:
    """A source to read, or a scheme to check, again.

    `linked` is what depends on the source; of a scheme, the sources that it rests on.
    """

    kind: RuleKind
    id: str
    name: Text
    place: Place
    read: date
    by: date
    linked: tuple[Ref, ...]


def due(rulebook: Rulebook) -> tuple[Due, ...]:
    """Return every source and every scheme, the one that is due first at the head."""
    found = [*_sources(rulebook), *_schemes(rulebook)]
    return tuple(sorted(found, key=lambda each: (each.by, each.kind.name, each.id)))


def _sources(rulebook: Rulebook) -> Iterator[Due]:
    for id_, each in rulebook.sources.items():
        days = (each.read, each.read_again)
        yield Due(RuleKind.SOURCE, id_, each.title, each.place, *days, resting_on(id_, rulebook))


def _schemes(rulebook: Rulebook) -> Iterator[Due]:
    for id_, each in rulebook.schemes.items():
        linked = tuple(Ref(RuleKind.SOURCE, source) for source in sources_of(id_, rulebook))
        yield Due(RuleKind.SCHEME, id_, each.name, each.place, each.checked, each.check_by, linked)


def resting_on(source: str, rulebook: Rulebook) -> tuple[Ref, ...]:
    """Return what rests on a source, by itself or through a rate."""
    return references_of(rulebook).resting_on(Ref(RuleKind.SOURCE, source))


def sources_of(scheme: str, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the sources that a scheme rests on, by itself or through a rate."""
    ref = Ref(RuleKind.SCHEME, scheme)
    return tuple(id_ for id_ in rulebook.sources if ref in resting_on(id_, rulebook))
