"""Every page is sound in both languages; the page reader checks what all pages have in common."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from clock import Clock
from flask import Flask
from pages import Site, link_of
from small_book import same

from wizard.domain.rulebook import Rulebook
from wizard.web.access import Whom, let_in

LANGUAGES = ("nb", "nn")
PUBLIC = (
    "",
    "kommune",
    "svarfil",
    "mine-saker",
    "sporreskjema/lages",
    "regler",
    "regler/endringer",
    "regler/ordning/ordningen",
    "regler/behov/hus",
    "ordninger",
    "personvern",
    "informasjonskapsler",
    "tilgjengelighet",
    "kontakt",
    "slettet",
)
OF_A_CASE = (
    "",
    "svar",
    "rad",
    "rad/ordningen",
    "notat",
    "lagre",
    "lagre/eier",
    "lagre/leser",
    "send-videre",
    "send-videre/plan",
    "sporreskjema/lages",
    "prioritering",
    "hva-hvis",
    "sammenlign",
    "dagens-regler",
    "slett",
    "tema/alt/1",
    "tema/tallene/1",
    "kort/1",
    "sporsmal?bare=valget&bare=antall&fra=svar",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PUBLIC)
def test_every_public_page_is_sound(site: Site, language: str, page: str) -> None:
    """It has one heading, a title, its language, and a link to itself in the other."""
    shown = site.get(f"/{language}/{page}")
    other = {"nb": "nn", "nn": "nb"}[language]
    assert shown.one("a", hreflang=other).attributes["href"] == f"/{other}/{page}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", OF_A_CASE)
def test_every_page_of_a_case_is_sound(site: Site, language: str, page: str) -> None:
    """The language switch keeps page and case; the memo's brings along what is typed."""
    address = site.new_case(language=language)
    shown = site.get(address + page)
    other = {"nb": "nn", "nn": "nb"}[language]
    links = shown.all("a", hreflang=other) + shown.all("button", lang=other)
    (there,) = (each.attributes.get("href") or each.attributes["formaction"] for each in links)
    assert there == (address + page).replace(f"/{language}/", f"/{other}/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_rules_make_sound_pages(
    real_site: Site, real_book: Rulebook, language: str
) -> None:
    """Each example, each theme, each answer page and whole reasons, of the shipped rules."""
    start = real_site.get(f"/{language}/")
    actions = [form.attributes["action"] for form in start.all("form")]
    forms = [action for action in actions if "/eksempel/" in action]
    assert forms
    for form in forms:
        result = real_site.post(form)
        address = f"/{language}/sak/{link_of(result.response.request.path)}/"
        for theme in real_book.themes:
            for page in theme.pages:
                real_site.get(f"{address}tema/{theme.id}/{page.id}")
        real_site.get(address + "notat")
        real_site.get(address + "notat/lages")
        reasons = real_site.get(address + "rad").all("a", class_="ds-link")
        whole = {a.attributes["href"] for a in reasons if "/rad/" in a.attributes["href"]}
        # Every scheme has its whole reasoning on a page; one in nine is read.
        assert len(whole) == len(real_book.schemes)
        for each in sorted(whole)[::9]:
            real_site.get(each)


@pytest.mark.parametrize(
    ("language", "dates", "instead"),
    [
        ("nb", "gjaldt fra 23. juni 2023 til og med 31. desember 2023.", "Se heller på:"),
        ("nn", "galdt frå 23. juni 2023 til og med 31. desember 2023.", "Sjå heller på:"),
    ],
)
def test_what_is_gone_is_told_as_everywhere_else(
    make_app: Callable[[Rulebook], Flask],
    real_book: Rulebook,
    language: str,
    dates: str,
    instead: str,
) -> None:
    """From and until when, the rates filled in, and nothing to look at where nothing is named."""
    gone = real_book.abolished["tilskudd-til-istandsetting"]
    happened = same("Ny: {sats:belaning_person}.")
    for use_instead in (gone.use_instead, ()):
        told = replace(gone, what_happened=happened, use_instead=use_instead)
        app = make_app(replace(real_book, abolished={gone.id: told}))
        text = Site(app.test_client()).get(f"/{language}/ordninger/{gone.id}").text
        assert f"{dates} Ny: 90 %." in text
        assert (instead in text) == bool(use_instead)


