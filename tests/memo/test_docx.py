"""The memo as a Word document: what is in it, and that it opens."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from office import OFFICE, opened, text_in_libreoffice
from sample_memo import KEYWORDS, ROWS, mark, sample_memo, sample_sheet

from wizard.memo.docx.writer import render_docx
from wizard.memo.model import Cell, Column, FreeText, ItemList, Memo, Paragraph, Section, Table

# The order that the schema asks for, as far as we use it.
_ORDER = {
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs suppressAutoHyphens spacing ind jc",
    "rPr": "rStyle rFonts b bCs color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW tblLayout tblLook tblCaption",
    "tcPr": "tcW shd",
    "trPr": "cantSplit tblHeader",
}


@pytest.fixture(scope="module")
def content() -> bytes:
    """Return the sample as a file."""
    return render_docx(sample_memo())


@pytest.fixture(scope="module")
def document(content: bytes) -> Document:
    """Return the sample, opened."""
    return opened(content)


def _all(document: Document, tag: str) -> list[BaseOxmlElement]:
    return list(document.element.body.iter(qn(f"w:{tag}")))


def _with(memo: Memo, *blocks: Paragraph | ItemList | Table) -> Document:
    """Return a memo with these blocks alone."""
    alone = replace(memo, front=None, sections=(Section("Om", "om", blocks),), appendices=())
    return opened(render_docx(alone))


def _headings(document: Document) -> list[tuple[int, str]]:
    styled = ((each.style, each.text) for each in document.paragraphs)
    return [
        (int(style.name[-1]), text)
        for style, text in styled
        if style is not None and style.name and style.name.startswith("Heading")
    ]


def test_the_proposal_comes_first(document: Document) -> None:
    """It is what is pasted into the template of a case system."""
    assert [text for level, text in _headings(document) if level == 1][:2] == [
        "Forslag til vedtak",
        "Kort sagt",
    ]


def test_headings_are_words_own_in_order_and_never_empty(document: Document) -> None:
    """No level is skipped on the way down, and none stands without words."""
    levels = [level for level, _ in _headings(document)]
    assert levels[0] == 1
    assert all(low - high <= 1 for high, low in pairwise(levels))
    assert all(text.strip() for _, text in _headings(document))
    assert (2, "1. Lag en oversikt") in _headings(document)


def test_no_paragraph_is_empty(document: Document) -> None:
    """What looks like room is room, not an empty line."""
    empty = [each for each in _all(document, "p") if not "".join(each.itertext()).strip()]
    assert all(each.findall(f".//{qn('w:drawing')}") for each in empty)
    assert len(empty) == len(document.inline_shapes)


def test_only_names_that_word_has_itself_are_used(document: Document) -> None:
    """What is pasted takes the looks of the paper it is put into, and brings no styles along."""
    known = {each.style_id for each in document.styles}
    used = {each.get(qn("w:val")) for each in _all(document, "pStyle")}
    assert used <= known
    assert not list(document.element.body.iter(qn("w:txbxContent")))
    assert len(document.sections) == 1


def test_each_numbered_list_begins_with_one(document: Document) -> None:
    """The points of the proposal, the steps and the sources each have a numbering of their own."""
    numbered = [
        each.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
        for each in _all(document, "p")
        if each.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    ]
    assert numbered == ["3", "3", "3", "4", "4", "5", "5"]
    numbering = document.part.numbering_part.element
    restarts = numbering.findall(f"{qn('w:num')}/{qn('w:lvlOverride')}/{qn('w:startOverride')}")
    assert [each.get(qn("w:val")) for each in restarts] == ["1", "1", "1"]


def test_a_table_repeats_its_heads_and_no_row_is_split(document: Document) -> None:
    """The first row and the first column are heads, and the columns are as wide as asked for."""
    (table,) = document.tables
    rows = table._tbl.tr_lst  # noqa: SLF001 - python-docx tells no other way
    assert len(rows) == ROWS + 1
    assert [each for each in rows if each.find(f".//{qn('w:tblHeader')}") is not None] == rows[:1]
    assert all(each.find(f".//{qn('w:cantSplit')}") is not None for each in rows)
    look = table._tbl.find(f".//{qn('w:tblLook')}")  # noqa: SLF001
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
    widths = [int(each.get(qn("w:w"))) for each in _all(document, "gridCol")]
    assert widths[1] == widths[2]
    assert widths[0] == pytest.approx(3 * widths[1], abs=3)


def test_each_chart_is_a_picture_with_the_same_in_words(document: Document) -> None:
    """With its sentence before it, and its source and notes after."""
    shapes = list(document.inline_shapes)
    told = [each._inline.docPr.get("descr") for each in shapes]  # noqa: SLF001 - as above
    assert len(told) == 4
    assert all(each.startswith("Søylediagram.") and "Smøla 12 %" in each for each in told)
    texts = [each.text.replace("\u00a0", " ") for each in document.paragraphs]
    place = texts.index("Året har tre frister.")
    assert texts[place + 2] == "Tallene er fra 1. januar 2026. Kilde: SSB, tabell 07459.2"
    assert [round(each.width.cm, 1) for each in shapes] == [16.4, 16.4, 9.7, 9.7]


def test_numbers_of_notes_are_raised_and_lead_to_the_list_of_sources(document: Document) -> None:
    """Two in a row are parted, and each leads to the entry with its number."""
    frame = next(each for each in document.paragraphs if each.text.startswith("Rammen"))
    assert "kr1,2, forutsatt" in frame.text.replace("\u00a0", " ")
    links = frame.hyperlinks
    assert [(each.text, each.fragment) for each in links] == [("1", "note_1"), ("2", "note_2")]
    assert all(run.style.font.superscript for each in links for run in each.runs)
    places = {each.get(qn("w:name")): each for each in _all(document, "bookmarkStart")}
    (source,) = [each for each in document.paragraphs if each._p is places["note_2"].getparent()]  # noqa: SLF001
    assert source.text == "SSB, tabell 07459. www.ssb.no/statbank/table/07459"


def test_a_number_without_a_list_of_sources_is_no_link() -> None:
    """A link that leads nowhere is worse than none."""
    document = _with(sample_memo(), Paragraph(f"Her bor 2 100{mark(1)}."))
    (told,) = [each for each in document.paragraphs if each.text.startswith("Her bor")]
    assert told.text.endswith("100[1].")
    assert not told.hyperlinks


def test_links_lead_to_places_in_the_paper_and_out_of_it(document: Document) -> None:
    """A cell of the table leads to the card; a source to its address."""
    (link,) = {
        each.get(qn("w:anchor"))
        for each in document.tables[0]._tbl.iter(qn("w:hyperlink"))  # noqa: SLF001
    }
    assert link in {each.get(qn("w:name")) for each in _all(document, "bookmarkStart")}
    addresses = [each.address for para in document.paragraphs for each in para.hyperlinks]
    assert "https://www.ssb.no/statbank/table/07459" in addresses


def test_what_somebody_wrote_stands_as_it_was_written(document: Document) -> None:
    """Braces, line breaks and all; nothing in it is taken for a mark."""
    assert "Vi skrev {dette} selv.\nPå to linjer." in [each.text for each in document.paragraphs]
    own = _with(sample_memo(), Paragraph(FreeText("<b>§ 5</b> & 1 000 kr")))
    assert own.paragraphs[-1].text == "<b>§ 5</b> & 1 000 kr"


def test_what_is_to_be_ticked_has_a_box(document: Document) -> None:
    """And what is met or not has its sign."""
    texts = [each.text for each in document.paragraphs]
    assert "☐\tNav: Noen har spurt Nav." in texts
    assert "✓\tPlanen er vedtatt." in texts
    assert "?\tUkjent." in texts


def test_two_tables_without_captions_do_not_grow_together() -> None:
    """Word makes one table of two that nothing parts."""
    table = Table(None, (Column("A", 50), Column("B", 50)), ((Cell("1"), Cell("2")),))
    assert len(_with(sample_memo(), table, table).tables) == 2


@pytest.mark.parametrize(("memo", "tag"), [(sample_memo(), "nb-NO"), (sample_sheet(), "nn-NO")])
def test_the_language_is_told(memo: Memo, tag: str) -> None:
    """To the proofing tools and to a screen reader."""
    document = opened(render_docx(memo))
    (lang,) = document.styles.element.iter(qn("w:lang"))
    assert lang.get(qn("w:val")) == tag
    assert document.core_properties.language == tag


def test_the_properties_tell_what_it_is(document: Document) -> None:
    """Title, author and the memo's day; no trace of the machine that made it."""
    properties = document.core_properties
    assert properties.title == "Smøla mangler 12 boliger, og bør begynne med en oversikt"
    assert (properties.author, properties.category) == ("Virkemiddelveiviseren", "Tiltaksnotat")
    assert properties.keywords == KEYWORDS
    assert properties.created == properties.modified
    assert f"{properties.created:%Y-%m-%d}" == "2026-11-22"


