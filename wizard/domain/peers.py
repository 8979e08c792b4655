"""What a municipality's figures are held up against: those like it, and the country."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Together:
    """One column for several municipalities together, in the column's own unit.

    `known` is how many of them the figure rests on: those whose cells are not empty.
    """

    value: Decimal
    known: int


@dataclass(frozen=True, slots=True)
class Peers:
    """The municipalities of the same KOSTRA group and centrality class, and all there are.

    `size` is how many the group has, the municipality itself among them. `group` and `country` are
    by column; a column that nobody has a figure in is left out, and `group` is empty for the one
    municipality of its sort.
    """

    kostra_group: str
    centrality: str
    size: int
    group: Mapping[str, Together]
    country: Mapping[str, Together]
