"""What WeasyPrint leaves out of a file that is to be both an archive copy and accessible.

One file meets PDF/A-2a and PDF/UA-1 when, just before it is written, every header cell says
which way it points, every link is marked for printing, and the metadata declare PDF/UA in
plain text together with the schema that PDF/A wants for such a declaration.
"""

from collections.abc import Iterator
from typing import Any

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
def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401, ARG001 - called by WeasyPrint
    """Complete the file; WeasyPrint calls this just before it writes."""
    for element in _dictionaries(pdf):
        if element.get("S") == "/TH":
            element["A"]["Scope"] = _scope(element, pdf)
        if element.get("Subtype") == "/Link":
            element["F"] = _PRINT
    _declare(pdf)


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
