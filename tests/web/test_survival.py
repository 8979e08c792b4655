"""The server is killed between two steps, and the case goes on."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

START = "import sys; from wizard.app import serve; sys.exit(serve('127.0.0.1', int(sys.argv[1])))"


class Server:
    """A real server in a process of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, "WIZARD_FOLDER": str(folder)}
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-c", START, str(self.port)]
        process = subprocess.Popen(command, env=self.environment, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return process
            except OSError:
                time.sleep(0.1)
        process.kill()
        raise TimeoutError("The server did not start")

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Give a running server."""
    running = Server(tmp_path)
    yield running
    running.kill()


class Browser:
    """Sends forms over the wire, with cookies."""

    def __init__(self) -> None:
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)

    def get(self, address: str) -> tuple[str, str]:
        """Return where one ends up, and the page."""
        with self.opener.open(address) as answer:
            return answer.url, answer.read().decode()

    def post(self, address: str, page: str, data: dict[str, str]) -> tuple[str, str]:
        """Send the form of a page."""
        hidden = re.findall(r'name="(csrf_token|revision|spurt)"[^>]*? value="([^"]*)"', page)
        body = urllib.parse.urlencode([*hidden, *data.items()]).encode()
        with self.opener.open(address, body) as answer:
            return answer.url, answer.read().decode()


def test_a_server_killed_between_two_steps_has_lost_nothing(server: Server) -> None:
    """The answers of the first step are there, and the open second step can be sent."""
    browser = Browser()
    where, page = browser.get(f"{server.address}/nb/kommune")
    where, _ = browser.post(where, page, {"typed": "5044"})
    case = where.rstrip("/")
    where, page = browser.get(f"{case}/sporsmal?bare=folketall&fra=tema&side=kommunen/tall")
    where, page = browser.post(where, page, {"svar_folketall": "790"})
    second = where
    server.kill()
    with pytest.raises(urllib.error.URLError):
        browser.get(case + "/")
    server.process = server.start()
    assert "790 innbyggere" in browser.get(case + "/svar")[1].replace("\u00a0", " ")
    where, _ = browser.post(second, page, {})
    assert where != second
