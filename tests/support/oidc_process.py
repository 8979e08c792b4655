"""A provider of OpenID Connect in a process of its own, and who logs in there."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import cast
from urllib.parse import urlencode, urlsplit

from flask.testing import FlaskClient
from serve_process import free_port
from werkzeug.test import TestResponse


class Provider:
    """`oidc-provider-mock`: whoever it is told of logs in without a password."""

    def __init__(self) -> None:
        self.port = free_port()
        self.issuer = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def wait(self) -> "Provider":
        for _ in range(900):
            try:
                self._open("GET", "/.well-known/openid-configuration")
            except OSError:
                assert self.process.poll() is None
                time.sleep(0.1)
            else:
                return self
        raise TimeoutError

    def knows(self, subject: str, **claims: object) -> None:
        """Tell it of somebody; a claim is said of them as it is, also where it is a lie."""
        self._open("PUT", f"/users/{subject}", json.dumps(claims).encode(), "application/json")

    def way_back(self, way_there: str, subject: str) -> str:
        """Return where a browser is led when somebody has logged in."""
        address = urlsplit(way_there)
        assert address.netloc == f"127.0.0.1:{self.port}"
        return self._open(
            "POST", f"{address.path}?{address.query}", urlencode({"sub": subject}).encode()
        )

    def log_in(self, client: FlaskClient, subject: str, came_for: str = "") -> TestResponse:
        """Return what the site answers who has logged in."""
        begun = client.get("/nb/logg-inn/videre", query_string={"neste": came_for})
        back = urlsplit(self.way_back(begun.headers["Location"], subject))
        return client.get(f"{back.path}?{back.query}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)

    def _open(self, method: str, path: str, data: bytes | None = None, kind: str = "") -> str:
        """Return where the answer leads; empty where it leads nowhere."""
        headers = {"Content-Type": kind} if kind else {}
        asked = urllib.request.Request(  # noqa: S310 - our own provider
            f"{self.issuer}{path}", data, headers, method=method
        )
        try:
            with _OPENER.open(asked, timeout=30) as answer:
                return cast("str", answer.headers.get("Location", ""))
        except urllib.error.HTTPError as error:
            if error.code >= 400:
                raise
            return error.headers["Location"]


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nowhere, so that the test sees where it would lead."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_Stay)
