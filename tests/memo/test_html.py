"""The memo as a page: sound, complete, and the same for screen, printer and PDF."""

import re
from dataclasses import fields, is_dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from memos import advice_for, html_for, unmarked, words_of, written

from wizard.domain.text import Language
from wizard.memo.charts.chart import Chart
from wizard.memo.compose import compose
from wizard.memo.html import render_html
from wizard.memo.model import Memo
from wizard.paths import STATIC, TEMPLATES
from wizard.press.html import STYLESHEETS

TOKENS = STATIC / "tokens.css"
VOID = {"meta", "link", "br", "col"}
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


def test_every_header_has_a_direction_and_every_table_its_heads(page: str) -> None:
    """A header says which way it points, and each table has a row of them."""
    names = [tag for tag, _ in tags(page)]
    assert names.count("thead") == names.count("table") > 0
    assert all(
        attributes.get("scope") in {"row", "col"} for tag, attributes in tags(page) if tag == "th"
    )


def test_no_cell_or_heading_of_the_page_is_empty(everywhere: tuple[str, Language]) -> None:
    """Nor is a paragraph or an entry of a list."""
    page = html_for(*everywhere)
    for tag in ("h1", "h2", "h3", "th", "td", "p", "li", "caption"):
        assert not re.search(rf"<{tag}(?: [^>]*)?>\s*</{tag}>", page), tag


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


def test_a_drawing_names_its_font_and_says_what_it_shows(page: str) -> None:
    """Text in a drawing takes nothing from the page, and a drawing needs its values in words."""
    texts = [attributes for tag, attributes in tags(page) if tag == "text"]
    assert texts
    assert all("Notat Sans" in str(attributes["font-family"]) for attributes in texts)
    drawn = re.findall(r"<svg[^>]*>(.*?)</svg>", page, re.DOTALL)
    assert all(re.match(r"<title>[^<]+</title>", each) for each in drawn)


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


def plain(text: str) -> str:
    """Return a text without what only a page does to it: hard spaces, lines and links to notes."""
    bare = re.sub(r'<sup class="mark">.*?</sup>', "", text)
    return " ".join(unescape(unmarked(bare)).split())


def laid_out(value: object) -> list[str]:
    """Return what a model says on the page: no settings, and nothing that is for the file alone."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in laid_out(each)]
    if not is_dataclass(value):
        return []
    hidden = {"svg", "look", "tone", "mark", "anchor", "link", "language", "paper"}
    hidden |= {"iso_day", "author", "about", "keywords", "owned", "page"}
    hidden |= {"independent"}  # stands in the foot of every page: test_layout
    shown = [field.name for field in fields(value) if field.name not in hidden]
    return [text for name in shown for text in laid_out(getattr(value, name))]


def charts_of(value: object) -> list[Chart]:
    """Return the charts of a model."""
    if isinstance(value, Chart):
        return [value]
    if isinstance(value, tuple):
        return [chart for each in value for chart in charts_of(each)]
    if not is_dataclass(value):
        return []
    return [chart for field in fields(value) for chart in charts_of(getattr(value, field.name))]


def test_the_page_says_all_that_the_model_says(memo: Memo, page: str) -> None:
    """No word is left out but what a chart that stands alone says in its drawing."""
    body = plain(re.sub(r"<[^>]+>", " ", re.sub(r'<sup class="mark">.*?</sup>', "", page)))
    quiet = {plain(text) for chart in charts_of(memo) for text in (chart.title, chart.source)}
    lost = [text for text in map(plain, laid_out(memo)) if text not in body and text not in quiet]
    assert lost == []


def test_the_page_says_no_more_than_the_model_says(memo: Memo, page: str) -> None:
    """What the model's words leave of the page, drawings apart, is punctuation."""
    words = {plain(word).removeprefix("https://") for word in words_of(memo)}
    said = sorted(words, key=len, reverse=True)
    bare = re.sub(r"<svg.*?</svg>|<style.*?</style>", "", page, flags=re.DOTALL)
    bare = re.sub(r'<sup class="mark">.*?</sup>', "", bare)
    for text in map(plain, re.findall(r">([^<]+)<", bare)):
        rest = text
        for word in said:
            rest = rest.replace(word, " ")
        assert not re.search(r"\w", rest), text


def test_what_people_write_is_shown_and_never_run() -> None:
    """Free text with markup in it is printed letter by letter."""
    text = '<img src=x onerror="alert(1)"> & {{ 7*7 }}'
    page = render_html(compose(written(advice_for("oslo"), vurdering=text)), stylesheets=())
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
    text = "Etter § 3-2 gis 18 000 kr innen 15. mai 2027."
    page = render_html(compose(written(advice_for("oslo"), vurdering=text)), stylesheets=())
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