def test_the_page_is_a4_with_its_number_and_who_made_it(document: Document) -> None:
    """The number is a field, so that it is right wherever the page lands."""
    section = document.sections[0]
    assert section.page_width == pytest.approx(Cm(21), abs=1000)
    assert section.page_height == pytest.approx(Cm(29.7), abs=1000)
    footer = section.footer.paragraphs[0]
    assert footer.text == "Uavhengig verktøy. Ikke laget av Husbanken.\tSide 1 av 1"
    codes = [each.text for each in footer._p.iter(qn("w:instrText"))]  # noqa: SLF001
    assert codes == ["PAGE", "NUMPAGES"]


def test_the_properties_stand_in_the_order_of_the_schema(content: bytes) -> None:
    """Word calls a file damaged where they do not."""
    with ZipFile(BytesIO(content)) as archive:
        names = {"word/document.xml", "word/styles.xml", "word/footer1.xml"}
        assert names <= set(archive.namelist())
    document = opened(content)
    roots = (document.element, document.styles.element)
    for parent, order in _ORDER.items():
        allowed = order.split()
        for each in (found for root in roots for found in root.iter(qn(f"w:{parent}"))):
            own = [child.tag.partition("}")[2] for child in each]
            assert own == sorted(own, key=[*allowed, "outlineLvl", *own].index)
            assert set(own) <= {*allowed, "outlineLvl", "tblInd", "tblCellMar", "tblBorders"}


