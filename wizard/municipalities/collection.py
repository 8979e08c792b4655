"""All municipalities, to be looked up, found and suggested."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from wizard.domain.municipality import Municipality
from wizard.municipalities.names import PARALLEL, alphabetical, fold

_LONGEST_NAME = 60  # nobody means a municipality by more; comparing is slow for long texts
_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Municipalities:
    """Every municipality, `all` in alphabetical order of label.

    `as_of` is the day of the population figures, which dates the set as a whole; each column has
    its own reference date. `version` is the hash of the data files.
    """

    all: tuple[Municipality, ...]
    as_of: date
    version: str
    _by_number: Mapping[str, Municipality] = field(repr=False)
    _by_key: Mapping[str, tuple[Municipality, ...]] = field(repr=False)
    _by_name: Mapping[str, tuple[Municipality, ...]] = field(repr=False)

    @staticmethod
    def of(municipalities: Iterable[Municipality], as_of: date, version: str) -> "Municipalities":
        """Order the municipalities and make them ready for searching."""
        ordered = tuple(sorted(municipalities, key=lambda one: alphabetical(one.label)))
        names = [(one, _names(one)) for one in ordered]
        by_name = _index(names)
        by_key = _index((one, _keys(one, known)) for one, known in names)
        numbers = {one.number: one for one in ordered}
        return Municipalities(ordered, as_of, version, numbers, by_key, by_name)

    def get(self, number: str) -> Municipality:
        """Return the municipality with this four-digit number; `KeyError` when there is none."""
        return self._by_number[number]

    def find(self, text: str) -> tuple[Municipality, ...]:
        """Return every municipality that the text names; none or several are normal outcomes.

        A number ("5044"), a name or parallel name ("karasjohka"), an official name, a label, or
        a name with its number ("Namsskogan (5044)") will do. Case, diacritics and punctuation do
        not count. A number must have all four digits: "301" is not Oslo.
        """
        return self._by_key.get(_bounded_fold(text), ())

    def suggest(self, text: str) -> tuple[Municipality, ...]:
        """Return up to five municipalities that may have been meant, the likeliest first.

        Meant for a text that `find` does not know: the beginning of a name, a misspelling, or a
        number that has lost its leading zero.
        """
        wanted = _bounded_fold(text)
        if not wanted:
            return ()
        if wanted.isdecimal():
            return self._by_key.get(wanted.zfill(4), ())
        begin = sorted((name for name in self._by_name if name.startswith(wanted)), key=len)
        close = get_close_matches(wanted, self._by_name, n=_SUGGESTIONS, cutoff=0.7)
        meant = dict.fromkeys(
            one.number for name in (*begin, *close) for one in self._by_name[name]
        )
        return tuple(self._by_number[number] for number in list(meant)[:_SUGGESTIONS])


def _bounded_fold(text: str) -> str:
    """Fold a text from outside; one that is too long to be a name becomes empty."""
    return fold(text) if len(text) <= _LONGEST_NAME else ""


def _names(one: Municipality) -> set[str]:
    """Return the folded names under which a municipality is known."""
    parallel = [fold(name) for name in one.official_name.split(PARALLEL)]
    return {fold(one.name), *parallel, " ".join(parallel)}


def _keys(one: Municipality, names: set[str]) -> set[str]:
    """Return all folded texts that find a municipality."""
    named = names | {fold(one.label)}
    before = {f"{one.number} {name}" for name in named}
    return named | before | {f"{name} {one.number}" for name in named} | {one.number}


def _index(
    keyed: Iterable[tuple[Municipality, set[str]]],
) -> Mapping[str, tuple[Municipality, ...]]:
    """Turn each municipality's keys into a look-up; the order of municipalities is kept."""
    index: dict[str, tuple[Municipality, ...]] = {}
    for one, keys in keyed:
        for key in sorted(keys):
            index[key] = (*index.get(key, ()), one)
    return index
