"""Figures that are not as documented are refused, with every problem at once."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.municipalities import MunicipalityDataError, load
from wizard.paths import DATA

Lines = list[list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled files that may be spoiled."""
    for file in (*DATA.glob("*.csv"), DATA / "columns.json"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path


def spoil(folder: Path, change: Callable[[Lines], object]) -> tuple[str, ...]:
    """Change the table of figures (heading first), and return what the loader says about it."""
    file = folder / "kommuner.csv"
    lines = [line.split(",") for line in file.read_text("utf-8").splitlines()]
    change(lines)
    file.write_text("".join(",".join(line) + "\n" for line in lines), "utf-8")
    return problems(folder)


def problems(folder: Path) -> tuple[str, ...]:
    """Return what the loader says is wrong."""
    with pytest.raises(MunicipalityDataError) as refusal:
        load(folder)
    assert str(refusal.value) == "\n".join(refusal.value.problems)
    return refusal.value.problems


def put(row: int, column: str, cell: str) -> Callable[[Lines], None]:
    """Return a change of one cell."""

    def change(lines: Lines) -> None:
        lines[row][lines[0].index(column)] = cell

    return change


def test_the_untouched_copy_is_accepted_and_has_the_same_version(folder: Path) -> None:
    """The version depends on what the files hold, not on where they lie."""
    assert load(folder).version == load(DATA).version


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [("kommuner.csv", "Oslove", "Osloven"), ("columns.json", "Klass 131", "Klass 132")],
)
def test_the_version_changes_with_either_file(
    folder: Path, name: str, before: str, after: str
) -> None:
    """Changed figures and changed documentation are a new version."""
    file = folder / name
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    assert load(folder).version != load(DATA).version


def test_every_problem_is_reported_at_once_with_its_line(folder: Path) -> None:
    """Five unrelated mistakes give five problems in one refusal."""

    def change(lines: Lines) -> None:
        put(1, "maalform", "samnorsk")(lines)
        put(2, "folketall_2026", "15 546")(lines)
        put(3, "andel_80pluss_2026_pst", "100.1")(lines)
        put(4, "robek_2026_04", "nei")(lines)
        put(5, "kommunenummer", lines[6][0])(lines)

    number = (DATA / "kommuner.csv").read_text("utf-8").splitlines()[6][:4]
    assert set(spoil(folder, change)) == {
        "kommuner.csv:2: maalform: 'samnorsk' is not a valid valg here",
        "kommuner.csv:3: folketall_2026: '15 546' is not a valid heltall here",
        "kommuner.csv:4: andel_80pluss_2026_pst: '100.1' is not a valid prosent here",
        "kommuner.csv:5: robek_2026_04: 'nei' is not a valid ja_nei here",
        f"kommuner.csv:7: kommunenummer: '{number}' stands on line 6 too",
    }


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("kommunenummer", "301"),
        ("kommunenummer", "03O1"),
        ("navn", " Oslo"),
        ("folketall_2026", "-1"),
        ("folketall_2026", "007"),
        ("folketall_2026", "٣"),
        ("sentralitetsklasse", "7"),
        ("areal_km2", "1e3"),
        ("areal_km2", "NaN"),
        ("endring_10aar_pst", "+1.0"),
        ("pris_enebolig_m2_2024_kr", "0"),
        ("kostragruppe", "EKG13"),
        ("eiendomsskatt_2024", "2"),
    ],
)
def test_a_cell_that_is_not_of_its_type_is_refused(folder: Path, column: str, cell: str) -> None:
    """Numbers are plain, within bounds and never guessed; a missing price is not zero."""
    told = spoil(folder, put(1, column, cell))
    assert told[0].startswith(f"kommuner.csv:2: {column}: {cell!r} ")
    assert all(f" {column}: " in problem for problem in told)


def test_an_emptied_cell_is_noticed(folder: Path) -> None:
    """A figure cannot get lost: the number of filled cells is documented."""
    assert spoil(folder, put(9, "boliger_2024", "")) == (
        "kommuner.csv: boliger_2024: 356 cells filled, 357 documented",
    )


@pytest.mark.parametrize("column", ["kommunenummer", "navn", "navn_offisielt", "fylke", "maalform"])
def test_a_municipality_has_number_names_county_and_language(folder: Path, column: str) -> None:
    """Without one of these nobody could say which municipality it is."""
    assert f"kommuner.csv:10: {column} is empty" in spoil(folder, put(9, column, ""))


def test_a_missing_row_is_refused(folder: Path) -> None:
    """Every municipality is there, or none."""
    assert spoil(folder, lambda lines: lines.pop()) == ("kommuner.csv: 356 rows, 357 documented",)


