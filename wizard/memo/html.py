"""The memo as HTML, one page for screen, printer and PDF alike, and as that PDF."""

from collections.abc import Sequence

from wizard.memo.model import Memo
from wizard.press.html import environment, own_styles, tokens
from wizard.press.pdf import pdf_from_html


def render_html(memo: Memo, stylesheets: Sequence[str] | None = None) -> str:
    """Return the memo as a page.

    Without `stylesheets` it stands alone, its styles inside it. Otherwise it links to the
    addresses given, which may be none.
    """
    template = environment().get_template("memo/memo.html")
    return template.render(
        memo=memo,
        token=tokens(),
        styles=own_styles() if stylesheets is None else None,
        stylesheets=stylesheets or (),
    )


def render_pdf(memo: Memo) -> bytes:
    """Return the memo as a PDF.

    Raises:
        PdfUnavailable: WeasyPrint or Pango is not on this machine.
        UnprintableCharacters: the font lacks a character, or one is invisible.

    """
    return pdf_from_html(render_html(memo, stylesheets=()))
