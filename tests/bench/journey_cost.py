"""What it costs to get through the wizard: pages, questions, fields, pixels, keys and clicks.

A browser follows whatever forms the site shows, as somebody who has the answers at hand and has
never been here: the answers are those of a journey in the rules, and "vet ikke" to the rest. So
the same walk measures a site of another version, given its address.
"""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import chromium
from playwright.sync_api import Locator, Page
from serving import site

from wizard.domain.case import Answer, Case, DontKnow
from wizard.rulebook import load

JOURNEYS = ("namsskogan", "vinje", "lebesby")
_WIDE, _NARROW = 1280, 390
# The prominent button of a form, wherever it leads.
_VIDERE = "main form:has(input[name=spurt]) .ds-button[type=submit]:not([data-variant])"
_MOST_PAGES = 150
_TABLE = (
    ("pages", "pages with a form, each time one is met"),
    ("questions", "questions met, the same one again counted again"),
    ("distinct", "different questions"),
    ("fields", "boxes, ticks and radio buttons met"),
    ("stops", "stops of the Tab key from the top of each page to its button"),
    ("keys", "characters typed, and one for each tick, radio button, link and button"),
    ("wide", f"px of these pages, {_WIDE} wide"),
    ("narrow", f"px of these pages, {_NARROW} wide"),
    ("result_wide", f"px of the result, {_WIDE} wide"),
    ("result_narrow", f"px of the result, {_NARROW} wide"),
)
# What the Tab key stops at before the button that leads on; a group of radio buttons is one stop.
_STOPS = """
button => {
  const seen = new Set();
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  return all.slice(0, all.indexOf(button) + 1).filter(each => {
    if (each.type === "hidden" || each.disabled || !each.checkVisibility()) return false;
    if (each.type !== "radio") return true;
    const before = seen.has(each.name);
    seen.add(each.name);
    return !before;
  }).length;
}
"""
_FIELDS = "main form :is(input:not([type=hidden]), select, textarea)"


class Lost(Exception):
    """The walk does not get to a result."""


@dataclass
class Cost:
    """What one walk met. `facts` are the questions, as often as they were asked."""

    pages: int = 0
    facts: list[str] = field(default_factory=list)
    fields: int = 0
    stops: int = 0
    keys: int = 0
    wide: int = 0
    narrow: int = 0
    result_wide: int = 0
    result_narrow: int = 0

    @property
    def questions(self) -> int:
        """How many questions were met."""
        return len(self.facts)

    @property
    def distinct(self) -> int:
        """How many different ones."""
        return len(set(self.facts))


def told(rules: Path, address: str | None = None) -> list[str]:
    """Return a table of both ways for each journey, for the site at an address or our own."""
    cases = load(rules).journeys
    serving = nullcontext((None, address)) if address else site(rules)
    with serving as (_, where), chromium.warm() as browser:
        page = browser.new_page(base_url=where)
        walks = {
            f"{id_}, {way}": Walk(page, cases[id_].case).go(everything=everything)
            for id_ in JOURNEYS
            for way, everything in (("first result", False), ("everything", True))
        }
        page.close()
    return [chromium.version(), *_table(walks)]


def _table(walks: Mapping[str, Cost]) -> Iterator[str]:
    wide = max(len(name) for name in walks)
    yield " " * wide + "".join(f"{name:>14}" for name, _ in _TABLE)
    for name, cost in walks.items():
        yield f"{name:<{wide}}" + "".join(f"{getattr(cost, each):>14}" for each, _ in _TABLE)
    yield from (f"{name}: {meaning}" for name, meaning in _TABLE)


