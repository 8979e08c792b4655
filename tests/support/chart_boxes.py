"""Charts of kommuner and journeys, and where their texts stand, measured on the font's glyphs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from memos import advice_for, book, known

from wizard.advice import new_case
from wizard.characters import FONT_FILES
from wizard.domain.case import Answer
from wizard.domain.text import Language
from wizard.engine.facts import find_facts
from wizard.memo.charts import Chart
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

SVG = "{http://www.w3.org/2000/svg}"
Draw = Callable[[CaseAccount], Chart | None]


def account_of_journey(journey: str, language: Language | None = None) -> CaseAccount:
    """Return the account of a journey, in its own language unless told."""
    return CaseAccount(Wording(advice_for(journey), language))


def account_of(
    number: str, language: Language = Language.NB, answers: Mapping[str, Answer] | None = None
) -> CaseAccount:
    """Return the account of a kommune with its figures and these answers, on a journey's day.

    What is recommended is another's: only its facts are its own.
    """
    advice = advice_for("oslo")
    municipality = known().get(number)
    case = replace(new_case(municipality, book(), advice.as_of, language), answers=answers or {})
    facts = find_facts(case, book(), municipality, advice.as_of)
    return CaseAccount(
        Wording(replace(advice, case=case, municipality=municipality, facts=facts), language)
    )


class Label(NamedTuple):
    """A text of a drawing and the box that its ink fills."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Label") -> bool:
        """Tell whether the ink of two labels meets."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@cache
def _font(weight: int) -> TTFont:
    return TTFont(BytesIO(FONT_FILES[weight].read_bytes()))


@cache
def _glyph(weight: int, sign: str) -> tuple[float, tuple[float, float]]:
    """Return the width of a character and its lowest and highest ink, in parts of the size."""
    font = _font(weight)
    name = font.getBestCmap()[ord(sign)]  # a character that the font lacks stops the test
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    em = font["head"].unitsPerEm
    low, high = (pen.bounds[1], pen.bounds[3]) if pen.bounds else (0, 0)
    return font["hmtx"].metrics[name][0] / em, (low / em, high / em)


def labels(svg: str) -> list[Label]:
    """Return the texts of a drawing."""
    found = []
    for element in ET.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314 - our own drawing
        text, size = element.text or "", float(element.attrib["font-size"])
        glyphs = [_glyph(int(element.get("font-weight", "400")), sign) for sign in text]
        x, y = float(element.attrib["x"]), float(element.attrib["y"])
        across = sum(width for width, _ in glyphs) * size
        low, high = min(ink[0] for _, ink in glyphs), max(ink[1] for _, ink in glyphs)
        found.append(Label(text, size, x, y - high * size, x + across, y - low * size))
    return found


def faults(svg: str) -> list[str]:
    """Return what is wrong with the texts of a drawing: too small, outside it, or colliding."""
    *_, across, down = map(
        float,
        ET.fromstring(svg).attrib["viewBox"].split(),  # noqa: S314 - our own drawing
    )
    texts = labels(svg)
    wrong = [f"small: {each}" for each in texts if each.size < 9]
    wrong += [
        f"outside: {each}"
        for each in texts
        if each.left < -0.05
        or each.top < -0.05
        or each.right > across + 0.05
        or each.bottom > down + 0.05
    ]
    pairs = combinations(texts, 2)
    return wrong + [f"collide: {one} {other}" for one, other in pairs if one.meets(other)]
