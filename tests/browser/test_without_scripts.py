"""Journeys with scripts off and the strict policy on: what is sent is saved, reviewed, followed up.

In bokmål on a fresh case each; the way from start to memo stands in `test_browser.py`.
"""

from collections.abc import Iterator

import pytest
from page_kinds import Ground, PageKind
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """Give a window without scripts; whatever the policy stops is an error."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    yield page
    context.close()
    assert problems == []


@pytest.fixture
def case(ground: Ground) -> str:
    """Return the overview of a fresh case with answers."""
    return ground.addresses(PageKind("case.overview"), "nb", ground.fresh())[0]


def test_what_is_answered_is_saved(plain: Page, ground: Ground) -> None:
    """By the button of the page, and by a way out of it."""
    box = plain.locator("main input[type=radio]:not(:checked):not([value=vet-ikke])").first
    for page in ground.addresses(PageKind("steps.page"), "nb", ground.fresh()):
        plain.goto(page)
        if box.count():
            break
    for way in (".form-foot .ds-button", ".brand"):
        plain.goto(page)
        chosen = box.get_attribute("id")
        box.check()
        plain.locator(way).first.click()
        plain.wait_for_url(lambda url: not url.endswith(page))
        plain.goto(page)
        expect(plain.locator(f"#{chosen}")).to_be_checked()


def test_what_an_adviser_adds_is_in_the_memo(plain: Page, case: str) -> None:
    """The owner hands out the link; the adviser writes, regrets, and reads the memo."""
    plain.goto(f"{case}lagre")
    plain.locator("button[value=lag]").click()
    link = plain.locator("a.link-box").filter(has_text="rådgiver").first
    plain.goto(f"{link.get_attribute('href')}gjennomgang")
    plain.locator("#navn").fill("Kari Nordmann")
    plain.locator("#rolle").fill("rådgiver")
    plain.locator("#vurdering").fill("Planen er god.")
    plain.locator("main form button[type=submit]:not([name])").first.click()
    expect(plain.get_by_role("status")).to_contain_text("lagret")
    plain.locator("#mottaker").fill("Rådet")
    plain.get_by_role("button", name="Angre siste endring").click()
    expect(plain.get_by_role("status")).to_contain_text("angret")
    expect(plain.locator("#mottaker")).to_have_value("Rådet")
    expect(plain.locator("#vurdering")).to_have_value("")
    plain.get_by_role("button", name="Gjør om igjen").click()
    plain.get_by_role("button", name="Se notatet", exact=True).click()
    expect(plain.locator("main")).to_contain_text("Planen er god.")
    expect(plain.locator("main")).to_contain_text("Kari Nordmann")


def test_what_is_marked_is_in_the_status_note(plain: Page, case: str) -> None:
    """Begun, marked with a line why, saved by the way to the note, which says it."""
    plain.goto(f"{case}oppfolging")
    plain.get_by_role("button", name="Begynn oppfølging").click()
    mark = plain.locator(".mark").first
    mark.locator("input[value=gjort]").check()
    mark.locator("input[type=text]").fill("Fire leiligheter står ferdige.")
    plain.get_by_role("button", name="Vis i nettleseren").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("har gjort 1 av")
    expect(plain.locator("main")).to_contain_text("Fire leiligheter står ferdige.")
