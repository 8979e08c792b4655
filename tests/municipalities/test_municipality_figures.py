"""The bundled figures are the ones we say they are."""

from collections import Counter
from decimal import Decimal

import pytest

from wizard.domain.municipality import LanguageDecision, Municipality
from wizard.municipalities import Municipalities, load
from wizard.paths import DATA


@pytest.fixture(scope="module")
def municipalities() -> Municipalities:
    """The municipalities as the product reads them."""
    return load(DATA)


def total(municipalities: Municipalities, column: str) -> int:
    """Add up a column of whole numbers."""
    return sum(int(one.columns[column]) for one in municipalities.all)


def test_there_are_357_municipalities_in_15_counties(municipalities: Municipalities) -> None:
    """The country had 357 municipalities in 15 counties from 2024 on."""
    assert len(municipalities.all) == 357
    assert len({one.number for one in municipalities.all}) == 357
    assert len({one.county for one in municipalities.all}) == 15


def test_a_county_is_the_first_two_digits_of_a_number(municipalities: Municipalities) -> None:
    """Each county has one number, which begins the number of its municipalities."""
    pairs = {(one.number[:2], one.county) for one in municipalities.all}
    assert len(pairs) == 15
    for one in municipalities.all:
        assert one.columns["fylkesnummer"] == one.number[:2]


def test_the_centrality_classes_have_their_published_sizes(municipalities: Municipalities) -> None:
    """The six classes hold 5, 21, 54, 65, 104 and 108 municipalities."""
    sizes = Counter(one.columns["sentralitetsklasse"] for one in municipalities.all)
    assert [sizes[str(number)] for number in range(1, 7)] == [5, 21, 54, 65, 104, 108]


def test_class_follows_from_the_index(municipalities: Municipalities) -> None:
    """The class is the number of published limits that the index stays below, plus one."""
    for one in municipalities.all:
        index = int(one.columns["sentralitetsindeks"])
        below = sum(index < limit for limit in (925, 870, 775, 670, 565))
        assert int(one.columns["sentralitetsklasse"]) == 1 + below, one.label


def test_the_sums_are_the_published_national_figures(municipalities: Municipalities) -> None:
    """Population and ages add up to the country's figures of 1 January 2026."""
    assert total(municipalities, "folketall_2026") == 5_627_400
    assert total(municipalities, "folketall_2025") == 5_594_340
    assert total(municipalities, "antall_67pluss_2026") == 959_633
    assert total(municipalities, "antall_80pluss_2026") == 284_939
    assert total(municipalities, "folketall_2050_fram2024_mmmm") == 6_114_899


def test_the_language_decisions_have_their_published_sizes(municipalities: Municipalities) -> None:
    """119 municipalities chose bokmål, 88 nynorsk, 150 are neutral."""
    sizes = Counter(one.language_decision for one in municipalities.all)
    assert sizes == {
        LanguageDecision.BOKMAL: 119,
        LanguageDecision.NYNORSK: 88,
        LanguageDecision.NEUTRAL: 150,
    }


def test_namsskogan_is_small_remote_and_has_no_price(municipalities: Municipalities) -> None:
    """Namsskogan: 803 inhabitants, class 6, and the price of a house is not known."""
    namsskogan = municipalities.get("5044")
    assert namsskogan.name == "Namsskogan"
    assert namsskogan.columns["folketall_2026"] == "803"
    assert namsskogan.columns["sentralitetsklasse"] == "6"
    assert namsskogan.columns["andel_67pluss_2026_pst"] == "25.0311"
    assert "pris_enebolig_m2_2024_kr" not in namsskogan.columns


def test_a_price_and_its_number_of_sales_come_together(municipalities: Municipalities) -> None:
    """Nobody sees a price without being able to see how many sales it rests on."""
    for kind in ("enebolig", "smahus", "blokk"):
        for one in municipalities.all:
            priced = f"pris_{kind}_m2_2024_kr" in one.columns
            counted = f"omsetninger_{kind}_2024" in one.columns
            assert priced == counted, (one.label, kind)


