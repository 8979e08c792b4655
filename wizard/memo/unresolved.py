"""Nothing unresolved gets on paper: no empty text, no slot left open, no unknown key."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TypeVar, cast

from wizard.domain.text import Text
from wizard.memo.model import FreeText

Part = TypeVar("Part")

_SLOT = re.compile(r"\{[^{}]*\}")
_EMPTY = Text("{place}: teksten mangler", "{place}: teksten manglar")
_OPEN_SLOT = Text("{place}: «{slot}» er ikke fylt ut", "{place}: «{slot}» er ikkje fylt ut")
_UNKNOWN_KEY = Text("{place}: ukjent nøkkel «{key}»", "{place}: ukjend nøkkel «{key}»")


class IncompleteMemo(ValueError):
    """The memo cannot be printed. `problems` holds all that is unresolved, place by place."""

    def __init__(self, problems: tuple[Text, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.nb for problem in problems))


class Parts:
    """Makes the parts of a memo one by one, and remembers what could not be made."""

    def __init__(self) -> None:
        """Start with nothing wrong."""
        self.problems: list[Text] = []

    def make(self, place: str, build: Callable[[], Part]) -> Part:
        """Return the part; a stand-in that never gets out when a key in it is unknown."""
        try:
            return build()
        except KeyError as error:
            key = error.args[0] if error.args else ""
            self.problems.append(_UNKNOWN_KEY.format(place=place, key=key))
            return cast("Part", None)

    def refuse_unknown(
        self, place: str, given: Mapping[str, object], known: frozenset[str]
    ) -> None:
        """Remember every key that has no place on paper."""
        unknown = [key for key in given if key not in known]
        self.problems += [_UNKNOWN_KEY.format(place=place, key=key) for key in unknown]


def unresolved(value: object, place: str = "notat") -> Iterator[Text]:
    """Yield a problem for each text that is empty or has an open slot, in reading order."""
    if isinstance(value, str):
        yield from _in_text(value, place)
    elif isinstance(value, tuple):
        for number, each in enumerate(value, start=1):
            yield from unresolved(each, f"{place}.{number}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from unresolved(getattr(value, field.name), f"{place}.{field.name}")


def _in_text(text: str, place: str) -> Iterator[Text]:
    if not text.strip():
        yield _EMPTY.format(place=place)
    slots = [] if isinstance(text, FreeText) else _SLOT.findall(text)
    for slot in slots:
        yield _OPEN_SLOT.format(place=place, slot=slot)
