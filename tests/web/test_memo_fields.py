"""What a saksbehandler fills in: kept, held to its limits, and safe with two who write at once."""

import io
import json

import pytest
from clock import Clock
from flask import Flask
from memo_page import change, day, other_language, standing
from pages import STALE, Page, Site

from wizard.domain.memo_fields import ASSESSMENT, MEMO_FIELDS, MemoField, MemoFieldKind

FILLED_IN = {
    "utvalg": "Formannskapet",
    "saksnummer": "26/1234",
    "saksbehandler": "Boligkoordinator",
    "vurdering": "Vi er få.",
    "vurdert_av": "Ŋuorra, rådgiver",
}
LINES = [field for field in MEMO_FIELDS if field.kind is MemoFieldKind.LINE]
WRITTEN = [field for field in MEMO_FIELDS if field.kind is not MemoFieldKind.DAY]


# Two browsers at once: neither keeps its last request open, as the one that most tests use does.
@pytest.fixture
def site(app: Flask) -> Site:
    """Give a browser on the site."""
    return Site(app.test_client())


@pytest.fixture
def colleague(app: Flask) -> Site:
    """Give another browser on the same site. Its cookies are its own."""
    return Site(app.test_client())


@pytest.fixture
def address(site: Site) -> str:
    """Return the address of a case's memo page."""
    return site.new_case() + "notat"


def own_words(site: Site, address: str) -> dict[str, str]:
    """Return what the case's file says of the memo's fields."""
    file = site.client.get(address.replace("notat", "svarfil.json")).get_data(as_text=True)
    told: dict[str, str] = json.loads(file)["radgiver"]
    return told


def said(page: Page) -> str:
    """Return what the page says has happened; nothing where it says nothing."""
    return " ".join(" ".join(each.text.split()) for each in page.all("div", role="status"))


def in_conflict(page: Page) -> list[str]:
    """Return what somebody else wrote, as the page shows it."""
    return [" ".join(each.text.split()) for each in page.all("div", role="group")]


def at_fault(page: Page) -> list[str]:
    """Return the names of the fields that the error summary is about, in its order."""
    return [error.partition(":")[0] for error in page.errors]


def test_every_field_is_kept_and_told(site: Site, address: str) -> None:
    """The boxes show what was saved, and so does the case file; the page names each by its name."""
    page = change(site, address, site.get(address), **FILLED_IN, **day("9 februar 2027"))
    assert said(page) == (
        "Lagret: utvalg, møtedato, saksnummer, saksbehandler, egen vurdering og vurdert av. "
        "Notatet er oppdatert."
    )
    assert own_words(site, address) == {**FILLED_IN, "motedato": "2027-02-09"}
    shown = standing(site.get(address))
    assert FILLED_IN.items() <= shown.items()
    assert day("9 2 2027").items() <= shown.items()


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_page_has_every_field_of_the_list(site: Site, address: str, language: str) -> None:
    """In the order of the list, each called by its name."""
    page = site.get(address.replace("/nb/", f"/{language}/"))
    places = [page.html.index(f'name="seen_{field.id}"') for field in MEMO_FIELDS]
    assert places == sorted(places)
    names = [each.text.strip() for each in (*page.all("label"), *page.all("legend"))]
    for field in MEMO_FIELDS:
        assert any(each.startswith(getattr(field.name, language)) for each in names)


def test_only_what_was_changed_is_told(site: Site, address: str) -> None:
    """Also the language; and where nothing was, that."""
    page = change(site, address, site.get(address), saksnummer="26/1", language="nn")
    assert said(page) == "Lagret: målform og saksnummer. Notatet er oppdatert."
    assert said(change(site, address, page)) == "Ingenting var endret."
    assert said(site.get(address)) == ""
    nynorsk = change(site, address.replace("/nb/", "/nn/"), page, saksnummer="")
    assert said(nynorsk) == "Lagra: saksnummer. Notatet er oppdatert."
    assert own_words(site, address) == {}


