"""What was probably meant by a word that nobody knows, and how every door asks about it."""

from collections.abc import Iterable
from difflib import get_close_matches

from wizard.domain.text import Text

NEAR = 0.6
# Nothing that is known is longer; comparing takes time that grows with the square of the length.
_LONGEST = 80
_MEANT = Text(" Mente du {likely}?", " Meinte du {likely}?")


def closest(word: str, known: Iterable[str], nearness: float = NEAR) -> str | None:
    """Return the known word that was probably meant; `nearness` is from 0 (any) to 1 (equal)."""
    near = get_close_matches(word[:_LONGEST], list(known), n=1, cutoff=nearness)
    return near[0] if near else None


def did_you_mean(likely: str) -> Text:
    """Return the question to put right behind a message; empty when there is nothing likely."""
    return _MEANT.format(likely=likely) if likely else Text("", "")


def suggestion(word: str, known: Iterable[str]) -> Text:
    """Return the question whether the closest known word was meant; empty when none is close."""
    meant = closest(word, known)
    return did_you_mean(f"«{meant}»" if meant else "")
