"""The action plan: what to do, in order, within what the municipality has."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wizard.domain.money import Kroner
from wizard.domain.plan_rules import Tier
from wizard.domain.schedule import ScheduledItem


class PlanBasis(StrEnum):
    """What the plan is: advice, or, where too little is answered, a sheet of questions."""

    ADVICE = "rad"
    QUESTIONS = "sporreark"


@dataclass(frozen=True, slots=True)
class Cost:
    """Own money in kroner: the least and the most it can be; `None` is no upper end.

    `unknown` are the schemes whose own cost nobody knows; the sum is without them. `held` are the
    duties that can cost more, but must do with what there is.
    """

    least: Decimal = Decimal(0)
    most: Decimal | None = Decimal(0)
    unknown: tuple[str, ...] = ()
    held: tuple[str, ...] = ()

    def __add__(self, other: "Cost") -> "Cost":
        """Return the sum of two costs."""
        open_ended = self.most is None or other.most is None
        return Cost(
            self.least + other.least,
            None if open_ended else (self.most or 0) + (other.most or Decimal(0)),
            (*self.unknown, *other.unknown),
            (*self.held, *other.held),
        )


@dataclass(frozen=True, slots=True)
class Means:
    """What the municipality has in a year.

    `weeks` are staff-weeks and `money` is kroner to plan with (`None`: no upper end); whether they
    were stated, or stand in for what nobody has said, is `weeks_stated` and `money_stated`.
    `most_weeks` is what a sum of estimates may come to. `low`: capacity is low, or
    unknown: few weeks, or a severe need for hands.
    """

    weeks: Decimal
    most_weeks: Decimal
    money: Decimal | None
    weeks_stated: bool
    money_stated: bool
    low: bool


@dataclass(frozen=True, slots=True)
class FromOthers:
    """What the state offers through a scheme of the plan, in kroner.

    Unknown where it is decided application by application; for the example dwelling where
    `of_dwelling`, otherwise for one application.
    """

    scheme: str
    most: Kroner
    of_dwelling: bool


@dataclass(frozen=True, slots=True)
class Total:
    """What a part of the plan takes, and what there is for it; `left` is weeks to spare.

    `others` is what the state, households and builders put in, scheme by scheme: never a sum, for
    nobody knows how many dwellings.
    """

    weeks: Decimal
    has_weeks: Decimal
    cost: Cost
    has_money: Decimal | None
    others: tuple[FromOthers, ...] = ()

    @property
    def left_money(self) -> Decimal | None:
        """Return the own money that is left when all costs the most; `None` is no upper end."""
        if self.has_money is None or self.cost.most is None:
            return None
        return self.has_money - self.cost.most

    @property
    def left(self) -> Decimal:
        """Return the weeks that are left; less than none where the slack is used."""
        return self.has_weeks - self.weeks


@dataclass(frozen=True, slots=True)
class NoRoom:
    """A scheme worth having that the plan has no room for.

    `weeks` is what it takes; `lacking_weeks` and `lacking_money` (kroner) what there is too little
    of, over all years, when the whole plan is done. `waits_for` is the scheme without room that it
    must wait for.
    """

    scheme: str
    weeks: Decimal
    lacking_weeks: Decimal = Decimal(0)
    lacking_money: Decimal = Decimal(0)
    waits_for: str | None = None


@dataclass(frozen=True, slots=True)
class Won:
    """An aim of the goal that one core meets and another does not."""

    tier: Tier
    about: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """The best core that meets something the chosen one has no room for.

    `enters` and `leaves` are the difference from the core.
    """

    enters: tuple[str, ...]
    leaves: tuple[str, ...]
    wins: tuple[Won, ...]
    gives_up: tuple[Won, ...]


class WayOut(StrEnum):
    """What to do about a conflict. `PARALLEL`: do not wait for what comes first. `MISS`: let it."""

    PARALLEL = "samtidig"
    MISS = "la-ga"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A deadline that the plan does not keep: by its order, or for a duty in want of room.

    `earliest` is when the scheme is ready as planned, `year` when work begins. `ways` are the
    choices; for `PARALLEL` work begins by `begin_by` at the latest, and `weeks` staff-weeks fall
    before the deadline.
    """

    scheme: str
    deadline: date
    earliest: date
    at_least: bool
    waits_for: str | None
    ways: tuple[WayOut, ...]
    begin_by: date | None
    weeks: Decimal
    year: int = 1


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """What to do, in order. Every date is that of the schedule.

    `core` are the members of the first year, `later` those after it. `made_known` are the schemes
    that others apply for. `duties_without_room`
    are what the law bids within the year and no year has room for. `buys_capacity` are schemes that
    would give more hands. On a sheet of
    questions all these are empty, and `services` are whom to call.
    """

    basis: PlanBasis
    core: tuple[ScheduledItem, ...]
    later: tuple[ScheduledItem, ...]
    made_known: tuple[str, ...]
    no_room: tuple[NoRoom, ...]
    alternative: Alternative | None
    conflicts: tuple[Conflict, ...]
    duties_without_room: tuple[str, ...]
    buys_capacity: tuple[str, ...]
    services: tuple[str, ...]
    means: Means
    year: Total
    period: Total
    exact: bool = True
