"""Which files make up a rulebook, and what else may lie beside them."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from wizard.domain.place import THE_FOLDER, Place
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.ids import ID, as_id
from wizard.rulebook.messages import form as say
from wizard.rulebook.messages import listed
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.source import IN_VALUES, MOST_BYTES

ENDING = ".yaml"
FILES = {
    "regelverk": True,
    "kilder": True,
    "kommunetall": True,
    "nokkeltall": False,
    "rimelighet": False,
    "tidligere": False,
}
FOLDERS = {
    "sporreskjema": True,
    "satser": False,
    "behov": True,
    "virkemidler": True,
    "tiltak": False,
    "utgatt": False,
    "situasjoner": False,
}
# What a file that cannot be read at all would have told about, by its folder or its name.
TELLS_OF = {
    "kilder": Kind.SOURCE,
    "kommunetall": Kind.FACT,
    "nokkeltall": Kind.FACT,
    "sporreskjema": Kind.FACT,
    "satser": Kind.RATE,
}
# Files that hold one thing each and are named after it.
NAMED_AFTER = {
    "behov": Kind.NEED,
    "virkemidler": Kind.SCHEME,
    "tiltak": Kind.SCHEME,
    "utgatt": Kind.ABOLISHED,
    "situasjoner": Kind.JOURNEY,
}
_THEME = re.compile(rf"[0-9]{{2}}-{ID.pattern}")
_UNSEEN = re.compile(rf"{IN_VALUES.pattern}|\n")
_BESIDE = frozenset({"LESMEG.md", "skjema"})
KNOWN = (*(name + ENDING for name in FILES), *(f"{name}/" for name in FOLDERS))


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule file as it lies on disk. `folder` is empty for files at the top."""

    folder: str
    stem: str
    content: bytes

    @property
    def name(self) -> str:
        """Return the path inside the rules folder, with `/`."""
        return f"{self.folder}/{self.stem}{ENDING}" if self.folder else f"{self.stem}{ENDING}"

    @property
    def place(self) -> Place:
        """Return where the file begins."""
        return Place(self.name, 1, 1)


def find(root: Path, reading: Reading) -> list[RuleFile]:
    """Return the rule files in order of name, and report what is missing or does not belong.

    Those are causes: most of what is wrong elsewhere may follow from a folder with another name.
    """
    files = _find(root, reading)
    reading.problems = [replace(problem, cause=True) for problem in reading.problems]
    return files


def _find(root: Path, reading: Reading) -> list[RuleFile]:
    if not root.is_dir():
        reading.report(THE_FOLDER, say.NO_FOLDER, folder=_printable(str(root)))
        return []
    entries = _entries(root, reading)
    if not entries:
        reading.report(THE_FOLDER, say.EMPTY_FOLDER, folder=_printable(str(root)))
        return []
    names = [f"{path.name}/" if path.is_dir() else path.name for path in entries]
    if not any(closest(name, KNOWN) for name in names):
        reading.report(THE_FOLDER, say.NOT_RULES, folder=_printable(str(root)))
        return []
    found: list[RuleFile] = []
    for path in entries:
        if path.is_dir():
            found.extend(_in_folder(path, reading))
        elif _belongs(path, reading):
            found.extend(_read(path, "", reading))
    _report_missing(found, reading)
    return sorted(found, key=lambda file: file.name)


def _entries(folder: Path, reading: Reading) -> list[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        reading.report(_place("", folder), say.UNREADABLE_FILE)
        return []
    # Hidden files are the editor's and the system's own.
    return [path for path in entries if not path.name.startswith(".")]


def _belongs(path: Path, reading: Reading) -> bool:
    if path.name in _BESIDE:
        return False
    if path.suffix == ENDING and path.stem in FILES:
        return True
    meant = closest(path.name, KNOWN)
    reading.report(_place("", path), say.STRAY_FILE, meant=meant, known=listed(KNOWN))
    return False


def _in_folder(folder: Path, reading: Reading) -> list[RuleFile]:
    if folder.name in _BESIDE:
        return []
    if folder.name not in FOLDERS:
        meant, known = closest(folder.name, FOLDERS), listed(KNOWN)
        reading.report(_place("", folder), say.STRAY_FOLDER, meant=meant, known=known)
        mark_lost(meant or "", reading)
        return []
    found: list[RuleFile] = []
    for path in _entries(folder, reading):
        place = _place(folder.name, path)
        if path.is_dir():
            reading.report(place, say.FOLDER_IN_FOLDER)
        elif path.suffix != ENDING:
            stem = path.name.partition(".")[0]
            meant = f"{stem}{ENDING}" if ID.fullmatch(stem) else None
            reading.report(place, say.WRONG_ENDING, meant=meant)
        else:
            if wrong := wrong_stem(folder.name, path.stem):
                name = as_id(path.stem)
                is_meant = name is not None and wrong_stem(folder.name, name) is None
                meant = f"{name}{ENDING}" if is_meant else None
                reading.report(place, wrong, meant=meant)
            found.extend(_read(path, folder.name, reading))
    return found


def wrong_stem(folder: str, stem: str) -> Text | None:
    """Return what is wrong with a file's name in a folder, without its ending; none if nothing."""
    if folder == "sporreskjema":
        return None if _THEME.fullmatch(stem) else say.BAD_THEME_FILE
    return None if ID.fullmatch(stem) else say.BAD_FILE_NAME


def _read(path: Path, folder: str, reading: Reading) -> list[RuleFile]:
    # A named pipe would make us wait for ever, and a device never ends.
    if path.exists() and not path.is_file():
        reading.report(_place(folder, path), say.NOT_A_FILE)
        return []
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        reading.report(_place(folder, path), say.UNREADABLE_FILE)
        return []
    return [RuleFile(folder, _printable(path.stem), content)]


def _report_missing(found: list[RuleFile], reading: Reading) -> None:
    stems = {file.stem for file in found if not file.folder}
    for stem, required in FILES.items():
        if required and stem not in stems:
            reading.report(Place(stem + ENDING, 1, 1), say.MISSING_FILE)
            mark_lost(stem, reading)
    folders = {file.folder for file in found}
    for folder, required in FOLDERS.items():
        if required and folder not in folders:
            reading.report(Place(folder, 1, 1), say.NO_FILES)
            mark_lost(folder, reading)


def mark_lost(name: str, reading: Reading) -> None:
    """Take note that what a file or folder tells about is not there; no one else is to blame."""
    kind = TELLS_OF.get(name) or NAMED_AFTER.get(name)
    if kind is not None:
        reading.incomplete.add(kind)


def _place(folder: str, path: Path) -> Place:
    name = _printable(path.name)
    return Place(f"{folder}/{name}" if folder else name, 1, 1)


def _printable(name: str) -> str:
    """Return a file name that can be shown, also when it is not UTF-8 on disk.

    Signs that nobody sees are shown by their number: some make a terminal write what is not there.
    """
    shown = name.encode("utf-8", "replace").decode()
    return _UNSEEN.sub(lambda sign: f"<U+{ord(sign.group()):04X}>", shown)
