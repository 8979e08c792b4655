"""The adviser's mode: a link of its own, own words, choices that take effect, undo, no loss."""

import json
from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from memos import book
from pages import Page, Site, link_of

from wizard.domain.rulebook import Rulebook
from wizard.store import casefile

WHO = {"navn": "Kari Nordmann", "rolle": "rådgiver i fylkeskommunen"}
WHY = {"fordi-investeringstilskudd": "For tidlig"}


@pytest.fixture
def app(make_app: Callable[[Rulebook], Flask], real_book: Rulebook) -> Flask:
    """Return the app with the real rules: the plan is what there is to review."""
    return make_app(real_book)


# Two browsers at once: neither keeps its last request open.
@pytest.fixture
def site(app: Flask) -> Site:
    """Give the owner's browser."""
    return Site(app.test_client())


@pytest.fixture
def colleague(app: Flask) -> Site:
    """Give the adviser's browser."""
    return Site(app.test_client())


@pytest.fixture
def owner(site: Site) -> str:
    """Return the owner's address of a case with a plan: that of Skjåk."""
    content = casefile.write(book().journeys["skjak"].case).encode()
    page = site.post("/nb/svarfil", {"file": (BytesIO(content), "sak.json")})
    return f"/nb/sak/{link_of(page.response.request.path)}/"


@pytest.fixture
def address(site: Site, owner: str) -> str:
    """Return the adviser's address of the same case."""
    page = site.post(owner + "radgiver", {"ga": "lag"})
    links = [each.attributes["href"] for each in page.all("a", class_="link-box ds-link")]
    return links[2].removeprefix("http://localhost")


def on_page(page: Page) -> dict[str, str]:
    """Return what a browser would send from the page as it stands."""
    sent: dict[str, str] = {}
    for each in page.all("input"):
        found, kind = each.attributes, each.attributes.get("type")
        if "name" in found and (kind != "radio" or "checked" in found):
            sent[found["name"]] = found.get("value", "")
    for each in page.all("textarea"):
        sent[each.attributes["name"]] = each.text.removeprefix("\n")
    return sent


def send(site: Site, address: str, changes: dict[str, str], status: int = 200) -> Page:
    """Open the page, change some of it, and send it."""
    return site.post(
        address + "gjennomgang", on_page(site.get(address + "gjennomgang")) | changes, status
    )


def core(page: Page) -> list[str]:
    """Return the measures that can be moved, in order."""
    found = [e.attributes.get("value", "") for e in page.all("button", name="ga")]
    return list(dict.fromkeys(each.partition(":")[2] for each in found if ":" in each))


def memo(site: Site, address: str, query: str = "") -> str:
    """Return the memo as it is read."""
    return " ".join(site.client.get(f"{address}notat.html{query}").get_data(as_text=True).split())


def test_the_adviser_reads_all_and_changes_no_answer(
    site: Site, colleague: Site, owner: str, address: str
) -> None:
    """The link says on every page what it is for; taken back, it opens nothing."""
    for path in ("", "svar", "rad", "notat", "gjennomgang"):
        assert "Dere ser saken som rådgiver." in colleague.get(address + path).text
    assert "Dere ser saken som rådgiver." not in site.get(owner + "rad").text
    colleague.post(address + "notat", {"utvalg": "X"}, 403)
    colleague.post(address + "slett", {}, 403)
    colleague.post(address + "radgiver", {"ga": "trekk"}, 403)
    assert "Behold lenken" in site.get(owner + "radgiver").text
    colleague.get(address + "radgiver", 403)
    assert site.post(owner + "radgiver", {"ga": "trekk"}, 400, token="").errors
    page = site.post(owner + "radgiver", {"ga": "trekk"})
    lost = colleague.post(address + "gjennomgang", {**WHO, "vurdering": "Planen er god."}, 404)
    assert "Planen er god." in lost.one("textarea").text  # not saved, but there to be copied
    assert "Lenken til rådgiveren er trukket tilbake." in page.text
    assert "trukket tilbake av kommunen" in colleague.get(address + "rad", 404).text


def test_a_link_is_not_made_by_a_form_that_does_not_fit(site: Site, owner: str) -> None:
    """It says so, and the button is there to be pressed again."""
    page = site.post(owner + "radgiver", {"ga": "lag"}, 400, token="")
    assert page.errors
    again = {"ga": "lag", "csrf_token": page.token}
    assert len(site.post(owner + "radgiver", again).all("a", class_="link-box ds-link")) == 3


