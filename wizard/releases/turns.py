"""One at a time: who reads what is live and writes what follows from it, does so alone.

The system itself lets go of what a process holds when it ends, however it ends.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


_FILE = ".en-om-gangen"


@contextmanager
def turn_in(folder: Path) -> Iterator[None]:
    """Wait until nobody else writes in a folder of releases, and let nobody do so meanwhile.

    Raises:
        OSError: it cannot be written in the folder.

    """
    # Only to be read: it may be another's, who has let us write in the folder.
    handle = os.open(folder / _FILE, os.O_RDONLY | os.O_CREAT, 0o644)
    try:
        _hold(handle)
        yield
    finally:
        os.close(handle)
