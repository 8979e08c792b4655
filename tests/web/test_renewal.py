"""An old case opened later: what today would change, doing so, and going back."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from clock import Clock
from flask import Flask
from pages import Page, Site, link_of
from question_book import question_book

from wizard.domain.review import Review
from wizard.domain.rulebook import Rulebook
from wizard.store.parts import PartKind
from wizard.store.review import kept

PAGE = "dagens-regler"
OLD = date(2026, 3, 25)
OFFER = "Bruk dagens dato, regler og tall"


def old_case(site: Site, clock: Clock, day: date = OLD) -> str:
    """Make a case on an earlier day, and come back on the day of the tests."""
    today = clock.today
    clock.today = day
    address = site.new_case()
    clock.today = min(today, day + timedelta(days=80))
    site.get(address)
    clock.today = today
    return address


@pytest.fixture
def old(real_site: Site) -> str:
    """A case from March 2026, when one scheme was on its last day, uploaded again in November."""
    content = real_site.client.get(real_site.new_case() + "svarfil.json").get_data(as_text=True)
    former = content.replace('"dato": "2026-11-22"', '"dato": "2026-03-25"')
    page = real_site.post("/nb/svarfil", {"file": (BytesIO(former.encode()), "sak.json")})
    return f"/nb/sak/{link_of(page.response.request.path)}/"


def dated(site: Site, address: str) -> str:
    """Return the day of the case."""
    day: str = site.case_file(address)["dato"]
    return day


def test_an_old_case_offers_the_rules_of_today(real_site: Site, old: str) -> None:
    """On the overview and with the advice, in both languages."""
    for page in ("", "rad"):
        assert OFFER in real_site.get(old + page).text
    nynorsk = real_site.get(old.replace("/nb/", "/nn/") + "rad")
    assert "Saka gjeld 25. mars 2026." in nynorsk.text
    assert "Bruk dagens dato, reglar og tal" in nynorsk.text


def test_todays_rules_are_told_without_the_adviser(real_site: Site, old: str) -> None:
    """Said where an adviser has added something, and only there."""
    assert "uten det en rådgiver" not in real_site.get(old + PAGE).text
    app = real_site.client.application.extensions["wizard"]
    stored = app.store.open(link_of(old), app.today())
    review = Review({"navn": "Kari", "rolle": "rådgiver", "vurdering": "Planen er god."})
    assert app.parts.save(stored, PartKind.REVIEW, kept(review), 0)
    assert "uten det en rådgiver" in real_site.get(old + PAGE).text
    nynorsk = real_site.get(old.replace("/nb/", "/nn/") + PAGE)
    assert "utan det ein rådgivar" in nynorsk.text


def test_what_would_change_is_told_before_it_does(real_site: Site, old: str) -> None:
    """Rules, needs, verdicts and bundle; looking changes nothing."""
    page = real_site.get(old + PAGE)
    assert page.heading == OFFER
    assert "slik de var 25. mars 2026" in page.text
    assert "gjaldt til og med 25. mars 2026" in page.text
    assert "Ingen tall har fått en ny verdi." in page.text
    assert dated(real_site, old) == "2026-03-25"


def test_renewing_dates_the_case_and_can_be_undone(real_site: Site, old: str) -> None:
    """Answers and figures stay as they are."""
    before = real_site.case_file(old)
    page = real_site.post(old + PAGE)
    assert page.response.request.path == old + "rad"
    after = real_site.case_file(old)
    assert after == before | {"dato": "2026-11-22"}
    assert OFFER not in page.text
    assert "Gå tilbake til 25. mars 2026" in page.text
    back = real_site.get(old + PAGE)
    assert back.heading == "Saken følger dagens regler og tall"
    page = real_site.post(old + "tidligere-regler")
    assert page.response.request.path == old + "rad"
    assert real_site.case_file(old) == before
    assert OFFER in page.text


def test_a_case_of_these_days_is_left_in_peace(site: Site, clock: Clock) -> None:
    """Thirty days are nothing, as long as the rules are the same."""
    for age, offered in ((0, False), (30, False), (31, True)):
        address = old_case(site, clock, clock.today - timedelta(days=age))
        assert (OFFER in site.get(address + "rad").text) is offered


def test_new_rules_are_reason_enough(make_app: Callable[[Rulebook], Flask], clock: Clock) -> None:
    """The day after, with another rulebook; a save with the new one is not a new day."""
    with make_app(question_book()).test_client() as client:
        address = Site(client).new_case()
    clock.today += timedelta(days=1)
    with make_app(replace(question_book(), hash="1" * 64)).test_client() as client:
        site = Site(client)
        assert OFFER in site.get(address + "rad").text
        page = site.get(address + PAGE)
        assert "Pakken er den samme." in page.text
        assert "Behovene er de samme." in page.text
        site.post(address + PAGE)
        assert OFFER not in site.get(address + "rad").text


def test_a_reader_may_look_but_not_renew(real_site: Site, old: str) -> None:
    """No button, and sending it anyway is refused."""
    boxes = real_site.get(old + "lagre").all("a", class_="link-box ds-link")
    reading = boxes[1].attributes["href"].removeprefix("http://localhost")
    page = real_site.get(reading + PAGE)
    assert "slik de var 25. mars 2026" in page.text
    assert not page.all("form")
    for path in (PAGE, "tidligere-regler"):
        real_site.post(reading + path, status=403)
    assert dated(real_site, old) == "2026-03-25"


@pytest.mark.parametrize("path", [PAGE, "tidligere-regler"])
def test_a_stale_page_changes_nothing(real_site: Site, old: str, path: str) -> None:
    """The reader is asked to press once more."""
    page: Page = real_site.post(old + path, status=400, token="")
    assert page.errors
    assert dated(real_site, old) == "2026-03-25"


@pytest.mark.parametrize(
    ("language", "change", "said"),
    [
        ("nb", ("2026-11-22", "2027-11-22"), "/dato: 2027-11-22 er etter i dag."),
        ("nb", ("2026-11-22", "2006-11-22"), "Skriv 2020-01-01 eller en senere dag."),
        ("nn", ("2026-11-22", "2006-11-22"), "Skriv 2020-01-01 eller ein seinare dag."),
        (
            "nn",
            ('"svar": {}', '"svar": {"neste_kommunestyremote": "2036-12-17"}'),
            "Skriv datoen for det neste møtet, frå 2026-11-23 til 2028-11-22.",
        ),
    ],
)
def test_a_file_with_a_day_that_cannot_be_is_refused(
    real_site: Site, language: str, change: tuple[str, str], said: str
) -> None:
    """The message stands on the page, in its language, with what to write."""
    content = real_site.client.get(real_site.new_case() + "svarfil.json").get_data(as_text=True)
    assert change[0] in content
    wrong = BytesIO(content.replace(*change).encode())
    page = real_site.post(f"/{language}/svarfil", {"file": (wrong, "sak.json")}, 422)
    assert said in page.errors[0]


@pytest.fixture
def held(real_site: Site) -> str:
    """A case of 2024 with a meeting in 2024, renewed."""
    content = real_site.case_file(real_site.new_case())
    content |= {"dato": "2024-03-01", "svar": {"neste_kommunestyremote": "2024-04-18"}}
    data = BytesIO(json.dumps(content).encode())
    page = real_site.post("/nb/svarfil", {"file": (data, "sak.json")})
    address = f"/nb/sak/{link_of(page.response.request.path)}/"
    real_site.post(address + PAGE)
    assert dated(real_site, address) == "2026-11-22"
    return address


ASKED = "sporsmal?bare=neste_kommunestyremote&bare=egne_penger"
BOXES = [f"svar_neste_kommunestyremote-{part}" for part in ("dag", "maned", "ar")]


def test_a_page_left_as_it_was_is_saved(real_site: Site, held: str) -> None:
    """What was right when it was given is not looked at anew; the page says that it has been."""
    page = real_site.get(held + ASKED)
    assert "Møtet 18. april 2024 har vært. Skriv datoen for det neste møtet" in page.text
    meeting = {box: page.typed(box) for box in BOXES}
    real_site.fill_in(held + ASKED, meeting | {"svar_egne_penger": "ingenting"})
    saved = real_site.case_file(held)["svar"]
    assert saved == {"neste_kommunestyremote": "2024-04-18", "egne_penger": "ingenting"}


def test_another_day_that_has_been_is_still_refused(real_site: Site, held: str) -> None:
    """Only what stood there is left in peace."""
    typed = dict(zip(BOXES, ("19", "4", "2024"), strict=True))
    page = real_site.fill_in(held + ASKED, typed, 422)
    assert "Det er for sent til møtet 19. april 2024." in page.errors[0]


def test_a_meeting_ahead_is_not_said_to_have_been(real_site: Site, old: str) -> None:
    """Neither is one that nobody has named."""
    typed = dict(zip(BOXES, ("17", "12", "2026"), strict=True))
    assert "har vært" not in real_site.get(old + ASKED).text
    real_site.fill_in(old + ASKED, typed)
    assert "har vært" not in real_site.get(old + ASKED).text
