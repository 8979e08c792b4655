"""Reads what people write for a municipality: names, numbers and counties, and what is left.

A text is taken word by word, so that order and punctuation do not matter. The longest name that
is known is taken first: "Vestre Toten" is one name.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from wizard.municipalities.names import fold

# Between names that stand side by side; a lone hyphen is part of a name.
_SIDE_BY_SIDE = re.compile(r"[/|;–—]|\s-|-\s")
# What people write around a name and mean nothing by, also in the Sámi languages and Kven.
_AROUND = frozenset(
    {"kommune", "kommunen", "kommunenummer", "kommunenr", "nr", "herad", "herred", "fylke", "i"}
    | {"suohkan", "gielda", "tjielte", "komuuni"}
)
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Heard:
    """The folded names, the numbers and counties that a text holds, and the words left over.

    `aside` tells that every word left over stands in a parallel name of its own, where it may be
    a form that we do not know.
    """

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    counties: tuple[str, ...]
    rest: tuple[str, ...]
    aside: bool


class Ear:
    """Knows every name, number and county there is and was."""

    def __init__(
        self, names: Collection[str], numbers: Collection[str], counties: Collection[str]
    ) -> None:
        """Listen for these folded names and counties, and four-digit numbers."""
        self._names = names
        self._numbers = numbers
        self._counties = counties
        known = (*names, *counties)
        self._longest = max((len(each.split()) for each in known), default=1)

    def hear(self, text: str) -> Heard:
        """Return what the text holds."""
        words = [
            (word, side)
            for side, part in enumerate(_SIDE_BY_SIDE.split(text))
            for word in fold(part).split()
        ]
        found: dict[str, list[str]] = {"names": [], "numbers": [], "counties": []}
        rest: list[tuple[str, int]] = []
        known_sides: set[int] = set()
        while words:
            kind, length = self._next([word for word, _ in words])
            taken, words = words[:length], words[length:]
            if kind in found:
                joint = "" if kind == "numbers" else " "
                found[kind].append(joint.join(word for word, _ in taken))
                known_sides.update(side for _, side in taken)
            elif kind == "rest":
                rest.extend(taken)
        return Heard(
            names=tuple(dict.fromkeys(found["names"])),
            numbers=tuple(dict.fromkeys(found["numbers"])),
            counties=tuple(dict.fromkeys(found["counties"])),
            rest=tuple(word for word, _ in rest),
            aside=known_sides.isdisjoint(side for _, side in rest),
        )

    def _next(self, words: Sequence[str]) -> tuple[str, int]:
        """Return what the text begins with, and in how many words."""
        for length in range(min(self._longest, len(words)), 0, -1):
            phrase = " ".join(words[:length])
            if phrase in self._names:
                return "names", length
            if phrase in self._counties:
                return "counties", length
        if words[0].isdecimal():
            length = _digits(words)
            return ("numbers" if "".join(words[:length]) in self._numbers else "rest"), length
        return ("around" if words[0] in _AROUND else "rest"), 1


def _digits(words: Sequence[str]) -> int:
    """Return how many words of digits stand first: "50 44" is one number."""
    first = next((at for at, word in enumerate(words) if not word.isdecimal()), len(words))
    return next((at for at in range(1, first + 1) if sum(map(len, words[:at])) == DIGITS), first)
