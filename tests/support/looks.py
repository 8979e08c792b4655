"""What holds for every page in a real browser, and what axe does not see."""

import io
from typing import Any

import pikepdf
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 390, 1280)
PHONE = 390
_OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
_WIDE = """
() => {
  const limit = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth;
  if (wide <= limit) return "";
  const out = [...document.querySelectorAll("body *")].filter(e => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility() && box.width && box.right > limit + 1;
  });
  const told = out.slice(-3).map(e => e.outerHTML.slice(0, 120));
  return `${wide} px in ${limit}: ${told}`;
}
"""
# Faults of structure that axe leaves to people. Each finds what it can, and says where.
_FAULTS = """
() => {
  const found = [];
  const shown = (e) => e.outerHTML.slice(0, 140);
  const all = (selector) =>
    [...document.querySelectorAll(selector)].filter(e => e.checkVisibility());
  const referred = (e) => ((e && e.getAttribute("aria-describedby")) || "").split(" ")
    .map(id => document.getElementById(id));
  const clean = (text) => (text || "").replace(/\\s+/g, " ").trim();
  const memo = document.querySelector(".memo");  // a document that brings its styles with it
  if (document.scripts.length || !memo && document.querySelector("[style], style"))
    found.push("script or style in the page");
  if (all("[tabindex]").some(e => e.tabIndex > 0)) found.push("an order of its own");
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.tagName[1]);
    if (heading.closest("[role=alert]")) continue;
    if (own > level + 1) found.push(`heading ${own} after ${level}: ${shown(heading)}`);
    level = own;
  }
  for (const link of all("nav a[href]")) {
    const here = link.pathname === location.pathname && link.search === location.search;
    if (here && !link.hash && !link.hasAttribute("aria-current"))
      found.push(`leads here: ${shown(link)}`);
  }
  for (const nav of all("nav")) {
    const current = nav.querySelectorAll("[aria-current]").length;
    if (current > 1) found.push(`${current} are current: ${shown(nav)}`);
  }
  for (const each of all("a[aria-label], button[aria-label]")) {
    const visible = clean(each.innerText).toLowerCase();
    if (!each.getAttribute("aria-label").toLowerCase().includes(visible))
      found.push(`label not in name: ${shown(each)}`);
  }
  for (const box of all("[aria-invalid=true]")) {
    const told = [...referred(box), ...referred(box.closest("fieldset"))];
    if (!told.some(e => e && e.matches(".ds-validation-message")))
      found.push(`nobody tells what is wrong: ${shown(box)}`);
  }
  for (const message of all(".ds-validation-message")) {
    if (!message.id || !document.querySelector(`[aria-describedby~="${message.id}"]`))
      found.push(`a message of nothing: ${shown(message)}`);
  }
  for (const target of all(".ds-button, .option > label, .ds-details > summary, .ds-input")) {
    const box = target.getBoundingClientRect();
    if (box.height < 47.5 && !target.closest(".visually-hidden"))
      found.push(`${box.height} px high: ${shown(target)}`);
  }
  return found;
}
"""
# Where the focus is: a number for each element, whether it shows, and what hides it.
_FOCUS = """
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const every = [...document.querySelectorAll("*")];
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const seen = [...e.getClientRects()].some(each => [0.05, 0.3, 0.5, 0.7, 0.95].some(part => {
    const over = document.elementFromPoint(
      each.left + part * each.width, Math.max(each.top, 0)
        + (Math.min(each.bottom, innerHeight) - Math.max(each.top, 0)) / 2);
    return over && (e.contains(over) || over.contains(e) || over.closest("label")?.control === e);
  }));
  return {
    number: every.indexOf(e),
    shown: e.outerHTML.slice(0, 140),
    inside: right > left && bottom > top,
    covered: !seen,
    ring: style.outlineStyle === "auto"
      || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    skip: e.matches(".ds-skip-link"),
  };
}
"""
_TO_THE_TOP = """
() => {
  const root = document.documentElement;
  root.tabIndex = -1;
  root.focus();
  root.removeAttribute("tabindex");
}
"""
_REACHABLE = """
() => {
  const every = [...document.querySelectorAll("*")], groups = new Map();
  for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    const hidden = e.type === "hidden" || !e.checkVisibility({checkVisibilityCSS: true});
    if (e.disabled || hidden) continue;
    if (e.matches("summary") && e !== e.parentElement.querySelector(":scope > summary")) continue;
    const key = e.type === "radio" ? `${e.name}` : e;
    if (!groups.has(key) || e.checked) groups.set(key, e);
  }
  return [...groups.values()].map(e => [every.indexOf(e), e.outerHTML.slice(0, 140)]);
}
"""
_CHROME = ".ds-skip-link, .site-links, .buttons, aside, nav, .ds-button"
_NO_EDGE = """
() => [...document.querySelectorAll(".ds-button, .ds-input, .ds-card, .ds-alert, .ds-tag")]
  .filter(e => e.checkVisibility())
  .filter(e => !["Top", "Left"].some(
    side => parseFloat(getComputedStyle(e)[`border${side}Width`]) >= 1))
  .map(e => e.outerHTML.slice(0, 140))
"""


