"""A municipality is found by whatever people call it; where there is doubt, they are asked."""

import csv
from itertools import permutations

import pytest

from wizard.domain.municipality import FormerMunicipality, Municipality
from wizard.domain.search import MunicipalitySearch, SearchOutcome
from wizard.municipalities import Municipalities, load
from wizard.municipalities.telling import told
from wizard.paths import DATA

MUNICIPALITIES = load(DATA)
SEPARATORS = (" - ", "/", " / ", " – ", "–", " — ", "-", ", ", " | ")
UNKNOWN_FORM = "Paatsivuono"  # a parallel name that no list of ours has


@pytest.fixture(scope="module")
def municipalities() -> Municipalities:
    """The municipalities as the product reads them."""
    return MUNICIPALITIES


def search(text: str) -> MunicipalitySearch:
    """Return what the text is taken to name."""
    return MUNICIPALITIES.search(text)


def found(text: str) -> str | None:
    """Return the number of the one municipality that the text finds."""
    one = search(text).found
    return one.number if one else None


def offered(text: str) -> list[str]:
    """Return the labels of those that are offered for a text that finds none."""
    result = search(text)
    assert result.found is None
    return [one.label for one in result.offered]


def of_every(municipality: Municipality) -> list[str]:
    """Return every official name of a municipality."""
    return municipality.official_name.split(" - ")


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
        ("Kommunenr. 5044", "5044"),
        ("Namsskogan (5044)", "5044"),
        ("5044 Namsskogan", "5044"),
        ("NAMSSKOGAN", "5044"),
        ("namsskogan kommune", "5044"),
        ("Karasjok kommune", "5610"),
        ("Herøy (Møre og Romsdal) (1515)", "1515"),
        ("Kárášjohka", "5610"),
        ("karasjohka", "5610"),
        ("porsangu", "5622"),
        ("Snåase", "5041"),
        ("Kaivuono", "5540"),
        ("stientje", "5006"),
        ("nord odal", "3414"),
        ("Nord–Odal", "3414"),
        ("Nore & Uvdal", "3338"),
        ("A\u030alesund", "1508"),
        ("Kåfjord/Gáivuotna/Kaivuono", "5540"),
        ("Báhccavuotna - Balsfjord - Paatsivuono", "5532"),
        ("Suortá -Sortland", "1870"),
        ("SANDE (MØRE & ROMSDAL)", "1514"),
        ("NES (AKERSHUS)", "3228"),
        ("Trøndelag: Åfjord", "5058"),
        ("Tana (Finnmárku)", "5628"),
    ],
)
def test_a_name_or_number_finds_one_municipality(text: str, number: str) -> None:
    """Names in any language, with or without number, case, diacritics and spaces, are enough."""
    assert found(text) == number


def test_every_municipality_is_found_by_everything_it_is_called() -> None:
    """Number, label, official name, and label with number find each of the 357."""
    for one in MUNICIPALITIES.all:
        split = f"{one.number[:2]} {one.number[2:]}"
        thousand = f"{one.number[:1]} {one.number[1:]}"
        for text in (one.number, split, thousand, one.label, one.numbered, one.official_name):
            if text == one.official_name and one.label != one.name:
                assert one in search(text).offered, text
            else:
                assert found(text) == one.number, text


def test_every_municipality_is_found_as_kommune_and_as_herad() -> None:
    """What it calls itself, or used to, may stand behind the name in any of the languages."""
    for one in MUNICIPALITIES.all:
        for name in of_every(one):
            for kind in ("kommune", "Kommune", "HERAD", "herred", "suohkan", "tjïelte"):
                assert one in search(f"{name} {kind}").offered, (name, kind)
        assert found(f"{one.title} ({one.county})") == one.number


def test_every_municipality_is_found_with_its_own_county() -> None:
    """Name and county, in parentheses, after a comma, a slash or "i", in either order."""
    forms = ("{} ({})", "{}, {}", "{} i {}", "{}/{}", "{} {} fylke", "{1}: {0}", "{} kommune i {}")
    for one in MUNICIPALITIES.all:
        for name in of_every(one):
            for form in forms:
                for text in (form.format(name, one.county), form.format(name, one.county).upper()):
                    assert found(text) == one.number, text


def test_a_county_goes_by_its_other_names_too() -> None:
    """Trööndelage is Trøndelag, and Romsa is Troms."""
    with (DATA / "fylker.csv").open(encoding="utf-8", newline="") as file:
        counties = {row["fylkesnummer"]: row["navn"].split(" - ") for row in csv.DictReader(file)}
    for one in MUNICIPALITIES.all:
        for county in counties[one.number[:2]]:
            assert found(f"{one.name} ({county})") == one.number, (one.name, county)


