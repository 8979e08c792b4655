"""Asks whether pages are where they were: one question at a time to each host, and no hurry.

The answer is only told. A page that cannot be found today may be there tomorrow, and many hosts
turn programs away.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import urljoin, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError

from wizard.domain.text import Text
from wizard.refresh.problems import shown, why

_AGENT = "virkemiddelveiviseren (wizard rules links)"
_UNREADABLE = Text("adressen kan ikke leses", "adressa kan ikkje lesast")
_MOST_HOPS = 5
_HOSTS_AT_ONCE = 8
_MOVED, _GONE = frozenset({301, 308}), frozenset({404, 410})
_ELSEWHERE = _MOVED | {302, 303, 307}
_FINE, _REFUSED = 200, 400


class Found(Enum):
    """How it went with a page."""

    THERE = auto()
    MOVED = auto()
    GONE = auto()
    UNSURE = auto()
    SILENT = auto()
    NOT_ASKED = auto()


NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Answer:
    """How it went; `more` is the new address, the status, or why there was no answer."""

    found: Found
    more: Text = NOTHING


def is_public(url: str) -> bool:
    """Tell whether an address is https on a host that all its numbers say is out in the world.

    A host without a number is taken for public: there is nobody there to be reached.
    """
    address = urlsplit(url)
    if address.scheme != "https" or not address.hostname or address.username is not None:
        return False
    try:
        numbers = socket.getaddrinfo(address.hostname, 443, type=socket.SOCK_STREAM)
    except OSError:
        return True
    return all(ipaddress.ip_address(each[4][0]).is_global for each in numbers)


@dataclass(frozen=True, slots=True)
class Asking:
    """How pages are asked for: for how many `seconds`, and with how long a `pause` for each host.

    Addresses that are not `allowed` are not asked, nor followed to.
    """

    seconds: float = 20.0
    pause: float = 1.0
    allowed: Callable[[str], bool] = is_public

    def all(self, urls: Iterable[str]) -> dict[str, Answer]:
        """Return the answer about each address."""
        hosts: dict[str, list[str]] = {}
        for url in dict.fromkeys(urls):
            hosts.setdefault(urlsplit(url).netloc, []).append(url)
        with ThreadPoolExecutor(_HOSTS_AT_ONCE) as hands:
            answered = [pair for pairs in hands.map(self._host, hosts.values()) for pair in pairs]
        return dict(answered)

    def _host(self, urls: list[str]) -> list[tuple[str, Answer]]:
        answered: list[tuple[str, Answer]] = []
        # A certificate that does not hold is no answer; redirects are followed by hand.
        with PoolManager(
            retries=False,
            timeout=Timeout(connect=min(self.seconds, 10.0), read=self.seconds),
            headers={"User-Agent": _AGENT, "Accept": "*/*"},
        ) as pool:
            for number, url in enumerate(urls):
                if number:
                    time.sleep(self.pause)
                answered.append((url, self._page(url, pool)))
        return answered

    def _page(self, url: str, pool: PoolManager) -> Answer:
        """Follow an address to its end; it has moved where every step on the way was for good."""
        at, for_good = url, True
        for _ in range(_MOST_HOPS + 1):
            try:
                if not self.allowed(at):
                    return Answer(Found.NOT_ASKED, _same(at))
                status, location = _ask(at, pool)
            except (HTTPError, ValueError) as failed:
                return Answer(Found.SILENT, _told(failed))
            if status not in _ELSEWHERE or not location:
                break
            for_good = for_good and status in _MOVED
            at = urljoin(at, location)
        else:
            return Answer(Found.UNSURE, _same(str(status)))
        if status in _GONE:
            return Answer(Found.GONE, _same(str(status)))
        if not _FINE <= status < _REFUSED:
            return Answer(Found.UNSURE, _same(str(status)))
        return Answer(Found.MOVED, _same(at)) if at != url and for_good else Answer(Found.THERE)


def _ask(url: str, pool: PoolManager) -> tuple[int, str]:
    """Return the status of a page and where it sends us; the page itself is not read."""
    for method in ("HEAD", "GET"):
        response: BaseHTTPResponse = pool.request(
            method, url, redirect=False, preload_content=False
        )
        response.close()
        # Some hosts know no HEAD; only GET tells for certain that a page is not there.
        if response.status < _REFUSED:
            break
    return response.status, response.headers.get("Location", "")


def _same(text: str) -> Text:
    return Text(shown(text), shown(text))


def _told(failed: HTTPError | ValueError) -> Text:
    return why(failed) if isinstance(failed, HTTPError) else _UNREADABLE