def test_the_page_opens_at_the_new_link(site: Site, owner: str) -> None:
    """With a line that says it is made."""
    sent = {"ga": "lag", "csrf_token": site.token()}
    there = site.client.post(owner + "radgiver", data=sent).location
    assert there.endswith("#lenke-radgiver")
    page = site.get(there)
    assert page.one("h2", id="lenke-radgiver").text
    assert "Lenken er laget." in page.text


def test_a_reader_sees_no_review_page(site: Site, owner: str) -> None:
    """Nor writes in it."""
    boxes = site.get(owner + "lagre").all("a", class_="link-box ds-link")
    reading = boxes[1].attributes["href"].removeprefix("http://localhost")
    assert site.get(reading + "gjennomgang").response.request.path == reading + "notat"
    site.post(reading + "gjennomgang", dict(WHO), 403)
    site.post(reading + "gjennomgang/fjern", {"seen": "0"}, 403)


def test_the_owner_reads_the_review_and_writes_nothing_in_it(
    site: Site, colleague: Site, owner: str, address: str
) -> None:
    """Nobody puts words into the adviser's mouth; what stands there can be taken away, and back."""
    assert "ikke skrevet noe ennå" in site.get(owner + "gjennomgang").text
    words = {"vurdering": "Planen er god.", "utvalg": "Rådet", "vurdering-startlan": "Begynn."}
    words |= {"motedato-dag": "15", "motedato-maned": "12", "motedato-ar": "2026"}
    send(colleague, address, {**WHO, **words, "med-investeringstilskudd": "nei", **WHY})
    page = site.get(owner + "gjennomgang")
    for word in (
        "Kari Nordmann",
        "Planen er god.",
        "Rådet",
        "Tatt ut av planen",
        "For tidlig",
        "15. desember 2026",
    ):
        assert word in page.text
    assert not page.all("textarea")
    assert page.all("form") == []
    site.post(owner + "gjennomgang", {**WHO, "vurdering": "Noe annet."}, 403)
    site.post(owner + "gjennomgang/angre", {"seen": "1"}, 403)
    assert site.case_file(owner)["gjennomgang"]["vurdering"] == "Planen er god."


def test_choices_are_in_the_memo_by_name_and_role(
    colleague: Site, owner: str, address: str
) -> None:
    """Taken out and in with a reason, an assessment on its card; the paper without has none."""
    page = send(
        colleague,
        address,
        {
            **WHO,
            "vurdering": "Planen er god.",
            "mottaker": "Skjåk formannskap",
            "med-investeringstilskudd": "nei",
            "fordi-investeringstilskudd": "Det er for tidlig",
            "vurdering-boligsosial-oversikt": "Begynn her.",
        },
    )
    assert "Gjennomgangen er lagret." in page.text
    assert "investeringstilskudd" not in core(page)
    told = memo(colleague, address)
    assert "Kari Nordmann, rådgiver i fylkeskommunen" in told
    assert "Vurderinga til rådgivaren" in told
    for words in ("Planen er god.", "Begynn her.", "Det er for tidlig", "Skjåk formannskap"):
        assert words in told
        assert words not in memo(colleague, address, "?radgiver=uten")
    assert memo(colleague, owner) == told.replace(address, owner)
    said = "Rådgiveren Kari Nordmann har endret planen i notatet. Tatt ut"
    for link in (address, owner):
        page = colleague.get(link + "rad")
        assert said in page.text
        assert page.html.index("pa-siden") < page.html.index("<h1")  # no tab stops before it
        assert page.ways["Se gjennomgangen"] == link + "gjennomgang"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"vurdering": "Bra."}, "Navn: Fyll ut dette."),
        ({**WHO, "rolle": "", "mottaker": "Hele Skjåk"}, "Rolle: Fyll ut dette."),
        ({**WHO, "med-investeringstilskudd": "nei"}, "er endret: Skriv hvorfor dette er endret."),
        ({**WHO, "med-investeringstilskudd": "ja"}, "Velg et av svarene."),
        ({**WHO, "til": "finnes-ikke", "til_fordi": "Jo"}, "Velg et tiltak."),
        ({**WHO, "til_fordi": "Glemte å velge"}, "Velg et tiltak."),
        ({**WHO, "vurdering-boligsosial-oversikt": "å" * 601}, "Den kan ha høyst 600."),
        ({**WHO, "vurdering": "\u202eabc"}, "U+202E"),
        (
            {
                **WHO,
                "med-boligsosial-oversikt": "nei",
                "fordi-boligsosial-oversikt": "Har en",
            },
            "bygger på dette. Ta ut det først.",
        ),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(
    colleague: Site, address: str, changes: dict[str, str], said: str
) -> None:
    """One message, and what was typed stands."""
    page = send(colleague, address, changes, 422)
    assert any(said in each for each in page.errors), page.errors
    assert page.title.startswith("Feil: ")
    sent = on_page(page)
    for name, text in changes.items():
        if name != "til" and not (name.startswith("med-") and text == "ja"):
            assert sent[name].strip() == text
    assert colleague.case_file(address).get("gjennomgang") is None


