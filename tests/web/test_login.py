"""Operators log in at a real provider; what cannot be believed lets nobody in."""

import base64
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from oidc_process import Provider
from pages import Site
from question_book import question_book
from serve_process import free_port

from wizard.app import StartupError, create_app
from wizard.settings import Login, Settings
from wizard.web.access import Whom, let_in

OPERATOR = "/nb/bare-for-drift"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    started = Provider()
    try:
        yield started.wait()
    finally:
        started.stop()


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Flask]:
    """Return what makes a site with one page for operators, where they log in at an issuer."""

    def site(issuer: str, *listed: str, **more: object) -> Flask:
        login = Login(issuer, "veiviseren", "hemmelig", frozenset(listed)) if issuer else None
        settings = Settings(folder=tmp_path, renderers=0, login=login, **more)  # type: ignore[arg-type]
        app = create_app(settings, question_book())
        view = let_in(Whom.OPERATOR)(lambda: "bare for drift")
        way = "/<language:language>/bare-for-drift"
        app.add_url_rule(way, "drift", view, methods=["GET", "POST"])
        return app

    return site


@pytest.fixture
def client(make: Callable[..., Flask], provider: Provider) -> FlaskClient:
    return make(
        provider.issuer, "bruker:kari", "epost:ola@husbanken.no", "gruppe:regler"
    ).test_client()


def test_who_is_on_the_list_is_led_back_to_the_page_they_came_for(
    client: FlaskClient, provider: Provider
) -> None:
    """From the page, by way of the login, and back; the page of the login then says who it is."""
    asked = client.get(OPERATOR)
    assert asked.status_code == 302
    assert asked.location == "/nb/logg-inn?neste=/nb/bare-for-drift"
    assert provider.log_in(client, "kari", OPERATOR).location == OPERATOR
    file = f"{OPERATOR}?fil=virkemidler/startlan.yaml"
    assert provider.log_in(client, "kari", file).location == file
    assert client.get(OPERATOR).text == "bare for drift"
    assert "Du er logget inn som" in client.get("/nb/logg-inn").text


@pytest.mark.parametrize(
    ("claims", "lets_in"),
    [
        ({}, False),
        ({"email": "ola@husbanken.no", "email_verified": True}, True),
        ({"email": "ola@husbanken.no"}, False),
        ({"email": "ola@husbanken.no", "email_verified": False}, False),
        ({"groups": ["andre", "regler"]}, True),
        ({"groups": "regler"}, False),
        ({"name": "kari", "email": "bruker:kari", "email_verified": True}, False),
    ],
)
def test_the_list_lets_in_whom_it_names(
    client: FlaskClient, provider: Provider, claims: dict[str, object], *, lets_in: bool
) -> None:
    """By subject, verified address or group; not by what they call themselves."""
    provider.knows("en-til", **claims)
    answer = provider.log_in(client, "en-til")
    assert answer.status_code == (302 if lets_in else 403)
    assert client.get(OPERATOR).status_code == (200 if lets_in else 302)


@pytest.mark.parametrize(
    "lie",
    [
        {"nonce": "en annen"},
        {"aud": "et annet nettsted"},
        {"aud": ["et annet nettsted", "enda et"]},
        {"iss": "https://en-annen.no"},
        {"exp": int(time.time()) - 3600},
        {"azp": "et annet nettsted"},
    ],
    ids="-".join,
)
def test_what_cannot_be_believed_lets_nobody_in(
    client: FlaskClient, provider: Provider, lie: dict[str, object]
) -> None:
    """The provider signs what it is told to say: another nonce, audience, issuer, or too late."""
    provider.knows("lognar", groups=["regler"])
    assert provider.log_in(client, "lognar").status_code == 302
    client.post("/nb/logg-ut", data={"csrf_token": Site(client).token()})
    provider.knows("lognar", groups=["regler"], **lie)
    answer = provider.log_in(client, "lognar")
    assert answer.status_code == 400
    assert "Prøv igjen" in answer.text
    assert client.get(OPERATOR).status_code == 302


