"""`wizard serve` in a process of its own, on a free port, with what it writes to its log."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from running import Browser

EXAMPLE = re.compile(r'action="(/nb/eksempel/[^"]+)"')


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


class Running:
    """A `wizard serve` that answers, and what it has written to its log."""

    def __init__(self, folder: Path, *more: str, **told: str) -> None:
        """Start it with settings, and `more` on its command line."""
        folder.mkdir(exist_ok=True)
        self.port, self._log = free_port(), folder / "logg"
        self.address = f"http://127.0.0.1:{self.port}"
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        environment = {**kept, "WIZARD_FOLDER": str(folder), "WIZARD_RENDERERS": "0", **told}
        command = [str(Path(sys.executable).with_name("wizard")), "serve"]
        command += ["--port", str(self.port), *more]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(command, env=environment, stderr=log, stdout=log)

    def wait(self) -> "Running":
        for _ in range(900):
            try:
                if self.get("/klar").startswith("database: ja\nregler: ja\npresse: ja\n"):
                    return self
            except OSError:
                assert self.process.poll() is None, self.log
                time.sleep(0.1)
        raise TimeoutError(self.log)

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=60) as answer:  # noqa: S310 - ours
            content: bytes = answer.read()
            return content.decode()

    def asked(
        self, method: str, path: str, headers: Mapping[str, str] | None = None
    ) -> http.client.HTTPResponse:
        """Return the answer to any request."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request(method, path, headers=dict(headers or {}))
            answer = connection.getresponse()
            answer.read()
            return answer

    def example(self) -> tuple[Browser, str]:
        """Return a browser with a case of an example, and the case's address."""
        browser = Browser()
        _, page = browser.get(f"{self.address}/nb/")
        way = EXAMPLE.findall(page)[0]
        where, _ = browser.post(f"{self.address}{way}", page, {})
        return browser, where.removesuffix("rad")

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(90)

    def parts(self) -> list[int]:
        """Return the processes that it has started."""
        pid = self.process.pid
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
        return [int(each) for each in told.split()]
