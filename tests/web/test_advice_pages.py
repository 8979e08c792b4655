"""The page of advice shows every scheme once, and hands out the memo."""

import builtins
import os
import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from pages import Page, Site, link_of
from question_book import question_book

from wizard.advice import assess
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.press.pdf import PdfUnavailable
from wizard.report import front
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

FIRST = {"svar_folketallet": "803", "svar_andel_gamle": "9,2"}


def advise(site: Site, **answers: str) -> Page:
    """Answer the first page, and return the page of advice."""
    address = site.new_case()
    site.fill_in(address + "tema/alt/1", {**FIRST, **answers})
    return site.get(address + "rad")


def test_every_scheme_appears_with_its_reason(site: Site) -> None:
    """Recommended, not relevant and no longer in force, each in its place."""
    page = advise(site, svar_valget="a", svar_ja_eller_nei="ja")
    headings = " ".join(each.text for each in page.all("h2"))
    assert "Ikke aktuelt nå" in headings
    assert "Vurdert, men ikke mulig" in headings
    for name in ("Ordningen", "Den-andre", "Den-gamle"):
        assert name in page.text
    (gone,) = [a for a in page.all("a") if a.text.strip() == "Den-gamle"]
    assert "Bruk ordningen." in site.get(gone.attributes["href"]).text


def test_a_change_the_municipality_can_make_is_told(site: Site) -> None:
    """Possible after a change, with what to change."""
    page = advise(site, svar_valget="a", svar_ja_eller_nei="nei")
    assert "Mulig når noe er endret" in page.text
    assert "Dette må endres først:" in page.text


def test_what_is_open_names_the_questions_that_settle_it(site: Site) -> None:
    """In the order of how much they hold open."""
    page = advise(site, svar_valget="a", svar_ja_eller_nei="vet-ikke")
    assert "Gjør rådet sikrere" in page.text
    assert "Spørsmål ja_eller_nei?" in page.text
    assert "Svar her, så blir én ordning avklart" in page.text


def test_what_an_answer_would_do_is_told_where_it_is_asked_for(site: Site) -> None:
    """The question leads to its box; each scheme that hangs on it says what the answers give."""
    page = advise(site, svar_valget="a", svar_ja_eller_nei="vet-ikke")
    (link,) = [a for a in page.all("a") if a.text.strip() == "Spørsmål ja_eller_nei?"]
    assert link.attributes["href"].endswith("/sporsmal?bare=ja_eller_nei&fra=rad")
    assert "«Ja»: anbefalt" in page.text


def test_the_whole_reasoning_stands_on_a_page_of_its_own(site: Site) -> None:
    """Lists in lists, each line with whether it is met."""
    page = advise(site, svar_valget="a", svar_ja_eller_nei="nei")
    (address,) = {
        a.attributes["href"] for a in page.all("a") if a.attributes["href"].endswith("/ordningen")
    }
    whole = site.get(address)
    assert whole.heading == "Ordningen"
    assert "Vi sier «Mulig når …». Det er ikke med i planen." in whole.text
    assert "Dette avgjør: " in whole.text
    (deciding,) = [a for a in whole.all("a") if a.text.strip() == "Spørsmål ja_eller_nei?"]
    assert "/sporsmal?bare=ja_eller_nei" in deciding.attributes["href"]
    assert "Ikke oppfylt: Krav:" in whole.text
    assert "Dette kan kommunen endre:" in whole.text


def test_an_empty_bundle_has_its_own_text(site: Site) -> None:
    """A municipality without needs is told so."""
    page = advise(site, svar_valget="c")
    assert not page.all("ol", class_="package")
    assert "Ingen nye grep nå" in page.text


def test_advice_is_provisional_while_answers_that_matter_are_missing(site: Site) -> None:
    """It says how many are answered; no more once nothing unanswered would move anything."""
    page = advise(site, svar_valget="a")
    assert "Foreløpig råd: dere har svart på 1 av 12 spørsmål" in page.text
    assert "Dette betyr mest: Spørsmål antall?" in page.text
    address = page.response.request.path.removesuffix("rad")
    answers = {"svar_valget": "c", "svar_ja_eller_nei": "nei"}
    site.fill_in(address + "tema/alt/1", {**FIRST, **answers})
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "0"})
    assert "Foreløpig" not in site.get(address + "rad").text


def test_a_figure_that_the_data_lack_is_asked_and_then_answered(real_site: Site) -> None:
    """It goes from the open to the answered; it does not leave the count."""
    address = real_site.new_case()
    answered, total = _count(real_site.get(address + "rad"))
    real_site.fill_in(address + "sporsmal?bare=pris_enebolig_m2", {"svar_pris_enebolig_m2": "9000"})
    assert _count(real_site.get(address + "rad")) == (answered + 1, total)
    assert real_site.get(address + "tema/kommunen/tall").all("input", name="svar_folketall") == []


def _count(page: Page) -> tuple[int, int]:
    """Return how many questions are answered, of how many."""
    found = re.search(r"har svart på (\d+) av (\d+) spørsmål", page.text)
    assert found
    return int(found[1]), int(found[2])


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_vet_ikke_gives_no_plan_is_told(real_site: Site, language: str) -> None:
    """It counts as an answer, so the count alone would mislead; a blank case needs no such word."""
    told = {"nb": "«Vet ikke» teller som svar", "nn": "«Veit ikkje» tel som svar"}[language]
    address = real_site.new_case(language=language)
    assert told not in real_site.get(address + "rad").text
    where = real_site.get(address + "tema/").response.request.path
    real_site.post(where, real_site.get(where).unseen | {"ga": "vet-ikke"})
    assert told in real_site.get(address + "rad").text


