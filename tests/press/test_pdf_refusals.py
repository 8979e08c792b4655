"""What the PDF refuses: the net, other files, strange characters, a machine without Pango."""

import subprocess
import sys
import zlib
from pathlib import Path

import pydyf  # type: ignore[import-untyped]
import pytest
from memos import memo_for

from wizard.characters import FONT_FILES
from wizard.memo.html import render_html, render_pdf
from wizard.paths import STATIC
from wizard.press import pdf as press
from wizard.press.finish import AMBIGUOUS_END, finish
from wizard.press.pdf import (
    PdfUnavailable,
    RefusedAddress,
    UnprintableCharacters,
    lay_out,
    own_file,
    pdf_from_html,
)

PAGE = '<html lang="nb"><title>Prøve</title><p>Prøve</p>{}</html>'


def test_our_own_files_can_be_read() -> None:
    """Fonts and stylesheets lie in the package."""
    font = FONT_FILES[400]
    assert own_file(font.as_uri()) == font.resolve()


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a",
        "file:///etc/passwd",
        "file://example.org/etc/passwd",
        f"{STATIC.as_uri()}/../../../pyproject.toml",
        f"{STATIC.as_uri()}/%2e%2e/__init__.py",
        "data:text/css,p{}",
        "//example.org/a",
        "a.png",
        "",
    ],
)
def test_everything_else_is_refused(address: str) -> None:
    """The net, inline data, and files outside our folders, however the address is written."""
    with pytest.raises(RefusedAddress):
        own_file(address)


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="x" src="http://example.org/a.png">',
        '<img alt="x" src="file:///etc/hostname">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        "<style>@import 'file:///etc/hostname';</style>",
        '<p style="background: url(data:image/png;base64,AAAA)">x</p>',
    ],
)
def test_a_page_that_asks_for_more_is_not_printed(markup: str) -> None:
    """A fetch is never silently left out of the memo: the render stops."""
    with pytest.raises(RefusedAddress):
        lay_out(PAGE.format(markup))


@pytest.mark.parametrize("sign", ["😀", "漢", "\u202e", "\u200b", "\x07", "\ue000"])
def test_a_character_that_cannot_be_printed_is_told(sign: str) -> None:
    """A box instead of a letter would break the archive format; this says which letter."""
    with pytest.raises(UnprintableCharacters) as refused:
        pdf_from_html(PAGE.format(f"<p>Hei {sign}</p>"))
    assert refused.value.signs == sign
    assert f"U+{ord(sign):04X}" in refused.value.message.nn


def test_a_machine_without_pango_gets_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names what to install, in both languages, and offers HTML."""
    memo = memo_for("oslo")
    press._press.cache_clear()  # noqa: SLF001 - as in a process that has not printed yet
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PdfUnavailable) as unavailable:
        render_pdf(memo)
    message = unavailable.value.message
    for text in (message.nb, message.nn):
        assert "libpango-1.0-0" in text
        assert "HTML" in text
    assert render_html(memo)


def test_weasyprint_is_loaded_only_when_a_pdf_is_asked_for() -> None:
    """Composing and showing a memo works, and starts fast, on a machine without Pango."""
    program = "import sys; import wizard.memo.compose, wizard.memo.html, wizard.press.pdf; "
    program += "sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_stream_that_ends_badly_is_written_without_compression(tmp_path: Path) -> None:
    """A carriage return before the closing line feed would be read as part of the line ending."""
    content = next(
        text
        for text in (b"(%d) Tj" % number for number in range(10_000))
        if zlib.compress(text, 9).endswith(b"\r")
    )
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream([content], compress=True))
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    with before.open("wb") as file:
        pdf.write(file)
    finish(None, pdf, padding=1)
    with after.open("wb") as file:
        pdf.write(file)
    assert AMBIGUOUS_END in before.read_bytes()
    assert AMBIGUOUS_END not in after.read_bytes()
