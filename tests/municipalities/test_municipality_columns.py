"""Every column is documented, and the rules use the columns as documented."""

import csv
import json
import re
from typing import Any

import pytest
import yaml

from wizard.domain.facts import FactType, Unit
from wizard.paths import DATA, RULES

DOCUMENT: dict[str, Any] = json.loads((DATA / "columns.json").read_text("utf-8"))
COLUMNS: dict[str, dict[str, Any]] = {one["name"]: one for one in DOCUMENT["columns"]}
FIGURES: list[dict[str, Any]] = yaml.safe_load((RULES / "kommunetall.yaml").read_text("utf-8"))
KEYS = {
    "name",
    "type",
    "unit",
    "definition",
    "derivation",
    "source",
    "reference_date",
    "doubts",
    "doubt_column",
    "filled",
}

every_column = pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
every_figure = pytest.mark.parametrize("figure", FIGURES, ids=[one["id"] for one in FIGURES])


def test_the_documented_columns_are_those_of_the_file_in_order() -> None:
    """No column is without documentation, and nothing is documented that does not exist."""
    with (DATA / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == list(COLUMNS)


@every_column
def test_a_column_says_what_it_is_and_where_it_comes_from(column: dict[str, Any]) -> None:
    """Name, type, unit, definition, derivation, source, date, doubts and count are all there."""
    assert column.keys() - {"minimum", "maximum"} == KEYS
    assert re.fullmatch(r"[a-z][a-z0-9_]*", column["name"])
    assert column["type"] in {*FactType, "tekst"}
    assert column["unit"] in {*Unit, "grader", None}
    assert column["source"] in DOCUMENT["sources"]
    assert re.fullmatch(r"20\d\d(-\d\d-\d\d)?", column["reference_date"])
    assert column["definition"].endswith(".")
    assert column["derivation"]
    assert column["doubt_column"] in {*COLUMNS, None}


def test_every_source_is_used_and_names_publisher_table_and_licence() -> None:
    """Nothing is listed as a source that no column comes from."""
    assert {one["source"] for one in COLUMNS.values()} == set(DOCUMENT["sources"])
    for source in DOCUMENT["sources"].values():
        assert source.keys() == {"publisher", "table", "licence"}
        assert all(source.values())


@every_column
def test_a_year_in_a_column_name_is_that_of_its_date(column: dict[str, Any]) -> None:
    """A name never claims another year than the documentation; projections name their edition."""
    years = re.findall(r"(?<=_)(?:fram)?(20\d\d)", column["name"])
    assert not years or column["reference_date"][:4] in years


@every_figure
def test_a_figure_in_the_rules_reads_a_column_of_the_same_kind(figure: dict[str, Any]) -> None:
    """The rules name an existing column, and agree on type, unit, source and reference date."""
    column = COLUMNS[figure["kolonne"]]
    assert figure["per"] == column["reference_date"]
    assert figure["kilde"] == column["source"]
    assert figure["type"] == column["type"]
    assert figure["enhet"] == (column["unit"] or "kode")


@every_figure
def test_a_figure_in_the_rules_tells_which_municipalities_to_doubt(figure: dict[str, Any]) -> None:
    """A documented doubt about single municipalities is read; every doubt read exists."""
    read = {doubt["kolonne"] for doubt in figure.get("tvil", [])}
    assert read <= set(COLUMNS)
    assert {COLUMNS[figure["kolonne"]]["doubt_column"]} - {None} <= read


def test_no_rule_reads_the_superseded_projection_without_saying_so() -> None:
    """A figure of the projection of 2024 always shows its caveat: it is not growth."""
    for figure in FIGURES:
        if "fram2024" in figure["kolonne"]:
            assert figure.get("forbehold"), figure["id"]


def test_the_readme_names_every_flag() -> None:
    """Each doubt column is explained to people too."""
    readme = (DATA / "README.md").read_text("utf-8")
    flags = [name for name, column in COLUMNS.items() if column["type"] == "ja_nei"]
    ours = [name for name in flags if re.search(r"(usikkert?|estimert|antatt)$", name)]
    assert len(ours) == 6
    for name in ours:
        assert f"`{name}`" in readme, name
