"""What the memo's file is called."""

import re
import unicodedata

from wizard.domain.advice import Advice

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "ð": "d", "þ": "th"}
)
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def memo_filename(advice: Advice, suffix: str = "pdf") -> str:
    """Return a name in plain ASCII that sorts by day: date, document, municipality."""
    return f"{advice.as_of.isoformat()}_tiltaksnotat_{plain(advice.municipality.label)}.{suffix}"


def plain(name: str) -> str:
    """Return a name in lower-case ASCII letters, digits and hyphens."""
    letters = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    bare = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("-", bare).strip("-")