def test_one_more_is_taken_in(colleague: Site, address: str) -> None:
    """It stands with the measures of the year, marked as the adviser's."""
    options = colleague.get(address + "gjennomgang").all("option")
    offered = [each.attributes["value"] for each in options if each.attributes["value"]]
    taken = "liste-over-tilgjengelige-boliger"
    assert taken in offered
    page = send(colleague, address, {**WHO, "til": taken, "til_fordi": "Folk spør etter det"})
    assert taken in core(page)
    assert "Teke inn av rådgivaren" in memo(colleague, address)
    assert colleague.case_file(address)["gjennomgang"]["tiltak"] == {
        taken: {"med": True, "fordi": "Folk spør etter det"}
    }


def test_measures_are_moved_within_what_they_rest_on(colleague: Site, address: str) -> None:
    """A move saves what is typed; one that would put a measure before what it needs, is refused."""
    before = core(colleague.get(address + "gjennomgang"))
    page = send(colleague, address, {**WHO, "ga": f"opp:{before[-1]}"}, 422)
    assert "Hvorfor rekkefølgen er endret: Skriv hvorfor dette er endret." in page.errors
    assert core(page) == before
    typed = {**WHO, "rekkefolge_fordi": "Det haster", "ga": f"opp:{before[-1]}"}
    page = send(colleague, address, typed)
    assert "Det haster" in memo(colleague, address)
    assert core(page) == [*before[:-2], before[-1], before[-2]]
    assert "Rekkefølgen på tiltakene i år er endret." in page.text
    assert colleague.case_file(address)["gjennomgang"]["navn"] == "Kari Nordmann"
    page = send(colleague, address, {"ga": f"ned:{before[-1]}"})
    assert core(page) == before
    assert "rekkefolge" not in colleague.case_file(address)["gjennomgang"]
    page = send(colleague, address, {"vurdering": "Nytt.", "ga": "opp:bolig-i-kommuneplanen"}, 422)
    assert "bygger på" in page.errors[0]
    assert core(page) == before
    assert colleague.case_file(address)["gjennomgang"]["vurdering"] == "Nytt."


def test_the_last_change_is_undone_and_all_is_taken_away(
    site: Site, colleague: Site, owner: str, address: str
) -> None:
    """Either of them may; what is taken away can be put back."""
    send(colleague, address, {**WHO, "vurdering": "Først."})
    page = send(colleague, address, {"vurdering": "Så."})
    page = colleague.post(address + "gjennomgang/angre", {"seen": page.typed("seen")})
    assert site.case_file(owner)["gjennomgang"]["vurdering"] == "Først."
    assert "Dette er angret: samlet vurdering." in page.text
    page = colleague.post(address + "gjennomgang/angre", {"seen": page.typed("seen")})
    assert "Dette er gjort om igjen: samlet vurdering." in page.text
    page = colleague.post(address + "gjennomgang/angre", {"seen": page.typed("seen")})
    assert "Gjør om igjen" in page.text
    page = site.get(owner + "gjennomgang/fjern")
    assert site.case_file(owner)["gjennomgang"]["vurdering"] == "Først."
    assert site.post(owner + "gjennomgang/fjern", {"seen": "1"}, 400, token="").errors
    page = site.post(owner + "gjennomgang/fjern", {"seen": page.typed("seen")})
    assert "Alt rådgiveren hadde lagt til, er fjernet." in page.text
    assert site.case_file(owner).get("gjennomgang") is None
    for path in ("angre", "fjern"):
        late = colleague.post(f"{address}gjennomgang/{path}", {"seen": "1"})
        assert "Noen andre har lagret noe mens siden sto åpen." in late.text
    assert site.case_file(owner).get("gjennomgang") is None
    page = site.post(owner + "gjennomgang/angre", {"seen": page.typed("seen")})
    assert site.case_file(owner)["gjennomgang"]["vurdering"] == "Først."


