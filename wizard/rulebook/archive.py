"""A rulebook as one file, to be kept for as long as anybody has a paper that rests on it."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from wizard.domain.former import FormerIds
from wizard.domain.rulebook import Rulebook
from wizard.rulebook.layout import find
from wizard.rulebook.loading import hash_of, load
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
    with TemporaryDirectory(prefix="regler-") as folder:
        with ZipFile(BytesIO(archive)) as packed:
            packed.extractall(folder)
        if former:
            return followed(Path(folder), former)
        return load(Path(folder), guarded=False)
