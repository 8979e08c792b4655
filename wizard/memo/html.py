"""The memo as HTML, one page for screen, printer and PDF alike, and as that PDF."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from wizard.memo.charts.chart import Chart
from wizard.memo.model import Item, Memo
from wizard.memo.parts import mark_after
from wizard.press.html import environment, own_styles
from wizard.press.pdf import pdf_from_html
from wizard.voice.cites import CLOSE, OPEN

_MARK = re.compile(f"{OPEN}([0-9]+){CLOSE}")


def render_html(
    memo: Memo, stylesheets: Sequence[str] | None = None, way_back: Item | None = None
) -> str:
    """Return the memo as a page.

    Without `stylesheets` it stands alone, its styles inside it. Otherwise it links to the
    addresses given, which may be none. `way_back` is where a reader on screen came from: the words
    of the link and its address.
    """
    page = (
        environment()
        .get_template("memo/memo.html")
        .render(
            memo=memo,
            kind=lambda block: type(block).__name__,
            drawing=_drawing,
            shown=_shown,
            styles=own_styles() if stylesheets is None else None,
            stylesheets=stylesheets or (),
            way_back=way_back,
        )
    )
    return _MARK.sub(_mark, page)


def _mark(found: re.Match[str]) -> str:
    """Return the mark as a link to its note."""
    shown = mark_after(found.string[max(found.start() - 1, 0) : found.start()], found[1])
    return f'<sup class="mark"><a href="#note-{found[1]}">{shown}</a></sup>'


def _drawing(chart: Chart) -> Markup:
    """Return the drawing; its module has escaped what it says."""
    return Markup(chart.svg)  # noqa: S704 - see above


def _shown(link: str) -> str:
    """Return an address as it is printed, whole: each part of it would be a link in the PDF."""
    return link.removeprefix("https://").removesuffix("/")


def render_pdf(memo: Memo) -> bytes:
    """Return the memo as a PDF.

    Raises:
        PdfUnavailable: WeasyPrint or Pango is not on this machine.
        UnprintableCharacters: the font lacks a character, or one is invisible.

    """
    return pdf_from_html(render_html(memo, stylesheets=()))
