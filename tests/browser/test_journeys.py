"""Whole journeys in a real browser: from the front page to a memo in the hand."""

from dataclasses import dataclass

import pytest
from journey_cost import JOURNEYS, Walk
from playwright.sync_api import Browser, Locator, Page, expect

from wizard.app import load_rulebook
from wizard.domain.rulebook import Rulebook
from wizard.paths import RULES

_STOPS = 400
_MAKING = 120_000


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """Return the rules, whose journeys know the answers."""
    return load_rulebook(RULES)


@dataclass
class KeyboardWalk(Walk):
    """The same way, without a mouse: Tab, arrows, space and Enter."""

    def activate(self, what: Locator) -> None:
        """Go there, and press Enter."""
        self._reach(what)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, box: Locator, text: str) -> None:
        """Go there, and write over what stands there."""
        self._reach(box)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, box: Locator) -> None:
        """Go there, or to its group, and choose."""
        if box.get_attribute("type") == "checkbox":
            self._reach(box)
            self.page.keyboard.press("Space")
            return
        group = f'input[name="{box.get_attribute("name")}"]'
        self._reach(self.page.locator(group).first, f"e => e.matches('{group}')")
        self.page.keyboard.press("Space")
        for _ in range(_STOPS):
            if box.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{box} is not reached by the arrows")

    def _reach(self, what: Locator, is_there: str = "(e, what) => e === what") -> None:
        handle = what.element_handle()
        for _ in range(_STOPS):
            focused = self.page.evaluate_handle("document.activeElement").as_element()
            if focused and focused.evaluate(is_there, handle):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"{what} is not reached by Tab")


def taken_home(page: Page, form: str) -> bytes:
    """Go from the advice to the memo's page, and download it in one of its forms."""
    with page.expect_navigation():
        page.locator("main a[href$='/notat']").first.click()
    with page.expect_download(timeout=_MAKING) as downloading:
        page.locator(f"main button[value$='/notat.{form}']").first.click()
    return downloading.value.path().read_bytes()


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_kommune_gets_from_start_to_memo(
    page: Page, book: Rulebook, journey: str, language: str
) -> None:
    """Every question answered as the kommune would, one page after the other."""
    case = book.journeys[journey].case
    cost = Walk(page, case, language).go(everything=True)
    assert set(case.answers) <= {*cost.facts}
    name = page.locator("main h1")
    expect(name).to_be_visible()
    form, begins = ("pdf", b"%PDF-") if language == case.language.value else ("docx", b"PK")
    assert taken_home(page, form).startswith(begins)


def test_a_kommune_gets_there_by_keyboard_alone(page: Page, book: Rulebook) -> None:
    """In nynorsk, as fast as the buttons lead; everything that is asked is answered."""
    walk = KeyboardWalk(page, book.journeys["vinje"].case, "nn")
    cost = walk.go(everything=False)
    assert cost.facts
    expect(page.locator("main h1")).to_be_visible()


def test_a_kommune_gets_there_on_a_phone(browser: Browser, address: str, book: Rulebook) -> None:
    """By touch, and nothing on the way is wider than the phone."""
    context = browser.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    cost = Walk(page, book.journeys["lebesby"].case).go(everything=False)
    assert cost.pages
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
