"""How much one address may ask for: a machine is stopped, an office never is."""

import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from api_cases import faults
from flask import Flask
from pages import Page, Site, read_page
from question_book import question_book

from wizard.app import create_app
from wizard.settings import Settings
from wizard.store.counts import OwnCounts
from wizard.web.limited import ADVICE, CASES, GUESSES, PAPERS, SAVES, SEARCHES, STORM, UPLOADS
from wizard.web.limiting import Limit, Limiter, TooMuchError, limit, network

WRONG = "a" * 26


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """Return the site with limits, as a server has it."""
    return create_app(Settings(folder=tmp_path, renderers=0, limits="memory://"), question_book())


@pytest.fixture
def stranger(app: Flask) -> Iterator[Site]:
    """Give a browser at another address."""
    with app.test_client() as client:
        client.environ_base["REMOTE_ADDR"] = "10.9.9.9"
        yield Site(client)


def often(which: Limit) -> int:
    return which.item.amount


def stopped(page: Page) -> None:
    """Check the page that says so."""
    assert page.heading in {"Det ble for mange forsøk", "Det vart for mange forsøk"}
    assert 0 < int(page.response.headers["Retry-After"]) <= 600


def used_up(app: Flask, which: Limit, address: str = "127.0.0.1") -> None:
    """Count as if the address had asked for all that it may."""
    with suppress(TooMuchError):
        for _ in range(often(which) + 1):
            app.extensions["wizard"].limiter.count(which, address)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_who_guesses_links_is_stopped_and_the_right_ones_open(
    site: Site, stranger: Site, language: str
) -> None:
    """Colleagues at the same address come to their cases, and another address may try."""
    case = site.new_case()
    for _ in range(often(GUESSES)):
        site.get(f"/{language}/sak/{WRONG}/", 404)
    stopped(site.get(f"/{language}/sak/{WRONG}/rad", 429))
    site.get(case + "rad")
    stranger.get(f"/{language}/sak/{WRONG}/", 404)


def test_in_a_storm_of_guesses_no_link_is_looked_up(app: Flask, site: Site) -> None:
    case = site.new_case()
    used_up(app, STORM)
    stopped(site.get(case, 429))
    site.get("/nb/")


def test_a_form_that_is_stopped_keeps_what_was_typed_and_can_be_sent_once_more(
    app: Flask, site: Site
) -> None:
    """Also the answers of a page of questions, in words to copy."""
    case = site.new_case()
    address = f"{case}tema/alt/1"
    page = site.get(address)
    used_up(app, SAVES)
    sent = {"csrf_token": page.token, **page.unseen, "svar_uker": "47"}
    page = read_page(site.client.post(address, data=sent), 429)
    stopped(page)
    assert "47" in page.one("textarea", id="skrevet").text
    again: dict[str, list[str]] = {}
    for each in page.all("input", type="hidden"):
        again.setdefault(each.attributes["name"], []).append(each.attributes["value"])
    assert again["svar_uker"] == ["47"]
    app.extensions["wizard"].limiter._counted.storage.reset()  # noqa: SLF001 - the minute is over
    assert site.client.post(address, data=again).status_code == 303
    assert "47" in site.get(case + "svar").text


@pytest.mark.parametrize(
    ("which", "address"),
    [
        (CASES, "/nn/kommune"),
        (CASES, "/nb/eksempel/eksempelet"),
        (UPLOADS, "/nb/svarfil"),
    ],
)
def test_cases_and_uploads_are_limited(app: Flask, site: Site, which: Limit, address: str) -> None:
    token = site.token()
    used_up(app, which)
    file = (io.BytesIO(b"{}"), "svar.json")
    data = {"csrf_token": token, "typed": "5044", "file": file}
    page = read_page(site.client.post(address, data=data, content_type="multipart/form-data"), 429)
    stopped(page)
    assert page.one("input", name="typed").attributes["value"] == "5044"
    assert "velge en gang til" in page.text or "velje ein gong til" in page.text