def test_a_login_is_taken_back_only_by_the_browser_that_began_it(
    client: FlaskClient, provider: Provider
) -> None:
    """Neither in another browser, nor twice, nor with a code or state of one's own."""
    there = client.get("/nb/logg-inn/videre").headers["Location"]
    back = urlsplit(provider.way_back(there, "kari"))
    other = client.application.test_client()
    assert other.get(f"{back.path}?{back.query}").status_code == 400
    state = parse_qs(back.query)["state"][0]
    assert client.get(f"{back.path}?state={state}&code=gjettet").status_code == 400
    assert client.get(f"{back.path}?{back.query}").status_code == 400  # that was the one try
    assert client.get(back.path).status_code == 400
    assert client.get(f"{back.path}?error=access_denied&state={state}").status_code == 400


def test_the_way_there_is_proved_by_who_began_it(client: FlaskClient) -> None:
    """PKCE, state and nonce, and the address that the provider knows of us."""
    there = parse_qs(urlsplit(client.get("/nn/logg-inn/videre").headers["Location"]).query)
    assert there["code_challenge_method"] == ["S256"]
    assert there["response_type"] == ["code"]
    assert there["redirect_uri"] == ["http://localhost/logg-inn/tilbake"]
    assert len(there["code_challenge"][0]) == 43
    assert min(len(there[name][0]) for name in ("state", "nonce")) >= 20


@pytest.mark.parametrize("way", ["https://en-annen.no/", "//en-annen.no", "/\\en-annen.no", "nb"])
def test_a_login_leads_to_no_other_site(client: FlaskClient, provider: Provider, way: str) -> None:
    assert provider.log_in(client, "kari", way).location == "/nb/regler"


def test_a_login_lasts_a_working_day_and_no_longer_than_the_list(
    make: Callable[..., Flask], provider: Provider
) -> None:
    app = make(provider.issuer, "bruker:kari")
    client = app.test_client()
    provider.log_in(client, "kari")
    with client.session_transaction() as session:
        kept = dict(session["operator"])
        assert 7 * 3600 < kept["until"] - time.time() <= 8 * 3600
        session["operator"] = {**kept, "until": time.time() - 1}
    assert client.get(OPERATOR).status_code == 302
    with client.session_transaction() as session:
        session["operator"] = {**kept, "listed": "bruker:en-som-er-sluttet"}
    assert client.get(OPERATOR).status_code == 302
    with client.session_transaction() as session:
        session["operator"] = kept
    assert client.get(OPERATOR).status_code == 200


def test_one_logs_out_by_a_form_of_ours(client: FlaskClient, provider: Provider) -> None:
    provider.log_in(client, "kari")
    assert client.post("/nb/logg-ut").status_code == 400  # another site's
    assert client.get(OPERATOR).status_code == 200
    token = Site(client).get("/nb/logg-inn").token
    assert client.post("/nb/logg-ut", data={"csrf_token": token}).status_code == 303
    assert client.get(OPERATOR).status_code == 302


def test_a_form_that_is_sent_too_late_is_given_back(client: FlaskClient) -> None:
    """Nothing that somebody typed is lost because a login ran out."""
    answer = client.post(OPERATOR, data={"lim": "navn: Grunnlån"})
    assert answer.status_code == 401
    assert '<input type="hidden" name="lim" value="navn: Grunnlån">' in answer.text
    assert 'href="/nb/logg-inn"' in answer.text


def test_a_provider_that_does_not_answer_is_told_of(
    make: Callable[..., Flask], caplog: pytest.LogCaptureFixture
) -> None:
    client = make(f"http://127.0.0.1:{free_port()}", "bruker:kari").test_client()
    answer = client.get("/nb/logg-inn/videre")
    assert answer.status_code == 503
    assert "Innloggingen svarer ikke" in answer.text
    assert "(WIZARD_OIDC_ISSUER): ingen svarer på den adressen" in caplog.text
    assert "Traceback" not in caplog.text
    assert client.get("/nb/regler").status_code == 200


