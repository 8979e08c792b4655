"""PDFs that are ready, kept on disk for a short while: asked for again, they cost nothing.

A memo is the municipality's, so the files are for nobody else on the machine, and those of a case
go when the case does.
"""

import os
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer

from wizard import clock

_MEGABYTE = 1024 * 1024
# So many times, while a file grows old, we look whether one has.
_LOOKS = 60


class Kept:
    """Files by owner and name, in a folder of their own. Trouble with the disk only costs time.

    None is handed out when it is older than `seconds`, and it is swept away then. When all take
    more than `megabytes`, the oldest go first.
    """

    def __init__(self, folder: Path, seconds: float = 3600, megabytes: float = 64) -> None:
        self._folder = folder
        self._seconds = seconds
        self._bytes = megabytes * _MEGABYTE
        self._lock = Lock()
        self._later: Timer | None = None
        self._sweep()

    def get(self, owner: str, name: str) -> bytes | None:
        """Return a file, if it is there and fresh."""
        path = self._path(owner, name)
        try:
            return path.read_bytes() if self._is_fresh(path) else None
        except OSError:
            return None

    def put(self, owner: str, name: str, content: bytes) -> bool:
        """Keep a file, and return whether that went well. It is there whole or not at all."""
        path = self._path(owner, name)
        half = path.with_suffix(f".{os.getpid()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            half.replace(path)
        except OSError:
            with suppress(OSError):
                half.unlink()
            return False
        self._sweep()
        return True

    def forget(self, owner: str) -> None:
        """Remove all that is an owner's."""
        for path in self._files():
            if path.name.startswith(f"{owner}-"):
                path.unlink(missing_ok=True)

    def _path(self, owner: str, name: str) -> Path:
        return self._folder / f"{owner}-{name}.pdf"

    def _files(self) -> list[Path]:
        """Return our files and what was half written, the newest first."""
        return sorted(self._folder.glob("*-*.*"), key=_written, reverse=True)

    def _is_fresh(self, path: Path) -> bool:
        return clock.seconds() - path.stat().st_mtime < self._seconds

    def _sweep(self) -> None:
        """Remove what is too old or too much; while anything is left, look again now and then."""
        room = self._bytes
        for path in self._files():
            try:
                room -= path.stat().st_size
                if room < 0 or not self._is_fresh(path):
                    path.unlink(missing_ok=True)
            except OSError:
                continue
        with self._lock:
            if self._later is None and self._files():
                self._later = Timer(self._seconds / _LOOKS, self._sweep_again)
                self._later.daemon = True
                self._later.start()

    def _sweep_again(self) -> None:
        self._later = None
        self._sweep()


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
