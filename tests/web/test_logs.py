"""No link of a case in any line of the log, however odd the path; and no answer in production."""

import io
import json
import logging
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

import pytest
from flask import Flask, request
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder, run_wsgi_app

from wizard.store.links import LINK
from wizard.web import logs
from wizard.web.access import Whom, let_in

ODD = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=6)
links = st.from_regex(LINK, fullmatch=True)


@pytest.fixture
def written() -> Iterator[dict[str, io.StringIO]]:
    """Give what both kinds of log have written, set up as the server does."""
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    level = root.level
    found: dict[str, io.StringIO] = {}
    handlers = []
    for name, production in (("plain", False), ("json", True)):
        found[name] = io.StringIO()
        handlers.append(logs.handler(found[name], production=production))
    root.handlers[:] = handlers
    root.setLevel(logging.INFO)
    yield found
    root.handlers[:] = before
    root.setLevel(level)


@st.composite
def spoilt(draw: st.DrawFn, link: str) -> str:
    """Return a link with some letters in capitals or encoded, once or twice."""
    how = draw(st.lists(st.integers(0, 4), min_size=len(link), max_size=len(link)))
    ways = (
        lambda c: c,
        lambda c: c.upper(),
        lambda c: f"%{ord(c):02x}",
        lambda c: f"%25{ord(c.upper()):02X}",
        lambda c: c,
    )
    return "".join(ways[i](c) for i, c in zip(how, link, strict=True))


def leaks(text: str, link: str) -> bool:
    """Whether a link can be read in a text, also after it is decoded."""
    for _ in range(4):
        if link in text.lower():
            return True
        text = unquote(text)
    return False


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a link, and paths that have it in them in odd ways."""
    link, before, after = draw(links), quote(draw(ODD)), quote(draw(ODD))
    shown = draw(spoilt(link))
    return link, [
        f"/nb/sak/{shown}/rad",
        f"/nb/sak/{before}{shown}{after}",
        f"/nb%2Fsak%2F{shown}",
        f"/{before}/{shown}",
        f"//nb/sak/{link}/?{before}={shown}",
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(asked=requests())
def test_no_log_has_a_link_however_odd_the_path(
    app: Flask, written: dict[str, io.StringIO], asked: tuple[str, list[str]]
) -> None:
    """From the site, from an error that names it, and from the server's own words."""
    app.view_functions["case.overview"] = let_in(Whom.ANYBODY)(_broken)
    link, paths = asked
    for path in paths:
        environ = EnvironBuilder("/").get_environ()
        bare, _, query = path.partition("?")
        environ["PATH_INFO"] = unquote(bare, "latin-1")
        environ["QUERY_STRING"] = query
        environ["HTTP_X_REQUEST_ID"] = link
        _, _, headers = run_wsgi_app(app, environ, buffered=True)
        assert not leaks(headers.get("X-Request-ID", ""), link)
        for name in ("waitress", "werkzeug", "noe.helt.annet"):
            error = KeyError(unquote(path))
            logging.getLogger(name).error("Feil på %s", unquote(path), exc_info=error)
            logging.getLogger(name).warning("%s %r", path, unquote(path))
    for kind, stream in written.items():
        text = stream.getvalue()
        assert text, kind
        assert not leaks(text, link), kind
        stream.seek(0)
        stream.truncate()


def _broken(**_: object) -> str:
    raise ValueError(request.full_path)


def test_production_tells_where_an_error_was_and_not_what_it_said(
    app: Flask, written: dict[str, io.StringIO]
) -> None:
    """A message may hold anything that was sent; its causes too."""

    @app.get("/nb/knekk")
    @let_in(Whom.ANYBODY)
    def broken() -> str:
        try:
            raise KeyError("Ola Nordmann")  # noqa: TRY301
        except KeyError as error:
            raise ValueError("svaret var 790") from error

    with app.test_client() as client:
        answer = client.get("/nb/knekk")
    assert answer.status_code == 500
    lines = [json.loads(line) for line in written["json"].getvalue().splitlines()]
    (told,) = [line for line in lines if line["level"] == "ERROR"]
    assert told["request_id"] == answer.headers["X-Request-ID"]
    assert "builtins.KeyError" in told["exc_info"]
    assert "builtins.ValueError" in told["exc_info"]
    assert "in broken" in told["exc_info"]
    whole = json.dumps(told)
    assert "svaret var 790" not in whole.replace('raise ValueError(\\"svaret var 790\\")', "")
    assert "ValueError: svaret var 790" in written["plain"].getvalue()


def test_an_id_of_the_proxys_is_kept_and_anything_else_is_not(app: Flask) -> None:
    with app.test_client() as client:
        for told in ("0123456789abcdef", "6f1c2b9e-0000-4000-8000-aaaaaaaaaaaa"):
            answer = client.get("/helse", headers={"X-Request-ID": told})
            assert answer.headers["X-Request-ID"] == told
        for told in ("", "kort", "x" * 30, "a b c d e f g", "0" * 99):
            answer = client.get("/helse", headers={"X-Request-ID": told})
            assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["X-Request-ID"])
