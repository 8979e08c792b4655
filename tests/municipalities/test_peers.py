"""A kommune is held up against those like it, and against the country."""

from decimal import Decimal
from statistics import median

import pytest

from wizard.domain.municipality import Municipality
from wizard.municipalities import Municipalities, load
from wizard.municipalities.peers import peers
from wizard.paths import DATA

NAMSSKOGAN, OSLO = "5044", "0301"
AGED, PRICE, CHANGE = "andel_67pluss_2026_pst", "pris_enebolig_m2_2024_kr", "endring_10aar_pst"


@pytest.fixture(scope="module")
def known() -> Municipalities:
    """The municipalities as the product reads them."""
    return load(DATA)


def alike(known: Municipalities, one: Municipality) -> list[Municipality]:
    """Return those of the same KOSTRA group and centrality class, the kommune among them."""
    keys = ("kostragruppe", "sentralitetsklasse")
    return [each for each in known.all if all(each.columns[k] == one.columns[k] for k in keys)]


def cells(some: list[Municipality], column: str) -> list[Decimal]:
    """Return the cells that are filled."""
    return [Decimal(each.columns[column]) for each in some if column in each.columns]


def test_the_group_is_of_the_same_kostra_group_and_centrality(known: Municipalities) -> None:
    """Named by both, with its size; all in it share one comparison."""
    for one in known.all:
        group = alike(known, one)
        assert one.peers is not None
        assert one.peers.size == len(group)
        assert one.peers.kostra_group == one.columns["kostragruppe"]
        assert one.peers.centrality == one.columns["sentralitetsklasse"]
        assert all(each.peers is one.peers for each in group)
        assert bool(one.peers.group) is (len(group) > 1), one.label


def test_a_share_is_of_all_the_people_together(known: Municipalities) -> None:
    """A large kommune counts for as many as live there; the country's is the published one."""
    one = known.get(NAMSSKOGAN)
    assert one.peers is not None
    group = alike(known, one)
    old = sum(cells(group, "antall_67pluss_2026"))
    assert one.peers.group[AGED].value == 100 * old / sum(cells(group, "folketall_2026"))
    assert one.peers.country[AGED].value == Decimal(100 * 959_633) / 5_627_400
    assert one.peers.country[AGED].known == 357


def test_shares_of_dwellings_are_weighted_and_add_up(known: Municipalities) -> None:
    """The six kinds of dwellings are a hundred per cent, but for rounded shares."""
    for one in known.all:
        assert one.peers is not None
        for together in (one.peers.group, one.peers.country):
            kinds = [each for name, each in together.items() if name.endswith("_2024_pst")]
            assert not kinds or abs(
                sum((each.value for each in kinds), Decimal(0)) - 100
            ) < Decimal("0.2")


def test_what_is_not_known_is_left_out_and_never_zero(known: Municipalities) -> None:
    """The median price is of those that have one, and says how many; two lack the change."""
    one = known.get(NAMSSKOGAN)
    assert one.peers is not None
    prices = cells(alike(known, one), PRICE)
    assert one.peers.group[PRICE].value == median(prices)
    assert one.peers.group[PRICE].known == len(prices) < one.peers.size
    assert one.peers.country[PRICE].known == 264
    assert one.peers.country[CHANGE].known == 355


def test_a_group_where_nobody_has_a_figure_has_none() -> None:
    """Two kommuner without a price have no price together."""
    row = {"kostragruppe": "1", "sentralitetsklasse": "6", "folketall_2026": "100"}
    rows = [
        {**row, "antall_67pluss_2026": "20", PRICE: ""},
        {**row, "antall_67pluss_2026": "", PRICE: ""},
    ]
    found = peers(rows)(rows[0])
    assert PRICE not in found.group
    assert found.group[AGED].value == 20
    assert found.group[AGED].known == 1


def test_oslo_is_like_nobody(known: Municipalities) -> None:
    """One alone has no group, but the country."""
    oslo = known.get(OSLO).peers
    assert oslo is not None
    assert oslo.size == 1
    assert oslo.group == {}
    assert oslo.country[AGED].value > 17
