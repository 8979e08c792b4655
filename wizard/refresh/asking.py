"""Asks SSB over HTTP: no faster than it allows, and never twice for what has been answered."""

import hashlib
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from urllib3 import PoolManager, Retry, Timeout
from urllib3.exceptions import HTTPError

from wizard import clock
from wizard.refresh.problems import RefreshError, why

ADDRESS = "https://data.ssb.no/api"
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:/[\w./-]*)?", re.ASCII)
_TABLES, _KLASS = "pxwebapi/v2", "klass/v1"
_AGENT = "virkemiddelveiviseren (wizard data refresh)"
_OK, _TOO_MANY = 200, 429
# What SSB answers when it is busy; the rest will not be better for being asked again.
_AGAIN = (_TOO_MANY, 502, 503, 504)
_CONNECT_SECONDS = 10.0
_LONGEST_WAIT = 120  # more than this is no wait for somebody who sits there
_KEPT_SECONDS = 24 * 60 * 60  # older answers are asked for anew: SSB publishes at 8 each morning

Read = TypeVar("Read")


@dataclass
class Ssb:
    """SSB's two services at one address; answers that were good lie in a folder until done.

    `seconds` is how long one answer may be waited for, `tries` how often it is asked for.

    Raises:
        RefreshError: the address is none on the web.

    """

    folder: Path
    address: str = ADDRESS
    seconds: float = 60.0
    tries: int = 3
    asked: int = field(default=0, init=False)
    _pause: float = field(default=0.0, init=False)
    _last: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        if not _ADDRESS.fullmatch(self.address):
            raise RefreshError(
                f"«{self.address}» er ikke en nettadresse. Skriv den slik: {ADDRESS}."
            )
        retry = Retry(
            total=self.tries - 1,
            status_forcelist=_AGAIN,
            backoff_factor=0.5,
            respect_retry_after_header=True,
            retry_after_max=_LONGEST_WAIT,
            raise_on_status=False,
        )
        self._pool = PoolManager(
            retries=retry,
            timeout=Timeout(connect=min(self.seconds, _CONNECT_SECONDS), read=self.seconds),
            headers={"User-Agent": _AGENT, "Accept": "application/json"},
        )

    def table(self, number: str, wanted: Mapping[str, str], read: Callable[[Any], Read]) -> Read:
        """Return what `read` makes of a selection from a table of the statistics bank.

        `wanted` is the selection as PxWebApi 2 writes it: `valueCodes[Tid]` and the like.

        Raises:
            RefreshError: there was no good answer.

        """
        if not self._pause and not self._kept(self._url_of(number, wanted)):
            self._ask_for_the_pace()
        return self._answer(f"tabell {number}", self._url_of(number, wanted), read)

    def klass(self, path: str, wanted: Mapping[str, str], read: Callable[[Any], Read]) -> Read:
        """Return the same of the classifications, in Klass."""
        url = f"{self.address}/{_KLASS}/{path}.json?{urlencode(wanted)}"
        return self._answer("listen over kommuner (Klass)", url, read)

    def done(self) -> None:
        """Delete the answers that were kept."""
        for file in self.folder.glob("*.json"):
            file.unlink()
        if self.folder.is_dir() and not any(self.folder.iterdir()):
            self.folder.rmdir()

    def _url_of(self, number: str, wanted: Mapping[str, str]) -> str:
        query = urlencode({"lang": "no", "outputFormat": "json-stat2", **wanted})
        return f"{self.address}/{_TABLES}/tables/{number}/data?{query}"

    def _ask_for_the_pace(self) -> None:
        """Read how many calls SSB allows in how many seconds: 30 in 60 when this was written."""
        content = self._fetch("innstillingene", f"{self.address}/{_TABLES}/config")
        limits = _parsed("innstillingene", content)
        try:
            self._pause = float(limits["timeWindow"]) / int(limits["maxCallsPerTimeWindow"])
        except (KeyError, TypeError, ValueError, ZeroDivisionError) as wrong:
            raise RefreshError(
                "SSB sier ikke hvor mange spørsmål de tar imot (innstillingene)."
            ) from wrong

    def _answer(self, name: str, url: str, read: Callable[[Any], Read]) -> Read:
        file = self._file(url)
        content = self._kept(url)
        fresh = content is None
        if content is None:
            content = self._fetch(name, url)
        try:
            found = read(_parsed(name, content))
        except RefreshError as wrong:
            file.unlink(missing_ok=True)
            raise RefreshError(f"{name}: {wrong}") from wrong
        if fresh:
            self.folder.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(".del")
            part.write_bytes(content)
            part.replace(file)
        return found

    def _file(self, url: str) -> Path:
        return self.folder / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.json"

    def _kept(self, url: str) -> bytes | None:
        """Return an answer from earlier, if there is one of the last day."""
        file = self._file(url)
        if file.is_file() and clock.seconds() - file.stat().st_mtime < _KEPT_SECONDS:
            return file.read_bytes()
        return None

    def _fetch(self, name: str, url: str) -> bytes:
        wait = self._last + self._pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self.asked += 1
        try:
            response = self._pool.request("GET", url)
        except HTTPError as failed:
            raise RefreshError(f"Fikk ikke svar fra SSB om {name}: {why(failed).nb}.") from failed
        finally:
            self._last = time.monotonic()
        if response.status == _TOO_MANY:
            raise RefreshError(f"SSB vil at vi venter før vi spør mer ({name}). Prøv igjen senere.")
        if response.status != _OK:
            raise RefreshError(f"SSB svarte med feil {response.status} om {name}.")
        return response.data


def _parsed(name: str, content: bytes) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(content)
    except ValueError as wrong:
        raise RefreshError(f"Svaret fra SSB om {name} er ikke JSON.") from wrong
