"""Whichever way one leaves a page with a form, what is typed there is saved first."""

import pytest
from pages import STALE, Page, Site

FORMS = ("tema/tallene/1", "sporsmal?bare=antall&bare=andelen&fra=svar", "kort/2", "notat")
TALLENE = "tema/tallene/1"


def press(site: Site, where: str, page: Page, status: int = 200, /, **sent: str) -> Page:
    """Send a page of questions with something typed, by one of its buttons."""
    return site.post(where, {**page.unseen, **sent}, status)


@pytest.mark.parametrize("path", [*FORMS, "prioritering"])
def test_no_link_leads_out_of_a_page_with_a_form(site: Site, path: str) -> None:
    """Each way out is a button of the form; what is left are links within the page, and help."""
    page = site.get(site.new_case() + path)
    assert [a.attributes["href"] for a in page.all("a") if a.attributes["href"][0] != "#"] == []
    forms = {each.attributes["id"] for each in page.all("form")}
    assert all(each.attributes.get("form", "") in {*forms, ""} for each in page.all("button"))
    first = page.all("button")[0].attributes
    assert "hidden" in first
    assert "name" not in first


def test_every_way_out_of_a_page_of_questions_saves_and_leads_there(site: Site) -> None:
    """Head, foot, menu, back, later."""
    address = site.new_case()
    page = site.get(address + TALLENE)
    ways = set(page.ways.values())
    assert {f"{address}rad", f"{address}svar", f"{address}lagre", address, "/nb/"} <= ways
    for number, to in enumerate(sorted(ways), 1):
        sent = {**site.get(address + TALLENE).unseen, "csrf_token": page.token}
        answer = site.client.post(
            address + TALLENE, data={**sent, "svar_antall": str(number), "ga": to}
        )
        assert answer.location == to
        assert site.get(address + TALLENE).typed("svar_antall") == str(number)


def test_the_other_language_saves_and_shows_the_same_page(site: Site) -> None:
    """And what cannot be read is shown there too, with what was typed."""
    address = site.new_case()
    page = site.get(address + TALLENE)
    there = page.one("button", value="sprak").attributes["formaction"]
    assert there == (address + TALLENE).replace("/nb/", "/nn/")
    shown = press(site, there, page, svar_antall="3", ga="sprak")
    assert shown.one("html").attributes["lang"] == "nn"
    assert shown.typed("svar_antall") == "3"
    shown = press(site, there, shown, 422, svar_antall="3", svar_andelen="x", ga="sprak")
    assert shown.typed("svar_andelen") == "x"


def test_what_cannot_be_read_keeps_one_on_the_page_until_one_leaves_it(site: Site) -> None:
    """The rest is saved; the page says what is wrong, and lets one go on without it."""
    address = site.new_case()
    page = site.get(address + TALLENE)
    rad = f"{address}rad"
    typed = {"svar_antall": "3", "svar_andelen": "x"}
    page = press(site, address + TALLENE, page, 422, **typed, ga=rad)
    assert page.typed("svar_andelen") == "x"
    (without,) = page.all("button", name="uten")
    assert without.attributes["value"] == rad
    assert press(site, address + TALLENE, page, **typed, uten=rad).response.request.path == rad
    assert site.get(address + TALLENE).typed("svar_antall") == "3"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "/nb/\\x", "nb/x", ""]
)
def test_no_way_out_leads_to_anybody_else(site: Site, elsewhere: str) -> None:
    """An address that is not ours is no address: the page goes on as by its own button."""
    address = site.new_case()
    page = site.get(address + TALLENE)
    for name in ("ga", "uten"):
        shown = press(site, address + TALLENE, page, svar_antall="3", **{name: elsewhere})
        assert shown.response.request.path == f"{address}svar"


def test_a_page_whose_cookie_is_gone_keeps_what_was_typed_on_the_way_out(site: Site) -> None:
    """Nothing is saved without a good token; sent once more, it is, and leads where it should."""
    address = site.new_case()
    page = site.get(address + TALLENE)
    sent = {**page.unseen, "svar_antall": "3", "ga": f"{address}rad"}
    page = site.post(address + TALLENE, sent, 400, token=STALE)
    assert page.typed("svar_antall") == "3"
    assert not page.all("button", name="uten")
    assert site.post(address + TALLENE, sent).response.request.path == f"{address}rad"


def test_sending_twice_and_going_back_are_no_conflict(site: Site) -> None:
    """A double press, an answer that got lost on the way, and the page of before, sent anew."""
    address = site.new_case()
    page = site.get(address + TALLENE)
    for _ in range(2):
        press(site, address + TALLENE, page, svar_antall="3", svar_andelen="5")
    press(site, address + TALLENE, page, svar_antall="3", svar_andelen="5", svar_aret="2020")
    assert site.get(address + TALLENE).typed("svar_aret") == "2020"


def test_untouched_answers_never_stand_in_a_colleagues_way(site: Site) -> None:
    """What a page showed and nobody touched is not an answer: no conflict, and nothing undone."""
    address = site.new_case()
    where = address + TALLENE
    press(site, where, site.get(where), svar_antall="3")
    old = site.get(where)
    press(site, where, old, svar_antall="4")
    press(site, where, old, svar_antall="3", svar_aret="2020")
    page = site.get(where)
    assert (page.typed("svar_antall"), page.typed("svar_aret")) == ("4", "2020")
    page = press(site, where, old, 422, svar_antall="3", svar_aret="2020", svar_andelen="x")
    assert page.typed("svar_antall") == "4"  # sent again, it is what the colleague said
    shown = press(site, where, old, 409, svar_antall="5", svar_aret="2020")
    assert shown.errors[0].startswith("Navn antall: Noen andre har svart")


