"""A municipality is found by whatever people call it."""

import pytest

from wizard.municipalities import Municipalities, load
from wizard.paths import DATA


@pytest.fixture(scope="module")
def municipalities() -> Municipalities:
    """The municipalities as the product reads them."""
    return load(DATA)


def test_municipalities_of_the_same_name_are_shown_with_their_county(
    municipalities: Municipalities,
) -> None:
    """Only Herøy and Våler are twice; their labels add the county, and every label is unique."""
    labels = [one.label for one in municipalities.all]
    assert len(set(labels)) == 357
    assert {one.label for one in municipalities.all if one.label != one.name} == {
        "Herøy (Møre og Romsdal)",
        "Herøy (Nordland)",
        "Våler (Innlandet)",
        "Våler (Østfold)",
    }


def test_the_alphabet_ends_with_ae_oe_aa(municipalities: Municipalities) -> None:
    """Municipalities stand in Norwegian alphabetical order."""
    labels = [one.label for one in municipalities.all]
    assert labels[0] == "Alstahaug"
    assert labels[-1] == "Åsnes"
    assert labels.index("Voss") < labels.index("Værøy") < labels.index("Øyer") < len(labels) - 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0301", "0301"),
        (" 5044 ", "5044"),
        ("Namsskogan (5044)", "5044"),
        ("5044 Namsskogan", "5044"),
        ("NAMSSKOGAN", "5044"),
        ("namsskogan kommune", "5044"),
        ("Herøy, Nordland", "1818"),
        ("Herøy (Møre og Romsdal) (1515)", "1515"),
        ("Kárášjohka", "5610"),
        ("karasjohka", "5610"),
        ("KARASJOK", "5610"),
        ("porsangu", "5622"),
        ("Porsáŋgu", "5622"),
        ("Snåase", "5041"),
        ("snasa", "5041"),
        ("Snåase - Snåsa", "5041"),
        ("Kaivuono", "5540"),
        ("stientje", "5006"),
        ("nord odal", "3414"),
        ("Nore og Uvdal", "3338"),
        ("A\u030alesund", "1508"),
    ],
)
def test_a_name_or_number_finds_one_municipality(
    municipalities: Municipalities, text: str, number: str
) -> None:
    """Names in any language, with or without number, case, diacritics and spaces, are enough."""
    assert [one.number for one in municipalities.find(text)] == [number]


def test_every_municipality_is_found_by_everything_it_is_called(
    municipalities: Municipalities,
) -> None:
    """Number, label, official name, each parallel name, and label with number find each one."""
    for one in municipalities.all:
        named = f"{one.label} ({one.number})"
        for text in (one.number, one.label, named):
            assert municipalities.find(text) == (one,), text
        for text in (one.official_name, *one.official_name.split(" - ")):
            assert one in municipalities.find(text), text


def test_a_shared_name_finds_both(municipalities: Municipalities) -> None:
    """Which Våler is meant is for the user to say."""
    assert [one.number for one in municipalities.find("våler")] == ["3419", "3114"]


@pytest.mark.parametrize("text", ["", " ", "301", "9999", "Tysfjord", "-", "kommune", "x" * 10_000])
def test_what_names_no_municipality_finds_none(municipalities: Municipalities, text: str) -> None:
    """Nothing is guessed: a number without its leading zero is not a number of a municipality."""
    assert municipalities.find(text) == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Namskogan", "Namsskogan"),
        ("nams", "Namsos"),
        ("Tromsoe", "Tromsø"),
        ("Aalesund", "Ålesund"),
        ("guovdageainu", "Kautokeino"),
        ("301", "Oslo"),
        ("trond", "Trondheim"),
        ("vaaler", "Våler (Innlandet)"),
    ],
)
def test_a_misspelling_suggests_what_was_meant_first(
    municipalities: Municipalities, text: str, label: str
) -> None:
    """The beginning of a name, a slip of the pen, and a lost leading zero are understood."""
    assert municipalities.suggest(text)[0].label == label


@pytest.mark.parametrize("text", ["", "qqqqqq", "5048", "x" * 10_000])
def test_nothing_alike_suggests_nothing(municipalities: Municipalities, text: str) -> None:
    """A wrong number is never taken for a neighbouring one; long texts cost nothing."""
    assert municipalities.suggest(text) == ()


def test_at_most_five_are_suggested(municipalities: Municipalities) -> None:
    """A list to choose from stays short, and holds nobody twice."""
    for text in ("s", "nord", "heroy", "vang"):
        numbers = [one.number for one in municipalities.suggest(text)]
        assert 0 < len(numbers) == len(set(numbers)) <= 5


def test_an_unknown_number_is_a_key_error(municipalities: Municipalities) -> None:
    """Asking for a municipality that does not exist is the caller's mistake."""
    with pytest.raises(KeyError):
        municipalities.get("301")