def test_parallel_names_are_found_in_any_order_with_any_sign_between() -> None:
    """Every official name, all orders, all separators, also where only some are written."""
    several = [one for one in MUNICIPALITIES.all if len(of_every(one)) > 1]
    assert len(several) == 29
    for one in several:
        names = of_every(one)
        for many in range(1, len(names) + 1):
            for order in permutations(names, many):
                for sign in SEPARATORS:
                    assert found(sign.join(order)) == one.number, sign.join(order)


def test_a_parallel_name_that_is_not_known_does_no_harm() -> None:
    """Before or behind a known name, a form of the name that we lack is passed over."""
    for one in MUNICIPALITIES.all:
        for name in of_every(one):
            for sign in (" - ", "/", " – "):
                for text in (f"{name}{sign}{UNKNOWN_FORM}", f"{UNKNOWN_FORM}{sign}{name}"):
                    assert one in search(text).offered, text
                    assert search(text).outcome is not SearchOutcome.UNKNOWN, text


def test_a_shared_name_finds_both() -> None:
    """Which Våler is meant is for the user to say; an unknown district does not settle it."""
    for text in ("våler", "Våler kommune", "Våler i Solør"):
        assert offered(text) == ["Våler (Innlandet)", "Våler (Østfold)"], text
    assert told(search("våler")).nb == "Det er flere kommuner som heter «våler»."


@pytest.mark.parametrize("text", ["Nes i Hallingdal", "Bergen byråd", "Oslo 9999", "Ring Vinje"])
def test_words_that_mean_something_else_are_never_passed_over(text: str) -> None:
    """A name among words that nobody knows is offered, not found."""
    assert search(text).outcome is SearchOutcome.UNKNOWN
    assert search(text).offered


def test_two_names_or_a_name_and_another_number_are_asked_about() -> None:
    """Contradictions are shown, with every municipality that the text names."""
    assert search("5044 Oslo").outcome is SearchOutcome.AT_ODDS
    assert offered("5044 Oslo") == ["Oslo", "Namsskogan"]
    assert offered("Halden - Sarpsborg") == ["Halden", "Sarpsborg"]
    assert told(search("Halden/Moss")).nn == "«Halden/Moss» viser til meir enn éin kommune."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Trøndelag", "Trøndelag er et fylke. Skriv navnet på kommunen."),
        ("Finnmark fylke", "Finnmark er et fylke. Skriv navnet på kommunen."),
        ("Viken", "Viken er ikke et fylke lenger. Skriv navnet på kommunen."),
    ],
)
def test_a_county_alone_is_called_one(typed: str, said: str) -> None:
    """It is spelled right, so nobody is told to check the spelling."""
    assert told(search(typed)).nb == said
    assert search(typed).offered == ()


def test_a_wrong_county_says_so_and_offers_the_name() -> None:
    """No municipality is found in a county where it does not lie."""
    result = search("Skjåk, Vestland")
    assert told(result).nb == "Ingen kommune i Vestland heter Skjåk."
    assert told(result).nn == "Ingen kommune i Vestland heiter Skjåk."
    assert offered("Skjåk, Vestland") == ["Skjåk"]
    for one in MUNICIPALITIES.all:
        county = "Agder" if one.county != "Agder" else "Finnmark"
        if one.label == one.name:
            assert search(f"{one.name} ({county})").outcome in {
                SearchOutcome.ELSEWHERE,
                SearchOutcome.FORMER,
            }, one.name


def test_a_county_that_is_gone_is_answered_honestly() -> None:
    """Either there was one of that name there, or the county is no more."""
    os_ = search("Os (Hordaland)")
    assert told(os_).nb == "1243 Os (til 2019) er nå en del av Bjørnafjorden (4624)."
    assert offered("Os (Hordaland)") == ["Bjørnafjorden"]
    assert offered("Sande (Vestfold)") == ["Holmestrand"]
    assert offered("Skjåk, Oppland") == ["Skjåk"]
    assert told(search("Skjåk, Hordaland")).nb == "Hordaland er ikke et fylke lenger."
    assert told(search("Skjåk, Hordaland")).nn == "Hordaland er ikkje eit fylke lenger."


@pytest.mark.parametrize("text", ["", " ", "9999", "50445", "-", "kommune", "x" * 10_000])
def test_what_names_no_municipality_finds_and_offers_none(text: str) -> None:
    """Nothing is guessed."""
    assert search(text).outcome is SearchOutcome.UNKNOWN
    assert search(text).offered == ()


