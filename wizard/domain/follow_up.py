"""Follow-up: the plan that was adopted, and how each of its measures has gone since."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from wizard.domain.frozen import FrozenFigure

LONGEST_WHY = 200


class MeasureState(StrEnum):
    """How a measure has gone. Not having said is none of these."""

    DONE = "gjort"
    BEGUN = "i_gang"
    DROPPED = "droppet"
    NOT_BEGUN = "ikke_begynt"


# What is neither done nor given up is still to be done, also where nobody has said anything.
SETTLED = frozenset({MeasureState.DONE, MeasureState.DROPPED})


class PlanPart(StrEnum):
    """Which part of the plan a measure stands in."""

    CORE = "i_ar"
    LATER = "neste"
    MADE_KNOWN = "gjor_kjent"


@dataclass(frozen=True, slots=True)
class AdoptedMeasure:
    """A measure of the plan, by the id of its scheme, which later rules may no longer know."""

    scheme: str
    part: PlanPart


@dataclass(frozen=True, slots=True)
class AdoptedPlan:
    """The plan that is followed up: its day, the hash of its rules, its measures and figures."""

    as_of: date
    rulebook: str
    measures: tuple[AdoptedMeasure, ...]
    figures: Mapping[str, FrozenFigure] = field(default_factory=dict)

    def of(self, part: PlanPart) -> tuple[str, ...]:
        """Return the schemes of one part, in order."""
        return tuple(each.scheme for each in self.measures if each.part is part)


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody has said of a measure, and the day it was said.

    `state` is `None` where only a line was written. `why` is that line, at most `LONGEST_WHY`
    characters, or empty.
    """

    state: MeasureState | None
    why: str
    on: date


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The plan, and the marks by scheme. What has no mark, nobody has said anything of."""

    plan: AdoptedPlan
    marks: Mapping[str, Mark] = field(default_factory=dict)

    def state(self, scheme: str) -> MeasureState | None:
        """Return how a measure has gone; `None` where nobody has said."""
        mark = self.marks.get(scheme)
        return mark.state if mark else None

    def said(self, scheme: str) -> tuple[MeasureState | None, str]:
        """Return what somebody has said of a measure: its state, and the line."""
        mark = self.marks.get(scheme)
        return (mark.state, mark.why) if mark else (None, "")

    def in_state(self, part: PlanPart, state: MeasureState | None) -> tuple[str, ...]:
        """Return the measures of a part that are in a state, in the order of the plan."""
        return tuple(each for each in self.plan.of(part) if self.state(each) is state)

    def remaining(self, part: PlanPart) -> tuple[str, ...]:
        """Return the measures of a part that are neither done nor dropped."""
        return tuple(each for each in self.plan.of(part) if self.state(each) not in SETTLED)

    @property
    def last_marked(self) -> date:
        """The day of the last mark; without marks that of the plan."""
        return max((self.plan.as_of, *(mark.on for mark in self.marks.values())))

    def marked(
        self, changes: Mapping[str, tuple[MeasureState | None, str]], on: date
    ) -> "FollowUp":
        """Return the follow-up with marks changed on a day; of what is as before, the day stays."""
        marks = dict(self.marks)
        for scheme, (state, why) in changes.items():
            old = marks.get(scheme)
            if (state, why) == (None, ""):
                marks.pop(scheme, None)
            elif old is None or (old.state, old.why) != (state, why):
                marks[scheme] = Mark(state, why, on)
        return replace(self, marks=marks)
