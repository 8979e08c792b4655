"""A new edition of the figures: the files as they would stand, checked before any is written."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from wizard.domain.text import Text
from wizard.refresh.fresh import FreshColumn
from wizard.refresh.problems import RefreshError
from wizard.refresh.regions import Kommuner

FIGURES, COLUMNS, FORMER, README = "kommuner.csv", "columns.json", "tidligere.csv", "README.md"
FACTS, CITED, MASTHEAD = "kommunetall.yaml", "kilder.yaml", "regelverk.yaml"
_FEWEST = Decimal("0.8")  # of the cells that were filled: fewer is a partial answer
_TOLD = 5
# The one source that was not among ours; publisher and licence are as for the other tables.
PROJECTION = ("ssb-14746", "Table 14746, population projection of 2026")
_LIKE = "ssb-07459"
_READ_AGAIN = timedelta(days=120)  # by then, a new count has been published
_TITLE = Text(
    "SSB tabell 14746, framskriving av folketallet fra 2026",
    "SSB tabell 14746, framskriving av folketalet frå 2026",
)
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Current:
    """The figures as they stand: the rows, their documentation, and the former municipalities."""

    rows: tuple[Row, ...]
    document: Mapping[str, Any]
    former: tuple[Row, ...]

    @property
    def kommuner(self) -> Kommuner:
        """The municipalities by number."""
        return Kommuner({row["kommunenummer"]: row["navn"] for row in self.rows})

    @property
    def year(self) -> int:
        """The year of the newest count of inhabitants."""
        return int(self.document["as_of"][:4])

    def documented(self, pattern: str) -> Mapping[str, Any]:
        """Return the documentation of the one column whose name is like the pattern."""
        found = [each for each in self.document["columns"] if fnmatchcase(each["name"], pattern)]
        if len(found) != 1:
            raise RefreshError(f"{COLUMNS} har {len(found)} kolonner som heter {pattern}.")
        return dict(found[0])

    def flagged(self, column: str) -> frozenset[str]:
        """Return the numbers of the municipalities where a column says yes."""
        return frozenset(row["kommunenummer"] for row in self.rows if row[column] == "1")


def read(folder: Path) -> Current:
    """Return the figures in a folder that the program starts with."""
    return Current(
        _table((folder / FIGURES).read_text("utf-8")),
        json.loads((folder / COLUMNS).read_text("utf-8")),
        _table((folder / FORMER).read_text("utf-8")),
    )


def _table(text: str) -> tuple[Row, ...]:
    return tuple(csv.DictReader(io.StringIO(text, newline="")))


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of a municipality before and after; empty is not known."""

    number: str
    before: str
    after: str

    @property
    def size(self) -> Decimal:
        """How much it moved, in per cent of what it was; nothing where one is not known."""
        if not (self.before and self.after):
            return Decimal()
        before, after = Decimal(self.before), Decimal(self.after)
        return abs(100 * (after - before) / before) if before else abs(after)


@dataclass(frozen=True, slots=True)
class Move:
    """What became of a column: its documentation before, and the cells that are other now."""

    column: FreshColumn
    documented: Mapping[str, Any]
    moved: tuple[Moved, ...]

    @property
    def nothing(self) -> bool:
        """Whether name, date and every cell are as before."""
        same = self.documented["name"] == self.column.name
        return same and not self.moved and self.documented["source"] == self.column.source


