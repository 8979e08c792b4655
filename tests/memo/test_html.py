"""The memo as a page: sound, complete, and the same for screen, printer and PDF."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from memos import advice_for, memo_for

from wizard.memo.compose import compose
from wizard.memo.html import render_html
from wizard.memo.model import Memo
from wizard.paths import STATIC, TEMPLATES
from wizard.press.html import STYLESHEETS

TOKENS = STATIC / "tokens.css"
VOID = {"meta", "link", "br", "rect"}
FOOT = {
    "nb": "Uavhengig verktøy. Ikke laget av Husbanken.",
    "nn": "Uavhengig verktøy. Ikkje laga av Husbanken.",
}


class Reader(HTMLParser):
    """Collects tags with their attributes, and stops at a tag closed out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    """Return the tags of a sound page."""
    reader = Reader()
    reader.feed(page)
    assert not reader.open
    return reader.found


def test_no_heading_level_is_skipped(page: str) -> None:
    """A reader who goes by headings finds one at every level above."""
    levels = [int(tag[1]) for tag, _ in tags(page) if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_header_a_direction(page: str) -> None:
    """A table tells what it is, and a header which way it points."""
    names = [tag for tag, _ in tags(page)]
    assert names.count("caption") == names.count("table")
    assert all(
        attributes.get("scope") in {"row", "col"} for tag, attributes in tags(page) if tag == "th"
    )


def test_every_address_inside_the_page_exists(page: str) -> None:
    """Links to sections lead somewhere, and no id is used twice."""
    ids = [attributes["id"] for _, attributes in tags(page) if "id" in attributes]
    assert len(ids) == len(set(ids))
    hrefs = [attributes.get("href") or "" for tag, attributes in tags(page) if tag == "a"]
    assert {href[1:] for href in hrefs if href.startswith("#")} <= set(ids)


def test_links_out_of_the_page_are_https_and_spelled_out(page: str) -> None:
    """On paper a link is only what can be read."""
    links = re.findall(r'<a href="(https?://[^"]+)">([^<]+)</a>', page)
    assert links
    assert all(href.startswith("https://") and href.endswith(shown) for href, shown in links)


def test_a_drawing_names_its_font_and_says_what_it_shows() -> None:
    """Text in a drawing takes nothing from the page, and a drawing needs a title."""
    page = render_html(memo_for("namsskogan"), stylesheets=())
    texts = [attributes for tag, attributes in tags(page) if tag == "text"]
    assert texts
    assert all(attributes["font-family"] == "Notat Sans, sans-serif" for attributes in texts)
    assert page.count("<svg") == page.count("<title>Andeler i prosent")


def test_the_page_speaks_one_language(memo: Memo, page: str) -> None:
    """The language is set, and the foot is in it."""
    assert f'<html lang="{memo.language}">' in page
    assert FOOT[memo.language] in page
    assert page.count(" lang=") == 1


def test_a_template_says_nothing_of_its_own() -> None:
    """Every word is in the model, so that a Word file can say the same without saying it again."""
    for path in (TEMPLATES / "memo").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bt\(", text), path.name
        markup = r"<style>.*?</style>|\{[{%#].*?[#%}]\}|<[^>]*>"
        bare = re.sub(markup, " ", text, flags=re.DOTALL)
        assert not re.search(r"[A-Za-zÆØÅæøå]{2,}", bare), path.name
        quoted = re.findall(r'"([^"]*)"', " ".join(re.findall(r"\{[{%].*?[%}]\}", text)))
        assert not any(re.search("[ÆØÅæøå]|[a-z]{2} [a-z]{2}", each) for each in quoted), path.name


def test_what_people_write_is_shown_and_never_run() -> None:
    """Free text with markup in it is printed letter by letter."""
    advice = advice_for("oslo")
    case = replace(advice.case, adviser={"vurdering": '<img src=x onerror="alert(1)"> & {{ 7*7 }}'})
    page = render_html(compose(replace(advice, case=case)), stylesheets=())
    assert "<img" not in page
    assert "&lt;img src=x" in page
    assert "{{ 7*7 }}" in page


def test_a_page_alone_carries_its_styles(memo: Memo) -> None:
    """The HTML file can be sent by e-mail: it asks for nothing."""
    page = render_html(memo)
    assert all(path.read_text(encoding="utf-8") in page for path in STYLESHEETS)
    assert not re.search(r"<link|<script|@import|src=", page)


def test_a_page_on_the_web_links_to_its_styles(memo: Memo) -> None:
    """A strict policy allows no style inside the page."""
    page = render_html(memo, ["/static/tokens.css", "/static/memo.css"])
    assert page.count('<link rel="stylesheet"') == 2
    assert "<style" not in page
    assert " style=" not in page


@pytest.mark.parametrize("pattern", [r"display:\s*(flex|grid)", r"leader\(", r"https?:", "url\\("])
def test_the_stylesheet_keeps_to_what_prints_well(pattern: str) -> None:
    """No flex, no grid, no leaders, and nothing fetched."""
    assert not re.search(pattern, "".join(path.read_text("utf-8") for path in STYLESHEETS))


def test_numbers_dates_and_sections_are_not_torn_apart() -> None:
    """A line never ends between § and its number, in a date, or inside a number."""
    advice = advice_for("oslo")
    text = "Etter § 3-2 gis 18 000 kr innen 15. mai 2027."
    case = replace(advice.case, adviser={"vurdering": text})
    page = render_html(compose(replace(advice, case=case)), stylesheets=())
    assert "Etter §\u00a03-2 gis 18\u00a0000 kr innen 15.\u00a0mai 2027." in page


def luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1, as WCAG counts."""
    digits = colour.lstrip("#")
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("paper", ["surface", "surface-tinted", "accent-tinted"])
@pytest.mark.parametrize("ink", ["text", "text-subtle", "accent", "success", "warning", "danger"])
def test_ink_can_be_read_on_paper(ink: str, paper: str) -> None:
    """Every colour of text stands 4.5:1 against what it may lie on."""
    tokens = dict(re.findall(r"--ds-color-([a-z-]+):\s*(#[0-9a-f]{6});", TOKENS.read_text("utf-8")))
    lights = sorted(luminance(tokens[name]) for name in (ink, paper))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5
