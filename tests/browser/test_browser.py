"""What only a real browser can tell of single pages; what holds for all is in `test_every_page`."""

import pytest
from looks import sound
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect


def test_a_page_with_errors_is_accessible_and_takes_the_reader_to_them(
    page: Page, case: str
) -> None:
    """The summary has focus when the page comes; its link leads into the box; the text stays."""
    page.goto(f"{case}tema/kapasitet/rom")
    box = page.locator("input[type=text]").first
    box.fill("mange")
    page.get_by_role("button", name="Lagre og gå videre").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page).to_have_title("Feil: Tid, penger og ansvar – tema 7 av 8 – Virkemiddelveiviseren")
    sound(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(box).to_have_value("mange")


def test_choosing_the_same_need_twice_is_told_where_it_was_done(page: Page, case: str) -> None:
    """The summary has focus, its link leads to the box, and the choice can be mended and kept."""
    page.goto(f"{case}prioritering")
    page.get_by_label("Viktigst", exact=True).select_option(index=1)
    second = page.get_by_label("Nest viktigst")
    second.select_option(index=1)
    page.get_by_role("button", name="Lagre").click()
    expect(page.get_by_role("alert")).to_be_focused()
    sound(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(second).to_be_focused()
    second.select_option(index=2)
    page.get_by_role("button", name="Lagre").click()
    expect(page.get_by_text("Dette haster mest hos dere, det viktigste først")).to_be_visible()


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_an_adviser_works_in_the_case(page: Page, case: str, language: str) -> None:
    """Axe finds nothing on the way, empty, wrong or filled in; the last move can be undone."""
    here = case.replace("/nb/", f"/{language}/")
    page.goto(f"{here}lagre")
    page.locator("#radgiver ~ form button").click()
    sound(page)
    page.goto(page.locator(".link-box").nth(2).get_attribute("href") or "")
    sound(page)
    page.locator(".notice a").click()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    sound(page)
    first = page.locator("#i-ar + div > details").first
    first.locator("input[value=nei]").check()
    page.locator("#gjennomgang button:not([name])").first.click()
    expect(page.get_by_role("alert")).to_be_focused()
    sound(page)
    first.locator("input[type=radio]").first.check()
    page.locator("#navn").fill("Kari Nordmann")
    page.locator("#rolle").fill("rådgivar")
    last = page.locator("#i-ar + div > details").last
    last.locator("summary").click()
    moved = last.get_attribute("id")
    page.locator("#rekkefolge_fordi").fill("Det haster mer")
    last.locator("button[value^='opp:']").click()
    expect(page.get_by_role("status")).to_be_visible()
    sound(page)
    assert page.locator("#i-ar + div > details").nth(-2).get_attribute("id") == moved
    page.locator("#angre ~ .buttons button").first.click()
    assert page.locator("#i-ar + div > details").last.get_attribute("id") == moved


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_an_old_case_is_accessible_where_it_is_renewed(
    page: Page, case: str, language: str
) -> None:
    """A file from March, opened in November: what changes, the button, and the way back."""
    content = page.request.get(f"{case}svarfil.json").text()
    former = content.replace('"dato": "2026-11-22"', '"dato": "2026-03-25"').encode()
    page.goto(f"/{language}/svarfil")
    page.locator("input[type=file]").set_input_files(
        {"name": "sak.json", "mimeType": "application/json", "buffer": former}
    )
    page.locator("form button").click()
    page.wait_for_url("**/svar?ny=ja")
    here = page.url.removesuffix("svar?ny=ja")
    for path in ("", "rad", "dagens-regler"):
        page.goto(here + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        sound(page)
    page.locator("form button").click()
    page.wait_for_url("**/rad")
    sound(page)
    page.goto(f"{here}dagens-regler")
    sound(page)
    page.goto(f"{here}rad/grunnlan")
    sound(page)


def test_two_who_write_the_memos_text_are_shown_both(
    context: BrowserContext, page: Page, case: str
) -> None:
    """The one who comes last is taken to the box with the own text; the other text stands below."""
    page.goto(f"{case}notat")
    other = context.new_page()
    other.goto(f"{case}notat")
    other.get_by_role("textbox", name="Egen vurdering").fill("Fra den ene,\nto linjer")
    other.get_by_role("button", name="Lagre", exact=True).click()
    expect(other.get_by_role("status")).to_be_visible()
    page.get_by_role("textbox", name="Egen vurdering").fill("Fra den andre")
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("textbox", name="Egen vurdering")).to_have_value("Fra den andre")
    expect(page.get_by_role("group", name="lagret av noen andre")).to_contain_text("to linjer")
    sound(page)
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.get_by_role("textbox", name="Egen vurdering")).to_have_value("Fra den andre")


@pytest.mark.parametrize(
    "word", ["a" * 400, "\\\\filserver01\\felles\\" + "Plan_" * 60, "/a" * 200]
)
def test_a_long_word_is_never_wider_than_the_window(
    context: BrowserContext, page: Page, case: str, word: str
) -> None:
    """In both texts of a conflict, in the memo, in what cannot be read, and on a deleted case."""
    page.goto(f"{case}notat")
    other = context.new_page()
    other.goto(f"{case}notat")
    other.get_by_role("textbox", name="Egen vurdering").fill(word)
    other.get_by_role("button", name="Lagre", exact=True).click()
    page.get_by_role("textbox", name="Egen vurdering").fill(f"Se {word}🏡")
    page.get_by_role("button", name="Lagre", exact=True).click()
    sound(page)
    page.get_by_role("textbox", name="Egen vurdering").fill(f"Se {word}")
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("group", name="lagret av noen andre")).to_contain_text(word)
    sound(page)
    other.goto(f"{case}notat.html")
    sound(other)
    assert other.evaluate("document.querySelector('.memo').scrollWidth") <= 1280
    other.set_viewport_size({"width": 390, "height": 800})
    assert other.evaluate("document.querySelector('#vurdering').scrollWidth") <= 390
    other.goto(f"/nb/kommune?kommune={word}")
    other.get_by_role("button", name="Gå videre").click()
    sound(other)
    other.goto(f"{case}slett")
    other.get_by_role("button", name="Slett saken").click()
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_label("Dette skrev dere")).to_have_value(f"Se {word}")
    sound(page)