class Edition:
    """The current figures with fresh columns in the place of theirs."""

    def __init__(
        self, current: Current, fresh: Sequence[FreshColumn], former: Iterable[Row]
    ) -> None:
        """Compare every fresh column with the one it comes in place of."""
        self._current = current
        self._former = tuple(former)
        self.moves = tuple(self._move(column) for column in fresh)

    def _move(self, column: FreshColumn) -> Move:
        documented = self._current.documented(column.was)
        old = documented["name"]
        pairs = (
            Moved(row["kommunenummer"], row[old], column.cells.get(row["kommunenummer"], ""))
            for row in self._current.rows
        )
        return Move(column, documented, tuple(one for one in pairs if one.before != one.after))

    @property
    def nothing(self) -> bool:
        """Whether everything is as before."""
        return not self._former and all(move.nothing for move in self.moves)

    @property
    def former(self) -> tuple[Row, ...]:
        """The former municipalities that were not known."""
        return self._former

    @property
    def names(self) -> dict[str, str]:
        """The columns' names before, and now."""
        return {move.documented["name"]: move.column.name for move in self.moves}

    def problems(self, accepted: frozenset[str]) -> Iterator[str]:
        """Yield what cannot be believed, a sentence for each column.

        `accepted` are the numbers of municipalities whose figures somebody has looked at.
        """
        kommuner = self._current.kommuner
        assumed = self._current.flagged(
            self._current.documented("boliger_*_multippel_antatt")["name"]
        )
        for move in self.moves:
            column, filled = move.column, move.documented["filled"]
            if column.complete and (
                missing := [n for n in kommuner.names if n not in column.cells]
            ):
                yield f"{column.name} mangler for {kommuner.some(missing)}."
            elif len(column.cells) < filled * _FEWEST:
                yield f"{column.name} har {len(column.cells)} tall, og hadde {filled}."
            excused = accepted | (assumed if column.was.startswith("boliger_") else frozenset())
            wild = [
                one
                for one in self._held_up(move)
                if one.number not in excused and _is_wild(one, move)
            ]
            if wild:
                told = (f"{kommuner.told(n.number)} fra {n.before} til {n.after}" for n in wild)
                more = f" og {len(wild) - _TOLD} til" if len(wild) > _TOLD else ""
                listed = ", ".join(list(told)[:_TOLD])
                yield f"{column.name} endrer seg mer enn vi tror på: {listed}{more}."

    def _held_up(self, move: Move) -> Iterator[Moved]:
        """Yield each figure with the one to hold it up against: of the same year if we have it."""
        name = move.column.name
        for row in self._current.rows:
            number = row["kommunenummer"]
            before = row.get(name, row[move.documented["name"]])
            yield Moved(number, before, move.column.cells.get(number, ""))

    def files(self, now: Mapping[str, str], today: date) -> dict[str, str]:
        """Return the text of each file by name; `now` are those of the readme and the rules."""
        return {
            FIGURES: self._figures(),
            COLUMNS: json.dumps(self._document(), ensure_ascii=False, indent=2) + "\n",
            FORMER: _written(
                sorted(
                    (*self._current.former, *self._former),
                    key=lambda row: (row["kommunenummer"], row["til"]),
                )
            ),
            README: self._renamed(now[README]),
            FACTS: self._facts(now[FACTS]),
            **_citing(now, today),
        }

    def _figures(self) -> str:
        fresh = {move.documented["name"]: move.column for move in self.moves}
        return _written(
            {
                (fresh[old].name if old in fresh else old): (
                    fresh[old].cells.get(row["kommunenummer"], "") if old in fresh else cell
                )
                for old, cell in row.items()
            }
            for row in self._current.rows
        )

    def _document(self) -> dict[str, Any]:
        by_name = {move.documented["name"]: move.column for move in self.moves}
        whole = json.loads(self._renamed(json.dumps(self._current.document, ensure_ascii=False)))
        for entry, old in zip(whole["columns"], self._current.document["columns"], strict=True):
            if column := by_name.get(old["name"]):
                entry |= {
                    "source": column.source,
                    "reference_date": column.reference_date,
                    "filled": len(column.cells),
                    **(column.texts or {}),
                }
        used = {entry["source"] for entry in whole["columns"]}
        sources = {**whole["sources"]}
        sources[PROJECTION[0]] = {**sources[_LIKE], "table": PROJECTION[1]}
        whole["sources"] = {id_: each for id_, each in sources.items() if id_ in used}
        whole["as_of"] = self.moves[0].column.reference_date
        return dict(whole)

    def _renamed(self, text: str) -> str:
        """Write the columns' new names in a text, at once: one's old may be another's new."""
        names = self.names
        pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        return re.sub(rf"\b(?:{pattern})\b", lambda found: names[found[0]], text)

    def _facts(self, text: str) -> str:
        """Write the new names and dates in the figures of the rules; their words stay."""
        dates = {move.column.name: move.column.reference_date for move in self.moves}
        lines = self._renamed(text).splitlines(keepends=True)
        column = ""
        for at, line in enumerate(lines):
            if found := re.fullmatch(r"  kolonne: (\S+)\n", line):
                column = found[1]
            elif line.startswith("  per:") and column in dates:
                lines[at] = f'  per: "{dates[column]}"\n'
        return "".join(lines)


def _citation(today: date) -> str:
    lines = (
        f"- id: {PROJECTION[0]}",
        "  tittel:",
        f"    nb: {_TITLE.nb}",
        f"    nn: {_TITLE.nn}",
        "  utgiver: Statistisk sentralbyrå",
        "  lenke: https://www.ssb.no/statbank/table/14746",
        f'  lest: "{today}"',
        f'  les_igjen: "{today + _READ_AGAIN}"',
    )
    return "\n".join(lines)


def _citing(now: Mapping[str, str], today: date) -> dict[str, str]:
    """Let the rules cite the projection, read today; they cite each of the other tables already."""
    cited, masthead = now[CITED], now[MASTHEAD]
    if f"- id: {PROJECTION[0]}\n" not in cited:
        cited = f"{cited.rstrip()}\n\n{_citation(today)}\n"
        masthead = masthead.replace(
            "bare_i_figurer: [ssb-14288]", f"bare_i_figurer: [ssb-14288, {PROJECTION[0]}]"
        )
    return {CITED: cited, MASTHEAD: masthead}


def _is_wild(one: Moved, move: Move) -> bool:
    bound = move.column.bound
    if bound is None or not (one.before and one.after):
        return False
    return not bound.holds(Decimal(one.before), Decimal(one.after))


def _written(rows: Iterable[Row]) -> str:
    every = list(rows)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(every[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(every)
    return text.getvalue()
