"""Prøv: a rule file is tried, what is wrong is told at its line, and nothing is stored."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import pytest
from clock import Clock
from flask import Flask
from pages import STALE, Page, Site, read_page

from wizard import municipalities, rulebook
from wizard.app import create_app
from wizard.lab.attempt import Attempt, attempt
from wizard.lab.examples import Result
from wizard.lab.impact.looking import Books
from wizard.lab.tested import JourneyTests
from wizard.municipalities import Municipalities
from wizard.paths import DATA, RULES
from wizard.settings import Settings
from wizard.web import services_of, trial

FILE = "satser/husbanken-lan.yaml"
TRY = "/nb/regler/prov"
_BOOK = rulebook.load(RULES)
_ALL = municipalities.load(DATA)
_TEXT = (RULES / FILE).read_text("utf-8")
_LOWERED = _TEXT.replace('{fra: "2025-02-17", er: "90"', '{fra: "2025-02-17", er: "80"', 1)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Return the site with the real rules, where only few municipalities are looked at."""
    settings = Settings(folder=tmp_path_factory.mktemp("prov"), renderers=0)
    made = create_app(settings, _BOOK, lambda: date(2026, 12, 1), rules=RULES)
    few = replace(_ALL, all=_ALL.all[::60])
    tests = JourneyTests(_BOOK, _ALL)
    replace(services_of(made), municipalities=few, journeys=tests).attach(made)
    return made


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here stands on how fast the machine is, nor on what was tried before."""
    monkeypatch.setattr(trial, "SECONDS", 600.0)
    monkeypatch.setattr(trial, "_LAST", {})


@pytest.fixture
def site(app: Flask) -> Iterator[Site]:
    """Give a browser at the machine itself."""
    with app.test_client() as client:
        yield Site(client)


def sent(site: Site, text: str, status: int, name: str = FILE) -> Page:
    """Send a text for a file."""
    return site.post(TRY, {"fil": name, "tekst": text}, status)


def test_the_text_of_a_file_is_there_to_begin_with(site: Site) -> None:
    """As it stands in the rules that are in use."""
    page = site.get(f"{TRY}?fil={FILE}")
    assert page.one("textarea").text.strip() == _TEXT.strip()
    assert page.typed("fil") == FILE


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_mistake_is_told_at_its_line_and_what_was_typed_is_kept(
    site: Site, language: str
) -> None:
    """The link of a problem leads to the line, which is marked."""
    wrong = _TEXT.replace("enhet: prosent", "enhett: prosent", 1)
    line = wrong[: wrong.index("enhett")].count("\n") + 1
    page = site.post(f"/{language}/regler/prov", {"fil": FILE, "tekst": wrong}, 422)
    assert page.title.startswith("Feil: ")
    (link,) = page.all("a", href=f"#linje-{line}")
    assert link.text == f"Linje {line}"
    assert "enhett" in page.one("li", id=f"linje-{line}").text
    assert "data-wrong" in page.one("li", id=f"linje-{line}").attributes
    assert page.one("textarea").text.strip() == wrong.strip()


def test_a_mistake_that_shows_in_another_file_names_it(site: Site) -> None:
    """A rate that is gone is missed where it is used."""
    gone = _TEXT.replace("startlan_paslag:", "startlan_annet_paslag:", 1)
    page = sent(site, gone, 422)
    assert any("virkemidler/" in each for each in page.errors), page.errors


def test_an_edit_is_told_in_words_with_whom_it_means_something_for(site: Site) -> None:
    """And that it changes the past; the tests that hold no longer are named."""
    text = sent(site, _LOWERED, 200).text.replace("\u00a0", " ")
    assert "er senket fra 90 % til 80 %" in text
    assert "Dette endrer også fortiden." in text
    assert "par får et annet råd" in text


def test_the_same_text_changes_nothing(site: Site) -> None:
    """Browsers send other ends of lines."""
    text = sent(site, _TEXT.replace("\n", "\r\n"), 200).text
    assert "Ingen regel er endret." in text
    assert "gir det samme som før" in text


def test_an_example_that_breaks_is_named(site: Site) -> None:
    """By its file and what it gives now."""
    name = "behov/tomme-hus.yaml"
    need = (RULES / name).read_text("utf-8")
    broken = need.replace("{tomme_hus: fa}", "{tomme_hus: mange}", 1)
    assert broken != need
    page = sent(site, broken, 200, name)
    assert "stemmer ikke lenger" in page.text
    assert f"{name}:" in page.text


def test_a_file_from_the_machine_goes_before_the_text(site: Site) -> None:
    """And its text is shown from then on."""
    data = {"csrf_token": site.token(), "fil": FILE, "tekst": "noe"}
    upload = (BytesIO(_TEXT.replace("verdier:", "verdierr:", 1).encode()), "husbanken-lan.yaml")
    answer = site.client.post(TRY, data={**data, "opplasting": upload})
    assert answer.status_code == 422
    assert "verdierr:" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Skriv hvilken fil det er, for eksempel «tiltak/nytt-tiltak.yaml»."),
        (
            "/etc/passwd",
            "Skriv bare mappen i reglene og filen, slik som «tiltak/nytt-tiltak.yaml».",
        ),
        ("satser/a.txt", "Filnavnet må slutte på .yaml. Mente du «satser/a.yaml»?"),
        (
            "satser\\a.yaml",
            "Mellom mappen og filen skal det stå «/», ikke «\\». Mente du «satser/a.yaml»?",
        ),
    ],
)
def test_a_name_that_is_no_rule_file_is_refused_at_its_field(
    site: Site, name: str, told: str
) -> None:
    """It says what is wrong with the name; what was typed in the other field stays."""
    page = sent(site, _TEXT, 422, name)
    assert page.errors == [told]
    assert page.one("textarea").text.strip() == _TEXT.strip()


def test_a_file_that_is_not_there_is_said_not_to_be(site: Site) -> None:
    """With the nearest that is: an empty form would say nothing."""
    page = site.get(f"{TRY}?fil=behov/eldr.yaml", 404)
    assert page.errors == ["Ingen regelfil heter «behov/eldr.yaml». Mente du «behov/eldre.yaml»?"]


def test_what_is_pasted_where_it_cannot_belong_is_told_where_it_does(site: Site) -> None:
    """In one sentence, and not field by field."""
    text = (RULES / "utgatt/grunnlan.yaml").read_text("utf-8")
    (told,) = sent(site, text, 422, "situasjoner/x.yaml").errors
    assert "hører ikke til i «situasjoner/»" in told
    assert told.endswith("Mente du «utgatt/grunnlan.yaml»?")


def test_the_pasted_file_is_to_blame_for_an_id_that_is_taken(site: Site) -> None:
    """And names the file that has it."""
    errors = sent(site, _TEXT, 422, "satser/aaa.yaml").errors
    assert all(each.startswith("Linje ") for each in errors)
    assert f"er allerede brukt i {FILE}:" in errors[0]


def test_what_is_wrong_in_the_pasted_file_comes_before_what_follows_elsewhere(site: Site) -> None:
    """Whoever mends the first is rid of the rest."""
    gone = _TEXT.replace("startlan_paslag:", "startlan_annet_paslag:", 1)
    errors = sent(site, gone.replace("enhet: prosent", "enhett: prosent", 1), 422).errors
    own = [each.startswith("Linje ") for each in errors]
    assert own == sorted(own, reverse=True)
    assert own[0]
    assert not own[-1]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_file_in_an_old_encoding_is_refused_as_the_command_does(
    site: Site, language: str, tmp_path: Path
) -> None:
    """It says what to do, and what was in the form stays."""
    old = _TEXT.encode("latin-1", "replace")
    copy = shutil.copytree(RULES, tmp_path / "regler")
    (copy / FILE).write_bytes(old)
    said = rulebook.check(copy)[0].message
    data = {"csrf_token": site.token(), "fil": FILE, "tekst": "navn: blå"}
    upload = (BytesIO(old), "lan.yaml")
    answer = site.client.post(f"/{language}/regler/prov", data={**data, "opplasting": upload})
    page = read_page(answer, 422)
    assert page.errors == [getattr(said, language)]
    assert "UTF-8" in said.nb
    assert page.one("textarea").text.strip() == "navn: blå"


def test_a_file_that_begins_with_the_mark_of_windows_is_read_without(site: Site) -> None:
    """Nobody sees the mark, so nobody is told of it."""
    data = {"csrf_token": site.token(), "fil": FILE, "tekst": ""}
    upload = (BytesIO(_TEXT.replace("\n", "\r\n").encode("utf-8-sig")), "lan.yaml")
    answer = site.client.post(TRY, data={**data, "opplasting": upload})
    assert answer.status_code == 200
    assert "\ufeff" not in answer.get_data(as_text=True)


def test_a_second_press_waits_for_what_the_first_is_told(
    site: Site, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser shows the answer to the last press only, so it is to be that of the first."""
    monkeypatch.setattr(trial, "_PATIENCE", 0.01)
    begun, token = Event(), site.token()
    tried: list[str] = []

    def first(
        books: Books, held: tuple[Result, Result], all_: Municipalities, today: date, seconds: float
    ) -> Attempt:
        tried.append(FILE)
        begun.set()
        return attempt(books, held, all_, today, seconds)

    monkeypatch.setattr("wizard.web.trial.attempt", first)
    pages: list[str] = []
    other = Site(app.test_client())
    press = Thread(target=lambda: pages.append(sent(other, _LOWERED, 200).text))
    press.start()
    assert begun.wait(60)
    pages.append(site.post(TRY, {"fil": FILE, "tekst": _LOWERED}, 200, token=token).text)
    press.join()
    assert pages[0] == pages[1]
    assert tried == [FILE]


