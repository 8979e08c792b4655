"""From the choice of a kommune by the short way to advice; doubts asked about once."""

import pytest
from pages import Page, Site

DOUBTED = "svar_uker_til_boligarbeid"


def test_the_short_way_leads_from_the_overview_to_the_advice(real_site: Site) -> None:
    """As many questions and pages as are promised, each saved, and advice at the end."""
    address = real_site.new_case()
    page = real_site.get(address)
    assert "12 spørsmål, om lag 5 minutter" in page.text
    where, met, number = page.ways["Ta den korte veien"], [], 0
    while "/kort/" in where:
        number += 1
        page = real_site.get(where)
        assert f"Side {number} av 5 · Namsskogan" in page.text
        met += page.unseen["spurt"]
        page = real_site.post(
            where, {**page.unseen, **first_choices(page), "svar_uker_til_boligarbeid": "8"}
        )
        where = page.response.request.path
    assert len(met) == len(set(met)) == 12
    assert where == f"{address}rad"
    assert number == 5
    overview = real_site.get(address)
    assert "Fortsett på den korte veien" in overview.ways  # the date, and what is typed


def first_choices(page: Page) -> dict[str, str]:
    """Return the first answer to each question that is answered by choosing."""
    boxes = [
        e.attributes for e in page.all("input") if e.attributes["type"] in {"radio", "checkbox"}
    ]
    plain = [each for each in boxes if each["value"] != "ja" or each["type"] == "radio"]
    return {each["name"]: each["value"] for each in reversed(plain)}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_an_answer_that_can_hardly_be_right_is_asked_about_once(
    real_site: Site, language: str
) -> None:
    """It is saved; the page says why it is doubted; the answers page goes on saying so."""
    address = real_site.new_case(language=language)
    figure = f"{address}sporsmal?bare=folketall&fra=svar"
    page = real_site.fill_in(figure, {"svar_folketall": "8030"})
    assert page.heading == "Stemmer dette?"
    (remark,) = page.all("div", class_="remark")
    assert "803" in remark.text
    assert (
        remark.attributes["id"]
        in page.one("input", name="svar_folketall").attributes["aria-describedby"]
    )
    where = page.response.request.full_path
    page = real_site.fill_in(where, {"svar_folketall": "8030"})
    assert page.response.request.path == f"{address}svar"
    (row,) = page.all("div", id="rad-folketall")
    assert " ".join(remark.text.split()) in " ".join(row.text.split())
    page = real_site.fill_in(figure, {"svar_folketall": "8030"})
    assert page.response.request.path == f"{address}svar"
    assert real_site.fill_in(figure, {"svar_folketall": "8031"}).heading == "Stemmer dette?"


def test_a_list_of_questions_is_asked_a_page_at_a_time(real_site: Site) -> None:
    """A link can name many; what nobody asks now is left out, and what is no question is lost."""
    address = real_site.new_case()
    facts = ("egne_penger", "boligansvarlig", "i_bruk_eldre", "robek", "rekruttering_stoppes")
    where = f"{address}sporsmal?" + "&".join(f"bare={fact}" for fact in facts)
    met = []
    while "/sporsmal" in where:
        page = real_site.get(where)
        met.append(page.unseen["spurt"])
        shown = real_site.post(where, page.unseen | {"svar_robek": "nei"})
        where = shown.response.request.full_path
    assert met == [["egne_penger", "boligansvarlig"], ["i_bruk_eldre"], ["robek"]]
    real_site.get(f"{address}sporsmal?bare=finnes-ikke", 404)
    real_site.get(f"{address}sporsmal", 404)
    real_site.get(f"{address}kort/9", 404)
