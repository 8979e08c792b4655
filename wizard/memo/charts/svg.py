"""Draws SVG in printer's points: rectangles, lines, dots and texts, and nothing else.

A drawing sees no stylesheet: font and colour stand on each element, the colours those of the
memo. Hatching is lines, not a pattern: it needs no ids, and every reader of SVG knows lines.
"""

from html import escape
from typing import Literal, NamedTuple

from wizard.memo.charts.metrics import width
from wizard.press.html import tokens

_POINTS_PER_MM = 72 / 25.4
HALF_PAGE = 84 * _POINTS_PER_MM
FULL_PAGE = 172 * _POINTS_PER_MM

TEXT = 9.0  # the smallest that a memo prints
_HATCH = 3.5  # between the lines of a hatching
_FONT = 'font-family="Notat Sans, sans-serif"'

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle: its upper left corner, and how far across and down it goes."""

    x: float
    y: float
    across: float
    down: float


class Style(NamedTuple):
    """How a text looks; `colour` is the name of a token."""

    bold: bool = False
    colour: str = "text"
    size: float = TEXT


PLAIN, BOLD, QUIET = Style(), Style(bold=True), Style(colour="text-subtle")


class Drawing:
    """A drawing of so many points across, taken down from the top; `svg` closes it."""

    def __init__(self, across: float) -> None:
        """Begin a drawing `across` points wide."""
        self.across = across
        self._parts: list[str] = []

    def svg(self, height: float, alternative: str) -> str:
        """Return the drawing, `height` points high, with the text that tells what is in it."""
        across, down = _n(self.across), _n(height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" '
            f'width="{across}pt" height="{down}pt" role="img"><title>{escape(alternative)}</title>'
            f"{''.join(self._parts)}</svg>"
        )

    def text(self, at: Point, text: str, style: Style = PLAIN, anchor: Anchor = "start") -> None:
        """Write a line of text; `at` is on its baseline, where the anchor says."""
        # Where it begins is worked out here: readers of SVG measure an anchored text otherwise.
        part = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        left = at[0] - part * width(text, style.size, bold=style.bold)
        weight = ' font-weight="700"' if style.bold else ""
        self._parts.append(
            f'<text x="{_n(left)}" y="{_n(at[1])}" {_FONT} font-size="{_n(style.size)}"{weight} '
            f'fill="{tokens()[style.colour]}">{escape(text, quote=False)}</text>'
        )

    def rect(self, box: Box, fill: str, outline: str | None = None) -> None:
        """Fill a rectangle; an outline is drawn inside it."""
        stroke, inset = "", 0.0
        if outline:
            inset = 0.4
            stroke = f' stroke="{tokens()[outline]}" stroke-width="0.8"'
        self._parts.append(
            f'<rect x="{_n(box.x + inset)}" y="{_n(box.y + inset)}" '
            f'width="{_n(max(box.across - 2 * inset, 0.1))}" '
            f'height="{_n(box.down - 2 * inset)}" fill="{tokens()[fill]}"{stroke}/>'
        )

    def hatched(self, box: Box, colour: str) -> None:
        """Fill a rectangle with slanting lines, in an outline: what is not certain."""
        self.rect(box, "surface", colour)
        start = _HATCH
        while start < box.across + box.down:
            left, right = max(start - box.down, 0.0), min(start, box.across)
            self.line(
                (box.x + left, box.y + start - left),
                (box.x + right, box.y + start - right),
                colour,
                0.7,
            )
            start += _HATCH

    def line(
        self, start: Point, end: Point, colour: str, thick: float = 0.8, *, dashed: bool = False
    ) -> None:
        """Draw a straight line."""
        dashes = ' stroke-dasharray="3 2.5"' if dashed else ""
        self._parts.append(
            f'<line x1="{_n(start[0])}" y1="{_n(start[1])}" x2="{_n(end[0])}" y2="{_n(end[1])}" '
            f'stroke="{tokens()[colour]}" stroke-width="{_n(thick)}"{dashes}/>'
        )

    def plate(self, middle: Point, across: float, down: float) -> None:
        """Clear a place for a text on a hatching or over a line."""
        x, y = middle
        self.rect(Box(x - across / 2, y - down / 2, across, down), "surface")

    def dot(self, at: Point, radius: float, fill: str, outline: str) -> None:
        """Draw a dot."""
        self._parts.append(
            f'<circle cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(radius)}" fill="{tokens()[fill]}" '
            f'stroke="{tokens()[outline]}" stroke-width="1"/>'
        )


def _n(number: float) -> str:
    """Return a number as short as it can be: the same bytes on every machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
