"""Paragraphs, and the runs, links and numbers inside them."""

import re
from collections.abc import Iterable
from io import BytesIO
from itertools import count
from typing import Literal

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Inches, Pt

from wizard.memo.docx.notes import MARK, note, plain
from wizard.memo.docx.pages import TEXT_WIDTH
from wizard.memo.docx.xml import element, flag, words
from wizard.memo.model import FreeText
from wizard.memo.parts import mark_after
from wizard.press.html import kept_together
from wizard.press.picture import png_from_svg

Style = Literal[
    "BodyText2",
    "BodyText3",
    "Caption",
    "Heading1",
    "Heading2",
    "Heading3",
    "IntenseQuote",
    "List",
    "List2",
    "ListBullet",
    "ListNumber",
    "Normal",
    "Subtitle",
    "Title",
]
Runs = list[BaseOxmlElement]

NUMBERED, BULLETS = 1, 2  # as in templates/memo/docx/numbering.xml
_PIXELS_IN_INCH = 220  # what Word itself keeps of a picture
_LARGER = 1.15
_AFTER_TABLE = 160  # twentieths of a point: a table has no room of its own below it
_ACROSS = re.compile(r'viewBox="\S+ \S+ (\S+) ')
_ORDER = [qn(f"w:{name}") for name in ("numPr", "spacing", "ind", "jc")]  # the schema's
_NOT_IN_NAMES = re.compile(r"\W")
_LONGEST_NAME = 40


