"""Elements of WordprocessingML, written as they are read."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def element(tag: str, *children: BaseOxmlElement | None, **attributes: object) -> BaseOxmlElement:
    """Return an element of Word's own namespace; a child that is `None` is left out."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def flag(tag: str, *, on: bool) -> BaseOxmlElement | None:
    """Return an element that says yes by being there."""
    return element(tag) if on else None


def words(text: str) -> BaseOxmlElement:
    """Return a text with its spaces as they are."""
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def field(code: str) -> list[BaseOxmlElement]:
    """Return what Word works out where it stands, such as the number of the page."""
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", _code(code)),
        element("r", element("fldChar", fldCharType="separate")),
        element("r", words("1")),
        element("r", element("fldChar", fldCharType="end")),
    ]


def _code(text: str) -> BaseOxmlElement:
    made = element("instrText")
    made.text = text
    return made
