"""How much memory a command takes with all that it starts, and how much a process has."""

import re
import subprocess
import time
from contextlib import suppress
from pathlib import Path

_PSS = re.compile(r"^Pss:\s*(\d+) kB", re.MULTILINE)
_RSS = re.compile(r"^VmRSS:\s*(\d+) kB", re.MULTILINE)
_BETWEEN_LOOKS = 0.01


def peak_of(command: list[str]) -> float:
    """Run a command, and return the most megabytes that it and its children had at once.

    Shared memory is counted once, in parts (PSS).
    """
    most = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            most = max(most, sum(_pss(pid) for pid in _tree(run.pid)))
            time.sleep(_BETWEEN_LOOKS)
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, command)
    return most


def now() -> float:
    """Return the megabytes that this process has."""
    return _read(Path("/proc/self/status"), _RSS)


def _tree(pid: int) -> list[int]:
    """Return a process and all below it."""
    found = [pid]
    with suppress(OSError):
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            with suppress(OSError):
                for child in path.read_text("ascii").split():
                    found += _tree(int(child))
    return found


def _pss(pid: int) -> float:
    try:
        return _read(Path(f"/proc/{pid}/smaps_rollup"), _PSS)
    except OSError:
        return 0.0


def _read(path: Path, pattern: re.Pattern[str]) -> float:
    found = pattern.search(path.read_text("ascii", "replace"))
    return int(found[1]) / 1024 if found else 0.0
