"""What renders printed pages: templates, their languages, and the styles that they share."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wizard.domain.text import capfirst
from wizard.paths import STATIC, TEMPLATES

STYLESHEETS: tuple[Path, ...] = (STATIC / "tokens.css", STATIC / "memo.css")

_KEEP_TOGETHER = re.compile(r"(?<=§) |(?<=\d) (?=\d{3}\b)|(?<=\d\.) (?=[a-z]+ \d{4}\b)")
_TOKEN = re.compile(r"--ds-color-([a-z-]+):\s*(#[0-9a-f]{3,6});")


def chooser(language: str) -> Callable[[str, str], str]:
    """Return what picks the phrase: templates write both languages side by side."""
    return (lambda nb, _nn: nb) if language == "nb" else (lambda _nb, nn: nn)


@cache
def environment() -> Environment:
    """Return what renders our printed pages."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_typeset,
    )
    environment.filters["capfirst"] = capfirst
    return environment


def _typeset(value: object) -> object:
    """Return a value as it is printed; what is HTML already is left as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return kept_together(value)


def kept_together(text: str) -> str:
    """Return a text whose numbers, dates and section signs no line break tears apart."""
    return _KEEP_TOGETHER.sub("\u00a0", text)


@cache
def own_styles() -> str:
    """Return our own stylesheets; the template does not escape them."""
    return "\n".join(path.read_text(encoding="utf-8") for path in STYLESHEETS)


@cache
def tokens() -> dict[str, str]:
    """Return the colours by name, for drawings, which see no stylesheet."""
    return dict(_TOKEN.findall((STATIC / "tokens.css").read_text(encoding="utf-8")))
