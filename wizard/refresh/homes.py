"""Tables 06265, 06035 and 06944: dwellings by type of building, their prices, and incomes."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from wizard.refresh import bounds
from wizard.refresh.asking import Ssb
from wizard.refresh.cube import Cube, read_cube
from wizard.refresh.fresh import FreshColumn
from wizard.refresh.problems import RefreshError
from wizard.refresh.regions import COUNTRY, Kommuner, whole

DWELLINGS, PRICES, INCOMES = "06265", "06035", "06944"
# The codes of 06265, and of 06035 with its two contents.
_BUILDINGS = {
    "enebolig": "01",
    "tomannsbolig": "02",
    "rekkehus": "03",
    "blokk": "04",
    "bofellesskap": "05",
    "annen": "999",
}
_KINDS = {"enebolig": "01", "smahus": "02", "blokk": "03"}
_PRICE, _SALES = "KvPris", "Omsetninger"
_EVERYBODY, _INCOME = "0000", "InntSkatt"
_NEWEST = {"valueCodes[Region]": "*", "valueCodes[Tid]": "top(1)"}
_NEAR = Decimal("0.005")  # Svalbard counts in the country, and is no municipality
_ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Homes:
    """The newest answer of each table, and the municipalities they are about."""

    dwellings: Cube
    prices: Cube
    incomes: Cube
    kommuner: Kommuner


def fetch(ssb: Ssb, kommuner: Kommuner) -> Homes:
    """Ask for the newest year of each table."""
    dwellings = ssb.table(
        DWELLINGS,
        {**_NEWEST, "valueCodes[BygnType]": "*", "valueCodes[ContentsCode]": "Boliger"},
        lambda raw: _dwellings(raw, kommuner),
    )
    contents = f"{_PRICE},{_SALES}"
    kinds = ",".join(_KINDS.values())
    prices = ssb.table(
        PRICES,
        {**_NEWEST, "valueCodes[Boligtype]": kinds, "valueCodes[ContentsCode]": contents},
        lambda raw: kommuner.in_order(_newest(raw, "Boligtype", "ContentsCode")),
    )
    incomes = ssb.table(
        INCOMES,
        {**_NEWEST, "valueCodes[HusholdType]": _EVERYBODY, "valueCodes[ContentsCode]": _INCOME},
        lambda raw: _incomes(raw, kommuner),
    )
    return Homes(dwellings, prices, incomes, kommuner)


def _newest(raw: object, *names: str) -> Cube:
    """Return a table of one year; raises `RefreshError` where it is of several, or of none."""
    cube = read_cube(raw, "Region", "Tid", *names)
    if len(cube.codes["Tid"]) != 1 or not cube.codes["Tid"][0].isdecimal():
        raise RefreshError("svaret er ikke for ett år.")
    return cube


def _dwellings(raw: object, kommuner: Kommuner) -> Cube:
    cube = kommuner.in_order(_newest(raw, "BygnType"))
    if set(cube.codes["BygnType"]) != set(_BUILDINGS.values()):
        raise RefreshError("svaret har andre bygningstyper enn dem vi kjenner.")
    for number in kommuner.names:
        for kind, code in _BUILDINGS.items():
            kommuner.whole(cube, number, f"boliger ({kind})", BygnType=code)
    if COUNTRY in cube.codes["Region"]:
        total = cube.get(Region=COUNTRY)
        parts = sum(kommuner.whole(cube, number, "boliger") for number in kommuner.names)
        if total is None or abs(parts - total) > total * _NEAR:
            raise RefreshError(
                f"kommunene har til sammen {parts} boliger, men hele landet har {total}."
            )
    return cube


def _incomes(raw: object, kommuner: Kommuner) -> Cube:
    cube = kommuner.in_order(_newest(raw, "HusholdType"))
    for number in kommuner.names:
        kommuner.whole(cube, number, "medianinntekt")
    return cube


def columns(homes: Homes, years: dict[str, str]) -> Iterator[FreshColumn]:
    """Yield the columns of the three tables.

    `years` are those of the columns that they come in place of, by table. The numbers of dwellings
    are read now, so none is reconstructed any more.
    """
    yield from _dwelling_columns(homes, years[DWELLINGS])
    yield from _price_columns(homes, years[PRICES])
    was, year = years[INCOMES], homes.incomes.codes["Tid"][0]
    incomes = {
        number: str(homes.kommuner.whole(homes.incomes, number, "medianinntekt"))
        for number in homes.kommuner.names
    }
    name = "median_inntekt_etter_skatt_{}_kr"
    yield FreshColumn(
        name.format(was), name.format(year), "ssb-06944", year, incomes, bounds.INCOME
    )


def _dwelling_columns(homes: Homes, was: str) -> Iterator[FreshColumn]:
    cube, names = homes.dwellings, homes.kommuner.names
    year = cube.codes["Tid"][0]
    source, day = "ssb-06265", f"{year}-01-01"
    counts = {number: homes.kommuner.whole(cube, number, "boliger") for number in names}
    texts: dict[str, object] = {"derivation": "as published", "doubts": [], "doubt_column": None}
    cells = {number: str(n) for number, n in counts.items()}
    yield FreshColumn(
        f"boliger_{was}", f"boliger_{year}", source, day, cells, bounds.DWELLINGS, texts=texts
    )
    flags = dict.fromkeys(names, "0")
    flag = "boliger_{}_multippel_antatt"
    yield FreshColumn(flag.format(was), flag.format(year), source, day, flags)
    for kind, code in _BUILDINGS.items():
        shares = {
            number: _share(homes.kommuner.whole(cube, number, kind, BygnType=code), n)
            for number, n in counts.items()
        }
        share = f"andel_{kind}_{{}}_pst"
        yield FreshColumn(share.format(was), share.format(year), source, day, shares, bounds.TYPES)


def _price_columns(homes: Homes, was: str) -> Iterator[FreshColumn]:
    cube, year = homes.prices, homes.prices.codes["Tid"][0]
    for kind, code in _KINDS.items():
        prices: dict[str, str] = {}
        sales: dict[str, str] = {}
        for number in homes.kommuner.names:
            price, sold = (
                cube.get(Region=number, Boligtype=code, ContentsCode=each)
                for each in (_PRICE, _SALES)
            )
            # A price of few sales is hidden, and zero is no price: neither is known.
            if price and sold:
                told = f"for {homes.kommuner.told(number)}"
                prices[number] = str(whole(price, f"kvadratmeterprisen {told}"))
                sales[number] = str(whole(sold, f"antall salg {told}"))
        for name, cells, bound in (
            (f"pris_{kind}_m2_{{}}_kr", prices, bounds.PRICE),
            (f"omsetninger_{kind}_{{}}", sales, bounds.SALES),
        ):
            yield FreshColumn(
                name.format(was), name.format(year), "ssb-06035", year, cells, bound, complete=False
            )


def _share(part: int, whole_of_it: int) -> str:
    if not whole_of_it:
        raise RefreshError("en kommune har ingen boliger.")
    return str((_ALL * part / whole_of_it).quantize(Decimal("0.1"), ROUND_HALF_UP))
