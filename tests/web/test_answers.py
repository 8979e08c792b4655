"""Answers are saved at each step, shown as they were given, and never demanded."""

import re

import pytest
from pages import Page, Site, link_of


def test_every_kind_of_answer_is_saved_in_canonical_form(site: Site) -> None:
    """Two pages, all kinds."""
    address = site.new_case()
    many = {"svar_valget": "b", "svar_ja_eller_nei": "nei", "svar_flere": ["en", "tre"]}
    assert site.fill_in(address + "tema/alt/1", {**many}).heading == "Tallene"
    numbers = {
        "svar_antall": "12",
        "svar_arsverket": "0,4",
        "svar_andelen": "9,2 %",
        "svar_belopet": "1 500 000 kr",
        "svar_aret": "2019",
        "svar_dagen-dag": "15",
        "svar_dagen-maned": "5",
        "svar_dagen-ar": "2027",
    }
    assert site.fill_in(address + "tema/tallene/1", numbers).heading == "Se over svarene"
    assert site.case_file(address)["svar"] == {
        "valget": "b",
        "ja_eller_nei": "nei",
        "flere": ["en", "tre"],
        "antall": "12",
        "arsverket": "0.4",
        "andelen": "9.2",
        "belopet": "1500000",
        "aret": "2019",
        "dagen": "2027-05-15",
    }


def test_what_was_answered_stands_there_when_one_comes_back(site: Site) -> None:
    """In the other language too."""
    address = site.new_case()
    site.fill_in(address + "tema/alt/1", {"svar_valget": "b", "svar_flere": ["to"]})
    site.fill_in(address + "tema/tallene/1", {"svar_belopet": "1500000", "svar_dagen-dag": ""})
    page = site.get(address.replace("/nb/", "/nn/") + "tema/alt/1")
    assert page.checked("svar_valget") == ["b"]
    assert page.checked("svar_flere") == ["to"]
    belopet = site.get(address + "tema/tallene/1").typed("svar_belopet")
    assert re.sub(r"\s", " ", belopet) == "1 500 000"


def test_nothing_is_demanded(site: Site) -> None:
    """A page can be sent empty; the answers stay unanswered."""
    address = site.new_case()
    assert site.fill_in(address + "tema/alt/1", {}).heading == "Tallene"
    assert site.case_file(address)["svar"] == {}


def test_dont_know_is_an_answer(site: Site) -> None:
    """For each kind of question, and it stands there afterwards."""
    address = site.new_case()
    site.fill_in(
        address + "tema/alt/1",
        {"svar_valget": "vet-ikke", "svar_flere-vet-ikke": "ja"},
    )
    site.fill_in(
        address + "tema/tallene/1",
        {"svar_antall-vet-ikke": "ja", "svar_dagen-vet-ikke": "ja"},
    )
    unknown = {"ukjent": True}
    assert site.case_file(address)["svar"] == {
        "valget": unknown,
        "flere": unknown,
        "antall": unknown,
        "dagen": unknown,
    }
    assert site.get(address + "tema/alt/1").checked("svar_valget") == ["vet-ikke"]
    check = site.get(address + "svar")
    assert "Dere svarte vet ikke på 4 spørsmål – dette betyr det" in check.text


def test_none_of_these_is_not_the_same_as_no_answer(site: Site) -> None:
    """It is stored as an empty list."""
    address = site.new_case()
    site.fill_in(address + "tema/alt/1", {"svar_flere-ingen-av-disse": "ja"})
    assert site.case_file(address)["svar"] == {"flere": []}
    page = site.get(address + "tema/alt/1")
    assert page.checked("svar_flere-ingen-av-disse") == ["ja"]


FIGURE = "sporsmal?bare=folketallet&anker=rad-folketallet&fra=tema&side=alt/1"


def test_figures_are_told_with_source_year_and_doubts_and_not_asked(site: Site) -> None:
    """The figure, where it is from, and why to be careful; no box before one wants to change it."""
    address = site.new_case()
    page = site.get(address + "tema/alt/1")
    assert "803 innbyggere Loven, 1. januar 2026" in page.text.replace("\u00a0", " ")
    assert "Små tall svinger mye." in page.text
    assert not page.all("input", name="svar_folketallet")
    assert page.ways["Endre Folketall"] == address + FIGURE
    one = site.get(address + FIGURE)
    assert one.typed("svar_folketallet") == "803"
    assert "Loven, 1. januar 2026." in one.text
    assert len(one.unseen["spurt"]) == 1


