"""A case of a municipality that has become a part of another opens, and its answers go on."""

import io
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from pages import Page, Site, link_of

from wizard.cli import main
from wizard.domain.text import Language
from wizard.engine.facts import frozen_figures
from wizard.store import casefile
from wizard.store.issued import Paper
from wizard.store.links import reading_link
from wizard.web.services import Services, services_of

GONE, INTO = "1507", ("1508", "1580")  # Ålesund 2020–2023, now Ålesund and Haram
TOLD = "er nå en del av Ålesund (1508) og Haram (1580)."


@pytest.fixture
def old(real_site: Site) -> str:
    """Return the address of a case with answers, whose municipality is gone since."""
    journey = next(iter(_services(real_site).rulebook.journeys.values())).case
    there = _services(real_site).municipalities.get("1580")
    figures = dict(frozen_figures(_services(real_site).rulebook, there))
    figures["kommunenummer"] = replace(figures["kommunenummer"], value=GONE)
    adviser = {"vurdering": "Vi vil bygge."}
    merged = replace(journey, municipality_number=GONE, adviser=adviser, figures=figures)
    link = _services(real_site).store.create(merged, _services(real_site).today())
    return f"/nb/sak/{link}/"


def _services(site: Site) -> Services:
    app = site.client.application
    assert isinstance(app, Flask)
    return services_of(app)


def _choice(site: Site, old: str) -> Page:
    return site.get(old + "kommunen")


def test_every_page_of_it_leads_to_the_choice(real_site: Site, old: str) -> None:
    pages = ("", "svar", "rad", "notat", "lagre", "prioritering", "hva-hvis")
    for path in (*pages, "notat.pdf", "notat/lages"):
        response = real_site.client.get(old + path)
        assert response.status_code == 302, path
        assert response.location == old + "kommunen"
    page = _choice(real_site, old)
    assert TOLD in page.text
    assert "ingenting er borte" in page.text
    assert [each.attributes["value"] for each in page.all("input", type="radio")] == [*INTO]


def test_the_answers_go_on_and_the_figures_are_the_new_ones(real_site: Site, old: str) -> None:
    before = _services(real_site).store.open(link_of(old), _services(real_site).today()).case
    page = real_site.post(old + "kommunen", {"number": "1580"})
    new = f"/nb/sak/{link_of(page.response.request.path)}/"
    assert new != old
    after = real_site.case_file(new)
    assert after["kommune"] == "1580"
    assert after["tall"]["kommunenummer"]["verdi"] == "1580"
    asked = [id_ for id_ in before.answers if id_ not in _services(real_site).rulebook.figures]
    assert sorted(after["svar"]) == sorted(asked)
    assert after["radgiver"] == {"vurdering": "Vi vil bygge."}
    assert "Haram" in real_site.get(new + "rad").text
    assert TOLD in _choice(real_site, old).text  # the old one is as it was


def test_one_press_makes_one_case(real_site: Site, old: str) -> None:
    """A double press and the page of before lead to the same case; each kommune has its own."""

    def pressed(once: str, number: str) -> str:
        page = real_site.post(old + "kommunen", {"number": number, "once": once})
        return link_of(page.response.request.path)

    once, anew = (
        str(_choice(real_site, old).one("input", name="once").attributes["value"]) for _ in range(2)
    )
    assert once != anew
    first = pressed(once, "1580")
    assert pressed(once, "1580") == first
    assert len({first, pressed(once, "1508"), pressed(anew, "1580")}) == 3
    real_site.post(f"/nb/sak/{first}/slett")
    again = real_site.client.post(
        old + "kommunen",
        data={
            "number": "1580",
            "once": once,
            "csrf_token": _choice(real_site, old).token,
        },
    )
    assert link_of(again.location) == first  # deleted is deleted, also for the page of before
    real_site.get(f"/nb/sak/{first}/", 410)


def test_who_only_reads_is_told_that_the_new_case_is_their_own(real_site: Site, old: str) -> None:
    told = "Den som eier den gamle saken, får ikke vite om den"
    assert told not in _choice(real_site, old).text
    reader = old.replace(link_of(old), reading_link(link_of(old)))
    assert told in real_site.get(reader + "kommunen").text
    assert "får ikkje vite om ho" in real_site.get(reader.replace("/nb/", "/nn/") + "kommunen").text
    once = {"number": "1580", "once": "a"}
    ours, theirs = (real_site.post(each + "kommunen", once) for each in (old, reader))
    assert ours.response.request.path != theirs.response.request.path


def test_what_was_downloaded_is_listed_with_the_answers_behind_it(
    real_site: Site, old: str
) -> None:
    """The papers lie with whoever fetched them: here is what proves them."""
    services = _services(real_site)
    stored = services.store.open(link_of(old), services.today())
    assert "Notater dere har lastet ned" not in _choice(real_site, old).text
    paper = Paper(b"%PDF", "notat", "pdf", Language.NB, "navn", stored.case, "0" * 64)
    services.issued.issue(stored.id, paper, services.today())
    page = _choice(real_site, old)
    assert "Nr. 1: Tiltaksnotat på bokmål" in page.text
    assert sha256(b"%PDF").hexdigest() in page.text
    (there,) = [each for each in page.ways.values() if "/utstedt/" in each]
    file = real_site.client.get(there)
    assert file.data.decode() == casefile.write(stored.case)
    assert "attachment" in file.headers["Content-Disposition"]
    assert real_site.client.get(there.replace("/1/svarfil", "/2/svarfil")).status_code == 404


