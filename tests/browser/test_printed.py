"""What paper must say that the screen says in colour, or behind something to unfold."""

from playwright.sync_api import Page, expect


def test_a_mark_is_printed_in_words(page: Page, case: str) -> None:
    """Of a measure that is marked its state alone; of one that is not, all to choose between."""
    page.goto(f"{case}oppfolging")
    page.locator("main form button").first.click()
    marks = page.locator(".mark")
    marks.first.get_by_label("Gjort").check()
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("status")).to_be_visible()
    page.emulate_media(media="print")
    words = "all => all.filter(e => e.checkVisibility()).map(e => e.innerText)"
    assert marks.nth(0).locator(".options label").evaluate_all(words) == ["Gjort"]
    assert len(marks.nth(1).locator(".options label").evaluate_all(words)) == 4
    expect(page.locator("summary", has_text="Dette skulle gjøres kjent")).to_be_visible()


def test_headings_that_unfold_are_printed(page: Page) -> None:
    """As those of the catalogue."""
    page.goto("/nb/ordninger")
    heads = page.locator("main summary.heads")
    assert heads.count() > 1
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in heads.all())
