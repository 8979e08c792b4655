"""A drawing becomes the same picture on every machine."""

from struct import unpack_from

import pytest
from sample_memo import chart

from wizard.press.picture import png_from_svg


def test_a_picture_is_as_wide_as_asked_for_and_keeps_its_shape() -> None:
    """Its size in the file is the one that is told."""
    png = png_from_svg(chart("Tallene").svg, 320)
    assert png.content.startswith(b"\x89PNG")
    assert (png.width, png.height) == (320, 80) == unpack_from(">II", png.content, 16)


def test_letters_are_drawn_with_our_own_font() -> None:
    """A machine without any font draws them too: with a letter it is another picture."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>'
    empty = png_from_svg(drawing.format(""), 80)
    lettered = png_from_svg(drawing.format('<text x="2" y="15">å</text>'), 80)
    assert empty.content != lettered.content


def test_what_is_no_drawing_is_refused() -> None:
    """Never an empty picture in its place."""
    with pytest.raises(ValueError, match=r"."):
        png_from_svg("<p>Tall</p>", 100)