def test_a_row_with_a_cell_too_few_is_refused(folder: Path) -> None:
    """Cells are never read into the column beside."""
    (problem,) = spoil(folder, lambda lines: lines[3].pop())
    assert problem == "kommuner.csv:4: 52 cells, 53 columns"


def test_missing_unknown_and_repeated_columns_are_refused_together(folder: Path) -> None:
    """The heading and the documentation agree exactly."""

    def change(lines: Lines) -> None:
        lines[0][2:5] = ["navn", "hemmelig", "fylkesnummer"]

    assert set(spoil(folder, change)) == {
        "kommuner.csv:1: the documented column navn_offisielt is missing",
        "kommuner.csv:1: the documented column navn_usikkert is missing",
        "kommuner.csv:1: the column hemmelig is not documented",
        "kommuner.csv:1: the column navn stands 2 times",
    }


def test_columns_in_another_order_are_refused(folder: Path) -> None:
    """The documentation can be read beside the file, column by column."""

    def change(lines: Lines) -> None:
        for line in lines:
            line.reverse()

    assert spoil(folder, change) == ("kommuner.csv:1: the columns are not in the documented order",)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('"as_of"', '"day"', "columns.json: 'as_of' is missing"),
        ('"as_of": "2026-01-01"', '"as_of": "today"', "columns.json: Invalid isoformat"),
        ('"type": "kode"', '"type": "kod"', "columns.json: the column kommunenummer has the"),
        ('"name": "navn_offisielt"', '"name": "navn"', "columns.json: the column navn is descr"),
        ('"minimum": "0"', '"minimum": "none"', "columns.json: not of the expected shape"),
        ('"columns": [', '"columns": [7, ', "columns.json: not of the expected shape"),
        ("{", "", "columns.json: "),
    ],
)
def test_documentation_that_cannot_be_read_is_refused(
    folder: Path, before: str, after: str, problem: str
) -> None:
    """A mistake in `columns.json` is told as one, not as a crash."""
    file = folder / "columns.json"
    file.write_text(file.read_text("utf-8").replace(before, after, 1), "utf-8")
    (told,) = problems(folder)
    assert told.startswith(problem)


def test_documentation_without_an_indispensable_column_is_refused(folder: Path) -> None:
    """Neither file may drop the language decision, even if they agree."""
    file = folder / "columns.json"
    document = json.loads(file.read_text("utf-8"))
    document["columns"] = [one for one in document["columns"] if one["name"] != "maalform"]
    file.write_text(json.dumps(document), "utf-8")
    assert "columns.json: the column maalform is missing" in problems(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    """An incomplete installation is told as one."""
    (folder / "kommuner.csv").unlink()
    assert "kommuner.csv" in problems(folder)[0]


@pytest.mark.parametrize("content", [b"", b"navn\xe5", b'"open'])
def test_what_is_no_table_is_refused(folder: Path, content: bytes) -> None:
    """An empty file, another encoding and an open quote do not get past the door."""
    (folder / "kommuner.csv").write_bytes(content)
    assert problems(folder)


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("tidligere.csv", ",1508 1580\n", ",1508 1599\n", "1504 Ålesund: no municipality is 1599"),
        ("tidligere.csv", "\n0101,", "\n3101,", "3101 Halden: the number is that of a present one"),
        ("tidligere.csv", "\n0101,", "\n9901,", "9901 Halden: no county begins so"),
        ("tidligere.csv", ",2019,", ",2019-12-31,", "til: '2019-12-31'"),
        ("fylker.csv", "46,Vestland", "46,Vestlandet", "4601 Bergen lies in Vestland"),
        ("styreform.csv", "4621,Voss", "4621,Voss herad", "no municipality is 4621 Voss herad"),
        ("styreform.csv", "Voss,herad", "Voss,herred", "styreform: 'herred'"),
        ("styreform.csv", "navn,styreform", "styreform,navn", "the columns are not"),
    ],
)
def test_a_register_that_disagrees_is_refused(
    folder: Path, file: str, before: str, after: str, told: str
) -> None:
    """Former numbers, counties and forms of government agree with the figures, or nothing loads."""
    register = folder / file
    text = register.read_text("utf-8")
    assert before in text
    register.write_text(text.replace(before, after), "utf-8")
    assert any(each.startswith(file) and told in each for each in problems(folder))


def test_a_missing_register_is_refused(folder: Path) -> None:
    """Without the former numbers, an old case file could not be answered."""
    (folder / "tidligere.csv").unlink()
    assert "tidligere.csv" in problems(folder)[0]


def test_a_register_with_a_cell_too_few_is_refused(folder: Path) -> None:
    """A line that is cut is told with its number."""
    (folder / "fylker.csv").write_text("fylkesnummer,navn\n03\n", "utf-8")
    assert problems(folder) == ("fylker.csv:2: 1 cells, 2 columns",)
