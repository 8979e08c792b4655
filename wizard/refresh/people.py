"""Table 07459 and 14746: the inhabitants by age, ten years back and as they are projected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from wizard.refresh import bounds
from wizard.refresh.asking import Ssb
from wizard.refresh.cube import Cube, read_cube
from wizard.refresh.fresh import FreshColumn
from wizard.refresh.problems import RefreshError
from wizard.refresh.regions import COUNTRY, Kommuner, whole

COUNTED, PROJECTED = "07459", "14746"
EDITION = 2026  # of the projection in table 14746, published 12 June 2026
PROJECTED_YEARS = (2030, 2035, 2040, 2050)
_BACK = 10
_CHILD, _OLD, _VERY_OLD = 16, 67, 80
_OLDEST = 105
_JOINED = "agg_KommSummer"  # today's municipalities, carried back in time
_NEAR = Decimal("0.001")  # of the country: persons whose municipality is not known
_SMALL, _OFF = 5000, 3
_SPLIT_UNTIL = 2020  # from then on, no municipality has parts of one that was split


@dataclass(frozen=True, slots=True)
class People:
    """The counted and projected inhabitants, with the year of the newest count."""

    year: int
    counted: Cube
    projected: Cube
    kommuner: Kommuner

    def counted_in(self, year: int, first: int = 0, last: int = _OLDEST) -> dict[str, int]:
        """Return the persons of these ages by municipality. Zero in all is what SSB cannot tell."""
        ages = _codes(self.counted, first, last)
        found = {
            number: self.kommuner.whole(
                self.counted, number, f"folketall {year}", Tid=str(year), Alder=ages
            )
            for number in self.kommuner.names
        }
        everybody = (first, last) == (0, _OLDEST)
        return {number: n for number, n in found.items() if n or not everybody}

    def projected_in(self, year: int) -> dict[str, int]:
        """Return the projected inhabitants on 1 January by municipality."""
        return {
            number: self.kommuner.whole(
                self.projected, number, f"framskrevet folketall {year}", Tid=str(year)
            )
            for number in self.kommuner.names
        }


def fetch(ssb: Ssb, kommuner: Kommuner) -> People:
    """Ask for the newest count, the ones to hold it up against, and the projection."""
    ages = {"valueCodes[Alder]": "*", "codelist[Alder]": "vs_AlleAldre00B"}
    persons = {"valueCodes[ContentsCode]": "Personer1"}
    newest = {"valueCodes[Region]": COUNTRY, "valueCodes[Tid]": f"top({_BACK + 1})"}
    country = ssb.table(COUNTED, {**newest, **ages, **persons}, _country)
    year = int(country.codes["Tid"][-1])
    asked = (year, year - 1, year - _BACK)
    counted = ssb.table(
        COUNTED,
        {
            "valueCodes[Region]": "*",
            "codelist[Region]": _JOINED,
            "valueCodes[Tid]": ",".join(map(str, asked)),
            **ages,
            **persons,
        },
        lambda raw: _counted(raw, country, kommuner, asked),
    )
    years = sorted({year, *PROJECTED_YEARS})
    wanted = {
        "valueCodes[Region]": "*",
        "valueCodes[Alder]": "*",
        "valueCodes[ContentsCode]": "Personer",  # the main alternative, MMMM
        "valueCodes[Tid]": ",".join(map(str, years)),
    }
    projected = ssb.table(PROJECTED, wanted, lambda raw: _projected(raw, kommuner, years))
    return People(year, counted, projected, kommuner)


def _read(raw: object, years: int) -> Cube:
    cube = read_cube(raw, "Region", "Alder", "Tid")
    _codes(cube, 0, _OLDEST)
    others = set(cube.codes) - {"Region", "Alder", "Tid", "ContentsCode"}
    if others or len(cube.codes["Tid"]) != years or len(cube.codes.get("ContentsCode", "?")) != 1:
        raise RefreshError("svaret har andre år eller inndelinger enn vi spurte om.")
    return cube


def _country(raw: object) -> Cube:
    cube = _read(raw, _BACK + 1)
    first = int(cube.codes["Tid"][0])
    if cube.codes["Tid"] != tuple(str(first + n) for n in range(_BACK + 1)):
        raise RefreshError("årene i svaret følger ikke etter hverandre.")
    return cube


def _counted(raw: object, country: Cube, kommuner: Kommuner, years: tuple[int, ...]) -> Cube:
    cube = kommuner.in_order(_read(raw, len(years)))
    for year in years:
        for number in kommuner.names:
            kommuner.whole(cube, number, f"folketall {year}", Tid=str(year))
    _held_against_the_country(cube, country, kommuner, str(years[0]))
    return cube


def _projected(raw: object, kommuner: Kommuner, years: list[int]) -> Cube:
    cube = kommuner.in_order(_read(raw, len(years)))
    for year in years:
        for number in kommuner.names:
            what = f"framskrevet folketall {year}"
            if not kommuner.whole(cube, number, what, Tid=str(year)):
                raise RefreshError(f"{what} er 0 for {kommuner.told(number)}.")
    if COUNTRY in cube.codes["Region"]:
        for year in years:
            _held_against_the_country(cube, cube, kommuner, str(year))
    return cube


def _held_against_the_country(cube: Cube, country: Cube, kommuner: Kommuner, year: str) -> None:
    """Hold the sum of the municipalities up against the country, for everybody and the old."""
    for first in (0, _OLD, _VERY_OLD):
        total = country.get(Region=COUNTRY, Tid=year, Alder=_codes(country, first, _OLDEST))
        if total is None:
            raise RefreshError(f"folketallet i hele landet mangler for {year}.")
        ages = _codes(cube, first, _OLDEST)
        parts = sum(
            kommuner.whole(cube, number, f"folketall {year}", Tid=year, Alder=ages)
            for number in kommuner.names
        )
        if abs(parts - total) > total * _NEAR:
            raise RefreshError(
                f"kommunene har til sammen {parts} innbyggere over {first} år i {year}, men hele "
                f"landet har {whole(total, 'folketallet')}."
            )


def _codes(cube: Cube, first: int, last: int) -> list[str]:
    """Return the codes of these ages; raises `RefreshError` where they are not single years."""
    ages = {int(code[:3]): code for code in cube.codes["Alder"] if code[:3].isdecimal()}
    if sorted(ages) != list(range(_OLDEST + 1)) or len(cube.codes["Alder"]) != len(ages):
        raise RefreshError("svaret har ikke ett tall for hvert alderstrinn fra 0 til 105 år.")
    return [ages[age] for age in range(first, last + 1)]


def columns(
    people: People, was: int, split: frozenset[str], estimates: Mapping[str, int]
) -> Iterator[FreshColumn]:
    """Yield the columns of the count and the projection.

    `was` is the year of the count that they come in place of, `split` the municipalities with a
    part of one that was split in 2020, `estimates` our own of theirs ten years before `was`.
    """
    year, before = people.year, people.year - _BACK
    now, then = people.counted_in(year), people.counted_in(before)
    if before < _SPLIT_UNTIL:
        then = {number: n for number, n in then.items() if number not in split}
    if year == was:
        then |= estimates
    day = f"{year}-01-01"
    yield _whole(f"folketall_{was}", f"folketall_{year}", day, now, bounds.PEOPLE)
    last = people.counted_in(year - 1)
    yield _whole(f"folketall_{was - 1}", f"folketall_{year - 1}", f"{year - 1}-01-01", last,
                 bounds.PEOPLE)  # fmt: skip
    yield from _since(people, was, split, now, then)
    yield from _aged(people, was, now)
    yield from _ahead(people, now, then)


def _since(
    people: People, was: int, split: frozenset[str], now: Mapping[str, int], then: Mapping[str, int]
) -> Iterator[FreshColumn]:
    before, day = people.year - _BACK, f"{people.year - _BACK}-01-01"
    old = f"folketall_{was - _BACK}"
    yield FreshColumn(
        old, f"folketall_{before}", "ssb-07459", day, {n: str(v) for n, v in then.items()},
        bounds.PEOPLE, complete=False,
    )  # fmt: skip
    flagged = split if before < _SPLIT_UNTIL else frozenset()
    flags = {number: str(int(number in flagged)) for number in now}
    yield FreshColumn(f"{old}_estimert", f"folketall_{before}_estimert", "ssb-07459", day, flags)
    changes = {
        number: _cut(Decimal(100 * now[number]) / n - 100) for number, n in then.items() if n
    }
    yield FreshColumn(
        "endring_10aar_pst", "endring_10aar_pst", "ssb-07459", f"{people.year}-01-01", changes,
        bounds.CHANGE, complete=False,
        texts={
            "definition": f"Change of population from 1 January {before} to 1 January "
            f"{people.year}.",
        },
    )  # fmt: skip


def _aged(people: People, was: int, now: Mapping[str, int]) -> Iterator[FreshColumn]:
    year, day = people.year, f"{people.year}-01-01"
    children = people.counted_in(year, 0, _CHILD - 1)
    shares = {n: _rounded(Decimal(100 * each) / now[n]) for n, each in children.items()}
    yield FreshColumn(
        f"andel_0_15_{was}_pst", f"andel_0_15_{year}_pst", "ssb-07459", day, shares, bounds.SHARE
    )
    for age in (_OLD, _VERY_OLD):
        persons = people.counted_in(year, age)
        yield _whole(
            f"antall_{age}pluss_{was}", f"antall_{age}pluss_{year}", day, persons, bounds.OLD_PEOPLE
        )
        shares = {n: _cut(Decimal(100 * each) / now[n]) for n, each in persons.items()}
        yield FreshColumn(
            f"andel_{age}pluss_{was}_pst", f"andel_{age}pluss_{year}_pst", "ssb-07459", day,
            shares, bounds.SHARE,
        )  # fmt: skip


def _ahead(
    people: People, now: Mapping[str, int], then: Mapping[str, int]
) -> Iterator[FreshColumn]:
    """Yield the projection, how far off it is already, and where it must not be relied on."""
    source, edition = f"ssb-{PROJECTED}", f"fram{EDITION}"
    for year in PROJECTED_YEARS:
        cells = {number: str(n) for number, n in people.projected_in(year).items()}
        yield FreshColumn(
            f"folketall_{year}_fram*_mmmm", f"folketall_{year}_{edition}_mmmm", source,
            str(EDITION), cells, bounds.PROJECTED,
            texts={
                "definition": f"Projected population on 1 January {year}, main alternative (MMMM) "
                f"of the projection of {EDITION}, which starts from 1 January {EDITION}.",
                "doubts": [
                    (
                        "Carries the trends of recent years on, and can show growth in small "
                        "municipalities that shrink: never evidence of growth."
                    )
                ],
            },
        )  # fmt: skip
    supposed = people.projected_in(people.year)
    off = {n: Decimal(100 * now[n]) / each - 100 for n, each in supposed.items()}
    yield FreshColumn(
        "avvik_*_fram*_pst", f"avvik_{people.year}_{edition}_pst", source,
        f"{people.year}-01-01", {n: _rounded(each) for n, each in off.items()}, bounds.DEVIATION,
        texts={
            "definition": f"How far the actual population is from the one projected in {EDITION}; "
            "negative: fewer than projected.",
        },
    )  # fmt: skip
    last = people.projected_in(PROJECTED_YEARS[-1])
    unsure = {
        n: abs(Decimal(_rounded(off[n]))) > _OFF
        or (last[n] > now[n] and (now[n] < _SMALL or now[n] < then.get(n, now[n] + 1)))
        for n in now
    }
    yield FreshColumn(
        "fram*_usikker", f"{edition}_usikker", source, f"{people.year}-01-01",
        {n: str(int(each)) for n, each in unsure.items()},
        texts={"definition": f"1 where the projection of {EDITION} must not be relied on."},
    )  # fmt: skip


def _whole(
    was: str, name: str, day: str, found: Mapping[str, int], bound: bounds.Bound
) -> FreshColumn:
    return FreshColumn(was, name, "ssb-07459", day, {n: str(v) for n, v in found.items()}, bound)


def _cut(value: Decimal) -> str:
    """Cut down to four decimals, so that a figure just below a limit never reaches it."""
    cut = value.quantize(Decimal("0.0001"), ROUND_FLOOR)
    return str(abs(cut) if cut == 0 else cut)


def _rounded(value: Decimal) -> str:
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return str(abs(rounded) if rounded == 0 else rounded)
