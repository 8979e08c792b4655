"""What a server is put through: idle and slow connections, many users, memos without end."""

import asyncio
import random
import re
import statistics
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import perf_counter

from browsing import Browser

_EXAMPLE = re.compile(rb'action="(/nb/eksempel/[^"]+)"')


@dataclass
class Times:
    """Seconds that each answer took, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    wrong: dict[str, int] = field(default_factory=dict)

    def fail(self, what: str) -> None:
        """Count something that was not an answer."""
        self.wrong[what] = self.wrong.get(what, 0) + 1

    def __str__(self) -> str:
        if not self.seconds:
            return f"none answered {self.wrong}"
        ordered = sorted(self.seconds)
        p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
        told = (
            f"n={len(ordered)} p50={statistics.median(ordered) * 1000:.0f} "
            f"p99={p99 * 1000:.0f} max={ordered[-1] * 1000:.0f} ms"
        )
        return f"{told} wrong={self.wrong}" if self.wrong else told


async def timed(times: Times, ask: Callable[[], Awaitable[int]], limit: float = 60) -> None:
    """Time one answer; anything but 200 is wrong."""
    begun = perf_counter()
    try:
        status = await asyncio.wait_for(ask(), limit)
    except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
        times.fail(type(error).__name__)
        return
    times.seconds.append(perf_counter() - begun)
    if status != 200:
        times.fail(str(status))


async def new_case(browser: Browser, number: int = 0) -> str:
    """Make a case of one of the examples, and return the address of its overview."""
    page = await browser.get("/nb/")
    ways = _EXAMPLE.findall(page.body)
    made = await browser.post(ways[number % len(ways)].decode(), {"csrf_token": page.token})
    assert made.status == 303, made
    return made.headers["location"].partition("rad")[0]


async def pages(port: int, count: int, limit: float = 20) -> Times:
    """Ask for so many pages, one after another, each on a connection of its own."""
    times = Times()
    for _ in range(count):
        browser = Browser(port)

        async def ask(browser: Browser = browser) -> int:
            return (await browser.get("/nb/kommune")).status

        await timed(times, ask, limit)
        await browser.close()
    return times


async def idle(port: int, count: int) -> Times:
    """Let so many connections stand open and say nothing, and ask for pages meanwhile."""
    held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(count)]
    await asyncio.sleep(1)
    times = await pages(port, 10)
    for _, writer in held:
        writer.close()
    return times


async def slow_senders(port: int, count: int) -> Times:
    """Let half of so many send a head, half a form, a sign a second; ask for pages meanwhile."""

    async def send(start: bytes) -> None:
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(start)
            while True:
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(1)

    head = b"GET /nb/ HTTP/1.1\r\nHost: x\r\nX-A: "
    kind = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n"
    form = b"POST /nb/kommune HTTP/1.1\r\nHost: x\r\n" + kind + b"kommune="
    senders = [asyncio.create_task(send(form if i % 2 else head)) for i in range(count)]
    await asyncio.sleep(2)
    times = await pages(port, 10)
    for each in senders:
        each.cancel()
    return times


async def users(port: int, count: int, seconds: float, think: float) -> Times:
    """Let so many users go about on kept connections, with a pause to think between pages."""
    times, until = Times(), perf_counter() + seconds
    case = await new_case(Browser(port))
    wanted = (
        "/nb/",
        "/nb/kommune",
        case,
        f"{case}rad",
        f"{case}svar",
        f"{case}notat",
        "/nb/ordninger",
    )

    async def go(i: int) -> None:
        chance = random.Random(i)  # noqa: S311 - not for secrets
        browser = Browser(port, f"127.0.1.{i % 250 + 1}")
        await asyncio.sleep(chance.uniform(0, think))
        while perf_counter() < until:
            path = chance.choice(wanted)

            async def ask(path: str = path) -> int:
                return (await browser.get(path)).status

            await timed(times, ask)
            await asyncio.sleep(chance.uniform(0.5 * think, 1.5 * think))
        await browser.close()

    await asyncio.gather(*(go(i) for i in range(count)))
    return times


async def memos(port: int, clients: int, seconds: float) -> tuple[Times, Times]:
    """Let clients change and fetch memos without end; return the times of memos and of pages."""
    made, until = Times(), perf_counter() + seconds

    async def loop(i: int) -> None:
        browser = Browser(port, f"127.0.2.{i + 1}")
        case = await new_case(browser, i)
        turn = 0
        while perf_counter() < until:
            turn += 1
            page = await browser.get(f"{case}notat")
            seen = f"2026/{i}-{turn - 1}" if turn > 1 else ""
            form = {"csrf_token": page.token, "seen_saksnummer": seen, "language": "nb"}
            form["saksnummer"] = f"2026/{i}-{turn}"
            saved = await browser.post(f"{case}notat", form)
            assert saved.status == 303, saved.status

            async def fetch() -> int:
                got = await browser.get(f"{case}notat.pdf")
                while got.status in {303, 503} and perf_counter() < until + 30:
                    await asyncio.sleep(2)
                    got = await browser.get(f"{case}notat.pdf")
                return got.status

            await timed(made, fetch, 90)
        await browser.close()

    loops = [asyncio.create_task(loop(i)) for i in range(clients)]
    await asyncio.sleep(3)
    readers = users(port, 8, seconds - 4, 0.8)
    read = await readers
    await asyncio.gather(*loops)
    return made, read