def test_undoing_saves_what_was_typed_since(
    site: Site, colleague: Site, owner: str, address: str
) -> None:
    """The last change is put back and the new text stays; done again, it stays too."""
    send(colleague, address, {**WHO, "vurdering": "Først.", "mottaker": "Rådet"})
    send(colleague, address, {"vurdering": "Så."})
    page = send(colleague, address, {"mottaker": "Styret", "ga": "angre"})
    assert "Dette er angret: samlet vurdering." in page.text
    there = {**WHO, "vurdering": "Først.", "mottaker": "Styret"}
    assert site.case_file(owner)["gjennomgang"] == there
    page = send(colleague, address, {"saksnummer": "26/1", "ga": "angre"})
    assert "Dette er gjort om igjen: samlet vurdering." in page.text
    assert site.case_file(owner)["gjennomgang"] == there | {
        "vurdering": "Så.",
        "saksnummer": "26/1",
    }
    page = send(colleague, address, {"mottaker": "x" * 999, "ga": "angre"}, 422)
    assert on_page(page)["mottaker"] == "x" * 999
    assert site.case_file(owner)["gjennomgang"]["vurdering"] == "Så."


def test_undoing_the_very_first_keeps_who_wrote_what_was_typed_since(
    site: Site, colleague: Site, owner: str, address: str
) -> None:
    """Nothing stands without a name; with nothing typed since, nothing is left."""
    send(colleague, address, {**WHO, "vurdering": "Først."})
    send(colleague, address, {"mottaker": "Styret", "ga": "angre"})
    assert site.case_file(owner)["gjennomgang"] == {**WHO, "mottaker": "Styret"}
    send(colleague, address, {"ga": "angre"})
    assert site.case_file(owner)["gjennomgang"]["vurdering"] == "Først."


def test_undoing_on_a_page_that_is_out_of_date_saves_and_undoes_nothing(
    site: Site, colleague: Site, owner: str, address: str
) -> None:
    """Somebody else has saved since: the last change is no longer the one on the page."""
    send(colleague, address, {**WHO, "vurdering": "Først."})
    old = on_page(colleague.get(address + "gjennomgang"))
    send(colleague, address, {"vurdering": "Så."})
    page = colleague.post(address + "gjennomgang", old | {"mottaker": "Styret", "ga": "angre"})
    assert "Det dere skrev, er lagret, men ingenting er angret" in page.text
    there = {**WHO, "vurdering": "Så.", "mottaker": "Styret"}
    assert site.case_file(owner)["gjennomgang"] == there


def test_two_who_write_at_once_lose_nothing(app: Flask, colleague: Site, address: str) -> None:
    """Other fields are put together; the same field is shown with both texts until settled."""
    old = on_page(colleague.get(address + "gjennomgang"))
    send(Site(app.test_client()), address, {**WHO, "mottaker": "Rådet"})
    colleague.post(address + "gjennomgang", old | WHO | {"vurdering": "Bra."})
    assert colleague.case_file(address).get("gjennomgang") == {
        **WHO,
        "mottaker": "Rådet",
        "vurdering": "Bra.",
    }
    page = colleague.post(address + "gjennomgang", old | {**WHO, "mottaker": "Styret"}, 409)
    assert any("Noen andre har lagret noe annet" in each for each in page.errors)
    assert on_page(page)["mottaker"] == "Styret"
    assert on_page(page)["vurdering"] == "Bra."
    assert "Rådet" in " ".join(each.text for each in page.all("div", role="group"))
    out = {"ga": address + "rad"}  # only the page's own button settles it
    colleague.post(address + "gjennomgang", on_page(page) | out, 409)
    colleague.post(address + "gjennomgang", on_page(page) | {"uten": address + "rad"})
    assert colleague.case_file(address)["gjennomgang"]["mottaker"] == "Rådet"
    colleague.post(address + "gjennomgang", on_page(page))
    assert colleague.case_file(address).get("gjennomgang") == {
        **WHO,
        "mottaker": "Styret",
        "vurdering": "Bra.",
    }


def test_the_case_file_brings_the_review_along(colleague: Site, address: str) -> None:
    """From one case into the next; without a name it is refused with its place."""
    send(colleague, address, {**WHO, "vurdering": "Bra."})
    content = colleague.client.get(address + "svarfil.json").get_data()
    page = colleague.post("/nb/svarfil", {"file": (BytesIO(content), "sak.json")})
    assert colleague.case_file(f"/nb/sak/{link_of(page.response.request.path)}/").get(
        "gjennomgang"
    ) == {
        **WHO,
        "vurdering": "Bra.",
    }
    told = json.loads(content)
    told["gjennomgang"]["navn"] = " "
    broken = BytesIO(json.dumps(told).encode())
    page = colleague.post("/nb/svarfil", {"file": (broken, "sak.json")}, 422)
    assert "/gjennomgang/navn: Skriv navnet og rollen til rådgiveren." in page.errors


