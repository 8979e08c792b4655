"""The file is an archive copy and accessible, by a checker and by looking into it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import page as validation
import pikepdf
import pytest
from memos import memo_for, pdf_bytes

from wizard.memo.html import render_pdf
from wizard.memo.model import Memo


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield the structure elements of a file, in reading order."""
    yield from _below(pdf.Root.StructTreeRoot.K)


def _below(kids: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid.get("/K", pikepdf.Array()))


def named(pdf: pikepdf.Pdf, name: str) -> list[pikepdf.Dictionary]:
    """Return the structure elements of one sort."""
    return [element for element in elements(pdf) if str(element.S) == name]


@pytest.fixture
def opened(pdf: Path) -> Iterator[pikepdf.Pdf]:
    """Give the journey's memo, taken apart."""
    with pikepdf.open(pdf) as file:
        yield file


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_file_passes(pdf: Path, profile: str) -> None:
    """One and the same file meets PDF/UA-1 and PDF/A-2a."""
    report = validation.validate_pdf(str(pdf), profile=profile)
    assert report.is_compliant, report.failures


def test_the_file_says_what_it_is(opened: pikepdf.Pdf, memo: Memo) -> None:
    """Language, title, author and day are in the file, and the title is what a window shows."""
    assert str(opened.Root.Lang) == memo.language
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert str(opened.docinfo.Title) == memo.title.title
    assert "eiviser" in str(opened.docinfo.Author) or "egvisar" in str(opened.docinfo.Author)
    assert str(opened.docinfo.CreationDate) == "D:20261122"


def test_the_sections_are_bookmarks(opened: pikepdf.Pdf, page: str) -> None:
    """Every heading down to the third level can be jumped to."""
    with opened.open_outline() as outline:
        titles = [item.title for top in outline.root for item in (top, *top.children)]
    assert titles[0] == str(opened.docinfo.Title)
    assert len(titles) == 1 + page.count("<h2>")


def test_heading_levels_come_in_order(opened: pikepdf.Pdf) -> None:
    """No level is skipped in the structure either."""
    found = [str(element.S) for element in elements(opened)]
    levels = [int(name[2]) for name in found if re.fullmatch("/H[1-6]", name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_table_stays_one_table(opened: pikepdf.Pdf, page: str) -> None:
    """None is cut in two by a page break, which would make it two for who cannot see."""
    assert len(named(opened, "/Table")) == page.count("<table")


def test_every_header_cell_points_somewhere(opened: pikepdf.Pdf) -> None:
    """A cell in a table head points down, another along its row."""
    for cell in named(opened, "/TH"):
        head = cell.P.P.S == "/THead"
        assert cell.A.Scope == ("/Column" if head else "/Row")


def test_every_data_cell_names_its_headers(opened: pikepdf.Pdf) -> None:
    """A cell that is read alone is read with what it belongs to."""
    assert all(cell.A.Headers for cell in named(opened, "/TD"))


def test_every_link_is_described_printed_and_in_the_structure(opened: pikepdf.Pdf) -> None:
    """A link has words, and is where the text is."""
    links = [note for sheet in opened.pages for note in sheet.get("/Annots", [])]
    assert links
    for link in links:
        assert str(link.Contents)
        assert "/StructParent" in link
        assert link.F == 4


def test_every_drawing_has_an_alternative(opened: pikepdf.Pdf, page: str) -> None:
    """What a drawing shows is said in words."""
    figures = named(opened, "/Figure")
    assert len(figures) == page.count("<svg")
    assert all(str(figure.Alt) for figure in figures)


def test_only_our_own_font_is_used_and_it_is_inside(opened: pikepdf.Pdf) -> None:
    """Nothing on the machine that prints decides how the memo looks."""
    fonts = {
        str(font.BaseFont): font
        for sheet in opened.pages
        for font in sheet.Resources.get("/Font", {}).values()
    }
    assert fonts
    for name, font in fonts.items():
        assert "Notat" in name.partition("+")[2], name
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_nothing_in_the_file_tells_where_it_was_made(pdf: Path) -> None:
    """No path, user or hour."""
    with pikepdf.open(pdf) as file:
        metadata = file.Root.Metadata.read_bytes()
    assert b"file:" not in metadata
    assert b"2026-11-22" in metadata
    assert not re.search(rb"\d{2}:\d{2}:\d{2}", metadata)


def test_the_same_memo_gives_the_same_bytes() -> None:
    """A memo can be made again, years later, with the same tools."""
    assert render_pdf(memo_for("skjak")) == pdf_bytes("skjak")
