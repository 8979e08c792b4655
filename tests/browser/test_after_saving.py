"""Where whoever works with the keyboard is, when a page comes back after a save."""

import pytest
from looks import sound
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_save_leads_to_what_is_said_of_it(page: Page, case: str, language: str) -> None:
    """On the memo's page, in the follow-up and in the review: not to the top of the page."""
    here = case.replace("/nb/", f"/{language}/")
    page.goto(f"{here}notat")
    page.locator("#notat button:not([name])").first.press("Enter")
    expect(page.get_by_role("status")).to_be_focused()
    page.goto(f"{here}oppfolging")
    page.locator("form[action$='begynn'] button").press("Enter")
    page.locator(".mark input[value=gjort]").first.check()
    page.locator("#oppfolging button:not([name])").press("Enter")
    expect(page.get_by_role("status")).to_be_focused()
    sound(page)


def test_the_review_leads_to_its_message_or_to_the_row_that_was_moved(
    page: Page, case: str
) -> None:
    """The next step of the keyboard is in that row; nobody begins at the top again."""
    page.goto(f"{case}lagre")
    page.locator("button[value=lag]").click()
    link = page.locator("a.link-box").filter(has_text="rådgiver").first
    page.goto(f"{link.get_attribute('href')}gjennomgang")
    page.locator("#navn").fill("Kari Nordmann")
    page.locator("#rolle").fill("rådgiver")
    page.locator("#gjennomgang button:not([name])").last.press("Enter")
    expect(page.get_by_role("status")).to_be_focused()
    sound(page)
    page.locator("#rekkefolge_fordi").fill("Det haster mer")
    last = page.locator("#i-ar + div > details").last
    moved = last.get_attribute("id")
    last.locator("summary").click()
    last.locator("button[value^='opp:']").press("Enter")
    page.wait_for_url(f"**#{moved}")
    page.keyboard.press("Tab")
    expect(page.locator(f"#{moved} summary")).to_be_focused()
