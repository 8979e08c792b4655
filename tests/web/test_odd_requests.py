"""No query and no header breaks a page, or the page that tells of an error."""

from collections.abc import Callable

import pytest
from flask import Flask
from page_kinds import KINDS, Ground
from pages import Site, read_page
from werkzeug.test import EnvironBuilder, run_wsgi_app

from wizard.domain.rulebook import Rulebook

PAGES = ("", "svar", "rad", "notat", "lagre", "slett", "prioritering", "tema/alt/1", "finnes-ikke")
QUERIES = (
    "_anchor=x",
    "_anchor=x&_anchor=y",
    "_method=x",
    "_scheme=x",
    "_external=1&_scheme=",
    "endpoint=a&language=x&link=y&theme=z",
    "a%00=%00&%ff=%ff&=&&",
    "nye=x&fra=x&lagret=x&self=1",
    "x=" + "y" * 5000,
    "%F0%9F%98%80=%ED%A0%80",
)


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_breaks_a_page(site: Site, query: str) -> None:
    """The page is the one that it is without."""
    case = site.new_case()
    for path in ("/nb/", "/nn/regler", *(case + page for page in PAGES)):
        status = 404 if path.endswith("finnes-ikke") else 200
        site.get(f"{path}?{query}", status)


ODD = (
    "_anchor=x&_anchor=y&_method=x&_scheme=&_external=1&endpoint=a&language=x&link=y"
    "&a%00=%00&%ff=%ff&=&&siden=x&siden=y&fra=%00&til=//evil.no&hent=//evil.no&bare=x&kommune=%ff"
)
HEADERS = {
    "Accept-Language": "\xff;q=x,,*;q=9",
    "Cookie": "veiviser=\xff\xfe; saker=.; __Host-veiviser=x; =;;",
    "Referer": "\xff",
    "X-Forwarded-Host": "evil.no, evil.no",
    "X-Forwarded-Proto": "gopher",
    "Forwarded": "host=evil.no",
}


def test_nothing_odd_breaks_any_kind_of_page(
    make_app: Callable[[Rulebook], Flask], real_book: Rulebook
) -> None:
    """Each kind, with what Flask would take for its own, broken octets, and other hosts' names."""
    app = make_app(real_book)
    ground, client = Ground(app), app.test_client()
    for kind in KINDS:
        for address in ground.addresses(kind, "nb")[:2]:
            plain = client.get(address)
            odd = f"{address}{'&' if '?' in address else '?'}{ODD}"
            answer = client.get(odd, headers=HEADERS)
            # What a page asks for by name may not be there; that is its own to say.
            assert answer.status_code in {plain.status_code, 200, 302, 404, 422}, odd
            assert "evil.no" not in answer.headers.get("Location", "")
            for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
                assert answer.headers[name] == plain.headers[name]
            # This service has run with one rulebook, and has no page of what it changed.
            same_for_all = kind.endpoint.startswith("rules.") and plain.status_code == 200
            kept = "no-cache" if same_for_all else "no-store"
            assert answer.headers.get("Cache-Control") == kept


@pytest.mark.parametrize(
    "query", ["_anchor=x", "fra=svar&nye=a&nye=b", "kommune=S%C3%B8r-Varanger"]
)
def test_the_other_language_is_asked_the_same(site: Site, query: str) -> None:
    """Every part of the query is kept, also what Flask would have taken for its own."""
    link = site.get(f"/nb/kommune?{query}").one("a", hreflang="nn").attributes["href"]
    assert link == f"/nn/kommune?{query}"


@pytest.mark.parametrize("host", ["x" * 300, "x" * 300 + ":80", "a..b"])
def test_a_host_that_is_none_gets_a_page(site: Site, host: str) -> None:
    """It says that the address cannot be read, in the language of the address."""
    case = site.new_case()
    for path in ("/nb/", "/nn/finnes-ikke", f"{case}rad"):
        answer = site.client.get(path, headers={"Host": host})
        heading = "Vi kan ikkje lese adressa" if path[:4] == "/nn/" else "Vi kan ikke lese adressen"
        assert read_page(answer, 400).heading == heading


@pytest.mark.parametrize("host", ["xn--a", "[::1", "a b", "a:99999", ""])
def test_a_host_nobody_can_spell_out_breaks_no_page(app: Flask, site: Site, host: str) -> None:
    """The page with the links to the case is the one that shows it."""
    request = EnvironBuilder(site.new_case() + "lagre").get_environ()
    request["HTTP_HOST"] = host
    _, status, _ = run_wsgi_app(app, request, buffered=True)
    assert status == "200 OK"


@pytest.mark.parametrize("name", ["Accept-Language", "Cookie", "Referer", "Accept", "Range"])
@pytest.mark.parametrize("value", ["x" * 10_000, "\xff\xfe", ";;;q=,,=", "nb;q=x", "q=2,*;q=-1"])
def test_no_other_header_breaks_a_page(site: Site, name: str, value: str) -> None:
    """What cannot be read counts as not sent."""
    for path in ("/", "/nb/"):
        assert site.client.get(path, headers={name: value}).status_code in {200, 302}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("no,nn;q=0.9,nb;q=0.8", "nb"),
        ("no", "nb"),
        ("no-NO,nn;q=0.9", "nb"),
        ("en,no;q=0.9,nn;q=0.8", "nb"),
        ("nn,no;q=0.9", "nn"),
        ("NN-no", "nn"),
        ("se,nn;q=0.5,nb;q=0.2", "nn"),
        ("no-NYN", "nn"),
        ("nn;q=0", "nb"),
        ("*", "nb"),
    ],
)
def test_norwegian_without_more_is_bokmal(site: Site, header: str, language: str) -> None:
    """`no` counts as bokmål where it stands; the first Norwegian that is wanted decides."""
    answer = site.client.get("/", headers={"Accept-Language": header})
    assert answer.location == f"/{language}/"
    assert (
        read_page(site.client.get("/x", headers={"Accept-Language": header}), 404)
        .one("html")
        .attributes["lang"]
        == language
    )
