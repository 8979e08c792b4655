"""A case beside another: what differs, and plain words where there is nothing to compare with."""

from io import BytesIO

import pytest
from clock import Clock
from pages import STALE, Page, Site, link_of

from wizard.domain.review import Review
from wizard.store.parts import PartKind
from wizard.store.review import kept

FIRST = {"svar_folketallet": "803", "svar_andel_gamle": "9,2"}


def begun(site: Site, language: str = "nb", **answers: str) -> str:
    """Return a case with some answers."""
    address = site.new_case(language=language)
    site.fill_in(address + "tema/alt/1", {**FIRST, **answers})
    return address


def with_link(site: Site, address: str, pasted: str, status: int = 200) -> Page:
    """Compare with what is pasted."""
    return site.post(address + "sammenlign", {"lenke": pasted, "med": "lenke"}, status)


@pytest.mark.parametrize("pasted", ["{}", "http://localhost/nb/sak/{}/rad.", "«/sak/{}/»", " {}, "])
def test_another_case_is_compared_by_its_link(site: Site, pasted: str) -> None:
    """However it was pasted; the link is not shown again."""
    here = begun(site, svar_valget="a", svar_ja_eller_nei="nei")
    other = begun(site, svar_valget="a", svar_ja_eller_nei="ja")
    page = with_link(site, here, pasted.format(link_of(other)))
    assert page.heading == "Namsskogan, 22. november 2026"
    assert "Spørsmål ja_eller_nei? Før: Ja. Nå: Nei." in page.text
    assert "Tiltaket «Ordningen» gikk fra" in page.text


def test_a_reading_link_will_do_on_both_sides(site: Site) -> None:
    """Nothing is written by comparing."""
    here, other = begun(site, svar_valget="a"), begun(site, svar_valget="b")
    app = site.client.application.extensions["wizard"]
    ours, theirs = (app.store.open(link_of(each), app.today()) for each in (here, other))
    reading = here.replace(ours.link, ours.reading_link)
    assert "Spørsmål valget?" in with_link(site, reading, theirs.reading_link).text


def test_two_kommuner_are_told_side_by_side(real_site: Site) -> None:
    """Nothing has come or gone, so there is neither plus nor minus."""
    one = real_site.post("/nn/eksempel/namsskogan").response.request.path.removesuffix("rad")
    two = real_site.post("/nn/eksempel/vinje").response.request.path
    page = with_link(real_site, one, link_of(two))
    assert page.heading.startswith("Namsskogan, 22. november 2026, og Vinje")
    assert "Kva som er ulikt i planane" in page.text
    assert not page.all("span", class_="sign")


def test_what_is_no_link_to_another_case_is_told_in_plain_words(site: Site) -> None:
    """Nothing, nonsense, a case that never was, one that is gone, and this one."""
    address, gone = begun(site, svar_valget="a"), begun(site)
    site.post(gone + "slett")
    for pasted, said in (
        ("", "Lim inn hele lenken til saken."),
        ("a" * 40, "Lim inn hele lenken til saken."),
        ("a" * 26, "Vi fant ingen sak med den lenken."),
        (link_of(gone), "ble slettet 22. november 2026"),
        (link_of(address), "Det er lenken til denne saken."),
    ):
        page = with_link(site, address, pasted, 422)
        assert said in " ".join(page.errors), pasted
        assert page.typed("lenke") == pasted


@pytest.mark.parametrize(
    ("language", "cut", "long"), [("nb", "kuttet", "for lang"), ("nn", "kutta", "for lang")]
)
def test_which_link_is_wrong_and_why_is_told(
    site: Site, language: str, cut: str, long: str
) -> None:
    """How many signs the other case's link has, too few or too many; the page's own is not it."""
    here, other = begun(site, language), begun(site, language)
    address = f"http://localhost{other}"
    for pasted, why, signs in (
        (address[:-4], cut, "23"),
        (f"Se {address[:-27]}", cut, "0"),
        (address.replace(link_of(other), "a" * 27), long, "27"),
    ):
        (error,) = with_link(site, here, pasted, 422).errors
        assert "den andre sak" in error
        assert why in error
        assert f" {signs} " in error


