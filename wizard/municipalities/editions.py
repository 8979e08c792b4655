"""Finds a column whatever its year: the names carry year or edition, and move when figures do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_YEAR = "([0-9]{4})"


@dataclass(frozen=True, slots=True)
class Named:
    """A column by its name with `{}` for each year; `back` is so many years before the newest."""

    pattern: str
    back: int = 0


class Editions:
    """The columns that there are, to be asked for the newest of a name."""

    def __init__(self, names: Iterable[str]) -> None:
        """Look among the columns with these names."""
        self._names = tuple(names)

    def column(self, named: Named) -> str:
        """Return the name of a column; the bare pattern, which no column has, if there is none."""
        newest = max(self._years(named), default=None)
        if newest is None:
            return named.pattern
        return named.pattern.format(*(year - named.back for year in newest))

    def year(self, named: Named) -> int | None:
        """Return the last of the years in a column's name; `None` if there is no such column."""
        newest = max(self._years(named), default=None)
        return newest[-1] - named.back if newest else None

    def _years(self, named: Named) -> Iterable[tuple[int, ...]]:
        form = re.compile(re.escape(named.pattern).replace(r"\{\}", _YEAR))
        for name in self._names:
            if found := form.fullmatch(name):
                yield tuple(map(int, found.groups()))