def test_the_same_memo_is_the_same_bytes_in_another_process(content: bytes) -> None:
    """With another hash seed, and whatever the clock says."""
    program = (
        "import hashlib\n"
        "from sample_memo import sample_memo\n"
        "from wizard.memo.docx.writer import render_docx\n"
        "print(hashlib.sha256(render_docx(sample_memo())).hexdigest())\n"
        "print(hashlib.sha256(render_docx(sample_memo())).hexdigest())\n"
    )
    support = str(Path(__file__).parents[1] / "support")
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": support}
    call = [sys.executable, "-c", program]
    told = subprocess.run(call, env=environment, check=True, capture_output=True, text=True).stdout

    assert set(told.split()) == {hashlib.sha256(content).hexdigest()}


@pytest.mark.skipif(OFFICE is None and not os.environ.get("CI"), reason="LibreOffice mangler")
def test_libreoffice_opens_it_and_reads_the_same(content: bytes, tmp_path: Path) -> None:
    """In order, with the heads of the long table on each of its pages, and the pages numbered."""
    pages = text_in_libreoffice(content, tmp_path).split("\f")
    whole = " ".join(" ".join(pages).split())
    told = ["Smøla mangler 12", "Forslag til vedtak", "Kort sagt", "Situasjonen", "Vedlegg 1"]
    assert sorted(told, key=whole.index) == told
    assert "2. Rammen er inntil 200 000 kr1,2, forutsatt" in whole.replace("\u00a0", " ")
    long = [page for page in pages if "Vår vurdering*" in page]
    assert len(long) > 1
    assert all("Behov" in page and "Uker" in page for page in long)
    assert "Side 1 av" in pages[0]
