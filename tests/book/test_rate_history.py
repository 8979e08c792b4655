"""A rate through time: every value has its days and its law, and the line says the same."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from wizard import municipalities
from wizard.book.compose import Writer, writer_of
from wizard.book.rate_history import HEIGHT, WIDTH, chart_of, rows_of
from wizard.domain.sources import DatedValue, Rate
from wizard.domain.text import Language
from wizard.paths import DATA, RULES
from wizard.rulebook import load

_BOOK = load(RULES)
_LOAN = _BOOK.rates["belaning_person"]


@pytest.fixture(scope="module")
def writer() -> Writer:
    return writer_of(_BOOK, municipalities.load(DATA), date(2024, 6, 1), Language.NN)


def test_each_value_has_its_days_and_its_law(writer: Writer) -> None:
    """The newest first; one ends the day before the next begins, and one of them holds."""
    newest, oldest = rows_of(_LOAN, writer)
    assert (newest.begins, newest.ends) == ("17. februar 2025", "")
    assert (oldest.begins, oldest.ends) == ("1. januar 2020", "16. februar 2025")
    assert (newest.holds, oldest.holds) == (False, True)
    assert (newest.value, oldest.value) == ("90\u00a0%", "85\u00a0%")
    assert "FOR-2025-02-17-233" in newest.basis
    assert "233" not in oldest.basis
    assert oldest.source == "for-2019-11-18-1546"


def test_of_a_list_it_is_told_who_came_and_who_went(writer: Writer) -> None:
    """By name, so that nobody has to compare numbers."""
    was, now = (frozenset({"5636", "5628"}), frozenset({"5636", "5632"}))
    values = (DatedValue(date(2020, 1, 1), was), DatedValue(date(2022, 1, 1), now))
    newest, oldest = rows_of(_list_of(*values), writer)
    assert "5632" in newest.added
    assert "5628" in newest.dropped
    assert "5636" not in newest.added + newest.dropped
    assert (oldest.added, oldest.dropped) == ("", "")


def test_the_line_has_a_step_for_each_value_and_is_told_in_words(writer: Writer) -> None:
    """From edge to edge; higher is up, and zero is the foot."""
    chart = chart_of(_LOAN, writer)
    assert chart is not None
    points = [tuple(map(int, each.split(","))) for each in chart.points.split()]
    assert len(points) == 2 * len(_LOAN.values)
    assert (points[0][0], points[-1][0]) == (0, WIDTH)
    assert HEIGHT > points[0][1] > points[-1][1] > 0
    assert chart.told.endswith("85\u00a0% frå 1. januar 2020, 90\u00a0% frå 17. februar 2025.")
    assert (chart.low, chart.high) == ("0\u00a0%", "90\u00a0%")


def test_nothing_is_drawn_of_one_value_a_list_or_an_unknown(writer: Writer) -> None:
    """A line needs two numbers."""
    assert chart_of(replace(_LOAN, values=_LOAN.values[:1]), writer) is None
    lists = tuple(DatedValue(date(year, 1, 1), frozenset({"5636"})) for year in (2020, 2022))
    assert chart_of(_list_of(*lists), writer) is None
    assert chart_of(_BOOK.rates["forstegang_egenkapital"], writer) is None


def test_a_rate_of_nothing_is_a_line_at_the_foot(writer: Writer) -> None:
    """Nobody divides by zero."""
    zero = tuple(replace(each, value=Decimal(0)) for each in _LOAN.values)
    chart = chart_of(replace(_LOAN, values=zero), writer)
    assert chart is not None
    assert {each.split(",")[1] for each in chart.points.split()} == {str(HEIGHT)}


def _list_of(*values: DatedValue) -> Rate:
    known = next(each for each in _BOOK.rates.values() if each.is_list)
    return replace(known, values=values)