def test_an_untouched_choice_stays_what_a_colleague_chose(site: Site) -> None:
    """A radio button is always sent; so is what was left open, by the button for the rest."""
    where = site.new_case() + "tema/alt/1"
    first = site.get(where)
    press(site, where, first, svar_valget="a")
    old = site.get(where)
    press(site, where, old, svar_valget="b", svar_ja_eller_nei="ja")
    press(site, where, old, svar_valget="a", ga="vet-ikke")
    page = site.get(where)
    assert page.checked("svar_valget") == ["b"]
    assert page.checked("svar_ja_eller_nei") == ["ja"]


def test_only_the_pages_own_button_settles_a_conflict(site: Site) -> None:
    """Every other says once more what is not saved; left without it, theirs stands."""
    address = site.new_case()
    where, rad = address + TALLENE, f"{address}rad"
    old = site.get(where)
    press(site, where, old, svar_antall="4")
    page = press(site, where, old, 409, svar_antall="3")
    disputed = {"i_strid": page.one("input", name="i_strid").attributes["value"]}
    for way in ({"ga": rad}, {"ga": "sprak"}, {"ga": "vet-ikke"}, {"tilbakestill": "aret"}):
        page = press(site, where, page, 409, svar_antall="3", svar_aret="2020", **disputed, **way)
        assert page.errors[0].startswith("Navn antall: Noen andre har svart")
        assert site.get(where).typed("svar_antall") == "4"
    left = press(site, where, page, svar_antall="3", **disputed, uten=rad)
    assert left.response.request.path == rad
    assert site.get(where).typed("svar_antall") == "4"
    press(site, where, page, svar_antall="3", **disputed)
    assert site.get(where).typed("svar_antall") == "3"


def test_vet_ikke_page_after_page_keeps_the_address_short(real_site: Site) -> None:
    """What takes it back leads to one page: it does not carry along the pages before that."""
    where = real_site.new_case() + "tema/"
    for _ in range(6):
        page = real_site.get(where)
        page = press(real_site, page.response.request.full_path, page, ga="vet-ikke")
        where = page.response.request.full_path
        assert where.count("/sak/") == 2  # the page itself, and the one to go back to
        assert where.count("til=") == 1


def test_vet_ikke_on_the_rest_saves_what_is_answered_and_can_be_taken_back(site: Site) -> None:
    """By a form of its own, and by a page that has something typed, which is kept."""
    address = site.new_case()
    where = address + "tema/alt/1"
    page = press(site, where, site.get(where), svar_valget="b", ga="vet-ikke")
    assert "Dere svarte «Vet ikke» på 4 spørsmål på forrige side." in page.text
    assert site.get(where).checked("svar_valget") == ["b"]
    assert site.get(where).checked("svar_ja_eller_nei") == ["vet-ikke"]
    here = page.response.request.full_path
    back = press(site, here, page, svar_antall="3", ga="angre")
    assert back.response.request.path == where
    assert back.checked("svar_ja_eller_nei") == []
    assert site.get(address + TALLENE).typed("svar_antall") == "3"
    page = press(
        site, address + TALLENE, site.get(address + TALLENE), svar_antall="3", ga="vet-ikke"
    )
    assert page.response.request.path == f"{address}svar"
    (undo,) = [
        f.attributes["action"] for f in page.all("form") if "angre" in f.attributes["action"]
    ]
    assert site.post(undo).response.request.path == address + TALLENE
    assert "vet ikke på" not in site.get(f"{address}svar").text


def test_the_memo_is_saved_on_the_way_to_a_file(site: Site) -> None:
    """The page that the browser is left with is fresh, so that more can be written and saved."""
    address = site.new_case()
    sheet = site.get(f"{address}notat").ways["Spørreark til Word"]
    typed = {"language": "nb", "seen_language": "nb", "seen_vurdering": ""}
    page = site.post(f"{address}notat", {**typed, "vurdering": "Vi er få.", "ga": sheet})
    assert page.response.headers["Refresh"].endswith(f"url={sheet}")
    assert "Vi er få." in page.one("textarea", name="vurdering").text
    assert page.typed("seen_vurdering") == "Vi er få."
    assert "Refresh" not in site.get(f"{address}notat?hent=/nb/regler.json").response.headers
    rad = f"{address}rad"
    typed |= {"seen_vurdering": "Vi er få.", "vurdering": "Vi er to.", "utvalg": "x" * 99}
    page = site.post(f"{address}notat", {**typed, "ga": rad}, 422)
    assert site.post(f"{address}notat", {**typed, "uten": rad}).response.request.path == rad
    assert "Vi er to." in site.get(f"{address}notat").one("textarea", name="vurdering").text


def test_priorities_are_saved_on_the_way_out(site: Site) -> None:
    """Back, head and language; a mistake can be left behind."""
    address = site.new_case()
    where = f"{address}prioritering"
    for to, need in ((address, "hus"), (f"{address}rad#behov", "folk")):
        seen = site.get(where).typed("seen")
        site.post(where, {"viktigst": need, "seen": seen, "ga": to})
        assert site.get(where).typed("seen") == need
    page = site.post(
        where.replace("/nb/", "/nn/"), {"viktigst": "hus", "seen": "folk", "ga": "sprak"}
    )
    assert (page.one("html").attributes["lang"], page.typed("seen")) == ("nn", "hus")
    wrong = {"viktigst": "hus", "nest": "hus", "seen": "hus"}
    assert site.post(where, {**wrong, "ga": address}, 422).all("button", name="uten")
    assert site.post(where, {**wrong, "uten": address}).response.request.path == address
