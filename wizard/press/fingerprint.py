"""What everything printed is made with, in one short text that changes when any of it does."""

import hashlib
from functools import cache
from importlib.metadata import version

from wizard.characters import FONT_FILES
from wizard.paths import PACKAGE, STATIC, TEMPLATES

_LIBRARIES = (
    "cssselect2",
    "fonttools",
    "jinja2",
    "pydyf",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)


@cache
def program() -> str:
    """Return the fingerprint of our program, its templates, styles and fonts, and its libraries.

    The rules and a case are not in it, and neither is what the system brings: Pango, HarfBuzz.
    """
    files = [*PACKAGE.rglob("*.py"), *STATIC.glob("*.css"), *TEMPLATES.rglob("*.html")]
    found = hashlib.sha256()
    for path in (*sorted(files), *FONT_FILES.values()):
        found.update(hashlib.sha256(path.read_bytes()).digest())
    for name in _LIBRARIES:
        found.update(f"{name} {version(name)}\n".encode())
    return found.hexdigest()


def of(*parts: str | bytes) -> str:
    """Return the fingerprint of something made from these, by the program as it is."""
    found = hashlib.sha256(program().encode())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(b"%d:" % len(data) + data)
    return found.hexdigest()
