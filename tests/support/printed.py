"""A printed paper taken apart: what stands on each page, where, and how large."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import pikepdf

from wizard.press import pdf

MILLIMETRE = 96 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
_POINT = 96 / 72
_LINE = 5.0  # two pieces of text whose feet are nearer stand on the same line


class Word(NamedTuple):
    """A piece of text and where it stands, in CSS pixels from the top left; its size in points.

    `within` are the classes and tags around it, the innermost last; `cell` the sides of its cell.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    within: tuple[str, ...]
    cell: tuple[float, float] | None


class Drawing(NamedTuple):
    """A chart on a page, in CSS pixels, and the sizes of its texts in points as printed."""

    left: float
    right: float
    top: float
    bottom: float
    sizes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what flows on it, what stands in its margins, and where they part."""

    size: tuple[float, float]
    top: float
    bottom: float
    right: float
    words: tuple[Word, ...]
    margins: tuple[Word, ...]
    drawings: tuple[Drawing, ...]
    begins: frozenset[str]

    @property
    def end(self) -> float:
        """Where the lowest text or chart ends."""
        ends = [*(word.bottom for word in self.words), *(each.bottom for each in self.drawings)]
        return max(ends, default=self.top)

    @property
    def filled(self) -> float:
        """How much of the height has something on it, from the top; 1 is all."""
        return (self.end - self.top) / (self.bottom - self.top)

    @property
    def lines(self) -> int:
        """How many lines of text there are, those of charts not counted."""
        feet = sorted(each.bottom for each in self.words)
        return bool(feet) + sum(after - before > _LINE for before, after in pairwise(feet))


class Tag(NamedTuple):
    """An element of a file's structure. `above` are the names of those it lies in, outermost first.

    `scope` is which way a header cell points, `headers` how many a data cell names, `alt` what a
    figure shows; `kids` are the names of what lies right inside it.
    """

    name: str
    above: tuple[str, ...]
    kids: tuple[str, ...]
    scope: str
    headers: int
    alt: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as HTML, as pages and as a file, and what the file says of its structure."""

    html: str
    pages: tuple[Page, ...]
    pdf: bytes
    tags: tuple[Tag, ...]

    def tagged(self, name: str) -> list[Tag]:
        """Return the elements of one sort, in reading order."""
        return [each for each in self.tags if each.name == name]

    @property
    def body(self) -> tuple[Page, ...]:
        """The pages before the first appendix."""
        for number, page in enumerate(self.pages):
            if {"appendix", "first"} <= page.begins:
                return self.pages[:number]
        return self.pages


# What prints a paper of a journey: its name, a language, and which paper.
Print = Callable[..., Printed]


def printed(html: str) -> Printed:
    """Print a page of ours, and take it apart."""
    document = pdf.lay_out(html)
    written = pdf._written(document)  # noqa: SLF001 - once laid out, it need not be laid out again
    with pikepdf.open(BytesIO(written)) as opened:
        tags = tuple(_tags(opened.Root.StructTreeRoot.get("/K"), ()))
    return Printed(html, pages_of(document), written, tags)


def _tags(kids: Any, above: tuple[str, ...]) -> Iterator[Tag]:  # noqa: ANN401 - pikepdf's objects
    for kid in _elements(kids):
        name, inside = _name(kid), kid.get("/K", pikepdf.Array())
        attributes = kid.get("/A", pikepdf.Dictionary())
        yield Tag(
            name,
            above,
            tuple(_name(each) for each in _elements(inside)),
            str(attributes.get("/Scope", "")),
            len(attributes.get("/Headers", pikepdf.Array())),
            str(kid.get("/Alt", "")),
        )
        yield from _tags(inside, (*above, name))


def _elements(kids: Any) -> Iterator[Any]:  # noqa: ANN401
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _name(element: Any) -> str:  # noqa: ANN401
    return str(element.S).removeprefix("/")


def pages_of(document: Any) -> tuple[Page, ...]:  # noqa: ANN401 - WeasyPrint has no types
    """Return the pages that WeasyPrint laid out."""
    begun: set[str] = set()
    return tuple(_page(each._page_box, begun) for each in document.pages)  # noqa: SLF001


def _page(box: Any, begun: set[str]) -> Page:  # noqa: ANN401
    flow = [each for each in box.children if type(each).__name__ != "MarginBox"]
    margins = [each for each in box.children if type(each).__name__ == "MarginBox"]
    boxes = [found for each in flow for found in _boxes(each, (), None)]
    names = {id_ for each, *_ in boxes if (id_ := _class(each)) and id_ not in begun}
    begun |= names
    return Page(
        size=(box.margin_width(), box.margin_height()),
        top=box.content_box_y(),
        bottom=box.content_box_y() + box.height,
        right=box.content_box_x() + box.width,
        words=tuple(_words(boxes)),
        margins=tuple(_words(found for each in margins for found in _boxes(each, (), None))),
        drawings=tuple(_drawings(boxes)),
        begins=frozenset(name for each in names for name in each.split()),
    )


_Found = tuple[Any, tuple[str, ...], tuple[float, float] | None]


def _boxes(box: Any, within: tuple[str, ...], cell: tuple[float, float] | None) -> Iterator[_Found]:  # noqa: ANN401
    tag, name = str(getattr(box, "element_tag", "") or ""), _class(box)
    here = (*within, tag, *name.split())
    if type(box).__name__ == "TableCellBox":
        cell = (box.position_x, box.position_x + box.border_width())
    yield box, here, cell
    for child in getattr(box, "children", []):
        yield from _boxes(getattr(child, "_box", child), here, cell)


def _class(box: Any) -> str:  # noqa: ANN401
    element = getattr(box, "element", None)
    return (element.get("class") or "") if element is not None else ""


def _words(boxes: Iterable[_Found]) -> Iterator[Word]:
    for box, within, cell in boxes:
        if text := getattr(box, "text", None):
            right, bottom = box.position_x + box.width, box.position_y + box.height
            size = box.style["font_size"] / _POINT
            yield Word(text, box.position_x, right, box.position_y, bottom, size, within, cell)


def _drawings(boxes: Iterable[_Found]) -> Iterator[Drawing]:
    for box, *_ in boxes:
        if type(box).__name__.endswith("ReplacedBox"):
            left, top = box.content_box_x(), box.content_box_y()
            sizes = tuple(_sizes(box.element, box.width / _POINT))
            yield Drawing(left, left + box.width, top, top + box.height, sizes)


def _sizes(svg: Element, width: float) -> Iterator[float]:
    across = float(svg.get("viewBox", "").split()[2])
    for text in svg.iter():
        if str(text.tag).endswith("text"):
            yield float(text.get("font-size", "0")) * width / across
