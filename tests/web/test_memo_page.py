"""The memo's page: the municipality's own words, cleaned or refused, and safe with two editors."""

import pytest
from flask import Flask
from memo_page import change, other_language, standing
from pages import STALE, Page, Site, link_of

WORD = (
    "\ufeffVi har:\x0b\uf0b7\ttomter\x0b"
    "\uf0b7\tde\ufb01nerte ma\u030al\u00ad for bo\u200bliger\u2028Ja!"
)
MEANT = "Vi har:\n•\ttomter\n•\tdefinerte mål for boliger\nJa!"


def conflict(site: Site, colleague: Site, address: str, theirs: str = "B") -> Page:
    """Let a colleague save while one has the page open; return what one's own save then gets."""
    old = site.get(address)
    change(colleague, address, colleague.get(address), vurdering=theirs)
    return change(site, address, old, 409, vurdering="Tekst A")


@pytest.fixture
def address(site: Site) -> str:
    """Return the address of a case's memo page."""
    return site.new_case() + "notat"


# Two browsers at once: neither keeps its last request open, as the one that most tests use does.
@pytest.fixture
def site(app: Flask) -> Site:
    """Give a browser on the site."""
    return Site(app.test_client())


@pytest.fixture
def colleague(app: Flask) -> Site:
    """Give another browser on the same site. Its cookies are its own."""
    return Site(app.test_client())


def test_own_words_and_language_are_kept_for_the_memo(site: Site) -> None:
    """The memo is in the language chosen, with the words of the municipality, called the same."""
    address = site.new_case()
    words = "Vi er få.\r\nŊuorra på plass."
    page = site.post(address + "notat", {"language": "nn", "vurdering": words})
    assert page.one("label", for_="vurdering").text.startswith("Egen vurdering")
    assert "Lagret" in page.text
    assert page.checked("language") == ["nn"]
    memo = site.client.get(address + "notat.html").get_data(as_text=True)
    assert '<html lang="nn"' in memo
    assert "Ŋuorra på plass." in memo
    assert "<h2>Eiga vurdering</h2>" in memo
    site.post(address + "notat", {"language": "se", "vurdering": words}, 422)


def test_what_word_puts_on_the_clipboard_is_cleaned(site: Site, address: str) -> None:
    """Bullets, ligatures, line breaks and what nobody sees: the memo has what was meant."""
    assert "Lagret" in site.post(address, {"language": "nb", "vurdering": WORD}).text
    assert standing(site.get(address))["vurdering"] == MEANT
    memo = site.client.get(address + ".html").get_data(as_text=True)
    assert "definerte mål for boliger" in memo
    answer = site.client.get(address + ".pdf")
    assert answer.data.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vi vil 🏡 dette", "tegnet U+1F3E1 (🏡) i «Vi vil 🏡 dette»"),
        ("a\u202eb", "tegnet U+202E i «a[U+202E]b»"),
        ("en \ue000 sak", "tegnet U+E000 i «en [U+E000] sak»"),
        ("Жилье", "tegnet U+0416 (Ж) i «Жилье»; tegnet U+0438"),
        ("x" * 1501, "1501 tegn"),
    ],
)
def test_what_paper_cannot_show_is_named_with_the_words_around(
    site: Site, address: str, text: str, said: str
) -> None:
    """Each character by its number; the text stays in the box, and nothing is saved."""
    page = site.post(address, {"language": "nb", "vurdering": text}, 422)
    assert said in page.errors[0]
    assert standing(page)["vurdering"] == text
    assert standing(site.get(address))["vurdering"] == ""
    nynorsk = site.post(address.replace("/nb/", "/nn/"), {"vurdering": text}, 422)
    assert said.replace("tegn", "teikn") in " ".join(nynorsk.errors)


def test_bytes_that_are_no_text_break_nothing(site: Site, address: str) -> None:
    """Half an emoji, alone, is no text in any encoding; it stands there by the codes sent."""
    body = b"language=nb&vurdering=x%ED%A0%BDy&csrf_token=" + site.token().encode()
    site.client.post(address, data=body, content_type="application/x-www-form-urlencoded")
    assert standing(site.get(address))["vurdering"] == "x%ED%A0%BDy"


