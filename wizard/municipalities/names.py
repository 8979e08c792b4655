"""Names of municipalities: how they are told apart, compared and put in order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from wizard.characters import clean

PARALLEL = " - "  # stands between the parallel names in an official name

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t", "&": " og "})
_ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}"})  # the three signs after z
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def labels(named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return a label for each pair of name and county: the county is added to a shared name."""
    pairs = tuple(named)
    count = Counter(name for name, _ in pairs)
    return tuple(name if count[name] == 1 else f"{name} ({county})" for name, county in pairs)


def alphabetical(label: str) -> str:
    """Return a sort key in which æ, ø, å come last, as in the Norwegian alphabet."""
    return label.casefold().translate(_ALPHABET)


def fold(text: str) -> str:
    """Reduce a name to what must agree: letters without case and diacritics, single spaces.

    Punctuation counts as a space, so that "Nord-Odal" and "Nord–Odal" agree, and "Snåsa" agrees
    with "snasa".
    """
    plain = clean(text).casefold().translate(_LETTERS)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _BETWEEN_WORDS.sub(" ", plain).strip()


def parallel_names(official: str) -> tuple[str, ...]:
    """Return each of the parallel names in an official name, folded."""
    return tuple(fold(name) for name in official.split(PARALLEL))