def test_an_address_tells_of_nothing_that_is_no_field(site: Site, address: str) -> None:
    """Whoever makes up an address puts no words into our mouth."""
    page = site.get(f"{address}?lagret=<b>alt</b>&lagret=utvalg")
    assert said(page) == "Lagret: utvalg. Notatet er oppdatert."


@pytest.mark.parametrize("field", WRITTEN, ids=lambda field: field.id)
def test_a_field_has_its_limit(site: Site, address: str, field: MemoField) -> None:
    """As long as it may be is saved; one more is not, and stays in the box."""
    most = "x" * field.longest
    page = change(site, address, site.get(address), 422, **{field.id: most + "y"})
    told = f"{field.name.nb}: Teksten har {field.longest + 1} tegn. "
    assert page.errors == [f"{told}Den kan ha høyst {field.longest}."]
    assert standing(page)[field.id] == most + "y"
    assert own_words(site, address) == {}
    change(site, address, page, **{field.id: most})
    assert own_words(site, address) == {field.id: most}


@pytest.mark.parametrize("field", LINES, ids=lambda field: field.id)
def test_a_line_is_cleaned_and_what_paper_cannot_show_is_refused(
    site: Site, address: str, field: MemoField
) -> None:
    """As the assessment is; and a break becomes a space, for a line is one line."""
    page = change(site, address, site.get(address), 422, **{field.id: "Bolig 🏡"})
    assert "tegnet U+1F3E1 (🏡) i «Bolig 🏡»" in page.errors[0]
    change(site, address, page, **{field.id: " ma\u030al\u00ad\nno. 1 "})
    assert own_words(site, address) == {field.id: "mål no. 1"}


def test_every_mistake_is_told_at_once_in_the_order_of_the_page(site: Site, address: str) -> None:
    """Each leads to its box, what is typed stays, and nothing is saved."""
    wrong = {"utvalg": "x" * 81, "vurdert_av": "y" * 121, "saksbehandler": "Plansjef"}
    page = change(site, address, site.get(address), 422, **wrong, **day("31 2 2027"))
    assert at_fault(page) == ["Utvalg", "Møtedato", "Vurdert av"]
    links = {each.attributes.get("href") for each in page.all("a")}
    assert {"#utvalg", "#motedato-dag", "#vurdert_av"} <= links
    assert {**wrong, **day("31 2 2027")}.items() <= standing(page).items()
    assert own_words(site, address) == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9 2 2027", "2027-02-09"),
        ("9. feb. 2027", "2027-02-09"),
        ("09.02.2027", "2027-02-09"),
        ("29 2 2028", "2028-02-29"),
    ],
)
def test_a_day_is_read_as_people_write_it(site: Site, address: str, typed: str, meant: str) -> None:
    """As in the questions; and emptied boxes take it away."""
    page = change(site, address, site.get(address), **day(typed))
    assert own_words(site, address) == {"motedato": meant}
    change(site, address, page, **day(""))
    assert own_words(site, address) == {}


@pytest.mark.parametrize(
    ("typed", "told", "first"),
    [
        ("30 2 2027", "Skriv en dato som finnes", "motedato-dag"),
        ("9 13 2027", "Skriv en dato som finnes", "motedato-maned"),
        ("9 2 27", "Skriv året med fire siffer", "motedato-ar"),
        ("9 2", "Fyll ut dag, måned og år", "motedato-ar"),
        ("snart", "Fyll ut dag, måned og år", "motedato-dag"),
    ],
)
def test_what_is_no_day_is_refused_at_its_box(
    site: Site, address: str, typed: str, told: str, first: str
) -> None:
    """The message names the field and gives an example; the boxes keep what was typed."""
    page = change(site, address, site.get(address), 422, **day(typed))
    assert page.errors[0].startswith(f"Møtedato: {told}")
    assert "15 5 2027" in page.errors[0]
    assert page.all("a", href=f"#{first}")
    assert day(typed).items() <= standing(page).items()
    assert own_words(site, address) == {}


