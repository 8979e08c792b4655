"""What SSB would answer of the municipalities, worked out from the figures that we have.

They are no figures of SSB's: those of a year that we lack are last year's with a few more.
"""

import csv
import math
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from like_ssb import Query, dataset

from wizard.paths import DATA

ROWS = {
    row["kommunenummer"]: row
    for row in csv.DictReader((DATA / "kommuner.csv").read_text("utf-8").splitlines())
}
MOVED = "3423"
SPLIT = {"1806", "1875", "5055", "5056", "5059"}
AGES = [f"{age:03}" for age in range(105)] + ["105+"]
BUILDINGS = {
    "01": "enebolig",
    "02": "tomannsbolig",
    "03": "rekkehus",
    "04": "blokk",
    "05": "bofellesskap",
    "999": "annen",
}
KINDS = {"01": "enebolig", "02": "smahus", "03": "blokk"}
PEOPLE = "pxwebapi/v2/tables/07459/data"
PROJECTION = "pxwebapi/v2/tables/14746/data"
DWELLINGS = "pxwebapi/v2/tables/06265/data"
PRICES = "pxwebapi/v2/tables/06035/data"
INCOMES = "pxwebapi/v2/tables/06944/data"
CODES = "klass/v1/classifications/131/codesAt"
CHANGES = "klass/v1/classifications/131/changes"
Number = int | None


def persons(number: str, year: int, age: str) -> int:
    """Return persons of an age: all of them are 10, 40, 70 or 85 years old."""
    row = ROWS[number]
    if number in SPLIT and year < 2020:
        return 0
    known = {2016: 2016, 2017: 2016, 2025: 2025}.get(year, 2026)
    everybody = int(row[f"folketall_{known}"]) + (year - known) * 3
    old, oldest = int(row["antall_67pluss_2026"]), int(row["antall_80pluss_2026"])
    children = round(float(row["andel_0_15_2026_pst"]) * everybody / 100)
    if age == "040":
        return everybody - old - children
    return {"010": children, "070": old - oldest, "085": oldest}[age]


USED = {"010", "040", "070", "085"}


def summed(value: Callable[[str], Number]) -> int:
    """Return the sum of all municipalities."""
    return sum(value(number) or 0 for number in ROWS)


def people(year: int) -> Callable[[Query], Any]:
    """Answer table 07459 with this as the newest year."""

    def answer(query: Query) -> Any:  # noqa: ANN401 - JSON
        asked = query["valueCodes[Tid]"]
        years = [str(each) for each in range(year - 10, year + 1)]
        years = years if asked == "top(11)" else sorted(asked.split(","))
        assert query["valueCodes[ContentsCode]"] == "Personer1"
        if query["valueCodes[Region]"] == "0":
            regions = ["0"]
        else:
            assert query["codelist[Region]"] == "agg_KommSummer"
            regions = [f"K-{number}" for number in ROWS]
        dimensions = {"Region": regions, "Alder": AGES, "ContentsCode": ["Personer1"], "Tid": years}

        def value(region: str, age: str, _: str, when: str) -> Number:
            if age not in USED:
                return 0
            if region != "0":
                return persons(region[2:], int(when), age)
            return summed(lambda number: persons(number, int(when), age))

        return dataset(dimensions, value)

    return answer


def projection(query: Query) -> Any:  # noqa: ANN401 - JSON
    """Answer table 14746: all are 40, and two per cent fewer than in the one of 2024."""
    years = query["valueCodes[Tid]"].split(",")
    regions = ["0", *ROWS]

    def one(number: str, year: str) -> int:
        row = ROWS[number]
        if year in {"2026", "2027"}:
            return int(row["folketall_2026"])
        return int(row[f"folketall_{year}_fram2024_mmmm"]) * 98 // 100

    def value(region: str, age: str, _: str, year: str) -> Number:
        if age != "040":
            return 0
        return one(region, year) if region != "0" else summed(lambda number: one(number, year))

    dimensions = {"Region": regions, "Alder": AGES, "ContentsCode": ["Personer"], "Tid": years}
    return dataset(dimensions, value)


