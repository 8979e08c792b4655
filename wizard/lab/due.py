"""What must be read again, by which day, and what depends on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.rulebook.reading import Kind
from wizard.rulebook.uses import User, Uses


@dataclass(frozen=True, slots=True)
class Due:
    """A source to read, or a scheme to check, again.

    `linked` is what depends on the source; of a scheme, the sources that it rests on.
    """

    kind: Kind
    id: str
    name: Text
    place: Place
    read: date
    by: date
    linked: tuple[User, ...]


def due(rulebook: Rulebook, uses: Uses) -> tuple[Due, ...]:
    """Return every source and every scheme, the one that is due first at the head."""
    found = [*_sources(rulebook, uses), *_schemes(rulebook, uses)]
    return tuple(sorted(found, key=lambda each: (each.by, each.kind.name, each.id)))


def _sources(rulebook: Rulebook, uses: Uses) -> Iterator[Due]:
    for id_, each in rulebook.sources.items():
        linked = uses.get((Kind.SOURCE, id_), ())
        days = (each.read, each.read_again)
        yield Due(Kind.SOURCE, id_, each.title, each.place, *days, linked)


def _schemes(rulebook: Rulebook, uses: Uses) -> Iterator[Due]:
    for id_, each in rulebook.schemes.items():
        linked = tuple(User(Kind.SOURCE, source) for source in sources_of(id_, rulebook, uses))
        yield Due(Kind.SCHEME, id_, each.name, each.place, each.checked, each.check_by, linked)


def sources_of(scheme: str, rulebook: Rulebook, uses: Uses) -> tuple[str, ...]:
    """Return the sources that a scheme rests on, by itself or through a rate."""
    user = User(Kind.SCHEME, scheme)
    return tuple(id_ for id_ in rulebook.sources if user in uses.get((Kind.SOURCE, id_), ()))