@dataclass
class Walk:
    """One way through the site in a window of its own."""

    page: Page
    case: Case
    language: str = "nb"
    cost: Cost = field(default_factory=Cost)

    def go(self, *, everything: bool) -> Cost:
        """Follow the buttons from the front page to the advice.

        The way to the first result is the one that the most prominent buttons lead; `everything`
        begins at the first theme instead, and answers all that is asked.

        Raises:
            Lost: the buttons lead nowhere.

        """
        self.page.goto(f"/{self.language}/")
        self._press(self.page.locator("main a.ds-button").first)
        self._choose_municipality()
        if everything:
            self.page.goto(f"{self._case_path()}tema/")
        for _ in range(_MOST_PAGES):
            if urlsplit(self.page.url).path.endswith("/rad"):
                self.cost.result_wide, self.cost.result_narrow = self._heights()
                return self.cost
            self._one_page()
        raise Lost(self.page.url)

    def activate(self, what: Locator) -> None:
        """Press a link or a button."""
        what.click()

    def fill(self, box: Locator, text: str) -> None:
        """Write into a box, instead of what stands there."""
        box.fill(text)

    def choose(self, box: Locator) -> None:
        """Tick a box, or choose a radio button."""
        box.check()

    def _case_path(self) -> str:
        path = urlsplit(self.page.url).path.split("/")
        return "/".join(path[: path.index("sak") + 2]) + "/"

    def _choose_municipality(self) -> None:
        self._measure(self.page.locator("main form button").first)
        self._type(self.page.locator("#typed"), self.case.municipality_number)
        self._press(self.page.locator("main form button").first)

    def _one_page(self) -> None:
        """Fill in the questions of a page, or go where its first prominent button leads."""
        forms = self.page.locator(_VIDERE)
        if not forms.count():
            onward = "main :is(a, button).ds-button:not([data-variant])"
            self._press(self.page.locator(onward).first)
            return
        self._measure(forms.first)
        asked = self.page.locator("input[name=spurt]").evaluate_all("all => all.map(e => e.value)")
        self.cost.facts += asked
        for fact in asked:
            self._answer(fact)
        self._press(forms.first)

    def _measure(self, button: Locator) -> None:
        self.cost.pages += 1
        self.cost.fields += self.page.locator(_FIELDS).count()
        self.cost.stops += button.evaluate(_STOPS)
        wide, narrow = self._heights()
        self.cost.wide += wide
        self.cost.narrow += narrow

    def _heights(self) -> tuple[int, int]:
        found = []
        for width in (_NARROW, _WIDE):
            self.page.set_viewport_size({"width": width, "height": 800})
            found.append(int(self.page.evaluate("document.documentElement.scrollHeight")))
        return found[1], found[0]

    def _press(self, what: Locator) -> None:
        self.cost.keys += 1
        self.activate(what)
        self.page.wait_for_load_state()

    def _type(self, box: Locator, text: str) -> None:
        if box.input_value() != text:
            self.fill(box, text)
            self.cost.keys += len(text)

    def _tick(self, name: str, value: str) -> None:
        """Choose, where it is offered and not chosen."""
        box = self.page.locator(f'input[name="{name}"][value="{value}"]')
        if box.count() and not box.first.is_checked():
            self.choose(box.first)
            self.cost.keys += 1

    def _offered(self, name: str) -> list[str]:
        """Return what can be chosen, in the order of the page."""
        boxes = self.page.locator(f'input[name="{name}"]')
        offered: list[str] = boxes.evaluate_all("all => all.map(e => e.value)")
        return offered

    def _answer(self, fact: str) -> None:
        """Answer one question as the journey does; a figure that stands there is left alone."""
        name = f"svar_{fact}"
        answer = self.case.answers.get(fact)
        if answer is None and self._filled(name):
            return
        if answer is None or isinstance(answer, DontKnow):
            self._tick(name, "vet-ikke")
            self._tick(f"{name}-vet-ikke", "ja")
        else:
            self._say(name, answer)

    def _filled(self, name: str) -> bool:
        boxes = self.page.locator(f'input[name="{name}"]')
        script = (
            "all => all.some(e => e.type === 'text' ? e.value : e.type === 'hidden' || e.checked)"
        )
        return bool(boxes.evaluate_all(script))

    def _say(self, name: str, answer: Answer) -> None:
        match answer:
            case frozenset():
                for each in self._offered(name):
                    if each in answer:
                        self._tick(name, each)
                if not answer:
                    self._tick(f"{name}-ingen-av-disse", "ja")
            case date():
                parts = (("dag", answer.day), ("maned", answer.month), ("ar", answer.year))
                for part, number in parts:
                    self._type(self.page.locator(f'[name="{name}-{part}"]'), str(number))
            case str():
                self._tick(name, answer)
            case _:
                text = f"{answer}".replace(".", ",")
                self._type(self.page.locator(f'input[type=text][name="{name}"]'), text)
