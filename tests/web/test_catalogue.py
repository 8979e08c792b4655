"""The catalogue: every page opens in both written forms, and says what it must."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from clock import Clock
from pages import Page, Site

from wizard import municipalities
from wizard.app import create_app
from wizard.catalogue.tally import Tallies
from wizard.domain.schemes import Funding
from wizard.domain.text import Language
from wizard.paths import DATA, RULES
from wizard.rulebook import load
from wizard.settings import Settings
from wizard.web import services_of

_BOOK = load(RULES)
_ALL = municipalities.load(DATA)
_LARGEST = 60_000
_WHOLE_LIST = 80_000  # every rule there is, a tenth of it as it is sent
LANGUAGES = ("nb", "nn")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a browser on the real rules, where every tenth municipality has been counted."""
    settings = Settings(folder=tmp_path_factory.mktemp("katalog"), renderers=0)
    app = create_app(settings, _BOOK, Clock())
    few = replace(_ALL, all=_ALL.all[::10])  # all of them take seconds
    tallies = Tallies(_BOOK, few, settings.folder / "katalog")
    tallies.wait(Clock().today)
    replace(services_of(app), tallies=tallies).attach(app)
    with app.test_client() as client:
        yield Site(client)


def light(page: Page) -> Page:
    """Check that a page is light enough to send."""
    assert len(page.html.encode()) < _LARGEST
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", _BOOK.schemes)
def test_every_scheme_has_a_page(site: Site, language: str, id_: str) -> None:
    """With its name, its needs as links, what it asks of the work, and its sources."""
    scheme = _BOOK.schemes[id_]
    page = light(site.get(f"/{language}/ordninger/{id_}"))
    links = {each.attributes["href"] for each in page.all("a", class_="ds-link")}
    assert page.heading == getattr(scheme.name, language)
    assert {f"/{language}/behov/{each.need}" for each in scheme.covers} <= links
    assert {_BOOK.sources[each.source].link for each in scheme.experiences} <= links
    edition = scheme.edition_on(Clock().today)
    if edition:
        assert {_BOOK.sources[each.source].link for each in edition.bases} <= links


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", _BOOK.needs)
def test_every_need_has_a_page(site: Site, language: str, id_: str) -> None:
    """With every scheme that serves it."""
    page = light(site.get(f"/{language}/behov/{id_}"))
    links = {each.attributes["href"] for each in page.all("a", class_="ds-link")}
    serving = [each for each in _BOOK.schemes.values() if id_ in {c.need for c in each.covers}]
    assert serving
    assert {f"/{language}/ordninger/{each.id}" for each in serving} <= links


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", _BOOK.abolished)
def test_every_name_that_is_gone_has_a_page(site: Site, language: str, id_: str) -> None:
    """With what to use instead, and where we know it from."""
    gone = _BOOK.abolished[id_]
    page = light(site.get(f"/{language}/ordninger/{id_}"))
    links = {each.attributes["href"] for each in page.all("a", class_="ds-link")}
    assert gone.names[0].to(Language(language)) in page.heading
    if language == "nn":
        told = " ".join(each.nn for each in gone.names)
        assert not re.search(r"(?i)tilskudd|bolig|sykehjem|\bfra\b|distriktene", told)
    assert {f"/{language}/ordninger/{each}" for each in gone.use_instead} <= links
    assert _BOOK.sources[gone.source].link in links


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_leads_to_everything(site: Site, language: str) -> None:
    """Each scheme, need and abolished name once, on a page that is not too heavy."""
    page = light(site.get(f"/{language}/ordninger"))
    links = [each.attributes["href"] for each in page.all("a", class_="ds-link")]
    for path in (
        *(f"/{language}/ordninger/{each}" for each in (*_BOOK.schemes, *_BOOK.abolished)),
        *(f"/{language}/behov/{each}" for each in _BOOK.needs),
    ):
        assert links.count(path) == 1, path


