"""How wide a text is in the memo's own font, so that labels can be placed and never collide."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from fontTools.ttLib import TTFont

from wizard.characters import FONT_FILES

REGULAR, BOLD = 400, 700


class _Face(NamedTuple):
    """The widths of a weight's characters, in parts of the size; `missing` for what it lacks."""

    widths: Mapping[int, float]
    missing: float


@cache
def _face(weight: int) -> _Face:
    with TTFont(FONT_FILES[weight], lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        widths = {code: advances[glyph][0] / em for code, glyph in font.getBestCmap().items()}
        return _Face(widths, advances[".notdef"][0] / em)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line in the unit of `size`, without kerning, which makes it less."""
    face = _face(BOLD if bold else REGULAR)
    return size * sum(face.widths.get(ord(sign), face.missing) for sign in text)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the text in lines no wider than `room`, but for a word that is wider alone."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
