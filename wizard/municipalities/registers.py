"""Reads the small registers beside the figures: former municipalities, counties, government."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.domain.municipality import FormerMunicipality, Government, Municipality
from wizard.municipalities.directory import COUNTY_DIGITS, County
from wizard.municipalities.names import PARALLEL

FORMER = "tidligere.csv"
COUNTIES = "fylker.csv"
GOVERNMENT = "styreform.csv"

# Every file with its columns, in order, and what a cell must look like.
_FORMS = {
    FORMER: {
        "kommunenummer": r"[0-9]{4}",
        "navn": r"\S(?:.*\S)?",
        "fra": r"(?:[0-9]{4})?",
        "til": r"[0-9]{4}",
        "etterfolgere": r"[0-9]{4}(?: [0-9]{4})*",
    },
    COUNTIES: {"fylkesnummer": r"[0-9]{2}", "navn": r"\S(?:.*\S)?"},
    GOVERNMENT: {
        "kommunenummer": r"[0-9]{4}",
        "navn": r"\S(?:.*\S)?",
        "styreform": "|".join(Government),
        "kilde": r"https://\S+",
    },
}


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers as they stand, every cell checked."""

    former: tuple[Mapping[str, str], ...]
    counties: tuple[County, ...]
    government: Mapping[str, Government]

    def former_of(self, present: Mapping[str, Municipality]) -> Iterator[FormerMunicipality]:
        """Yield the former municipalities with the present ones that follow them."""
        for row in self.former:
            yield FormerMunicipality(
                number=row["kommunenummer"],
                name=row["navn"],
                since=int(row["fra"]) if row["fra"] else None,
                until=int(row["til"]),
                successors=tuple(present[number] for number in row["etterfolgere"].split()),
            )


def read(folder: Path, figures: Iterable[Mapping[str, str]], problems: list[str]) -> Registers:
    """Read the registers and add what is wrong in them to the problems.

    `figures` are the checked rows of `kommuner.csv`, with which the registers must agree.
    """
    rows = {file: tuple(_rows(folder / file, problems)) for file in _FORMS}
    if not problems:
        problems.extend(_disagreements(rows, {row["kommunenummer"]: row for row in figures}))
    if problems:
        return Registers((), (), {})
    return Registers(
        former=rows[FORMER],
        counties=tuple(County(row["fylkesnummer"], row["navn"]) for row in rows[COUNTIES]),
        government={row["kommunenummer"]: Government(row["styreform"]) for row in rows[GOVERNMENT]},
    )


def _rows(path: Path, problems: list[str]) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a register whose cells all have the form they should."""
    forms = _FORMS[path.name]
    try:
        lines = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as unreadable:
        problems.append(f"{path.name}: {unreadable}")
        return
    if not lines or lines[0] != list(forms):
        problems.append(f"{path.name}:1: the columns are not {', '.join(forms)}")
        return
    for line, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(forms):
            problems.append(f"{path.name}:{line}: {len(cells)} cells, {len(forms)} columns")
            continue
        row = dict(zip(forms, cells, strict=True))
        wrong = [name for name, cell in row.items() if not re.fullmatch(forms[name], cell)]
        problems.extend(f"{path.name}:{line}: {name}: {row[name]!r}" for name in wrong)
        if not wrong:
            yield row


def _disagreements(
    rows: Mapping[str, tuple[Mapping[str, str], ...]], figures: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """Tell where a register names what no other file knows, or names it otherwise."""
    counties = {row["fylkesnummer"]: row["navn"].partition(PARALLEL)[0] for row in rows[COUNTIES]}
    for number, row in figures.items():
        if counties.get(number[:COUNTY_DIGITS]) != row["fylke"]:
            yield f"{COUNTIES}: {number} {row['navn']} lies in {row['fylke']}"
    for former in rows[FORMER]:
        number = former["kommunenummer"]
        wrong = [
            f"no municipality is {n}" for n in former["etterfolgere"].split() if n not in figures
        ]
        wrong += ["the number is that of a present one"] if number in figures else []
        wrong += ["no county begins so"] if number[:COUNTY_DIGITS] not in counties else []
        yield from (f"{FORMER}: {number} {former['navn']}: {each}" for each in wrong)
    for row in rows[GOVERNMENT]:
        number = row["kommunenummer"]
        if number not in figures or figures[number]["navn"] != row["navn"]:
            yield f"{GOVERNMENT}: no municipality is {number} {row['navn']}"