@pytest.mark.parametrize("age", [67, 80])
def test_a_share_reaches_a_limit_only_if_the_exact_one_does(
    municipalities: Municipalities, age: int
) -> None:
    """Shares are cut, not rounded, so that no limit is reached by rounding."""
    for one in municipalities.all:
        share = Decimal(one.columns[f"andel_{age}pluss_2026_pst"])
        persons = Decimal(100 * int(one.columns[f"antall_{age}pluss_2026"]))
        inhabitants = int(one.columns["folketall_2026"])
        step = Decimal("0.0001")
        assert share * inhabitants <= persons < (share + step) * inhabitants, one.label


def test_the_building_types_make_up_all_dwellings(municipalities: Municipalities) -> None:
    """The six shares add up to 100 per cent but for rounding."""
    kinds = ("enebolig", "tomannsbolig", "rekkehus", "blokk", "bofellesskap", "annen")
    for one in municipalities.all:
        shares = [Decimal(one.columns[f"andel_{kind}_2024_pst"]) for kind in kinds]
        assert abs(sum(shares, Decimal(-100))) <= Decimal("0.3"), one.label


def test_a_rough_estimate_of_2016_is_left_out(municipalities: Municipalities) -> None:
    """Hamarøy and Heim have no population of 2016; Narvik, Hitra and Orkland have a flagged one."""
    flagged = [one for one in municipalities.all if one.columns["folketall_2016_estimert"] == "1"]
    assert {one.name for one in flagged} == {"Hamarøy", "Heim", "Hitra", "Narvik", "Orkland"}
    left_out = {one.name for one in municipalities.all if "folketall_2016" not in one.columns}
    assert left_out == {"Hamarøy", "Heim"}
    assert left_out == {
        one.name for one in municipalities.all if "endring_10aar_pst" not in one.columns
    }


def test_growth_that_cannot_be_relied_on_is_flagged(municipalities: Municipalities) -> None:
    """Where the projection of 2024 errs, or lets a small municipality grow, it is flagged."""
    for one in municipalities.all:
        assert one.columns["fram2024_usikker"] == ("1" if unreliable(one) else "0"), one.label


def unreliable(one: Municipality) -> bool:
    """Tell whether the projection of 2024 is wrong already, or shows growth we do not believe."""
    now = int(one.columns["folketall_2026"])
    grows = int(one.columns["folketall_2050_fram2024_mmmm"]) > now
    shrank = now < int(one.columns.get("folketall_2016", now + 1))
    wrong = abs(Decimal(one.columns["avvik_2026_fram2024_pst"])) > 3
    return wrong or (grows and (now < 5000 or shrank))


@pytest.mark.parametrize(
    ("flag", "flagged"),
    [
        ("maalform_usikker", {"Hå", "Gjesdal"}),
        ("utgiftsbehov_indeks_2026_usikker", {"Lørenskog"}),
        (
            "navn_usikkert",
            {"Oslo", "Steinkjer", "Levanger", "Lyngen", "Rana", "Sørfold", "Gratangen", "Røros"},
        ),
    ],
)
def test_a_doubt_is_flagged_where_it_stands(
    municipalities: Municipalities, flag: str, flagged: set[str]
) -> None:
    """A doubt about single municipalities stands in their flag column, and in no other's."""
    assert {one.name for one in municipalities.all if one.columns[flag] == "1"} == flagged


def test_every_position_is_in_the_right_half_of_the_country(municipalities: Municipalities) -> None:
    """Longitude and latitude are not mixed up: counties in the north lie north of 65 degrees."""
    north = {"Nordland", "Troms", "Finnmark"}
    south = {"Agder", "Rogaland", "Telemark", "Vestfold", "Østfold"}
    for one in municipalities.all:
        latitude = Decimal(one.columns["breddegrad"])
        assert (one.county in north) <= (latitude > 64), one.label
        assert (one.county in south) <= (latitude < 61), one.label


def test_official_names_use_only_letters_that_the_memo_must_print(
    municipalities: Municipalities,
) -> None:
    """Names hold Norwegian, Sámi and Kven letters, spaces and hyphens in composed form."""
    letters = {sign for one in municipalities.all for sign in one.official_name}
    assert {sign for sign in letters if not sign.isascii()} == set("áäåæïøÅØŋš")
    assert {sign for sign in letters if not sign.isalpha()} == {" ", "-"}


def test_the_short_name_is_one_of_the_official_ones(municipalities: Municipalities) -> None:
    """No municipality is shown under a name that is not official."""
    for one in municipalities.all:
        assert one.name in one.official_name.split(" - ")
