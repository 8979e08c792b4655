"""A rulebook as one file, to be kept for as long as anybody has a paper that rests on it."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from wizard.domain.former import FormerIds
from wizard.domain.rulebook import Rulebook
from wizard.rulebook.layout import find
from wizard.rulebook.loading import Trees, hash_of, load
from wizard.rulebook.reading import Reading
from wizard.rulebook.renaming import followed


def pack(folder: Path) -> tuple[str, bytes]:
    """Return the hash of the rules in a folder, and their files as one compressed archive.

    The same files always give the same archive. Nothing is checked: that is for `load`.
    """
    files = find(folder, Reading())
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files:
            entry = ZipInfo(file.name)  # dated 1980, as ZIP has it where nobody says
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, file.content)
    return hash_of(files), archive.getvalue()


def unpack(archive: bytes, former: FormerIds | None = None) -> Rulebook:
    """Return the rulebook that an archive holds; with `former` by the ids of today.

    Raises:
        RulebookError: this program reads other rules than those of that time.

    """
    files = unpacked(archive)
    return _followed(files, former) if former else load_contents(files, guarded=False)


def _followed(files: Mapping[str, bytes], former: FormerIds) -> Rulebook:
    """Return the rulebook that some files make, by the ids of today, as `followed` does."""
    with TemporaryDirectory(prefix="regler-") as folder:
        _write(files, Path(folder))
        return followed(Path(folder), former).book


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the files that an archive holds, by name."""
    with ZipFile(BytesIO(archive)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def load_contents(
    files: Mapping[str, bytes],
    today: date | None = None,
    trees: Trees | None = None,
    *,
    guarded: bool = True,
    tried: str | None = None,
) -> Rulebook:
    """Return the rulebook that some files make, by name; all else as for `load`.

    They lie in a folder that is gone afterwards.

    Raises:
        RulebookError: something is wrong with it; the error carries every problem.

    """
    with TemporaryDirectory(prefix="regler-") as folder:
        _write(files, Path(folder))
        return load(Path(folder), today, trees, guarded=guarded, tried=tried)


def lay_out(archive: bytes, folder: Path) -> None:
    """Write the files that an archive holds into a folder, which is made where it is not there."""
    _write(unpacked(archive), folder)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