def test_money_that_nobody_has_seen_is_said_to_be_so(site: Site) -> None:
    """Of every scheme whose funding is uncertain or used up."""
    for scheme in _BOOK.schemes.values():
        edition = scheme.edition_on(Clock().today)
        doubtful = edition and edition.funding in {Funding.UNCERTAIN, Funding.USED_UP}
        text = site.get(f"/nb/ordninger/{scheme.id}").text
        warned = "Vi vet ikke om det er penger i ordningen nå" in text or "brukt opp" in text
        assert warned or not doubtful, scheme.id


def test_how_many_kommuner_is_said_where_figures_say_anything(site: Site) -> None:
    """Of one that most do not need, of one for all, and of one that only answers settle."""
    in_all = len(_ALL.all[::10])

    def told(id_: str) -> str:
        return site.get(f"/nb/ordninger/{id_}").text

    finnmark = sum(each.number.startswith("56") for each in _ALL.all[::10])
    assert (
        f"ikke aktuelt i {in_all - finnmark} av {in_all} kommuner. I de andre avgjør svarene"
    ) in told("tilskudd-etablering-og-tilpasning-i-distriktskommuner")
    assert f"kan dette være aktuelt i alle {in_all} kommuner." in told("radgivning-husbanken")
    assert "Åpne tall alene sier ikke" in told("startlan")
    assert "åpne tall alene" not in told("tilskudd-til-boligtiltak-i-distriktene").lower()


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("/nb/ordninger?q=grunnlån", "Leter dere etter grunnlån?"),
        ("/nn/ordninger?q=grunnlån", "Leiter de etter grunnlån?"),
        ("/nb/ordninger?q=start lån", "Startlån"),
        ("/nn/ordninger?q=tomme+hus", "Hus står tomme medan folk treng bustad"),
    ],
)
def test_a_search_shows_the_best_answer_first(site: Site, address: str, first: str) -> None:
    """And what was typed stays in the box, for the next try."""
    page = light(site.get(address))
    assert page.all("h3")[0].text == first
    assert page.typed("q") == page.response.request.args["q"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_says_what_to_try(site: Site, language: str) -> None:
    """The needs stand there, and the way to everything."""
    page = site.get(f"/{language}/ordninger?q=pizza")
    assert "Ingen treff på «pizza»" in page.text
    links = {each.attributes["href"] for each in page.all("a", class_="ds-link")}
    assert {f"/{language}/behov/{each}" for each in _BOOK.needs} <= links
    assert f"/{language}/ordninger" in links


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"', "å" * 5000, "\0", "%"])
def test_whatever_is_typed_the_page_stands(site: Site, typed: str) -> None:
    """Nothing of it is read as anything but a text."""
    page = site.client.get("/nb/ordninger", query_string={"q": typed})
    assert page.status_code == 200
    assert "<script>" not in page.get_data(as_text=True)


@pytest.mark.parametrize("path", ["ordninger/finnes-ikke", "behov/finnes-ikke"])
def test_what_is_not_there_is_not_found(site: Site, path: str) -> None:
    """With a page that says so."""
    site.get(f"/nb/{path}", status=404)


@pytest.mark.parametrize("language", LANGUAGES)
def test_old_links_into_the_rules_page_lead_on(site: Site, language: str) -> None:
    """Each scheme and abolished name has its anchor there still, with the way to a page of it."""
    page = site.get(f"/{language}/regler")
    assert len(page.html) < _WHOLE_LIST
    anchors = {each.attributes.get("id") for each in page.elements}
    links = {each.attributes["href"] for each in page.all("a", class_="ds-link")}
    assert {*_BOOK.schemes, *_BOOK.abolished} <= anchors
    assert {f"/{language}/regler/ordning/{id_}" for id_ in _BOOK.schemes} <= links
    assert {f"/{language}/ordninger/{id_}" for id_ in _BOOK.abolished} <= links


def test_every_page_leads_to_the_catalogue(site: Site) -> None:
    """From the head of the page."""
    links = [each.attributes["href"] for each in site.get("/nb/").all("a", class_="ds-link")]
    assert "/nb/ordninger" in links
