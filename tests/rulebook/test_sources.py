"""Whatever we say ourselves rests on a page that can be opened; an experience may rest on less."""

# ruff: noqa: E501 - one place is one row

from pathlib import Path

import pytest
from rule_folder import Break, copy_to, edit, said, says

from wizard.domain.sources import Source
from wizard.paths import RULES
from wizard.rulebook import check, load
from wizard.rulebook.messages import rules as say

_SITE = """\
- id: bare-nettsted
  tittel: {nb: Noe fra nettstedet, nn: Noko frå nettstaden}
  utgiver: x
  lenke: https://www.example.org
  siden_ukjent: ja
  lest: "2026-07-28"
  les_igjen: "2027-01-31"
"""
_LOAN, _START = "virkemidler/utleielan-kommune.yaml", "virkemidler/startlan.yaml"
_GRANT = "virkemidler/tilskudd-til-utleieboliger.yaml"
_DISTRICT = "virkemidler/tilskudd-etablering-og-tilpasning-i-distriktskommuner.yaml"
_HERE = "hjemmel: {kilde: bare-nettsted"
_LAW = "hjemmel: {kilde: for-2019-11-18-1546"


def _place(claim: str, file: str, old: str, new: str) -> Break:
    return Break(claim, file, old, new, say.RESTS_ON_A_SITE, "bare-nettsted")


PLACES = (
    _place("krav", _LOAN, _LAW, _HERE),
    _place("vilkår", "virkemidler/lan-til-livslopsboliger.yaml", _LAW, _HERE),
    _place("scheme", _GRANT, "\nhjemmel: {kilde: for-2017-12-18-2235", f"\n{_HERE}"),
    _place("edition", _DISTRICT, "    hjemmel: {kilde: for-2025-04-29-709, sted: endret", f"    {_HERE}, sted: endret"),
    _place("staff time", _LOAN, "basis: vurdering", f"{_HERE}}}"),
    _place("duty", _LOAN, "kontrollert:", f'plikt: {{fra: "2023-07-01", {_HERE}}}}}\nkontrollert:'),
    _place("rate", "satser/lan.yaml", _LAW, _HERE),
    _place("value of a rate", "satser/lan.yaml", 'er: "85", hjemmel: {kilde: for-2019-11-18-1546', f'er: "85", {_HERE}'),
    _place("what became of a scheme", "utgatt/tilskudd-til-istandsetting.yaml", "kilde: for-2017-12-18-2235", "kilde: bare-nettsted"),
    _place("figure of a kommune", "kommunetall.yaml", "kilde: ssb-06035", "kilde: bare-nettsted"),
    _place("need", "behov/rekruttering.yaml", "basis: vurdering", f"{_HERE}}}"),
)  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a rulebook with a source of which no more than the site is known."""
    root = copy_to(tmp_path)
    sources = root / "kilder.yaml"
    sources.write_text(_SITE + sources.read_text("utf-8"), "utf-8")
    return root


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.claim)
def test_nothing_of_ours_rests_on_a_site(root: Path, place: Break) -> None:
    """Wherever a rule names its source, a site is refused with file, line and column."""
    edit(root, place.file, place.old, place.new)
    there = [problem for problem in check(root) if problem.place == place.place(root)]
    assert any(says(problem, place.message) for problem in there), said(root)


def test_an_experience_may_rest_on_a_site(root: Path) -> None:
    """What others have told is told as theirs, and says in its source that the page is lost."""
    told = "erfaringer:\n  - {tekst: {nb: x, nn: y}, kilde: bare-nettsted}\nkontrollert:"
    edit(root, _START, "kontrollert:", told)
    assert said(root) == []


@pytest.mark.parametrize(
    "link", ["https://www.example.org", "https://www.example.org/", "https://example.org/#her"]
)
def test_an_address_without_a_page_must_say_so(root: Path, link: str) -> None:
    """An empty path leads to the front page, whatever stands after the hash."""
    edit(root, "kilder.yaml", "https://www.example.org\n  siden_ukjent: ja\n", f"{link}\n")
    assert any("kilder.yaml:4:10: Lenken går bare til et nettsted." in each for each in said(root))


def test_a_page_can_stand_in_the_query(root: Path) -> None:
    """Older sites keep every page behind one path."""
    edit(root, "kilder.yaml", "example.org\n  siden_ukjent: ja\n", "example.org/?p=292\n")
    assert not [each for each in said(root) if "nettsted." in each]


_SOURCES = load(RULES).sources.values()


@pytest.mark.parametrize("source", _SOURCES, ids=lambda source: source.id)
def test_our_sources_lead_to_a_page_or_say_that_it_is_lost(source: Source) -> None:
    """A reader who follows the link finds the page, or has been told why not."""
    only_site = source.link.count("/") == 2
    assert only_site == ("siden ikke funnet igjen" in source.title.nb)
    assert only_site == ("sida ikkje funnen igjen" in source.title.nn)
