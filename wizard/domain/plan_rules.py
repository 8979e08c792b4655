"""What policy staff decide about action plans (in rules: `handlingsplan`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from wizard.domain.text import Text


class Tier(StrEnum):
    """What the year's core is chosen by; the names stand in the rule file, in order.

    `DUTY`: what the law bids already, or within the year. `NEED`: severe needs, and those that the
    municipality puts first, carried by something that acts. `DEADLINE`: dates that else are lost
    for a year. `CAPACITY`: help with capacity, where it is low. `POINTS`: all that meets needs.
    """

    DUTY = "plikt"
    NEED = "behov"
    DEADLINE = "frist"
    CAPACITY = "kapasitet"
    POINTS = "poeng"


@dataclass(frozen=True, slots=True)
class NeedRank:
    """A place in our order among equally severe needs, and why it is just there."""

    need: str
    reason: Text


@dataclass(frozen=True, slots=True)
class OwnMoney:
    """What the answers about own money stand for (in rules: `egne_penger`).

    `fact` is a choice. `most` is the most each answer can mean, in kroner; one that is left out has
    no upper end. `unknown` stands in where nobody has said.
    """

    fact: str
    most: Mapping[str, Decimal]
    unknown: Decimal


@dataclass(frozen=True, slots=True)
class PlanRules:
    """The limits and the order that an action plan is made by.

    `most` members in the year's core. `slack` is how many per cent a sum of estimated weeks may
    pass those stated. `years` is how long the plan holds. `blank` is the per cent of the questions
    asked that must be answered before there is any plan. `make_known` is the scheme that stands for
    all those that others apply for.
    """

    most: int = 5
    slack: Decimal = Decimal(0)
    years: int = 4
    blank: Decimal = Decimal(0)
    tiers: tuple[Tier, ...] = tuple(Tier)
    money: OwnMoney | None = None
    make_known: str | None = None
    needs: tuple[NeedRank, ...] = field(default=())

    def order(self, needs: Mapping[str, object]) -> list[str]:
        """Return needs in our order; those that have no place in it come last, by id."""
        places = {rank.need: place for place, rank in enumerate(self.needs)}
        return sorted(needs, key=lambda need: (places.get(need, len(places)), need))
