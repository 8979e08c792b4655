"""What a case aims at: the goal of its plan, tier by tier, in the order of the rule file."""

from collections.abc import Iterable, Sequence
from datetime import date

from wizard.domain.advice import Findings, Outcome, ReservationKind, Verdict
from wizard.domain.conditions import Severity
from wizard.domain.plan import Means
from wizard.domain.plan_rules import Tier
from wizard.domain.schemes import Effect, Scheme, VerdictKind
from wizard.domain.values import Truth
from wizard.engine.choice import POINTS, Aim, Goal, Points
from wizard.engine.planning.calendar import months_after
from wizard.engine.planning.deadlines import reachable_deadline

_A_YEAR = 12


def goal_of(found: Findings, able: Sequence[Scheme], means: Means) -> Goal:
    """Return the aims that some of those able can meet, and where points have their turn."""
    goal: list[Aim | Points] = []
    for tier in found.rulebook.plan.tiers:
        match tier:
            case Tier.DUTY:
                goal.extend(_duties(found, able))
            case Tier.NEED:
                goal.extend(_needs(found, able))
            case Tier.DEADLINE:
                goal.extend(_deadlines(found, able))
            case Tier.CAPACITY:
                goal.extend(_capacity(found, able) if means.low else ())
            case Tier.POINTS:
                goal.append(POINTS)
    return [each for each in goal if isinstance(each, Points) or each.by]


def needs_in_order(found: Findings) -> list[str]:
    """Return the needs to be carried: those the municipality put first, then the severe ones."""
    own = found.case.priorities
    first = own if isinstance(own, tuple) else ()
    there = [id_ for id_, need in found.needs.items() if need.possible[0] > Severity.NONE]
    severe = [id_ for id_ in there if found.needs[id_].possible[0] is Severity.SEVERE]
    ours = found.rulebook.plan.order(dict.fromkeys(severe))
    return list(dict.fromkeys([*(each for each in first if each in there), *ours]))


def may_begin(scheme: Scheme, verdict: Verdict, day: date) -> bool:
    """Tell whether work can begin on a day: nothing is lacking but what its own steps see to.

    Where the money is used up, work can begin if there is money again within the year, and so
    something to prepare for. A duty is done all the same.
    """
    if ReservationKind.FUNDING_USED_UP in verdict.reservations and not scheme.duty:
        again = scheme.opens_again(day)
        if again is None or again > months_after(day, _A_YEAR):
            return False
    if verdict.kind is VerdictKind.RECOMMENDED:
        return True
    if verdict.kind not in {VerdictKind.AFTER_CHANGE, VerdictKind.CONDITIONAL}:
        return False
    edition = verdict.edition
    if edition is None or (scheme.relevant and not _met(verdict.relevant)):
        return False
    opened = {step.meets for step in edition.steps}
    lacking = {id_ for id_, each in verdict.requirements.items() if not _met(each)}
    return bool(lacking) and lacking <= opened


def _met(outcome: Outcome | None) -> bool:
    return outcome is not None and outcome.truth is Truth.MET


def due_within_a_year(scheme: Scheme, day: date) -> bool:
    """Tell whether the law bids it now, or will within the year."""
    return scheme.duty is not None and scheme.duty.since <= months_after(day, _A_YEAR)


def _duties(found: Findings, able: Sequence[Scheme]) -> Iterable[Aim]:
    bidden = [each for each in able if due_within_a_year(each, found.as_of)]
    for scheme in sorted(bidden, key=lambda each: (each.duty and each.duty.since, each.id)):
        yield Aim(Tier.DUTY, scheme.id, frozenset({scheme.id}))


def _needs(found: Findings, able: Sequence[Scheme]) -> Iterable[Aim]:
    for need in needs_in_order(found):
        carriers = (each.id for each in able if carries(each, need, found.verdicts[each.id]))
        yield Aim(Tier.NEED, need, frozenset(carriers))


def carries(scheme: Scheme, need: str, verdict: Verdict) -> bool:
    """Tell whether a scheme acts on a need enough to carry it, with money that is not used up."""
    return (
        scheme.effect is Effect.ACTS
        and ReservationKind.FUNDING_USED_UP not in verdict.reservations
        and any(each.main and each.need == need for each in scheme.covers)
    )


def _deadlines(found: Findings, able: Sequence[Scheme]) -> Iterable[Aim]:
    """Yield the dates within the year that can be kept if work begins now."""
    day, found_dates = found.as_of, list[tuple[date, str]]()
    for scheme in able:
        edition = found.verdicts[scheme.id].edition
        if scheme.duty or edition is None:
            continue
        deadline = reachable_deadline(edition.deadlines, day, day, day)
        if deadline.on and deadline.reach.in_time and deadline.on <= months_after(day, _A_YEAR):
            found_dates.append((deadline.on, scheme.id))
    for _, id_ in sorted(found_dates):
        yield Aim(Tier.DEADLINE, id_, frozenset({id_}))


def _capacity(found: Findings, able: Sequence[Scheme]) -> Iterable[Aim]:
    """Yield help that carries the need for hands, then any help with it."""
    need = found.rulebook.capacity.need
    carriers = (
        each.id
        for each in able
        if carries(each, need, found.verdicts[each.id])
        # Hands that nobody has promised the money for are no help with this year's work.
        and ReservationKind.FUNDING_UNCERTAIN not in found.verdicts[each.id].reservations
    )
    helpers = (each.id for each in able if any(c.need == need for c in each.covers))
    # To carry the need is told as any other need that is carried.
    yield Aim(Tier.NEED, need, frozenset(carriers))
    yield Aim(Tier.CAPACITY, need, frozenset(helpers))
