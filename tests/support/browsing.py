"""A browser of few words on asyncio: keep-alive, cookies, one address of its own on loopback."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

_TOKEN = re.compile(rb'name="csrf_token"[^>]*value="([^"]+)"')
_PATIENCE = 60.0


@dataclass(frozen=True)
class Got:
    """What came back: the status, the headers in small letters, and the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def token(self) -> str:
        """Return the token of the page's form."""
        found = _TOKEN.search(self.body)
        assert found, "the page has no form"
        return found[1].decode()


@dataclass
class Browser:
    """One user: a connection that is kept, and the cookies. `own` is the address it comes from."""

    port: int
    own: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def get(self, path: str) -> Got:
        """Ask for a page."""
        return await self._ask("GET", path, b"")

    async def post(self, path: str, form: Mapping[str, str]) -> Got:
        """Send a form."""
        return await self._ask("POST", path, urlencode(form).encode())

    async def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None

    async def _ask(self, method: str, path: str, body: bytes) -> Got:
        kept = self._writer is not None
        try:
            return await asyncio.wait_for(self._once(method, path, body), _PATIENCE)
        except (ConnectionError, asyncio.IncompleteReadError):
            await self.close()
            if not kept:
                raise
            return await asyncio.wait_for(self._once(method, path, body), _PATIENCE)

    async def _once(self, method: str, path: str, body: bytes) -> Got:
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(
                "127.0.0.1", self.port, local_addr=(self.own, 0), limit=1 << 20
            )
        assert self._reader is not None
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
        if self.cookies:
            head += "Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()) + "\r\n"
        if method == "POST":
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
            head += f"Content-Length: {len(body)}\r\n"
        self._writer.write(f"{head}\r\n".encode() + body)
        await self._writer.drain()
        got = await _read(self._reader)
        for line in got.headers.get("set-cookie", "").split("\n"):
            name, _, value = line.partition(";")[0].partition("=")
            if name:
                self.cookies[name] = value
        if got.headers.get("connection", "").lower() == "close":
            await self.close()
        return got


async def _read(reader: asyncio.StreamReader) -> Got:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers: dict[str, str] = {}
    for line in head[1:]:
        name, _, value = line.partition(":")
        key = name.strip().lower()
        if key:
            headers[key] = f"{headers[key]}\n{value.strip()}" if key in headers else value.strip()
    status = int(head[0].split()[1])
    if headers.get("transfer-encoding") == "chunked":
        return Got(status, headers, await _chunks(reader))
    return Got(status, headers, await reader.readexactly(int(headers.get("content-length", 0))))


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readline()).split(b";")[0], 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return body
