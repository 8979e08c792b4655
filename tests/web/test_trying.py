"""What if: another answer is tried on a copy, and saved only when somebody says so."""

from typing import Any

import pytest
from pages import STALE, Page, Site, link_of

from wizard.web.logs import strip

FIRST = {"svar_folketallet": "803", "svar_andel_gamle": "9,2"}


def begun(site: Site, language: str = "nb") -> str:
    """Return a case with two answers."""
    address = site.new_case(language=language)
    answers = {"svar_valget": "a", "svar_ja_eller_nei": "nei"}
    site.fill_in(address + "tema/alt/1", {**FIRST, **answers})
    return address


def sent(page: Page) -> dict[str, Any]:
    """Return what the button that saves sends."""
    found: dict[str, Any] = {}
    for each in page.all("input", type="hidden"):
        name = each.attributes["name"]
        if name != "csrf_token":
            found.setdefault(name, []).append(each.attributes["value"])
    return {name: list(dict.fromkeys(values)) for name, values in found.items()}


TRY_YES = "hva-hvis?spurt=ja_eller_nei&svar_ja_eller_nei=ja&vis=ja"


def test_one_question_is_chosen_tried_and_saved(site: Site) -> None:
    """Nothing is saved on the way; the advice then says what moved."""
    address = begun(site)
    site.client.get(address + "rad")
    page = site.get(address + "hva-hvis")
    assert "ja_eller_nei" in [each.attributes["value"] for each in page.all("input")]
    page = site.get(address + "hva-hvis?sporsmal=ja_eller_nei")
    assert page.checked("svar_ja_eller_nei") == ["nei"]
    page = site.get(address + TRY_YES)
    assert page.heading == "Dette ville flyttet seg"
    assert "Tiltaket «Ordningen» gikk fra «Mulig når …» til" in page.text
    assert page.checked("svar_ja_eller_nei") == ["ja"]
    assert site.case_file(address)["svar"]["ja_eller_nei"] == "nei"
    after = site.post(address + "hva-hvis", sent(page))
    assert site.case_file(address)["svar"]["ja_eller_nei"] == "ja"
    assert "Dette endret seg" in after.text


def test_several_answers_are_tried_at_once(site: Site) -> None:
    """Those that are not on the page stay as they are."""
    address = begun(site)
    both = "spurt=ja_eller_nei&svar_ja_eller_nei=ja&spurt=valget&svar_valget=b&vis=ja"
    page = site.get(f"{address}hva-hvis?{both}")
    assert "Spørsmål valget?" in page.text
    site.post(address + "hva-hvis", sent(page))
    answers = site.case_file(address)["svar"]
    assert (answers["valget"], answers["ja_eller_nei"]) == ("b", "ja")
    assert "oppfolging" not in answers


def test_a_need_is_tried_as_the_first(site: Site) -> None:
    """And saved with the others behind it."""
    address = begun(site, "nn")
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "4500"})
    page = site.get(address + "hva-hvis?prioritet=ja")
    assert len(page.all("input", name="haster")) == 4
    page = site.get(address + "hva-hvis?prioritet=ja&haster=folk&vis=ja")
    assert "Det som hastar mest: før vår rekkjefølgje, no «folk»." in page.text
    assert "prioritering" not in site.case_file(address)
    site.post(address + "hva-hvis", sent(page))
    assert site.case_file(address)["prioritering"] == ["folk"]


@pytest.mark.parametrize(
    ("language", "told", "save", "leave"),
    [
        (
            "nb",
            "Dette er bare en prøve. Svarene i saken er som før, til dere velger å lagre",
            "Lagre svaret i saken",
            "Gå til rådene uten å lagre",
        ),
        (
            "nn",
            "Dette er berre ei prøve. Svara i saka er som før, til de vel å lagre",
            "Lagre svaret i saka",
            "Gå til råda utan å lagre",
        ),
    ],
)
def test_it_is_plain_what_is_tried_and_what_is_saved(
    site: Site, language: str, told: str, save: str, leave: str
) -> None:
    """What is tried is called so; one button saves it in the case, and one leads on without."""
    address = begun(site).replace("/nb/", f"/{language}/")
    before = site.case_file(address)["svar"]
    page = site.get(address + TRY_YES)
    assert told in page.text
    assert save in page.text
    assert leave in page.text
    assert site.case_file(address)["svar"] == before


