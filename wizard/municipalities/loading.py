"""Reads the bundled figures, and refuses them unless every cell is as documented."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wizard.domain.municipality import Government, LanguageDecision, Municipality
from wizard.municipalities import columns, names, registers
from wizard.municipalities.collection import Municipalities
from wizard.municipalities.columns import Column, Documentation
from wizard.municipalities.peers import peers

FIGURES = "kommuner.csv"
COLUMNS = "columns.json"

_NUMBER = re.compile(r"[0-9]{4}")
# The columns that a municipality cannot be without.
_IDENTITY = ("kommunenummer", "navn", "navn_offisielt", "fylke", "maalform")


class MunicipalityDataError(Exception):
    """The bundled figures are not as documented. `problems` lists everything that is wrong."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the file with its line, counted from 1, and its cells by column name."""

    line: int
    cells: Mapping[str, str]

    def problem(self, message: str) -> str:
        """Return the message with the place that it is about."""
        return f"{FIGURES}:{self.line}: {message}"


def load(folder: Path) -> Municipalities:
    """Read the figures with their documentation, and the registers, from the folder.

    Raises `MunicipalityDataError`, with every problem found, when a file cannot be read, the
    figures differ from their documentation in any way, or the registers do not agree with them.
    """
    try:
        contents = [(folder / name).read_bytes() for name in (COLUMNS, FIGURES)]
        documentation_text, figures_text = (content.decode("utf-8") for content in contents)
    except (OSError, UnicodeDecodeError) as unreadable:
        raise MunicipalityDataError([str(unreadable)]) from unreadable
    try:
        documentation = columns.parse(documentation_text)
    except ValueError as wrong:
        raise MunicipalityDataError([f"{COLUMNS}: {wrong}"]) from wrong
    rows = _read(figures_text, documentation)
    problems: list[str] = []
    beside = registers.read(folder, [row.cells for row in rows], problems)
    if problems:
        raise MunicipalityDataError(problems)
    present = {one.number: one for one in _municipalities(rows, beside.government)}
    version = hashlib.sha256(b"\0".join(contents)).hexdigest()[:12]
    return Municipalities.of(
        present.values(),
        beside.former_of(present),
        beside.counties,
        documentation.as_of,
        version,
    )


def _read(text: str, documentation: Documentation) -> tuple[_Row, ...]:
    """Split the file into rows that have passed every check, or raise with all problems."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heading, *lines = [(reader.line_num, cells) for cells in reader] or [(1, [])]
    except csv.Error as wrong:
        raise MunicipalityDataError([f"{FIGURES}:{reader.line_num}: {wrong}"]) from wrong
    documented = [column.name for column in documentation.columns]
    problems = list(_heading_problems(heading[1], documented))
    if problems:
        raise MunicipalityDataError(problems)
    problems.extend(_shape_problems(lines, documentation))
    rows = tuple(
        _Row(line, dict(zip(documented, cells, strict=True)))
        for line, cells in lines
        if len(cells) == len(documented)
    )
    if not problems:  # counting is no use where rows are missing
        problems.extend(_count_problems(rows, documentation))
    for column in documentation.columns:
        problems.extend(_cell_problems(column, rows))
    problems.extend(_identity_problems(rows))
    if problems:
        raise MunicipalityDataError(problems)
    return rows


def _heading_problems(heading: list[str], documented: list[str]) -> Iterator[str]:
    """Tell how the heading differs from the documented columns and what we cannot do without."""
    for name in sorted(set(_IDENTITY) - set(documented)):
        yield f"{COLUMNS}: the column {name} is missing"
    for name in sorted(set(documented) - set(heading)):
        yield f"{FIGURES}:1: the documented column {name} is missing"
    for name in sorted(set(heading) - set(documented)):
        yield f"{FIGURES}:1: the column {name} is not documented"
    if sorted(heading) == sorted(documented) and heading != documented:
        yield f"{FIGURES}:1: the columns are not in the documented order"
    for name, count in Counter(heading).items():
        if count > 1:
            yield f"{FIGURES}:1: the column {name} stands {count} times"


def _shape_problems(
    lines: Sequence[tuple[int, list[str]]], documentation: Documentation
) -> Iterator[str]:
    """Tell where there are too many or too few rows or cells."""
    width = len(documentation.columns)
    if len(lines) != documentation.rows:
        yield f"{FIGURES}: {len(lines)} rows, {documentation.rows} documented"
    for line, cells in lines:
        if len(cells) != width:
            yield f"{FIGURES}:{line}: {len(cells)} cells, {width} columns"


def _count_problems(rows: Iterable[_Row], documentation: Documentation) -> Iterator[str]:
    """Tell which columns have another number of filled cells than documented."""
    for column in documentation.columns:
        filled = sum(1 for row in rows if row.cells[column.name])
        if filled != column.filled:
            yield f"{FIGURES}: {column.name}: {filled} cells filled, {column.filled} documented"


def _cell_problems(column: Column, rows: Iterable[_Row]) -> Iterator[str]:
    """Tell which cells are not of the column's type."""
    refused = column.refused(row.cells[column.name] for row in rows)
    for row in rows if refused else ():
        cell = row.cells[column.name]
        if cell in refused:
            yield row.problem(f"{column.name}: {cell!r} is not a valid {column.type} here")


def _identity_problems(rows: Iterable[_Row]) -> Iterator[str]:
    """Tell which rows cannot be told what or which municipality they are."""
    first: dict[str, int] = {}
    for row in rows:
        for name in _IDENTITY:
            if not row.cells[name]:
                yield row.problem(f"{name} is empty")
        number = row.cells["kommunenummer"]
        if number and _NUMBER.fullmatch(number) is None:
            yield row.problem(f"kommunenummer: {number!r} does not have four digits")
        if first.setdefault(number, row.line) != row.line:
            yield row.problem(f"kommunenummer: {number!r} stands on line {first[number]} too")


def _municipalities(
    rows: Iterable[_Row], government: Mapping[str, Government]
) -> Iterator[Municipality]:
    """Turn checked rows into municipalities."""
    cells = [row.cells for row in rows]
    labels = names.labels((each["navn"], each["fylke"]) for each in cells)
    peers_of = peers(cells)
    for each, label in zip(cells, labels, strict=True):
        yield Municipality(
            number=each["kommunenummer"],
            name=each["navn"],
            official_name=each["navn_offisielt"],
            label=label,
            county=each["fylke"],
            language_decision=LanguageDecision(each["maalform"]),
            columns={name: cell for name, cell in each.items() if cell},
            government=government.get(each["kommunenummer"], Government.KOMMUNE),
            peers=peers_of(each),
        )
