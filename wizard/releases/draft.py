"""Rules as they lie in a folder just now, to be taken in use exactly so."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from wizard import rulebook
from wizard.releases.refusals import RefusedError
from wizard.releases.words import NO_RULES

_SHOWN = 16  # letters of a sum: enough to tell what was changed, where the hash holds


@dataclass(frozen=True, slots=True)
class Draft:
    """A set of rules: its hash, its files as one archive, and the sum of each file by name."""

    folder: Path
    rules: str
    archive: bytes
    files: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Return the rules that lie in a folder; nothing in them is checked.

        Raises:
            RefusedError: there are none.

        """
        rules, archive = rulebook.pack(folder)
        contents = rulebook.unpacked(archive)
        if not contents:
            raise RefusedError(NO_RULES.format(draft=folder))
        files = {name: sha256(each).hexdigest()[:_SHOWN] for name, each in contents.items()}
        return cls(folder, rules, archive, files)


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the files that are not alike in two sets, or are in one alone."""
    return tuple(sorted(n for n in {*one, *other} if one.get(n) != other.get(n)))
