"""What can be found: an entry for each scheme, need and abolished name, and what finds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.rulebook import Abolished, Need, Rulebook
from wizard.domain.schemes import Scheme
from wizard.domain.text import Text

_SLOT = re.compile(r"\{[^}]*\}")


class Sort(StrEnum):
    """What an entry is about. `RULE` is what stands on the pages of the rules alone."""

    SCHEME = "ordning"
    NEED = "behov"
    ABOLISHED = "utgatt"
    RULE = "regel"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, in both written forms at once.

    `names` are what it is called, `words` what else people call it, such as what it was called or
    will be, `needs` the names of the needs that it serves, `texts` what is told of it.
    """

    sort: Sort
    id: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    needs: tuple[str, ...]
    texts: tuple[str, ...]


def entries_of(rulebook: Rulebook) -> Iterator[Entry]:
    """Yield an entry for each scheme, need and abolished name, in the order of the rules."""
    yield from (_scheme(each, rulebook) for each in rulebook.schemes.values())
    yield from (_need(each) for each in rulebook.needs.values())
    yield from (_abolished(each) for each in rulebook.abolished.values())


def _scheme(scheme: Scheme, rulebook: Rulebook) -> Entry:
    needs = [rulebook.needs[each.need].name for each in scheme.covers]
    told = [scheme.short, *(each.text for each in scheme.experiences)]
    if scheme.action:
        told.append(scheme.action.headline)
    return Entry(
        Sort.SCHEME,
        scheme.id,
        _both(scheme.name),
        (*scheme.search_words, *_other_names(scheme)),
        _both(*needs),
        _both(*told),
    )


def _other_names(scheme: Scheme) -> tuple[str, ...]:
    """Return what the scheme is called on other days."""
    names = _both(*(each.name for each in scheme.versions))
    return tuple(each for each in dict.fromkeys(names) if each not in _both(scheme.name))


def _need(need: Need) -> Entry:
    return Entry(Sort.NEED, need.id, _both(need.name), need.search_words, (), _both(need.short))


def _abolished(gone: Abolished) -> Entry:
    told = _both(gone.what_happened)
    return Entry(Sort.ABOLISHED, gone.id, gone.known_as, gone.search_words, (), told)


def _both(*texts: Text) -> tuple[str, ...]:
    return tuple(_SLOT.sub(" ", form) for text in texts for form in (text.nb, text.nn))
