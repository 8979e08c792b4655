"""A verdict for every scheme, by the table in `docs/engine.md`; first line that fits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_

from wizard.domain.advice import (
    NextDeadline,
    Outcome,
    Reason,
    ReasonKind,
    ReservationKind,
    Verdict,
)
from wizard.domain.conditions import FactTest
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
from wizard.engine.conditions import Situation, decisive, evaluate
from wizard.engine.law import (
    CANDIDATES,
    Gate,
    Line,
    Part,
    Row,
    Standing,
    better,
    companions_first,
    decide,
    gate,
    lowered,
)
from wizard.engine.planning.deadlines import next_deadline

_WANTED = CANDIDATES | {VerdictKind.OPEN}


def judge_all(
    schemes: Mapping[str, Scheme], situation: Situation, facts: Mapping[str, Fact]
) -> dict[str, Verdict]:
    """Return a verdict for every scheme, lowered by the companions it cannot do without."""
    judge = Judge(situation, facts)
    found: dict[str, Verdict] = {}
    for id_ in companions_first(schemes):
        company = [found[each] for each in schemes[id_].only_with]
        found[id_] = capped(judge.verdict(schemes[id_]), company)
    return {id_: found[id_] for id_ in schemes}


def could_become(situation: Situation, facts: Mapping[str, Fact]) -> Situation:
    """Return the situation with every fact that the municipality can change made unknown.

    An artificial unknown hangs on nothing, so it never looks like an open question.
    """
    changeable = {id_: Unknown() for id_, fact in facts.items() if fact.changed_by.by_municipality}
    return replace(situation, facts={**situation.facts, **changeable})


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The outcomes that the table looks at, for one scheme and edition."""

    in_place: Outcome | None
    relevant: Outcome | None
    requirements: Mapping[str, Outcome]
    # Those that are not met, with every fact that the municipality can change made unknown.
    relaxed: Mapping[str, Outcome]
    gates: Mapping[str, Gate]

    def row(self, when_unknown: WhenUnknown) -> Row:
        """Return what the table looks at."""
        return Row(
            in_place=self.in_place.truth if self.in_place else Truth.NOT_MET,
            relevant=self.relevant.truth if self.relevant else Truth.MET,
            gates=reduce(or_, self.gates.values(), Gate.FINE),
            clarify=when_unknown is WhenUnknown.CLARIFY,
        )

    def reasons(self, line: Line) -> tuple[Reason, ...]:
        """Return the outcomes that a line rests on."""
        return tuple(reason for part in line.because for reason in self._reasons(part))

    def _reasons(self, part: Part) -> Iterable[Reason]:
        if part is Part.IN_PLACE:
            yield Reason(ReasonKind.IN_PLACE, None, self.in_place)
        elif part is Part.RELEVANT:
            yield Reason(ReasonKind.RELEVANT, None, self.relevant)
        else:
            wanted = Gate[part.name]
            for id_, each in self.requirements.items():
                if wanted in self.gates[id_]:
                    yield Reason(ReasonKind.REQUIREMENT, id_, each)

    def waits_for(self, line: Line) -> frozenset[str]:
        """Return the open facts that could still make another line fit."""
        found = (self._open(parts) for parts in line.waits_for)
        return next((each for each in found if each), frozenset())

    def _open(self, parts: Iterable[Part]) -> frozenset[str]:
        outcomes: dict[Part, list[Outcome | None]] = {
            Part.IN_PLACE: [self.in_place],
            Part.RELEVANT: [self.relevant],
            # One that is met stays met; for the others it also matters what would become of
            # them if the municipality changed what it can.
            Part.REQUIREMENTS: [*self.requirements.values(), *self.relaxed.values()],
        }
        found = (each for part in parts for each in outcomes[part])
        return frozenset[str]().union(*(each.open_facts for each in found if each is not None))


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
        evidence = self._evidence(scheme, edition)
        line = decide(evidence.row(scheme.when_unknown))
        kind, settled_by = line.standing.kind, evidence.waits_for(line)
        return Verdict(
            scheme=scheme.id,
            kind=kind,
            in_place=line.standing is Standing.IN_PLACE,
            settled=not settled_by,
            edition=edition,
            reasons=evidence.reasons(line),
            in_place_outcome=evidence.in_place,
            relevant=evidence.relevant,
            requirements=evidence.requirements,
            settled_by=self._in_asking_order(settled_by),
            reservations=reservations_of(scheme, edition, self.situation.rates, self.situation.day)
            if kind in _WANTED
            else (),
            deadline=self._deadline(edition),
        )

    def _evidence(self, scheme: Scheme, edition: Edition) -> _Evidence:
        now = self.situation
        requirements = {each.id: evaluate(each.condition, now) for each in edition.requirements}
        relaxed = {
            each.id: evaluate(each.condition, self.relaxed)
            for each in edition.requirements
            if requirements[each.id].truth is not Truth.MET
        }
        return _Evidence(
            in_place=evaluate(scheme.in_place, now) if scheme.in_place else None,
            relevant=evaluate(scheme.relevant, now) if scheme.relevant else None,
            requirements=requirements,
            relaxed=relaxed,
            gates={
                id_: self._gate(each, relaxed.get(id_, each)) for id_, each in requirements.items()
            },
        )

    def _gate(self, now: Outcome, could_become: Outcome) -> Gate:
        fixed = now.truth is Truth.UNKNOWN and self._hangs_on_fixed(now)
        return gate(now.truth, could_become.truth, fixed=fixed)

    def _hangs_on_fixed(self, requirement: Outcome) -> bool:
        """Tell whether an unknown requirement hangs on a fact that the municipality cannot change.

        That may be the fact itself, or the answer that it waits for.
        """
        return any(
            not self.facts[id_].changed_by.by_municipality
            for leaf in decisive(requirement)
            if leaf.open_facts
            for id_ in leaf.open_facts.union(
                {leaf.condition.fact} if isinstance(leaf.condition, FactTest) else ()
            )
        )

    def _in_asking_order(self, facts: frozenset[str]) -> tuple[str, ...]:
        if not facts:
            return ()
        listed = tuple(id_ for id_ in self.facts if id_ in facts)
        return listed + tuple(sorted(facts.difference(listed)))

    def _deadline(self, edition: Edition) -> NextDeadline | None:
        return next_deadline(edition.deadlines, self.situation.day)


