"""What a fact can be worth, and what it means not to know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not known. Never `None`, never zero, never "no".

    `facts` are the ids of the open facts that it hangs on: answering them is what
    could make it known. Empty when no answer can help (a rate nobody has published).
    """

    facts: frozenset[str] = frozenset()


Value = Decimal | str | frozenset[str] | date
FactValue = Value | Unknown


class Truth(Enum):
    """Strong Kleene logic: met, not met, unknown."""

    MET = "met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"

    def __invert__(self) -> "Truth":
        """Swap met and not met; unknown stays unknown."""
        if self is Truth.UNKNOWN:
            return self
        return Truth.NOT_MET if self is Truth.MET else Truth.MET

    @staticmethod
    def of(value: bool) -> "Truth":  # noqa: FBT001 - this is where a bool becomes a Truth
        """Turn a settled comparison into a truth value."""
        return Truth.MET if value else Truth.NOT_MET


def all_met(truths: Iterable[Truth]) -> Truth:
    """Kleene "and": one not met settles it; otherwise one unknown leaves it open."""
    outcome = Truth.MET
    for truth in truths:
        if truth is Truth.NOT_MET:
            return truth
        if truth is Truth.UNKNOWN:
            outcome = truth
    return outcome


def any_met(truths: Iterable[Truth]) -> Truth:
    """Kleene "or": one met settles it; otherwise one unknown leaves it open."""
    return ~all_met(~truth for truth in truths)
