"""Coming back to a case: its links, a browser that remembers it, and a copy of it."""

from datetime import timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from clock import Clock
from flask import Flask
from pages import STALE, Page, Site, link_of

from wizard.domain.case import Answer
from wizard.store.links import reading_link
from wizard.web.services import services_of

TEXTS = {"assessment": "Vi vil bygge."}


def _boxes(page: Page) -> list[str]:
    """Return the addresses that can be copied."""
    inputs = page.all("input", class_="ds-input", type="text")
    return [each.attributes["value"] for each in inputs if "readonly" in each.attributes]


def _read_only(case: str) -> str:
    return case.replace(link_of(case), reading_link(link_of(case)))


# --- the links


def test_the_link_is_shown_once_when_the_case_is_made(site: Site) -> None:
    """Before the first question, with the way on; the reading link comes later."""
    page = site.post("/nb/kommune", {"typed": "5044"})
    assert page.heading == "Ta vare på lenken"
    (address,) = _boxes(page)
    assert address == f"http://localhost/nb/sak/{link_of(page.response.request.path)}/"
    on = page.one("a", class_="ds-button").attributes["href"]
    assert site.get(on).response.request.path == urlsplit(address).path


def test_a_link_can_be_printed_alone_and_sent_by_ones_own_mail(site: Site) -> None:
    """The sheet has no other link on it; the mail has the whole address and what it is."""
    case = site.new_case()
    page = site.get(case + "lagre")
    own, reading = _boxes(page)
    sheet = site.get(case + "lagre/leser")
    assert reading in sheet.text
    assert own not in sheet.text
    mails = [a.attributes["href"] for a in page.all("a", class_="ds-link")]
    mail = next(each for each in mails if each.startswith("mailto:"))
    sent = parse_qs(urlsplit(mail).query, strict_parsing=True)
    assert sent["subject"] == [
        "Lenke til boligsaken for Namsskogan kommune i Virkemiddelveiviseren"
    ]
    assert own in sent["body"][0].split("\r\n")
    assert "endre og slette" in sent["body"][0]
    assert " " not in mail
    assert "+" not in mail


def test_each_link_says_whom_it_is_sent_to(site: Site) -> None:
    """One's own goes to oneself; what is sent to others only reads, and stands beside it."""
    case = site.new_case()
    site.post(case + "radgiver", {"ga": "lag"})
    for address, told in (
        (case, ["dere selv", "andre", "rådgiveren"]),
        (_read_only(case), ["andre"]),
    ):
        page = site.get(address + "lagre")
        sent = [a.text for a in page.all("a", class_="ds-link") if "med e-post" in a.text]
        assert [each.split("Send til ")[1].split(" med ")[0] for each in sent] == told
    assert site.get(case + "lagre").all("a", href="#lenke-leser")
    assert not site.get(_read_only(case) + "lagre").all("a", href="#lenke-leser")


def test_a_reader_is_told_so_everywhere_and_never_gets_the_owners_link(site: Site) -> None:
    """Every page of the case says it, and only the reader's own link can be given on."""
    case = site.new_case()
    reading = _read_only(case)
    for path in ("", "svar", "rad", "notat", "lagre", "lagre/leser", "prioritering"):
        page = site.get(reading + path)
        assert "Bare lesing." in page.text, path
        assert link_of(case) not in page.html
        assert "Bare lesing." not in site.get(case + path).text
    site.get(reading + "lagre/eier", 404)
    assert len(_boxes(site.get(reading + "lagre"))) == 1


# --- on this machine


def test_a_browser_remembers_only_what_it_is_asked_to(site: Site) -> None:
    """Nothing is set by looking; then the start page leads back, and it can be forgotten."""
    case = site.new_case()
    site.get(case + "lagre")
    assert site.client.get_cookie("saker") is None
    page = site.post(case + "husk", {"name": " Boligsaken "})
    assert "Denne nettleseren husker saken." in page.text
    cookie = site.client.get_cookie("saker")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert cookie.max_age or cookie.expires
    start = site.get("/nb/")
    assert "Fortsett: Boligsaken Namsskogan. Sist brukt 22. november 2026." in start.text
    assert case in {a.attributes["href"] for a in start.all("a", class_="ds-link")}
    site.post(case + "glem")
    assert site.client.get_cookie("saker") is None
    assert "Fortsett:" not in site.get("/nb/").text
    site.get(case)


