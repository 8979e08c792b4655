"""Which characters a text may have, wherever it comes in: forms, case files, rule files.

The law has two parts.

1. What people paste is cleaned where it has one meaning. Letters are put together (NFC: `a` and a
   loose ring become `å`). Word's line breaks become line breaks, its bullets bullets; ligatures,
   full-width and "mathematical" letters become letters; C1 controls become what Windows meant by
   them; odd spaces become spaces. What nobody can see, and no reader misses, falls away: zero
   width, soft hyphens, byte order marks, directions of left-to-right text.
2. What is left must be visible, and the memo's font must have it: a character that it lacks
   becomes an empty box and breaks the archive format, and an invisible one can make a text read
   otherwise than it is written. Such a one is refused by its number, with the words around it.

Nothing else is changed, and nothing falls away unseen: what is not cleaned is refused where it
was typed, and only in what was stored before is it replaced, by its number.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fontTools.ttLib import TTFont

from wizard.domain.text import Language, Text
from wizard.paths import FONTS

FONT_FILES = {400: FONTS / "NotatSans-Regular.ttf", 700: FONTS / "NotatSans-Bold.ttf"}

_SIGN = Text("tegnet {sign} i «{around}»", "teiknet {sign} i «{around}»")
_MOST_TOLD = 5
_REACH = 24  # how many characters are shown on each side of one that is refused

# Control, format (bidi, zero width), surrogate, private, unassigned; line and paragraph separator.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LINE_BREAKS = frozenset("\n\r\t")
_SOFT_HYPHEN = "\u00ad"

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
# Zero width, soft hyphens, byte order mark, variation selectors, and directions; not the two
# directions that turn a text around (U+202D, U+202E): what they hide must be seen.
_UNSEEN = re.compile(
    "[\x1f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
# In another dress: circled, units in one square, ligatures, full width, "mathematical" letters.
_DRESSED = re.compile(
    "[\u2460-\u24ea\u3000\u3371-\u33df\ufb00-\ufb06\uff01-\uff5e\uffe0-\uffe6\U0001d400-\U0001d7ff]"
)
_ODD_SPACES = re.compile("[\u1680\u2000-\u2006\u2008-\u200a\u205f]")
_WINDOWS = re.compile("[\x80-\x9f]")
_MEANT = str.maketrans(
    {
        # Word's bullets and signs, which lie where Unicode has given no meaning to anything.
        # Where Symbol and Wingdings differ, what a list begins with is meant.
        "\uf020": " ",
        "\uf02d": "–",
        "\uf09e": "·",
        "\uf0a7": "▪",
        "\uf0ab": "★",
        **dict.fromkeys("\uf076\uf09f\uf0b2\uf0b7", "•"),
        **dict.fromkeys("\uf06c\uf0a4", "●"),
        **dict.fromkeys("\uf06d\uf0a1", "○"),
        "\uf06e": "■",
        **dict.fromkeys("\uf06f\uf070\uf071\uf072\uf0a8", "□"),
        **dict.fromkeys("\uf073\uf074\uf075\uf077", "◆"),
        **dict.fromkeys("\uf0d8\uf0e0\uf0e8\uf0f0", "→"),
        **dict.fromkeys("\uf0fc\uf0fe", "✓"),
        **dict.fromkeys("\uf0fb\uf0fd", "✗"),
        "\x1e": "\u2011",  # Word's hyphen that keeps a word together
        # What the font has under another number.
        "\u2219": "·",
        **dict.fromkeys("➔➜➞➡➢➤⇨▸", "→"),
        **dict.fromkeys("✔☑", "✓"),
        **dict.fromkeys("✘☒", "✗"),
        **dict.fromkeys("◼◾⬛", "■"),
        **dict.fromkeys("▫◻◽⬜❏❐❑❒", "□"),
        **dict.fromkeys("⧫⬥⬧", "◆"),
        **dict.fromkeys("⚫◉", "●"),
        **dict.fromkeys("⚪❍", "○"),
        "\u33a1": "m²",
        "\u33a2": "km²",
        "\u33a5": "m³",
    }
)


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A character that cannot be printed, `index` in its text, with the words `around` it."""

    character: str
    index: int
    around: str

    @property
    def number(self) -> str:
        """Return its number, which is all there is to see of an invisible one."""
        return f"U+{ord(self.character):04X}"

    @property
    def named(self) -> str:
        """Return its number, and the character itself where it can be seen."""
        seen = f" ({self.character})" if self.character.isprintable() else ""
        return f"{self.number}{seen}"

    @property
    def message(self) -> Text:
        """Return the words that point it out, for use in a sentence."""
        return _SIGN.format(sign=self.named, around=self.around)


def clean(text: str) -> str:
    """Return the text with what was pasted written as it was meant. Cleaned twice is the same."""
    if text.isascii() and text.isprintable():
        return text
    text = _WINDOWS.sub(_from_windows, _BREAKS.sub("\n", text)).translate(_MEANT)
    text = _UNSEEN.sub("", _ODD_SPACES.sub(" ", text))
    text = _DRESSED.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return unicodedata.normalize("NFC", text)


def unprintable(text: str) -> tuple[Unprintable, ...]:
    """Return the characters that cannot be printed, once each, in the order they stand."""
    found: dict[str, Unprintable] = {}
    for index, character in enumerate(text):
        if character not in found and not _printable(character):
            found[character] = Unprintable(character, index, _around(text, index))
    return tuple(found.values())


def told(found: Sequence[Unprintable]) -> Text:
    """Return the words that point out the first few, for use in a sentence."""
    messages = [each.message for each in found[:_MOST_TOLD]]
    rest = ["…"] if len(found) > _MOST_TOLD else []
    nb, nn = ([each.to(language) for each in messages] + rest for language in Language)
    return Text("; ".join(nb), "; ".join(nn))


def numbered(text: str) -> str:
    """Return the cleaned text with the number of each character that cannot be printed."""
    return "".join(_shown(character) for character in clean(text))


def _from_windows(found: re.Match[str]) -> str:
    """Return what the byte is on Windows, where texts come from that have these."""
    return found.group().encode("latin-1").decode("cp1252", errors="ignore") or found.group()


def _printable(character: str) -> bool:
    if character in _LINE_BREAKS or character == _SOFT_HYPHEN:
        return True
    return unicodedata.category(character) not in _INVISIBLE and ord(character) in _coverage()


def _shown(character: str) -> str:
    return character if _printable(character) else f"[U+{ord(character):04X}]"


def _around(text: str, index: int) -> str:
    """Return the whole words on each side, as far as they can be shown."""
    before, after = text[:index], text[index + 1 :]
    if len(before) > _REACH:
        cut = before[-_REACH:]
        before = "… " + (cut.partition(" ")[2] or cut)
    if len(after) > _REACH:
        cut = after[:_REACH]
        after = (cut.rpartition(" ")[0] or cut) + " …"
    character = text[index]
    shown = character if character.isprintable() else f"[U+{ord(character):04X}]"
    whole = "".join(_visible(each) for each in before) + shown
    whole += "".join(_visible(each) for each in after)
    return " ".join(whole.split())


def _visible(character: str) -> str:
    if character.isprintable() or character.isspace():
        return character
    return f"[U+{ord(character):04X}]"


@cache
def _coverage() -> frozenset[int]:
    """Return the characters that every weight of the memo's font can draw."""
    drawn = []
    for path in FONT_FILES.values():
        with TTFont(path, lazy=True) as font:
            drawn.append(set(font.getBestCmap()))
    return frozenset[int](set[int].intersection(*drawn))
