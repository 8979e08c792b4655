"""Which papers of a folder are made already, and of what: a line for each, in a file beside them.

A line is added when its paper is there. So whatever stops the work, the file says what is done.
"""

import hashlib
import json
from pathlib import Path

NAME = "laget.jsonl"


class Made:
    """What a folder holds from before, and what is added to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lines = dict(_read(folder / NAME))

    def has(self, name: str, fingerprint: str) -> bool:
        """Whether the paper is there as it was made, and made of the same."""
        known = self._lines.get(name)
        if known is None or known[0] != fingerprint:
            return False
        try:
            return _hash((self._folder / name).read_bytes()) == known[1]
        except OSError:
            return False

    def add(self, name: str, fingerprint: str, content: bytes) -> None:
        """Write a paper, whole or not at all, and note it.

        Raises:
            OSError: it cannot be written.

        """
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{path.name}.halv")
        half.write_bytes(content)
        half.replace(path)
        line = {"fil": name, "av": fingerprint, "innhold": _hash(content)}
        with (self._folder / NAME).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _read(path: Path) -> list[tuple[str, tuple[str, str]]]:
    """Return what is noted; a line that was cut off when all stopped is not."""
    if not path.exists():
        return []
    found = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            noted = json.loads(line)
            found.append((str(noted["fil"]), (str(noted["av"]), str(noted["innhold"]))))
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
