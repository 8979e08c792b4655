"""A chart as the memo carries it: a drawing, and the same in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with a sentence that says what it shows.

    `svg` is a whole SVG element, `alternative` every value in it for who cannot see it, `source`
    where the values are from, `notes` what to keep in mind.
    """

    title: str
    svg: str
    alternative: str
    source: str
    notes: tuple[str, ...] = ()