def test_no_number_is_ever_taken_for_another() -> None:
    """Of all four-digit numbers, each finds itself, tells what it was, or offers nothing."""
    was = {each.number for each in MUNICIPALITIES.former}
    for number in (f"{n:04}" for n in range(10_000)):
        result = search(number)
        if MUNICIPALITIES.has(number):
            assert result.found == MUNICIPALITIES.get(number)
        elif number in was:
            assert result.outcome is SearchOutcome.FORMER
        else:
            assert (result.outcome, result.offered) == (SearchOutcome.UNKNOWN, ())


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Namskogan", "Namsskogan"),
        ("Namskogan kommune", "Namsskogan"),
        ("nams", "Namsos"),
        ("Tromsoe", "Tromsø"),
        ("Aalesund", "Ålesund"),
        ("guovdageainu", "Kautokeino"),
        ("301", "Oslo"),
        ("trond", "Trondheim"),
        ("vaaler", "Våler (Innlandet)"),
        ("vaaler i Østfold", "Våler (Østfold)"),
    ],
)
def test_a_misspelling_suggests_what_was_meant_first(text: str, label: str) -> None:
    """The beginning of a name, a slip of the pen, and a lost leading zero are understood."""
    assert offered(text)[0] == label


def test_at_most_five_are_suggested() -> None:
    """A list to choose from stays short, and holds nobody twice."""
    for text in ("s", "nord", "heroe", "vangn"):
        labels = offered(text)
        assert 0 < len(labels) == len(set(labels)) <= 5, text


def test_an_unknown_number_is_a_key_error(municipalities: Municipalities) -> None:
    """Asking for a municipality that does not exist is the caller's mistake."""
    with pytest.raises(KeyError):
        municipalities.get("301")


def _told(text: str) -> str:
    return told(search(text)).nb


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1507", "1507 Ålesund (2020–2023) er nå en del av Ålesund (1508) og Haram (1580)."),
        ("1507 Ålesund", _told("1507")),
        ("0414 Vang", "0414 Vang (til 1991) er nå en del av Hamar (3403)."),
        ("1534", "1534 Haram (til 2019) er nå en del av Haram (1580) og Ålesund (1508)."),
        ("1567", "1567 Rindal (til 2018) har nå nummer 5061."),
        ("0540", "0540 Sør-Aurdal (til 2019) har nå nummer 3449."),
        ("540", "0540 Sør-Aurdal (til 2019) har nå nummer 3449."),
        ("1725", "1725 Namdalseid (til 2017) er nå en del av Namsos (5007)."),
        ("3001", "3001 Halden (2020–2023) har nå nummer 3101."),
        ("1739", "1739 Raarvihke - Røyrvik (2015–2017) har nå nummer 5043."),
        ("Ørskog", "1523 Ørskog (1977–2019) er nå en del av Ålesund (1508) og Haram (1580)."),
        ("0720", "0720 Stokke (til 2016) er nå en del av Tønsberg (3905) og Sandefjord (3907)."),
    ],
)
def test_what_is_gone_tells_what_has_become_of_it(text: str, sentence: str) -> None:
    """The sentence names the years, and every present one with its number, same name first."""
    assert _told(text) == sentence


def test_more_than_two_successors_are_listed() -> None:
    """Snillfjord was divided between three, and kept its number for two years."""
    three = "Heim (5055), Hitra (5056) og Orkland (5059)"
    assert _told("Snillfjord") == f"5012 Snillfjord (2018–2019) er nå en del av {three}."
    assert told(search("Tysfjord")).nn == (
        "1850 Tysfjord - Divtasvuodna (2012–2019) er no ein del av Narvik (1806) og Hamarøy (1875)."
    )


def test_every_former_number_is_answered_with_its_successors() -> None:
    """The answer holds number and name as they were, and offers exactly those that follow."""
    for each in MUNICIPALITIES.former:
        result = search(each.number)
        last = max(_of(each.number), key=lambda one: one.until)
        assert result.outcome is SearchOutcome.FORMER
        assert result.offered == last.successors
        assert told(result).nb.startswith(f"{last.number} {last.name} (")
        assert all(one.number in told(result).nn for one in last.successors)


def test_every_former_name_is_answered_or_is_a_name_today() -> None:
    """Who has the name today is found; the others tell what has become of them."""
    today = {name for one in MUNICIPALITIES.all for name in (one.name, *of_every(one))}
    gone = 0
    for each in MUNICIPALITIES.former:
        for text in (each.name, f"{each.name} kommune"):
            result = search(text)
            if today.isdisjoint(each.name.split(" - ")):
                gone += 1
                assert result.outcome is SearchOutcome.FORMER, text
                assert set(_numbers(result.offered)) & set(_numbers(each.successors)), text
            else:
                assert result.outcome in {SearchOutcome.FOUND, SearchOutcome.SEVERAL}, text
    assert gone > 250


def test_a_former_number_with_its_name_is_answered_as_the_number() -> None:
    """The number says which day the name is from."""
    for each in MUNICIPALITIES.former:
        result = search(f"{each.number} {each.name}")
        assert result.outcome is SearchOutcome.FORMER, each
        assert set(_numbers(each.successors)) & set(_numbers(result.offered)), each


def _of(number: str) -> list[FormerMunicipality]:
    return [each for each in MUNICIPALITIES.former if each.number == number]


def _numbers(municipalities: tuple[Municipality, ...]) -> list[str]:
    return [one.number for one in municipalities]
