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
from wizard.municipalities.editions import Editions, Named

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


_TYPES = ("enebolig", "tomannsbolig", "rekkehus", "blokk", "bofellesskap", "annen")
_READ = ("folketall_", "antall_", "andel_", "boliger_", "pris_")


def _columns(editions: Editions) -> Mapping[str, Column]:
    """Return how each column of several together follows from theirs, whatever its year."""
    year = editions.year(Named("folketall_{}")) or 0
    people, children = f"folketall_{year}", f"andel_0_15_{year}_pst"
    dwellings, price = (
        editions.column(Named(each)) for each in ("boliger_{}", "pris_enebolig_m2_{}_kr")
    )
    return {
        children: _weighted(children, people),
        **{
            f"andel_{age}pluss_{year}_pst": _ratio(f"antall_{age}pluss_{year}", people, _WHOLE)
            for age in (67, 80)
        },
        "endring_10aar_pst": _ratio(people, f"folketall_{year - 10}", _WHOLE, subtract=True),
        **{
            each: _weighted(each, dwellings)
            for each in (editions.column(Named(f"andel_{kind}_{{}}_pst")) for kind in _TYPES)
        },
        price: _median(price),
    }


def peers(rows: Iterable[Cells]) -> Callable[[Cells], Peers]:
    """Return what gives each of these municipalities its peers, the same object for a whole group.

    `rows` are the checked rows of `kommuner.csv`, by column.
    """
    known = list(rows)
    columns = _columns(Editions({name for row in known for name in row}))
    groups: dict[tuple[str, str], list[Figures]] = defaultdict(list)
    for row in known:
        read = {name: cell for name, cell in row.items() if cell and name.startswith(_READ)}
        groups[_sort(row)].append({name: Decimal(cell) for name, cell in read.items()})
    country = _together([row for members in groups.values() for row in members], columns)
    found = {sort: _peers(sort, members, country, columns) for sort, members in groups.items()}
    return lambda row: found[_sort(row)]


def _sort(row: Cells) -> tuple[str, str]:
    kostra, centrality = (row.get(each, "") for each in _SORT)
    return kostra, centrality


def _peers(
    sort: tuple[str, str],
    members: Sequence[Figures],
    country: Mapping[str, Together],
    columns: Mapping[str, Column],
) -> Peers:
    # A municipality without a group is like nobody we know of.
    group = _together(members, columns) if len(members) >= _FEWEST and all(sort) else {}
    return Peers(*sort, len(members), group, country)


def _together(rows: Sequence[Figures], columns: Mapping[str, Column]) -> dict[str, Together]:
    found = ((name, column(rows)) for name, column in columns.items())
    return {name: together for name, together in found if together is not None}
