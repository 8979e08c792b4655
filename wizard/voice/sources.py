"""The rates that the advice rests on."""

from typing import NamedTuple

from wizard.domain.conditions import Condition, Severity, rates_in
from wizard.domain.rulebook import Need
from wizard.voice.names import Names


class RateRow(NamedTuple):
    """A rate, its value on the day, and its legal basis or why we chose it."""

    name: str
    value: str
    basis: str


class Sources:
    """Finds what was used, and words it."""

    def __init__(self, names: Names) -> None:
        """Look through the advice that the names are about."""
        self._advice = names.advice
        self._labels = names.labels

    def rates(self) -> list[RateRow]:
        """Return the rates that the needs found and the bundle rest on, by name."""
        conditions: list[Condition | None] = []
        for need in self._needs_there():
            conditions += [need.severe, need.some]
        used = set[str]()
        for item in self._advice.bundle.items:
            verdict = self._advice.verdicts[item.scheme]
            if verdict.edition is None:
                continue
            conditions.append(self._advice.rulebook.schemes[verdict.scheme].relevant)
            conditions += [each.condition for each in verdict.edition.requirements]
            used.update(self._advice.money[verdict.scheme].rates)
        used.update(rate for condition in conditions for rate in rates_in(condition))
        return sorted(self._rate_row(rate) for rate in used)

    def _rate_row(self, id_: str) -> RateRow:
        rate = self._advice.rulebook.rates[id_]
        basis = self._labels.basis_or_reason(rate.basis_on(self._labels.as_of), rate.reason)
        return RateRow(self._labels.rule(rate.name), self._labels.rate(id_), basis)

    def _needs_there(self) -> list[Need]:
        """Return the needs that the municipality has, or may have."""
        found = self._advice.needs.values()
        return [
            self._advice.rulebook.needs[each.need]
            for each in found
            if each.severity is not Severity.NONE
        ]