def test_who_asks_while_the_provider_hangs_does_not_hang_too(make: Callable[..., Flask]) -> None:
    """It takes the connection and says nothing: one waits, and the others are told at once."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        app = make(f"http://127.0.0.1:{silent.getsockname()[1]}", "bruker:kari")
        with ThreadPoolExecutor(4) as pool:
            asked = [pool.submit(_timed, app) for _ in range(4)]
            took = sorted(each.result() for each in asked)
        assert took[0] < took[-1] / 3
        assert _timed(app) < took[-1] / 3


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (b"<html>", "er ikke som avtalt"),
        (b"[]", "er ikke som avtalt"),
        (b"{}", "mangler 'issuer'"),
        (b'{"issuer": "HERE"}', "mangler 'id_token_signing_alg_values_supported'"),
        (b'{"issuer": 7, "id_token_signing_alg_values_supported": []}', "at adressen er 7"),
        (b'{"issuer": "HERE", "id_token_signing_alg_values_supported": "RS256"}', "med RS256"),
        (b'{"issuer": "HERE", "id_token_signing_alg_values_supported": ["none"]}', "bare med"),
    ],
)
def test_what_is_wrong_with_the_provider_is_told_to_who_runs_it(
    make: Callable[..., Flask], caplog: pytest.LogCaptureFixture, said: bytes, told: str
) -> None:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(said.replace(b"HERE", issuer.encode()))

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        issuer = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        client = make(issuer, "bruker:kari").test_client()
        assert client.get("/nb/logg-inn/videre").status_code == 503
        server.shutdown()
    (line,) = [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
    assert line.startswith(f"Kan ikke logge inn på {issuer} (WIZARD_OIDC_ISSUER): ")
    assert told in line


def _timed(app: Flask) -> float:
    begun = time.monotonic()
    assert app.test_client().get("/nb/logg-inn/videre").status_code == 503
    return time.monotonic() - begun


def test_another_provider_than_we_were_told_of_is_not_asked(
    make: Callable[..., Flask], provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    """It says itself who it is: by another name it is another."""
    client = make(
        provider.issuer.replace("127.0.0.1", "localhost") + "/x", "bruker:kari"
    ).test_client()
    assert client.get("/nb/logg-inn/videre").status_code == 503
    assert "svarer 404" in caplog.text


@pytest.mark.parametrize(
    ("host", "address", "headers", "status"),
    [
        ("localhost:8000", "127.0.0.1", {}, 200),
        ("[::1]:8000", "::1", {}, 200),
        ("veiviser.kommunen.no", "127.0.0.1", {}, 404),
        ("localhost", "10.0.0.7", {}, 404),
        ("localhost", "127.0.0.1", {"X-Forwarded-For": "10.0.0.7"}, 404),
    ],
)
def test_without_a_provider_only_this_machine_has_the_page(
    make: Callable[..., Flask], host: str, address: str, headers: dict[str, str], status: int
) -> None:
    """For everybody else there is neither the page nor anywhere to log in."""
    client = make("").test_client()
    asked = client.get(
        OPERATOR, base_url=f"http://{host}", headers=headers, environ_base={"REMOTE_ADDR": address}
    )
    assert asked.status_code == status
    assert client.get("/nb/logg-inn").status_code == 404


def test_without_a_provider_a_deployed_site_has_no_such_page(make: Callable[..., Flask]) -> None:
    """A proxy on the same machine makes all the world look near."""
    told = {"production": True, "public_url": "https://localhost", "secret_key": "x" * 40}
    assert make("", **told).test_client().get(OPERATOR).status_code == 404
    assert make("", proxies=1).test_client().get(OPERATOR).status_code == 404


def test_the_cookie_holds_no_secret_of_the_provider(
    client: FlaskClient, provider: Provider
) -> None:
    """Name, what let them in, and until when; neither token nor claims."""
    provider.log_in(client, "kari")
    cookie = client.get_cookie("veiviser")
    assert cookie
    body = cookie.value.removeprefix(".").split(".")[0]
    packed = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    kept = json.loads(packed)
    assert set(kept["operator"]) == {"name", "listed", "until"}
    assert not [key for key in kept if key.startswith("_state")]


def test_a_missing_package_is_told_with_the_line_that_installs_it(
    make: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks for no login needs none of it, and does not load it either."""
    monkeypatch.setitem(sys.modules, "authlib.integrations.flask_client", None)
    monkeypatch.delitem(sys.modules, "wizard.web.provider", raising=False)
    make("")
    with pytest.raises(StartupError, match=r"pip install 'virkemiddelveiviser\[login\]'"):
        make("https://login.kommunen.no", "bruker:kari")
    code = "import sys, wizard.app; sys.exit(bool({'authlib', 'requests'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
