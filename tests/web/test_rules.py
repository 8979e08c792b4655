"""The pages of the rules: every rule has one, in both written forms, and they lead on."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from clock import Clock
from flask import Flask
from pages import Element, Site

from wizard import rulebook
from wizard.app import create_app
from wizard.domain.rulebook import Rulebook
from wizard.paths import RULES
from wizard.rulebook.references import RuleKind
from wizard.settings import Settings
from wizard.web import services_of

_BOOK = rulebook.load(RULES)
_FACTS = _BOOK.facts.keys() - _BOOK.questions.keys()
_IDS = {
    RuleKind.SCHEME: sorted(_BOOK.schemes),
    RuleKind.NEED: sorted(_BOOK.needs),
    RuleKind.RATE: sorted(_BOOK.rates),
    RuleKind.QUESTION: sorted(_BOOK.questions),
    RuleKind.FIGURE: sorted(_FACTS),
    RuleKind.SOURCE: sorted(_BOOK.sources),
}
RATE = "/nb/regler/sats/belaning_person"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a browser on the real rules."""
    settings = Settings(folder=tmp_path_factory.mktemp("regler"), renderers=0)
    app = create_app(settings, _BOOK, Clock())
    with app.test_client() as client:
        yield Site(client)
    services_of(app).tallies.stop()
    services_of(app).tallies.wait(Clock().today)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("kind", _IDS)
def test_every_rule_has_a_page(site: Site, kind: RuleKind, language: str) -> None:
    """And everything that a page links to among the rules is there; a third of them is read."""
    for id_ in _IDS[kind][::3]:
        page = site.get(f"/{language}/regler/{kind}/{id_}")
        for link in page.all("a"):
            parts = link.attributes["href"].split("/")
            if len(parts) == 5 and parts[3] in set(RuleKind):
                assert parts[4].partition("#")[0] in _IDS[RuleKind(parts[3])]


def test_the_front_page_leads_to_every_rule(site: Site) -> None:
    """Each in its list; with version, hash and how the examples fare."""
    page = site.get("/nb/regler")
    leading = {each.attributes["href"] for each in page.all("a")}
    for kind, ids in _IDS.items():
        assert {f"/nb/regler/{kind}/{id_}" for id_ in ids} <= leading
    assert _BOOK.version in page.text
    assert _BOOK.hash[:12] in page.text
    count = sum(len(each.examples) for each in _BOOK.schemes.values())
    count += sum(len(each.examples) for each in _BOOK.needs.values())
    count += sum(len(each.examples) for each in _BOOK.plausibility.rules)
    assert f"Alle {count} stemmer" in page.text


@pytest.mark.parametrize("kind", _IDS)
def test_what_is_not_there_is_not_found(site: Site, kind: RuleKind) -> None:
    """Whatever the id."""
    site.get(f"/nb/regler/{kind}/finnes-ikke", 404)
    site.get("/nb/regler/noe/annet", 404)


def test_a_rate_shows_its_whole_history_and_who_uses_it(site: Site) -> None:
    """Each value with its days and its law, and the page of whoever rests on it links back."""
    page = site.get(RATE)
    rows = [" ".join(each.text.split()) for each in page.all("tr")[1:]]
    assert "90 %" in rows[0].replace("\u00a0", " ")
    assert "FOR-2025-02-17-233" in rows[0]
    assert "til og med 16. februar 2025" in rows[1]
    there = "/nb/regler/ordning/lan-til-livslopsboliger"
    assert there in {each.attributes["href"] for each in page.all("a")}
    assert RATE in {each.attributes["href"] for each in site.get(there).all("a")}


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("høyeste lån privatpersoner", "sats/belaning_person"),
        ("startlan", "ordning/startlan"),
        ("boligmangel", "sporsmal/boligmangel_antall"),
        ("folketall", "tall/folketall"),
        ("forskrift om tilskudd til boligtiltak", "kilde/for-2026-03-26-506"),
        ("tomme hus", "behov/tomme-hus"),
    ],
)
def test_everything_can_be_searched_for(site: Site, typed: str, there: str) -> None:
    """By its name, with a slip, or by its id."""
    page = site.client.get("/nb/regler", query_string={"q": typed}).get_data(as_text=True)
    assert f"/nb/regler/{there}" in page


@pytest.mark.parametrize("slip", ["startlåm", "starlån", "strartlån", "startlaan"])
def test_a_slip_finds_what_the_right_word_finds(site: Site, slip: str) -> None:
    """What is called so comes first, and then what has it in its name."""
    right, found = (
        [each.text for each in site.get(f"/nb/regler?q={typed}").all("a") if _is_hit(each)]
        for typed in ("startlån", slip)
    )
    assert found == right
    assert right[0] == "Startlån"
    assert len(right) > 1


def _is_hit(link: Element) -> bool:
    return link.attributes["href"].startswith("/nb/regler/")


@pytest.mark.parametrize("typed", ["<script>", "<script>alert(1)</script>", "7", "§ 7-4"])
def test_what_tells_nothing_finds_nothing(site: Site, typed: str) -> None:
    """A lone figure, and signs."""
    page = site.client.get("/nb/regler", query_string={"q": typed}).get_data(as_text=True)
    assert "Ingen treff på" in page


def test_the_best_of_many_are_not_counted_as_all(site: Site) -> None:
    """More name Husbanken than are shown."""
    assert "De 10 beste treffene på «husbanken»" in site.get("/nb/regler?q=husbanken").text


def test_nothing_found_says_so(site: Site) -> None:
    """And leads back to everything."""
    assert "Ingen treff på «xyzzy»" in site.get("/nb/regler?q=xyzzy").text