def test_a_figure_left_alone_is_not_an_answer_and_a_corrected_one_is(site: Site) -> None:
    """The correction is marked as the municipality's; emptying the box takes it back."""
    address = site.new_case()
    site.fill_in(address + FIGURE, {"svar_folketallet": "803"})
    assert site.case_file(address)["svar"] == {}
    page = site.fill_in(address + FIGURE, {"svar_folketallet": "810"})
    assert page.response.request.path == address + "tema/alt/1"
    assert site.case_file(address)["svar"] == {"folketallet": "810"}
    assert "Endret av kommunen" in site.get(address + "tema/alt/1").text
    site.fill_in(address + FIGURE, {"svar_folketallet": ""})
    assert site.case_file(address)["svar"] == {}


@pytest.mark.parametrize("where", ["tema/alt/1", FIGURE])
def test_a_correction_is_taken_back_by_one_button(site: Site, where: str) -> None:
    """On the list of figures, and where the figure stands alone; it lands on the row."""
    address = site.new_case()
    assert "Tilbakestill" not in site.get(address + where).text
    site.fill_in(address + FIGURE, {"svar_folketallet": "810"})
    page = site.get(address + where)
    assert "Tilbakestill til 803 innbyggere" in page.text.replace("\u00a0", " ")
    (button,) = page.all("button", name="tilbakestill")
    sent = {**page.unseen, "csrf_token": page.token, "tilbakestill": button.attributes["value"]}
    answer = site.client.post(address + where, data={**sent, "svar_folketallet": "810"})
    assert answer.location == address + "tema/alt/1#rad-folketallet"
    assert site.case_file(address)["svar"] == {}
    assert site.get(address + "tema/alt/1").all("div", id="rad-folketallet")


def test_a_figure_can_be_doubted(site: Site) -> None:
    """Ticking "vet ikke" beside a prefilled figure means: do not use it."""
    address = site.new_case()
    site.fill_in(address + FIGURE, {"svar_folketallet": "803", "svar_folketallet-vet-ikke": "ja"})
    assert site.case_file(address)["svar"] == {"folketallet": {"ukjent": True}}


def test_a_follow_up_is_asked_alone(site: Site) -> None:
    """Not by showing the same page again; and then on to the page after it."""
    address = site.new_case()
    theme = address + "tema/alt/1"
    assert not site.get(theme).all("input", name="svar_oppfolging")
    page = site.fill_in(theme, {"svar_valget": "a"})
    assert page.heading == "Svaret gir ett spørsmål til"
    assert page.unseen["spurt"] == ["oppfolging"]
    where = page.response.request.full_path
    assert page.ways["Tilbake"] == theme
    assert site.fill_in(where, {"svar_oppfolging": "b"}).heading == "Tallene"
    assert site.case_file(address)["svar"] == {"valget": "a", "oppfolging": "b"}
    assert site.fill_in(theme, {"svar_valget": "a"}).heading == "Tallene"


def test_an_answer_that_no_longer_applies_is_kept(site: Site) -> None:
    """It is not asked and not shown, and stands there again when it applies again."""
    address = site.new_case()
    theme = address + "tema/alt/1"
    site.fill_in(theme, {"svar_valget": "a"})
    site.fill_in(theme, {"svar_valget": "a", "svar_oppfolging": "b"})
    site.fill_in(theme, {"svar_valget": "b", "svar_oppfolging": "b"})
    assert not site.get(theme).all("input", name="svar_oppfolging")
    assert "Navn oppfolging" not in site.get(address + "svar").text
    assert site.case_file(address)["svar"]["oppfolging"] == "b"
    page = site.fill_in(theme, {"svar_valget": "a"})
    assert page.checked("svar_oppfolging") == ["b"]


def test_every_way_to_change_an_answer_leads_to_it_and_back_to_its_row(site: Site) -> None:
    """All rows of the answers page: each question stands alone, and its row is there."""
    address = site.new_case()
    site.fill_in(address + "tema/alt/1", {"svar_valget": "a"})
    rows = site.get(address + "svar")
    change = {each: to for each, to in rows.ways.items() if "sporsmal?" in to}
    assert len(change) == 14
    for to in change.values():
        page = site.get(to)
        (fact,) = page.unseen["spurt"]
        sent = {**page.unseen, "csrf_token": page.token}
        there = site.client.post(to, data=sent | site_sends(page, fact)).location
        assert there == f"{address}svar?siden=2#rad-{fact}"
        assert rows.all("div", id=f"rad-{fact}")


