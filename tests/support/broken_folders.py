"""Mistakes in what lies in a rules folder: a file too few, a file too many, a file too strange."""

# ruff: noqa: E501 - one mistake is one row

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wizard.domain.text import Text
from wizard.rulebook.messages import form as say


@dataclass(frozen=True)
class FolderBreak:
    """One change to the folder, what must be said about it, and of which file."""

    claim: str
    change: Callable[[Path], object]
    message: Text
    file: str
    meant: str = ""


def _empty(root: Path) -> None:
    shutil.rmtree(root)
    root.mkdir()


def _other(root: Path) -> None:
    _empty(root)
    (root / "brev.txt").write_text("x")


def _pipe_of_sources(root: Path) -> None:
    (root / "kilder.yaml").unlink()
    os.mkfifo(root / "kilder.yaml")


BREAKS = (
    FolderBreak("no folder", shutil.rmtree, say.NO_FOLDER, "."),
    FolderBreak("an empty folder", _empty, say.EMPTY_FOLDER, "."),
    FolderBreak("a folder of something else", _other, say.NOT_RULES, "."),
    FolderBreak("no sources", lambda root: (root / "kilder.yaml").unlink(), say.MISSING_FILE, "kilder.yaml"),
    FolderBreak("no needs", lambda root: shutil.rmtree(root / "behov"), say.NO_FILES, "behov"),
    FolderBreak("a file that is no rule", lambda root: (root / "notat.txt").write_text("x"), say.STRAY_FILE, "notat.txt"),
    FolderBreak("a file of a misspelt kind", lambda root: (root / "kilde.yaml").write_text("[]"), say.STRAY_FILE, "kilde.yaml", meant="kilder.yaml"),
    FolderBreak("the other ending", lambda root: (root / "behov/eldre.yml").write_text("x"), say.WRONG_ENDING, "behov/eldre.yml", meant="eldre.yaml"),
    FolderBreak("a folder of a misspelt kind", lambda root: (root / "virkemiddel").mkdir(), say.STRAY_FOLDER, "virkemiddel", meant="virkemidler"),
    FolderBreak("a folder in a folder", lambda root: (root / "behov/gamle").mkdir(), say.FOLDER_IN_FOLDER, "behov/gamle"),
    FolderBreak("a file name with capitals", lambda root: (root / "behov/Eldre.yaml").write_text("x"), say.BAD_FILE_NAME, "behov/Eldre.yaml", meant="eldre.yaml"),
    FolderBreak("a theme without a number", lambda root: (root / "sporreskjema/eldre.yaml").write_text("x"), say.BAD_THEME_FILE, "sporreskjema/eldre.yaml"),
    FolderBreak("two themes with one number", lambda root: (root / "sporreskjema/40-kapasitet.yaml").rename(root / "sporreskjema/30-kapasitet.yaml"), say.SAME_NUMBER, "sporreskjema/30-marked.yaml"),
    FolderBreak("a scheme among the needs", lambda root: shutil.copy(root / "virkemidler/startlan.yaml", root / "behov/lan.yaml"), say.BELONGS_ELSEWHERE, "behov/lan.yaml", meant="virkemidler/startlan.yaml"),
    FolderBreak("a file that leads nowhere", lambda root: (root / "behov/eldre.yaml").symlink_to("eldre.yaml"), say.UNREADABLE_FILE, "behov/eldre.yaml"),
    FolderBreak("a pipe that nobody writes to", lambda root: os.mkfifo(root / "behov/eldre.yaml"), say.NOT_A_FILE, "behov/eldre.yaml"),
    FolderBreak("a pipe at the top", _pipe_of_sources, say.NOT_A_FILE, "kilder.yaml"),
    FolderBreak("a file name that clears the terminal", lambda root: (root / "behov/\x1b[2Jeldre.yaml").write_text("x"), say.BAD_FILE_NAME, "behov/<U+001B>[2Jeldre.yaml"),
    FolderBreak("a file name that is turned around", lambda root: (root / "behov/\u202eeldre.yaml").write_text("x"), say.BAD_FILE_NAME, "behov/<U+202E>eldre.yaml"),
    FolderBreak("a file in the old encoding", lambda root: (root / "regelverk.yaml").write_bytes("eier: Bø".encode("latin-1")), say.NOT_UTF8, "regelverk.yaml"),
    FolderBreak("a file from a text editor of old", lambda root: (root / "regelverk.yaml").write_text("eier: x", encoding="utf-16"), say.NOT_UTF8, "regelverk.yaml"),
    FolderBreak("an empty file", lambda root: (root / "nokkeltall.yaml").write_text("# kommer\n"), say.EMPTY_FILE, "nokkeltall.yaml"),
)  # fmt: skip
