"""What would settle an open verdict, and what is worth asking first."""

from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.conditions import Condition
from wizard.domain.schemes import VerdictKind


class Power(StrEnum):
    """What the answer to one question can do to a verdict, from most to least.

    `ALWAYS`: whatever the answer, nothing more is needed. `SOME`: some answers settle it.
    `TOGETHER`: it counts, but only with others. `NEVER`: it cannot matter.
    """

    ALWAYS = "alltid"
    SOME = "noen_svar"
    TOGETHER = "sammen"
    NEVER = "aldri"


@dataclass(frozen=True, slots=True)
class SettlingAnswer:
    """Answers, written as a condition on the fact, that make a verdict certain to be of a kind."""

    answer: Condition
    kind: VerdictKind
    in_place: bool


@dataclass(frozen=True, slots=True)
class Settler:
    """What the answer to one question can do to one verdict."""

    question: str
    power: Power
    answers: tuple[SettlingAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class WorthAsking:
    """An open question that can be answered now, and what the answer moves.

    `settles` are the verdicts that the answer alone can settle, `moves` all that it counts for, and
    `needs` those whose severity it counts for. `points` is what questions are ranked by
    (`docs/decisions/0011-what-if.md`).
    """

    question: str
    settles: tuple[str, ...]
    moves: tuple[str, ...]
    needs: tuple[str, ...]
    points: int
