"""Every paper is an archive copy and accessible, by a checker and by looking into it."""

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import page as validation
import pikepdf
import pytest
from memos import html_for, memo_for, pdf_bytes, words_of
from printed import Print, Printed

from wizard.domain.text import Language
from wizard.memo.html import render_pdf
from wizard.memo.model import Memo, Paper


@pytest.mark.parametrize("kind", Paper)
def test_every_paper_passes_both_standards(
    everywhere: tuple[str, Language], kind: Paper, prints: Print, tmp_path: Path
) -> None:
    """One and the same file meets PDF/UA-1 and PDF/A-2a."""
    path = tmp_path / "notat.pdf"
    path.write_bytes(prints(*everywhere, kind).pdf)
    for profile in ("ua1", "2a"):
        report = validation.validate_pdf(str(path), profile=profile)
        assert report.is_compliant, (profile, report.failures)


# --- what a screen reader is given


def test_heading_levels_come_in_order(paper: Printed) -> None:
    """No level is skipped in the structure, and every heading of the page is in it."""
    levels = [int(tag.name[1]) for tag in paper.tags if re.fullmatch("H[1-6]", tag.name)]
    assert levels == [int(level) for level in re.findall(r"<h([1-6])", paper.html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_table_is_a_table(paper: Printed) -> None:
    """Where it goes on over the page it is told as one more, whole: with its heads once more."""
    assert len(paper.tagged("Table")) >= paper.html.count("<table")
    for table in paper.tagged("Table"):
        assert [kid for kid in table.kids if kid != "Caption"] == ["THead", "TBody"]


def test_every_header_cell_points_somewhere(paper: Printed) -> None:
    """A cell in a table head points down, another along its row."""
    for cell in paper.tagged("TH"):
        assert cell.scope == ("/Column" if "THead" in cell.above else "/Row")


def test_every_data_cell_names_its_headers(paper: Printed) -> None:
    """A cell that is read alone is read with its row and its column."""
    assert all(cell.headers == 2 for cell in paper.tagged("TD"))


def test_a_list_is_a_list(paper: Printed) -> None:
    """Entries in a list, and nothing else in it; each with its body, and its sign or number."""
    for one in paper.tagged("L"):
        assert set(one.kids) == {"LI"}
    for entry in paper.tagged("LI"):
        assert entry.above[-1] == "L"
        assert set(entry.kids) <= {"Lbl", "LBody"}
        assert "LBody" in entry.kids
    assert len(paper.tagged("LI")) >= len(re.findall(r"<li[ >]", paper.html))


def test_every_drawing_has_an_alternative(paper: Printed) -> None:
    """What a drawing shows is said in words."""
    figures = paper.tagged("Figure")
    assert len(figures) == paper.html.count("<svg")
    assert all(figure.alt for figure in figures)


@pytest.fixture
def opened(journey: str) -> Iterator[pikepdf.Pdf]:
    """Give the journey's memo, taken apart."""
    with pikepdf.open(BytesIO(pdf_bytes(journey))) as file:
        yield file


def test_every_link_is_described_printed_and_can_be_hit(opened: pikepdf.Pdf) -> None:
    """A link has words, is where the text is, and has an area to press."""
    links = [note for sheet in opened.pages for note in sheet.get("/Annots", [])]
    assert links
    for link in links:
        assert str(link.Contents)
        assert "/StructParent" in link
        assert link.F == 4
        left, top, right, bottom = (float(side) for side in link.Rect)
        assert abs(right - left) > 1
        assert abs(top - bottom) > 4


def test_the_file_says_what_it_is(opened: pikepdf.Pdf, memo: Memo) -> None:
    """Language, title, author and day are in the file, and the title is what a window shows."""
    assert str(opened.Root.Lang) == memo.language
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert str(opened.docinfo.Title) == memo.head.name
    assert str(opened.docinfo.Author) == memo.head.author
    assert str(opened.docinfo.CreationDate) == "D:20261122"


def test_the_sections_are_bookmarks(opened: pikepdf.Pdf, page: str) -> None:
    """Every heading of the second level can be jumped to, below the title."""
    with opened.open_outline() as outline:
        titles = [item.title for top in outline.root for item in (top, *top.children)]
    assert titles[0] in page
    assert len(titles) == 1 + page.count("<h2>")


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


def test_nothing_in_the_file_tells_where_it_was_made(opened: pikepdf.Pdf) -> None:
    """No path, user or hour."""
    metadata = opened.Root.Metadata.read_bytes()
    assert b"file:" not in metadata
    assert b"2026-11-22" in metadata
    assert not re.search(rb"\d{2}:\d{2}:\d{2}", metadata)


def test_the_same_memo_gives_the_same_bytes() -> None:
    """A memo can be made again, years later, with the same tools."""
    assert render_pdf(memo_for("skjak")) == pdf_bytes("skjak")


# --- what is copied out of it


def letters(text: str) -> str:
    """Return the letters of a text, whatever stands between them: figures run into their notes."""
    return re.sub(r"[\W\d_]", "", text)


def test_words_come_out_of_the_file_in_the_order_they_are_read(
    journey: str, language: Language, prints: Print, tmp_path: Path
) -> None:
    """Right letters, also where a word is divided; headings, points and cards in their order."""
    path = tmp_path / "notat.pdf"
    path.write_bytes(prints(journey, language).pdf)
    command = ["pdftotext", "-raw", str(path), "-"]
    copied = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    copied = letters(re.sub("[-‐]\n", "", copied))
    memo = memo_for(journey, language)
    assert memo.front
    proposal = memo.front.proposal
    told = [
        memo.head.title,
        memo.front.heading,
        *(f"{row.label} {row.text}" for row in memo.front.brief),
    ]
    told += [proposal.heading, *(point.split(" (")[0] for point in proposal.points)]
    told += [each.heading for each in (*memo.sections, *memo.appendices)]
    place = 0
    for each in map(letters, told):
        found = copied.find(each, place)
        assert found >= place, each
        place = found
    for word in {
        w for text in words_of(memo.front.proposal) for w in re.findall(r"[^\W\d_]{12,}", text)
    }:
        assert word in copied


def test_the_page_tells_which_language_it_is_in(journey: str, language: Language) -> None:
    """So that words are read aloud, and divided, as they should be."""
    assert f'<html lang="{language}">' in html_for(journey, language)
