"""The financing sketch of a scheme: what one example dwelling could get, and who pays the rest."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wizard.domain.schemes import AmountBasis, AmountKind
from wizard.domain.values import Unknown

Kroner = Decimal | Unknown


class Payer(StrEnum):
    """Who finds the money that a scheme does not give."""

    HOUSEHOLD = "husstand"
    DEVELOPER = "utbygger"
    MUNICIPALITY = "kommune"
    APPLICANT = "soker"


@dataclass(frozen=True, slots=True)
class MoneySketch:
    """What a scheme could give to one example dwelling. Kroner, exact; never a promise.

    `least` and `most` bound what it gives, if it gives anything; for an `EXCEPTION` they bound the
    ordinary loan, without the exception. With a `basis` the share is taken of the example dwelling,
    `cost` and `value` are what that costs and is worth, and `rest` is the cost less `most`.
    `exception` names the scheme by which the administrator may lend more: then the rest may be
    anything from nothing to `rest`. `reached_at` is the cost from which the cap binds.

    `facts` and `rates` are what was calculated from, whether or not they are known; `missing_rates`
    are those unknown on the day. `capped_by` is the rate that bound `most`. `not_same_cost` are
    schemes that cannot pay for the same: amounts are never added up.
    """

    scheme: str
    kind: AmountKind
    least: Kroner
    most: Kroner
    basis: AmountBasis | None
    cost: Kroner
    value: Kroner
    rest: Kroner
    reached_at: Kroner
    facts: tuple[str, ...]
    rates: tuple[str, ...]
    missing_rates: tuple[str, ...]
    capped_by: str | None
    payers: tuple[Payer, ...]
    exception: str | None
    not_same_cost: tuple[str, ...]

    @property
    def open_facts(self) -> frozenset[str]:
        """The facts that would have to be known before more can be calculated."""
        parts = (self.most, self.rest) if self.basis else ()
        unknown = [each.facts for each in parts if isinstance(each, Unknown)]
        return frozenset[str]().union(*unknown)
