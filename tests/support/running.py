"""The real server in a process of its own, and a browser that sends forms over the wire."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Mapping
from pathlib import Path


class Server:
    """A real server in a process of its own. It answers once one has waited for it."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self._environment = {
            **os.environ,
            "WIZARD_FOLDER": str(folder),
            "WIZARD_RENDERERS": "0",
            **(environment or {}),
        }
        self.start()

    def start(self) -> None:
        """Start it, as from a shell."""
        command = [str(Path(sys.executable).with_name("wizard")), "serve", "--port", str(self.port)]
        self._process = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)

    def wait(self) -> None:
        """Wait until it answers."""
        for _ in range(600):
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                time.sleep(0.1)
        self.kill()
        raise TimeoutError("The server did not start")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()


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