def test_a_number_that_cannot_be_read_keeps_what_was_typed(site: Site) -> None:
    """With the message at the field, as on the page of questions."""
    address = begun(site)
    page = site.get(address + "hva-hvis?spurt=antall&svar_antall=mange&vis=ja", 422)
    assert page.errors
    assert page.typed("svar_antall") == "mange"


def test_the_same_answer_moves_nothing(site: Site) -> None:
    """And there is nothing to save."""
    address = begun(site)
    page = site.get(address + TRY_YES.replace("nei=ja", "nei=nei"))
    assert "Ingenting er endret." in page.text
    assert "Lagre svaret i saken" not in page.text


def test_what_somebody_else_answered_meanwhile_is_not_overwritten(site: Site) -> None:
    """Neither an answer nor the choice of what matters most; both are told."""
    address = begun(site)
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "4500"})
    page = site.get(address + TRY_YES.replace("nei=ja", "nei=vet-ikke"))
    first = site.get(address + "hva-hvis?prioritet=ja&haster=folk&vis=ja")
    theirs = {"svar_valget": "a", "svar_ja_eller_nei": "ja"}
    site.fill_in(address + "tema/alt/1", {**FIRST, **theirs})
    site.post(address + "prioritering", {"viktigst": "hus", "seen": ""})
    refused = site.post(address + "hva-hvis", sent(page), 409)
    assert "Noen andre har svart «Ja» mens denne siden sto åpen." in refused.text
    assert site.case_file(address)["svar"]["ja_eller_nei"] == "ja"
    refused = site.post(address + "hva-hvis", sent(first), 409)
    assert "Hva som haster mest: Noen andre har svart" in refused.text
    assert site.case_file(address)["prioritering"] == ["hus"]


def test_what_cannot_be_chosen_leads_to_the_choice(site: Site) -> None:
    """Questions that are not there or not asked, and a need that is not there."""
    address = begun(site)
    for odd in ("sporsmal=finnes-ikke", "sporsmal=", "vis=ja", "haster=folk"):
        assert "Velg ett eller flere svar" in site.get(f"{address}hva-hvis?{odd}").text


def test_a_reader_tries_but_cannot_save(site: Site) -> None:
    """The page has no such button, and sending the form is refused."""
    address = begun(site)
    app = site.client.application.extensions["wizard"]
    stored = app.store.open(link_of(address), app.today())
    reading = address.replace(stored.link, stored.reading_link)
    page = site.get(reading + TRY_YES)
    assert "Tiltaket «Ordningen» gikk fra" in page.text
    assert "Lagre svaret i saken" not in page.text
    assert "Svarene i saken er som før." in page.text
    site.post(reading + "hva-hvis", sent(page), 403)


def test_an_old_page_saves_nothing_and_keeps_what_was_tried(site: Site) -> None:
    """The message says what to do."""
    address = begun(site)
    page = site.get(address + TRY_YES)
    refused = site.post(address + "hva-hvis", sent(page), 400, token=STALE)
    assert refused.checked("svar_ja_eller_nei") == ["ja"]
    assert site.case_file(address)["svar"]["ja_eller_nei"] == "nei"


def test_what_is_tried_is_not_logged(site: Site) -> None:
    """The address has the answer in it; the line of the log has nothing after the link."""
    address = begun(site)
    told = strip(f'"GET {address}{TRY_YES} HTTP/1.1" 200 -')
    assert told == '"GET /nb/sak/… HTTP/1.1" 200 -'
