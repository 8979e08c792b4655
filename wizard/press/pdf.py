"""From HTML to a file that is an archive copy (PDF/A-2a) and accessible (PDF/UA-1) at once.

The only code that knows WeasyPrint, and it knows it only when a PDF is asked for: the rest
works on a machine without Pango. One render at a time in a process. The file depends on
nothing but the memo and the versions of the tools: same memo, same bytes.
"""

import atexit
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from wizard.characters import FONT_FILES, Unprintable, unprintable
from wizard.domain.text import Text
from wizard.paths import FONTS, STATIC, TEMPLATES
from wizard.press.finish import AMBIGUOUS_END, finish
from wizard.press.html import STYLESHEETS
from wizard.press.problems import NotPrinted

FAMILY = "Notat Sans"
VARIANT = "pdf/a-2a"

_OUR_FOLDERS = (FONTS, STATIC, TEMPLATES)
_ONE_AT_A_TIME = Lock()
_UNAVAILABLE = Text(
    "Kan ikke lage PDF: Pango mangler på denne maskinen. På Debian og Ubuntu: «apt-get install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig». På macOS: «brew install "
    "pango». Notatet finnes også som HTML, som kan skrives ut fra nettleseren.",
    "Kan ikkje lage PDF: Pango manglar på denne maskina. På Debian og Ubuntu: «apt-get install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig». På macOS: «brew install "
    "pango». Notatet finst òg som HTML, som kan skrivast ut frå nettlesaren.",
)
_UNPRINTABLE = Text(
    "Kan ikke lage PDF: skriften har ikke disse tegnene: {signs}",
    "Kan ikkje lage PDF: skrifta har ikkje desse teikna: {signs}",
)


class PdfUnavailable(NotPrinted):
    """This machine cannot make a PDF. `message` names what to install, and offers HTML."""

    def __init__(self) -> None:
        super().__init__(_UNAVAILABLE)


class UnprintableCharacters(NotPrinted):
    """The memo holds characters that cannot be printed. `signs` are those characters."""

    def __init__(self, found: Iterable[Unprintable]) -> None:
        found = tuple(found)
        self.signs = "".join(each.character for each in found)
        named = ", ".join(each.named for each in found)
        super().__init__(_UNPRINTABLE.format(signs=named))


class RefusedAddress(ValueError):
    """The page asked for something that does not lie in our own folders."""


@dataclass(frozen=True, slots=True)
class _Press:
    """What every render shares: building it costs more than using it, and shared it stays small."""

    html: Any
    fonts: Any
    stylesheets: list[Any]
    fetcher: Any
    fetch_failed: type[BaseException]


def pdf_from_html(page: str) -> bytes:
    """Return a page of ours, whose styles come from our stylesheets, as a PDF."""
    if found := unprintable(page):
        raise UnprintableCharacters(found)
    with _ONE_AT_A_TIME:
        return _written(lay_out(page))


def warm_up() -> None:
    """Load everything that a render needs, so that the first is as quick as the next."""
    with suppress(PdfUnavailable):
        pdf_from_html('<html lang="nb"><title>x</title><p>x</p></html>')


def lay_out(page: str) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Return WeasyPrint's document: pages with everything in its place, not yet a file.

    Raises:
        RefusedAddress: the page asks for something that is not ours.

    """
    press = _press()
    try:
        source = press.html(string=page, url_fetcher=press.fetcher)
        return source.render(
            font_config=press.fonts, stylesheets=press.stylesheets, pdf_variant=VARIANT
        )
    except press.fetch_failed as error:
        raise RefusedAddress(str(error)) from error


def _written(document: Any) -> bytes:  # noqa: ANN401 - WeasyPrint has no types
    """Return the file, with as much padding as it takes for every stream to end clearly."""
    padding = 0
    while True:
        finisher = partial(finish, padding=padding)
        pdf: bytes = document.write_pdf(pdf_variant=VARIANT, finisher=finisher)
        if AMBIGUOUS_END not in pdf:
            return pdf
        padding += 1


def own_file(address: str) -> Path:
    """Return the file of ours that an address names.

    Raises:
        RefusedAddress: it names anything else: the net, inline data, a file elsewhere.

    """
    parts = urlsplit(address)
    if parts.scheme != "file" or parts.netloc:
        raise RefusedAddress(address)
    path = Path(url2pathname(parts.path)).resolve()
    if not any(path.is_relative_to(folder.resolve()) for folder in _OUR_FOLDERS):
        raise RefusedAddress(address)
    return path


@cache
def _press() -> _Press:
    try:
        from weasyprint import CSS, HTML  # noqa: PLC0415 - see the top of this file
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
        from weasyprint.urls import (  # noqa: PLC0415
            FatalURLFetchingError,
            URLFetcher,
            URLFetcherResponse,
        )
    except (ImportError, OSError) as error:
        raise PdfUnavailable from error

    class OwnFiles(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
        """Reads our own files and refuses the rest, which stops the render."""

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401, ARG002
            return URLFetcherResponse(url, own_file(url).read_bytes())

    # Its destructor calls Pango, which is gone if the interpreter gets there first.
    atexit.register(_press.cache_clear)
    fonts, fetcher = FontConfiguration(), OwnFiles(fail_on_errors=True)
    texts = [_font_faces(), *(path.read_text(encoding="utf-8") for path in STYLESHEETS)]
    stylesheets = [CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in texts]
    return _Press(HTML, fonts, stylesheets, fetcher, FatalURLFetchingError)


def _font_faces() -> str:
    """Return one rule for each weight; WeasyPrint does not read ranges."""
    face = '@font-face {{ font-family: "{}"; font-weight: {}; src: url("{}"); }}'
    faces = (face.format(FAMILY, weight, path.as_uri()) for weight, path in FONT_FILES.items())
    return "\n".join(faces)
