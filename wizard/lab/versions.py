"""What a scheme says of itself in all its editions, each thing once, and how to change one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from wizard.domain.conditions import Condition
from wizard.domain.schemes import Scheme


def values_of(scheme: Scheme, name: str) -> tuple[Any, ...]:
    """Return every value that a field of a scheme has in some edition, each once."""
    versions = scheme.versions or (scheme,)
    return tuple({id(each): each for each in (getattr(one, name) for one in versions)}.values())


def with_value(scheme: Scheme, name: str, old: object, new: object) -> Scheme:
    """Return the scheme with another value of a field, wherever the old one stands."""

    def put(values: Mapping[str, Any]) -> dict[str, Any]:
        swapped = {name: new} if values.get(name) is old and name in values else {}
        return {**values, **swapped}

    editions = (replace(each, instead=put(each.instead)) for each in scheme.editions)
    return replace(scheme, editions=tuple(editions), **put({name: getattr(scheme, name)}))


def conditions_of(scheme: Scheme) -> Iterator[Condition]:
    """Yield every condition that a scheme has in some edition."""
    for name in ("in_place", "relevant"):
        yield from (each for each in values_of(scheme, name) if each)
    for edition in scheme.editions:
        yield from (each.condition for each in edition.requirements)
