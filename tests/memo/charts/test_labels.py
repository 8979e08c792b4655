"""Every chart can be read: its texts are large enough, stand on it, and never meet."""

from xml.etree import ElementTree as ET

import pytest
from chart_boxes import SVG, Draw, account_of, account_of_journey, faults
from memos import book, known

from wizard.domain.text import Language
from wizard.memo.charts import (
    Chart,
    ages,
    dwelling_types,
    key_figures,
    money_bars,
    population,
    value_and_cost,
    year_line,
)
from wizard.press.html import tokens

ABOUT_A_KOMMUNE = (ages, dwelling_types, population, key_figures)
ABOUT_A_CASE = (value_and_cost, year_line, money_bars)


@pytest.fixture(scope="module")
def of_kommuner() -> list[Chart]:
    """Return the four charts of every kommune in both languages."""
    accounts = [account_of(one.number, each) for one in known().all for each in Language]
    drawn = [draw(account) for account in accounts for draw in ABOUT_A_KOMMUNE]
    return [chart for chart in drawn if chart]


@pytest.fixture(scope="module")
def of_journeys() -> list[Chart]:
    """Return every chart of every journey in both languages."""
    accounts = [account_of_journey(one, each) for one in book().journeys for each in Language]
    drawn = [draw(each) for each in accounts for draw in (*ABOUT_A_KOMMUNE, *ABOUT_A_CASE)]
    return [chart for chart in drawn if chart]


@pytest.fixture(scope="module")
def charts(of_kommuner: list[Chart], of_journeys: list[Chart]) -> list[Chart]:
    """Return all of them."""
    return [*of_kommuner, *of_journeys]


def test_each_kommune_has_its_four_charts(of_kommuner: list[Chart]) -> None:
    """No kommune lacks the figures that these are drawn from."""
    assert len(of_kommuner) == 357 * 2 * len(ABOUT_A_KOMMUNE)


def test_no_text_is_small_outside_or_in_the_way_of_another(charts: list[Chart]) -> None:
    """Measured with the glyphs of the memo's own font, for all kommuner and all journeys."""
    wrong = [f"{chart.title}: {fault}" for chart in charts for fault in faults(chart.svg)]
    assert wrong == []


def test_a_chart_is_well_formed_and_stands_alone(charts: list[Chart]) -> None:
    """It says what it is to those who cannot see it, and asks for nothing from elsewhere."""
    for chart in charts:
        root = ET.fromstring(chart.svg)  # noqa: S314 - our own drawing
        assert root.tag == f"{SVG}svg"
        assert root.attrib["role"] == "img"
        assert [each.text for each in root.iter(f"{SVG}title")] == [chart.alternative]
        assert root[0].tag == f"{SVG}title"
        for text in root.iter(f"{SVG}text"):
            assert text.attrib["font-family"] == "Notat Sans, sans-serif"
        for outside in ("href", "url(", "<style", "id="):
            assert outside not in chart.svg


def test_a_chart_fits_the_width_that_it_is_drawn_for(charts: list[Chart]) -> None:
    """84 or 172 mm across in points, and no more than 50 mm down where it is half a page."""
    for chart in charts:
        root = ET.fromstring(chart.svg)  # noqa: S314 - our own drawing
        across, down = (float(root.attrib[each][:-2]) / 72 * 25.4 for each in ("width", "height"))
        assert round(across) in {84, 172}
        assert round(across) == 172 or down <= 50, chart.title


def test_every_chart_says_what_it_shows_and_where_it_is_from(charts: list[Chart]) -> None:
    """Title, source and notes are whole sentences without an open slot."""
    for chart in charts:
        for text in (chart.title, chart.alternative, chart.source, *chart.notes):
            assert text.endswith("."), text
            assert not {"{", "}"} & set(text), text
            assert ".." not in text
            assert text[:1].isupper() or text[:1].isdigit(), text


@pytest.mark.parametrize("draw", [*ABOUT_A_KOMMUNE, *ABOUT_A_CASE])
def test_a_chart_is_the_same_each_time(draw: Draw) -> None:
    """The same case gives the same bytes."""
    assert draw(account_of_journey("hammerfest")) == draw(account_of_journey("hammerfest"))


def _lightness(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_neighbours_differ_in_lightness() -> None:
    """What lies side by side is told apart without colour."""
    for one, other in (
        ("accent", "accent-border"),
        ("accent-border", "accent-tinted"),
        ("accent-tinted", "border"),
        ("accent", "border"),
        ("accent-border", "surface"),
    ):
        light, dark = sorted((_lightness(tokens()[one]), _lightness(tokens()[other])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) > 1.7, (one, other)
