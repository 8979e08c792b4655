"""`sokeord`: what people type for something when they do not know its name."""

from collections.abc import Iterable

from wizard.rulebook.messages import rules as say
from wizard.rulebook.records import Spot
from wizard.rulebook.texts import spelt
from wizard.rulebook.tree import Series


def check_search_words(names: Iterable[str], words: Iterable[str], spot: Spot) -> None:
    """Report each search word that is a name, which the search knows already."""
    known = set(map(spelt, names))
    entry = spot.node.entries.get("sokeord")
    items = entry.value.items if entry and isinstance(entry.value, Series) else []
    for word, item in zip(words, items, strict=True):
        if spelt(word) in known:
            spot.reading.report(item.place, say.SEARCH_WORD_IS_NAME, word=word)
