"""The measures of a status note, told in what is left of its one page.

How much a text takes is reckoned from its signs, a little too high; nothing is laid out here.
First the measures that are done share a line, then reasons are cut where a sentence ends, then
those after the first year share lines too, and last they are left to be counted in the front. What
does not stand whole is said to, and stands whole in the case.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from textwrap import wrap

from wizard.domain.follow_up import LONGEST_WHY, MeasureState, PlanPart
from wizard.memo import status_words as say
from wizard.memo.model import Block, Cell, Column, FreeText, Labelled, Paragraph, Rows, Table
from wizard.report.case import CaseAccount
from wizard.report.follow_up import MeasureAccount
from wizard.voice.cites import MARK, plain

_WIDTHS = (30, 20, 50)
_ENDS = re.compile(r"(?<=[.!?]) ")
_CUT = "\u00a0…"

# Millimetres, and signs on a line, as `memo.css` lays them out.
PAGE = 274
_HEAD, _BRIEF, _PROPOSAL, _TABLE, _FIGURES, _SOURCES = 13, 7, 10, 12, 6, 8
_LARGE, _SMALL, _GAP, _ROW = 4.9, 4.25, 0.8, 1.3
_TITLE_SIGNS, _BRIEF_SIGNS, _POINT_SIGNS, _SMALL_SIGNS = 50, 77, 82, 100
_NAME_SIGNS, _WHY_SIGNS, _FOLDED_SIGNS = 30, 51, 86


def height(
    title: str, brief: Iterable[Labelled], points: Iterable[str], figures: Sequence[str]
) -> float:
    """Return how many millimetres the rest of a status note takes, its sources included."""
    brief, points = tuple(brief), tuple(points)
    told = sum(_lines(each.text, _BRIEF_SIGNS) * _LARGE + _GAP for each in brief)
    asked = sum(_lines(each, _POINT_SIGNS) * _LARGE + _GAP for each in points)
    moved = sum(_lines(each, _SMALL_SIGNS) * _SMALL for each in figures)
    marked = (*(each.text for each in brief), *points, *figures)
    keys = {key for text in marked for key in MARK.findall(text)}
    sources = (len(keys) + 1) // 2 * 2 * _SMALL
    heads = _HEAD + _lines(title, _TITLE_SIGNS) * 7.8 + _BRIEF + _PROPOSAL
    return heads + told + asked + moved + (_FIGURES if figures else 0) + _SOURCES + sources


def _lines(text: str, signs: int) -> int:
    return len(wrap(plain(text), signs)) or 1


class _Later(Enum):
    """How those after the first year are told: each in its row, sharing lines, or not at all."""

    ROWS = auto()
    LINES = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class _Told:
    """A way to tell the measures: which share lines, and how many signs a reason may have."""

    done: bool
    later: _Later
    longest: int


_LENGTHS = (LONGEST_WHY, 2 * _WHY_SIGNS, _WHY_SIGNS)
_WAYS = (
    _Told(done=False, later=_Later.ROWS, longest=LONGEST_WHY),
    *(_Told(done=True, later=later, longest=each) for later in _Later for each in _LENGTHS),
)


class StatusTable:
    """Tells the measures of a plan, in the language of a report."""

    def __init__(
        self, report: CaseAccount, measures: Sequence[tuple[PlanPart, MeasureAccount]]
    ) -> None:
        self._report = report
        self._measures = measures

    def blocks(self, room: float) -> tuple[Block, ...]:
        """Return them so that they take no more than so many millimetres, if any way does."""
        fitting = (each for each in _WAYS if self._height(each) <= room)
        return tuple(self._blocks(next(fitting, _WAYS[-1])))

    def _height(self, way: _Told) -> float:
        rows = sum(
            max(2 if each.day else 1, _lines(each.name, _NAME_SIGNS), _lines(why, _WHY_SIGNS))
            * _SMALL
            + _ROW
            for each in self._open(way)
            for why in (_short(each.why, way.longest),)
        )
        folded = sum(_lines(each.text, _FOLDED_SIGNS) * _SMALL + _GAP for each in self._folded(way))
        return _TABLE + rows + folded + (_SMALL + 2 if self._note(way) else 0)

    def _blocks(self, way: _Told) -> Iterable[Block]:
        rows = tuple(self._row(each, way.longest) for each in self._open(way))
        if rows:
            heads = zip(say.COLUMNS, _WIDTHS, strict=True)
            columns = tuple(Column(self._report.say(head), width) for head, width in heads)
            yield Table(None, columns, rows, small=True)
        if folded := tuple(self._folded(way)):
            yield Rows(folded, small=True)
        if note := self._note(way):
            yield Paragraph(note, small=True)

    def _open(self, way: _Told) -> list[MeasureAccount]:
        return [
            each
            for part, each in self._measures
            if not (way.done and each.state is MeasureState.DONE)
            and (part is PlanPart.CORE or way.later is _Later.ROWS)
        ]

    def _folded(self, way: _Told) -> Iterable[Labelled]:
        rows, without = self._open(way), way.later is _Later.LEFT_OUT
        found = [
            each
            for part, each in self._measures
            if each not in rows and (part is PlanPart.CORE or not without)
        ]
        for word in dict.fromkeys(each.word for each in found):
            names = [f"«{each.name}»" for each in found if each.word == word]
            yield Labelled(word, f"{self._report.wording.labels.listed(names)}.")

    def _note(self, way: _Told) -> str:
        """Return what does not stand whole here, but in the case; empty where everything does."""
        rows = self._open(way)
        cut = any(
            each.why and (each not in rows or _short(each.why, way.longest) != each.why)
            for _, each in self._measures
        )
        without = way.later is _Later.LEFT_OUT and any(
            part is not PlanPart.CORE for part, _ in self._measures
        )
        told = (say.WHOLE_REASONS,) * cut + (say.THE_REST,) * without
        return " ".join(map(self._report.say, told))

    def _row(self, measure: MeasureAccount, longest: int) -> tuple[Cell, ...]:
        why = _short(measure.why, longest)
        return (
            Cell(measure.name),
            Cell(measure.word, note=measure.day or None),
            Cell(FreeText(why) if why else self._report.say(say.NOTHING_SAID)),
        )


def _short(why: str, longest: int) -> str:
    """Return a reason as it stands, or cut after a sentence, if need be after a word."""
    if len(why) <= longest:
        return why
    longest -= len(_CUT)
    ends = [each.start() for each in _ENDS.finditer(why) if each.start() <= longest]
    end = ends[-1] if ends else why.rfind(" ", 0, longest + 1)
    return why[: end if end > 0 else longest].rstrip() + _CUT
