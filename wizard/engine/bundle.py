"""Which schemes to use together.

A first, greedy choice: for each need and kind the best scheme, and what those cannot do without.
What it must hold to is in `docs/engine.md`; the exact optimum comes later behind the same function.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from wizard.domain.advice import (
    Bundle,
    BundleItem,
    Findings,
    LeftOut,
    LeftOutReason,
    NeedFinding,
    Phase,
    ReservationKind,
    Uncovered,
    Verdict,
)
from wizard.domain.conditions import Severity
from wizard.domain.schemes import Coverage, Scheme, VerdictKind, WhenUnknown
from wizard.engine.phases import phase_items
from wizard.engine.verdicts import CANDIDATES, RANK

_NO_MONEY_YET = frozenset({ReservationKind.FUNDING_UNCERTAIN, ReservationKind.FUNDING_USED_UP})


def choose_bundle(found: Findings) -> Bundle:
    """Return the bundle, in the order to do things, with a reason for everything left out."""
    choice = _Choice(found.rulebook.schemes, found.needs, found.verdicts)
    chosen = choice.make()
    items = [_item(found.rulebook.schemes[id_], choice, chosen) for id_ in chosen]
    phased, capacity_known = phase_items(items, found)
    return Bundle(
        items=phased,
        left_out=tuple(choice.left_out(chosen)),
        uncovered=tuple(_uncovered(found, chosen)),
        capacity_known=capacity_known,
    )


@dataclass
class _Choice:
    """The greedy choice, step by step."""

    schemes: Mapping[str, Scheme]
    needs: Mapping[str, NeedFinding]
    verdicts: Mapping[str, Verdict]
    required_by: dict[str, list[str]] = field(default_factory=dict)
    dropped: dict[str, LeftOut] = field(default_factory=dict)

    def make(self) -> list[str]:
        chosen: list[str] = []
        for need, instrument in self._places():
            if best := self._best(need, chosen, instrument=instrument):
                self._add(best, chosen)
        return chosen

    def _places(self) -> list[tuple[str, bool]]:
        """Return every need and kind to fill, the most severe need first, money before action."""
        open_needs = [need for need in self.needs.values() if need.possible[-1] > Severity.NONE]
        ranked = sorted(
            open_needs, key=lambda need: (-need.possible[0], -need.possible[-1], need.need)
        )
        return [(need.need, instrument) for need in ranked for instrument in (True, False)]

    def counts(self, need: str, scheme: Scheme) -> bool:
        """Tell whether meeting the need is worth anything: an open need only for advice on it."""
        finding = self.needs[need]
        return finding.possible[0] > Severity.NONE or (
            finding.possible[-1] > Severity.NONE and scheme.when_unknown is WhenUnknown.RECOMMEND
        )

    def _best(self, need: str, chosen: list[str], *, instrument: bool) -> str | None:
        able = [
            (scheme, coverage)
            for scheme in self.schemes.values()
            for coverage in scheme.covers
            if coverage.need == need
            and scheme.is_instrument is instrument
            and self.counts(need, scheme)
            and self._possible(scheme, chosen)
        ]
        if not able:
            return None
        return min(able, key=lambda pair: self._rank(pair[0], pair[1], chosen))[0].id

    def _rank(
        self, scheme: Scheme, coverage: Coverage, chosen: list[str]
    ) -> tuple[bool, bool, bool, int, Decimal, int, str]:
        verdict = self.verdicts[scheme.id]
        waits = verdict.kind is VerdictKind.AFTER_CHANGE or not _NO_MONEY_YET.isdisjoint(
            verdict.reservations
        )
        strengthened = sum(other in chosen for other in scheme.strengthens)
        return (
            not coverage.main,
            waits,
            scheme.id not in chosen,
            RANK.index(verdict.kind),
            scheme.effort.weeks,
            -strengthened,
            scheme.id,
        )

    def _possible(self, scheme: Scheme, chosen: list[str]) -> bool:
        if self.verdicts[scheme.id].kind not in CANDIDATES:
            return False
        for wanted, reason in (
            (scheme.first, LeftOutReason.PREREQUISITE_MISSING),
            (scheme.only_with, LeftOutReason.COMPANION_MISSING),
        ):
            if wanted and not self._satisfied(wanted, chosen) and not self._reachable(wanted):
                self.dropped[scheme.id] = LeftOut(scheme.id, reason, wanted)
                return False
        return not any(
            scheme.id in self.schemes[other].alternative_to or other in scheme.alternative_to
            for other in chosen
            if other != scheme.id
        )

    def _satisfied(self, wanted: Iterable[str], chosen: list[str]) -> bool:
        return any(id_ in chosen or self.verdicts[id_].in_place for id_ in wanted)

    def _reachable(self, wanted: Iterable[str]) -> list[str]:
        able = [
            id_
            for id_ in wanted
            if self.verdicts[id_].kind in CANDIDATES and self._possible(self.schemes[id_], [])
        ]
        return sorted(able, key=lambda id_: (RANK.index(self.verdicts[id_].kind), id_))

    def _add(self, id_: str, chosen: list[str]) -> None:
        """Add a scheme, and before it whatever it cannot do without."""
        if id_ in chosen:
            return
        scheme = self.schemes[id_]
        for wanted in (scheme.first, scheme.only_with):
            if wanted and not self._satisfied(wanted, chosen):
                companion = self._reachable(wanted)[0]
                self.required_by.setdefault(companion, []).append(id_)
                self._add(companion, chosen)
        chosen.append(id_)

    def left_out(self, chosen: list[str]) -> Iterable[LeftOut]:
        for id_, verdict in self.verdicts.items():
            if verdict.kind in CANDIDATES and id_ not in chosen:
                yield self.dropped.get(id_) or self._why_left_out(self.schemes[id_], chosen)

    def _why_left_out(self, scheme: Scheme, chosen: list[str]) -> LeftOut:
        rivals = tuple(
            other
            for other in chosen
            if other in scheme.alternative_to or scheme.id in self.schemes[other].alternative_to
        )
        if rivals:
            return LeftOut(scheme.id, LeftOutReason.ALTERNATIVE_CHOSEN, rivals)
        met = {each.need for each in scheme.covers if self.counts(each.need, scheme)}
        better = tuple(
            other
            for other in chosen
            if self.schemes[other].is_instrument is scheme.is_instrument
            and any(each.need in met for each in self.schemes[other].covers)
        )
        reason = LeftOutReason.OTHER_IS_BETTER if better else LeftOutReason.NO_NEED
        return LeftOut(scheme.id, reason, better)


def _item(scheme: Scheme, choice: _Choice, chosen: list[str]) -> BundleItem:
    covered = [each for each in scheme.covers if choice.counts(each.need, scheme)]
    return BundleItem(
        scheme=scheme.id,
        main_for=tuple(each.need for each in covered if each.main),
        helps=tuple(each.need for each in covered if not each.main),
        required_by=tuple(id_ for id_ in choice.required_by.get(scheme.id, ()) if id_ in chosen),
        phase=Phase.NOW,
    )


def _uncovered(found: Findings, chosen: list[str]) -> Iterable[Uncovered]:
    at_work = [*chosen, *(id_ for id_, verdict in found.verdicts.items() if verdict.in_place)]
    carried = {
        each.need for id_ in at_work for each in found.rulebook.schemes[id_].covers if each.main
    }
    for need, finding in found.needs.items():
        if finding.severity is Severity.SEVERE and need not in carried:
            yield Uncovered(need, found.rulebook.needs[need].contact)