def site_sends(page: Page, fact: str) -> dict[str, str]:
    """Return what stands in the boxes of a question, so that nothing is changed."""
    boxes = [each.attributes for each in page.all("input") if fact in each.attributes["name"]]
    sent = [each for each in boxes if each.get("type") == "text" or "checked" in each]
    return {each["name"]: each["value"] for each in sent}


def test_the_overview_and_the_menu_tell_how_far_each_theme_is(site: Site) -> None:
    """So many of so many, by the same count; and what to do next."""
    address = site.new_case()
    assert "Alt 2 av 7 besvart" in site.get(address).text
    assert "Kort vei" in site.get(address).text
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "3", "svar_aret-vet-ikke": "ja"})
    page = site.get(address)
    assert "Tallene 2 av 6 besvart" in page.text
    assert page.ways["Fortsett på den korte veien"].startswith(address + "kort/")
    assert site.get(address + "tema/").response.request.path == address + "tema/alt/1"
    assert "Tallene 2 av 6 besvart" in site.get(address + "tema/alt/1").text


def test_the_save_page_gives_two_links(site: Site) -> None:
    """One to answer with, one to read with; the reader cannot write."""
    address = site.new_case()
    page = site.get(address + "lagre")
    boxes = [a.attributes["href"] for a in page.all("a", class_="link-box ds-link")]
    assert link_of(boxes[0]) == link_of(address)
    reading = boxes[1].removeprefix("http://localhost")
    assert "20. februar 2027" in page.text
    assert link_of(address) not in site.get(reading).html
    assert site.get(reading + "tema/alt/1").heading == "Se over svarene"
    site.get(reading + "slett", 403)
    for path in ("slett", "notat", "tema/alt/1"):
        site.post(reading + path, {"svar_valget": "a"}, 403)
    site.get(reading + "rad")
    site.get(reading + "notat")


def test_a_question_that_came_since_is_not_taken_for_blank(site: Site) -> None:
    """A tab that was open before the follow-up came does not wipe its answer out."""
    address = site.new_case() + "tema/alt/1"
    before = site.get(address).unseen
    site.fill_in(address, {"svar_valget": "a"})
    site.fill_in(address, {"svar_valget": "a", "svar_oppfolging": "b"})
    site.post(address, {**before, "svar_valget": "a"})
    assert site.get(address).checked("svar_oppfolging") == ["b"]


def test_a_figure_that_is_corrected_leads_back_to_its_row(site: Site) -> None:
    """So that the next one can be corrected too; what is new is asked first, as ever."""
    address = site.new_case()
    where = site.get(address + "tema/alt/1").ways["Endre Folketall"]
    page = site.get(where)
    sent = {**page.unseen, "csrf_token": page.token, "svar_folketallet": "800"}
    answer = site.client.post(where, data=sent)
    assert answer.location == f"{address}tema/alt/1#rad-folketallet"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_an_answer_that_is_changed_is_said_to_be_saved(site: Site, language: str) -> None:
    """At its row, with the way to what it moved; nothing is said of the others, or later."""
    told = {"nb": "Lagret.", "nn": "Lagra."}[language]
    address = site.new_case(language=language)
    site.fill_in(address + "tema/alt/1", {"svar_valget": "b", "svar_ja_eller_nei": "nei"})
    where = f"{address}sporsmal?bare=ja_eller_nei&fra=svar"
    page = site.get(where)
    sent = {**page.unseen, "csrf_token": page.token, "svar_ja_eller_nei": "ja"}
    answer = site.client.post(where, data=sent)
    assert answer.location == f"{address}svar?siden=2#rad-ja_eller_nei"
    page = site.get(answer.location)
    (row,) = page.all("div", id="rad-ja_eller_nei")
    assert told in row.text
    moved = [a.attributes["href"] for a in page.all("a") if "/rad?siden=" in a.attributes["href"]]
    assert moved == [f"{address}rad?siden=2"] * 3  # at the row, and by both buttons
    assert page.all("p", role="status")
    for odd in ("", "?siden=9", "?siden=x", "?siden=-1"):
        assert told not in site.get(f"{address}svar{odd}").text
