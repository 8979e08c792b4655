"""What schemes could give to one example dwelling, from dated rates and the facts of a case.

No sum is made across schemes: each sketch stands alone. What an administrator decides is never
calculated; a sketch says what is left without it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from wizard.domain.advice import Findings
from wizard.domain.conditions import RateRef
from wizard.domain.facts import Operation
from wizard.domain.money import Kroner, MoneySketch, Payer
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Amount, AmountBasis, AmountKind, Applicant, Edition, VerdictKind
from wizard.domain.values import FactValue, Unknown
from wizard.engine.facts import arithmetic

_PAYERS = {
    Applicant.PERSON: Payer.HOUSEHOLD,
    Applicant.COMPANY: Payer.DEVELOPER,
    Applicant.MUNICIPALITY: Payer.MUNICIPALITY,
}
_POSSIBLE = {VerdictKind.RECOMMENDED, VerdictKind.CONDITIONAL}
_SHARES = {AmountKind.SHARE, AmountKind.LOAN_TO_VALUE, AmountKind.EXCEPTION}


def sketch_money(found: Findings) -> dict[str, MoneySketch]:
    """Return a sketch for each scheme with an edition in force, by id."""
    dwelling = _Dwelling.of(found)
    clashes, lifted = _clashes(found.rulebook), _lifted(found)
    return {
        id_: _Sum(found, verdict.edition.amount, dwelling).sketch(
            id_, verdict.edition, clashes[id_], lifted.get(id_)
        )
        for id_, verdict in found.verdicts.items()
        if verdict.edition is not None
    }


def _calculate(operation: Operation, *operands: FactValue) -> Kroner:
    """Return the result; unknown where an operand is unknown or is no number."""
    result = arithmetic(operation, list(operands))
    return result if isinstance(result, Decimal | Unknown) else Unknown()


def _percent(share: Kroner, whole: Kroner) -> Kroner:
    return _calculate(Operation.PRODUCT, share, _calculate(Operation.RATIO, whole, Decimal(100)))


@dataclass(frozen=True, slots=True)
class _Dwelling:
    """The example dwelling in kroner, the facts behind its cost and value, and the area's rate."""

    cost: Kroner
    value: Kroner
    facts: tuple[str, ...] = ()
    area: tuple[str, ...] = ()

    @staticmethod
    def of(found: Findings) -> "_Dwelling":
        dwelling = found.rulebook.dwelling
        if dwelling is None:
            return _Dwelling(Unknown(), Unknown())
        area = found.rulebook.rates[dwelling.area].on(found.as_of)
        cost, value = (
            _calculate(Operation.PRODUCT, area, found.facts[fact].value)
            for fact in (dwelling.cost, dwelling.price)
        )
        return _Dwelling(cost, value, (dwelling.cost, dwelling.price), (dwelling.area,))

    def whole(self, basis: AmountBasis) -> Kroner:
        """Return what a share is taken of."""
        if basis is AmountBasis.LOWEST:
            return _calculate(Operation.LEAST, self.cost, self.value)
        return self.cost if basis is AmountBasis.COST else self.value


