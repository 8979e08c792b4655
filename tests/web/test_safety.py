"""What the site tells browsers and logs, and when it refuses to start."""

import io
import logging
import os
import stat
from pathlib import Path

import pytest
from flask import Flask
from pages import Site, link_of
from question_book import question_book

from wizard import serving
from wizard.app import StartupError, create_app, development_key, load_rulebook
from wizard.settings import Settings
from wizard.web import logs
from wizard.web.access import Whom, let_in
from wizard.web.logs import strip


@pytest.mark.parametrize(
    "path", ["/nb/", "/nb/regler", "/nb/finnes-ikke", "/static/layout.css", "/skrift/Bold.woff2"]
)
def test_no_answer_lets_anything_in_from_elsewhere(site: Site, path: str) -> None:
    """The policy allows our own styles, letters, pictures and forms, and nothing else."""
    answer = site.client.get(path, buffered=True)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path", ["", "svar", "rad", "notat", "lagre", "slett", "svarfil.json", "notat.html", "tull"]
)
def test_pages_of_a_case_are_neither_stored_nor_indexed(site: Site, path: str) -> None:
    """A borrowed machine keeps nothing, and no search engine finds it."""
    answer = site.client.get(site.new_case() + path)
    if path != "tull":
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_leads_on_says_nothing_in_english(site: Site) -> None:
    """Whoever does not follow is told the address alone: first page, missing slash, saved form."""
    case = site.new_case()
    data = {"csrf_token": site.token(), "language": "nn"}
    for answer in (
        site.client.get("/"),
        site.client.get("/nb"),
        site.client.get(f"{case}tema/"),
        site.client.post(f"{case}notat", data=data),
    ):
        assert 300 <= answer.status_code < 400
        assert answer.location
        assert answer.data == b""


def test_styles_and_letters_are_kept_by_browsers(site: Site) -> None:
    """Their addresses change with the version."""
    for path in ("/static/layout.css", "/skrift/Regular.woff2"):
        assert "max-age=31536000" in site.client.get(path, buffered=True).headers["Cache-Control"]
    assert site.client.get("/skrift/Lett.woff2").status_code == 404


def test_there_is_one_cookie_and_only_for_forms(site: Site) -> None:
    """Reading sets none; a form sets one that scripts and other sites cannot use."""
    assert "Set-Cookie" not in site.client.get("/nb/personvern").headers
    cookie = site.client.get("/nb/kommune").headers["Set-Cookie"]
    assert cookie.startswith("veiviser=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_the_cookie_demands_https_where_the_site_has_it(tmp_path: Path) -> None:
    """Told by the public address, which links to a case use too."""
    settings = Settings(folder=tmp_path, public_url="https://veiviser.example.no")
    with create_app(settings, question_book()).test_client() as client:
        cookie = client.get("/nb/kommune", base_url="https://localhost").headers["Set-Cookie"]
    assert "Secure" in cookie


def test_links_to_a_case_use_the_public_address_whatever_host_is_asked_for(tmp_path: Path) -> None:
    """Nobody else's name stands on our pages."""
    settings = Settings(folder=tmp_path, public_url="https://veiviser.example.no")
    with create_app(settings, question_book()).test_client() as client:
        address = Site(client).new_case()
        for path in ("/nb/", "/nb", f"{address}lagre", f"{address}rad", f"{address}notat.html"):
            answer = client.get(path, headers={"Host": "evil.no"})
            assert b"evil.no" not in answer.data
            assert "evil.no" not in answer.headers.get("Location", "")


def test_a_get_makes_no_case(site: Site, app: Flask, tmp_path: Path) -> None:
    """Only a form that was sent makes one."""
    for path in ("/nb/kommune?kommune=5044", "/nb/eksempel/eksempelet", "/nb/svarfil"):
        site.client.get(path)
    assert not app.extensions["wizard"].store.purge(app.extensions["wizard"].today()).deleted
    content = (tmp_path / "saker.sqlite").read_bytes()
    assert b"5044" not in content


def test_no_log_has_a_secret_link(site: Site, app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the requests, nor warnings, nor a stack."""
    caplog.set_level(logging.INFO)
    written = io.StringIO()
    handler = logs.handler(written, production=False)
    logging.getLogger().addHandler(handler)

    @app.get("/nb/knekk/<link>")
    @let_in(Whom.ANYBODY)
    def broken(link: str) -> str:
        raise ZeroDivisionError(f"/sak/{link}")

    address = site.new_case()
    site.get(address + "rad")
    app.logger.warning("Noe om %s", address)
    logging.getLogger("waitress").info("GET %s", address)
    logging.getLogger("werkzeug").info("GET %s", address)
    site.get(f"/nb/knekk/{link_of(address)}", 500)
    logging.getLogger().removeHandler(handler)
    formatted = written.getvalue()
    assert "ZeroDivisionError" in formatted
    assert "GET /<language:language>/sak/<link:link>/rad 200" in formatted
    assert link_of(address) not in formatted
    assert link_of(address) not in strip(f"http://x{address}rad")
    assert link_of(address).upper() not in strip(f"http://x{address}rad".upper())


def test_the_development_key_is_made_once_and_is_private(tmp_path: Path) -> None:
    """A restart keeps the forms that are open; no other user can read the key."""
    key = development_key(tmp_path)
    assert len(key) == 64
    assert development_key(tmp_path) == key
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_form_survives_a_restart(tmp_path: Path) -> None:
    """The page that stood open can be sent to the app that came after."""
    with create_app(Settings(folder=tmp_path), question_book()).test_client() as client:
        before = Site(client)
        address = before.new_case() + "tema/tallene/1"
        page = before.get(address)
        cookie = client.get_cookie("veiviser")
    assert cookie
    with create_app(Settings(folder=tmp_path), question_book()).test_client() as client:
        client.set_cookie("veiviser", cookie.value)
        data = {**page.unseen, "svar_antall": "3"}
        assert Site(client).post(address, data, token=page.token).heading == "Se over svarene"


def test_broken_and_empty_rules_stop_the_start(tmp_path: Path) -> None:
    """Every problem is told."""
    with pytest.raises(StartupError) as empty:
        load_rulebook(tmp_path)
    assert empty.value.problems
    (tmp_path / "regelverk.yaml").write_text("navn: {nb: Bare bokmål}\nukjent: 1\n", "utf-8")
    with pytest.raises(StartupError) as broken:
        load_rulebook(tmp_path)
    assert len(broken.value.problems) > 2
    assert any("regelverk.yaml:2" in problem for problem in broken.value.problems)


def test_the_server_says_why_it_does_not_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Exit code 1 and the reasons, for missing secrets and for broken rules."""
    monkeypatch.setattr(os, "environ", {"WIZARD_ENV": "production"})
    assert serving.serve("127.0.0.1", 0) == 1
    assert "WIZARD_SECRET_KEY mangler" in capsys.readouterr().err
    monkeypatch.setattr(os, "environ", {"WIZARD_FOLDER": str(tmp_path)})
    monkeypatch.setattr(serving, "RULES", tmp_path / "ingen")
    assert serving.serve("127.0.0.1", 0) == 1
    assert capsys.readouterr().err
