"""From a drawing to a picture, for papers that hold no SVG.

The only code that knows resvg. It sees our own two font files and no others, so that a drawing
becomes the same picture on every machine.
"""

from dataclasses import dataclass
from functools import cache
from struct import unpack_from

from resvg_py import svg_to_bytes

from wizard.characters import FONT_FILES
from wizard.press.pdf import FAMILY

_DPI = 96
_SIZE = 16  # where a PNG says how wide and high it is


@dataclass(frozen=True, slots=True)
class PngPicture:
    """A PNG, with its width and height in pixels."""

    content: bytes
    width: int
    height: int


@cache
def _fonts() -> list[str]:
    return [str(path) for path in FONT_FILES.values()]


def png_from_svg(svg: str, width: int) -> PngPicture:
    """Return an SVG element as a picture on white, so many pixels wide.

    Raises:
        ValueError: it is not an SVG that can be drawn.

    """
    content = svg_to_bytes(
        svg_string=svg,
        width=width,
        dpi=_DPI,  # without it, nothing that is sized in points or millimetres can be drawn
        background="white",
        skip_system_fonts=True,
        font_files=_fonts(),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        serif_family=FAMILY,
    )
    return PngPicture(content, *unpack_from(">II", content, _SIZE))
