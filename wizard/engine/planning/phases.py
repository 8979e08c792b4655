"""In which order and in which year: what the municipality has decides how much fits."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from wizard.domain.advice import BundleItem, Findings, Phase
from wizard.domain.plan import Cost, Means, NoRoom
from wizard.domain.schemes import Effect
from wizard.engine.planning.aims import due_within_a_year, needs_in_order
from wizard.engine.planning.calendar import begin_of
from wizard.engine.planning.deadlines import next_deadline
from wizard.engine.planning.means import cost_of

MOST_NOW_AT_LOW_CAPACITY = 3
_EFFECTS = (Effect.ACTS, Effect.PREPARES, Effect.INFORMS)


def in_order(
    items: Iterable[BundleItem], found: Findings, own: Sequence[str] = ()
) -> list[BundleItem]:
    """Order by prerequisites, then duty, deadline, need, effect, and last staff-weeks and id.

    Those that somebody has put in an order of their `own` share their places in that order.
    """
    ranks = {need: place for place, need in enumerate(needs_in_order(found))}
    waiting = sorted(items, key=lambda item: _rank(item, found, ranks))
    if own:
        waiting = _in_own_order(waiting, own)
    members = {item.scheme for item in waiting}
    ordered: list[BundleItem] = []
    while waiting:
        done = {item.scheme for item in ordered}
        ready = next(
            (
                item
                for item in waiting
                if all(
                    members.isdisjoint(wanted) or not done.isdisjoint(wanted)
                    for wanted in _wants(item, found)
                )
            ),
            waiting[0],
        )
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def _in_own_order(items: Sequence[BundleItem], own: Sequence[str]) -> list[BundleItem]:
    there = {item.scheme: item for item in items}
    told = [there[id_] for id_ in own if id_ in there]
    named = {item.scheme for item in told}
    places = iter(told)
    return [next(places) if item.scheme in named else item for item in items]


def _wants(item: BundleItem, found: Findings) -> tuple[tuple[str, ...], ...]:
    """Return the lists of which one must be there before an item."""
    scheme = found.rulebook.schemes[item.scheme]
    return scheme.first, scheme.only_with


def _rank(item: BundleItem, found: Findings, ranks: dict[str, int]) -> tuple[object, ...]:
    scheme, verdict = found.rulebook.schemes[item.scheme], found.verdicts[item.scheme]
    duty = scheme.duty.since if scheme.duty and due_within_a_year(scheme, found.as_of) else date.max
    deadline = verdict.deadline.on if verdict.deadline and verdict.deadline.on else date.max
    carried = min((ranks.get(need, len(ranks)) for need in item.main_for), default=len(ranks))
    helped = min((ranks.get(need, len(ranks)) for need in item.helps), default=len(ranks))
    effect = _EFFECTS.index(scheme.effect)
    return duty, deadline, carried, effect, helped, scheme.effort.weeks, item.scheme


def fill_years(
    ordered: Sequence[BundleItem], core: Collection[str], found: Findings, means: Means
) -> tuple[tuple[BundleItem, ...], tuple[NoRoom, ...]]:
    """Return the items with a year each, the core first, and those that no year has room for."""
    first = [item for item in ordered if item.scheme in core]
    rest = [item for item in ordered if item.scheme not in core]
    most = MOST_NOW_AT_LOW_CAPACITY if means.low else len(first)
    now = [_placed(item, Phase.NOW, 1, found) for item in first[:most]]
    soon = [_placed(item, Phase.THIS_YEAR, 1, found) for item in first[most:]]
    filling = _Filling(found, means, [item.scheme for item in first])
    later = [_placed(item, Phase.LATER, year, found) for item, year in filling.fill(rest)]
    return (*now, *soon, *later), filling.no_room


class _Filling:
    """The years after the first, as they fill up."""

    def __init__(self, found: Findings, means: Means, core: list[str]) -> None:
        self.found, self.means = found, means
        self.years = found.rulebook.plan.years
        self.of_core = sum((self._weeks(id_) for id_ in core), Decimal(0))
        self.used = Decimal(0)
        self.cost = Cost()
        for id_ in core:
            self.cost += self._cost(id_)
        self.left_out: list[NoRoom] = []
        self.inside = set(core)

    @property
    def no_room(self) -> tuple[NoRoom, ...]:
        """What there is no room for; what it lacks, it lacks beside the whole plan."""
        return tuple(
            replace(self._lacking(each.scheme), waits_for=each.waits_for) for each in self.left_out
        )

    def _weeks(self, id_: str) -> Decimal:
        return self.found.rulebook.schemes[id_].effort.weeks

    def _cost(self, id_: str) -> Cost:
        return cost_of(
            self.found.rulebook.schemes[id_], self.found.verdicts[id_].edition, self.means
        )

    def fill(self, items: Iterable[BundleItem]) -> Iterable[tuple[BundleItem, int]]:
        """Yield each item with its year, in order; what does not fit is noted."""
        waiting = list(items)
        for item in waiting:
            lacking = replace(self._lacking(item.scheme), waits_for=self._waits_for(item, waiting))
            if lacking.lacking_weeks or lacking.lacking_money or lacking.waits_for:
                self.left_out.append(lacking)
                continue
            year = 2 + int(self.used / self.means.weeks) if self.means.weeks else 2
            self.used += lacking.weeks
            self.cost += self._cost(item.scheme)
            self.inside.add(item.scheme)
            yield item, min(year, self.years)

    def _waits_for(self, item: BundleItem, waiting: Iterable[BundleItem]) -> str | None:
        """Return who should have been there before it, and has no room."""
        others = {other.scheme for other in waiting} - self.inside
        for wanted in _wants(item, self.found):
            missed = others.intersection(wanted)
            in_place = any(self.found.verdicts[id_].in_place for id_ in wanted)
            if missed and self.inside.isdisjoint(wanted) and not in_place:
                return min(missed)
        return None

    def _lacking(self, id_: str) -> NoRoom:
        """Return what is missing beside all that is in: weeks and money of all years."""
        weeks = self._weeks(id_)
        lacking = max(Decimal(0), self.of_core + self.used + weeks - self.means.weeks * self.years)
        return NoRoom(id_, weeks, lacking, self._lacking_money(id_))

    def _lacking_money(self, id_: str) -> Decimal:
        """Return what is missing: of all years' money, or of one year's for one scheme alone."""
        year = self.means.money
        if year is None:
            return Decimal(0)
        own = self._cost(id_)
        together = self.cost + own
        if own.most is None or together.most is None:
            # More than any limit that was said; how much more, nobody knows.
            return own.least
        if not own.most:
            return Decimal(0)
        return max(Decimal(0), own.most - year, together.most - year * self.years)


def _placed(item: BundleItem, phase: Phase, year: int, found: Findings) -> BundleItem:
    edition = found.verdicts[item.scheme].edition
    deadlines = edition.deadlines if edition else ()
    placed = replace(item, phase=phase, year=year)
    return replace(placed, deadline=next_deadline(deadlines, begin_of(placed, found.as_of)))
