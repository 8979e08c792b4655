"""A server on this machine with the pages of a test, which sees how it is asked."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from like_ssb import Reply


@dataclass
class LikePages:
    """What each path answers; `asked` are the methods and paths in order, `at_once` the most."""

    pages: Mapping[str, Reply]
    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    at_once: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, method: str, path: str) -> Reply:
        with self._lock:
            self.asked.append((method, path))
            self._now += 1
            self.at_once = max(self.at_once, self._now)
        return self.pages.get(path, Reply(b"<html>404</html>", 404))

    def end(self) -> None:
        with self._lock:
            self._now -= 1


@contextmanager
def like_pages(pages: Mapping[str, Reply], without_head: str = "") -> Iterator[LikePages]:
    """Run a server with these pages on a free port; one path of them may know no HEAD."""
    server = LikePages(pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = server.begin(self.command, self.path)
            try:
                server.over.wait(reply.delay)
                no_head = self.command == "HEAD" and self.path == without_head
                self.send_response(405 if no_head else reply.status)
                self.send_header("Content-Length", str(len(reply.body) + reply.cut))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(reply.body)
            except ConnectionError:
                """The client has gone: it wants no body."""
            finally:
                server.end()

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    web = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=web.serve_forever, args=(0.02,))
    thread.start()
    server.address = f"http://127.0.0.1:{web.server_port}"
    try:
        yield server
    finally:
        server.over.set()
        web.shutdown()
        thread.join()
        web.server_close()
