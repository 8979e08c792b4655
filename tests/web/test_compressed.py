"""What is sent compressed, what is not, and why."""

import gzip
from collections.abc import Callable
from statistics import median

import pytest
from flask import Flask
from pages import Site, link_of

from wizard.domain.rulebook import Rulebook

GZIP = {"Accept-Encoding": "gzip, deflate, br"}
MOST = 60_000


def _sent(site: Site, address: str, **headers: str) -> tuple[bytes, dict[str, str]]:
    answer = site.client.get(address, headers=headers or GZIP, buffered=True)
    return answer.data, dict(answer.headers)


@pytest.mark.parametrize(
    "path",
    [
        "/nb/",
        "/nb/regler/kilde/for-2019-11-18-1546",
        "/nb/finnes-ikke",
        "/static/layout.css",
        "/nb/personvern",
    ],
)
def test_text_is_compressed_and_says_the_same(site: Site, path: str) -> None:
    """For who asks for it; caches are told that there are two."""
    plain, headers = _sent(site, path, **{"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in headers
    assert "Accept-Encoding" in headers["Vary"]
    packed, headers = _sent(site, path)
    assert headers["Content-Encoding"] == "gzip"
    assert int(headers["Content-Length"]) == len(packed) < len(plain)
    assert "Accept-Encoding" in headers["Vary"]
    if b"csrf_token" not in plain:
        assert gzip.decompress(packed) == plain


def test_what_is_small_or_packed_already_is_left_alone(site: Site) -> None:
    """A mark of a few hundred octets, letters, and what leads on."""
    for path in ("/static/merke.svg", "/skrift/Bold.woff2", "/nb"):
        _, headers = _sent(site, path)
        assert "Content-Encoding" not in headers
    _, headers = _sent(site, site.new_case() + "notat.docx")
    assert "Content-Encoding" not in headers


def test_a_file_that_has_not_changed_is_not_sent_again(site: Site) -> None:
    """The mark that goes with the compressed file is good for the next time."""
    _, headers = _sent(site, "/static/layout.css")
    assert headers["ETag"].startswith("W/")
    again = site.client.get(
        "/static/layout.css", headers={**GZIP, "If-None-Match": headers["ETag"]}, buffered=True
    )
    assert again.status_code == 304
    assert again.data == b""


def test_a_guess_is_never_compressed_together_with_a_secret(site: Site) -> None:
    """A stranger may put a guess into the address of a public page; what repeats it is plain."""
    case = site.new_case()
    site.post(case + "husk")
    for path in ("/nb/kommune?kommune=gjett", "/nb/?sak=gjett", "/nb/mine-saker?a=gjett"):
        content, headers = _sent(site, path)
        assert "Content-Encoding" not in headers
        assert b"gjett" in content
        assert b"csrf_token" in content
    data = {"csrf_token": site.token(), "pasted": "gjett" * 300}
    answer = site.client.post("/nb/lenke", data=data, headers=GZIP)
    assert "Content-Encoding" not in answer.headers


def test_a_page_of_a_case_is_compressed_whatever_it_is_asked(site: Site) -> None:
    """Nobody can ask for it without the link, which is the secret itself."""
    case = site.new_case()
    for path in ("lagre?ny=ja", "svar?a=b", "notat.html"):
        _, headers = _sent(site, case + path)
        assert headers["Content-Encoding"] == "gzip", path
        assert link_of(case) not in headers.get("Location", "")


def test_a_page_of_the_real_rules_is_small_when_sent(
    make_app: Callable[[Rulebook], Flask], real_book: Rulebook
) -> None:
    """Half of them under 60 kB, and the result too."""
    site = Site(make_app(real_book).test_client())
    case = link_of(site.post("/nb/eksempel/vinje").response.request.path)
    paths = ["", "svar", "rad", "notat", "lagre", "notat.html", "rad/startlan", "tema/"]
    sizes = {path: len(_sent(site, f"/nb/sak/{case}/{path}")[0]) for path in paths}
    assert median(sizes.values()) < MOST / 2
    assert max(sizes.values()) < MOST, sizes
