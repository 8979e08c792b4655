"""Every kommune with every set of answers, before and after an edit, shared among the cores."""

import multiprocessing
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

from wizard.domain.case import Case
from wizard.domain.impact import Impact, Looked, Moves, Pair, RuleEdit, Situation, StoredCases
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.engine.law import CANDIDATES
from wizard.lab.impact.edits import edits as edits_between
from wizard.lab.impact.judging import Judged, Judging
from wizard.lab.impact.plans import Plans
from wizard.lab.impact.reach import reach, uses
from wizard.lab.impact.sides import Asked, of_everyone
from wizard.municipalities import Municipalities

# Fewer municipalities at a time than this are not worth another process.
_FEW = 40
# A kommune with fewer stored cases than this is not named: nobody is to be known by a number.
_ENOUGH_CASES = 5
Causes = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one pair that an edit reached."""

    pair: Pair
    moves: Moves
    causes: Causes


@dataclass(frozen=True, slots=True)
class Books:
    """The two rulebooks with what differs between them."""

    before: Rulebook
    after: Rulebook
    edits: tuple[RuleEdit, ...]

    @classmethod
    def of(cls, before: Rulebook, after: Rulebook) -> "Books":
        """Find out what differs."""
        return cls(before, after, edits_between(before, after))


def impact(
    books: Books,
    municipalities: Municipalities,
    today: date,
    *,
    days: Iterable[date] = (),
    stored: Iterable[Case] | None = None,
) -> Impact:
    """Return what an edit means, on the days given or else today and when new rules begin.

    `stored` are cases of real municipalities, told in figures alone.
    """
    wanted = sorted(set(days)) or days_to_look_at(books.edits, today)
    seen = {day: look_at_everyone(books, municipalities.all, day) for day in wanted}
    told = None if stored is None else _stored(books, municipalities, today, stored)
    return replace(_summed(books, municipalities, today, seen), stored=told)


def watched_impact(
    books: Books, municipalities: Municipalities, today: date, watch: Callable[[], None]
) -> Impact:
    """Return what an edit means, in this process; what `watch` raises before a pair ends it."""
    days = days_to_look_at(books.edits, today)
    seen = {day: look_at_everyone(books, municipalities.all, day, watch) for day in days}
    return _summed(books, municipalities, today, seen)


def _summed(
    books: Books, municipalities: Municipalities, today: date, seen: Mapping[date, list[Seen]]
) -> Impact:
    sets = 1 + len({**books.before.journeys, **books.after.journeys})
    asked = len(municipalities.all) * sets
    own = list(_on_their_own_day(books, municipalities))
    return Impact(
        today=today,
        edits=books.edits,
        uses=tuple(uses(books.before, books.after, each) for each in books.edits),
        days=tuple(
            Looked(day, asked, len(found), sum(bool(each.moves) for each in found))
            for day, found in seen.items()
        ),
        situations=_situations(each for found in seen.values() for each in found if each.moves),
        past=tuple(each.pair for each in own if each.moves and each.pair.day < today),
    )


def days_to_look_at(edits: Iterable[RuleEdit], today: date) -> list[date]:
    """Return today and each later day from which the two rulebooks differ in something more.

    And, of what differs in the past alone, the last day.
    """
    over = {each.ends for each in edits if each.is_past(today) and each.ends and each.ends < today}
    ahead = {each.begins for each in edits if each.begins and each.begins > today}
    return sorted({today} | over | ahead)


def look_at_everyone(
    books: Books,
    municipalities: Sequence[Municipality],
    day: date,
    watch: Callable[[], None] | None = None,
) -> list[Seen]:
    """Return what is seen of every pair on a day that an edit reached.

    With `watch`, here in this process: it is called before each pair.
    """
    if reach(books.before, books.after, books.edits, day).nothing:
        return []
    count = min(os.cpu_count() or 1, len(municipalities) // _FEW)
    if count <= 1 or watch or not _may_fork():
        return _look_at(books, municipalities, day, watch)
    with ProcessPoolExecutor(count, multiprocessing.get_context("fork")) as pool:
        parts = [municipalities[part::count] for part in range(count)]
        found = [pool.submit(_look_at, books, part, day) for part in parts]
        return [seen for each in found for seen in each.result()]


def _may_fork() -> bool:
    """Tell whether this process can be copied: there is nothing else going on in it."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _look_at(
    books: Books,
    municipalities: Sequence[Municipality],
    day: date,
    watch: Callable[[], None] | None = None,
) -> list[Seen]:
    asked = of_everyone(books.before, books.after, municipalities, day)
    return list(seen_of(books, _watched(asked, watch) if watch else asked, day))


