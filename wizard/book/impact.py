"""What an edit of the rules means, as a page that stands alone: words, a table, and a map."""

from collections.abc import Sequence
from typing import NamedTuple

from wizard.book.map import HEIGHT, WIDTH, Dot, dots
from wizard.domain.municipality import Municipality
from wizard.paths import STATIC
from wizard.press.html import chooser, environment
from wizard.report.impact import ImpactWording
from wizard.report.impact_rows import Hit, hits


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
            dots=impact_dots(told, municipalities),
            width=WIDTH,
            height=HEIGHT,
            hits=[_row(told, each, names) for each in found.values()],
        )
    )


def impact_dots(told: ImpactWording, municipalities: Sequence[Municipality]) -> list[Dot]:
    """Return the municipalities by what comes of them: `ingen`, `far`, `mister`, `annet`.

    Those that something comes of are drawn last, above the others.
    """
    found = {each.number: each for each in hits(told.impact)}
    looks = (
        (one, _look(hit), f"{one.label}: {hit.pairs}" if hit else one.label)
        for one in municipalities
        for hit in (found.get(one.number),)
    )
    return sorted(dots(looks), key=lambda dot: dot.look != "ingen")


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
