"""The marks beside figures: their numbers, what each stands for, and figures that have none.

A citing voice puts the key of a provenance after each figure (`wizard/voice/cites.py`). When all is
composed, `numbered` makes numbers of the keys in reading order, and `notes` tells what each stands
for. What people wrote themselves never becomes a mark.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from wizard.memo.model import FreeText
from wizard.memo.notes import Note, Notes
from wizard.report.case import CaseAccount
from wizard.voice.cites import CLOSE, MARK, OPEN, blanked
from wizard.voice.words import OURS

T = TypeVar("T")

_GAP = "[ \u00a0]"
_NUMBER = rf"\d+(?:{_GAP}\d{{3}}\b)*(?:,\d+)?"
# Units, and what is counted in our texts; the longest first where one begins another.
_UNIT = (
    r"(?:%|prosentpoeng\b|prosent\b|kr\b|kroner\b|milli(?:on(?:er|ar)?|ard(?:er|ar)?)\b|mill\.|m²|km²"
    r"|km\b|meter\b|innbygg\w+|person(?:er|ar)?\b|folk\b|husstand\w*|(?:[a-zæøå]+)?bolig(?:er)?\b"
    r"|(?:[a-zæøå]+)?bustad(?:er)?\b|leilegheit\w*|leilighet\w*|hus\b|tomt(?:er)?\b|plass(?:er|ar)?\b"
    r"|salg\b|sal\b|årsverk\b|uke(?:r)?\b|veke(?:r)?\b|måned(?:er)?\b|månad(?:er)?\b|gang(?:er)?\b"
    r"|gonger?\b|søknad(?:er|ar)?\b|prosjekt(?:er)?\b|kommun(?:er|ar)\b)"
)
_ADJECTIVE = r"(?:[a-zæøå]+e )?"
# One figure: a number with its unit, or from one to another ("200 000 kr til 1 million kr").
_FIGURE = re.compile(
    rf"(?<![\d,\-–])(?:{_NUMBER}(?:{_GAP}?{_UNIT}(?:{_GAP}kr\b)?)?(?: til |–)(?:om lag )?)?"
    rf"{_NUMBER}{_GAP}?{_ADJECTIVE}{_UNIT}(?:{_GAP}(?:kr|kroner)\b)?(?: per m²)?",
    re.IGNORECASE,
)
_MARK = re.compile(rf"{MARK.pattern}|{re.escape(OURS)}")
_QUOTE = re.compile("«[^»]*»")
_ENDS_SENTENCE = re.compile(r"[.!?:][»)]*$")


def numbered(value: T, report: CaseAccount) -> tuple[T, tuple[str, ...]]:
    """Return a memo, or a piece of it, with numbers for keys, and the keys in order of number.

    Marks that stand for the same share a number. Numbers begin at 1.

    Raises:
        ValueError: a key is none that the citing voice makes.

    """
    counter = _Counter(Notes(report))
    return cast("T", _mapped(value, counter.number)), tuple(counter.keys)


def notes(report: CaseAccount, keys: tuple[str, ...]) -> tuple[Note, ...]:
    """Return what the numbers stand for, in order: the first is that of number 1."""
    told = Notes(report)
    return tuple(map(told.of, keys))


def unmarked(text: str) -> list[str]:
    """Return each figure without a mark or a star after it and before the next figure.

    A mark after a full stop, or at the very end, speaks for all figures since the one before it
    that does. What is quoted (names, questions, answers that can be given) is nobody's claim, and
    what people wrote themselves is theirs.
    """
    if isinstance(text, FreeText):
        return []
    shown = blanked(text)
    quotes = [each.span() for each in _QUOTE.finditer(shown)]
    figures = [
        each
        for each in _FIGURE.finditer(shown)
        if not any(start < each.start() < end for start, end in quotes)
    ]
    marks = list(_MARK.finditer(shown))
    return [
        text[each.start() : each.end()].strip()
        for each in figures
        if not _is_marked(shown, each, figures, marks)
    ]


def _is_marked(
    text: str, figure: re.Match[str], figures: list[re.Match[str]], marks: list[re.Match[str]]
) -> bool:
    after = [mark for mark in marks if mark.start() >= figure.end()]
    if any(_speaks_for_all(mark, text) for mark in after):
        return True
    end = after[0].start() if after else figure.end()
    return bool(after) and not any(figure.end() <= each.start() < end for each in figures)


def _speaks_for_all(mark: re.Match[str], text: str) -> bool:
    return mark.end() == len(text) or bool(_ENDS_SENTENCE.search(text, 0, mark.start()))


class _Counter:
    """Gives each provenance a number, when it is first met."""

    def __init__(self, told: Notes) -> None:
        self._told = told
        self._numbers: dict[Note, int] = {}
        self.keys: list[str] = []

    def number(self, text: str) -> str:
        return MARK.sub(self._of, text)

    def _of(self, mark: re.Match[str]) -> str:
        note = self._told.of(mark[1])
        if note not in self._numbers:
            self._numbers[note] = len(self._numbers) + 1
            self.keys.append(mark[1])
        return f"{OPEN}{self._numbers[note]}{CLOSE}"


def _mapped(value: object, change: Callable[[str], str]) -> object:
    """Return the same structure with every text changed, in reading order."""
    if isinstance(value, str):
        return change(value) if OPEN in value and not isinstance(value, FreeText) else value
    if isinstance(value, tuple):
        parts = [_mapped(each, change) for each in value]
        return value._make(parts) if hasattr(value, "_make") else tuple(parts)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for field in fields(value):
            old = getattr(value, field.name)
            new = _mapped(old, change)
            if new is not old and new != old:
                changed[field.name] = new
        return replace(value, **changed) if changed else value
    return value
