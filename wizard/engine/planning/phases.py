"""What to do first. Capacity never limits the bundle; it spreads it over time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from wizard.domain.advice import BundleItem, Findings, Phase
from wizard.engine.planning.calendar import phase_begin
from wizard.engine.planning.deadlines import next_deadline

WORKING_WEEKS = Decimal(44)
# The first phase lasts three of twelve months.
SHARE_NOW = Decimal("0.25")
MOST_NOW_AT_LOW_CAPACITY = 3
_PHASES = tuple(Phase)


def phase_items(items: list[BundleItem], found: Findings) -> tuple[tuple[BundleItem, ...], bool]:
    """Return the items in working order with a phase each, and whether capacity is known."""
    stated = _weeks_available(found)
    limit = found.rulebook.rates[found.rulebook.capacity.low].on(found.as_of)
    limit = limit if isinstance(limit, Decimal) else Decimal(0)
    # Not knowing the capacity is planned for as low capacity: it is the safer mistake.
    weeks, low = (limit, True) if stated is None else (stated, stated < limit)
    ordered = _in_order(items, found, help_first=low)
    return _filled(ordered, found, weeks, low=low), stated is not None


def _weeks_available(found: Findings) -> Decimal | None:
    capacity = found.rulebook.capacity
    weeks = found.facts[capacity.weeks].value
    if isinstance(weeks, Decimal):
        return weeks
    years = found.facts[capacity.person_years].value
    share = found.rulebook.rates[capacity.share].on(found.as_of)
    if isinstance(years, Decimal) and isinstance(share, Decimal):
        return years * WORKING_WEEKS * share / 100
    return None


def _in_order(items: list[BundleItem], found: Findings, *, help_first: bool) -> list[BundleItem]:
    """Order by prerequisites, then severity, deadline, weeks and id."""
    rulebook = found.rulebook
    capacity_need = rulebook.capacity.need

    def key(item: BundleItem) -> tuple[bool, int, date, Decimal, str]:
        helps = capacity_need in (*item.main_for, *item.helps)
        severity = max(
            (found.needs[need].possible[-1] for need in (*item.main_for, *item.helps)), default=0
        )
        deadline = found.verdicts[item.scheme].deadline
        by = deadline.on if deadline and deadline.on else date.max
        weeks = rulebook.schemes[item.scheme].effort.weeks
        return (not (help_first and helps), -severity, by, weeks, item.scheme)

    waiting = sorted(items, key=key)
    members = {item.scheme for item in items}
    ordered: list[BundleItem] = []
    while waiting:
        done = {item.scheme for item in ordered}
        ready = next(
            (
                item
                for item in waiting
                if not (first := members.intersection(rulebook.schemes[item.scheme].first))
                or not first.isdisjoint(done)
            ),
            waiting[0],
        )
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def _filled(
    ordered: list[BundleItem], found: Findings, year: Decimal, *, low: bool
) -> tuple[BundleItem, ...]:
    """Give each item, in turn, the first phase with room; never before what it waits for."""
    used = dict.fromkeys(Phase, Decimal(0))
    placed: dict[str, Phase] = {}

    def fits(phase: Phase, weeks: Decimal) -> bool:
        if phase is Phase.PLAN_PERIOD:
            return True
        if phase is Phase.THIS_YEAR:
            return used[Phase.NOW] + used[Phase.THIS_YEAR] + weeks <= year
        begun = list(placed.values()).count(Phase.NOW)
        if low and begun >= MOST_NOW_AT_LOW_CAPACITY:
            return False
        # However little time there is, something can be begun.
        return not placed or used[Phase.NOW] + weeks <= year * SHARE_NOW

    for item in ordered:
        scheme = found.rulebook.schemes[item.scheme]
        waits_for = [_PHASES.index(placed[other]) for other in scheme.first if other in placed]
        possible = _in_time(item, _PHASES[max(waits_for, default=0) :], found)
        weeks = scheme.effort.weeks
        phase = next((each for each in possible if fits(each, weeks)), possible[-1])
        used[phase] += weeks
        placed[item.scheme] = phase
    phased = [_placed(item, placed[item.scheme], found) for item in ordered]
    return tuple(sorted(phased, key=lambda item: _PHASES.index(item.phase)))


def _in_time(item: BundleItem, possible: tuple[Phase, ...], found: Findings) -> tuple[Phase, ...]:
    """Leave out the phases that begin after the only deadline; a yearly one comes again."""
    if found.verdicts[item.scheme].deadline is None:
        return possible
    in_time = tuple(each for each in possible if _placed(item, each, found).deadline)
    return in_time or possible[:1]


def _placed(item: BundleItem, phase: Phase, found: Findings) -> BundleItem:
    edition = found.verdicts[item.scheme].edition
    deadlines = edition.deadlines if edition else ()
    begins = phase_begin(phase, found.as_of)
    return replace(item, phase=phase, deadline=next_deadline(deadlines, begins))
