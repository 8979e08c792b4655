"""Holds laws and central regulations up against Lovdata's free data (NLOD 2.0).

Lovdata gives all that is in force as two packed archives, one file a document, each with a list of
what the document is in its head. A document that is not among them is repealed, not yet in force,
or local. Only the heads of the cited ones are read; nothing is kept.
"""

import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from urllib3 import PoolManager, Retry, Timeout
from urllib3.exceptions import HTTPError

from wizard.domain.text import Text
from wizard.refresh.archives import BadArchive, beginnings
from wizard.refresh.problems import shown, why

ADDRESS = "https://api.lovdata.no"
_PATH = "v1/publicData/get"
_ARCHIVES = {"lov": "gjeldende-lover.tar.bz2", "for": "gjeldende-sentrale-forskrifter.tar.bz2"}
_AGENT = "virkemiddelveiviseren (wizard rules lovdata)"
_OK = 200
_MOST_BYTES = 200 * 1024**2  # ten times what the larger of the two was in 2026
_PATIENCE = 5  # times as long for all of it as for one piece
_PIECE = 64 * 1024
_HEAD = 64 * 1024  # the list stands first in a document; the longest is a few thousand letters
_STATUS = Text(
    "Lovdata svarte med feil {status} om {name}.", "Lovdata svarte med feil {status} om {name}."
)
_LARGE = Text(
    "Svaret fra Lovdata om {name} er altfor stort.", "Svaret frå Lovdata om {name} er altfor stort."
)
_SLOW = Text("Lovdata brukte for lang tid på {name}.", "Lovdata brukte for lang tid på {name}.")
_NO_ANSWER = Text(
    "Fikk ikke svar fra Lovdata om {name}: {why}.", "Fekk ikkje svar frå Lovdata om {name}: {why}."
)
_BROKEN = Text(
    "Svaret fra Lovdata om {name} er ødelagt eller altfor stort.",
    "Svaret frå Lovdata om {name} er øydelagt eller altfor stort.",
)
_NONE = Text(
    "Ingen av dem vi viser til, står i {name} fra Lovdata.",
    "Ingen av dei vi viser til, står i {name} frå Lovdata.",
)
_OTHER_FORM = Text(
    "Dokumentet {id} fra Lovdata har ikke den formen det skal ha.",
    "Dokumentet {id} frå Lovdata har ikkje den forma det skal ha.",
)
CITED = re.compile(r"(lov|for)-(\d{4})-(\d{2})-(\d{2})-(\d+)")
_FILE = re.compile(r"(?:.*/)?(nl|sf)-(\d{4})(\d{2})(\d{2})-0*(\d+)\.(?:xml|html)")
_KINDS = {"nl": "lov", "sf": "for"}
_ISO, _NORWEGIAN = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")


class NotAnswered(Exception):
    """Lovdata gave no good answer; `message` is a sentence that says why."""

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(message.nb)


@dataclass(frozen=True, slots=True)
class Document:
    """What Lovdata says of a law or regulation; `None` where it says no day."""

    title: str
    in_force: date | None
    changed: date | None
    changed_by: str


def fetch(
    cited: Iterable[str], address: str = ADDRESS, seconds: float = 120.0
) -> Mapping[str, Document]:
    """Return the documents that are in force among those cited, by id (`for-2019-11-18-1546`).

    Raises:
        NotAnswered: an answer is not good. Of so many cited, at least one must be there.

    """
    found: dict[str, Document] = {}
    for kind, name in _ARCHIVES.items():
        wanted = {each for each in cited if each.startswith(f"{kind}-")}
        if not wanted:
            continue
        with _downloaded(f"{address}/{_PATH}/{name}", name, seconds) as file:
            documents = dict(_read(file, name, wanted))
        if not documents:
            raise NotAnswered(_NONE.format(name=name))
        found |= documents
    return found


@contextmanager
def _downloaded(url: str, name: str, seconds: float) -> Iterator[Path]:
    """Lay what is at an address in a file for a while."""
    retry = Retry(
        total=2, status_forcelist=(429, 502, 503, 504), backoff_factor=0.5, raise_on_status=False
    )
    timeout = Timeout(connect=min(seconds, 10.0), read=seconds)
    with (
        TemporaryDirectory(prefix="lovdata-") as folder,
        PoolManager(retries=retry, timeout=timeout, headers={"User-Agent": _AGENT}) as pool,
    ):
        file, size = Path(folder) / name, 0
        until = time.monotonic() + _PATIENCE * seconds
        try:
            response = pool.request("GET", url, preload_content=False, redirect=False)
            if response.status != _OK:
                raise NotAnswered(_STATUS.format(status=response.status, name=name))
            with file.open("wb") as out:
                for piece in response.stream(_PIECE, decode_content=False):
                    size += len(piece)
                    if time.monotonic() > until:
                        raise NotAnswered(_SLOW.format(name=name))
                    if size > _MOST_BYTES:
                        raise NotAnswered(_LARGE.format(name=name))
                    out.write(piece)
        except HTTPError as failed:
            raise NotAnswered(_NO_ANSWER.format(name=name, why=why(failed))) from failed
        yield file


def _read(file: Path, name: str, wanted: set[str]) -> Iterator[tuple[str, Document]]:
    try:
        for member, content in beginnings(file, lambda path: _id_of(path) in wanted, _HEAD):
            id_ = _id_of(member)
            yield id_, _document(id_, content)
    except BadArchive as bad:
        raise NotAnswered(_BROKEN.format(name=name)) from bad


def _id_of(path: str) -> str:
    """Return the id of the document in a file, as our sources write it; empty if it is none."""
    match = _FILE.fullmatch(path)
    if match is None:
        return ""
    kind, year, month, day, number = match.groups()
    return f"{_KINDS[kind]}-{year}-{month}-{day}-{number}"


def _document(id_: str, content: bytes) -> Document:
    head = _Head()
    head.feed(content.decode("utf-8", "replace"))
    said = {key: shown("".join(texts)) for key, texts in head.said.items()}
    # The list names the document itself: a file under another's name would mislead.
    if said.get("legacyID", "").lower() != id_ or not said.get("title"):
        raise NotAnswered(_OTHER_FORM.format(id=id_))
    return Document(
        title=said["title"],
        in_force=_first_day(said.get("dateInForce", "")),
        changed=_first_day(said.get("lastChangeInForce", "")),
        changed_by=said.get("lastChangedBy", ""),
    )


def _first_day(text: str) -> date | None:
    """Return the first day in a text; some name several, or say «Kongen bestemmer»."""
    days = [*_ISO.findall(text), *("-".join(reversed(each)) for each in _NORWEGIAN.findall(text))]
    for each in days:
        try:
            return date.fromisoformat(each)
        except ValueError:
            continue
    return None


class _Head(HTMLParser):
    """Gathers what is `said` in the list of a document's head, by the class of each value."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {}
        self._list = self._over = False
        self._key = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "dl" and "data-document-key-info" in classes and not self._over:
            self._list = True
        elif self._list and tag in {"dt", "dd"}:
            self._key = classes[0] if tag == "dd" and classes else ""

    def handle_endtag(self, tag: str) -> None:
        if self._list and tag == "dl":
            self._list, self._over, self._key = False, True, ""
        elif tag == "dd":
            self._key = ""

    def handle_data(self, data: str) -> None:
        if self._key:
            self.said.setdefault(self._key, []).append(data)