def test_old_texts_do_not_cost_anybody_the_memo(app: Flask, site: Site, address: str) -> None:
    """What was stored before such a thing was refused is printed by its number."""
    store = app.extensions["wizard"].store
    stored = store.open(link_of(address), app.extensions["wizard"].today())
    store.save_texts(stored, {"vurdering": "Bra 😀 \u202eom"}, {}, stored.used_on)
    assert "Bra [U+1F600] [U+202E]om" in site.client.get(address + ".html").get_data(as_text=True)
    answer = site.client.get(address + ".pdf")
    assert answer.data.startswith(b"%PDF-")
    assert "Lagret" in change(site, address, site.get(address), language="nn").text


def test_the_language_of_the_page_brings_along_what_is_typed(
    site: Site, colleague: Site, address: str
) -> None:
    """Nothing is saved, checked or lost, and what others save meanwhile is still seen."""
    page = site.get(address)
    for text in ("Vi er få.", "x" * 1501):
        page = change(site, other_language(page), page, vurdering=text, language="nn", ga="sprak")
        assert page.one("html").attributes["lang"] == "nn"
        assert standing(page)["vurdering"] == text
        assert page.checked("language") == ["nn"]
        assert page.errors == []
        page = change(site, other_language(page), page, ga="sprak")
        assert page.one("html").attributes["lang"] == "nb"
        assert standing(page)["vurdering"] == text
    assert standing(site.get(address))["vurdering"] == ""
    change(colleague, address, colleague.get(address), vurdering="B")
    page = change(site, other_language(page), page, ga="sprak", vurdering="A")
    nynorsk = page.one("form").attributes["action"]
    page = change(site, nynorsk, page, 409)
    page = change(site, other_language(page), page, ga="sprak")
    assert "Egen vurdering: lagret av noen andre" in page.text
    assert "Lagret" in change(site, address, page).text


def test_the_language_of_a_page_without_a_form_is_a_link(site: Site, address: str) -> None:
    """Whoever only reads types nothing."""
    boxes = [
        each.attributes["href"]
        for each in site.get(address.replace("notat", "lagre")).all("a", class_="link-box ds-link")
    ]
    page = site.get(boxes[1].removeprefix("http://localhost") + "notat")
    assert page.all("button") == []
    assert page.all("a", hreflang="nn")


def test_another_setting_in_an_old_tab_leaves_a_colleagues_text(
    site: Site, colleague: Site, address: str
) -> None:
    """One has the page open while another writes; then the first changes only the language."""
    old = site.get(address)
    change(colleague, address, colleague.get(address), vurdering="Tekst fra\nkollega B")
    page = change(site, address, old, language="nn")
    assert "Lagret" in page.text
    assert page.checked("language") == ["nn"]
    assert standing(page)["vurdering"] == "Tekst fra\nkollega B"


def test_a_text_in_an_old_tab_leaves_a_colleagues_language(
    site: Site, colleague: Site, address: str
) -> None:
    """And the other way round."""
    old = site.get(address)
    change(colleague, address, colleague.get(address), language="nn")
    page = change(site, address, old, vurdering="Vi er få.")
    assert page.checked("language") == ["nn"]
    assert standing(page)["vurdering"] == "Vi er få."


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_two_texts_are_both_shown_and_nothing_is_lost(
    site: Site, colleague: Site, language: str
) -> None:
    """409: the saved one below, one's own in the box; once more saves what stands in the box."""
    address = site.new_case(language=language) + "notat"
    page = conflict(site, colleague, address, "B,\nto liner")
    assert {"nb": "Noen andre har lagret", "nn": "Nokon andre har lagra"}[language] in page.errors[
        0
    ]
    assert standing(page)["vurdering"] == "Tekst A"
    assert "B," in page.text
    assert "to liner" in page.text
    assert standing(colleague.get(address))["vurdering"] == "B,\nto liner"
    page = change(site, address, page, vurdering="Tekst A og B")
    assert standing(page)["vurdering"] == "Tekst A og B"


def test_a_memo_in_the_other_language_says_so_beside_the_download(real_site: Site) -> None:
    """And why, where the kommune has decided it; nothing is said where nobody would wonder."""
    vinje = real_site.new_case("4036") + "notat"  # nynorsk
    assert "Notatet blir på nynorsk, målformen til kommunen." in real_site.get(vinje).text
    assert "Notatet blir" not in real_site.get(vinje.replace("/nb/", "/nn/")).text
    neutral = real_site.new_case() + "notat"
    assert "Notatet blir" not in real_site.get(neutral).text
    page = real_site.get(neutral.replace("/nb/", "/nn/"))
    assert "Notatet blir på bokmål. Endre målforma nedanfor" in page.text
    assert [a for a in page.all("a", href="#language") if a.text]


