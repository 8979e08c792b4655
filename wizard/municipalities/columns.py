"""What `columns.json` promises about each column of `kommuner.csv`."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wizard.domain.municipality import LanguageDecision

_WHOLE = r"0|[1-9][0-9]*"
_DECIMAL = rf"-?(?:{_WHOLE})(?:\.[0-9]+)?"
_FORMS = {
    "tekst": r"\S(?:.*\S)?",
    "kode": r"[0-9]+",
    "heltall": _WHOLE,
    "desimaltall": _DECIMAL,
    "prosent": _DECIMAL,
    "kroner": _WHOLE,
    "ja_nei": r"[01]",
    "valg": "|".join(LanguageDecision),  # the only choice in the file is the language decision
}
_TYPES = {name: re.compile(form) for name, form in _FORMS.items()}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its cells must look like, and how many of them are filled.

    `type` is one of the types of facts in rule files, or `tekst`. Bounds are included.
    """

    name: str
    type: str
    filled: int
    minimum: Decimal | None
    maximum: Decimal | None

    def refused(self, cells: Iterable[str]) -> set[str]:
        """Return the cells that are filled, but not of the column's type or out of bounds."""
        filled = set(cells) - {""}
        wrong = {cell for cell in filled if not _TYPES[self.type].fullmatch(cell)}
        return wrong | {cell for cell in filled - wrong if self._out_of_bounds(cell)}

    def _out_of_bounds(self, cell: str) -> bool:
        """Tell whether a number is below the minimum or above the maximum."""
        below = self.minimum is not None and Decimal(cell) < self.minimum
        return below or (self.maximum is not None and Decimal(cell) > self.maximum)


@dataclass(frozen=True, slots=True)
class Documentation:
    """The part of `columns.json` that the data are checked against."""

    as_of: date
    rows: int
    columns: tuple[Column, ...]


def parse(text: str) -> Documentation:
    """Read `columns.json`; raises `ValueError` saying which part is not as it should be."""
    try:
        document = json.loads(text)
        columns = tuple(_columns(document["columns"]))
        return Documentation(date.fromisoformat(document["as_of"]), int(document["rows"]), columns)
    except KeyError as missing:
        raise ValueError(f"{missing} is missing") from missing
    except (TypeError, ArithmeticError) as wrong:
        raise ValueError(f"not of the expected shape: {wrong}") from wrong


def _columns(entries: list[Mapping[str, str]]) -> Iterator[Column]:
    """Read each column; raises `ValueError` for an unknown type or a repeated name."""
    seen: set[str] = set()
    for entry in entries:
        name = entry["name"]
        if name in seen:
            raise ValueError(f"the column {name} is described twice")
        if entry["type"] not in _TYPES:
            raise ValueError(f"the column {name} has the unknown type {entry['type']}")
        seen.add(name)
        yield Column(name, entry["type"], int(entry["filled"]), *_bounds(entry))


def _bounds(entry: Mapping[str, str]) -> tuple[Decimal | None, Decimal | None]:
    """Return the smallest and the largest value of a column, where it has them."""
    lowest, highest = entry.get("minimum"), entry.get("maximum")
    return (
        None if lowest is None else Decimal(lowest),
        None if highest is None else Decimal(highest),
    )