def test_a_copy_is_a_case_too(app: Flask, site: Site) -> None:
    case = site.new_case()
    used_up(app, CASES)
    stopped(site.post(case + "kopi", status=429))


def test_papers_and_searches_are_limited_and_pages_are_not(app: Flask, site: Site) -> None:
    case = site.new_case()
    used_up(app, PAPERS)
    used_up(app, SEARCHES)
    for path in ("notat.pdf", "notat.docx", "notat.html", "sporreskjema.pdf"):
        stopped(site.get(case + path, 429))
    stopped(site.get("/nb/ordninger?q=eldre", 429))
    for path in ("/nb/ordninger", case, case + "rad", case + "notat"):
        site.get(path)


def test_thirty_people_at_one_address_are_never_stopped(app: Flask) -> None:
    """Each makes a case, sends ten pages in a minute, searches five times and fetches a memo."""
    office = []
    for _ in range(30):
        client = app.test_client()
        office.append((Site(client), Site(client).new_case()))
    for turn in range(10):
        for site, case in office:
            site.fill_in(f"{case}tema/alt/1", {"svar_uker": f"1{turn}"})
            if turn < 5:
                site.get("/nb/ordninger?q=eldre")
    for site, case in office:
        assert site.client.get(case + "notat.html").status_code == 200


def test_the_window_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was counted is forgotten, and one may again."""
    counts, few = OwnCounts(), limit("proves", 2, 1)
    limiter = Limiter(counts, "hemmelig")
    limiter.count(few, "10.0.0.1")
    limiter.count(few, "10.0.0.1")
    with pytest.raises(TooMuchError) as told:
        limiter.count(few, "10.0.0.1")
    assert 0 < told.value.seconds <= 60
    kept = list(counts.expirations)
    assert kept
    assert not any("10.0.0.1" in key for key in kept)
    later = max(counts.expirations.values()) + 1
    monkeypatch.setattr("time.time", lambda: later)
    counts._forget()  # noqa: SLF001 - as its timer does
    assert not counts.expirations
    assert not counts.storage
    limiter.count(few, "10.0.0.1")


def test_what_cannot_be_counted_stops_nobody() -> None:
    class Broken(OwnCounts):
        def incr(self, key: str, expiry: float, amount: int = 1) -> int:
            raise ConnectionError(key, expiry, amount)

    Limiter(Broken(), "hemmelig").count(limit("proves", 1), "10.0.0.1")


def test_an_address_is_what_one_subscriber_has() -> None:
    """Of IPv6 the network; nobody is another by a header."""
    assert network("2001:db8:1:2::1") == network("2001:db8:1:2:ffff::9")
    assert network("2001:db8:1:2::1") != network("2001:db8:1:3::1")
    assert network("::ffff:10.0.0.1") == network("10.0.0.1")
    assert network("") == ""


def test_a_header_makes_nobody_another(app: Flask, site: Site) -> None:
    used_up(app, GUESSES)
    other = {"X-Forwarded-For": "10.1.1.1", "Forwarded": "for=10.1.1.1"}
    assert site.client.get(f"/nb/sak/{WRONG}/", headers=other).status_code == 429


@pytest.mark.parametrize("address", ["advise", "explain", "compare"])
def test_a_program_that_asks_for_too_much_advice_is_told_when_to_ask_again(
    app: Flask, site: Site, address: str
) -> None:
    """In JSON; what is only looked up is not counted, and another address may go on."""
    used_up(app, ADVICE)
    answer = site.client.post(f"/api/v1/{address}?lang=nn", json={})
    assert "herifrå" in faults(answer, 429)[""]
    assert 0 < int(answer.headers["Retry-After"]) <= 600
    answer = site.client.post(
        f"/api/v1/{address}", json={}, environ_base={"REMOTE_ADDR": "10.9.9.9"}
    )
    assert answer.status_code in {400, 422}
