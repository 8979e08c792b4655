"""What holds for every page of the site, in a real browser: one list, in `page_kinds`."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from looks import (
    PHONE,
    has_edges_in_forced_colours,
    open_all,
    printed,
    sound,
    sound_without_axe,
    walked_by_keyboard,
)
from page_kinds import KINDS, Ground, PageKind, unlisted
from playwright.sync_api import Page, expect

# Few pages are longer on paper than a meeting's: the catalogue, documents, and every answer.
_SHEETS = {
    "rules.overview": 40,
    "papers.html": 30,
    "review.show": 8,
    "blank.show": 14,
    "blank_of_case.show": 14,
    "issued.show": 12,
    "catalogue.browse": 10,
    "steps.check": 9,
}
_USUALLY = 6

every_kind = pytest.mark.parametrize("kind", KINDS, ids=str)


def shown(page: Page, address: str, kind: PageKind) -> None:
    """Open a page, and bring it into the state that is looked at."""
    page.goto(address)
    if kind.mistake:
        form = page.locator("main form")
        if kind.mistake.box:
            page.locator(f"main form {kind.mistake.box}").first.fill(kind.mistake.text)
            form = form.filter(has=page.locator(kind.mistake.box))
        form.locator("button[type=submit]").first.click()
        expect(page.get_by_role("alert")).to_be_focused()


def test_no_page_is_left_out(app: Flask) -> None:
    """Every address of the site is in the list, or is known to be no page."""
    assert unlisted(app) == set()


@pytest.mark.parametrize(
    ("kind", "language"), [(kind, each) for kind in KINDS for each in ("nb", "nn")], ids=str
)
def test_a_page_is_sound(page: Page, ground: Ground, kind: PageKind, language: str) -> None:
    """Axe finds nothing, nothing is wider than the window, with everything folded out."""
    for address in ground.addresses(kind, language):
        shown(page, address, kind)
        open_all(page)
        sound(page)


@every_kind
def test_a_page_is_reached_by_keyboard_in_any_colours_and_printed(
    page: Page, ground: Ground, kind: PageKind
) -> None:
    """On a phone's width: order, ring and reach of every stop; edges; sheets without chrome."""
    page.set_viewport_size({"width": PHONE, "height": 800})
    shown(page, ground.addresses(kind, "nb")[0], kind)
    sheets = printed(page)
    most = _SHEETS.get(kind.endpoint, _USUALLY)
    assert sheets <= most, f"{page.url} takes {sheets} sheets"
    has_edges_in_forced_colours(page)
    walked_by_keyboard(page)


def test_axe_bites(page: Page) -> None:
    """A page with bad contrast and a box without a label is found out."""
    page.goto("/nb/personvern")
    page.evaluate(
        "document.querySelector('main p').setAttribute('style', 'color: #eee; background: #fff');"
        "document.querySelector('main').append(document.createElement('input'))"
    )
    results = Axe().run(page)
    assert {"color-contrast", "label"} <= {each["id"] for each in results.response["violations"]}


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("main.querySelector('h1').outerHTML = '<h3>a</h3>'", "heading 3 after 0"),
        ("main.innerHTML += '<p class=ds-validation-message>Feil</p>'", "a message of nothing"),
        ("main.innerHTML += '<label>A<input aria-invalid=true></label>'", "nobody tells"),
        ("main.innerHTML += '<nav><a href=?>A</a></nav>'", "leads here"),
        ("main.innerHTML += '<a class=ds-button>A</a>'; set('min-height', '2rem')", "px high"),
        ("main.innerHTML += '<p>A</p>'; set('width', '2000px')", "px in 320"),
    ],
)
def test_so_do_we(page: Page, fault: str, told: str) -> None:
    """What is planted on a good page is found out by our own checks too."""
    page.goto("/nb/personvern")
    page.evaluate(
        "const main = document.querySelector('main .frame');"
        f"const set = (what, to) => main.lastChild.style.setProperty(what, to); {fault}"
    )
    with pytest.raises(AssertionError, match=told):
        sound_without_axe(page)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("link.tabIndex = 3", "not reached"),
        ("link.style.outline = 'none'", "no ring"),
        ("link.style.setProperty('position', 'fixed'); link.style.top = '-99px'", "out of the"),
        ("head.style.cssText = 'position: fixed; z-index: 9; inset: 0'", "covered"),
    ],
)
def test_so_does_the_keyboard(page: Page, fault: str, told: str) -> None:
    """A link that cannot be reached in its turn, or seen when it is, is found out."""
    page.goto("/nb/personvern")
    page.evaluate(
        "const link = document.querySelector('.site-foot a');"
        f"const head = document.querySelector('.site-head'); {fault}"
    )
    with pytest.raises(AssertionError, match=told):
        walked_by_keyboard(page)
