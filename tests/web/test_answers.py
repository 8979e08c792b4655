"""Answers are saved at each step, shown as they were given, and never demanded."""

import json
import re
from typing import Any

import pytest
from pages import Site, link_of

FIRST = {"svar_folketallet": "803", "svar_andel_gamle": "9,2"}


def saved(site: Site, address: str) -> dict[str, Any]:
    """Return the answers in the case file."""
    content: dict[str, Any] = json.loads(site.get(address + "svarfil.json").html)
    answers: dict[str, Any] = content["svar"]
    return answers


def test_every_kind_of_answer_is_saved_in_canonical_form(site: Site) -> None:
    """Two pages, all kinds."""
    address = site.new_case()
    many = {"svar_valget": "b", "svar_ja_eller_nei": "nei", "svar_flere": ["en", "tre"]}
    assert site.fill_in(address + "tema/alt/1", {**FIRST, **many}).heading == "Tallene"
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
    assert saved(site, address) == {
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
    site.fill_in(address + "tema/alt/1", {**FIRST, "svar_valget": "b", "svar_flere": ["to"]})
    site.fill_in(address + "tema/tallene/1", {"svar_belopet": "1500000", "svar_dagen-dag": ""})
    page = site.get(address.replace("/nb/", "/nn/") + "tema/alt/1")
    assert page.checked("svar_valget") == ["b"]
    assert page.checked("svar_flere") == ["to"]
    belopet = site.get(address + "tema/tallene/1").typed("svar_belopet")
    assert re.sub(r"\s", " ", belopet) == "1 500 000"


def test_nothing_is_demanded(site: Site) -> None:
    """A page can be sent empty; the answers stay unanswered."""
    address = site.new_case()
    assert site.fill_in(address + "tema/alt/1", FIRST).heading == "Tallene"
    assert saved(site, address) == {}


def test_dont_know_is_an_answer(site: Site) -> None:
    """For each kind of question, and it stands there afterwards."""
    address = site.new_case()
    site.fill_in(
        address + "tema/alt/1",
        {**FIRST, "svar_valget": "vet-ikke", "svar_flere-vet-ikke": "ja"},
    )
    site.fill_in(
        address + "tema/tallene/1",
        {"svar_antall-vet-ikke": "ja", "svar_dagen-vet-ikke": "ja"},
    )
    unknown = {"ukjent": True}
    assert saved(site, address) == {
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
    site.fill_in(address + "tema/alt/1", {**FIRST, "svar_flere-ingen-av-disse": "ja"})
    assert saved(site, address) == {"flere": []}
    page = site.get(address + "tema/alt/1")
    assert page.checked("svar_flere-ingen-av-disse") == ["ja"]


def test_figures_are_shown_with_source_year_and_doubts(site: Site) -> None:
    """The figure, where it is from, and why to be careful."""
    page = site.get(site.new_case() + "tema/alt/1")
    assert page.typed("svar_folketallet") == "803"
    assert page.typed("svar_andel_gamle") == "9,2"
    assert "Loven, 1. januar 2026." in page.text
    assert "Små tall svinger mye." in page.text


def test_a_figure_left_alone_is_not_an_answer_and_a_corrected_one_is(site: Site) -> None:
    """The correction is marked as the municipality's; emptying the box takes it back."""
    address = site.new_case()
    site.fill_in(address + "tema/alt/1", {"svar_folketallet": "810", "svar_andel_gamle": "9,2"})
    assert saved(site, address) == {"folketallet": "810"}
    page = site.get(address + "tema/alt/1")
    assert page.typed("svar_folketallet") == "810"
    assert "Endret av kommunen" in page.text
    site.fill_in(address + "tema/alt/1", {"svar_folketallet": "", "svar_andel_gamle": "9,2"})
    assert saved(site, address) == {}


def test_a_figure_can_be_doubted(site: Site) -> None:
    """Ticking "vet ikke" beside a prefilled figure means: do not use it."""
    address = site.new_case()
    site.fill_in(address + "tema/alt/1", {**FIRST, "svar_folketallet-vet-ikke": "ja"})
    assert saved(site, address) == {"folketallet": {"ukjent": True}}


def test_a_follow_up_is_asked_when_it_applies(site: Site) -> None:
    """The same page comes back with the new question, and says so."""
    address = site.new_case()
    theme = address + "tema/alt/1"
    assert not site.get(theme).all("input", name="svar_oppfolging")
    page = site.fill_in(theme, {**FIRST, "svar_valget": "a"})
    assert page.heading == "Alt"
    assert "gir ett spørsmål til på denne siden" in page.text
    assert page.all("input", name="svar_oppfolging")
    assert page.checked("svar_valget") == ["a"]


def test_an_answer_that_no_longer_applies_is_kept(site: Site) -> None:
    """It is not asked and not shown, and stands there again when it applies again."""
    address = site.new_case()
    theme = address + "tema/alt/1"
    site.fill_in(theme, {**FIRST, "svar_valget": "a"})
    site.fill_in(theme, {**FIRST, "svar_valget": "a", "svar_oppfolging": "b"})
    site.fill_in(theme, {**FIRST, "svar_valget": "b", "svar_oppfolging": "b"})
    assert not site.get(theme).all("input", name="svar_oppfolging")
    assert "Navn oppfolging" not in site.get(address + "svar").text
    assert saved(site, address)["oppfolging"] == "b"
    page = site.fill_in(theme, {**FIRST, "svar_valget": "a"})
    assert page.checked("svar_oppfolging") == ["b"]


def test_changing_an_answer_leads_back_to_the_answers(site: Site) -> None:
    """The link "Endre" goes to the question and returns."""
    address = site.new_case()
    links = site.get(address + "svar").all("a", class_="ds-link")
    change = [a.attributes["href"] for a in links if "Navn valget" in a.text]
    (to,) = change
    assert to.endswith("/tema/alt/1?fra=svar#svar_valget")
    page = site.fill_in(to.partition("#")[0], {**FIRST, "svar_valget": "b"})
    assert page.heading == "Se over svarene"


@pytest.mark.parametrize(
    ("button", "heading"),
    [("videre", "Se over svarene"), ("forrige", "Alt"), ("lagre", "Vi har lagret svarene")],
)
def test_each_button_saves_and_leads_where_it_says(site: Site, button: str, heading: str) -> None:
    """Going back and leaving save as well."""
    address = site.new_case()
    page = site.fill_in(address + "tema/tallene/1", {"svar_antall": "3", "ga": button})
    assert page.heading == heading
    assert saved(site, address) == {"antall": "3"}


def test_the_overview_tells_how_far_each_theme_is(site: Site) -> None:
    """Not started, begun, done."""
    address = site.new_case()
    assert site.get(address).text.count("Ikke startet") == 2
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "3"})
    assert site.get(address).text.count("Påbegynt") == 1


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
    site.fill_in(address, {**FIRST, "svar_valget": "a"})
    site.fill_in(address, {**FIRST, "svar_valget": "a", "svar_oppfolging": "b"})
    site.post(address, {**before, **FIRST, "svar_valget": "a"})
    assert site.get(address).checked("svar_oppfolging") == ["b"]
