"""The charts of a kommune say what the data say, and no more."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from chart_boxes import Draw, account_of, account_of_journey
from memos import book, known

from wizard.domain.case import DONT_KNOW
from wizard.domain.facts import Unit
from wizard.domain.municipality import Municipality
from wizard.domain.text import Language
from wizard.memo.charts import Chart, ages, dwelling_types, key_figures, population
from wizard.memo.charts.figures import PROJECTED, SOURCES, Figures
from wizard.memo.charts.words import every_nth
from wizard.municipalities.editions import Editions
from wizard.paths import DATA
from wizard.report.case import CaseAccount
from wizard.voice.numbers import number
from wizard.voice.wording import Wording

NAMSSKOGAN, OSLO, HAMAROY, NARVIK = "5044", "0301", "1875", "1806"
TYPES = ("enebolig", "tomannsbolig", "rekkehus", "blokk")


def drawn(draw: Draw, account: CaseAccount) -> Chart:
    """Return a chart that must be there."""
    chart = draw(account)
    assert chart is not None
    return chart


def percent(cell: str, language: Language = Language.NB) -> str:
    """Return a cell as it is printed."""
    return number(Decimal(cell), Unit.PERCENT, language)


def people(cell: str, language: Language = Language.NB) -> str:
    """Return a number of people as it is printed."""
    return number(Decimal(cell), None, language)


def test_the_columns_are_from_where_the_data_say() -> None:
    """Publisher's table and reference date of each column that is drawn."""
    columns = json.loads((DATA / "columns.json").read_text("utf-8"))["columns"]
    documented = {each["name"]: (each["source"], each["reference_date"]) for each in columns}
    drawn_ones, editions = Figures(account_of(NAMSSKOGAN)), Editions(documented)
    for named in (*SOURCES, *PROJECTED.values()):
        assert drawn_ones.dated(named) == documented[editions.column(named)], named
    assert {source for source, _ in SOURCES.values()} <= set(book().sources)


@pytest.mark.parametrize("one", known().all, ids=lambda one: one.number)
def test_the_text_alternative_has_the_values_of_the_data(one: Municipality) -> None:
    """For each kommune: ages, kinds of dwellings, and population, as the file has them."""
    account, cells = account_of(one.number), one.columns
    old = drawn(ages, account).alternative
    for column in ("andel_0_15_2026_pst", "andel_67pluss_2026_pst", "andel_80pluss_2026_pst"):
        assert f"{one.name} {percent(cells[column])}" in old
    types = drawn(dwelling_types, account).alternative
    for kind in TYPES:
        assert f"{kind}: {one.name} {percent(cells[f'andel_{kind}_2024_pst'])}" in types
    counted = drawn(population, account).alternative
    for column in cells:
        year = re.fullmatch(r"folketall_(\d{4})(?:_fram2024_mmmm)?", column)
        if year:
            assert f"{year[1]}: {people(cells[column])}" in counted


def test_those_like_it_and_the_country_are_in_the_text_alternative() -> None:
    """The aggregates, by the file itself: persons over persons."""
    rows = [each.columns for each in known().all]
    group = [row for row in rows if (row["kostragruppe"], row["sentralitetsklasse"]) == ("15", "6")]

    def share(some: list[Mapping[str, str]]) -> str:
        old = sum(int(row["antall_67pluss_2026"]) for row in some)
        return percent(str(Decimal(100 * old) / sum(int(row["folketall_2026"]) for row in some)))

    told = drawn(ages, account_of(NAMSSKOGAN)).alternative
    assert f"lignende kommuner {share(group)}, landet {share(rows)}" in told
    assert len(group) == 35