def test_a_blank_case_gets_questions_and_no_advice(real_site: Site) -> None:
    """In both languages; nothing is proposed, and the paper there is, asks."""
    for language, heading in (("nb", "Ingen råd ennå:"), ("nn", "Ingen råd enno:")):
        page = real_site.get(real_site.new_case(language=language) + "rad")
        assert heading in page.text
        assert not page.all("ol", class_="package")
        assert "tiltaksnotat" not in page.one("main").text
        assert 1 <= page.text.count("Svar her, så") <= 3
        assert page.text.count("Med svaret ") > 3


def test_the_first_screen_says_what_the_memo_says_first(real_site: Site) -> None:
    """The same sentences of people, homes and why now, and the same choice for the council."""
    page = real_site.post("/nb/eksempel/namsskogan")
    known = real_site.client.application.extensions["wizard"]
    stored = known.store.open(link_of(page.response.request.path), known.today())
    kommune = known.municipalities.get(stored.case.municipality_number)
    report = CaseAccount(Wording(assess(stored.case, known.rulebook, kommune), Language.NB))
    people, homes, _has, _this_year, why_now = front.brief(report)
    told = [" ".join(each.text.split()) for each in page.all("dd")]
    assert told[:3] == [" ".join(each.text.split()) for each in (people, homes, why_now)]
    (choice,) = front.choices(report)
    assert " ".join(f"{choice.heading} {choice.text}".split()) in page.text


def test_an_example_is_one_click_away(site: Site) -> None:
    """The journey becomes a case of one's own, dated today."""
    page = site.post("/nn/eksempel/eksempelet")
    assert page.heading == "Råd til Namsskogan"
    assert link_of(page.response.request.path)
    assert "22. november 2026" in page.text


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_memo_of_an_example_follows_the_page_where_the_kommune_is_neutral(
    site: Site, language: str
) -> None:
    """As that of a new case does."""
    page = site.post(f"/{language}/eksempel/eksempelet")
    memo = site.get(page.response.request.path.replace("/rad", "/notat"))
    assert memo.checked("language") == [language]


def test_the_memo_is_a_page_that_stands_in_the_site(site: Site) -> None:
    """In the language of the memo, with our own styles and no others."""
    answer = site.client.get(site.new_case() + "notat.html")
    html = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "memo.css" in html
    assert "http:" not in html.replace("http://www.w3.org", "")


def test_the_memo_is_a_file_named_by_day_and_municipality(site: Site) -> None:
    """A PDF to save."""
    answer = site.client.get(site.new_case("0301") + "notat.pdf")
    if answer.status_code == 503 and not os.environ.get("CI"):
        pytest.skip("Pango mangler på denne maskinen")
    assert answer.data.startswith(b"%PDF-")
    assert "2026-11-22_tiltaksnotat_oslo.pdf" in answer.headers["Content-Disposition"]


@pytest.fixture
def without_weasyprint(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the machine one that has no WeasyPrint."""
    from wizard.press import pdf  # noqa: PLC0415

    real = builtins.__import__

    def refuse(name: str, *args: object, **kwargs: object) -> object:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    pdf._press.cache_clear()  # noqa: SLF001 - as on a machine that never had it
    monkeypatch.setattr(builtins, "__import__", refuse)
    yield
    pdf._press.cache_clear()  # noqa: SLF001


@pytest.mark.usefixtures("without_weasyprint")
def test_without_pango_the_memo_is_offered_as_a_page(site: Site) -> None:
    """The reader is told what is missing, and where the page is."""
    page = site.get(site.new_case() + "notat.pdf", 503)
    assert "Pango" in page.text
    assert any("notat.html" in a.attributes["href"] for a in page.all("a", class_="ds-button"))
    assert str(PdfUnavailable())


def test_a_render_that_fails_is_told_and_logged(
    make_app: Callable[[Rulebook], Flask], caplog: pytest.LogCaptureFixture
) -> None:
    """A case whose memo cannot be made keeps its page; the log has the reason, not the link."""
    with make_app(question_book()).test_client() as client:
        site = Site(client)
        address = site.new_case()
        store = client.application.extensions["wizard"].store
        stored = store.open(link_of(address), client.application.extensions["wizard"].today())
        store.save_texts(stored, {"ukjent": "Et felt som notatet ikke har"}, {}, stored.used_on)
        page = site.get(address + "notat.pdf", 500)
    assert "IncompleteMemo" in caplog.text
    assert page.heading == "Vi fikk ikke laget PDF"
    assert link_of(address) not in caplog.text


@pytest.mark.parametrize("asked", ["grunnlan", "Grunnl\u00e5n"])
def test_a_scheme_that_is_gone_says_what_came_instead(real_site: Site, asked: str) -> None:
    """By its id or its name, with what happened and links that lead on."""
    address = real_site.new_case(language="nn")
    page = real_site.get(f"{address}rad/{asked}", 410)
    assert page.heading == "Grunnlån finst ikkje lenger"
    assert "Grunnlånet vart avløyst" in page.text
    links = [a.attributes["href"] for a in page.all("a") if "/rad/" in a.attributes["href"]]
    assert len(links) >= 4
    real_site.get(next(link for link in links if "livslop" in link))
