"""What an edit does, counted: by scheme and need, and by municipality."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial

from wizard.domain.conditions import Severity
from wizard.domain.impact import Impact, Pair, Part, Situation, Stand, VerdictMove
from wizard.domain.schemes import VerdictKind

_OFFERED = frozenset({VerdictKind.RECOMMENDED, VerdictKind.CONDITIONAL, VerdictKind.AFTER_CHANGE})


class Sort(StrEnum):
    """What sort of difference a row tells of. The words are those of JSON and CSV."""

    GAINED = "far"
    LOST = "mister"
    OTHER = "annen_vurdering"
    NEED = "behov"
    MONEY = "penger"
    RESERVATIONS = "forbehold"
    ENTERS = "inn_i_planen"
    LEAVES = "ut_av_planen"


OF_PLAN = frozenset({Sort.ENTERS, Sort.LEAVES})


# How a scheme or a need stands on one side of an edit.
_State = Stand | tuple[Severity, ...] | None


@dataclass(frozen=True, slots=True)
class Row:
    """One difference that some pairs share on a day; `id` is a scheme, or a need.

    `causes` are places in the list of edits. `municipalities` are numbers with how many pairs each.
    """

    day: date
    sort: Sort
    id: str
    before: _State
    after: _State
    causes: tuple[int, ...]
    pairs: int
    municipalities: dict[str, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """How an edit falls on one municipality: its pairs with other advice, and schemes it moves."""

    number: str
    pairs: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]


_Key = tuple[date, Sort, str, _State, _State, tuple[int, ...]]


def rows(impact: Impact) -> tuple[Row, ...]:
    """Return what differs, day by day: gains, losses and the rest, the most pairs first."""
    counted: dict[_Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    money = cache(partial(_of_money, impact))
    sole = {each.day: _sole(impact, each.day) for each in impact.days}
    for situation in impact.situations:
        for sort, id_, before, after, causes in _told(situation):
            alone = sort is Sort.MONEY or (sort in OF_PLAN and not situation.moves.reservations)
            for pair in situation.pairs:
                of = sole.get(pair.day, ()) if alone else causes
                if sort is Sort.RESERVATIONS:
                    of = money(pair.day, id_)
                counted[pair.day, sort, id_, before, after, of][pair.municipality] += 1
    found = [Row(*key, sum(n.values()), dict(sorted(n.items()))) for key, n in counted.items()]
    order = list(Sort)
    return tuple(sorted(found, key=lambda r: (r.day, order.index(r.sort), -r.pairs, r.id)))


def together(all_: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    """Return the rows of each scheme and need on a day by themselves, in the order of `rows`."""
    found: dict[tuple[date, Sort, str], list[Row]] = defaultdict(list)
    for row in all_:
        found[row.day, row.sort, row.id].append(row)
    order = list(Sort)
    in_order = sorted(
        found.items(), key=lambda e: (e[0][0], order.index(e[0][1]), -_pairs(e[1]), e[0][2])
    )
    return tuple(tuple(each) for _, each in in_order)


def _pairs(alike: Iterable[Row]) -> int:
    return sum(each.pairs for each in alike)


def _sole(impact: Impact, day: date) -> tuple[int, ...]:
    """Return the place of the edit that decides on a day, where there is just one."""
    places = [n for n, each in enumerate(impact.edits) if each.decides and each.holds(day)]
    return tuple(places) if len(places) == 1 else ()


def _of_money(impact: Impact, day: date, scheme: str) -> tuple[int, ...]:
    """Return the places of the edits that say whether a scheme has money on a day."""
    return tuple(
        n
        for n, each in enumerate(impact.edits)
        if (each.id, each.part) == (scheme, Part.FUNDING) and each.holds(day)
    )


def _told(situation: Situation) -> Iterator[tuple[Sort, str, _State, _State, tuple[int, ...]]]:
    moves, causes = situation.moves, situation.causes
    for verdict in moves.verdicts:
        sort = sort_of(verdict)
        yield sort, verdict.scheme, verdict.before, verdict.after, causes.get(verdict.scheme, ())
    for need in moves.needs:
        yield Sort.NEED, need.need, need.before, need.after, causes.get(need.need, ())
    for sort, ids in (
        (Sort.MONEY, moves.money),
        (Sort.RESERVATIONS, moves.reservations),
        (Sort.ENTERS, moves.enters),
        (Sort.LEAVES, moves.leaves),
    ):
        yield from ((sort, id_, None, None, ()) for id_ in ids)


def sort_of(move: VerdictMove) -> Sort:
    """Return whether a scheme is gained, lost, or only stands otherwise."""
    was, now = move.before.kind in _OFFERED, move.after.kind in _OFFERED
    if was is now:
        return Sort.OTHER
    return Sort.GAINED if now else Sort.LOST


def hits(impact: Impact) -> tuple[Hit, ...]:
    """Return how it falls on each municipality that it changes anything for, by number."""
    pairs: dict[str, set[Pair]] = defaultdict(set)
    moved: dict[tuple[str, Sort], set[str]] = defaultdict(set)
    for situation in impact.situations:
        for pair in situation.pairs:
            pairs[pair.municipality].add(pair)
            for move in situation.moves.verdicts:
                moved[pair.municipality, sort_of(move)].add(move.scheme)
    return tuple(
        Hit(
            number,
            len(pairs[number]),
            tuple(sorted(moved[number, Sort.GAINED])),
            tuple(sorted(moved[number, Sort.LOST])),
        )
        for number in sorted(pairs)
    )


def on_day(impact: Impact, day: date) -> set[str]:
    """Return the municipalities that get other advice on a day."""
    found = (pair for each in impact.situations for pair in each.pairs)
    return {pair.municipality for pair in found if pair.day == day}
