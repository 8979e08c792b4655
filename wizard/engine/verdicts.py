"""A verdict for every scheme, by the table in `docs/engine.md`; first line that fits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wizard.domain.advice import (
    NextDeadline,
    Outcome,
    Reason,
    ReasonKind,
    ReservationKind,
    Verdict,
)
from wizard.domain.facts import Fact
from wizard.domain.schemes import (
    Edition,
    Funding,
    Scheme,
    VerdictKind,
    WhenUnknown,
)
from wizard.domain.sources import Confidence, Rate
from wizard.domain.values import Truth, Unknown
from wizard.engine.conditions import Situation, evaluate
from wizard.engine.planning.deadlines import next_deadline

# From best to worst; a companion's verdict is a ceiling.
RANK = (
    VerdictKind.RECOMMENDED,
    VerdictKind.CONDITIONAL,
    VerdictKind.AFTER_CHANGE,
    VerdictKind.OPEN,
    VerdictKind.EXCLUDED,
    VerdictKind.NOT_RELEVANT,
)
CANDIDATES = frozenset(RANK[:3])
_WANTED = CANDIDATES | {VerdictKind.OPEN}


def judge_all(
    schemes: Mapping[str, Scheme], situation: Situation, facts: Mapping[str, Fact]
) -> dict[str, Verdict]:
    """Return a verdict for every scheme, capped by the companions it cannot do without."""
    judge = Judge(situation, facts)
    alone = {scheme.id: judge.verdict(scheme) for scheme in schemes.values()}
    return {
        id_: capped(verdict, [alone[companion] for companion in schemes[id_].only_with])
        for id_, verdict in alone.items()
    }


def could_become(situation: Situation, facts: Mapping[str, Fact]) -> Situation:
    """Return the situation with every fact that the municipality can change made unknown.

    An artificial unknown hangs on nothing, so it never looks like an open question.
    """
    changeable = {id_: Unknown() for id_, fact in facts.items() if fact.changed_by.by_municipality}
    return replace(situation, facts={**situation.facts, **changeable})


@dataclass(frozen=True, slots=True)
class _Gates:
    """The outcomes that the table looks at, for one scheme and edition."""

    in_place: Outcome | None
    relevant: Outcome | None
    requirements: Mapping[str, Outcome]
    # Those that are not met, with every fact that the municipality can change made unknown.
    relaxed: Mapping[str, Outcome]

    def not_met(self) -> list[str]:
        return [id_ for id_, each in self.requirements.items() if each.truth is Truth.NOT_MET]

    def unknown(self) -> list[str]:
        return [id_ for id_, each in self.requirements.items() if each.truth is Truth.UNKNOWN]

    def impossible(self) -> list[str]:
        """Return the requirements that nothing the municipality can change would help."""
        return [id_ for id_ in self.not_met() if self.relaxed[id_].truth is Truth.NOT_MET]

    def open_facts(self) -> frozenset[str]:
        """Return the open facts that could still alter a verdict that rests on the requirements.

        A requirement that is met stays met; for the others it also matters what would become of
        them if the municipality changed what it can.
        """
        gates = (*self.requirements.values(), *self.relaxed.values())
        return _open((self.in_place, self.relevant, *gates))


class Judge:
    """Judges schemes in one situation."""

    def __init__(self, situation: Situation, facts: Mapping[str, Fact]) -> None:
        """Prepare the two views of the situation: as it is, and as it could become."""
        self.situation = situation
        self.facts = facts
        self.relaxed = could_become(situation, facts)

    def verdict(self, scheme: Scheme) -> Verdict:
        """Return the verdict for one scheme, companions left aside."""
        edition = scheme.edition_on(self.situation.day)
        if edition is None:
            return _closed(scheme, None, ReasonKind.NO_EDITION)
        if edition.funding is Funding.CLOSED:
            return _closed(scheme, edition, ReasonKind.CLOSED)
        gates = self._gates(scheme, edition)
        kind, reasons, settled_by = _decide(gates, scheme.when_unknown)
        return Verdict(
            scheme=scheme.id,
            kind=kind,
            in_place=any(reason.kind is ReasonKind.IN_PLACE for reason in reasons),
            settled=not settled_by,
            edition=edition,
            reasons=reasons,
            in_place_outcome=gates.in_place,
            relevant=gates.relevant,
            requirements=gates.requirements,
            settled_by=self._in_asking_order(settled_by),
            reservations=reservations_of(scheme, edition, self.situation)
            if kind in _WANTED
            else (),
            deadline=self._deadline(edition),
        )

    def _gates(self, scheme: Scheme, edition: Edition) -> _Gates:
        now = self.situation
        requirements = {each.id: evaluate(each.condition, now) for each in edition.requirements}
        return _Gates(
            in_place=evaluate(scheme.in_place, now) if scheme.in_place else None,
            relevant=evaluate(scheme.relevant, now) if scheme.relevant else None,
            requirements=requirements,
            relaxed={
                each.id: evaluate(each.condition, self.relaxed)
                for each in edition.requirements
                if requirements[each.id].truth is not Truth.MET
            },
        )

    def _in_asking_order(self, facts: frozenset[str]) -> tuple[str, ...]:
        if not facts:
            return ()
        listed = tuple(id_ for id_ in self.facts if id_ in facts)
        return listed + tuple(sorted(facts.difference(listed)))

    def _deadline(self, edition: Edition) -> NextDeadline | None:
        return next_deadline(edition.deadlines, self.situation.day)


def _decide(
    gates: _Gates, when_unknown: WhenUnknown
) -> tuple[VerdictKind, tuple[Reason, ...], frozenset[str]]:
    """Return the first line of the table that fits, why, and the open facts it hangs on."""
    before_requirements = _before_requirements(gates)
    if before_requirements is not None:
        return before_requirements
    open_facts, relevance_open = gates.open_facts(), _open([gates.in_place, gates.relevant])
    if impossible := gates.impossible():
        return VerdictKind.EXCLUDED, _about(gates, impossible), relevance_open
    relevant = gates.relevant
    unclear = relevant is not None and relevant.truth is Truth.UNKNOWN
    if unclear and when_unknown is WhenUnknown.CLARIFY:
        # Where no answer can tell (a rate nobody knows), a requirement can still rule it out.
        hangs_on = relevance_open or open_facts
        return VerdictKind.OPEN, (Reason(ReasonKind.RELEVANT, None, relevant),), hangs_on
    not_met, unknown = gates.not_met(), gates.unknown()
    fixed = [id_ for id_ in unknown if _hangs_on_fixed(gates, id_)]
    if fixed or (unknown and not not_met):
        return VerdictKind.CONDITIONAL, _about(gates, unknown + not_met), open_facts
    if not_met:
        return VerdictKind.AFTER_CHANGE, _about(gates, not_met), open_facts
    return VerdictKind.RECOMMENDED, (Reason(ReasonKind.RELEVANT, None, relevant),), open_facts


def _before_requirements(
    gates: _Gates,
) -> tuple[VerdictKind, tuple[Reason, ...], frozenset[str]] | None:
    in_place, relevant = gates.in_place, gates.relevant
    if in_place is not None and in_place.truth is Truth.MET:
        reason = Reason(ReasonKind.IN_PLACE, None, in_place)
        return VerdictKind.NOT_RELEVANT, (reason,), frozenset()
    if relevant is not None and relevant.truth is Truth.NOT_MET:
        reason = Reason(ReasonKind.RELEVANT, None, relevant)
        return VerdictKind.NOT_RELEVANT, (reason,), _open([in_place])
    return None


def _hangs_on_fixed(gates: _Gates, requirement: str) -> bool:
    """Tell whether an unknown requirement hangs on a fact that cannot be changed.

    With everything changeable made artificially unknown, what it still hangs on is fixed.
    """
    return bool(gates.relaxed[requirement].open_facts)


def _about(gates: _Gates, requirements: Iterable[str]) -> tuple[Reason, ...]:
    return tuple(
        Reason(ReasonKind.REQUIREMENT, id_, gates.requirements[id_]) for id_ in requirements
    )


def _open(outcomes: Iterable[Outcome | None]) -> frozenset[str]:
    return frozenset[str]().union(*(each.open_facts for each in outcomes if each is not None))


def _closed(scheme: Scheme, edition: Edition | None, why: ReasonKind) -> Verdict:
    return Verdict(
        scheme=scheme.id,
        kind=VerdictKind.EXCLUDED,
        in_place=False,
        settled=True,
        edition=edition,
        reasons=(Reason(why),),
        in_place_outcome=None,
        relevant=None,
        requirements={},
        settled_by=(),
        reservations=(),
        deadline=None,
    )


def capped(verdict: Verdict, companions: list[Verdict]) -> Verdict:
    """Lower a verdict to that of its best companion. One that is in place counts as the best."""
    if not companions or verdict.in_place:
        return verdict
    if any(companion.in_place for companion in companions):
        return verdict
    best = min(companions, key=lambda companion: RANK.index(companion.kind))
    open_facts = dict.fromkeys(verdict.settled_by)
    for companion in companions:
        open_facts |= dict.fromkeys(companion.settled_by)
    settled = verdict.settled and all(companion.settled for companion in companions)
    if RANK.index(best.kind) <= RANK.index(verdict.kind):
        return replace(verdict, settled=settled, settled_by=tuple(open_facts))
    reasons = (Reason(ReasonKind.COMPANION), *verdict.reasons)
    return replace(
        verdict, kind=best.kind, reasons=reasons, settled=settled, settled_by=tuple(open_facts)
    )


def reservations_of(
    scheme: Scheme, edition: Edition, situation: Situation
) -> tuple[ReservationKind, ...]:
    """Return what to be careful about if the scheme is used."""
    confidences = {each.confidence for each in edition.requirements}
    confidences |= {each.confidence for each in edition.terms}
    standing = {
        ReservationKind.FUNDING_UNCERTAIN: edition.funding is Funding.UNCERTAIN,
        ReservationKind.FUNDING_USED_UP: edition.funding is Funding.USED_UP,
        ReservationKind.SECONDARY_SOURCE: Confidence.C in confidences,
        ReservationKind.CHECK_OVERDUE: scheme.check_by < situation.day,
        ReservationKind.RATE_UNKNOWN: _has_unknown_rate(edition, situation.rates, situation.day),
    }
    return tuple(kind for kind, stands in standing.items() if stands)


def _has_unknown_rate(edition: Edition, rates: Mapping[str, Rate], day: date) -> bool:
    return any(isinstance(rates[each].on(day), Unknown) for each in edition.amount.rates)