def open_all(page: Page) -> None:
    """Fold out everything that can be folded out."""
    page.evaluate(_OPEN_ALL)


def sound(page: Page) -> None:
    """Check a page as it stands: axe, every width, large text, and what axe does not see."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
    sound_without_axe(page)


def sound_without_axe(page: Page) -> None:
    """Check what axe does not see."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        _nothing(page, page.evaluate(_WIDE))
    page.set_viewport_size({"width": PHONE, "height": 800})
    _nothing(page, page.evaluate(_FAULTS))
    size = "document.documentElement.style.fontSize"
    page.evaluate(f"{size} = '200%'")
    too_wide = page.evaluate(_WIDE)
    page.evaluate(f"{size} = ''; document.documentElement.removeAttribute('style')")
    _nothing(page, too_wide, "with text twice as large")
    page.set_viewport_size({"width": WIDTHS[-1], "height": 800})


def walked_by_keyboard(page: Page) -> None:
    """Press Tab through the page: everything is reached, in order, seen and with a ring."""
    reachable: list[tuple[int, str]] = page.evaluate(_REACHABLE)
    met: list[dict[str, Any]] = []
    page.evaluate(_TO_THE_TOP)
    for _ in range(len(reachable) + 20):
        page.keyboard.press("Tab")
        here = page.evaluate(_FOCUS)
        if here is None or (met and here["number"] == met[0]["number"]):
            break
        met.append(here)
    if not reachable:
        return
    assert met, page.url
    has_skip_link = page.locator(".ds-skip-link").count() > 0
    assert met[0]["skip"] or not has_skip_link, f"{page.url} begins with {met[0]['shown']}"
    faults = [
        f"{fault}: {each['shown']}"
        for each in met
        for fault, wrong in (
            ("out of the window", not each["inside"]),
            ("covered", each["covered"]),
            ("no ring", not each["ring"]),
        )
        if wrong
    ]
    _nothing(page, faults)
    numbers = [each["number"] for each in met]
    assert numbers == sorted(numbers), f"{page.url}: not in the order of the page"
    missed = [shown for number, shown in reachable if number not in numbers]
    _nothing(page, missed, "is not reached by Tab")


def has_edges_in_forced_colours(page: Page) -> None:
    """With the system's own colours, what was told by a ground is told by an edge."""
    page.emulate_media(forced_colors="active")
    _nothing(page, page.evaluate(_NO_EDGE), "has no edge in forced colours")
    page.emulate_media(forced_colors="none")


def printed(page: Page) -> int:
    """Check that the page prints without chrome, and return how many sheets it takes."""
    page.emulate_media(media="print")
    chrome = page.locator(_CHROME).evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 140))"
    )
    _nothing(page, chrome, "prints its chrome")
    paper = page.pdf(format="A4")
    page.emulate_media(media="screen")
    with pikepdf.open(io.BytesIO(paper)) as opened:
        return len(opened.pages)


def _nothing(page: Page, found: str | list[str], what: str = "") -> None:
    told = found if isinstance(found, str) else "\n".join(found)
    assert not found, f"{page.url} {what}\n{told}"