def test_a_meeting_before_the_memo_is_saved_with_a_gentle_word(
    site: Site, address: str, clock: Clock
) -> None:
    """It may be right; on the memo's own day there is nothing to say."""
    assert clock().isoformat() == "2026-11-22"
    early = "Møtet er før 22. november 2026, som er dagen notatet gjelder for. Kontroller datoen."
    page = change(site, address, site.get(address), **day("21 11 2026"))
    assert page.errors == []
    assert early in said(page)
    assert page.one("p", id="motedato-merk").text == early
    assert own_words(site, address) == {"motedato": "2026-11-21"}
    page = change(site, address, page, saksnummer="26/1")
    assert early not in said(page)
    assert page.one("p", id="motedato-merk").text == early
    page = change(site, address, page, **day("22 11 2026"))
    assert "Kontroller datoen" not in page.text


def test_different_fields_are_no_conflict(site: Site, colleague: Site, address: str) -> None:
    """Two who fill in a field each from pages opened at once both have it saved."""
    old = site.get(address)
    change(colleague, address, colleague.get(address), utvalg="Formannskapet", **day("9 2 2027"))
    page = change(site, address, old, saksnummer="26/1", vurdering="Vi er få.")
    assert said(page) == "Lagret: saksnummer og egen vurdering. Notatet er oppdatert."
    assert own_words(site, address) == {
        "utvalg": "Formannskapet",
        "motedato": "2027-02-09",
        "saksnummer": "26/1",
        "vurdering": "Vi er få.",
    }


def test_a_field_that_both_changed_shows_both_and_the_rest_is_saved(
    site: Site, colleague: Site, address: str
) -> None:
    """The page says what stands in the way and what was saved; once more saves one's own."""
    old = site.get(address)
    change(colleague, address, colleague.get(address), utvalg="Formannskapet", **day("9 2 2027"))
    mine = {"utvalg": "Rådet", "saksnummer": "26/1", **day("10 3 2027")}
    page = change(site, address, old, 409, **mine)
    assert at_fault(page) == ["Utvalg", "Møtedato"]
    assert said(page) == "Lagret: saksnummer. Notatet er oppdatert."
    assert mine.items() <= standing(page).items()
    assert in_conflict(page) == [
        "Utvalg: lagret av noen andre Formannskapet",
        "Møtedato: lagret av noen andre 9. februar 2027",
    ]
    assert own_words(site, address)["utvalg"] == "Formannskapet"
    page = change(site, address, page)
    assert said(page) == "Lagret: utvalg og møtedato. Notatet er oppdatert."
    assert in_conflict(page) == []
    assert own_words(site, address) == {
        "utvalg": "Rådet",
        "motedato": "2027-03-10",
        "saksnummer": "26/1",
    }


def test_a_conflict_in_one_field_brings_nothing_old_back_into_the_others(
    site: Site, colleague: Site, address: str
) -> None:
    """What the sender left alone stands as the colleague has it, and is not saved back."""
    old = site.get(address)
    theirs = {"utvalg": "Formannskapet", "saksbehandler": "Plansjef", "language": "nn"}
    change(colleague, address, colleague.get(address), **theirs)
    page = change(site, address, old, 409, utvalg="Rådet")
    assert said(page) == ""
    assert standing(page)["saksbehandler"] == "Plansjef"
    assert page.checked("language") == ["nn"]
    page = change(site, address, page)
    assert page.checked("language") == ["nn"]
    assert own_words(site, address) == {"utvalg": "Rådet", "saksbehandler": "Plansjef"}


def test_conflicts_stay_on_the_page_while_something_else_is_refused(
    site: Site, colleague: Site, address: str
) -> None:
    """Through a mistake, a stale page and the other language; a settled one is gone."""
    old = site.get(address)
    change(colleague, address, colleague.get(address), utvalg="Formannskapet", **day("9 2 2027"))
    page = change(site, address, old, 409, utvalg="Rådet", **day("10 3 2027"))
    page = change(site, address, page, 422, saksnummer="x" * 41)
    assert len(in_conflict(page)) == 2
    page = site.post(address, standing(page), 400, token=STALE)
    assert len(in_conflict(page)) == 2
    page = change(site, other_language(page), page, ga="sprak")
    assert "Møtedato: lagra av nokon andre" in page.text
    change(colleague, address, colleague.get(address), utvalg="Et tredje")
    nynorsk = address.replace("/nb/", "/nn/")
    page = change(site, nynorsk, page, 409, saksnummer="26/1")
    assert at_fault(page) == ["Utval"]
    assert in_conflict(page) == ["Utval: lagra av nokon andre Et tredje"]