class Pen:
    """Writes into a document, from the first paragraph to the last.

    `anchors` are the places that something in the document can point to: a link to another place
    is written as plain text.
    """

    def __init__(self, document: Document, anchors: Iterable[str]) -> None:
        """Begin with an empty document."""
        self._document = document
        self._end = document.element.body[-1]  # what follows the last paragraph: the page
        self._places = {each: _place(each, n) for n, each in enumerate(dict.fromkeys(anchors))}
        self._ids = count(1)
        self._lists = count(1)

    def add(self, made: BaseOxmlElement) -> None:
        """Put a paragraph or a table after what is there."""
        self._end.addprevious(made)

    def paragraph(
        self,
        style: Style,
        runs: Runs,
        *more: BaseOxmlElement,
        keep: bool = False,
        anchor: str | None = None,
    ) -> None:
        """Write a paragraph. `keep` keeps it on the page of the next; `anchor` is its place.

        `more` are properties of its own, of those in `_ORDER`.
        """
        if self._follows_table() and not style.startswith("Heading"):
            more = (*more, element("spacing", before=_AFTER_TABLE))
        self.add(self.made(style, runs, *more, keep=keep, anchor=anchor))

    def part_tables(self) -> None:
        """Keep a table from growing into the one before it, where nothing stands between them."""
        if self._follows_table():
            self.paragraph("BodyText3", [])

    def _follows_table(self) -> bool:
        before = self._end.getprevious()
        return before is not None and before.tag == qn("w:tbl")

    def made(
        self,
        style: Style,
        runs: Runs,
        *more: BaseOxmlElement,
        keep: bool = False,
        anchor: str | None = None,
    ) -> BaseOxmlElement:
        """Return a paragraph, for a table to put into a cell."""
        styled = element("pStyle", val=style) if style != "Normal" else None
        own = sorted(more, key=lambda each: _ORDER.index(each.tag))
        properties = element("pPr", styled, flag("keepNext", on=keep), *own)
        begin, end = self._bookmark(anchor) if anchor else (None, None)
        return element("p", properties, begin, *runs, end)

    def _bookmark(self, anchor: str) -> tuple[BaseOxmlElement, BaseOxmlElement]:
        number = next(self._ids)
        name = self._places[anchor]
        return element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)

    def text(
        self, text: str, *, bold: bool = False, link: str | None = None, visibly: bool = True
    ) -> Runs:
        """Return a text as runs: each number of a note is raised, and leads to the note.

        A link looks like one where it is to be seen (`visibly`).
        """
        style = "Strong" if bold else None
        if isinstance(text, FreeText):
            return self._linked(_run(text, style), link, visibly=visibly)
        runs: Runs = []
        for number, part in enumerate(MARK.split(kept_together(text))):
            if number % 2 == 0:
                runs += self._linked(_run(part, style), link, visibly=visibly) if part else []
            else:
                # Two numbers in a row would read as one.
                before = MARK.split(text)[number - 1]
                comma = "," if number > 1 and not before else ""
                runs += _run(comma, "EndnoteReference") if comma else []
                runs += self._linked(
                    _run(mark_after(before, part), "EndnoteReference"), note(part), visibly=False
                )
        return runs

    def _linked(self, runs: Runs, link: str | None, *, visibly: bool) -> Runs:
        target = self._target(link) if link else None
        if target is None:
            return runs
        for run in runs if visibly else ():
            _restyle(run, "Hyperlink")
        target.extend(runs)
        return [target]

    def _target(self, link: str) -> BaseOxmlElement | None:
        """Return what goes round the text of a link, if it leads anywhere."""
        if "://" not in link:
            place = self._places.get(link.removeprefix("#"))
            return element("hyperlink", anchor=place, history=1) if place else None
        made = element("hyperlink", history=1)
        relations = self._document.part
        outward = relations.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), outward)
        return made

    def entry(self, numbering: int) -> BaseOxmlElement:
        """Return what makes a paragraph an entry of a list."""
        return element("numPr", element("ilvl", val=0), element("numId", val=numbering))

    def new_list(self) -> int:
        """Return the number of a list that begins with 1."""
        root = self._document.part.numbering_part.element
        id_ = BULLETS + next(self._lists)
        restart = element("lvlOverride", element("startOverride", val=1), ilvl=0)
        root.append(element("num", element("abstractNumId", val=NUMBERED), restart, numId=id_))
        return id_

    def picture(self, svg: str, alternative: str, name: str) -> Runs:
        """Return a drawing as a picture no wider than the text, with the same said in words.

        A narrow one is drawn a little larger than it is, for here it stands alone on its line.
        """
        width = min(TEXT_WIDTH, Pt(_points_across(svg) * _LARGER))
        png = png_from_svg(svg, width * _PIXELS_IN_INCH // Inches(1))
        size = Emu(width), Emu(width * png.height // png.width)
        inline = self._document.part.new_pic_inline(BytesIO(png.content), *size)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # LibreOffice keeps a distance where none is told
        inline.docPr.set("descr", plain(alternative))
        inline.docPr.set("title", plain(name))
        return [element("r", element("drawing", inline))]


def _points_across(svg: str) -> float:
    """Return how wide a drawing is; one that does not tell is as wide as a page."""
    found = _ACROSS.search(svg)
    return float(found[1]) if found else TEXT_WIDTH.pt


def _run(text: str, style: str | None = None) -> Runs:
    """Return a text in one run, its line breaks and tabs as Word has them."""
    pieces: Runs = []
    for number, line in enumerate(text.split("\n")):
        pieces += [element("br")] if number else []
        for place, part in enumerate(line.split("\t")):
            pieces += [element("tab")] if place else []
            pieces += [words(part)] if part else []
    properties = element("rPr", element("rStyle", val=style)) if style else None
    return [element("r", properties, *pieces)]


def _restyle(run: BaseOxmlElement, style: str) -> None:
    for properties in run.findall(qn("w:rPr")):
        run.remove(properties)
    run.insert(0, element("rPr", element("rStyle", val=style)))


def _place(anchor: str, number: int) -> str:
    """Return a name that Word takes for a place: letters, digits and underscores, not too long."""
    plain = _NOT_IN_NAMES.sub("_", anchor)
    return plain if plain == anchor else f"{plain[: _LONGEST_NAME - 5]}_{number}"
