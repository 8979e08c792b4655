"""Reads the beginning of files in a packed archive, and never writes one of them to disk.

The archive comes from the network: it may be cut off, far too large, or made to do harm.
"""

import bz2
import io
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

_MOST_MEMBERS = 20_000
MOST_BYTES = 2 * 1024**3  # all that is in it, unpacked: eight times what was there in 2026
_MOST_AT_ONCE = 1024**2  # the longest name, or the like, that is read into memory


class BadArchive(Exception):
    """It cannot be read to its end, or is larger than it can be."""


def beginnings(
    file: Path, wanted: Callable[[str], bool], length: int, most: int = MOST_BYTES
) -> Iterator[tuple[str, bytes]]:
    """Yield the names that are wanted, and the first bytes of each, from a `.tar.bz2`.

    Raises:
        BadArchive: as it says. What was yielded before was as it should be.

    """
    try:
        with (
            bz2.open(file) as unpacked,
            tarfile.open(fileobj=_Held(unpacked, most), mode="r:") as archive,
        ):
            for number, member in enumerate(archive):
                if number >= _MOST_MEMBERS:
                    raise BadArchive
                if member.isreg() and wanted(member.name):
                    content = archive.extractfile(member)
                    yield member.name, content.read(length) if content else b""
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise BadArchive from error


class _Held(io.RawIOBase):
    """A stream that goes no further than so many bytes, and gives few at a time."""

    def __init__(self, stream: bz2.BZ2File, most: int) -> None:
        self._stream, self._most = stream, most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._stream.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or offset > self._most:
            raise BadArchive
        return self._stream.seek(offset)

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _MOST_AT_ONCE or self.tell() + size > self._most:
            raise BadArchive
        return self._stream.read(size)
