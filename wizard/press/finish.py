"""What WeasyPrint leaves out of a file that is to be both an archive copy and accessible.

One file meets PDF/A-2a and PDF/UA-1 when, just before it is written, every header cell says
which way it points, every link is marked for printing, and the metadata declare PDF/UA in
plain text together with the schema that PDF/A wants for such a declaration.

And no compressed stream may end in a carriage return: written before the line feed that closes
every stream, the two read as one line ending, and the stream as one byte too short.
"""

from collections.abc import Iterator
from typing import Any

AMBIGUOUS_END = b"\r\nendstream"

_PRINT = 4
_END = b"</rdf:RDF>"
_DECLARATION = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of PDF/UA that the file meets</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


# `document` and `pdf` are WeasyPrint's and pydyf's, which have no types.
def finish(document: Any, pdf: Any, padding: int = 0) -> None:  # noqa: ANN401, ARG001
    """Complete the file; WeasyPrint calls this just before it writes.

    Tried again because a stream ended badly, it settles the streams that are there, and adds
    `padding` objects that nothing refers to, which change the streams that writing adds.
    """
    for element in _dictionaries(pdf):
        if element.get("S") == "/TH":
            element["A"]["Scope"] = _scope(element, pdf)
        if element.get("Subtype") == "/Link":
            element["F"] = _PRINT
    _declare(pdf)
    if padding:
        _end_clearly(pdf)
    for number in range(padding):
        pdf.add_object(type(pdf.pages)({"Padding": number}))


def _dictionaries(pdf: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    return (found for found in pdf.objects if isinstance(found, dict))


def _scope(cell: dict[str, Any], pdf: Any) -> str:  # noqa: ANN401
    """Return which way a header cell points: down from a table head, else along its row."""
    row = _parent(cell, pdf)
    return "/Column" if _parent(row, pdf)["S"] == "/THead" else "/Row"


def _parent(element: dict[str, Any], pdf: Any) -> dict[str, Any]:  # noqa: ANN401
    number = int(element["P"].split()[0])
    parent: dict[str, Any] = pdf.objects[number]
    return parent


def _declare(pdf: Any) -> None:  # noqa: ANN401
    for found in pdf.objects:
        extra = getattr(found, "extra", {})
        if extra.get("Subtype") == "/XML":
            found.stream = [found.stream[0].replace(_END, _DECLARATION + _END)]
            found.compress = False


def _end_clearly(pdf: Any) -> None:  # noqa: ANN401
    for found in pdf.objects:
        if getattr(found, "compress", False) and found.data.endswith(AMBIGUOUS_END):
            found.compress = False
