"""The action plan: the bundle in time, what it takes, and the dates that its order misses."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from wizard.domain.advice import Bundle, BundleItem, Findings, Origin
from wizard.domain.money import MoneySketch
from wizard.domain.plan import (
    ActionPlan,
    Conflict,
    Cost,
    FromOthers,
    Means,
    PlanBasis,
    Total,
    WayOut,
)
from wizard.domain.schedule import Reach, Schedule, ScheduledItem
from wizard.domain.schemes import AmountKind, SchemeKind, VerdictKind
from wizard.domain.workdays import working_day
from wizard.engine.law import CANDIDATES
from wizard.engine.planning.aims import carries, due_within_a_year
from wizard.engine.planning.means import cost_of

_ASKED = frozenset({Origin.UNANSWERED, Origin.DONT_KNOW, Origin.ANSWERED})


def basis_of(found: Findings) -> PlanBasis:
    """Return whether enough is answered for advice. What people do not know is no answer here."""
    questions = (found.facts[id_].origin for id_ in found.rulebook.questions)
    asked = [origin for origin in questions if origin in _ASKED]
    answered = sum(origin is Origin.ANSWERED for origin in asked)
    enough = 100 * answered >= found.rulebook.plan.blank * len(asked)
    return PlanBasis.ADVICE if enough else PlanBasis.QUESTIONS


def make_plan(
    found: Findings, bundle: Bundle, schedule: Schedule, money: Mapping[str, MoneySketch]
) -> ActionPlan:
    """Return the plan; its days are those of the schedule."""
    basis, means = basis_of(found), bundle.means
    return ActionPlan(
        basis=basis,
        core=tuple(_scheduled(schedule, bundle.core)),
        later=tuple(_scheduled(schedule, bundle.later)),
        made_known=bundle.made_known,
        no_room=bundle.no_room,
        alternative=bundle.alternative,
        conflicts=tuple(_conflicts(found, bundle, schedule)),
        duties_without_room=tuple(
            each.scheme
            for each in bundle.no_room
            if due_within_a_year(found.rulebook.schemes[each.scheme], found.as_of)
        ),
        buys_capacity=tuple(_buys_capacity(found)) if means.low or bundle.no_room else (),
        services=tuple(_services(found)) if basis is PlanBasis.QUESTIONS else (),
        means=means,
        year=replace(
            _total(found, bundle.core, means, 1), others=_others(found, bundle.core, money)
        ),
        period=replace(
            _total(found, bundle.items, means, found.rulebook.plan.years),
            others=_others(found, bundle.items, money),
        ),
        exact=bundle.exact,
    )


def _scheduled(schedule: Schedule, items: Iterable[BundleItem]) -> Iterable[ScheduledItem]:
    found = (schedule.item(item.scheme) for item in items)
    return (item for item in found if item is not None)


def _total(found: Findings, items: Iterable[BundleItem], means: Means, years: int) -> Total:
    """Return what some items take, against what there is in so many years."""
    used, cost = Decimal(0), Cost()
    for item in items:
        used += found.rulebook.schemes[item.scheme].effort.weeks
        scheme = found.rulebook.schemes[item.scheme]
        cost += cost_of(scheme, found.verdicts[item.scheme].edition, means)
    money = None if means.money is None else means.money * years
    return Total(used, means.weeks * years, cost, money)


def _others(
    found: Findings, items: Iterable[BundleItem], money: Mapping[str, MoneySketch]
) -> tuple[FromOthers, ...]:
    """Return what others put in; advice is no money."""
    offered = (item.scheme for item in items if found.rulebook.schemes[item.scheme].is_instrument)
    return tuple(
        FromOthers(id_, money[id_].most, of_dwelling=money[id_].basis is not None)
        for id_ in offered
        if id_ in money and money[id_].kind not in {AmountKind.FREE, AmountKind.OWN_COST}
    )


def _conflicts(found: Findings, bundle: Bundle, schedule: Schedule) -> Iterable[Conflict]:
    for item in bundle.items:
        duty = due_within_a_year(found.rulebook.schemes[item.scheme], found.as_of)
        if not (item.phase.in_core or duty):
            continue
        planned = schedule.item(item.scheme)
        missed = _missed(planned) if planned else None
        if planned is None or missed is None:
            continue
        begin_by = planned.deadline.begin_by
        if planned.deadline.reach is Reach.NEXT and begin_by and planned.deadline.on:
            begin_by = working_day(begin_by - (planned.deadline.on - missed))
        parallel = begin_by is not None and begin_by >= found.as_of
        before = [item.scheme, *([planned.waits_for] if planned.waits_for else [])]
        weeks = sum((found.rulebook.schemes[id_].effort.weeks for id_ in before), Decimal(0))
        parallel = parallel and weeks <= bundle.means.most_weeks
        yield Conflict(
            scheme=item.scheme,
            deadline=missed,
            earliest=planned.ready.day,
            at_least=planned.ready.at_least,
            waits_for=planned.waits_for,
            ways=(WayOut.PARALLEL, WayOut.MISS) if parallel else (WayOut.MISS,),
            begin_by=begin_by if parallel else None,
            weeks=weeks,
            year=item.year,
        )


def _missed(item: ScheduledItem) -> date | None:
    """Return the deadline that the order of the plan does not keep, if there is one."""
    deadline = item.deadline
    if deadline.reach is Reach.MISSED:
        return deadline.on
    return deadline.too_soon if deadline.reach is Reach.NEXT else None


def _buys_capacity(found: Findings) -> Iterable[str]:
    """Yield what would give more hands, whether or not there is room for it."""
    need = found.rulebook.capacity.need
    for id_, verdict in found.verdicts.items():
        if verdict.kind in CANDIDATES and carries(found.rulebook.schemes[id_], need, verdict):
            yield id_


def _services(found: Findings) -> Iterable[str]:
    for id_, verdict in found.verdicts.items():
        advises = found.rulebook.schemes[id_].kind is SchemeKind.ADVICE
        if advises and verdict.kind is VerdictKind.RECOMMENDED:
            yield id_