def test_the_group_is_named_with_its_size() -> None:
    """Readers see whom the kommune is compared with; one alone is compared with the country."""
    note = (
        "Lignende kommuner er de 35 i KOSTRA-gruppe 15 og sentralitetsklasse 6, "
        "Namsskogan medregnet."
    )
    assert note in drawn(key_figures, account_of(NAMSSKOGAN)).notes
    alone = drawn(key_figures, account_of(OSLO)).notes
    assert any("blir bare sammenlignet med landet" in each for each in alone)
    for draw in (ages, dwelling_types, key_figures):
        assert "lignende kommuner" not in drawn(draw, account_of(OSLO)).svg


def test_nothing_says_growth() -> None:
    """The projection is superseded: no kommune is told that it grows, in either language."""
    growth = re.compile(r"\b(?:veks|voks|vekse|øk(?:er|e|ning)|auk|stig|vil bli|kommer til å)")
    for one in known().all:
        for language in Language:
            chart = drawn(population, account_of(one.number, language))
            words = (chart.title, chart.alternative, chart.source, *chart.notes, chart.svg)
            said = [each.replace(one.name, "").lower() for each in words]
            assert not [each for each in said if growth.search(each)], one.label


def test_the_projection_is_never_without_its_doubt() -> None:
    """That it is replaced, how far off it is, and that some must not build on it at all."""
    for one in known().all:
        chart = drawn(population, account_of(one.number))
        doubts = " ".join(chart.notes)
        assert "erstattet 12. juni 2026" in doubts
        assert "erstattet i juni 2026" in chart.svg
        off = Decimal(one.columns["avvik_2026_fram2024_pst"])
        if off:
            side = "høyere" if off > 0 else "lavere"
            assert f"{percent(str(abs(off)))} {side} enn den regnet med" in doubts
        unsure = one.columns["fram2024_usikker"] == "1"
        assert ("for usikker til å bygge på" in doubts) is unsure


def test_a_population_that_is_an_estimate_or_missing_is_said_to_be() -> None:
    """Narvik's 2016 is an estimate; Hamarøy has none, and is compared with the year before."""
    assert any("grovt anslag" in each for each in drawn(population, account_of(NARVIK)).notes)
    chart = drawn(population, account_of(HAMAROY))
    assert "2016" not in chart.title + chart.alternative + chart.svg + chart.source
    assert chart.title.endswith("enn i 2025.")
    assert "endring" not in "".join(drawn(key_figures, account_of(HAMAROY)).notes).lower()


def test_a_figure_that_the_kommune_changed_is_the_one_that_is_drawn() -> None:
    """The kommune's own value, and that it is its own, with what the publisher has."""
    account = account_of(NAMSSKOGAN, answers={"andel_67": Decimal("31.5")})
    for draw in (ages, key_figures):
        chart = drawn(draw, account)
        assert "Namsskogan 31,5\u00a0%" in chart.alternative
        assert "31,5\u00a0%" in chart.svg
        assert "Endret av kommunen" in chart.source
        assert ">25\u00a0%" not in chart.svg


def test_a_changed_share_of_detached_houses_leaves_only_the_rest() -> None:
    """What the publisher says of the other kinds no longer fits: they are one part."""
    account = account_of(NAMSSKOGAN, answers={"andel_enebolig": Decimal(70)})
    chart = drawn(dwelling_types, account)
    assert "alle andre boliger: Namsskogan 30\u00a0%" in chart.alternative
    assert "rekkehus" not in chart.alternative + chart.svg


def test_a_changed_population_is_not_measured_against_the_published_one() -> None:
    """Only what the kommune said, and last year; the projection's error is not theirs."""
    chart = drawn(population, account_of(NAMSSKOGAN, answers={"folketall": Decimal(840)}))
    assert "2026: 840" in chart.alternative
    assert "2016" not in chart.alternative
    assert "regnet med" not in " ".join(chart.notes)


@pytest.mark.parametrize(
    ("draw", "fact"),
    [(ages, "andel_67"), (dwelling_types, "andel_enebolig"), (population, "folketall")],
)
def test_what_is_not_known_is_not_drawn(draw: Draw, fact: str) -> None:
    """A kommune that says it does not know is not told otherwise."""
    assert draw(account_of(NAMSSKOGAN, answers={fact: DONT_KNOW})) is None


