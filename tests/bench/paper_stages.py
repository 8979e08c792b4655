"""Where the time of a warm memo goes: parsing, cascade, boxes, layout, drawing, writing."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from inspect import isgenerator
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

import pydyf  # type: ignore[import-untyped]
import weasyprint
import weasyprint.document
from cases import cases_of
from paper import memo_of

from wizard.memo.html import render_html
from wizard.press.pdf import pdf_from_html

_RENDERS = 9
_DOCUMENT = weasyprint.document
# What WeasyPrint calls, one after the other; none of them is inside another.
_STAGES = {
    "parse the HTML": (weasyprint.HTML, "__init__"),
    "selectors and cascade": (_DOCUMENT.Document, "_build_layout_context"),
    "boxes": (_DOCUMENT, "build_formatting_structure"),
    "layout": (_DOCUMENT, "layout_document"),
    "draw, tags and fonts": (_DOCUMENT, "generate_pdf"),
    "compress and write": (pydyf.PDF, "write"),
}
_REST = "our own, and the rest"


def told(rules: Path) -> Iterator[str]:
    """Yield a line for each stage: median milliseconds, and its share of the whole."""
    page = render_html(memo_of(cases_of(rules)), stylesheets=())
    pdf_from_html(page)
    renders = [_stages_of(page) for _ in range(_RENDERS)]
    whole = median(sum(each.values()) for each in renders)
    yield f"memo, warm: {whole * 1000:.0f} ms (median of {_RENDERS})"
    for stage in (*_STAGES, _REST):
        seconds = median(each[stage] for each in renders)
        yield f"  {stage:24} {seconds * 1000:7.1f} ms {seconds / whole:6.1%}"


def _stages_of(page: str) -> dict[str, float]:
    spent: dict[str, float] = defaultdict(float)
    with ExitStack() as patches:
        for stage, (owner, name) in _STAGES.items():
            timed = _timed(owner.__dict__[name], stage, spent)
            patches.enter_context(patch.object(owner, name, timed))
        with _clock(_REST, spent):
            pdf_from_html(page)
    spent[_REST] -= sum(seconds for stage, seconds in spent.items() if stage != _REST)
    return spent


def _timed(original: Any, stage: str, spent: dict[str, float]) -> Any:  # noqa: ANN401 - no types
    """Return the same function, or method of a class, with its time noted."""
    inner: Callable[..., Any] = getattr(original, "__func__", original)

    def timed(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - no types
        with _clock(stage, spent):
            done = inner(*arguments, **options)
            return list(done) if isgenerator(done) else done

    return classmethod(timed) if isinstance(original, classmethod) else timed


@contextmanager
def _clock(stage: str, spent: dict[str, float]) -> Iterator[None]:
    start = time.perf_counter()
    yield
    spent[stage] += time.perf_counter() - start
