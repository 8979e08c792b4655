"""What a number can be where it is asked for: that decides what people mean by what they write."""

from dataclasses import dataclass
from decimal import Decimal

from wizard.domain.facts import Fact, FactType, PrefilledQuestion, Question, ReferenceFigure, Unit

_WHOLE = frozenset({FactType.INTEGER, FactType.YEAR})
_OWN_UNITS = {
    FactType.PERCENT: Unit.PERCENT,
    FactType.KRONER: Unit.KRONER,
    FactType.YEAR: Unit.YEAR,
}
# Money has two decimals at most, and what is counted one by one has none.
_WITHOUT_THOUSANDTHS = frozenset(
    {
        Unit.KRONER,
        Unit.KRONER_PER_M2,
        Unit.INHABITANTS,
        Unit.PERSONS,
        Unit.DWELLINGS,
        Unit.SALES,
        Unit.YEAR,
        Unit.CLASS,
        Unit.COUNT,
    }
)
# What is counted and asked of nobody is at least none.
_LEAST = {FactType.INTEGER: Decimal(0)}


@dataclass(frozen=True, slots=True)
class NumberKind:
    """A kind of number: whole or not, its unit, and its ends, both included; `None` is no end."""

    whole: bool = False
    unit: Unit | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    @property
    def has_thousandths(self) -> bool:
        """Whether anybody could mean a number of this kind with three decimals."""
        return not self.whole and self.unit not in _WITHOUT_THOUSANDTHS

    def has_room_for(self, number: Decimal) -> bool:
        """Tell whether the number lies between the ends."""
        too_low = self.minimum is not None and number < self.minimum
        too_high = self.maximum is not None and number > self.maximum
        return not (too_low or too_high)


ANY_NUMBER = NumberKind()


def number_kind(fact: Fact, prefilled: PrefilledQuestion | None = None) -> NumberKind:
    """Return what the numbers of a fact are; `prefilled` knows the range of a reference figure."""
    asked = fact if isinstance(fact, Question) else prefilled
    unit = fact.unit or _OWN_UNITS.get(fact.type)
    least = _LEAST.get(fact.type) if isinstance(fact, ReferenceFigure) else None
    ends = (asked.minimum, asked.maximum) if asked else (least, None)
    return NumberKind(fact.type in _WHOLE, unit, *ends)
