"""What an edit of the rules means, as a page that stands alone: words, a table, and a map."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import cos, radians
from typing import NamedTuple

from wizard.domain.municipality import Municipality
from wizard.paths import STATIC
from wizard.press.html import chooser, environment
from wizard.report.impact import ImpactWording
from wizard.report.impact_rows import Hit, hits

# Norway lies between these degrees; a degree east is as long as one north times this, at 65° N.
_SOUTH, _NORTH, _WEST, _EAST = 57.8, 71.4, 4.4, 31.3
_NARROWER = cos(radians(65))
_DEGREE = 50  # units of the drawing for a degree north
WIDTH = round((_EAST - _WEST) * _NARROWER * _DEGREE)
HEIGHT = round((_NORTH - _SOUTH) * _DEGREE)


class Dot(NamedTuple):
    """A municipality on the map; `look` is what comes of it: `ingen`, `far`, `mister`, `annet`."""

    x: int
    y: int
    look: str
    title: str


class HitRow(NamedTuple):
    """A municipality in the table below the map."""

    name: str
    pairs: str
    gained: str
    lost: str


def render_impact(told: ImpactWording, municipalities: Sequence[Municipality]) -> str:
    """Return the page, its styles and its map inside it."""
    found = {each.number: each for each in hits(told.impact)}
    names = {one.number: one.label for one in municipalities}
    return (
        environment()
        .get_template("book/virkning.html")
        .render(
            told=told,
            t=chooser(told.language.value),
            language=told.language.value,
            styles=(STATIC / "tokens.css").read_text(encoding="utf-8")
            + (STATIC / "virkning.css").read_text(encoding="utf-8"),
            dots=sorted(_dots(municipalities, found), key=lambda dot: dot.look != "ingen"),
            width=WIDTH,
            height=HEIGHT,
            hits=[_row(told, each, names) for each in found.values()],
        )
    )


def _dots(municipalities: Sequence[Municipality], found: dict[str, Hit]) -> Iterator[Dot]:
    for one in municipalities:
        north, east = (one.columns.get(each) for each in ("breddegrad", "lengdegrad"))
        if north is None or east is None:
            continue
        x = (float(Decimal(east)) - _WEST) * _NARROWER * _DEGREE
        y = (_NORTH - float(Decimal(north))) * _DEGREE
        hit = found.get(one.number)
        title = f"{one.label}: {hit.pairs}" if hit else one.label
        yield Dot(round(x), round(y), _look(hit), title)


def _look(hit: Hit | None) -> str:
    if hit is None:
        return "ingen"
    if bool(hit.gained) is bool(hit.lost):
        return "annet"
    return "far" if hit.gained else "mister"


def _row(told: ImpactWording, hit: Hit, names: dict[str, str]) -> HitRow:
    gained, lost = (
        ", ".join(told.scheme_name(each) for each in ids) or "–" for ids in (hit.gained, hit.lost)
    )
    return HitRow(names[hit.number], told.number(hit.pairs), gained, lost)