@cache
def counted(number: str) -> dict[str, int]:
    """Return whole numbers of dwellings by type that give the shares we have."""
    row = ROWS[number]
    whole = int(row["boliger_2024"])
    shares = {code: Decimal(row[f"andel_{name}_2024_pst"]) for code, name in BUILDINGS.items()}
    half = Decimal("0.05")
    found = {c: max(0, math.ceil((each - half) * whole / 100)) for c, each in shares.items()}
    for code, each in shares.items():
        most = math.ceil((each + half) * whole / 100) - 1
        more = min(whole - sum(found.values()), most - found[code])
        found[code] += max(more, 0)
    return found


def dwellings(query: Query) -> Any:  # noqa: ANN401 - JSON
    """Answer table 06265, with a former municipality that has no figures any more."""

    def one(number: str, kind: str) -> int:
        return counted(number)[kind]

    def value(region: str, kind: str, *_: str) -> Number:
        if region == "0":
            return summed(lambda number: one(number, kind)) + 300
        return one(region, kind) if region in ROWS else None

    assert query["valueCodes[Tid]"] == "top(1)"
    regions = ["0", "11", "1507", *ROWS]
    dimensions = {"Region": regions, "BygnType": list(BUILDINGS)}
    return dataset({**dimensions, "ContentsCode": ["Boliger"], "Tid": ["2026"]}, value)


def prices(_query: Query) -> Any:  # noqa: ANN401 - JSON
    """Answer table 06035: one price moves, and there is none where there was none."""

    def value(region: str, kind: str, content: str, _: str) -> Number:
        name = KINDS[kind]
        price = ROWS[region][f"pris_{name}_m2_2024_kr"]
        sold = ROWS[region][f"omsetninger_{name}_2024"]
        if content == "Omsetninger":
            return int(sold) if sold else 1
        if not price:
            return None
        return int(price) + 100 * (region == MOVED)

    contents = ["KvPris", "Omsetninger"]
    dimensions = {"Region": list(ROWS), "Boligtype": list(KINDS), "ContentsCode": contents}
    return dataset({**dimensions, "Tid": ["2025"]}, value)


def incomes(_query: Query) -> Any:  # noqa: ANN401 - JSON
    """Answer table 06944."""
    dimensions = {"Region": list(ROWS), "HusholdType": ["0000"], "ContentsCode": ["InntSkatt"]}
    return dataset(
        {**dimensions, "Tid": ["2025"]},
        lambda region, *_: int(ROWS[region]["median_inntekt_etter_skatt_2024_kr"]) + 1000,
    )


def codes(_query: Query) -> Any:  # noqa: ANN401 - JSON
    """Answer Klass with the municipalities of today, and its own code for what is not told."""
    found = [{"code": number, "name": row["navn"], "level": "1"} for number, row in ROWS.items()]
    return {"codes": [*found, {"code": "9999", "name": "Uoppgitt", "level": "1"}]}


def change(day: str, old: tuple[str, str], new: tuple[str, str]) -> dict[str, str]:
    """Return a change as Klass writes it."""
    return {
        "oldCode": old[0],
        "oldName": old[1],
        "newCode": new[0],
        "newName": new[1],
        "changeOccurred": day,
    }


def changes(_query: Query) -> Any:  # noqa: ANN401 - JSON
    """Answer Klass with the split of Ålesund in 2024."""
    old = ("1507", "Ålesund")
    new = (("1508", "Ålesund"), ("1580", "Haram"))
    return {"codeChanges": [change("2024-01-01", old, each) for each in new]}


def remembered(answer: Callable[[Query], Any]) -> Callable[[Query], Any]:
    """Work out each answer once, for all tests of a process."""
    known: dict[tuple[tuple[str, str], ...], Any] = {}

    def again(query: Query) -> Any:  # noqa: ANN401 - JSON
        key = tuple(sorted(query.items()))
        if key not in known:
            known[key] = answer(query)
        return known[key]

    return again


@cache
def answers(year: int) -> dict[str, Callable[[Query], Any]]:
    """Return every answer, with this year's count of inhabitants as the newest."""
    found = {
        f"{CODES}.json": codes,
        f"{CHANGES}.json": changes,
        PEOPLE: people(year),
        PROJECTION: projection,
        DWELLINGS: dwellings,
        PRICES: prices,
        INCOMES: incomes,
    }
    return {path: remembered(answer) for path, answer in found.items()}
