"""What is worth asking once more: answers that can hardly be right (in rules: `rimelighet`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from wizard.domain.conditions import Condition
from wizard.domain.facts import DerivedFigure
from wizard.domain.place import NOWHERE, Place
from wizard.domain.text import Text
from wizard.domain.values import Value


@dataclass(frozen=True, slots=True)
class PlausibilityExample:
    """Some facts, and whether the rule must doubt them. What is not listed is unknown."""

    name: str
    on: date
    facts: Mapping[str, Value]
    doubts: bool
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Plausibility:
    """A reason to ask whether an answer is right.

    `about` are facts that are asked for; the message stands beside their answers when `condition`,
    which looks at facts only, is certainly met.
    """

    id: str
    about: tuple[str, ...]
    condition: Condition
    message: Text
    examples: tuple[PlausibilityExample, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Deviation:
    """How far from a published figure a correction can be before it is doubted.

    Just one of the two: `times` as much or as little, or a `difference` up or down, in the unit
    of the figure. In the message, `{svar}`, `{tall}`, `{kilde}` and `{dato}` are the answer, the
    figure, its publisher and its date.
    """

    figure: str
    message: Text
    times: Decimal | None = None
    difference: Decimal | None = None

    def is_far(self, answer: Decimal, published: Decimal) -> bool:
        """Tell whether an answer is further from what is published than is likely."""
        if self.difference is not None:
            return abs(answer - published) > self.difference
        times = self.times or Decimal(1)
        low, high = sorted((answer, published))
        return low != high and (low <= 0 or high > times * low)


@dataclass(frozen=True, slots=True)
class PlausibilityRules:
    """Everything that makes an answer doubted. It never stands in the way of one.

    `derived` are figures that only these rules calculate with.
    """

    rules: tuple[Plausibility, ...] = ()
    derived: Mapping[str, DerivedFigure] = field(default_factory=dict)
    deviations: tuple[Deviation, ...] = ()
