"""A table as SSB answers it: JSON-stat 2, read strictly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod
from typing import Any

from wizard.refresh.problems import RefreshError

# What SSB puts in place of a figure.
_SIGNS = {".": "finnes ikke", "..": "mangler", ":": "vises ikke"}


@dataclass(frozen=True, slots=True)
class Cube:
    """A table: the codes of each dimension in order, and a value for each combination of codes.

    A value is `None` where SSB gives none; `signs` say why, by place.
    """

    codes: Mapping[str, tuple[str, ...]]
    values: Sequence[Decimal | None]
    signs: Mapping[int, str]

    def get(self, **wanted: str | Iterable[str]) -> Decimal | None:
        """Return the sum over the codes that are wanted of each dimension, all of it if not told.

        It is `None` where one of the parts is, or is not there.
        """
        parts = [self.values[place] if place is not None else None for place in self._at(wanted)]
        known = [part for part in parts if part is not None]
        return sum(known, Decimal()) if parts and len(known) == len(parts) else None

    def why(self, **wanted: str | Iterable[str]) -> str:
        """Return why there is no such value, in a few words."""
        for place in self._at(wanted):
            if place is None:
                return "står ikke i svaret"
            if self.values[place] is None:
                return _SIGNS.get(self.signs.get(place, ""), "mangler")
        return "står ikke i svaret"

    def _at(self, wanted: Mapping[str, str | Iterable[str]]) -> Iterable[int | None]:
        """Yield the place of each part, the last dimension running fastest."""
        chosen = [self._chosen(name, wanted.get(name)) for name in self.codes]
        sizes = [len(each) for each in self.codes.values()]
        for places in product(*chosen):
            at: int | None = 0
            for place, size in zip(places, sizes, strict=True):
                at = None if at is None or place is None else at * size + place
            yield at

    def _chosen(self, name: str, wanted: str | Iterable[str] | None) -> list[int | None]:
        codes = self.codes[name]
        if wanted is None:
            return list(range(len(codes)))
        each = (wanted,) if isinstance(wanted, str) else wanted
        places = {code: place for place, code in enumerate(codes)}
        return [places.get(code) for code in each]


def read_cube(raw: Any, *names: str) -> Cube:  # noqa: ANN401 - JSON
    """Return the table that an answer holds; it must have these dimensions.

    Raises:
        RefreshError: it is no JSON-stat 2, is cut short, or holds something else than numbers.

    """
    try:
        sizes = dict(zip(raw["id"], raw["size"], strict=True))
        codes = {name: _codes(raw["dimension"][name]["category"]["index"]) for name in sizes}
        values, signs = raw["value"], _signs(raw.get("status") or {})
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise RefreshError("svaret har ikke den formen vi kjenner (JSON-stat 2).") from wrong
    if missing := [name for name in names if name not in codes]:
        raise RefreshError(f"svaret mangler {', '.join(missing)}.")
    if any(len(codes[name]) != size for name, size in sizes.items()):
        raise RefreshError("svaret har et annet antall koder enn det selv sier.")
    if not isinstance(values, list) or len(values) != prod(sizes.values()):
        raise RefreshError("svaret har et annet antall tall enn det selv sier.")
    return Cube(codes, [_number(value) for value in values], signs)


def _codes(index: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    return tuple(index if isinstance(index, list) else sorted(index, key=index.__getitem__))


def _signs(status: Any) -> dict[int, str]:  # noqa: ANN401 - JSON
    pairs = enumerate(status) if isinstance(status, list) else status.items()
    return {int(place): sign for place, sign in pairs if sign}


def _number(value: Any) -> Decimal | None:  # noqa: ANN401 - JSON
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RefreshError(f"svaret har {value!r} der det skulle stå et tall.")
    return Decimal(str(value))
