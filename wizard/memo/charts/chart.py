"""A chart as the memo carries it: a picture, and every word about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its words, in one language.

    `title` is a whole sentence that says what the picture shows. `svg` stands alone, sized in
    points. `alternative` tells every value to those who cannot see it; the picture carries it too.
    `source` is where the figures come from, with their dates; `notes` what to keep in mind. `wide`
    is drawn for the whole width of a page, the others for half of it.
    """

    title: str
    svg: str
    alternative: str
    source: str
    notes: tuple[str, ...] = ()
    wide: bool = False
