"""Holds each municipality up against those like it, and against the country.

A share of several municipalities is the share of all their people or dwellings, so that a large
one counts for as many as live there. An empty cell is not known: that municipality is left out of
the figure, both above and below the line.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import median

from wizard.domain.peers import Peers, Together

Cells = Mapping[str, str]
Figures = Mapping[str, Decimal]
Column = Callable[[Sequence[Figures]], Together | None]

_SORT = ("kostragruppe", "sentralitetsklasse")
_FEWEST = 2  # one alone is like nobody
_WHOLE = Decimal(100)


def _ratio(above: str, below: str, per: Decimal, *, subtract: bool = False) -> Column:
    """Return what the sum above is of the sum below, over those that have both."""

    def together(rows: Sequence[Figures]) -> Together | None:
        pairs = [(row[above], row[below]) for row in rows if above in row and below in row]
        upper, lower = (sum(each) for each in zip(*pairs, strict=True)) if pairs else (0, 0)
        if not lower:
            return None
        return Together(per * (upper - lower if subtract else upper) / lower, len(pairs))

    return together


def _weighted(share: str, whole: str) -> Column:
    """Return the mean of published shares, each as heavy as what it is a share of."""

    def together(rows: Sequence[Figures]) -> Together | None:
        both = (row for row in rows if share in row and whole in row)
        pairs = [(row[share] * row[whole], row[whole]) for row in both]
        lower = sum(pair[1] for pair in pairs)
        return Together(sum(pair[0] for pair in pairs) / lower, len(pairs)) if lower else None

    return together


def _median(column: str) -> Column:
    """Return the middle one of the known figures."""

    def together(rows: Sequence[Figures]) -> Together | None:
        found = [row[column] for row in rows if column in row]
        return Together(Decimal(median(found)), len(found)) if found else None

    return together


_PEOPLE, _DWELLINGS, _BEFORE = "folketall_2026", "boliger_2024", "folketall_2016"
_AGED, _VERY_OLD = "antall_67pluss_2026", "antall_80pluss_2026"
_CHILDREN, _PRICE = "andel_0_15_2026_pst", "pris_enebolig_m2_2024_kr"
_TYPES = tuple(
    f"andel_{each}_2024_pst"
    for each in ("enebolig", "tomannsbolig", "rekkehus", "blokk", "bofellesskap", "annen")
)
_COLUMNS: Mapping[str, Column] = {
    _CHILDREN: _weighted(_CHILDREN, _PEOPLE),
    "andel_67pluss_2026_pst": _ratio(_AGED, _PEOPLE, _WHOLE),
    "andel_80pluss_2026_pst": _ratio(_VERY_OLD, _PEOPLE, _WHOLE),
    "endring_10aar_pst": _ratio(_PEOPLE, _BEFORE, _WHOLE, subtract=True),
    **{each: _weighted(each, _DWELLINGS) for each in _TYPES},
    _PRICE: _median(_PRICE),
}
_READ = (_PEOPLE, _DWELLINGS, _BEFORE, _AGED, _VERY_OLD, _CHILDREN, _PRICE, *_TYPES)


def peers(rows: Iterable[Cells]) -> Callable[[Cells], Peers]:
    """Return what gives each of these municipalities its peers, the same object for a whole group.

    `rows` are the checked rows of `kommuner.csv`, by column.
    """
    groups: dict[tuple[str, str], list[Figures]] = defaultdict(list)
    for row in rows:
        groups[_sort(row)].append({each: Decimal(row[each]) for each in _READ if row.get(each)})
    country = _together([row for members in groups.values() for row in members])
    found = {sort: _peers(sort, members, country) for sort, members in groups.items()}
    return lambda row: found[_sort(row)]


def _sort(row: Cells) -> tuple[str, str]:
    kostra, centrality = (row.get(each, "") for each in _SORT)
    return kostra, centrality


def _peers(
    sort: tuple[str, str], members: Sequence[Figures], country: Mapping[str, Together]
) -> Peers:
    # A municipality without a group is like nobody we know of.
    group = _together(members) if len(members) >= _FEWEST and all(sort) else {}
    return Peers(*sort, len(members), group, country)


def _together(rows: Sequence[Figures]) -> dict[str, Together]:
    found = ((name, column(rows)) for name, column in _COLUMNS.items())
    return {name: together for name, together in found if together is not None}
