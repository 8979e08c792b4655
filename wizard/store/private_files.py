"""Files that hold cases: for the server's own user alone, and put in place whole or not at all."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

_FILE, _FOLDER = 0o600, 0o700


def private_folder(folder: Path) -> None:
    """Make a folder that nobody else may look into, or make one that is there so."""
    folder.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
    with contextlib.suppress(PermissionError):  # another's folder, which they have opened to us
        folder.chmod(_FOLDER)


def private_file(path: Path) -> None:
    """Make an empty file that nobody else may read, or make one that is there so."""
    path.parent.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDONLY | os.O_CREAT, _FILE))
    with contextlib.suppress(PermissionError):
        path.chmod(_FILE)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give a private file to write; when all is well it takes its place, on the disk.

    Raises:
        FileExistsError: there is a file of that name; it is left as it is.

    """
    if path.exists():
        raise FileExistsError(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    private_file(unfinished)
    try:
        yield unfinished
        _sync(unfinished)
        os.link(unfinished, path)  # unlike a renaming, it never writes over another
        _sync(path.parent)
    finally:
        for left in (unfinished, *path.parent.glob(f"{unfinished.name}-*")):
            left.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
