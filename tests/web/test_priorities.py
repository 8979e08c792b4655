"""Which needs matter most: chosen, changed, taken back; never asked for on the way."""

from io import BytesIO

import pytest
from pages import Page, Site

PAGE = "prioritering"
BOXES = ("viktigst", "nest", "tredje")


def choose(site: Site, address: str, *needs: str, status: int = 200, **more: str) -> Page:
    """Open the page, choose needs, and send it."""
    seen = site.get(address + PAGE).typed("seen")
    return site.post(
        address + PAGE, {**dict(zip(BOXES, needs, strict=False)), "seen": seen, **more}, status
    )


def chosen(page: Page) -> list[str]:
    """Return what the boxes of the page say."""
    options = page.all("option")
    return [each.attributes["value"] for each in options if "selected" in each.attributes]


def test_what_matters_most_is_chosen_changed_and_taken_back(site: Site) -> None:
    """It stands with the needs, in the file, and on the page when one comes back."""
    address = site.new_case()
    assert "Velg hva som haster mest" in site.get(address + "rad").text
    page = choose(site, address, "tomter", "hus")
    assert page.response.request.path == address + "rad"
    assert "Dette haster mest hos dere, det viktigste først: «tomter» og «hus»." in page.text
    assert "Endre hva som haster mest" in page.text
    assert site.case_file(address).get("prioritering") == ["tomter", "hus"]
    assert chosen(site.get(address + PAGE)) == ["tomter", "hus"]
    assert "Dette haster mest hos dere: «folk»." in choose(site, address, "folk").text
    assert "Dere har ikke sagt hva som haster mest." in choose(site, address, ga="fjern").text
    assert site.case_file(address).get("prioritering") is None


def test_boxes_left_empty_are_no_choice(site: Site) -> None:
    """Also where something was chosen before; a gap closes."""
    address = site.new_case()
    choose(site, address, "", "hus", "folk")
    assert site.case_file(address).get("prioritering") == ["hus", "folk"]
    choose(site, address, "", "", "")
    assert site.case_file(address).get("prioritering") is None


def test_not_knowing_is_a_choice(site: Site) -> None:
    """It says what comes of it, and the box is ticked when one comes back."""
    address = site.new_case(language="nn")
    page = choose(site, address, vet_ikke="ja")
    assert "De veit ikkje kva som hastar mest. Då bruker vi rekkjefølgja vår." in page.text
    assert site.case_file(address).get("prioritering") == "vet_ikke"
    assert site.get(address + PAGE).checked("vet_ikke") == ["ja"]


@pytest.mark.parametrize(
    ("needs", "more", "said"),
    [
        (("hus", "hus"), {}, "Nest viktigst: Behovet er allerede valgt over."),
        (("hus", "", "hus"), {}, "Tredje viktigst: Behovet er allerede valgt over."),
        (("annet",), {}, "Viktigst: Velg et av behovene i listen."),
        (("hus",), {"vet_ikke": "ja"}, "Hva som haster mest: Dere har både svart og krysset"),
    ],
)
def test_what_cannot_be_chosen_is_explained_and_stands(
    site: Site, needs: tuple[str, ...], more: dict[str, str], said: str
) -> None:
    """One message, at its box; nothing is saved, and what was chosen stays."""
    address = site.new_case()
    page = choose(site, address, *needs, status=422, **more)
    (message,) = page.errors
    assert message.startswith(said)
    assert page.title.startswith("Feil: ")
    assert chosen(page) == [need for need in needs if need == "hus"]
    assert site.case_file(address).get("prioritering") is None


def test_two_who_choose_at_once_are_told(site: Site) -> None:
    """The second sees what the first chose; only the page's own button lets the second's hold."""
    address = site.new_case()
    choose(site, address, "hus")
    page = site.post(address + PAGE, {"viktigst": "folk", "seen": ""}, 409)
    assert "Dette haster mest hos dere: «hus»." in page.errors[0]
    assert site.case_file(address).get("prioritering") == ["hus"]
    told = {"viktigst": "folk", "seen": page.typed("seen"), "strid": page.typed("strid")}
    site.post(address + PAGE, told | {"ga": address + "rad"}, 409)
    gone = site.post(address + PAGE, told | {"uten": address + "rad"})
    assert gone.response.request.path == address + "rad"
    assert site.case_file(address).get("prioritering") == ["hus"]
    site.post(address + PAGE, told)
    assert site.case_file(address).get("prioritering") == ["folk"]


def test_a_stale_page_keeps_what_was_chosen(site: Site) -> None:
    """A token that does not fit costs nobody a choice."""
    address = site.new_case()
    page = site.post(address + PAGE, {"viktigst": "hus"}, 400, token="")
    assert chosen(page) == ["hus"]
    assert site.case_file(address).get("prioritering") is None


def test_only_needs_that_may_be_there_are_offered(site: Site) -> None:
    """And those that were chosen before the answers turned them down."""
    address = site.new_case()
    choose(site, address, "hus", "planer")
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "150"})
    page = site.get(address + PAGE)
    offered = {each.attributes["value"] for each in page.all("option")}
    assert offered == {"", "hus", "tomter", "folk", "planer"}
    choose(site, address, "hus")
    assert "planer" not in site.get(address + PAGE).html
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "1"})
    assert {each.attributes["value"] for each in site.get(address + PAGE).all("option")} == {
        "",
        "hus",
    }
    choose(site, address, vet_ikke="ja")
    assert "Endre hva som haster mest" in site.get(address + "rad").text
    choose(site, address, ga="fjern")
    assert "ingenting å velge mellom" in site.get(address + PAGE).text
    assert "Velg hva som haster mest" not in site.get(address + "rad").text


def test_the_answers_page_shows_it_and_is_come_back_to(site: Site) -> None:
    """The way back is the way one came."""
    address = site.new_case()
    page = site.get(address + "svar")
    (link,) = [a for a in page.all("a") if a.text == "Velg hva som haster mest"]
    assert link.attributes["href"] == f"{address}prioritering?fra=svar"
    page = site.post(link.attributes["href"], {"viktigst": "hus", "seen": ""})
    assert page.response.request.path == address + "svar"
    assert "Dette haster mest hos dere: «hus»." in page.text


def test_a_reader_sees_the_choice_and_cannot_change_it(site: Site) -> None:
    """The page leads to the answers; sending it is refused."""
    address = site.new_case()
    choose(site, address, "hus")
    boxes = site.get(address + "lagre").all("a", class_="link-box ds-link")
    reading = boxes[1].attributes["href"].removeprefix("http://localhost")
    page = site.get(reading + PAGE)
    assert page.response.request.path == reading + "svar"
    assert "Dette haster mest hos dere: «hus»." in page.text
    assert "Endre hva som haster mest" not in site.get(reading + "rad").text
    site.post(reading + PAGE, {"viktigst": "folk", "seen": "hus"}, 403)


def test_our_order_stands_there_with_its_reasons(real_site: Site) -> None:
    """Policy staff's own words, in the language of the page."""
    page = real_site.get(real_site.new_case(language="nn") + PAGE)
    assert "Sjå rekkjefølgja vår, og kvifor ho er slik" in page.text
    assert "Utan folk blir ingenting av resten gjort." in page.text


def test_a_case_file_brings_its_choice_along(site: Site) -> None:
    """From one case into the next."""
    address = site.new_case()
    choose(site, address, "hus")
    content = site.client.get(address + "svarfil.json").get_data()
    page = site.post("/nb/svarfil", {"file": (BytesIO(content), "sak.json")})
    assert "Dette haster mest hos dere: «hus»." in page.text
