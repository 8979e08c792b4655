"""The book as HTML: one page for screen, printer and PDF alike."""

from wizard.book.model import Book
from wizard.paths import STATIC
from wizard.press.html import chooser, environment, own_styles
from wizard.press.pdf import pdf_from_html


def render_html(book: Book) -> str:
    """Return the book as a page that stands alone, its styles inside it."""
    return _page(book, own_styles())


def render_pdf(book: Book) -> bytes:
    """Return the book as a PDF.

    Raises:
        PdfUnavailable: WeasyPrint or Pango is not on this machine.
        UnprintableCharacters: the font lacks a character, or one is invisible.

    """
    return pdf_from_html(_page(book, ""))  # the press brings its own styles


def _page(book: Book, styles: str) -> str:
    own = (STATIC / "book.css").read_text(encoding="utf-8")
    return (
        environment()
        .get_template("book/book.html")
        .render(book=book, t=chooser(book.language), styles=f"{styles}\n{own}")
    )
