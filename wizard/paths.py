"""The only code that knows where rules, templates and data lie, in a checkout and in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _beside(name: str) -> Path:
    """Return the folder inside the installed package, or beside it in a checkout."""
    installed = PACKAGE / name
    return installed if installed.is_dir() else PACKAGE.parent / name


RULES = _beside("rules")
TEMPLATES = _beside("templates")
STATIC = PACKAGE / "web" / "static"
FONTS = PACKAGE / "fonts"
DATA = PACKAGE / "municipalities" / "data"
