"""Which needs matter most, as JSON: the same in a case file and in the database."""

from collections.abc import Container, Sequence
from typing import Any

from wizard.domain.case import DONT_KNOW, DontKnow
from wizard.domain.priorities import MOST, repeated
from wizard.domain.text import Text
from wizard.store import problems as say
from wizard.store.values import means_dont_know

Priorities = tuple[str, ...] | DontKnow | None
UNKNOWN = "vet_ikke"


def priorities_to_json(priorities: Priorities) -> Any:  # noqa: ANN401 - JSON has no better type
    """Return the choice in the form that a case file has it in; `None` for one not made."""
    if priorities is None:
        return None
    return UNKNOWN if isinstance(priorities, DontKnow) else list(priorities)


def priorities_from_json(raw: Any) -> Priorities:  # noqa: ANN401 - JSON has no better type
    """Return the choice that a sound value says."""
    if raw is None:
        return None
    return DONT_KNOW if means_dont_know(raw) else tuple(raw)


def priorities_known(raw: Any, needs: Container[str]) -> Priorities:  # noqa: ANN401 - JSON
    """Return a stored choice as far as the rulebook still knows it: no need of it, no choice."""
    found = priorities_from_json(raw)
    if not isinstance(found, tuple):
        return found
    return tuple(need for need in found if need in needs) or None


def fault_of(raw: Any) -> tuple[int | None, Text]:  # noqa: ANN401 - JSON has no better type
    """Return what is wrong with a value that is no choice, and at which place of a list."""
    if not isinstance(raw, list) or not all(isinstance(each, str) for each in raw):
        return None, say.WRONG_PRIORITIES
    if not raw:
        return None, say.NO_PRIORITIES
    if (place := repeated(raw)) is not None:
        return place, say.PRIORITY_TWICE.format(id=_short(raw[place]))
    if len(raw) > MOST:
        return None, say.TOO_MANY_PRIORITIES.format(n=len(raw), first=_first(raw))
    return None, say.WRONG_PRIORITIES


def _first(raw: Sequence[str]) -> str:
    return ", ".join(f"«{_short(each)}»" for each in raw[:MOST])


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004 - what fits on a line