def test_a_third_who_writes_meanwhile_is_seen_too(
    site: Site, colleague: Site, address: str
) -> None:
    """The page of the conflict is made from what was saved then, and no later."""
    page = conflict(site, colleague, address)
    change(colleague, address, colleague.get(address), vurdering="B igjen")
    assert "B igjen" in change(site, address, page, 409, vurdering="Tekst A").text


@pytest.mark.parametrize("theirs", ["Tekst fra B", ""])
@pytest.mark.parametrize("refused", ["x" * 1501, "Vi vil 🏡 dette"])
def test_a_conflict_stays_on_the_page_until_it_is_settled(
    site: Site, colleague: Site, address: str, theirs: str, refused: str
) -> None:
    """A merged text that is refused, and a stale page, leave the stored text where it stood."""
    change(site, address, site.get(address), vurdering="Først")
    page = conflict(site, colleague, address, theirs)
    page = change(site, address, page, 422, vurdering=refused)
    assert (theirs or "Noen andre har tømt feltet.") in page.text
    page = site.post(address, standing(page), 400, token=STALE)
    assert (theirs or "Noen andre har tømt feltet.") in page.text
    page = change(site, address, page, vurdering="Tekst A og B")
    assert "Lagret" in page.text
    assert "lagret av noen andre" not in page.text


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_only_the_pages_own_button_settles_a_conflict(
    site: Site, colleague: Site, language: str
) -> None:
    """On the way to a file or a page it is told once more; left without it, theirs stands."""
    address = site.new_case(language=language) + "notat"
    page = conflict(site, colleague, address)
    for ga in (f"{address}.pdf", address.replace("notat", "rad")):
        page = change(site, address, page, 409, saksnummer="26/1", ga=ga)
        assert "B" in page.text
        assert standing(page)["vurdering"] == "Tekst A"
        there = standing(colleague.get(address))
        assert (there["vurdering"], there["saksnummer"]) == ("B", "26/1")
    left = change(site, address, page, uten=address.replace("notat", "rad"))
    assert left.response.request.path.endswith("/rad")
    assert standing(colleague.get(address))["vurdering"] == "B"
    assert standing(change(site, address, page))["vurdering"] == "Tekst A"


def test_a_third_who_writes_while_a_merged_text_is_refused_is_seen_too(
    site: Site, colleague: Site, address: str
) -> None:
    """The newest text stands on the page, and the next save is asked once more."""
    page = conflict(site, colleague, address)
    change(colleague, address, colleague.get(address), vurdering="B igjen")
    page = change(site, address, page, 422, vurdering="x" * 1501)
    assert "B igjen" in page.text
    page = change(site, address, page, 409, vurdering="A og B")
    assert "Lagret" in change(site, address, page, vurdering="A og B igjen").text


def test_what_is_refused_without_a_conflict_shows_no_other_text(site: Site, address: str) -> None:
    """One's own saved text is nobody else's."""
    page = change(site, address, site.get(address), vurdering="Vi er få.")
    page = change(site, address, page, 422, vurdering="x" * 1501)
    assert "lagret av noen andre" not in page.text


def test_a_text_that_a_colleague_took_away_does_not_come_back_unstanding(
    site: Site, colleague: Site, address: str
) -> None:
    """Left alone in an old tab it stays away; changed there, the sender is asked."""
    change(site, address, site.get(address), vurdering="Tekst A")
    old = site.get(address)
    change(colleague, address, colleague.get(address), vurdering="")
    assert standing(change(site, address, old, language="nn"))["vurdering"] == ""
    page = change(site, address, old, 409, vurdering="Tekst A, endret")
    assert "Noen andre har tømt feltet" in page.errors[0]
    assert standing(page)["vurdering"] == "Tekst A, endret"


def test_the_same_text_from_two_is_no_conflict(site: Site, colleague: Site, address: str) -> None:
    """Both are told that it is saved."""
    old = site.get(address)
    change(colleague, address, colleague.get(address), vurdering="Vi er få.")
    assert "Lagret" in change(site, address, old, vurdering="Vi er få.").text


def test_a_stale_page_keeps_text_language_and_what_it_was_made_from(
    site: Site, address: str
) -> None:
    """Without a good token nothing is saved; sent once more, it is."""
    data = {**standing(site.get(address)), "vurdering": "Vi er få.", "language": "nn"}
    page = site.post(address, data, 400, token=STALE)
    assert standing(page) == data
    assert standing(site.post(address, standing(page)))["vurdering"] == "Vi er få."