def test_what_should_have_been_read_again_is_marked(tmp_path: Path) -> None:
    """On the front page and on its own."""
    late = max(each.read_again for each in _BOOK.sources.values()) + timedelta(days=1)
    app = create_app(Settings(folder=tmp_path, renderers=0), _BOOK, lambda: late)
    with app.test_client() as client:
        site = Site(client)
        assert f"{len(_BOOK.sources) + len(_BOOK.schemes)} regler" in site.get("/nb/regler").text
        assert (
            "Skulle vært lest igjen"
            in site.get(f"/nb/regler/kilde/{_IDS[RuleKind.SOURCE][0]}").text
        )


def test_an_example_that_does_not_hold_is_told_on_its_page(
    make_app: Callable[[Rulebook], Flask],
) -> None:
    """With what it is instead."""
    id_, need = next((id_, each) for id_, each in _BOOK.needs.items() if each.examples)
    wrong = replace(need, examples=(replace(need.examples[0], gives=None), *need.examples[1:]))
    app = make_app(replace(_BOOK, needs={**_BOOK.needs, id_: wrong}))
    page = Site(app.test_client()).get(f"/nb/regler/behov/{id_}")
    assert "Dette stemmer ikke:" in page.text
    assert need.examples[0].name in page.text
    assert "Stemmer ikke" in Site(app.test_client()).get("/nb/regler").text


def test_how_many_kommuner_are_told_and_drawn_once_they_are_counted(tmp_path: Path) -> None:
    """A dot for each, where they differ."""
    app = create_app(Settings(folder=tmp_path, renderers=0), _BOOK, Clock())
    there = "/nb/regler/ordning/tilskudd-etablering-og-tilpasning-i-distriktskommuner"
    with app.test_client() as client:
        site = Site(client)
        assert "Blir talt opp nå" in site.get(there).text
        services_of(app).tallies.wait(Clock().today)
        page = site.get(there)
        assert "av 357 kommuner" in page.text
        assert len([each for each in page.elements if each.tag == "g"]) > 350


class TestUnchanged:
    """Who has a page by the same rules is not sent it again."""

    def test_the_same_is_not_sent_twice(self, site: Site) -> None:
        """And nothing else is told instead, once what is counted meanwhile is known."""
        known = services_of(site.client.application)
        known.journeys.wait()
        known.tallies.wait(known.today())
        first = site.client.get(RATE)
        assert first.headers["Cache-Control"] == "no-cache"
        mark = first.headers["ETag"]
        again = site.client.get(RATE, headers={"If-None-Match": mark})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", mark)
        other = site.client.get("/nn/regler/sats/belaning_person", headers={"If-None-Match": mark})
        assert other.status_code == 200

    def test_other_rules_are_sent(self, make_app: Callable[[Rulebook], Flask]) -> None:
        """By the hash of the rulebook, while the service runs."""
        app = make_app(_BOOK)
        mark = app.test_client().get(RATE).headers["ETag"]
        services_of(app).going_by(replace(_BOOK, hash="0" * 64)).attach(app)
        answer = app.test_client().get(RATE, headers={"If-None-Match": mark})
        assert answer.status_code == 200

    def test_a_page_that_is_not_there_is_not_kept(self, site: Site) -> None:
        """It may come to be."""
        assert site.client.get("/nb/regler/sats/ingen").headers["Cache-Control"] == "no-store"


class TestChanges:
    """What was changed from one rulebook to the next, in words."""

    @pytest.fixture
    def changed(self, tmp_path: Path) -> Site:
        """Give a browser on a service that ran with another limit the day before."""
        old = Path(shutil.copytree(RULES, tmp_path / "gamle"))
        rates = old / "satser" / "husbanken-lan.yaml"
        text = rates.read_text("utf-8")
        former = text.replace('{fra: "2025-02-17", er: "90"', '{fra: "2025-02-17", er: "85"')
        assert former != text
        rates.write_text(former, "utf-8")
        settings, day = Settings(folder=tmp_path, renderers=0), date(2026, 11, 21)
        create_app(settings, rulebook.load(old), lambda: day, rules=old)
        app = create_app(settings, _BOOK, lambda: day + timedelta(days=1), rules=RULES)
        return Site(app.test_client())

    @pytest.mark.parametrize(
        ("language", "told"),
        [("nb", "er hevet fra 85 % til 90 %"), ("nn", "er heva frå 85 % til 90 %")],
    )
    def test_each_change_is_told(self, changed: Site, language: str, told: str) -> None:
        """With where it is used; the first rulebook changed nothing."""
        page = changed.get(f"/{language}/regler/endringer")
        (there,) = {
            each.attributes["href"]
            for each in page.all("a", class_="ds-link")
            if f"/{language}/regler/endringer/" in each.attributes["href"]
        }
        assert there.endswith(_BOOK.hash)
        text = changed.get(there).text.replace("\u00a0", " ")
        assert told in text
        assert "satser/husbanken-lan.yaml" in text

    def test_the_first_rulebook_has_none_before_it(self, changed: Site) -> None:
        """Nor has one that we never ran with."""
        app = changed.client.application
        first = services_of(app).rulebooks.all()[0].hash
        changed.get(f"/nb/regler/endringer/{first}", 404)
        changed.get(f"/nb/regler/endringer/{'0' * 64}", 404)

    def test_a_service_that_has_kept_nothing_says_so(self, site: Site) -> None:
        """It was given rules that were made in memory."""
        assert "ikke tatt vare på noen regler" in site.get("/nb/regler/endringer").text
