"""What becomes of a Word document when LibreOffice opens it; and how it is taken apart."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

OFFICE = shutil.which("soffice")


def opened(content: bytes) -> WordDocument:
    """Return the document in a file."""
    return Document(BytesIO(content))


def text_in_libreoffice(content: bytes, folder: Path) -> str:
    """Return what LibreOffice and then poppler read out of a Word document, page by page."""
    source, home = folder / "notat.docx", folder / "office"
    source.write_bytes(content)
    office = [str(OFFICE), "--headless", f"-env:UserInstallation={home.as_uri()}"]
    convert = [*office, "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(convert, check=True, capture_output=True)
    read = ["pdftotext", "-layout", str(folder / "notat.pdf"), "-"]
    return subprocess.run(read, check=True, capture_output=True, text=True).stdout
