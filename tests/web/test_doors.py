"""What stands at the door in production: our own host, https, the known proxies, and a size."""

import io
import tempfile
from datetime import date
from pathlib import Path

import pytest
from flask import Flask, request
from pages import Site, read_page
from question_book import question_book
from werkzeug.test import EnvironBuilder, run_wsgi_app

from wizard.app import create_app
from wizard.settings import Settings
from wizard.web.access import Whom, let_in

OURS = "https://veiviser.kommunen.no"
FORM = "application/x-www-form-urlencoded"
CONTACT = "sikkerhet@kommunen.no"


@pytest.fixture
def production(tmp_path: Path) -> Flask:
    """Return the site as it runs in production."""
    settings = Settings(
        folder=tmp_path, production=True, public_url=OURS, contact=CONTACT, renderers=0
    )
    return create_app(settings, question_book())


@pytest.mark.parametrize("host", ["evil.no", "veiviser.kommunen.no.evil.no", "127.0.0.1:8000", ""])
@pytest.mark.parametrize("path", ["/", "/nb", "/nb/", "/nb/sak/aaaaaaaaaaaaaaaaaaaaaaaaaa", "/x"])
def test_another_host_gets_a_page_and_nothing_else(production: Flask, host: str, path: str) -> None:
    """Neither a way on, nor the name that was asked for, nor less of the headers."""
    environ = EnvironBuilder(path).get_environ()
    environ["HTTP_HOST"] = host
    body, status, headers = run_wsgi_app(production, environ, buffered=True)
    content = b"".join(body)
    assert status == "400 BAD REQUEST"
    assert "Vi kan ikke lese adressen" in content.decode()
    assert not host or host.encode() not in content
    assert "Location" not in headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Strict-Transport-Security"]


def test_our_own_host_is_let_in_by_any_port_and_probes_by_any_name(production: Flask) -> None:
    """What asks whether the machine is alive does not know what users call it."""
    with production.test_client() as client:
        for base in (OURS, f"{OURS}:8443", OURS.replace("https", "http")):
            assert client.get("/nb/", base_url=base).status_code == 200
        assert client.get("/helse", base_url="http://10.0.0.1:8000").status_code != 400


def test_every_answer_in_production_asks_for_https_for_a_year(production: Flask) -> None:
    with production.test_client() as client:
        for path in ("/nb/", "/nb", "/static/layout.css", "/finnes-ikke", "/"):
            answer = client.get(path, base_url=OURS, buffered=True)
            seconds = answer.headers["Strict-Transport-Security"].partition("=")[2]
            assert int(seconds) >= 365 * 24 * 3600


def test_no_answer_asks_for_https_where_there_is_none(site: Site) -> None:
    assert "Strict-Transport-Security" not in site.client.get("/nb/").headers


def test_cookies_are_bound_to_our_host(production: Flask) -> None:
    """The browser sends them to us alone; the page about cookies calls them by the same names."""
    with production.test_client() as client:
        cookie = client.get("/nb/kommune", base_url=OURS).headers["Set-Cookie"]
        told = client.get("/nb/informasjonskapsler", base_url=OURS).get_data(as_text=True)
    assert cookie.startswith("__Host-veiviser=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "«__Host-veiviser»" in told
    assert "«__Host-saker»" in told


@pytest.mark.parametrize(("proxies", "seen"), [(0, "127.0.0.1"), (1, "9.9.9.9"), (2, "8.8.8.8")])
def test_only_known_proxies_say_who_asks(tmp_path: Path, proxies: int, seen: str) -> None:
    """Whatever a client writes before what they add does not count."""
    app = create_app(Settings(folder=tmp_path, proxies=proxies, renderers=0), question_book())

    @app.get("/hvem")
    @let_in(Whom.ANYBODY)
    def who() -> str:
        return f"{request.remote_addr} {request.host}"

    headers = {"X-Forwarded-For": "7.7.7.7, 8.8.8.8, 9.9.9.9", "X-Forwarded-Host": "evil.no"}
    with app.test_client() as client:
        assert client.get("/hvem", headers=headers).text == f"{seen} localhost"


class Body(io.RawIOBase):
    """A body that never ends, and counts how much of it is read."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, room: bytearray) -> int:  # type: ignore[override]
        self.taken += len(room)
        room[:] = b"x" * len(room)
        return len(room)


@pytest.mark.parametrize("length", ["", "10000000000"])
@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", FORM])
def test_a_huge_upload_is_refused_before_it_is_read(app: Flask, kind: str, length: str) -> None:
    """By what it says of its size; where it says nothing, as soon as it is too much."""
    environ = EnvironBuilder("/nb/svarfil", method="POST").get_environ()
    body = Body()
    environ |= {"wsgi.input": body, "wsgi.input_terminated": True, "CONTENT_TYPE": kind}
    environ["CONTENT_LENGTH"] = length
    _, status, headers = run_wsgi_app(app, environ, buffered=True)
    assert status[:3] in ({"413"} if length else {"413", "400"})
    assert headers["Content-Security-Policy"]
    assert body.taken <= (0 if length else 2 * 1024 * 1024)


def test_no_upload_touches_the_disk(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The largest that is taken, and one larger, where there is no folder to write to."""
    token = site.token()
    monkeypatch.setattr(tempfile, "tempdir", "/nonexistent/folder")
    for size, status in ((490_000, 422), (700_000, 413)):
        parts = {"csrf_token": token.encode(), 'file"; filename="sak.json': b"x" * size}
        body = b"".join(
            b'--x\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n'
            % (name.encode(), part)
            for name, part in parts.items()
        )
        kind = "multipart/form-data; boundary=x"
        answer = site.client.post("/nb/svarfil", data=body + b"--x--\r\n", content_type=kind)
        read_page(answer, status)


def test_a_form_of_too_many_parts_is_refused(site: Site) -> None:
    data = {f"a{n}": "x" for n in range(1100)}
    kind = "multipart/form-data"
    read_page(site.client.post("/nb/svarfil", data=data, content_type=kind), 413)


def test_a_weakness_can_be_told_of(production: Flask) -> None:
    """The file that RFC 9116 describes, with the contact that production demands."""
    with production.test_client() as client:
        answer = client.get("/.well-known/security.txt", base_url=OURS)
    assert answer.mimetype == "text/plain"
    said = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert said["Contact"] == f"mailto:{CONTACT}"
    assert said["Canonical"] == f"{OURS}/.well-known/security.txt"
    left = date.fromisoformat(said["Expires"].partition("T")[0]) - date.today()  # noqa: DTZ011
    assert 30 < left.days < 365


def test_nobody_is_named_where_nobody_answers(tmp_path: Path) -> None:
    """A placeholder is no contact."""
    settings = Settings(folder=tmp_path, contact="post@example.org", renderers=0)
    with create_app(settings, question_book()).test_client() as client:
        assert client.get("/.well-known/security.txt").status_code == 404