def _watched(asked: Iterable[Asked], watch: Callable[[], None]) -> Iterator[Asked]:
    for each in asked:
        watch()
        yield each


def seen_of(books: Books, asked: Iterable[Asked], day: date) -> Iterator[Seen]:
    """Yield what is seen of each case on a day that an edit reached."""
    before, after = books.before.on(day), books.after.on(day)
    judging = Judging(before, after, books.edits, day)
    plans = Plans(before, after, day, facts_differ=bool(judging.reach.facts))
    for each in asked:
        judged = judging.judge(each)
        moves, reach_ = judged.moves, judging.reach
        moved = moves.verdicts or moves.needs or moves.reservations
        if moved or reach_.plan or _is_chosen_among(judged, reach_.choice):
            enters, leaves = plans.difference(each, judged)
            moves = replace(moves, enters=enters, leaves=leaves)
        if moves or judged.touched:
            yield Seen(each.pair, moves, tuple(sorted(judged.causes.items())))


def _is_chosen_among(judged: Judged, schemes: frozenset[str]) -> bool:
    """Tell whether one of some schemes can be in the plan."""
    found = (*judged.before.verdicts.values(), *judged.after.verdicts.values())
    return any(each.scheme in schemes and each.kind in CANDIDATES for each in found)


def _on_their_own_day(books: Books, municipalities: Municipalities) -> Iterator[Seen]:
    """Yield what is seen of each journey on its own day."""
    by_day: dict[date, list[Asked]] = {}
    for id_, journey in {**books.after.journeys, **books.before.journeys}.items():
        case = journey.case
        if municipalities.has(case.municipality_number):
            one = municipalities.get(case.municipality_number)
            by_day.setdefault(case.as_of, []).append(
                Asked(Pair(case.as_of, one.number, id_), case, one)
            )
    for day, asked in by_day.items():
        if not reach(books.before, books.after, books.edits, day).nothing:
            yield from seen_of(books, asked, day)


def _situations(seen: Iterable[Seen]) -> tuple[Situation, ...]:
    """Return the pairs that move alike, for the same causes, the most of them first."""
    alike: dict[tuple[Moves, Causes], list[Pair]] = {}
    for each in seen:
        alike.setdefault((each.moves, each.causes), []).append(each.pair)
    found = [Situation(moves, tuple(p), dict(causes)) for (moves, causes), p in alike.items()]
    return tuple(sorted(found, key=lambda each: (-len(each.pairs), each.pairs[0].municipality)))


def _stored(
    books: Books, municipalities: Municipalities, today: date, cases: Iterable[Case]
) -> StoredCases:
    """Return how stored cases fare today, by municipality where there are enough of them."""
    asked = [
        Asked(Pair(today, case.municipality_number), case, one)
        for case in cases
        if municipalities.has(case.municipality_number)
        for one in (municipalities.get(case.municipality_number),)
    ]
    if reach(books.before, books.after, books.edits, today).nothing:
        return StoredCases(len(asked), 0, {})
    counted = Counter(each.pair.municipality for each in asked)
    changed = Counter(e.pair.municipality for e in seen_of(books, asked, today) if e.moves)
    enough = {number: n for number, n in changed.items() if counted[number] >= _ENOUGH_CASES}
    return StoredCases(len(asked), changed.total(), dict(sorted(enough.items())))
