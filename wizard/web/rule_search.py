"""A search over everything in the rules, by the index of the catalogue."""

from collections.abc import Iterator
from functools import lru_cache

from wizard.catalogue.entries import Entry, Sort, entries_of
from wizard.catalogue.search import Search
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.rulebook.references import Ref, RuleKind

_SORTS = {Sort.SCHEME: RuleKind.SCHEME, Sort.NEED: RuleKind.NEED}


def find(rulebook: Rulebook, typed: str) -> tuple[Ref, ...]:
    """Return what may be meant, the best first."""
    if not typed:
        return ()
    search, refs = _search_of(rulebook)
    return tuple(refs[each] for each in search.find(typed))


@lru_cache(maxsize=2)
def _search_of(rulebook: Rulebook) -> tuple[Search, dict[Entry, Ref]]:
    refs = {entry: ref for ref, entry in _entries(rulebook)}
    return Search(refs), refs


def _entries(rulebook: Rulebook) -> Iterator[tuple[Ref, Entry]]:
    for entry in entries_of(rulebook):
        if entry.sort in _SORTS:
            yield Ref(_SORTS[entry.sort], entry.id), entry
    for rate in rulebook.rates.values():
        yield _entry(RuleKind.RATE, rate.id, rate.name)
    for question in rulebook.questions.values():
        yield _entry(RuleKind.QUESTION, question.id, question.name, question.text)
    for figure in rulebook.facts.values():
        if figure.id not in rulebook.questions:
            yield _entry(RuleKind.FIGURE, figure.id, figure.name)
    for source in rulebook.sources.values():
        yield _entry(RuleKind.SOURCE, source.id, source.title)


def _entry(kind: RuleKind, id_: str, name: Text, *texts: Text) -> tuple[Ref, Entry]:
    names, told = (name.nb, name.nn), tuple(form for each in texts for form in (each.nb, each.nn))
    words = (id_.replace("_", " ").replace("-", " "),)
    return Ref(kind, id_), Entry(Sort.RULE, f"{kind}/{id_}", names, words, (), told)
