"""Whatever is sent, the page says what is wrong and keeps what was typed."""

import io

import pytest
from pages import STALE, Site, read_page

from wizard.store.casefile import FORMAT

WRONG = [
    ("andelen", "mange", "Navn andelen: Skriv et tall fra 0 til 100."),
    ("andelen", "101", "Navn andelen: Skriv et tall fra 0 til 100."),
    ("andelen", "-1", "Navn andelen: Skriv et tall fra 0 til 100."),
    ("antall", "1,5", "Navn antall: Skriv et helt tall fra 0 til 5\u00a0000."),
    (
        "arsverket",
        "1 1/2",
        "Navn arsverket: Skriv tallet med komma, ikke som brøk. Skriv et tall fra 0 til 50.",
    ),
    ("aret", "19", "Navn aret: Skriv ett årstall fra 1990 til 2026."),
    ("belopet", "99999999999", "Navn belopet: Skriv et tall fra 0 til 100\u00a0000\u00a0000."),
    ("antall", "9" * 5000, "Navn antall: Skriv et helt tall fra 0 til 5\u00a0000."),
]


@pytest.mark.parametrize(("fact", "typed", "message"), WRONG)
def test_a_wrong_number_is_explained_and_kept(
    site: Site, fact: str, typed: str, message: str
) -> None:
    """The summary links to the box, the box is marked, the typed text stands in it."""
    page = site.fill_in(site.new_case() + "tema/tallene/1", {f"svar_{fact}": typed}, 422)
    assert [" ".join(message.split())] == page.errors
    assert page.typed(f"svar_{fact}") == typed
    box = page.one("input", name=f"svar_{fact}").attributes
    assert box["aria-invalid"] == "true"
    assert f"svar_{fact}-feil" in box["aria-describedby"]
    summary = page.one("div", class_="ds-error-summary").attributes
    assert summary["role"] == "alert"
    assert summary["tabindex"] == "-1"
    assert "autofocus" in summary
    assert page.all("a", class_="ds-link", href=f"#svar_{fact}")


@pytest.mark.parametrize("parts", [("31", "2", "2027"), ("15", "", "2027"), ("a", "5", "2027")])
def test_a_wrong_date_is_explained_and_kept(site: Site, parts: tuple[str, str, str]) -> None:
    """All three boxes stand as they were."""
    names = ("dag", "maned", "ar")
    data = {f"svar_dagen-{name}": part for name, part in zip(names, parts, strict=True)}
    page = site.fill_in(site.new_case() + "tema/tallene/1", data, 422)
    assert len(page.errors) == 1
    assert tuple(page.typed(f"svar_dagen-{name}") for name in names) == parts


def test_what_can_be_read_is_saved_though_the_rest_cannot(site: Site) -> None:
    """Nothing that was sent is lost."""
    address = site.new_case()
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "3", "svar_andelen": "x"}, 422)
    assert site.get(address + "tema/tallene/1").typed("svar_antall") == "3"


def test_an_answer_and_dont_know_at_once_is_asked_about(site: Site) -> None:
    """Nobody guesses which of the two was meant."""
    address = site.new_case()
    both = {"svar_antall": "3", "svar_antall-vet-ikke": "ja"}
    page = site.fill_in(address + "tema/tallene/1", both, 422)
    assert "Behold bare det ene" in page.errors[0]
    none = {"svar_flere": ["en"], "svar_flere-ingen-av-disse": "ja"}
    page = site.fill_in(address + "tema/alt/1", none, 422)
    assert "Ingen av disse" in page.errors[0]
    assert page.checked("svar_flere") == ["en"]


@pytest.mark.parametrize("choice", ["d", "", "<script>", "vet-ikke-helt"])
def test_a_made_up_choice_is_refused(site: Site, choice: str) -> None:
    """Only what the page offers can be answered; nothing at all is fine."""
    status = 422 if choice else 200
    site.fill_in(site.new_case() + "tema/alt/1", {"svar_valget": choice}, status)


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 400])
def test_a_made_up_revision_does_no_harm(site: Site, revision: str) -> None:
    """It counts as never having seen anything."""
    site.fill_in(site.new_case() + "tema/tallene/1", {"revision": revision, "svar_antall": "3"})


def test_two_tabs_do_not_overwrite_each_other_unseen(site: Site) -> None:
    """The second is told what the first said, and may insist."""
    address = site.new_case() + "tema/tallene/1"
    seen = site.get(address).unseen
    site.post(address, {**seen, "svar_antall": "3"})
    page = site.post(address, {**seen, "svar_antall": "4"}, 409)
    assert "Noen andre har svart «3\u00a0boliger»".replace("\u00a0", " ") in page.errors[0]
    assert page.typed("svar_antall") == "4"
    site.post(address, {**page.unseen, "svar_antall": "4"})
    assert site.get(address).typed("svar_antall") == "4"


def test_a_stale_page_keeps_what_was_typed(site: Site) -> None:
    """Without a good token nothing is saved, and nothing is lost."""
    address = site.new_case() + "tema/tallene/1"
    data = {**site.get(address).unseen, "svar_antall": "3", "svar_dagen-dag": "15"}
    page = site.post(address, data, 400, token=STALE)
    assert "stått åpen for lenge" in page.errors[0]
    assert page.typed("svar_antall") == "3"
    assert page.typed("svar_dagen-dag") == "15"
    assert site.get(address).typed("svar_antall") == ""
    assert site.post(address, data | {"svar_dagen-dag": ""}).heading == "Se over svarene"


