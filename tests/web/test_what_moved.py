"""After a change of an answer the advice says what moved and why, and the change can be undone."""

from pages import STALE, Page, Site, link_of

FIRST = {"svar_folketallet": "803", "svar_andel_gamle": "9,2"}


def answer(site: Site, address: str, **answers: str) -> None:
    """Answer the first page."""
    site.fill_in(address + "tema/alt/1", {**FIRST, **answers})


def begun(site: Site, language: str = "nb") -> tuple[str, int]:
    """Return a case with an answer, and the revision that it has."""
    address = site.new_case(language=language)
    answer(site, address, svar_valget="a", svar_ja_eller_nei="nei")
    return address, revision(site, address)


def revision(site: Site, address: str) -> int:
    """Return how often the case has been saved."""
    return int(site.get(address + "tema/alt/1").typed("revision"))


def undo(site: Site, page: Page, address: str, status: int = 200, **more: str) -> Page:
    """Press the button."""
    sent = {"siden": page.typed("siden"), "revision": page.typed("revision"), **more}
    return site.post(address + "rad/angre", sent, status)


def test_what_moved_is_told_with_why_and_can_be_undone(site: Site) -> None:
    """And undone again, since the way back is a change too."""
    address, before = begun(site)
    answer(site, address, svar_valget="a", svar_ja_eller_nei="ja")
    page = site.get(f"{address}rad?siden={before}")
    assert "Dette endret seg" in page.text
    assert "Tiltaket «Ordningen» gikk fra «Mulig når …» til «Kan brukes»" in page.text
    assert "Spørsmål ja_eller_nei? Før: Nei. Nå: Ja." in page.text
    assert "Reglene er de samme" not in page.text
    back = undo(site, page, address)
    assert site.case_file(address)["svar"]["ja_eller_nei"] == "nei"
    assert "Spørsmål ja_eller_nei? Før: Ja. Nå: Nei." in back.text
    undo(site, back, address)
    assert site.case_file(address)["svar"]["ja_eller_nei"] == "ja"


def test_an_answer_that_was_not_there_is_taken_back(site: Site) -> None:
    """Undoing leaves no trace of it."""
    address, before = begun(site)
    site.fill_in(address + "tema/tallene/1", {"svar_antall": "4500"})
    undo(site, site.get(f"{address}rad?siden={before}"), address)
    assert "antall" not in site.case_file(address)["svar"]


def test_undoing_leaves_what_somebody_else_has_answered_since(site: Site) -> None:
    """Their answer stays, and the page says so."""
    address, before = begun(site)
    answer(site, address, svar_valget="b", svar_ja_eller_nei="ja")
    page = site.get(f"{address}rad?siden={before}")
    answer(site, address, svar_valget="c", svar_ja_eller_nei="ja")
    after = undo(site, page, address)
    assert (
        site.case_file(address)["svar"]["valget"],
        site.case_file(address)["svar"]["ja_eller_nei"],
    ) == ("c", "nei")
    assert "De svarene er ikke tatt tilbake." in after.text


def test_nothing_is_told_where_nothing_changed_or_the_address_is_odd(site: Site) -> None:
    """A save of the same, a revision to come, and nonsense."""
    address, before = begun(site)
    for since in (str(before), "99999", "tull", "-1", "9" * 30, "²"):
        assert "Dette endret seg" not in site.get(f"{address}rad?siden={since}").text
    site.post(address + "rad/angre", {"siden": "tull", "revision": "1"})
    assert site.case_file(address)["svar"]["ja_eller_nei"] == "nei"


def test_a_reader_sees_what_moved_and_cannot_undo_it(site: Site) -> None:
    """Neither with the button nor by sending the form."""
    address, before = begun(site, "nn")
    answer(site, address, svar_valget="b")
    app = site.client.application.extensions["wizard"]
    stored = app.store.open(link_of(address), app.today())
    reading = address.replace(stored.link, stored.reading_link)
    page = site.get(f"{reading}rad?siden={before}")
    assert "Dette endra seg" in page.text
    assert not page.all("form")
    site.post(reading + "rad/angre", {"siden": str(before), "revision": "9"}, 403)


def test_an_old_page_does_not_undo(site: Site) -> None:
    """It says that it has stood open for too long, and can be sent again."""
    address, before = begun(site)
    answer(site, address, svar_valget="b", svar_ja_eller_nei="ja")
    page = site.get(f"{address}rad?siden={before}")
    refused = undo(site, page, address, 400, csrf_token=STALE)
    assert refused.errors
    assert site.case_file(address)["svar"]["valget"] == "b"
    undo(site, refused, address)
    assert site.case_file(address)["svar"]["valget"] == "a"


def test_answering_from_the_advice_leads_back_to_what_moved(site: Site) -> None:
    """With what the answer moved, and the button to undo it."""
    address, before = begun(site)
    where = f"{address}sporsmal?bare=ja_eller_nei&fra=rad"
    page = site.fill_in(where, {"svar_ja_eller_nei": "ja"})
    assert page.response.request.full_path == f"{address}rad?siden={before}"
    assert "Spørsmål ja_eller_nei? Før: Nei. Nå: Ja." in page.text
    undo(site, page, address)
    assert site.case_file(address)["svar"]["ja_eller_nei"] == "nei"


def test_what_several_pages_moved_is_told_together(real_site: Site) -> None:
    """From the first of them on."""
    address = real_site.new_case()
    where, pages = f"{address}sporsmal?bare=i_bruk_eldre&bare=robek&fra=rad", 0
    while "/sporsmal" in where:
        sent = {"svar_i_bruk_eldre-ingen-av-disse": "ja", "svar_robek": "nei"}
        page = real_site.fill_in(where, sent)
        where, pages = page.response.request.full_path, pages + 1
    assert pages == 2
    assert where == f"{address}rad?siden=1"
    assert "Dette endret seg" in page.text


def test_what_moved_is_told_after_a_doubt_too(real_site: Site) -> None:
    """The page that asks whether it is right saves nothing new, and hides nothing."""
    address = real_site.new_case()
    where = f"{address}sporsmal?bare=folketall&fra=rad"
    page = real_site.fill_in(where, {"svar_folketall": "8030"})
    assert page.heading == "Stemmer dette?"
    doubted = page.response.request.full_path
    page = real_site.fill_in(doubted, {"svar_folketall": "8030"})
    assert page.response.request.full_path == f"{address}rad?siden=1"
    assert "Dette endret seg" in page.text