def test_a_field_that_a_colleague_emptied_is_asked_about(
    site: Site, colleague: Site, address: str
) -> None:
    """Left alone it stays empty; changed, the sender is told that it was emptied."""
    change(site, address, site.get(address), **day("9 2 2027"), utvalg="Rådet")
    old = site.get(address)
    change(colleague, address, colleague.get(address), **day(""), utvalg="")
    page = change(site, address, old, 409, **day("10 2 2027"))
    assert page.errors[0].startswith("Møtedato: Noen andre har tømt feltet")
    assert in_conflict(page) == ["Møtedato: lagret av noen andre Noen andre har tømt feltet."]
    assert own_words(site, address) == {}


def test_the_language_of_the_page_brings_along_every_field(site: Site, address: str) -> None:
    """Also what is too long and what is no day; nothing is saved, and nothing is complained of."""
    typed = {**FILLED_IN, "utvalg": "x" * 81, **day("30 2")}
    page = change(site, other_language(site.get(address)), site.get(address), **typed, ga="sprak")
    assert page.one("html").attributes["lang"] == "nn"
    assert page.errors == []
    assert typed.items() <= standing(page).items()
    assert own_words(site, address) == {}


def test_the_way_back_to_the_advice_saves(site: Site, address: str) -> None:
    """What is typed is kept, and what is wrong keeps its sender on the page."""
    rad = address.replace("notat", "rad")
    page = change(site, address, site.get(address), utvalg="Formannskapet", ga=rad)
    assert page.heading.startswith("Råd til")
    assert own_words(site, address) == {"utvalg": "Formannskapet"}
    page = change(site, address, site.get(address), 422, utvalg="x" * 81, ga=rad)
    assert page.heading.startswith("Tiltaksnotat for")


def test_a_page_from_before_the_fields_empties_none(site: Site, address: str) -> None:
    """What was not on the sender's page was not left blank."""
    change(site, address, site.get(address), **FILLED_IN, **day("9 2 2027"))
    own = {"vurdering": "Ny", "seen_vurdering": "Vi er få."}
    site.post(address, {"language": "nb", "seen_language": "nb", **own})
    assert own_words(site, address) == {**FILLED_IN, "vurdering": "Ny", "motedato": "2027-02-09"}


def test_a_case_file_brings_the_fields_into_a_new_case(site: Site, address: str) -> None:
    """What one can take away can be taken back."""
    change(site, address, site.get(address), **FILLED_IN, **day("9 2 2027"))
    file = site.client.get(address.replace("notat", "svarfil.json")).data
    page = site.post("/nb/svarfil", {"file": (io.BytesIO(file), "sak.json")})
    there = page.response.request.path.replace("/svar", "/notat")
    assert there != address
    assert {**FILLED_IN, **day("9 2 2027")}.items() <= standing(site.get(there)).items()


def test_a_reader_has_the_forms_and_no_fields(site: Site, address: str) -> None:
    """Whoever may only read changes nothing, and is not told to save."""
    boxes = site.get(address.replace("notat", "lagre")).all("a", class_="link-box ds-link")
    page = site.get(boxes[1].text.removeprefix("http://localhost") + "notat")
    assert page.all("form") == []
    assert page.all("h2", id="last-ned")
    assert ASSESSMENT.name.nb not in page.text
    assert "Lagre" not in page.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("navnet på saksbehandleren", "valgfritt", "slettes sammen med saken")),
        ("nn", ("namnet på saksbehandlaren", "valfritt", "sletta saman med saka")),
    ],
)
def test_privacy_says_what_becomes_of_a_name(
    site: Site, language: str, words: tuple[str, ...]
) -> None:
    """That it is not needed, where it is kept, and when it goes."""
    page = site.get(f"/{language}/personvern")
    assert all(word in page.text for word in words)
