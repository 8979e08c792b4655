"""One refresh from beginning to end: asked, checked, and put in place all at once."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wizard import rulebook
from wizard.domain.rulebook import Rulebook
from wizard.municipalities import Municipalities, MunicipalityDataError, load
from wizard.refresh import edition, homes, klass, people
from wizard.refresh.asking import Ssb
from wizard.refresh.edition import (
    CITED,
    FACTS,
    MASTHEAD,
    README,
    Edition,
)
from wizard.refresh.problems import RefreshError
from wizard.rulebook.replacing import replace_all

_RULES = (FACTS, CITED, MASTHEAD)


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of the figures, and that of the rules, which name the columns."""

    data: Path
    rules: Path

    def of(self, name: str) -> Path:
        """Return where a file lies."""
        return (self.rules if name in _RULES else self.data) / name


@dataclass(frozen=True, slots=True)
class Ready:
    """A new edition that has passed every check, and the program's own reading of it."""

    edition: Edition
    files: Mapping[str, str]
    rulebook: Rulebook
    municipalities: Municipalities


def check_accepted(accepted: frozenset[str], places: Places) -> None:
    """Look whether there are such municipalities, before anybody is asked for anything.

    Raises:
        RefreshError: a number is of none.

    """
    known = edition.read(places.data).kommuner.names
    if unknown := sorted(accepted - known.keys()):
        told = ", ".join(f"«{each}»" for each in unknown)
        raise RefreshError(f"Ingen kommune har nummer {told}. Rett det etter --godta.")


def fetch(ssb: Ssb, places: Places, today: date) -> Edition:
    """Ask for everything; raises `RefreshError` at the first answer that is not good."""
    current = edition.read(places.data)
    kommuner = current.kommuner
    changes = klass.fetch(ssb, kommuner, today)
    counted, built = people.fetch(ssb, kommuner), homes.fetch(ssb, kommuner)
    then = f"folketall_{current.year - 10}"
    split = current.flagged(f"{then}_estimert")
    estimates = {
        row["kommunenummer"]: int(row[then])
        for row in current.rows
        if row["kommunenummer"] in split and row[then]
    }
    years = {
        homes.DWELLINGS: current.documented("boliger_????")["reference_date"][:4],
        homes.PRICES: current.documented("pris_enebolig_m2_*")["reference_date"],
        homes.INCOMES: current.documented("median_inntekt_*")["reference_date"],
    }
    columns = [
        *people.columns(counted, current.year, split, estimates),
        *homes.columns(built, years),
    ]
    for each in columns:
        if each.reference_date < current.documented(each.was)["reference_date"]:
            raise RefreshError(f"SSB har eldre tall enn vi har for {each.name}.")
    known = {(row["kommunenummer"], row["til"]) for row in current.former}
    return Edition(current, columns, klass.rows_to_add(changes, known, kommuner))


def make_ready(new: Edition, places: Places, accepted: frozenset[str], today: date) -> Ready:
    """Try the new edition in a folder of its own, as the program reads it.

    Raises:
        RefreshError: a figure cannot be believed, or the program would not start with them.

    """
    if problems := list(new.problems(accepted)):
        raise RefreshError(" ".join(problems))
    texts = {name: places.of(name).read_text("utf-8") for name in (README, *_RULES)}
    files = new.files(texts, today)
    with tempfile.TemporaryDirectory() as away:
        trial = Places(Path(away) / "data", Path(away) / "rules")
        shutil.copytree(places.data, trial.data)
        shutil.copytree(places.rules, trial.rules)
        for name, text in files.items():
            trial.of(name).write_text(text, "utf-8", newline="\n")
        try:
            return Ready(new, files, rulebook.load(trial.rules), load(trial.data))
        except MunicipalityDataError as wrong:
            raise RefreshError(f"tallene er ikke som de skal: {wrong.problems[0]}.") from wrong
        except rulebook.RulebookError as wrong:
            raise RefreshError(f"reglene passer ikke til tallene: {wrong.problems[0]}") from wrong


def put_in_place(ready: Ready, places: Places) -> tuple[Path, ...]:
    """Write every file that is other than before, or none of them; return those.

    Raises:
        OSError: one could not be written, and those that were are as before again.

    """
    return replace_all({places.of(name): text.encode() for name, text in ready.files.items()})
