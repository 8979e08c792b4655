"""Which rows of an answer are the municipalities, and that they are all there, and no others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from wizard.refresh.cube import Cube
from wizard.refresh.problems import RefreshError

COUNTRY = "0"
_JOINED = re.compile(r"K[-_](?=[0-9]{4}$)")  # how SSB writes a municipality in a joined series
_FEW = 5


@dataclass(frozen=True, slots=True)
class Kommuner:
    """The municipalities that there are: names by number."""

    names: Mapping[str, str]

    def told(self, number: str) -> str:
        """Return a municipality with number and name."""
        return f"{number} {self.names.get(number, '')}".rstrip()

    def some(self, numbers: list[str]) -> str:
        """Return the first few, and how many there are."""
        told = ", ".join(map(self.told, numbers[:_FEW]))
        return f"{told} og {len(numbers) - _FEW} til" if len(numbers) > _FEW else told

    def in_order(self, cube: Cube) -> Cube:
        """Return the table with plain numbers for the municipalities.

        Raises:
            RefreshError: one is missing or stands twice, or there are figures of one we do not
                know in one of the present counties.

        """
        codes = tuple(_JOINED.sub("", code) for code in cube.codes["Region"])
        if len(set(codes)) < len(codes):
            raise RefreshError("en kommune står to ganger i svaret.")
        plain = replace(cube, codes={**cube.codes, "Region": codes})
        if missing := [number for number in self.names if number not in set(codes)]:
            raise RefreshError(
                f"svaret mangler {len(missing)} av {len(self.names)} kommuner: "
                f"{self.some(missing)}."
            )
        if more := [code for code in codes if self._is_unknown(code) and _has_figures(plain, code)]:
            raise RefreshError(
                f"svaret har tall for en kommune vi ikke kjenner: {', '.join(more[:_FEW])}."
            )
        return plain

    def _is_unknown(self, code: str) -> bool:
        counties = {number[:2] for number in self.names}
        return len(code) == len("0301") and code not in self.names and code[:2] in counties

    def whole(self, cube: Cube, number: str, what: str, **wanted: str | list[str]) -> int:
        """Return a whole number that must be there.

        Raises:
            RefreshError: it is not known, or is not whole and positive or zero.

        """
        value = cube.get(Region=number, **wanted)
        if value is None:
            why = cube.why(Region=number, **wanted)
            raise RefreshError(f"{what} {why} for {self.told(number)}.")
        return whole(value, f"{what} for {self.told(number)}")


def whole(value: Decimal, what: str) -> int:
    """Return a value as the whole number it must be; raises `RefreshError`."""
    if value < 0 or value != value.to_integral_value():
        raise RefreshError(f"{what} er {value}, og skulle vært et helt tall.")
    return int(value)


def _has_figures(cube: Cube, code: str) -> bool:
    at = cube.codes["Region"].index(code)
    names = list(cube.codes)
    sizes = [len(each) for each in cube.codes.values()]
    after = before = 1
    for name, size in zip(names, sizes, strict=True):
        if names.index(name) < names.index("Region"):
            before *= size
        elif name != "Region":
            after *= size
    stride = len(cube.codes["Region"]) * after
    places = (b * stride + at * after + a for b in range(before) for a in range(after))
    return any(cube.values[place] for place in places)