def test_key_figures_need_three_and_take_another_where_one_is_unknown() -> None:
    """80 years or more comes in for what is not known; with two left there is no strip."""
    one = drawn(key_figures, account_of(NAMSSKOGAN, answers={"andel_67": DONT_KNOW}))
    assert "er 80 år eller eldre" in one.alternative
    two = account_of(NAMSSKOGAN, answers={"andel_67": DONT_KNOW, "andel_80": DONT_KNOW})
    assert key_figures(two) is None


@pytest.mark.parametrize("one", known().all, ids=lambda one: one.number)
def test_key_figures_are_the_three_farthest_from_the_country(one: Municipality) -> None:
    """The stated rule, worked out again from the data."""
    assert one.peers is not None
    names = {
        "endring_10aar_pst": "folketall fra",
        "andel_67pluss_2026_pst": "67 år",
        "andel_80pluss_2026_pst": "80 år",
        "andel_enebolig_2024_pst": "eneboliger",
    }
    far = {
        column: abs(Decimal(one.columns[column]) - one.peers.country[column].value)
        for column in names
        if column in one.columns
    }
    told = drawn(key_figures, account_of(one.number)).alternative
    chosen = {column for column, name in names.items() if name in told.partition(".")[2]}
    assert len(chosen) == 3
    assert (
        min(far[column] for column in chosen)
        >= max(far[column] for column in far.keys() - chosen or chosen)
        or far.keys() == chosen
    )


def test_an_old_memo_says_that_its_figures_are_younger() -> None:
    """A memo of March 2024 rests on figures of 2026, and says so; one of today does not."""
    for draw in (ages, population, key_figures):
        old = drawn(draw, account_of_journey("skjak-mars-2024", Language.NB))
        assert "fra etter dagen i notatet" in old.source
        now = drawn(draw, account_of_journey("skjak", Language.NB))
        assert "fra etter dagen i notatet" not in now.source


def test_a_rulebook_without_the_sources_gets_no_chart() -> None:
    """A figure that nobody can say the origin of is not drawn."""
    account = account_of(NAMSSKOGAN)
    sources = {id_: each for id_, each in book().sources.items() if not id_.startswith("ssb-")}
    advice = replace(account.advice, rulebook=replace(book(), sources=sources))
    bare = CaseAccount(Wording(advice, Language.NB))
    assert [draw(bare) for draw in (ages, dwelling_types, population, key_figures)] == [None] * 4


def test_one_in_so_many_is_said_only_where_it_is_near() -> None:
    """25.4 is one in four; 22 is nothing of the sort."""
    four = every_nth(Decimal("25.4"))
    assert four is not None
    assert four.nb == "fjerde"
    assert every_nth(Decimal(22)) is None
    assert every_nth(None) is None
    chart = drawn(ages, account_of_journey("traena"))
    assert chart.title.startswith("Om lag hver sjette innbygger er 67 år eller eldre")


def test_nothing_and_nobody_to_compare_with_can_be_drawn() -> None:
    """A share of nought is a share, and a kommune that nobody compared stands alone."""
    nought = dict.fromkeys(("andel_67", "andel_80", "andel_enebolig"), Decimal(0))
    account = account_of(NAMSSKOGAN, answers=nought)
    for draw in (ages, dwelling_types, key_figures):
        assert "Namsskogan 0\u00a0%" in drawn(draw, account).alternative
    alone = replace(account.advice.municipality, peers=None)
    unlike = CaseAccount(Wording(replace(account.advice, municipality=alone), Language.NB))
    assert drawn(ages, unlike).title == "0\u00a0% av innbyggerne er 67 år eller eldre."
    assert drawn(dwelling_types, unlike).notes == ()
    assert key_figures(unlike) is None
