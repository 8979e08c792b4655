"""What happens to what people typed when something comes between: nothing."""

import re

import pytest
from page_kinds import Ground, PageKind
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

# Not a figure that we know, which may not be anything, and not a part of a date.
_QUESTION = ".question:not(:has(.figure-note))"
_BOX = f"{_QUESTION} input[type=text]:not([name$=-dag], [name$=-maned], [name$=-ar])"
_CHOICE = f"{_QUESTION} input[type=radio]:not([value=vet-ikke])"
_ONWARD = "main form .ds-button[type=submit]:not([data-variant])"


def boxes(page: Page) -> tuple[Locator, Locator]:
    """Return the first text box of a page, and a radio button that is not chosen."""
    return page.locator(_BOX).first, page.locator(f"{_CHOICE}:not(:checked)").first


@pytest.fixture
def questions(page: Page, ground: Ground) -> str:
    """Return a page of a fresh case with a number to type and something to choose."""
    asked = PageKind("steps.page")
    for address in ground.addresses(asked, "nb", ground.fresh()):
        page.goto(address)
        if page.locator(_BOX).count() and page.locator(_CHOICE).count():
            return address
    pytest.fail("no page has both")


def typed(page: Page, number: str = "3") -> tuple[str, str]:
    """Type a number and choose something, and return the selectors that find them again."""
    box, choice = boxes(page)
    name, id_ = box.get_attribute("id"), choice.get_attribute("id")
    box.fill(number)
    choice.check()
    return f"#{name}", f"#{id_}"


def saved(page: Page, address: str, box: str, choice: str, number: str = "3") -> None:
    """Check that what was typed is what the site has."""
    page.goto(address)
    expect(page.locator(box)).to_have_value(number)
    expect(page.locator(choice)).to_be_checked()


def test_a_lost_connection_costs_nothing(page: Page, questions: str) -> None:
    """The save never arrives; the browser's own "try again" sends it again, with all that is typed.

    The way back does not help: the page is never stored on the machine, so its lines are as saved.
    """
    box, choice = typed(page)

    def lose(route: Route) -> None:
        if route.request.method == "POST":
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.route("**/*", lose)
    page.locator(_ONWARD).click()
    page.wait_for_url("chrome-error://**")
    page.unroute("**/*")
    page.reload()
    expect(page.locator("main h1")).to_be_visible()
    saved(page, questions, box, choice)


def test_an_answer_that_is_lost_on_the_way_back_was_saved(page: Page, questions: str) -> None:
    """The save arrives, its answer does not; sent again, it neither conflicts nor changes."""
    box, choice = typed(page)

    def lose(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/*", lose)
    page.locator(_ONWARD).click()
    page.wait_for_url("chrome-error://**")
    page.unroute("**/*")
    saved(page, questions, box, choice)
    page.locator(_ONWARD).click()
    expect(page.get_by_role("alert")).to_have_count(0)
    saved(page, questions, box, choice)


def test_the_back_button_shows_what_was_saved_and_saves_again(page: Page, questions: str) -> None:
    """Back from the next page; another answer there is saved, and is not a conflict."""
    box, choice = typed(page)
    page.locator(_ONWARD).click()
    page.wait_for_url(lambda url: not url.endswith(questions))
    page.go_back()
    expect(page.locator(box)).to_have_value("3")
    expect(page.locator(choice)).to_be_checked()
    page.locator(box).fill("4")
    page.locator(_ONWARD).click()
    expect(page.get_by_role("alert")).to_have_count(0)
    saved(page, questions, box, choice, "4")


def test_two_clicks_save_once(page: Page, questions: str) -> None:
    """An impatient second click neither fails nor complains."""
    box, choice = typed(page)
    page.locator(_ONWARD).dblclick()
    page.wait_for_url(lambda url: not url.endswith(questions))
    expect(page.get_by_role("alert")).to_have_count(0)
    saved(page, questions, box, choice)


def test_an_expired_cookie_keeps_what_is_typed(page: Page, questions: str) -> None:
    """The page comes again with everything in it, says why, and can be sent."""
    box, choice = typed(page)
    page.context.clear_cookies()
    page.locator(_ONWARD).click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.locator(box)).to_have_value("3")
    expect(page.locator(choice)).to_be_checked()
    page.locator(_ONWARD).click()
    expect(page.get_by_role("alert")).to_have_count(0)
    saved(page, questions, box, choice)


def test_two_who_answer_the_same_question_are_told(
    context: BrowserContext, page: Page, questions: str
) -> None:
    """The one who comes last is told what the other answered, keeps the own, and may insist."""
    other = context.new_page()
    other.goto(questions)
    page.goto(questions)
    box = f"#{boxes(other)[0].get_attribute('id')}"
    other.locator(box).fill("5")
    other.locator(_ONWARD).click()
    other.wait_for_url(lambda url: not url.endswith(questions))
    page.locator(box).fill("6")
    page.locator(_ONWARD).click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("5")
    expect(page.locator(box)).to_have_value("6")
    page.locator(_ONWARD).click()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.goto(questions)
    expect(page.locator(box)).to_have_value("6")


def test_back_to_a_page_that_was_left_unsaved_brings_choices_and_paragraphs(
    page: Page, ground: Ground, questions: str
) -> None:
    """By an address typed, say. Single lines do not come back: no browser may note them down."""
    box, choice = typed(page)
    page.goto("/nb/")
    page.go_back()
    expect(page).to_have_url(re.compile(f"{questions}$"))
    expect(page.locator(choice)).to_be_checked()
    expect(page.locator(box)).not_to_have_value("3")
    page.goto(ground.addresses(PageKind("memo.show"), "nb", ground.fresh())[0])
    paragraphs = page.locator("textarea").first
    paragraphs.fill("Vi vil bygge.")
    page.goto("/nb/")
    page.go_back()
    expect(paragraphs).to_have_value("Vi vil bygge.")


def test_the_back_button_brings_nothing_back_over_what_a_colleague_has_saved(
    context: BrowserContext, page: Page, questions: str
) -> None:
    """A browser may put back what was chosen here before; the page is as the case is now."""
    _, choice = typed(page)
    page.locator(_ONWARD).click()
    page.wait_for_url(lambda url: not url.endswith(questions))
    other = context.new_page()
    other.goto(questions)
    name = other.locator(choice).get_attribute("name")
    theirs = other.locator(f"input[name={name}]:not(:checked)").first
    theirs.check()
    chosen = f"#{theirs.get_attribute('id')}"
    other.locator(_ONWARD).click()
    other.wait_for_url(lambda url: not url.endswith(questions))
    page.go_back()
    expect(page.locator(chosen)).to_be_checked()
    page.locator(_ONWARD).click()
    page.goto(questions)
    expect(page.locator(chosen)).to_be_checked()


@pytest.mark.parametrize("way", [".brand", "aside button", "main form button", ".site-foot button"])
def test_every_way_out_saves(page: Page, questions: str, way: str) -> None:
    """The name of the tool, another theme, the buttons below and the links at the foot."""
    box, choice = typed(page)
    page.locator(f"{way}[name=ga]").last.click()
    page.wait_for_url(lambda url: not url.endswith(questions))
    saved(page, questions, box, choice)
