"""All municipalities, to be looked up and searched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from wizard.domain.municipality import FormerMunicipality, Municipality
from wizard.domain.search import MunicipalitySearch
from wizard.municipalities.directory import County, Directory
from wizard.municipalities.names import alphabetical


@dataclass(frozen=True, slots=True)
class Municipalities:
    """Every municipality, `all` in alphabetical order of label, and the `former` ones.

    `as_of` is the day of the population figures, which dates the set as a whole; each column has
    its own reference date. `version` is the hash of the files that hold the figures.
    """

    all: tuple[Municipality, ...]
    former: tuple[FormerMunicipality, ...]
    as_of: date
    version: str
    _by_number: Mapping[str, Municipality] = field(repr=False)
    _directory: Directory = field(repr=False)

    @staticmethod
    def of(
        municipalities: Iterable[Municipality],
        former: Iterable[FormerMunicipality],
        counties: Iterable[County],
        as_of: date,
        version: str,
    ) -> "Municipalities":
        """Order the municipalities and make them ready for searching."""
        ordered = tuple(sorted(municipalities, key=lambda one: alphabetical(one.label)))
        earlier = tuple(former)
        numbers = {one.number: one for one in ordered}
        directory = Directory(ordered, earlier, counties)
        return Municipalities(ordered, earlier, as_of, version, numbers, directory)

    def get(self, number: str) -> Municipality:
        """Return the municipality with this four-digit number; `KeyError` when there is none."""
        return self._by_number[number]

    def has(self, number: str) -> bool:
        """Tell whether a municipality has this four-digit number."""
        return number in self._by_number

    def label(self, number: str) -> str:
        """Return what a municipality is called, in short; one that is gone by its number."""
        return self.get(number).label if self.has(number) else number

    def near(self, number: str) -> tuple[Municipality, ...]:
        """Return those that a number which none has is one slip away from, the nearest first."""
        return self._directory.near(number)

    def search(self, text: str) -> MunicipalitySearch:
        """Return what the text names, and what may have been meant where there is doubt.

        A number ("5044", "50 44"), a name in any of the official languages, parallel names in any
        order, and a name with its county or number will do. Case, diacritics, punctuation and
        "kommune" or "herad" do not count. A number must have all four digits: "301" is not Oslo.
        """
        return self._directory.search(text)