def test_the_list_tells_what_each_link_allows_and_forgets_one_or_all(site: Site) -> None:
    """To forget deletes nothing."""
    first, second = site.new_case(), site.new_case("0301")
    reading = _read_only(second)
    site.post(first + "husk")
    site.post(reading + "husk")
    page = site.get("/nb/mine-saker")
    assert page.text.index("Oslo") < page.text.index("Namsskogan")
    assert page.text.count("Bare lesing") == 1
    assert "Slettes 20. februar 2027" in page.text
    site.post("/nb/mine-saker/glem", {"lenke": link_of(first)})
    assert "Namsskogan" not in site.get("/nb/mine-saker").text.partition("Eksempler")[0]
    site.post("/nb/mine-saker/glem-alle")
    assert "husker ingen saker" in site.get("/nn/mine-saker").text.replace("hugsar", "husker")
    assert site.client.get_cookie("saker") is None
    site.get(first)


def test_to_stand_on_a_list_does_not_keep_a_case_alive(site: Site, clock: Clock) -> None:
    """Looking at the list is no use of the cases; what is deleted is said to be so."""
    case = site.new_case()
    site.post(case + "husk")
    for week in range(14):  # others keep the store going, and so the case is deleted in its time
        if week == 13:
            assert "Sist brukt 22. november 2026" in site.get("/nb/mine-saker").text
        site.new_case("0301")
        clock.today += timedelta(days=7)
    assert "Saken ble slettet 21. februar 2027" in site.get("/nb/mine-saker").text
    assert "Fortsett:" not in site.get("/nb/").text


def test_a_cookie_that_we_did_not_sign_is_not_believed(site: Site) -> None:
    """Nor the session's own, which has another seal."""
    case = site.new_case()
    session = site.client.get_cookie("veiviser")
    assert session
    for forged in (link_of(case), session.value, "tull"):
        site.client.set_cookie("saker", forged)
        assert "husker ingen saker" in site.get("/nb/mine-saker").text


def test_forty_cases_fit_in_a_cookie(site: Site) -> None:
    """The oldest falls out, and a browser takes the whole of it."""
    case = site.new_case()
    site.post(case + "husk", {"name": "Den eldste"})
    with site.client.application.app_context():
        store = services_of(site.client.application).store
        stored = store.look(link_of(case))
        links = [store.create(stored.case, stored.used_on) for _ in range(40)]
    for number, link in enumerate(links):
        site.post(f"/nb/sak/{link}/husk", {"name": f"Sak {number} æøå".ljust(60, "å")})
    cookie = site.client.get_cookie("saker")
    assert cookie
    assert len(cookie.value) + len("saker") < 4096
    text = site.get("/nb/mine-saker").text
    assert "Den eldste" not in text
    assert "Sak 39" in text
    assert "Sak 0 " in text


@pytest.mark.parametrize("path", ["husk", "glem", "kopi"])
def test_a_button_on_an_old_page_does_nothing(site: Site, path: str) -> None:
    """It says so instead."""
    page = site.post(site.new_case() + path, status=400, token=STALE)
    assert page.errors
    assert site.client.get_cookie("saker") is None


@pytest.mark.parametrize("path", ["glem", "glem-alle"])
def test_the_list_stands_when_the_page_was_old(site: Site, path: str) -> None:
    """Nothing is forgotten by a forged form."""
    case = site.new_case()
    site.post(case + "husk")
    site.post(f"/nb/mine-saker/{path}", {"lenke": link_of(case)}, 400, token=STALE)
    assert "Namsskogan" in site.get("/nb/mine-saker").text.partition("Eksempler")[0]


def test_every_example_can_be_tried_from_the_list(real_site: Site) -> None:
    """All of them, by county, not only those on the start page."""
    page = real_site.get("/nb/mine-saker")
    actions = [form.attributes["action"] for form in page.all("form")]
    book = services_of(real_site.client.application).rulebook
    assert {action.rpartition("/")[2] for action in actions} == set(book.journeys)
    counties = [each.text for each in page.all("h3")]
    assert counties == sorted(counties)
    assert real_site.post("/nb/eksempel/utsira").heading


# --- a copy


