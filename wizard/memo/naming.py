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
    Paper.STATUS: "statusnotat",
}
_TABLES = {"ics": "kalender", "csv": "handlingsplan", "json": "handlingsplan"}


def memo_filename(advice: Advice, suffix: str = "pdf", paper: Paper | None = None) -> str:
    """Return a name in plain ASCII that sorts by day: date, document, municipality.

    Unless told, the paper is the one that the case gets: the memo, or the question sheet where too
    little is answered. Calendar and tables have names of their own.
    """
    named = _TABLES.get(suffix) or _PAPERS[paper_of(advice, paper)]
    return f"{advice.as_of.isoformat()}_{named}_{plain(advice.municipality.label)}.{suffix}"


def paper_of(advice: Advice, wanted: Paper | None) -> Paper:
    """Return the paper that a case gets: what is wanted, or the memo, where enough is answered.

    Otherwise it is the question sheet; but what is followed up, was planned when enough was.
    """
    if wanted is Paper.STATUS and advice.case.follow_up:
        return wanted
    blank = advice.plan.basis is PlanBasis.QUESTIONS
    return Paper.QUESTIONS if blank else wanted or Paper.MEMO


def plain(name: str) -> str:
    """Return a name in lower-case ASCII letters, digits and hyphens."""
    letters = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    bare = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("-", bare).strip("-")
