"""Which schemes to use together, why each is in, and why each of the others is not.

What the best core and the best bundle are stands in `docs/decisions/0015-action-plan.md`; how they
are found, in `choice`; what they aim at, in `planning.aims`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property

from wizard.domain.advice import (
    Bundle,
    BundleItem,
    Findings,
    LeftOut,
    LeftOutReason,
    Phase,
    ReservationKind,
    Uncovered,
    Verdict,
)
from wizard.domain.conditions import Severity
from wizard.domain.plan import Alternative, Means, Won
from wizard.domain.schemes import Coverage, Effect, Scheme, VerdictKind, WhenUnknown
from wizard.engine.choice import Aim, Candidate, Choice, Goal, Limits, best_set
from wizard.engine.law import CANDIDATES
from wizard.engine.planning.aims import carries, goal_of, may_begin
from wizard.engine.planning.means import cost_of, means_of
from wizard.engine.planning.phases import fill_years, in_order

# What carries a need is worth twice what helps with it, and to act twice what prepares or informs.
_CARRIES, _HELPS, _SUPPORTS = 4, 2, 1
_THOUSAND = Decimal(1000)
_NO_MONEY_YET = frozenset({ReservationKind.FUNDING_UNCERTAIN, ReservationKind.FUNDING_USED_UP})
_TOLD = frozenset({VerdictKind.RECOMMENDED, VerdictKind.CONDITIONAL})


def choose_bundle(found: Findings, *, alternative: bool = True) -> Bundle:
    """Return the core and what comes after it, with a reason for everything left out.

    `alternative` is whether to look for the core that tiers in want of room would make instead.
    """
    choice = _Choice(found)
    core = choice.core()
    whole = choice.whole(core.ids)
    return replace(
        _filled(choice, core.ids, whole.ids),
        alternative=choice.alternative(core.ids) if alternative else None,
        exact=core.exact and whole.exact,
    )


def told_bundle(
    found: Findings, core: Collection[str], whole: Collection[str], order: Sequence[str] = ()
) -> Bundle:
    """Return the bundle of a core and a whole that somebody has chosen for us.

    The core is in our order, but for those in `order`: among themselves they are in that one, as
    far as prerequisites let them.
    """
    return _filled(_Choice(found), frozenset(core), frozenset(whole), order)


def _filled(
    choice: "_Choice", core: frozenset[str], whole: frozenset[str], order: Sequence[str] = ()
) -> Bundle:
    found = choice.found
    ordered = in_order((choice.item(id_, whole) for id_ in whole), found, order)
    placed, no_room = fill_years(ordered, core, found, choice.means)
    told = choice.told if _makes_known(found, placed) else ()
    return Bundle(
        items=placed,
        left_out=tuple(choice.left_out(whole, told)),
        uncovered=tuple(_uncovered(found, [item.scheme for item in placed])),
        means=choice.means,
        made_known=told,
        no_room=no_room,
    )


def no_bundle(found: Findings) -> Bundle:
    """Return what is chosen where too little is answered to choose: nothing."""
    return Bundle((), (), (), means_of(found))


def _makes_known(found: Findings, items: Iterable[BundleItem]) -> bool:
    return any(item.scheme == found.rulebook.plan.make_known for item in items)


@dataclass(frozen=True, slots=True)
class CoreQuestion:
    """All that the core depends on: where it is the same, so is the core."""

    candidates: tuple[Candidate, ...]
    goal: Goal
    limits: Limits


def candidates(found: Findings) -> tuple[Candidate, ...]:
    """Return everything that could be in the plan of a case, each as it is chosen by."""
    return tuple(_Choice(found).candidates.values())


def core_question(found: Findings) -> CoreQuestion:
    """Return what the core of a case depends on."""
    return _Choice(found).core_question


def chosen_core(question: CoreQuestion) -> frozenset[str]:
    """Return the members of the best core."""
    return _best(question.candidates, question.goal, question.limits).ids


def _best(candidates: Iterable[Candidate], goal: Goal, limits: Limits) -> Choice:
    # The empty set keeps within every limit, so there is always a best one.
    return best_set(list(candidates), goal, limits) or Choice(frozenset())


class _Choice:
    """What the schemes of one case are worth to each other."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.schemes, self.verdicts = found.rulebook.schemes, found.verdicts
        self.needs, self.rules = found.needs, found.rulebook.plan
        self.means: Means = means_of(found)
        self.told = tuple(self._told())
        wanted = {id_ for id_, each in self.verdicts.items() if self._is_able(each)}
        self.able = {id_: self.schemes[id_] for id_ in sorted(wanted)}
        self.rivals = self._rivals()
        self.unit = self._unit()
        self.candidates = {id_: self._candidate(each) for id_, each in self.able.items()}

    def _told(self) -> Iterable[str]:
        """Yield what others apply for, and would have use for here."""
        for id_, verdict in self.verdicts.items():
            scheme = self.schemes[id_]
            informs = scheme.effect is Effect.INFORMS and id_ != self.rules.make_known
            if informs and verdict.kind in _TOLD and self._covered(scheme):
                yield id_

    def _is_able(self, verdict: Verdict) -> bool:
        if verdict.kind not in CANDIDATES:
            return False
        if verdict.scheme == self.rules.make_known:
            return bool(self.told)
        # Without a scheme that stands for them, those are chosen one by one like all others.
        told = self.schemes[verdict.scheme].effect is Effect.INFORMS
        return not (told and self.rules.make_known)

    @cached_property
    def core_question(self) -> CoreQuestion:
        """Everything that can begin now, what it is to be good for, and what there is for it."""
        day = self.found.as_of
        now = [each for each in self.able.values() if may_begin(each, self.verdicts[each.id], day)]
        useful = [each for each in now if self._covered(each)]
        # What can begin is no less for what its own steps see to.
        candidates = (
            replace(self.candidates[each.id], waits=self._unsure(each.id)) for each in now
        )
        return CoreQuestion(
            tuple(candidates), goal_of(self.found, useful, self.means), self._limits()
        )

    def core(self) -> Choice:
        question = self.core_question
        return _best(question.candidates, question.goal, question.limits)

    def whole(self, core: frozenset[str]) -> Choice:
        """Return the best set around a core, were there hands and money for all of it."""
        able = [each for each in self.able.values() if self._covered(each)]
        goal = goal_of(self.found, able, self.means)
        return best_set(list(self.candidates.values()), goal, must=core) or Choice(core)

    def alternative(self, core: frozenset[str]) -> Alternative | None:
        """Return the best core that meets something this one has no room for."""
        question = self.core_question
        aims = [each for each in question.goal if isinstance(each, Aim)]
        unmet = [each for each in aims if not each.met(core)]
        if not unmet:
            return None
        other = best_set(question.candidates, question.goal, question.limits, one_of=unmet)
        if other is None:
            return None
        return Alternative(
            tuple(sorted(other.ids - core)),
            tuple(sorted(core - other.ids)),
            tuple(Won(each.tier, each.about) for each in unmet if each.met(other.ids)),
            tuple(
                Won(each.tier, each.about)
                for each in aims
                if each.met(core) and not each.met(other.ids)
            ),
        )

    def _limits(self) -> Limits:
        work = (self.means.most_weeks * self.unit).to_integral_value(ROUND_FLOOR)
        money = self.means.money
        return Limits(
            members=self.rules.most,
            work=int(work),
            money=None if money is None else int(money / _THOUSAND),
        )

    def _rivals(self) -> dict[str, frozenset[str]]:
        """Return for each candidate those that it cannot stand beside, whoever says so."""
        found: dict[str, set[str]] = {id_: set() for id_ in self.able}
        for id_, scheme in self.able.items():
            for other in self.able.keys() & set(scheme.alternative_to):
                found[id_].add(other)
                found[other].add(id_)
        return {id_: frozenset(others) for id_, others in found.items()}

    def _unit(self) -> Decimal:
        """Return what staff-weeks must be multiplied with to be whole numbers."""
        digits = [each.effort.weeks.as_tuple().exponent for each in self.able.values()]
        return Decimal(10) ** max((-each for each in digits if isinstance(each, int)), default=0)

    def _candidate(self, scheme: Scheme) -> Candidate:
        cost = cost_of(scheme, self.verdicts[scheme.id].edition, self.means)
        # More than any municipality has said that it has.
        most = Decimal(10**9) if cost.most is None else cost.most
        return Candidate(
            id=scheme.id,
            levels=self._levels(scheme),
            waits=self.verdicts[scheme.id].kind is not VerdictKind.RECOMMENDED
            or self._unsure(scheme.id),
            work=int(scheme.effort.weeks * self.unit),
            money=int((most / _THOUSAND).to_integral_value(ROUND_CEILING)),
            wants=self._wants(scheme),
            rivals=self.rivals[scheme.id],
            strengthens=frozenset(scheme.strengthens) - {scheme.id},
        )

    def _unsure(self, id_: str) -> bool:
        return not _NO_MONEY_YET.isdisjoint(self.verdicts[id_].reservations)

    def _unmet(self, wanted: tuple[str, ...]) -> frozenset[str] | None:
        """Return the candidates of which one must be in, or nothing where nobody need be."""
        if not wanted or any(self.verdicts[id_].in_place or id_ in self.told for id_ in wanted):
            return None
        return frozenset(self.able.keys() & set(wanted))

    def _wants(self, scheme: Scheme) -> tuple[frozenset[str], ...]:
        """Return the sets of candidates of which one each must be in for the scheme's sake."""
        unmet = (self._unmet(scheme.first), self._unmet(scheme.only_with))
        return tuple(each for each in unmet if each is not None)

    def _levels(self, scheme: Scheme) -> dict[str, int]:
        """Return what it is worth: of a need, each sort of help counts for itself."""
        sort = "virkemiddel" if scheme.is_instrument else "tiltak"
        if scheme.effect is not Effect.ACTS:
            sort = f"{sort} som {scheme.effect.value}"
        return {
            f"{each.need}/{sort}": self.weight(each.need, scheme) * self._role(each, scheme)
            for each in self._covered(scheme)
        }

    def _role(self, coverage: Coverage, scheme: Scheme) -> int:
        if scheme.effect is not Effect.ACTS:
            return _SUPPORTS
        return _CARRIES if coverage.main else _HELPS

    def weight(self, need: str, scheme: Scheme) -> int:
        """Return what meeting the need is worth: an open need only for advice on it."""
        finding = self.needs[need]
        if finding.possible[0] > Severity.NONE:
            return finding.possible[0].weight
        open_ = finding.possible[-1] > Severity.NONE
        return int(open_ and scheme.when_unknown is WhenUnknown.RECOMMEND)

    def _covered(self, scheme: Scheme) -> list[Coverage]:
        covered = [each for each in scheme.covers if self.weight(each.need, scheme)]
        if scheme.id != self.rules.make_known:
            return covered
        told = {each.need for id_ in self.told for each in self.schemes[id_].covers}
        return [each for each in covered if each.need in told]

    def item(self, id_: str, chosen: frozenset[str]) -> BundleItem:
        """Return a member with what it does in this set."""
        scheme, verdict = self.schemes[id_], self.verdicts[id_]
        needs = [each.need for each in self._covered(scheme)]
        main = tuple(need for need in needs if carries(scheme, need, verdict))
        return BundleItem(
            scheme=id_,
            main_for=main,
            helps=tuple(need for need in needs if need not in main),
            required_by=tuple(
                other
                for other in sorted(self._leaning.keys() & chosen)
                if any(wanted & chosen == {id_} for wanted in self._leaning[other])
            ),
            phase=Phase.NOW,
        )

    @cached_property
    def _leaning(self) -> dict[str, tuple[frozenset[str], ...]]:
        """What each scheme must stand beside one of, where there is any such thing."""
        wants = {id_: self._wants(scheme) for id_, scheme in self.schemes.items()}
        return {id_: wanted for id_, wanted in wants.items() if wanted}

    def left_out(self, chosen: frozenset[str], told: Collection[str]) -> Iterable[LeftOut]:
        """Yield every candidate that is neither a member nor made known, with the reason."""
        for id_, verdict in self.verdicts.items():
            if verdict.kind not in CANDIDATES or id_ in chosen or id_ in told:
                continue
            if id_ in self.told and self.rules.make_known:
                known = (self.rules.make_known,)
                yield LeftOut(id_, LeftOutReason.NOT_MADE_KNOWN, known)
            else:
                yield self._why_left_out(self.schemes[id_], chosen)

    def _why_left_out(self, scheme: Scheme, chosen: frozenset[str]) -> LeftOut:
        for wanted, reason in (
            (scheme.first, LeftOutReason.PREREQUISITE_MISSING),
            (scheme.only_with, LeftOutReason.COMPANION_MISSING),
        ):
            unmet = self._unmet(wanted)
            if unmet is not None and not any(self._possible(each) for each in unmet):
                return LeftOut(scheme.id, reason, wanted)
        if rivals := tuple(sorted(self.rivals.get(scheme.id, frozenset()) & chosen)):
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
        return all(
            bool(wanted & above) or any(self._possible(each, above | {id_}) for each in wanted)
            for wanted in self._wants(self.schemes[id_])
        )


def _uncovered(found: Findings, chosen: Iterable[str]) -> Iterable[Uncovered]:
    """Yield the severe needs that nothing in the plan or in place carries."""
    in_place = [id_ for id_, verdict in found.verdicts.items() if verdict.in_place]
    schemes = found.rulebook.schemes
    carried = {
        each.need
        for id_ in (*chosen, *in_place)
        for each in schemes[id_].covers
        if each.main and schemes[id_].effect is Effect.ACTS
    }
    for need, finding in found.needs.items():
        if finding.severity is Severity.SEVERE and need not in carried:
            yield Uncovered(need, found.rulebook.needs[need].contact)