def test_no_form_is_accepted_without_a_token(site: Site) -> None:
    """Every address that takes a form refuses one from elsewhere."""
    address = site.new_case()
    for path in ("tema/alt/1", "notat", "slett"):
        site.post(address + path, {"language": "nb"}, 400, token="")
    for path in ("/nb/kommune", "/nb/svarfil"):
        site.post(path, {"typed": "5044"}, 400, token="")
    shown = site.post("/nb/eksempel/eksempelet", token="")
    assert shown.response.request.path == "/nb/"
    assert site.get(address).heading == "Namsskogan"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Skriv navnet eller nummeret"),
        ("9999", "Vi finner ingen kommune «9999»"),
        ("Namskogan", "Velg nedenfor, eller skriv på nytt"),
        ("301", "Velg nedenfor, eller skriv på nytt"),
        ("1507", "Ålesund (1508) og Haram (1580). Velg hvilken."),
        ("1567", "1567 Rindal (til 2018) har nå nummer 5061. Velg nedenfor"),
        ("Skjåk, Vestland", "Ingen kommune i Vestland heter Skjåk. Velg nedenfor"),
        ("Herøy", "Det er flere kommuner som heter «Herøy»"),
        ("<b>Oslo</b>", "«&lt;b&gt;Oslo&lt;/b&gt;»"),
        ("x" * 500, "Vi finner ingen kommune"),
    ],
)
def test_an_unclear_municipality_is_asked_about(site: Site, typed: str, said: str) -> None:
    """The text stays in the box, and what may be meant is offered."""
    page = site.post("/nb/kommune", {"typed": typed}, 422)
    assert said in page.errors[0]
    assert page.typed("typed") == typed.replace("&", "&amp;")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("0301", "Oslo"), ("oslo", "Oslo"), ("Kárášjohka", "Karasjok"), ("50 44 ", "Namsskogan")],
)
def test_a_municipality_is_known_by_number_and_by_any_name(
    site: Site, typed: str, name: str
) -> None:
    """Capitals, spaces and languages do not matter."""
    assert site.get(site.new_case(typed)).heading == name


def test_the_present_one_can_be_chosen_for_a_former_number(site: Site) -> None:
    """Those that follow are offered, the one of the same name first."""
    page = site.post("/nb/kommune", {"typed": "1534"}, 422)
    assert [i.attributes["value"] for i in page.all("input", name="choice")] == ["1580", "1508"]
    assert "Mente dere en av disse?" in page.text
    chosen = {"typed": "1534", "offered_for": "1534", "choice": "1508"}
    assert "Ålesund" in site.post("/nb/kommune", chosen).text
    assert "Meinte de denne?" in site.post("/nn/kommune", {"typed": "1567"}, 422).text


def test_one_of_two_with_the_same_name_can_be_chosen(site: Site) -> None:
    """The counties tell them apart; a choice counts only for the text it was offered for."""
    page = site.post("/nb/kommune", {"typed": "Herøy"}, 422)
    numbers = {i.attributes["value"] for i in page.all("input", name="choice")}
    assert numbers == {"1515", "1818"}
    assert "Nordland" in page.text
    chosen = {"typed": "Herøy", "offered_for": "Herøy", "choice": "1818"}
    assert "Herøy" in site.post("/nb/kommune", chosen).text
    typed_anew = {"typed": "Oslo", "offered_for": "Herøy", "choice": "1818"}
    assert "Oslo" in site.post("/nb/kommune", typed_anew).text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Svarfilen er tom."),
        (b"%PDF-1.7\xff", "UTF-8"),
        (b'{"format": "noe annet"}', "noe annet"),
        (f'{{"format": "{FORMAT}", "komune": "5044"}}'.encode(), "Mente du «kommune»?"),
    ],
)
def test_a_file_that_is_no_case_is_explained(site: Site, content: bytes, said: str) -> None:
    """Every problem at once, each with its place."""
    file = (io.BytesIO(content), "sak.json")
    page = site.post("/nb/svarfil", {"file": file}, 422)
    assert any(said in error for error in page.errors)


def test_no_file_and_a_huge_file_are_explained(site: Site) -> None:
    """Both are said in words."""
    assert "Velg en svarfil" in site.post("/nb/svarfil", {}, 422).errors[0]
    content_type = "multipart/form-data; boundary=x"
    huge = site.client.post("/nb/svarfil", data=b" " * 3_000_000, content_type=content_type)
    assert "for stort" in read_page(huge, 413).heading


def test_a_case_file_can_be_brought_back(site: Site) -> None:
    """What was downloaded makes a new case with the same answers."""
    address = site.new_case("Vinje")
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "3"})
    downloaded = site.get(address + "svarfil.json")
    assert "attachment" in downloaded.response.headers["Content-Disposition"]
    file = (io.BytesIO(downloaded.html.encode()), "sak.json")
    page = site.post("/nn/svarfil", {"file": file})
    assert page.heading == "Sjå over svara"
    assert page.response.request.path != address
    assert "3 bustader" in page.text
