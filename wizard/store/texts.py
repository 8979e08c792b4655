"""The texts of a case file on receipt: cleaned, and searched for what cannot be printed."""

from typing import Any

from wizard.characters import clean, numbered, told, unprintable
from wizard.store import problems as say
from wizard.store.problems import CaseProblem, pointer

# Nothing in a case file lies deeper; what does is refused by its shape.
_DEEPEST = 6


def received(raw: Any, *path: str | int) -> tuple[Any, list[CaseProblem]]:  # noqa: ANN401 - JSON
    """Return the JSON with every text cleaned, and what is wrong with the characters.

    A character that cannot be printed is reported at its place, and stands there by its number,
    so that everything else that is said of the file can be printed too.
    """
    if isinstance(raw, str):
        return numbered(raw), _problems(raw, *path)
    if isinstance(raw, list) and len(path) < _DEEPEST:
        pairs = [received(each, *path, place) for place, each in enumerate(raw)]
        return [each for each, _ in pairs], [problem for _, found in pairs for problem in found]
    if isinstance(raw, dict) and len(path) < _DEEPEST:
        return _received_object(raw, *path)
    return raw, []


def _received_object(
    raw: dict[str, Any], *path: str | int
) -> tuple[dict[str, Any], list[CaseProblem]]:
    found: list[CaseProblem] = []
    cleaned: dict[str, Any] = {}
    for key, each in raw.items():
        name = numbered(key)
        value, problems = received(each, *path, name)
        found += [*_problems(key, *path), *problems]
        if name in cleaned:
            found.append(CaseProblem(pointer(*path), say.REPEATED_KEY.format(key=name)))
        cleaned[name] = value
    return cleaned, found


def _problems(text: str, *path: str | int) -> list[CaseProblem]:
    bad = unprintable(clean(text))
    if not bad:
        return []
    return [CaseProblem(pointer(*path), say.UNPRINTABLE.format(signs=told(bad)))]