def test_the_other_language_brings_along_what_is_typed_and_enter_saves(
    page: Page, case: str
) -> None:
    """Without JavaScript; the first of the form's buttons is still the one that saves."""
    page.goto(f"{case}notat")
    page.get_by_role("textbox", name="Egen vurdering").fill("Vi er få.")
    page.get_by_role("button", name="Nynorsk").click()
    expect(page.get_by_role("textbox", name="Eiga vurdering")).to_have_value("Vi er få.")
    sound(page)
    page.get_by_role("radio", name="Nynorsk").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Lagra")
    expect(page.get_by_role("textbox", name="Eiga vurdering")).to_have_value("Vi er få.")


def test_a_saksbehandler_fills_in_the_memos_fields_with_the_keyboard(page: Page, case: str) -> None:
    """From box to box; a day that is none takes the reader to its box, and the rest is kept."""
    page.goto(f"{case}notat")
    page.get_by_label("Utvalg").focus()
    link_to_the_answer = ""
    for text in ("Formannskapet", link_to_the_answer, "30", "2", "2026", "26/1234", "Plansjef"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    sound(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wrong = page.get_by_label("Dag", exact=True)
    expect(wrong).to_be_focused()
    expect(page.get_by_role("group", name="Møtedato")).to_be_visible()
    wrong.fill("28")
    page.keyboard.press("Enter")
    told = "Lagret: utvalg, møtedato, saksnummer og saksbehandler."
    expect(page.get_by_role("status")).to_contain_text(told)
    expect(page.get_by_label("Saksbehandler")).to_have_value("Plansjef")
    expect(page.locator("#motedato-merk")).to_contain_text("Møtet er før")
    sound(page)


def test_two_who_fill_in_the_same_fields_are_shown_both(
    context: BrowserContext, page: Page, case: str
) -> None:
    """Line and day alike, at every width; what only one has filled in is saved."""
    page.goto(f"{case}notat")
    other = context.new_page()
    other.goto(f"{case}notat")
    for who, day, body in ((other, "9", "x" * 80), (page, "10", "Kommunestyret")):
        who.get_by_label("Utvalg").fill(body)
        for box, text in (("Dag", day), ("Måned", "februar"), ("År", "2027")):
            who.get_by_label(box, exact=True).fill(text)
    other.get_by_role("button", name="Lagre", exact=True).click()
    expect(other.get_by_role("status")).to_be_visible()
    page.get_by_label("Saksnummer").fill("26/1")
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Lagret: saksnummer.")
    day_of_other = page.get_by_role("group", name="Møtedato: lagret av noen andre")
    expect(day_of_other).to_contain_text("9. februar 2027")
    sound(page)
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Lagret")
    page.goto(f"{case}notat")
    expect(page.get_by_label("Utvalg")).to_have_value("Kommunestyret")
    expect(page.get_by_label("Dag", exact=True)).to_have_value("10")


def test_the_keyboard_reaches_everything(page: Page) -> None:
    """The first stop jumps to the content; a case can be begun without a mouse."""
    page.goto("/nb/kommune")
    page.keyboard.press("Tab")
    skip = page.locator(".ds-skip-link")
    expect(skip).to_be_focused()
    assert (skip.bounding_box() or {"y": -1})["y"] >= 0
    page.keyboard.press("Enter")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "typed":
            break
    page.keyboard.type("Namsskogan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/lagre*")


def test_everything_works_without_javascript(browser: Browser, address: str) -> None:
    """From the start page to the memo's page, scripts off and the strict policy on."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto("/nn/")
    page.get_by_role("link", name="Start").click()
    page.get_by_label("Kommune").fill("5044")
    page.get_by_role("button", name="Gå vidare").click()
    page.get_by_role("link", name="Gå vidare").click()
    page.get_by_role("link", name="Svar på alt").click()
    while "/tema/" in page.url:
        page.locator(".form-foot .ds-button").first.click()
    page.get_by_role("link", name="Lag tilråding").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Råd til Namsskogan")
    page.get_by_role("link", name="Lag spørjeark").click()
    page.get_by_role("button", name="Vis spørjearket i nettlesaren").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()
    assert problems == []


def test_our_letters_are_the_ones_shown(page: Page) -> None:
    """The page waits for nobody else's font."""
    page.goto("/nb/")
    page.wait_for_function("document.fonts.status === 'loaded'")
    loaded = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.weight).sort()"
    assert page.evaluate(loaded) == ["400", "700"]
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Notat Sans"')


def test_the_page_prints_without_chrome(page: Page, case: str) -> None:
    """On paper there are no buttons and no menus."""
    page.goto(f"{case}rad")
    page.emulate_media(media="print")
    for hidden in (".buttons", ".site-links", "aside", ".ds-skip-link"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_is_folded_in_is_unfolded_on_paper(page: Page, case: str) -> None:
    """Where the browser can do that, the headings to click on are gone."""
    page.goto(f"{case}tema/boligbehov")
    page.emulate_media(media="print")
    folded = page.locator(".ds-details").first
    expect(folded.locator("summary")).to_be_hidden()
    expect(folded.locator("> div")).to_be_visible()


def test_a_browser_that_cannot_unfold_keeps_the_headings_on_paper(page: Page, case: str) -> None:
    """Nothing that stays folded in is missing without a trace."""

    def forget(route: Route) -> None:
        styles = route.fetch().text()
        assert "::details-content" in styles
        route.fulfill(
            body=styles.replace("::details-content", "::unheard-of"), content_type="text/css"
        )

    page.route("**/utskrift.css*", forget)
    page.goto(f"{case}tema/boligbehov")
    page.emulate_media(media="print")
    folded = page.locator(".ds-details").first
    expect(folded.locator("summary")).to_be_visible()
    expect(folded.locator("> div")).to_be_hidden()


def test_forced_colours_keep_the_choices_visible(page: Page, case: str) -> None:
    """With the system's own colours, what is chosen can still be seen."""
    page.emulate_media(forced_colors="active")
    page.goto(f"{case}tema/boligbehov")
    appearance = "getComputedStyle(document.querySelector('.option input')).appearance"
    assert page.evaluate(appearance) == "auto"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_plan_is_followed_up_by_keyboard(page: Page, case: str, language: str) -> None:
    """Begun, marked and saved with keys alone; each page is accessible, as is the note."""
    here = case.replace("/nb/", f"/{language}/")
    page.goto(f"{here}oppfolging")
    sound(page)
    page.locator("main form button").focus()
    page.keyboard.press("Enter")
    first = page.locator("main input[type=radio]").first
    expect(first).to_be_visible()
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Ferdig i mars")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_visible()
    expect(first).to_be_checked()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    sound(page)
    page.locator("main input[type=text]").first.evaluate("box => box.maxLength = 999")
    page.locator("main input[type=text]").first.fill("x" * 201)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    sound(page)
    page.goto(f"{here}notat.html?papir=statusnotat")
    sound(page)
    page.goto(f"{here}oppfolging")
    page.locator("main details").last.locator("summary").click()
    page.locator("main details").last.locator("button").click()
