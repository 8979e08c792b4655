"""The document that everything is written into, and the file that it becomes."""

from datetime import UTC, date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Twips

from wizard.memo.docx.xml import element, field, words
from wizard.memo.model import Memo
from wizard.press.html import environment, tokens

_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2.3)
TEXT_WIDTH = Length(_A4[0] - 2 * _MARGIN)
_TAGS = {"nb": "nb-NO", "nn": "nn-NO"}
# What the library's own empty document brings along and nobody needs.
_SUPERFLUOUS = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)


def new_document(memo: Memo) -> WordDocument:
    """Return an empty document with the memo's styles, language, properties and page numbers."""
    document = Document()
    _strip(document.part.rels)
    _strip(document.part.package.rels)
    _fill(document.styles.element, "styles", memo)
    _fill(document.part.numbering_part.element, "numbering", memo)
    _fill(document.settings.element, "settings", memo)
    _set_properties(document, memo)
    _set_page(document, memo)
    return document


def saved(document: WordDocument, day: str) -> bytes:
    """Return the file; every time in it is the memo's day, so the same memo is the same bytes."""
    as_saved, made = BytesIO(), BytesIO()
    document.save(as_saved)
    stamp = date.fromisoformat(day)
    with ZipFile(as_saved) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, (stamp.year, stamp.month, stamp.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return made.getvalue()


def _strip(relationships: Relationships) -> None:
    for id_, each in list(relationships.items()):
        if each.reltype in _SUPERFLUOUS:
            del relationships[id_]


def _fill(root: BaseOxmlElement, template: str, memo: Memo) -> None:
    """Put what a template of ours says in the place of what the library brings along."""
    page = environment().get_template(f"memo/docx/{template}.xml")
    text = page.render(language=memo.language, token=tokens(), width=twips(TEXT_WIDTH))
    root[:] = list(parse_xml(text.encode()))


def twips(length: Length) -> int:
    """Return a length in twentieths of a point, which Word counts in."""
    return length // Twips(1)


def _set_properties(document: WordDocument, memo: Memo) -> None:
    properties, head = document.core_properties, memo.head
    properties.author = properties.last_modified_by = head.author
    properties.language = _TAGS[memo.language]
    properties.revision = 1
    day = datetime.combine(date.fromisoformat(head.iso_day), time(), UTC)
    properties.created = properties.modified = day
    # Written as they are: the library refuses more than 255 letters, which the format does not.
    part = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    told = {
        "dc:title": head.title,
        "dc:subject": head.about,
        "dc:description": head.independent,
        "cp:keywords": head.keywords,
        "cp:category": head.kind,
    }
    for tag, text in told.items():
        for former in part.element.findall(qn(tag)):
            part.element.remove(former)
        made = OxmlElement(tag)
        made.text = text
        part.element.append(made)


def _set_page(document: WordDocument, memo: Memo) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Cm(2)
    section.header_distance = section.footer_distance = Cm(1.1)
    page, of = memo.head.page
    section.footer.part.element[:] = [
        element(
            "p",
            element("pPr", element("pStyle", val="Footer")),
            element("r", words(memo.head.independent), element("tab"), words(f"{page} ")),
            *field("PAGE"),
            element("r", words(f" {of} ")),
            *field("NUMPAGES"),
        )
    ]