@dataclass(frozen=True, slots=True)
class _Sum:
    """One amount of one scheme, worked out on the day of the case."""

    found: Findings
    amount: Amount
    dwelling: _Dwelling

    def sketch(
        self, scheme: str, edition: Edition, clashes: tuple[str, ...], exception: str | None
    ) -> MoneySketch:
        amount, basis = self.amount, self.amount.basis
        dwelling = self.dwelling if basis else _Dwelling(Unknown(), Unknown())
        rates = (*amount.rates, *dwelling.area)
        on_value = basis in {AmountBasis.VALUE, AmountBasis.LOWEST}
        most = self.most()
        return MoneySketch(
            scheme=scheme,
            kind=amount.kind,
            least=self.least(),
            most=most,
            basis=basis,
            cost=dwelling.cost,
            value=dwelling.value if on_value else Unknown(),
            rest=_calculate(Operation.DIFFERENCE, dwelling.cost, most),
            reached_at=self.reached_at(),
            facts=dwelling.facts if on_value else dwelling.facts[:1],
            rates=rates,
            missing_rates=tuple(id_ for id_ in rates if isinstance(self.on_day(id_), Unknown)),
            capped_by=self.capped_by(most),
            payers=_payers(amount, edition),
            exception=scheme if amount.kind is AmountKind.EXCEPTION else exception,
            not_same_cost=clashes,
        )

    def on_day(self, rate: str) -> FactValue:
        return self.found.rulebook.rates[rate].on(self.found.as_of)

    def rate(self, ref: RateRef | None) -> Kroner:
        """Return the number that a rate is; unknown where there is none."""
        value = self.on_day(ref.id) if ref else Unknown()
        return value if isinstance(value, Decimal) else Unknown()

    def most(self) -> Kroner:
        amount = self.amount
        if amount.kind not in _SHARES:
            return Unknown()
        if amount.basis is None:
            return self.rate(amount.cap)
        most = _percent(self.rate(amount.share), self.dwelling.whole(amount.basis))
        if amount.floor:
            most = _calculate(Operation.GREATEST, most, self.rate(amount.floor))
        # Nobody pays for more than what it costs, whatever it is worth.
        if isinstance(self.dwelling.cost, Decimal):
            most = _calculate(Operation.LEAST, most, self.dwelling.cost)
        return _calculate(Operation.LEAST, most, self.rate(amount.cap)) if amount.cap else most

    def capped_by(self, most: Kroner) -> str | None:
        cap = self.amount.cap
        binds = isinstance(most, Decimal) and most == self.rate(cap)
        return cap.id if cap and binds else None

    def least(self) -> Kroner:
        amount = self.amount
        if amount.kind not in _SHARES:
            return Unknown()
        if amount.least_cost is None:
            return self.rate(amount.floor)
        least = _percent(self.rate(amount.share), self.rate(amount.least_cost))
        if amount.floor:
            least = _calculate(Operation.GREATEST, least, self.rate(amount.floor))
        return _calculate(Operation.LEAST, least, self.rate(amount.cap)) if amount.cap else least

    def reached_at(self) -> Kroner:
        """Return the cost from which the cap binds."""
        if self.amount.kind not in _SHARES:
            return Unknown()
        cap, share = self.rate(self.amount.cap), self.rate(self.amount.share)
        part = _calculate(Operation.RATIO, share, Decimal(100))
        return _calculate(Operation.RATIO, cap, part)


def _payers(amount: Amount, edition: Edition) -> tuple[Payer, ...]:
    """Return who pays the rest: those who may apply, or just "the applicant" where all sorts do."""
    applicants = (amount.applicant,) if amount.applicant else edition.applicants
    payers = tuple(dict.fromkeys(_PAYERS.get(each, Payer.APPLICANT) for each in applicants))
    return (Payer.APPLICANT,) if Payer.APPLICANT in payers else payers


def _clashes(rulebook: Rulebook) -> Mapping[str, tuple[str, ...]]:
    """Return the schemes that each scheme shares no cost with, whichever of the two says so."""
    said = {(id_, other) for id_, each in rulebook.schemes.items() for other in each.not_same_cost}
    pairs = said | {(other, id_) for id_, other in said}
    return {
        id_: tuple(sorted(other for one, other in pairs if one == id_)) for id_ in rulebook.schemes
    }


def _lifted(found: Findings) -> Mapping[str, str]:
    """Return the loans whose limit may be lifted in this case, and by which scheme."""
    lifted: dict[str, str] = {}
    for id_, verdict in found.verdicts.items():
        edition = verdict.edition
        if edition and edition.amount.kind is AmountKind.EXCEPTION and verdict.kind in _POSSIBLE:
            for loan in found.rulebook.schemes[id_].only_with:
                other = found.verdicts[loan].edition
                if other and other.amount.kind is AmountKind.LOAN_TO_VALUE:
                    lifted.setdefault(loan, id_)
    return lifted