def test_every_route_is_visited_by_a_test(app: Flask) -> None:
    """A new page must be added to the lists above, or to this one with a reason."""
    known = {f"start.{name}" for name in ("start", "choose", "create", "upload", "read_upload")}
    known |= {
        "start.example",
        "rules.overview",
        "rules.page",
        "rules.changes",
        "rules.change",
        "pages.privacy",
        "pages.accessibility",
    }
    known |= {"rule_trial.show", "rule_trial.try_out", "releases.show"}
    known |= {"new_rules.show", "new_rules.seen", "issued.answers"}
    known |= {f"login.{name}" for name in ("show", "begin", "back", "log_out")}
    known |= {"pages.cookies", "pages.contact", "mine.show", "mine.forget", "mine.forget_all"}
    known |= {f"forward.{name}" for name in ("show", "sheet", "answer", "thanks")} | {
        "blank.making"
    }
    known |= {
        "blank_of_case.making",
        "start.paste",
        "keeping.sheet",
        "keeping.remember",
        "keeping.forget",
        "keeping.copy",
        "keeping.municipality",
        "keeping.go_on",
    }
    known |= {"pages.deleted", "case.overview", "case.save", "case.ask_to_delete"}
    known |= {"result.explain", "catalogue.browse", "catalogue.scheme", "catalogue.need"}
    known |= {"result.undo", "wellknown.security"}
    known |= {f"follow_up.{name}" for name in ("show", "save", "begin", "delete")}
    known |= {"trying.show", "trying.save", "comparing.show", "comparing.compare"}
    known |= {"steps.first", "steps.theme", "steps.page", "steps.check", "result.show"}
    known |= {"steps.short", "steps.only", "steps.undo"}
    known |= {"priorities.show", "priorities.save"}
    known |= {"renewal.show", "renewal.renew", "renewal.take_back", "issued.show"}
    known |= {"review.show", "review.save", "review.undo", "review.remove", "review.invite"}
    known |= {"review.ask_to_remove", "review.ask_to_withdraw"}
    known |= {"memo.show", "memo.save", "papers.making", "case.delete", "case.download"}
    not_pages = {"static", "assets.root", "assets.font", "assets.icon", "papers.pdf", "papers.html"}
    not_pages |= {"blank.show", "blank.pdf", "blank_of_case.show", "blank_of_case.pdf"}
    not_pages |= {"papers.docx", "papers.calendar", "papers.table", "papers.plan"}
    not_pages |= {"health.alive", "health.ready"}
    there = {rule.endpoint for rule in app.url_map.iter_rules()}
    # `test_api_document.py` holds the door for programs up against a list of its own.
    programs = {each for each in there if each.startswith(("api.", "api_advice."))}
    assert there - programs == known | not_pages


def test_the_root_follows_the_browser(site: Site) -> None:
    """Nynorsk for those who ask for it, bokmål for the rest."""
    for header, language in (("nn-NO,nn;q=0.9", "nn"), ("nb", "nb"), ("de", "nb"), ("", "nb")):
        answer = site.client.get("/", headers={"Accept-Language": header})
        assert answer.location == f"/{language}/"
        assert "Accept-Language" in answer.headers["Vary"]


def test_the_other_language_keeps_the_way_back(site: Site) -> None:
    """What stands behind the question mark is kept too."""
    address = site.new_case()
    shown = site.get(f"{address}tema/alt/1?fra=svar")
    (button,) = shown.all("button", lang="nn")
    assert button.attributes["formaction"].endswith("/tema/alt/1?fra=svar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lost_readers_are_told_what_to_do(site: Site, language: str) -> None:
    """Wrong addresses, wrong links, wrong methods: in the address's language."""
    assert site.get(f"/{language}/finnes-ikke", 404).all("a", class_="ds-button")
    assert site.get(f"/{language}/sak/{'a' * 26}/", 404).all("a", class_="ds-button")
    site.get(f"/{language}/sak/feil-lenke/", 404)
    site.get(f"{site.new_case(language=language)}tema/finnes-ikke", 404)
    site.get(f"{site.new_case(language=language)}rad/finnes-ikke", 404)
    site.post(f"/{language}/eksempel/finnes-ikke", status=404)
    site.post(f"/{language}/regler", status=405)


def test_a_deleted_case_says_when(site: Site) -> None:
    """The link answers 410 with the day, in both languages."""
    address = site.new_case()
    assert site.get(f"{address}slett").heading == "Vil dere slette saken?"
    assert site.post(f"{address}slett").heading == "Saken er slettet"
    assert "22. november 2026" in site.get(address, 410).text
    assert "22. november 2026" in site.get(address.replace("/nb/", "/nn/"), 410).text


def test_an_unused_case_is_purged_when_the_next_one_is_made(site: Site, clock: Clock) -> None:
    """No clockwork is needed: making a case tidies up."""
    address = site.new_case()
    for _ in range(8):
        clock.today += timedelta(days=14)
        site.new_case()
    site.get(address, 410)


def test_a_fault_of_ours_is_a_page_too(app: Flask, site: Site) -> None:
    """The reader hears that what was saved is safe; nobody sees a stack."""

    @app.get("/nn/knekk")
    @let_in(Whom.ANYBODY)
    def broken() -> str:
        raise ZeroDivisionError

    shown = site.get("/nn/knekk", 500)
    assert shown.heading == "Noko gjekk gale hos oss"
    assert "ZeroDivisionError" not in shown.html
