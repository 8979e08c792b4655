"""The fonts cut from Inter carry what memo and web are going to write."""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from wizard import paths

STYLES = ["Regular", "Bold"]
KINDS = ["ttf", "woff2"]
# What texts use beside letters: dashes, quotes, minus, comparison, arrows, tick and box.
SIGNS = "–—…·•«»‘’“”§©°²³½−×÷±≈≠≤≥→←↑↓✓✗☐■□●○⚠€‰№\u00a0\u2007\u2009\u2011\u202f"
SAMI = "ÁáČčĐđŊŋŠšŦŧŽžÏïÄäÖö"


@pytest.fixture(params=[f"{style}.{kind}" for style in STYLES for kind in KINDS])
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    """Each of the four files."""
    with TTFont(paths.FONTS / f"NotatSans-{request.param}") as font:
        yield font


def official_names() -> set[str]:
    """Every character in an official name, such as Unjárga - Nesseby."""
    with (paths.DATA / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        return {sign for row in csv.DictReader(file) for sign in row["navn_offisielt"]}


def test_every_official_name_can_be_written(font: TTFont) -> None:
    """No municipality's name has a letter that the font lacks."""
    names = official_names()
    assert {"ø", "á", "š", "ŋ", "ï"} <= names
    assert not names - {chr(code) for code in font.getBestCmap()}


def test_signs_and_sami_letters_can_be_written(font: TTFont) -> None:
    """What the texts use beside the names is there too."""
    assert not set(SIGNS + SAMI) - {chr(code) for code in font.getBestCmap()}


def test_the_family_has_a_name_of_its_own(font: TTFont) -> None:
    """Another Inter on the machine is never mistaken for ours."""
    assert font["name"].getDebugName(1) == "Notat Sans"
    assert font["name"].getDebugName(6).startswith("NotatSans-")
    assert not [record for record in font["name"].names if record.nameID in {16, 21, 25}]


def test_the_font_may_be_embedded(font: TTFont) -> None:
    """PDF/A demands embedding, and the font allows it without limits."""
    assert font["OS/2"].fsType == 0


def test_each_weight_is_static(font: TTFont) -> None:
    """WeasyPrint reads no weight range, so each file is one weight."""
    bold = font["name"].getDebugName(2) == "Bold"
    assert font["OS/2"].usWeightClass == (700 if bold else 400)
    assert "fvar" not in font


def test_figures_can_stand_in_columns(font: TTFont) -> None:
    """Tabular figures are kept: `font-variant-numeric: tabular-nums`."""
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert "tnum" in features
    assert not features & {"calt", "liga", "dlig"}, "a feature may not rewrite the text"


def test_the_licence_lies_beside_the_fonts() -> None:
    """The OFL asks for its text, and reserves no name that we would have to avoid."""
    licence = (paths.FONTS / "OFL.txt").read_text("utf-8")
    assert "The Inter Project Authors" in licence.splitlines()[0]
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "with Reserved Font Name" not in licence


def test_the_stamp_names_what_the_fonts_were_cut_with() -> None:
    """Fonts from another version of the recipe are cut again."""
    recipe = Path(paths.PACKAGE, "fonts", "build.py").read_bytes()
    stamp = (paths.FONTS / "stamp").read_text("utf-8")
    assert "fontpkg-inter 4.1.post1" in stamp
    assert hashlib.sha256(recipe).hexdigest() in stamp