@pytest.mark.parametrize(
    ("language", "told"),
    [("nb", "uten det en rådgiver har endret"), ("nn", "utan det ein rådgivar har endra")],
)
def test_a_comparison_says_that_it_is_without_the_adviser(
    real_site: Site, language: str, told: str
) -> None:
    """Where either case has a review; where none has, nothing is said of it."""

    def made() -> str:
        page = real_site.post(f"/{language}/eksempel/namsskogan")
        return page.response.request.path.removesuffix("rad")

    one, other = made(), made()
    assert told not in with_link(real_site, one, link_of(other)).text
    _review(real_site, other)
    assert told in with_link(real_site, one, link_of(other)).text
    assert told in with_link(real_site, other, link_of(one)).text
    assert told in real_site.get(other + "sammenlign").text
    assert told not in real_site.get(one + "sammenlign").text


def _review(site: Site, address: str) -> None:
    app = site.client.application.extensions["wizard"]
    stored = app.store.open(link_of(address), app.today())
    review = Review({"navn": "Kari", "rolle": "rådgiver", "vurdering": "Planen er god."})
    assert app.parts.save(stored, PartKind.REVIEW, kept(review), 0)


def test_a_case_file_is_compared(site: Site) -> None:
    """Its own figures count; a file that is none says what is wrong."""
    here, other = begun(site, svar_valget="a"), begun(site, svar_valget="b")
    content = site.client.get(other + "svarfil.json").data
    file = {"file": (BytesIO(content), "sak.json"), "med": "fil"}
    assert "Spørsmål valget? Før: B. Nå: A." in site.post(here + "sammenlign", file).text
    assert site.post(here + "sammenlign", {"med": "fil"}, 422).errors
    broken = {"file": (BytesIO(b"{"), "sak.json"), "med": "fil"}
    assert site.post(here + "sammenlign", broken, 422).errors


def test_the_same_case_is_compared_with_another_day(site: Site) -> None:
    """The older day comes first, whichever was asked for."""
    address = begun(site, svar_valget="a")
    day = "sammenlign?dag-dag={}&dag-maned={}&dag-ar={}"
    page = site.get(address + day.format(1, 5, 2024))
    assert page.heading == "Namsskogan, fra 1. mai 2024 til 22. november 2026"
    assert "«Den-gamle»: gjaldt til og med 1. januar 2025." in page.text
    page = site.get(address + day.format(1, 5, 2027))
    assert page.heading == "Namsskogan, fra 22. november 2026 til 1. mai 2027"
    for wrong in (("", "", ""), (31, 2, 2026), (1, 5, 2099), (1, 1, 26)):
        assert site.get(address + day.format(*wrong), 422).errors, wrong


def test_earlier_answers_are_listed_and_compared(site: Site, clock: Clock) -> None:
    """Each save that changed something, the last first, with its day."""
    address = begun(site, svar_valget="a")
    clock.today = clock.today.replace(day=25)
    site.fill_in(address + "tema/alt/1", {**FIRST, "svar_valget": "b"})
    page = site.get(address + "sammenlign")
    links = [a for a in page.all("a") if "?for=" in a.attributes["href"]]
    assert len(links) == 2
    assert "Før lagringen 25. november 2026 (ett svar)" in " ".join(links[0].text.split())
    page = site.get(links[0].attributes["href"])
    assert "Spørsmål valget? Før: A. Nå: B." in page.text
    assert "Ingenting blir endret" in site.get(address + "sammenlign?for=99").text


def test_an_old_page_compares_nothing(site: Site) -> None:
    """It keeps what was pasted."""
    address = begun(site)
    sent = {"lenke": "a" * 26, "med": "lenke"}
    page = site.post(address + "sammenlign", sent, 400, token=STALE)
    assert page.typed("lenke") == "a" * 26
