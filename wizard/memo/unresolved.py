"""Nothing unresolved gets on paper: no empty text, no slot left open, no field without a place.

These come from outside: from rule files and from what an adviser wrote. Our own mistakes are not
problems of the rules, and are not caught here.
"""

import re
from collections.abc import Iterable, Iterator

from wizard.domain.text import Text
from wizard.memo.charts.chart import Chart
from wizard.memo.marks import unmarked
from wizard.memo.model import FreeText, Head
from wizard.memo.parts import texts

_SLOT = re.compile(r"\{[^{}]*\}")
_EMPTY = Text("{place}: teksten mangler", "{place}: teksten manglar")
_OPEN_SLOT = Text("{place}: «{slot}» er ikke fylt ut", "{place}: «{slot}» er ikkje fylt ut")
_UNKNOWN_KEY = Text("{place}: ukjent nøkkel «{key}»", "{place}: ukjend nøkkel «{key}»")


_NO_PROVENANCE = Text(
    "{place}: «{figure}» sier ikke hvor tallet er fra",
    "{place}: «{figure}» seier ikkje kvar talet er frå",
)


class IncompleteMemo(ValueError):
    """The memo cannot be printed. `problems` holds all that is unresolved, place by place."""

    def __init__(self, problems: tuple[Text, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.nb for problem in problems))


def unknown_fields(given: Iterable[str], known: frozenset[str]) -> Iterator[Text]:
    """Yield a problem for each field of the adviser's that has no place on paper."""
    for key in given:
        if key not in known:
            yield _UNKNOWN_KEY.format(place="rådgiver", key=key)


def unresolved(value: object, place: str = "notat") -> Iterator[Text]:
    """Yield a problem for each text that is empty or has an open slot, in reading order."""
    for where, text in texts(value, place):
        yield from _in_text(text, where)


def without_provenance(memo: object, place: str = "notat") -> Iterator[Text]:
    """Yield a problem for each figure that does not say where it is from, in reading order.

    A chart names its source below it, and the head has no figures but days.
    """
    for where, text in texts(memo, place, without=(Chart, Head)):
        for figure in unmarked(text):
            yield _NO_PROVENANCE.format(place=where, figure=figure)


def _in_text(text: str, place: str) -> Iterator[Text]:
    if not text.strip():
        yield _EMPTY.format(place=place)
    slots = [] if isinstance(text, FreeText) else _SLOT.findall(text)
    for slot in slots:
        yield _OPEN_SLOT.format(place=place, slot=slot)
