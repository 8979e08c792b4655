"""Norway as dots: where each municipality lies on a small drawing."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import cos, radians
from typing import NamedTuple

from wizard.domain.municipality import Municipality

# Norway lies between these degrees; a degree east is as long as one north times this, at 65° N.
_SOUTH, _NORTH, _WEST, _EAST = 57.8, 71.4, 4.4, 31.3
_NARROWER = cos(radians(65))
_DEGREE = 50  # units of the drawing for a degree north
WIDTH = round((_EAST - _WEST) * _NARROWER * _DEGREE)
HEIGHT = round((_NORTH - _SOUTH) * _DEGREE)


class Dot(NamedTuple):
    """A municipality on the map: how it looks, and what is said of it."""

    x: int
    y: int
    look: str
    title: str


def dots(municipalities: Iterable[tuple[Municipality, str, str]]) -> Iterator[Dot]:
    """Yield a dot for each municipality that has a place, of those given with look and title."""
    for one, look, title in municipalities:
        north, east = (one.columns.get(each) for each in ("breddegrad", "lengdegrad"))
        if north is None or east is None:
            continue
        x = (float(Decimal(east)) - _WEST) * _NARROWER * _DEGREE
        y = (_NORTH - float(Decimal(north))) * _DEGREE
        yield Dot(round(x), round(y), look, title)
