"""The web as people meet it: over HTTP on loopback, one who asks, the connection kept open."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPResponse
from importlib.metadata import version
from itertools import cycle
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from measure import Benchmark, Side
from page_kinds import KINDS, Ground
from serving import served, site

from wizard.advice import assess
from wizard.web.services import services_of

_FORM, _SAVE, _RESULT, _KILOBYTES = 3.0, 3.0, 1.5, 60.0
_SAVED = 303
_BLOCK = os.urandom(4096)


class WrongAnswer(Exception):
    """The site answers with something else than what is timed."""


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks for the site of one folder of rules."""
    with ExitStack() as open_:
        folder = Path(open_.enter_context(tempfile.TemporaryDirectory(dir=Path.cwd())))
        app, address = open_.enter_context(site(rules, folder))
        hello = open_.enter_context(served(_hello))
        browser = open_.enter_context(_connected(address))
        stranger = open_.enter_context(_connected(hello))
        ground = Ground(app)
        services = services_of(app)
        municipality = services.municipalities.get(ground.case.municipality_number)
        forms = _question_pages(ground)
        runs_on = f"Flask {version('flask')}, waitress {version('waitress')}"
        asked = cycle(forms)

        def form_page() -> None:
            browser.get(next(asked))

        yield Benchmark(
            "web: a form page",
            Side(f"one of {len(forms)} pages of questions", form_page, runs_on),
            Side("«hello» from the same server", lambda: stranger.get("/"), runs_on),
            limit=_FORM,
        )
        save = _Save(browser, forms)
        yield Benchmark(
            "web: a save",
            Side(
                f"send {urlsplit(save.path).path.split('/', 4)[-1]}, another answer", save, runs_on
            ),
            Side("write 4 KiB in the same folder, fdatasync", _writing(open_, folder)),
            limit=_SAVE,
        )
        result = next(
            path for k in KINDS if str(k) == "result.show" for path in ground.addresses(k, "nb")
        )

        def advise_and_show_a_form() -> None:
            assess(ground.case, services.rulebook, municipality)
            browser.get(forms[0])

        yield Benchmark(
            "web: the result",
            Side("the page of the advice", lambda: browser.get(result)),
            Side("assess, and a form page", advise_and_show_a_form),
            limit=_RESULT,
        )
        pages = [path for k in KINDS for path in ground.addresses(k, "nb")]
        yield Benchmark(
            "web: what is sent",
            Side(f"median of {len(pages)} pages", lambda: _kilobytes(browser, pages)),
            Side("what a page may be", lambda: _KILOBYTES),
            limit=1,
            pairs=1,
            unit="kB",
        )


def _hello(_environ: dict[str, object], start: Callable[..., object]) -> Iterable[bytes]:
    start("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"hello"]


def _question_pages(ground: Ground) -> list[str]:
    kinds = (each for each in KINDS if str(each) == "steps.page")
    return [path for kind in kinds for path in ground.addresses(kind, "nb")]


def _kilobytes(browser: "_Browser", pages: Iterable[str]) -> float:
    return median(browser.sent(path) for path in pages) / 1000


def _writing(open_: ExitStack, folder: Path) -> Callable[[], None]:
    file = os.open(folder / "peer", os.O_CREAT | os.O_WRONLY)
    open_.callback(os.close, file)

    def write() -> None:
        os.write(file, _BLOCK)
        os.fdatasync(file)

    return write


@contextmanager
def _connected(address: str) -> Iterator["_Browser"]:
    connection = HTTPConnection(urlsplit(address).netloc)
    try:
        yield _Browser(connection)
    finally:
        connection.close()


class _Browser:
    """Asks over one connection that is kept open, and keeps the one cookie."""

    def __init__(self, connection: HTTPConnection) -> None:
        self._connection = connection
        self._headers = {"Accept-Encoding": "gzip"}

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[HTTPResponse, bytes]:
        typed = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        self._connection.request(method, path, body, {**self._headers, **typed})
        response = self._connection.getresponse()
        content = response.read()
        if cookie := response.getheader("Set-Cookie"):
            self._headers["Cookie"] = cookie.partition(";")[0]
        return response, content

    def get(self, path: str) -> None:
        """Ask for a page that must be there."""
        response, _ = self._ask("GET", path)
        if response.status != 200:
            raise WrongAnswer(f"{response.status} {path}")

    def sent(self, path: str) -> int:
        """Return how many bytes of content came over the wire, packed as they were."""
        return len(self._ask("GET", path)[1])

    def form(self, path: str) -> "_Form":
        """Return what stands in the form of a page, as it would be sent."""
        del self._headers["Accept-Encoding"]
        read = _Form()
        read.feed(self._ask("GET", path)[1].decode())
        self._headers["Accept-Encoding"] = "gzip"
        return read

    def send(self, path: str, fields: list[tuple[str, str]]) -> int:
        """Send a form, and return the status of the answer."""
        return self._ask("POST", path, urlencode(fields))[0].status


class _Form(HTMLParser):
    """What a browser would send of a page's boxes, and which buttons there are to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self.choices: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a box."""
        box = {name: value or "" for name, value in attrs}
        if tag != "input" or "name" not in box:
            return
        if box.get("type") == "radio":
            self.choices.setdefault(box["name"], []).append(box["value"])
        if box.get("type") not in ("radio", "checkbox") or "checked" in box:
            self.fields.append((box["name"], box.get("value", "")))


class _Save:
    """Sends the first page that has something to choose, with another choice each time."""

    def __init__(self, browser: _Browser, pages: list[str]) -> None:
        self._browser = browser
        forms = ((path, browser.form(path)) for path in pages)
        self.path, form = next((path, form) for path, form in forms if form.choices)
        name, choices = next(iter(form.choices.items()))
        self._fields = [each for each in form.fields if each[0] not in (name, "revision", "ga")]
        self._next = cycle([(name, value) for value in choices[:2]])
        self._revision = int(dict(form.fields)["revision"])

    def __call__(self) -> None:
        """Save once more; what is typed differs from what is stored.

        Raises:
            WrongAnswer: it was not saved.

        """
        said = [next(self._next), ("revision", str(self._revision)), ("ga", "videre")]
        status = self._browser.send(self.path, [*self._fields, *said])
        if status != _SAVED:
            raise WrongAnswer(f"{status} {self.path}")
        self._revision += 1
