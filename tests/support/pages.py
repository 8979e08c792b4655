"""A page as a test sees it: what every page must be is checked without being asked."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

# The token of a page that has stood open for too long.
STALE = "gammelt"

_VOID = {"meta", "link", "input", "img", "br", "hr"}
_SECRET = re.compile(r"/sak/([a-z2-7]{26})")


@dataclass
class Element:
    """A tag with its attributes and the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


class _Reader(HTMLParser):
    """Collects the elements; a tag that is closed out of order stops the test."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = Counter(name for name, _ in attrs)
        assert max(names.values(), default=0) < 2, f"<{tag}> repeats an attribute: {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


@dataclass
class Page:
    """An answer of the site, taken apart."""

    response: TestResponse
    html: str
    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a tag with these attributes (`class_` for `class`)."""
        wanted = {name.rstrip("_").replace("_", "-"): v for name, v in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag and wanted.items() <= element.attributes.items()
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of <{tag}> {attributes}"
        return found[0]

    @property
    def title(self) -> str:
        """Return the title; drawings have titles of their own."""
        head = [each.tag for each in self.elements].index("body")
        (title,) = [each for each in self.elements[:head] if each.tag == "title"]
        return title.text.strip()

    @property
    def heading(self) -> str:
        """Return the one h1."""
        return " ".join(self.one("h1").text.split())

    @property
    def text(self) -> str:
        """Return everything that can be read on the page."""
        return " ".join(self.one("body").text.split())

    @property
    def errors(self) -> list[str]:
        """Return the messages of the error summary."""
        if not self.all("div", class_="ds-error-summary"):
            return []
        start = self.html.index("ds-error-summary")
        summary = self.html[start : self.html.index("</ul>", start)]
        items = re.findall(r"<li>(.*?)</li>", summary, re.DOTALL)
        return [" ".join(re.sub(r"<[^>]+>", "", item).split()) for item in items]

    @property
    def token(self) -> str:
        """Return the token of the page's form."""
        return self.all("input", name="csrf_token")[0].attributes["value"]

    def typed(self, name: str) -> str:
        """Return what stands in a box."""
        return self.one("input", name=name).attributes["value"]

    @property
    def ways(self) -> dict[str, str]:
        """Return where each link leads, and each button that saves first, by what it says."""
        leading = [(each, each.attributes.get("href")) for each in self.all("a")]
        saving = [(each, each.attributes.get("value")) for each in self.all("button", name="ga")]
        found = {" ".join(e.text.split()): to or "" for e, to in (*leading, *saving)}
        return {text: to for text, to in found.items() if to.startswith(("/", "http"))}

    @property
    def unseen(self) -> dict[str, Any]:
        """Return what a page of questions sends besides the answers."""
        asked = [each.attributes["value"] for each in self.all("input", name="spurt")]
        return {"revision": self.typed("revision"), "spurt": asked}

    def checked(self, name: str) -> list[str]:
        """Return which buttons or boxes of a name are chosen."""
        inputs = self.all("input", name=name)
        return [i.attributes["value"] for i in inputs if "checked" in i.attributes]


class Site:
    """A browser without a window."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, address: str, status: int = 200) -> Page:
        """Return a page, checked; redirects are followed."""
        response = self.client.get(address, follow_redirects=True)
        return read_page(response, status)

    def post(
        self,
        address: str,
        data: dict[str, Any] | None = None,
        status: int = 200,
        *,
        token: str | None = None,
    ) -> Page:
        """Send a form with a good token, and return the page that follows."""
        form = {"csrf_token": self.token() if token is None else token, **(data or {})}
        response = self.client.post(address, data=form, follow_redirects=True)
        return read_page(response, status)

    def fill_in(self, address: str, data: dict[str, Any], status: int = 200) -> Page:
        """Open a page of questions, answer some of them, and send it."""
        return self.post(address, {**self.get(address).unseen, **data}, status)

    def token(self) -> str:
        """Return a token of this session."""
        return self.get("/nb/kommune").token

    def case_file(self, address: str) -> dict[str, Any]:
        """Return the case file of the case whose overview has that address."""
        content = self.client.get(address + "svarfil.json").get_json()
        assert isinstance(content, dict)
        return content

    def new_case(self, municipality: str = "5044", language: str = "nb") -> str:
        """Make a case, and return the address of its overview."""
        page = self.post(f"/{language}/kommune", {"typed": municipality})
        return f"/{language}/sak/{link_of(page.response.request.path)}/"


def link_of(address: str) -> str:
    """Return the secret link in an address."""
    match = _SECRET.search(address)
    assert match, address
    return match[1]


def read_page(response: TestResponse, status: int = 200) -> Page:
    """Take an answer apart; a page must be sound whatever it says."""
    html = response.get_data(as_text=True)
    assert response.status_code == status, f"{response.status_code}: {html[:3000]}"
    page = Page(response, html)
    if response.mimetype == "text/html":
        reader = _Reader()
        reader.feed(html)
        assert not reader.open, f"never closed: {[each.tag for each in reader.open]}"
        page.elements = reader.elements
        check_page(page)
    return page


def check_page(page: Page) -> None:
    """Check what holds for every page of the site."""
    language = page.one("html").attributes["lang"]
    path = page.response.request.path
    assert language in {"nb", "nn"}
    assert path.split("/")[1] not in {"nb", "nn"} or path.startswith(f"/{language}/")
    assert page.heading
    product = {"nb": "Virkemiddelveiviseren", "nn": "Verkemiddelvegvisaren"}[language]
    assert page.title.endswith(f" – {product}")
    assert page.title.startswith("Feil: ") == bool(page.errors)
    ids = Counter(e.attributes["id"] for e in page.elements if "id" in e.attributes)
    assert [id_ for id_, count in ids.items() if count > 1] == []
    _check_references(page, set(ids))
    _check_words(page, language)
    assert not any("style" in e.attributes or e.tag in {"style", "script"} for e in page.elements)
    foot = {
        "nb": "Uavhengig verktøy. Ikke laget av Husbanken.",
        "nn": "Uavhengig verktøy. Ikkje laga av Husbanken.",
    }
    assert foot[language] in page.text


def _check_references(page: Page, ids: set[str]) -> None:
    """Check that labels, descriptions and links within the page lead somewhere."""
    for element in page.elements:
        for name in ("for", "aria-describedby", "aria-labelledby", "list"):
            for id_ in element.attributes.get(name, "").split():
                assert id_ in ids, f"{name}={id_} leads nowhere"
        link = element.attributes.get("href", "")
        assert not link.startswith("#") or link[1:] in ids, f"{link} leads nowhere"
    labelled = {element.attributes.get("for") for element in page.all("label")}
    for box in (*page.all("input"), *page.all("textarea")):
        hidden = box.attributes.get("type") == "hidden"
        assert hidden or box.attributes.get("id") in labelled, f"no label: {box.attributes}"


def _check_words(page: Page, language: str) -> None:
    """Check that nothing is left unfilled, and that the other language does not shine through."""
    assert not re.search(r"\{(sats|tall|name|n)\b|None|Undefined|\bjinja\b", page.text), page.text
    foreign = {
        "nb": r"\b(ikkje|kva|kvifor|dykk|frå|vere|eit|òg|nokon|berre)\b",
        "nn": r"\b(ikke|hva|hvorfor|deres|fra|være|noen|bare|hvem|hvis|eller fra)\b",
    }
    own = page.text
    for element in page.elements:  # what is marked as the other language, or as none, may be it
        marks = element.attributes
        if marks.get("lang", language) != language or marks.get("translate") == "no":
            own = own.replace(" ".join(element.text.split()), "", 1)
    found = re.search(foreign[language], own, re.IGNORECASE)
    assert found is None, own[max(0, found.start() - 60) : found.end() + 60]