def test_nothing_chosen_and_another_municipality_are_asked_again(real_site: Site, old: str) -> None:
    for data in ({}, {"number": "0301"}):
        page = real_site.post(old + "kommunen", data, 422)
        assert page.errors == ["Velg en kommune."]


def test_what_was_typed_meanwhile_is_given_back(real_site: Site, old: str) -> None:
    """The municipality is gone between a page and its save."""
    before = real_site.case_file(old)
    page = real_site.post(old + "notat", {"vurdering": "Skrevet i mellomtiden."}, 409)
    assert real_site.case_file(old) == before
    assert "Skrevet i mellomtiden." in page.html
    assert old + "kommunen" in page.html


def test_the_file_can_be_kept_and_the_case_deleted(real_site: Site, old: str) -> None:
    assert real_site.case_file(old)["kommune"] == GONE
    reader = old.replace(link_of(old), reading_link(link_of(old)))
    assert "Slett den gamle saken" not in real_site.get(reader + "kommunen").text
    assert real_site.get(old + "slett").heading == "Vil dere slette saken?"
    real_site.post(old + "slett")
    real_site.get(old + "kommunen", 410)


def test_an_uploaded_file_of_it_is_asked_the_same(real_site: Site, old: str) -> None:
    content = json.dumps(real_site.case_file(old)).encode()
    page = real_site.post("/nb/svarfil", {"file": (io.BytesIO(content), "sak.json")})
    assert page.heading == "Kommunen i saken finnes ikke lenger"


def test_a_list_of_cases_and_the_front_page_still_show(real_site: Site, old: str) -> None:
    token = {"csrf_token": _choice(real_site, old).token}
    real_site.client.post(old + "glem", data=token)
    real_site.client.post(old + "husk", data={**token, "name": ""})
    for address in ("/nb/", "/nb/mine-saker"):
        assert GONE in real_site.get(address).text


def test_a_case_that_is_whole_has_no_such_choice(real_site: Site) -> None:
    case = real_site.new_case()
    assert real_site.client.get(case + "kommunen").location == case
    assert real_site.post(case + "kommunen", {"number": "5044"}).response.request.path == case


def test_the_command_line_says_so_and_carries_it_over(
    real_site: Site, old: str, tmp_path: Path
) -> None:
    file, new = tmp_path / "sak.json", tmp_path / "ny.json"
    case = _services(real_site).store.open(link_of(old), _services(real_site).today()).case
    file.write_text(casefile.write(case), encoding="utf-8")
    for command in ("advise", "memo"):
        done = CliRunner().invoke(main, [command, str(file)])
        assert done.exit_code == 1
        assert TOLD in done.output
        assert "med --kommune" in done.output
    renew = ["case", "renew", str(file), "--kommune"]
    assert "Velg en av dem." in CliRunner().invoke(main, [*renew, "Oslo", "-o", str(new)]).output
    assert "Oppgi en ny fil" in CliRunner().invoke(main, [*renew, "Haram"]).output
    assert not new.exists()
    done = CliRunner().invoke(main, [*renew, "Haram", "-o", str(new)])
    assert done.exit_code == 0, done.output
    assert "gjelder nå Haram (1580)" in done.output
    assert CliRunner().invoke(main, ["advise", str(new)]).exit_code == 0
    again = ["case", "renew", str(new), "--kommune", "Haram", "-o", str(tmp_path / "x.json")]
    assert "som finnes" in CliRunner().invoke(main, again).output


def test_a_mistyped_number_is_told_with_whose_figures_they_are_and_mended(
    real_site: Site, tmp_path: Path
) -> None:
    """The answers go on to a new file, for the municipality that is named."""
    file, new = tmp_path / "sak.json", tmp_path / "ny.json"
    case = real_site.case_file(real_site.new_case())
    file.write_text(json.dumps({**case, "kommune": "9999"}), encoding="utf-8")
    said = CliRunner().invoke(main, ["advise", str(file)]).output
    (whose,) = [each for each in _services(real_site).municipalities.all if each.number in said]
    assert whose.number == case["kommune"]
    assert f"Ingen kommune har nummer 9999. Mente du {whose.numbered}?" in said
    assert "med --kommune" in said
    renew = ["case", "renew", str(file), "--kommune", whose.number, "-o", str(new)]
    assert CliRunner().invoke(main, renew).exit_code == 0
    mended = json.loads(new.read_text("utf-8"))
    assert mended["kommune"] == whose.number
    assert mended["svar"] == case["svar"]
    page = real_site.post("/nb/svarfil", {"file": (io.BytesIO(file.read_bytes()), "s.json")}, 422)
    assert "Mente du" in page.text


def test_what_else_is_wrong_is_told_with_it(real_site: Site, old: str, tmp_path: Path) -> None:
    file = tmp_path / "sak.json"
    case = real_site.case_file(old)
    case["versjoner"]["regelverk"] = ""  # a file of our own rules: what they do not ask is wrong
    file.write_text(json.dumps({**case, "svar": {"finnes_ikke": "ja"}}), encoding="utf-8")
    said = CliRunner().invoke(main, ["advise", str(file)]).output
    for part in (TOLD, "/svar/finnes_ikke", "med --kommune"):
        assert part in said