def _closed(scheme: Scheme, edition: Edition | None, why: ReasonKind) -> Verdict:
    return Verdict(
        scheme=scheme.id,
        kind=decide(Row(in_force=False)).standing.kind,
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


def standing_of(verdict: Verdict) -> Standing:
    """Return how the scheme of a verdict stands."""
    return Standing.of(verdict.kind, in_place=verdict.in_place)


def capped(verdict: Verdict, companions: list[Verdict]) -> Verdict:
    """Lower a verdict to that of its best companion. One that is in place counts as the best."""
    if not companions or verdict.in_place:
        return verdict
    if any(companion.in_place for companion in companions):
        return verdict
    own, best = standing_of(verdict), reduce(better, map(standing_of, companions))
    open_facts = dict.fromkeys(verdict.settled_by)
    for companion in companions:
        open_facts |= dict.fromkeys(companion.settled_by)
    found = replace(
        verdict,
        settled=verdict.settled and all(companion.settled for companion in companions),
        settled_by=tuple(open_facts),
    )
    kind = lowered(own, best).kind
    if kind is verdict.kind:
        return found
    return replace(found, kind=kind, reasons=(Reason(ReasonKind.COMPANION), *verdict.reasons))


def reservations_of(
    scheme: Scheme, edition: Edition, rates: Mapping[str, Rate], day: date
) -> tuple[ReservationKind, ...]:
    """Return what to be careful about if the scheme is used on a day."""
    confidences = {each.confidence for each in edition.requirements}
    confidences |= {each.confidence for each in edition.terms}
    standing = {
        ReservationKind.FUNDING_UNCERTAIN: edition.funding is Funding.UNCERTAIN,
        ReservationKind.FUNDING_USED_UP: edition.funding is Funding.USED_UP,
        ReservationKind.SECONDARY_SOURCE: Confidence.C in confidences,
        ReservationKind.CHECK_OVERDUE: scheme.check_by < day,
        ReservationKind.RATE_UNKNOWN: _has_unknown_rate(edition, rates, day),
    }
    return tuple(kind for kind, stands in standing.items() if stands)


def _has_unknown_rate(edition: Edition, rates: Mapping[str, Rate], day: date) -> bool:
    return any(isinstance(rates[each].on(day), Unknown) for each in edition.amount.rates)
