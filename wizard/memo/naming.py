"""What the memo's file is called."""

import re
import unicodedata

from wizard.domain.advice import Advice
from wizard.domain.plan import PlanBasis
from wizard.memo.model import Paper

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "ð": "d", "þ": "th"}
)
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


_PAPERS = {
    Paper.MEMO: "tiltaksnotat",
    Paper.SHORT: "kortnotat",
    Paper.QUESTIONS: "sporreark",
}
_TABLES = {"ics": "kalender", "csv": "handlingsplan", "json": "handlingsplan"}


def memo_filename(advice: Advice, suffix: str = "pdf", paper: Paper | None = None) -> str:
    """Return a name in plain ASCII that sorts by day: date, document, municipality.

    Unless told, the paper is the one that the case gets: the memo, or the question sheet where too
    little is answered. Calendar and tables have names of their own.
    """
    blank = advice.plan.basis is PlanBasis.QUESTIONS
    named = _TABLES.get(suffix) or _PAPERS[Paper.QUESTIONS if blank else paper or Paper.MEMO]
    return f"{advice.as_of.isoformat()}_{named}_{plain(advice.municipality.label)}.{suffix}"


def plain(name: str) -> str:
    """Return a name in lower-case ASCII letters, digits and hyphens."""
    letters = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    bare = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("-", bare).strip("-")
