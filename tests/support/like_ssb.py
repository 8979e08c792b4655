"""A server on this machine that answers as SSB does, and errs as SSB can."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Query = dict[str, str]


@dataclass
class Reply:
    """What is sent: `cut` bytes are promised but not sent, after `delay` seconds."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    delay: float = 0


@dataclass
class LikeSsb:
    """What the server answers at each path; replies in `errors` are given first, and used up."""

    answers: dict[str, Callable[[Query], Any]]
    address: str = ""
    errors: dict[str, list[Reply]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    over: threading.Event = field(default_factory=threading.Event)

    def reply(self, path: str, query: Query) -> Reply:
        self.asked[path] += 1
        if waiting := self.errors.get(path):
            return waiting.pop(0)
        if path not in self.answers:
            return Reply(b"<html>404</html>", 404)
        return Reply(json.dumps(self.answers[path](query)).encode())


@contextmanager
def like_ssb(answers: dict[str, Callable[[Query], Any]]) -> Iterator[LikeSsb]:
    """Run a server with these answers on a free port."""
    pace = {"apiVersion": "2.0.0", "maxCallsPerTimeWindow": 1000, "timeWindow": 1}
    server = LikeSsb({"pxwebapi/v2/config": lambda _: pace, **answers})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(asked.query).items()}
            reply = server.reply(asked.path.removeprefix("/api/"), query)
            server.over.wait(reply.delay)
            self.send_response(reply.status)
            self.send_header("Content-Length", str(len(reply.body) + reply.cut))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    web = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=web.serve_forever, args=(0.02,))
    thread.start()
    server.address = f"http://127.0.0.1:{web.server_port}/api"
    try:
        yield server
    finally:
        server.over.set()
        web.shutdown()
        thread.join()
        web.server_close()


def dataset(dimensions: dict[str, list[str]], value: Callable[..., int | float | None]) -> Any:  # noqa: ANN401 - JSON
    """Return a JSON-stat 2 table; `value` is called with one code of each dimension, in order."""
    names = list(dimensions)
    places: list[tuple[str, ...]] = [()]
    for codes in dimensions.values():
        places = [(*place, code) for place in places for code in codes]
    values = [value(*place) for place in places]
    return {
        "version": "2.0",
        "class": "dataset",
        "updated": "2027-02-24T07:00:00Z",
        "id": names,
        "size": [len(codes) for codes in dimensions.values()],
        "dimension": {
            name: {"category": {"index": {code: at for at, code in enumerate(codes)}}}
            for name, codes in dimensions.items()
        },
        "value": values,
        "status": {str(at): ".." for at, each in enumerate(values) if each is None},
    }