@pytest.mark.parametrize("reader", [False, True])
def test_a_copy_says_the_same_and_has_links_of_its_own(
    site: Site, app: Flask, *, reader: bool
) -> None:
    """Answers, figures, texts and what matters most; what is done to one is not done to both."""
    case = site.new_case()
    store, today = services_of(app).store, services_of(app).today()
    before = store.look(link_of(case))
    answers: dict[str, Answer | None] = {
        "valget": "a",
        "folketallet": Decimal(900),
        "antall": Decimal(4500),
    }
    store.save_answers(before, answers, before.revision, today)
    store.save_texts(before, TEXTS, {}, today)
    store.save_priorities(before, ("hus",), None, today)
    source = _read_only(case) if reader else case
    page = site.post(source + "kopi")
    assert page.heading == "Kopien er laget. Ta vare på lenken"
    copied = link_of(page.response.request.path)
    assert copied not in {link_of(case), link_of(source)}
    new, old = store.look(copied), store.look(link_of(case))
    assert new.case == old.case
    assert new.case.adviser == TEXTS
    assert new.case.priorities == ("hus",)
    assert new.editable
    store.delete(new, today)
    site.get(case)


# --- pasted links


@pytest.mark.parametrize(
    "spoilt",
    ["{case}.", "{case}>", "{case}»", "{bare}.", "{bare}>.", "{upper}", "{bare}%22", "{bare}abc"],
)
def test_a_spoilt_address_leads_to_the_case(site: Site, spoilt: str) -> None:
    """Whatever stands behind the link."""
    case = site.new_case()
    address = spoilt.format(case=case, bare=case.rstrip("/"), upper=case.upper())
    answer = site.client.get(address)
    assert answer.status_code == 302
    assert answer.location == case
    assert site.get(address).heading == "Namsskogan"


def test_a_spoilt_address_keeps_its_page_where_there_is_one(site: Site) -> None:
    """And what is simply not there, is not."""
    case = site.new_case(language="nn")
    assert site.client.get(f"{case}rad.").location == f"{case}rad"
    assert site.client.get(f"{case.upper()}SVAR").location == f"{case}svar"
    assert site.client.get(f"/SAK/{link_of(case)}").location == f"/nb/sak/{link_of(case)}/"
    site.get(f"{case}tull", 404)
    assert site.client.post(f"{case}rad.").status_code == 404


@pytest.mark.parametrize("around", ["{}", "Hei, se <{}>. Mvh Kari", "«{}».", "\n {} \n"])
def test_the_start_page_finds_the_link_in_what_is_pasted(site: Site, around: str) -> None:
    """A whole mail will do."""
    case = site.new_case()
    page = site.post("/nb/lenke", {"pasted": around.format(f"https://veiviser.no{case}")})
    assert page.heading == "Namsskogan"


def test_what_has_no_link_stays_in_the_box(site: Site) -> None:
    """With what to look for; a case that is not there has its own page."""
    page = site.post("/nb/lenke", {"pasted": "hei <b>"}, 422)
    assert page.one("textarea").text == "hei <b>"
    assert page.errors == ["Vi finner ingen lenke i det dere limte inn. Den har «/sak/» i seg."]
    assert site.post("/nb/lenke", {"pasted": "x"}, 400, token=STALE).one("textarea").text == "x"
    site.post("/nb/lenke", {"pasted": "/sak/" + "a" * 26}, 404)


@pytest.mark.parametrize(("language", "told"), [("nb", "kuttet"), ("nn", "kutta")])
def test_a_link_that_lacks_its_end_is_said_to_be_cut_off(
    site: Site, language: str, told: str
) -> None:
    """Whoever pasted it sees that it has «/sak/» in it: how much shall follow is the point."""
    case = site.new_case(language=language).rstrip("/")
    for short in (case[:-1], f"Se <{case[:-5]}>.", case[:-26]):
        (error,) = site.post(f"/{language}/lenke", {"pasted": short}, 422).errors
        assert told in error
        assert "26" in error


# --- what the pages promise


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_pages_tell_who_answers_for_the_service(site: Site, language: str) -> None:
    """The same owner and contact on each, and both cookies by name."""
    services = services_of(site.client.application)
    for path in ("personvern", "kontakt", "tilgjengelighet", "regler"):
        assert services.contact in site.get(f"/{language}/{path}").text
    for path in ("personvern", "kontakt"):
        assert services.owner in site.get(f"/{language}/{path}").text
    cookies = site.get(f"/{language}/informasjonskapsler").text
    assert "«veiviser»" in cookies
    assert "«saker»" in cookies
    assert "Datatilsynet" in site.get(f"/{language}/personvern").text