def test_a_stale_page_keeps_what_was_typed(colleague: Site, address: str) -> None:
    """A token that does not fit costs nobody an assessment."""
    sent = on_page(colleague.get(address + "gjennomgang")) | {**WHO, "vurdering": "Langt."}
    del sent["csrf_token"]
    page = colleague.post(address + "gjennomgang", sent, 400, token="")
    assert on_page(page)["vurdering"] == "Langt."


def test_the_page_is_in_nynorsk_too(colleague: Site, address: str) -> None:
    """Every word of it; with little answered it says what is missing."""
    there = address.replace("/nb/", "/nn/")
    colleague.get(there + "gjennomgang")
    send(colleague, there, {**WHO, "vurdering": "Bra.", "med-investeringstilskudd": "nei"}, 422)
    empty = colleague.new_case(language="nn")
    assert "ikkje skrive noko enno" in colleague.get(empty + "gjennomgang").text
    boxes = colleague.post(empty + "radgiver", {"ga": "lag"}).all("a", class_="link-box ds-link")
    page = colleague.get(
        boxes[2].attributes["href"].removeprefix("http://localhost") + "gjennomgang"
    )
    assert "svart på for lite til ein plan" in page.text


def test_every_way_out_saves_what_is_typed(colleague: Site, address: str) -> None:
    """No link leads away from the page; its buttons save first, and lead where they say."""
    page = send(colleague, address, {**WHO, "vurdering": "Bra."})
    assert [a.attributes["href"] for a in page.all("a") if a.attributes["href"][0] != "#"] == []
    notat = colleague.get(address + "notat")
    assert "uten rådgiverens del" in notat.text
    ways = set(page.ways.values())
    assert {address, f"{address}lagre", f"{address}notat.html", f"{address}notat.pdf"} <= ways
    for number, to in enumerate(sorted(ways)):
        sent = on_page(colleague.get(address + "gjennomgang"))
        sent |= {"csrf_token": page.token, "vurdering": f"Nr. {number}", "ga": to}
        answer = colleague.client.post(address + "gjennomgang", data=sent)
        assert answer.location == to or "hent=" in answer.location
        assert colleague.case_file(address)["gjennomgang"]["vurdering"] == f"Nr. {number}"


def test_a_mistake_can_be_left_behind(colleague: Site, address: str) -> None:
    """What is right is saved on the way; without a name nothing is."""
    typed = {"vurdering": "Bra.", "ga": f"{address}rad"}
    page = send(colleague, address, typed, 422)
    (without,) = page.all("button", name="uten")
    assert without.attributes["value"] == f"{address}rad"
    sent = on_page(page) | {"uten": f"{address}rad"}
    page = colleague.post(address + "gjennomgang", sent)
    assert page.response.request.path == f"{address}rad"
    assert colleague.case_file(address).get("gjennomgang") is None
    sent |= {**WHO, "mottaker": "Rådet", "med-investeringstilskudd": "nei", "utvalg": "x" * 999}
    colleague.post(address + "gjennomgang", sent)
    assert colleague.case_file(address).get("gjennomgang") == {
        **WHO,
        "vurdering": "Bra.",
        "mottaker": "Rådet",
    }


def test_the_other_language_keeps_what_is_typed(colleague: Site, address: str) -> None:
    """The same page, not yet saved."""
    there = address.replace("/nb/", "/nn/") + "gjennomgang"
    sent = on_page(colleague.get(address + "gjennomgang")) | {"vurdering": "Bra."}
    page = colleague.post(there, {**sent, "ga": "sprak"})
    assert page.one("html").attributes["lang"] == "nn"
    assert on_page(page)["vurdering"] == "Bra."


def test_the_memo_page_says_what_the_adviser_puts_in_its_place(
    site: Site, colleague: Site, owner: str, address: str
) -> None:
    """Beside each field; the status note is the kommune's own, and has the kommune's words."""
    day = {"motedato-dag": "3", "motedato-maned": "2", "motedato-ar": "2027"}
    send(colleague, address, {**WHO, "utvalg": "Planutvalget", "saksnummer": "27/9", **day})
    page = site.get(owner + "notat")
    for text in ("Planutvalget", "27/9", "3. februar 2027"):
        assert f"Rådgiveren har skrevet «{text}», og det står i notatet" in page.text
    site.post(owner + "notat", {"language": "nn", "seen_language": "nn", "utvalg": "Eldrerådet"})
    assert "Planutvalget" in memo(site, owner)
    status = memo(site, owner, "?papir=statusnotat")
    assert "Planutvalget" not in status
    assert "Eldrerådet" in status
