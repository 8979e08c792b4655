"""A copy of the hardest rulebook to break, and what the loader says about it."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook import Problem, check

HARDEST = Path(__file__).parents[1] / "rulebook" / "hardest"


@dataclass(frozen=True)
class Break:
    """One mistake in one file, what must be said about it, and where.

    `old` is replaced by `new`, once. `at` is what stands where the message must point, in the
    broken file or in `where`; `meant` is the suggestion it must end with.
    """

    claim: str
    file: str
    old: str
    new: str
    message: Text
    at: str
    meant: str = ""
    where: str = ""

    def place(self, root: Path) -> Place:
        """Return where the message must point in the broken rulebook."""
        file = self.where or self.file
        text = (root / file).read_text(encoding="utf-8")
        before = text[: text.index(self.at)]
        return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def copy_to(folder: Path) -> Path:
    """Return a fresh copy of the hardest rulebook."""
    return Path(shutil.copytree(HARDEST, folder / "rules"))


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace the first occurrence of a text in one file."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} does not contain {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(root: Path) -> list[str]:
    """Return the problems of a rulebook as people see them."""
    return [str(problem) for problem in check(root)]


def says(problem: Problem, message: Text, meant: str = "") -> bool:
    """Tell whether a problem is an instance of a message, in both written forms."""
    endings = (f" Mente du «{meant}»?", f" Meinte du «{meant}»?") if meant else ("", "")
    wordings = (
        (problem.message.nb, message.nb, endings[0]),
        (problem.message.nn, message.nn, endings[1]),
    )
    return all(
        re.fullmatch(_pattern(template) + re.escape(ending), said_)
        for said_, template, ending in wordings
    )


def _pattern(template: str) -> str:
    """Turn the slots of a message into wildcards, and its doubled braces into single ones."""
    parts = re.split(r"(?<!\{)\{\w+\}(?!\})", template)
    return ".+".join(re.escape(part.replace("{{", "{").replace("}}", "}")) for part in parts)
