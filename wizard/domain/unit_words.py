"""The words that people write before and behind a number, and what they say of it."""

import re
from collections.abc import Mapping

from wizard.domain.facts import Unit

_MONEY = ("kr", "kroner", "krone", "nok")
_PIECES = ("stk",)  # of whatever is counted one by one
_PER_M2 = ("/m2", "/kvm", " per m2", " pr m2", " per kvm", " pr kvm", " per kvadratmeter")
_WORDS: Mapping[Unit, tuple[str, ...]] = {
    Unit.PERCENT: ("%", "prosent", "pst"),
    Unit.KRONER: _MONEY,
    # Whoever is asked for kroner per square metre may leave the square metre out.
    Unit.KRONER_PER_M2: (*_MONEY, *(f"{kr}{m2}" for kr in _MONEY for m2 in _PER_M2)),
    Unit.INHABITANTS: ("innbygger", "innbyggere", "innbyggjar", "innbyggjarar", *_PIECES),
    Unit.PERSONS: ("person", "personer", "personar", *_PIECES),
    Unit.DWELLINGS: ("bolig", "boliger", "bustad", "bustader", *_PIECES),
    Unit.SALES: ("salg", "sal", *_PIECES),
    Unit.PERSON_YEARS: ("årsverk",),
    Unit.YEARS: ("år",),
    Unit.WEEKS: ("uke", "uker", "veke", "veker"),
    Unit.MONTHS: ("måned", "måneder", "månad", "månader", "mnd"),
    Unit.KM2: ("km2",),
    Unit.M2: ("m2", "kvm", "kvadratmeter"),
    Unit.COUNT: _PIECES,
}
_KNOWN = frozenset(word for words in _WORDS.values() for word in words)
_TIMES = {
    r"tusen": 1_000,
    r"mill|million|millioner|millionar": 1_000_000,
    r"mrd|milliard|milliarder|milliardar": 1_000_000_000,
}
_SCALES = {re.compile(rf"(?:{words})(?![a-zæøå])\.?"): times for words, times in _TIMES.items()}


def is_unit_word(words: str) -> bool:
    """Tell whether the words are those of some unit."""
    return _plain(words) in _KNOWN


def is_word_for(words: str, unit: Unit | None) -> bool:
    """Tell whether the words are those of this unit; no words at all always are."""
    plain = _plain(words)
    return not plain or (unit is not None and plain in _WORDS.get(unit, ()))


def split_scale(words: str) -> tuple[int, str]:
    """Return what the first word multiplies by, thousands or millions, and the other words."""
    for pattern, times in _SCALES.items():
        if found := pattern.match(words):
            return times, words[found.end() :].strip()
    return 1, words


def _plain(words: str) -> str:
    """Return the words without what people leave out: the dot of a short form, a raised two."""
    return re.sub(r" ?/ ?", "/", re.sub(r"(?<=[a-z])\.", "", words.replace("²", "2")))
