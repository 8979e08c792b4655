"""Which characters the memo can print.

A character that the memo's font lacks becomes an empty box and breaks the archive format, and
an invisible one can make a text read otherwise than it is written. Both are refused where
people type, and once more before a PDF is made.
"""

import unicodedata
from functools import cache

from fontTools.ttLib import TTFont

from wizard.paths import FONTS

FONT_FILES = {400: FONTS / "NotatSans-Regular.ttf", 700: FONTS / "NotatSans-Bold.ttf"}

_LINE_BREAKS = frozenset("\n\r\t")
# Control, format (bidi, zero width), surrogate, private, unassigned; line and paragraph separator.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SOFT_HYPHEN = "\u00ad"


def missing_characters(text: str) -> str:
    """Return the characters that cannot be printed, once each, in the order they stand."""
    return "".join(dict.fromkeys(sign for sign in text if not _printable(sign)))


def _printable(sign: str) -> bool:
    if sign in _LINE_BREAKS or sign == _SOFT_HYPHEN:
        return True
    return unicodedata.category(sign) not in _INVISIBLE and ord(sign) in _coverage()


@cache
def _coverage() -> frozenset[int]:
    """Return the characters that every weight of the memo's font can draw."""
    drawn = []
    for path in FONT_FILES.values():
        with TTFont(path, lazy=True) as font:
            drawn.append(set(font.getBestCmap()))
    return frozenset[int](set[int].intersection(*drawn))
