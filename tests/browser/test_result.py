"""The advice in a real browser: short on a phone, few pages on paper, folded out from a link."""

import io

import pikepdf
import pytest
from playwright.sync_api import Page, ViewportSize, expect

PHONE: ViewportSize = {"width": 390, "height": 844}


def test_the_advice_is_short_on_a_phone(page: Page, case: str) -> None:
    """The whole page, and how far down the plan of the year and the choice stand."""
    page.set_viewport_size(PHONE)
    page.goto(f"{case}rad")
    assert page.evaluate("document.documentElement.scrollHeight") <= 5000
    first = page.locator(".package > li").first.bounding_box()
    sums = page.locator(".sums").bounding_box()
    assert first
    assert first["y"] <= PHONE["height"]
    assert sums
    assert sums["y"] <= 2 * PHONE["height"]


def test_the_contents_are_there_on_a_phone_and_lead_to_what_is_folded_in(
    page: Page, case: str
) -> None:
    """One list at each width; a link to a section stands at its heading."""
    page.set_viewport_size(PHONE)
    page.goto(f"{case}rad")
    expect(page.locator("aside.only-wide")).to_be_hidden()
    page.locator(".only-narrow > summary").click()
    page.locator(".only-narrow").get_by_role("link", name="Neste").click()
    expect(page.locator("summary:has(+ #neste)")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".only-narrow")).to_be_hidden()
    expect(page.locator("aside.only-wide")).to_be_visible()


@pytest.mark.parametrize("opened", [False, True])
def test_the_advice_on_paper_is_six_pages_at_most(page: Page, case: str, *, opened: bool) -> None:
    """It names this year, the sums and what comes later, and leads to the memo.

    It makes no difference what was folded out on the screen.
    """
    page.goto(f"{case}rad")
    if opened:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert len(printed.pages) <= 6
    page.emulate_media(media="print")
    expect(page.get_by_text("Begrunnelser, steg, krav og kilder står i")).to_be_visible()
    expect(page.locator(".sums")).to_be_visible()
    for measure in page.locator(".measure > summary").all():
        expect(measure).to_be_visible()
    for heading in page.locator(".folded > summary, .scheme-row > summary").all():
        expect(heading).to_be_visible()
    for in_memo in (".scheme-facts", ".scheme-row > div", ".needs p", ".buttons", "aside"):
        expect(page.locator(in_memo).first).to_be_hidden()


def test_what_if_is_tried_and_saved_by_keyboard(page: Page, case: str) -> None:
    """From the advice to a question, to what moves, and back with what moved."""
    page.goto(f"{case}rad")
    page.get_by_role("link", name="Hva hvis?").press("Enter")
    page.locator("details > summary").first.focus()
    page.get_by_role("checkbox", name="Hva som haster mest").press("Space")
    page.get_by_role("button", name="Prøv andre svar").press("Enter")
    page.get_by_label("Vanskelig å låne nok til å bygge").press("Space")
    page.get_by_role("button", name="Se hva som flytter seg").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Dette ville flyttet seg")).to_be_visible()
    page.get_by_role("button", name="Lagre").press("Enter")
    page.wait_for_url("**/rad?siden=*")
