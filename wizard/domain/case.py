"""A case: one municipality's answers, as they were given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wizard.domain.follow_up import FollowUp
from wizard.domain.frozen import FrozenFigure
from wizard.domain.memo_fields import COMMITTEE, MEETING_DAY, MemoField, is_council
from wizard.domain.review import Review
from wizard.domain.text import Language
from wizard.domain.values import Value


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The answer "vet ikke". It is an answer; not having answered is the absence of one."""


DONT_KNOW = DontKnow()
Answer = Value | DontKnow


@dataclass(frozen=True, slots=True)
class Versions:
    """What the case was last worked on with: hashes and versions, empty when not known."""

    rulebook: str = ""
    figures: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What one municipality, known by its four-digit number, said, and nothing else.

    `answers` holds an entry only for what was answered; one whose id is a reference figure
    overrides it. `figures` freezes the prefilled figures.
    `priorities` are the needs that matter most to the municipality, at most three, the first first;
    `None` where it has not been asked. `adviser` holds what people wrote into the memo themselves,
    by the id of the field (`memo_fields`). `review` is what an adviser has added. `follow_up` is
    how the adopted plan has gone; `None` where nobody has begun to follow it up. `retired` are the
    answers to what the rules no longer ask, or no longer take for an answer: kept as they were
    written, by the id of the question, and counted nowhere.
    """

    municipality_number: str
    as_of: date
    language: Language
    answers: Mapping[str, Answer] = field(default_factory=dict)
    figures: Mapping[str, FrozenFigure] = field(default_factory=dict)
    adviser: Mapping[str, str] = field(default_factory=dict)
    versions: Versions = Versions()
    priorities: tuple[str, ...] | DontKnow | None = None
    review: Review | None = None
    follow_up: FollowUp | None = None
    retired: Mapping[str, Any] = field(default_factory=dict)

    @property
    def council_day(self) -> date | None:
        """The day of the meeting that the memo is for, where that is the council's own.

        `None` where nobody has said the day, or where the memo is for another committee.

        Raises:
            ValueError: the day is not written as one.

        """
        day = self._about(MEETING_DAY)
        if not day or not is_council(self._about(COMMITTEE)):
            return None
        return date.fromisoformat(day)

    def _about(self, field: MemoField) -> str:
        """Return what is filled in of the case; where an adviser has done so, it is that."""
        reviewed = self.review.text(field) if self.review else ""
        return reviewed or self.adviser.get(field.id, "").strip()