def test_no_text_is_refused_and_a_stale_page_keeps_what_was_typed(site: Site) -> None:
    """As every form."""
    assert sent(site, "  ", 422).errors
    page = site.post(TRY, {"fil": FILE, "tekst": _TEXT}, 400, token=STALE)
    assert page.one("textarea").text.strip() == _TEXT.strip()


def test_nothing_is_stored(app: Flask, site: Site) -> None:
    """Neither rules, nor cases, nor files; and the rules in use are as they were."""
    folder, known = services_of(app).settings.folder, services_of(app)

    def there() -> dict[Path, bytes]:
        files = [each for each in folder.rglob("*") if each.is_file()]
        return {each: each.read_bytes() for each in files if "katalog" not in each.parts}

    sent(site, _TEXT, 200)
    before, kept = there(), known.rulebooks.all()
    sent(site, _LOWERED, 200)
    sent(site, "a: [", 422)
    assert there() == before
    assert known.rulebooks.all() == kept
    assert services_of(app).rulebook.hash == _BOOK.hash


def test_who_sits_elsewhere_finds_no_such_page(app: Flask) -> None:
    """Nor a link to it, where nobody can log in."""
    far = {"REMOTE_ADDR": "192.0.2.7"}
    client = app.test_client()
    assert client.get(TRY, environ_base=far).status_code == 404
    assert client.post(TRY, data={}, environ_base=far).status_code == 404
    public = client.get("/nb/regler", environ_base=far)
    assert public.status_code == 200
    assert "/regler/prov" not in public.get_data(as_text=True)
    assert "/regler/prov" in client.get("/nb/regler").get_data(as_text=True)


def test_one_tries_at_a_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next is told to come back, with what was typed."""
    monkeypatch.setattr(trial, "_PATIENCE", 0.01)
    with trial._TURN:  # noqa: SLF001 - somebody else's turn
        page = sent(site, _LOWERED, 503)
    assert "prøver en endring akkurat nå" in page.text
    assert page.one("textarea").text.strip() == _LOWERED.strip()


def test_what_takes_too_long_is_said_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples are tried all the same."""
    monkeypatch.setattr(trial, "SECONDS", 0.0)
    page = sent(site, _LOWERED, 200)
    assert "tok for lang tid" in page.text
    assert "Eksempler og situasjoner" in page.text


def test_rules_that_are_not_kept_as_files_cannot_be_tried(tmp_path: Path) -> None:
    """The page says so, and what to do instead."""
    app = create_app(Settings(folder=tmp_path, renderers=0), replace(_BOOK, hash="1" * 64), Clock())
    page = Site(app.test_client()).get(TRY)
    assert "wizard rules impact" in page.text
