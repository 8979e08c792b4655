"""Which schemes to use together, why each is in, and why each of the others is not.

What the best set is stands in `docs/decisions/0007-exact-bundle.md`; how it is found, in `choice`.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from wizard.domain.advice import (
    Bundle,
    BundleItem,
    Findings,
    LeftOut,
    LeftOutReason,
    Loss,
    NeedFinding,
    Phase,
    ReservationKind,
    RunnerUp,
    Uncovered,
    Verdict,
)
from wizard.domain.conditions import Severity
from wizard.domain.schemes import Coverage, Scheme, VerdictKind, WhenUnknown
from wizard.engine.choice import Candidate, Level, best_levels, best_set, score, tie_break
from wizard.engine.law import CANDIDATES
from wizard.engine.planning.phases import phase_items

_NO_MONEY_YET = frozenset({ReservationKind.FUNDING_UNCERTAIN, ReservationKind.FUNDING_USED_UP})
_MAIN, _HELPS = 2, 1
# In the order of the goal, as `choice.score` has it.
_LOSSES = (Loss.CARRIED, Loss.COVERED, Loss.WAITING, Loss.WEEKS, Loss.MEMBERS, Loss.NOTHING)
_OF_NEEDS = frozenset({Loss.CARRIED, Loss.COVERED})


def choose_bundle(found: Findings) -> Bundle:
    """Return the bundle, in the order to do things, with a reason for everything left out."""
    choice = _Choice(found.rulebook.schemes, found.needs, found.verdicts)
    chosen = best_set(choice.candidates)
    items = [choice.item(id_, chosen) for id_ in sorted(chosen)]
    phased, capacity_known = phase_items(items, found)
    return Bundle(
        items=phased,
        left_out=tuple(choice.left_out(chosen)),
        uncovered=tuple(_uncovered(found, chosen)),
        capacity_known=capacity_known,
        runner_up=choice.runner_up(chosen) if chosen else None,
    )


def chosen_set(found: Findings) -> frozenset[str]:
    """Return the members of the best bundle."""
    return best_set(_Choice(found.rulebook.schemes, found.needs, found.verdicts).candidates)


class _Choice:
    """What the schemes of one case are worth to each other."""

    def __init__(
        self,
        schemes: Mapping[str, Scheme],
        needs: Mapping[str, NeedFinding],
        verdicts: Mapping[str, Verdict],
    ) -> None:
        self.schemes = schemes
        self.needs = needs
        self.verdicts = verdicts
        self.able = {id_ for id_, verdict in verdicts.items() if verdict.kind in CANDIDATES}
        self.rivals = self._rivals()
        self.places = {need: 2 * number for number, need in enumerate(sorted(needs))}
        self.unit = self._unit()
        self.candidates = [self._candidate(self.schemes[id_]) for id_ in sorted(self.able)]

    def runner_up(self, chosen: frozenset[str]) -> RunnerUp:
        """Return the best set without at least one of those chosen, and what it would give up."""
        second = best_set(self.candidates, other_than=chosen)
        best, other = self._members(chosen), self._members(second)
        place, amount = next(
            (
                (number, ours - theirs)
                for number, (ours, theirs) in enumerate(zip(score(best), score(other), strict=True))
                if ours != theirs
            ),
            (len(_LOSSES) - 1, 0),
        )
        loss = _LOSSES[place]
        if loss is Loss.NOTHING and tie_break(best)[0] != tie_break(other)[0]:
            loss = Loss.STRENGTH
        worse = self._worse(best, other, place) if loss in _OF_NEEDS else ()
        weeks = Decimal(amount) / self.unit if loss is Loss.WEEKS else Decimal(amount)
        return RunnerUp(
            tuple(sorted(second - chosen)), tuple(sorted(chosen - second)), loss, worse, weeks
        )

    def _members(self, ids: frozenset[str]) -> list[Candidate]:
        return [each for each in self.candidates if each.id in ids]

    def _worse(self, best: list[Candidate], other: list[Candidate], part: int) -> tuple[str, ...]:
        """Return the needs where one set is less good than the other in a part of the level."""
        ours, theirs = best_levels(best), best_levels(other)
        nothing = (0, 0)
        return tuple(
            need
            for need, place in self.places.items()
            if any(
                ours.get(each, nothing)[part] > theirs.get(each, nothing)[part]
                for each in (place, place + 1)
            )
        )

    def _rivals(self) -> dict[str, frozenset[str]]:
        """Return for each candidate those that it cannot stand beside, whoever says so."""
        found: dict[str, set[str]] = {id_: set() for id_ in self.able}
        for id_ in self.able:
            for other in self.able.intersection(self.schemes[id_].alternative_to):
                found[id_].add(other)
                found[other].add(id_)
        return {id_: frozenset(others) for id_, others in found.items()}

    def _unit(self) -> Decimal:
        """Return what staff-weeks must be multiplied with to be whole numbers."""
        digits = [self.schemes[id_].effort.weeks.as_tuple().exponent for id_ in self.able]
        return Decimal(10) ** max((-each for each in digits if isinstance(each, int)), default=0)

    def _candidate(self, scheme: Scheme) -> Candidate:
        wants = (self._unmet(scheme.first), self._unmet(scheme.only_with))
        return Candidate(
            id=scheme.id,
            levels=self._levels(scheme),
            waits=self.verdicts[scheme.id].kind is not VerdictKind.RECOMMENDED,
            work=int(scheme.effort.weeks * self.unit),
            wants=tuple(each for each in wants if each is not None),
            rivals=self.rivals[scheme.id],
            strengthens=frozenset(scheme.strengthens),
        )

    def _unmet(self, wanted: tuple[str, ...]) -> frozenset[str] | None:
        """Return the candidates of which one must be in, or nothing where nobody need be."""
        if not wanted or any(self.verdicts[id_].in_place for id_ in wanted):
            return None
        return frozenset(self.able.intersection(wanted))

    def _levels(self, scheme: Scheme) -> dict[int, Level]:
        verdict = self.verdicts[scheme.id]
        sure = verdict.kind is not VerdictKind.AFTER_CHANGE and _NO_MONEY_YET.isdisjoint(
            verdict.reservations
        )
        levels: dict[int, Level] = {}
        for each in scheme.covers:
            if weight := self.weight(each.need, scheme):
                severe = self.needs[each.need].possible[0] is Severity.SEVERE
                carries = severe and each.main and sure
                place = self.places[each.need] + scheme.is_instrument
                levels[place] = (int(carries), weight * (_MAIN if each.main else _HELPS))
        return levels

    def weight(self, need: str, scheme: Scheme) -> int:
        """Return what meeting the need is worth: an open need only for advice on it."""
        finding = self.needs[need]
        if finding.possible[0] > Severity.NONE:
            return finding.possible[0].weight
        open_ = finding.possible[-1] > Severity.NONE
        return int(open_ and scheme.when_unknown is WhenUnknown.RECOMMEND)

    def _covered(self, scheme: Scheme) -> list[Coverage]:
        return [each for each in scheme.covers if self.weight(each.need, scheme)]

    def item(self, id_: str, chosen: frozenset[str]) -> BundleItem:
        """Return a member with what it does in this set."""
        covered = self._covered(self.schemes[id_])
        return BundleItem(
            scheme=id_,
            main_for=tuple(each.need for each in covered if each.main),
            helps=tuple(each.need for each in covered if not each.main),
            required_by=tuple(
                other for other in sorted(chosen) if self._rests_on(other, id_, chosen)
            ),
            phase=Phase.NOW,
        )

    def _rests_on(self, other: str, id_: str, chosen: frozenset[str]) -> bool:
        """Tell whether a member could not be there without this one."""
        scheme = self.schemes[other]
        unmet = (self._unmet(scheme.first), self._unmet(scheme.only_with))
        return any(wanted is not None and wanted & chosen == {id_} for wanted in unmet)

    def left_out(self, chosen: frozenset[str]) -> Iterable[LeftOut]:
        """Yield every candidate that is not a member, with the reason."""
        for id_ in self.verdicts:
            if id_ in self.able and id_ not in chosen:
                yield self._why_left_out(self.schemes[id_], chosen)

    def _why_left_out(self, scheme: Scheme, chosen: frozenset[str]) -> LeftOut:
        for wanted, reason in (
            (scheme.first, LeftOutReason.PREREQUISITE_MISSING),
            (scheme.only_with, LeftOutReason.COMPANION_MISSING),
        ):
            unmet = self._unmet(wanted)
            if unmet is not None and not any(self._possible(each) for each in unmet):
                return LeftOut(scheme.id, reason, wanted)
        if rivals := tuple(sorted(self.rivals[scheme.id] & chosen)):
            return LeftOut(scheme.id, LeftOutReason.ALTERNATIVE_CHOSEN, rivals)
        met = {each.need for each in self._covered(scheme)}
        better = tuple(
            other
            for other in sorted(chosen)
            if self.schemes[other].is_instrument is scheme.is_instrument
            and any(each.need in met for each in self.schemes[other].covers)
        )
        reason = LeftOutReason.OTHER_IS_BETTER if better else LeftOutReason.NO_NEED
        return LeftOut(scheme.id, reason, better)

    def _possible(self, id_: str, above: frozenset[str] = frozenset()) -> bool:
        """Tell whether a candidate could be in some set, whatever stands beside it there.

        `above` are those that rest on it: they may want each other, but cannot be each other's way.
        """
        scheme = self.schemes[id_]
        unmet = (self._unmet(scheme.first), self._unmet(scheme.only_with))
        return all(
            wanted is None
            or bool(wanted & above)
            or any(self._possible(each, above | {id_}) for each in wanted)
            for wanted in unmet
        )


def _uncovered(found: Findings, chosen: frozenset[str]) -> Iterable[Uncovered]:
    in_place = [id_ for id_, verdict in found.verdicts.items() if verdict.in_place]
    carried = {
        each.need
        for id_ in (*chosen, *in_place)
        for each in found.rulebook.schemes[id_].covers
        if each.main
    }
    for need, finding in found.needs.items():
        if finding.severity is Severity.SEVERE and need not in carried:
            yield Uncovered(need, found.rulebook.needs[need].contact)
