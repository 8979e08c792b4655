"""A case that is opened after the rules changed says what moved for it, until that is seen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from clock import Clock
from flask import Flask
from new_rules import ASKED, MEASURE, QUESTION, newer
from pages import STALE, Page, Site

from wizard.app import create_app
from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.paths import RULES
from wizard.settings import Settings
from wizard.store.cases import StoredCase
from wizard.web import services_of

CHANGED, SEEN = "Reglene er endret siden sist", "Vi har sett det"


@pytest.fixture
def kept_app(tmp_path: Path, clock: Clock, real_book: Rulebook) -> Flask:
    """Return an app whose rules are kept, as those of a service are."""
    return create_app(Settings(folder=tmp_path, renderers=0), real_book, clock, rules=RULES)


@pytest.fixture
def site(kept_app: Flask) -> Iterator[Site]:
    with kept_app.test_client() as client:
        yield Site(client)


def the_case(book: Rulebook) -> Case:
    """Return a case of an example, for which the measure is in the plan."""
    return book.journeys["namsskogan"].case


@pytest.fixture
def link(kept_app: Flask) -> str:
    """Return the link of a case made under the rules as they are."""
    known = services_of(kept_app)
    return known.store.create(the_case(known.rulebook), known.today())


@pytest.fixture
def new_book(kept_app: Flask, tmp_path: Path, link: str) -> Rulebook:
    """Return the rules that the app goes by from now on, after the case was made."""
    del link
    known = services_of(kept_app)
    book = newer(known, tmp_path / "nye")
    known.going_by(book).attach(kept_app)
    return book


def stored(app: Flask, link: str) -> StoredCase:
    known = services_of(app)
    return known.store.open(link, known.today())


def say_seen(site: Site, page: Page, link: str, status: int = 200, **more: str) -> Page:
    """Press the button."""
    sent = {"regler": page.typed("regler"), **more}
    return site.post(f"/nb/sak/{link}/nye-regler?fra=rad", sent, status)


def test_it_tells_what_moved_and_leads_to_the_question_that_is_new(
    site: Site, link: str, new_book: Rulebook
) -> None:
    """On the overview and beside the advice; the link lands on the question."""
    name = new_book.schemes[MEASURE].name.nb
    for place in ("", "rad"):
        page = site.get(f"/nb/sak/{link}/{place}")
        assert CHANGED in page.text
        assert f"Tiltaket «{name}» gikk fra" in page.text
        assert "Ett spørsmål er nytt" in page.text
        there = page.ways[ASKED]
        assert site.get(there).all("input", name=f"svar_{QUESTION}")
    whole = site.get(f"/nb/sak/{link}/nye-regler?fra=rad")
    assert whole.heading == CHANGED
    assert "andre regler for når det gjelder" in whole.text
    assert new_book.hash[:12] not in whole.text
    nynorsk = site.get(f"/nn/sak/{link}/rad").text
    assert "Reglane er endra sidan sist" in nynorsk
    assert "Har kommunen eit husråd?" in nynorsk


def test_it_stays_until_somebody_says_that_it_is_seen(
    site: Site, kept_app: Flask, link: str, new_book: Rulebook
) -> None:
    """Also through a save; the answers are as they were."""
    before = stored(kept_app, link).case.answers
    site.fill_in(f"/nb/sak/{link}/sporsmal?bare={QUESTION}&fra=svar", {f"svar_{QUESTION}": "ja"})
    page = site.get(f"/nb/sak/{link}/rad")
    assert CHANGED in page.text
    assert "spørsmål er nytt" not in page.text
    after = say_seen(site, page, link)
    assert after.heading.startswith("Råd til")
    assert CHANGED not in after.text
    assert CHANGED not in site.get(f"/nb/sak/{link}/").text
    assert "Reglene er de samme som sist." in site.get(f"/nb/sak/{link}/nye-regler").text
    found = stored(kept_app, link)
    assert found.seen_rules == new_book.hash
    assert dict(before) == {id_: a for id_, a in found.case.answers.items() if id_ != QUESTION}


def test_rules_that_changed_once_more_meanwhile_are_told_too(
    site: Site, kept_app: Flask, link: str, new_book: Rulebook
) -> None:
    """Whoever presses the button has seen the rules of that page, and no later ones."""
    page = site.get(f"/nb/sak/{link}/rad")
    later = replace(new_book, hash="f" * 64)
    services_of(kept_app).going_by(later).attach(kept_app)
    assert CHANGED in say_seen(site, page, link).text


def test_a_reader_and_an_adviser_see_it_and_cannot_take_it_away(
    site: Site, kept_app: Flask, link: str, new_book: Rulebook
) -> None:
    """And nobody can with a page that has stood open for too long."""
    del new_book
    known, owner = services_of(kept_app), stored(kept_app, link)
    known.store.invite_adviser(owner, invited=True)
    for other in (owner.reading_link, owner.adviser_link):
        page = site.get(f"/nb/sak/{other}/rad")
        assert CHANGED in page.text
        assert ASKED in page.text
        assert SEEN not in page.text
        site.post(f"/nb/sak/{other}/nye-regler", {"regler": "x"}, 403)
    page = site.get(f"/nb/sak/{link}/rad")
    refused = say_seen(site, page, link, 400, csrf_token=STALE)
    assert refused.errors
    assert CHANGED not in say_seen(site, refused, link).text


def test_where_the_former_rules_are_not_kept_it_says_so(
    site: Site, kept_app: Flask, new_book: Rulebook
) -> None:
    """As of a case file from somewhere else."""
    known = services_of(kept_app)
    case = the_case(new_book)
    versions = replace(case.versions, rulebook="0" * 64)
    link = known.store.create(replace(case, versions=versions), known.today())
    text = site.get(f"/nb/sak/{link}/rad").text
    assert CHANGED in text
    assert "Reglene fra den gangen er ikke tatt vare på." in text


def test_where_only_the_wording_changed_the_advice_is_said_to_stand(
    site: Site, kept_app: Flask, link: str
) -> None:
    known = services_of(kept_app)
    known.going_by(replace(known.rulebook, hash="e" * 64)).attach(kept_app)
    text = site.get(f"/nb/sak/{link}/rad").text
    assert CHANGED in text
    assert "Rådene i denne saken er de samme." in text


def test_another_name_is_told_also_where_the_advice_stands(
    site: Site, kept_app: Flask, link: str
) -> None:
    known = services_of(kept_app)
    schemes, called = known.rulebook.schemes, Text("Husplanen", "Husplanen")
    renamed = {**schemes, MEASURE: replace(schemes[MEASURE], name=called)}
    known.going_by(replace(known.rulebook, hash="d" * 64, schemes=renamed)).attach(kept_app)
    text = site.get(f"/nb/sak/{link}/nye-regler").text
    assert "Rådene i denne saken er de samme." in text
    assert f"Tiltaket «{schemes[MEASURE].name.nb}» heter nå «Husplanen»." in text


def test_a_case_that_nobody_has_answered_has_nothing_to_be_told(
    site: Site, kept_app: Flask, new_book: Rulebook, real_book: Rulebook
) -> None:
    del new_book
    known = services_of(kept_app)
    blank = replace(the_case(real_book), answers={}, language=Language.NB)
    link = known.store.going_by(real_book).create(blank, known.today())
    assert CHANGED not in site.get(f"/nb/sak/{link}/").text
