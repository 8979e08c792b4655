"""Papers that a case has handed out: listed, kept, and held against today."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from clock import Clock
from flask import Flask
from pages import Page, Site, link_of

from wizard import rulebook
from wizard.app import StartupError, create_app
from wizard.domain.rulebook import Rulebook
from wizard.paths import RULES
from wizard.settings import Settings
from wizard.store.cases import StoredCase
from wizard.store.issued import IssuedStore
from wizard.web.services import Services

HEADING = "Notater dere har lastet ned"


def services_of(app: Flask) -> Services:
    """Return what the pages of an app work with."""
    found: Services = app.extensions["wizard"]
    return found


def stored_at(app: Flask, address: str) -> StoredCase:
    """Return the case at an address."""
    services = services_of(app)
    return services.store.open(link_of(address), services.today())


def links(page: Page) -> list[str]:
    """Return the addresses of the papers on the page of the memo."""
    return [each for each in page.ways.values() if "/utstedt/" in each]


@pytest.fixture
def address(real_site: Site) -> str:
    """Return the address of a case."""
    return real_site.new_case()


def test_a_download_is_listed_once_with_its_checksum(real_site: Site, address: str) -> None:
    """The same file again is the same row."""
    assert HEADING not in real_site.get(address + "notat").text
    content = real_site.client.get(address + "notat.pdf").data
    assert real_site.client.get(address + "notat.pdf").data == content
    page = real_site.get(address + "notat")
    assert HEADING in page.text
    assert len(links(page)) == 1
    assert sha256(content).hexdigest()[:12] in page.text
    assert "Spørreark på bokmål, PDF, 22. november 2026" in page.text
    nynorsk = real_site.get(address.replace("/nb/", "/nn/") + "notat")
    assert "Notat de har lasta ned" in nynorsk.text


def test_nothing_has_changed_on_the_same_day(real_site: Site, address: str) -> None:
    """The page says so, with the whole checksum."""
    content = real_site.client.get(address + "notat.pdf").data
    (there,) = links(real_site.get(address + "notat"))
    page = real_site.get(there)
    assert page.heading == "Spørreark fra 22. november 2026"
    assert "Ingenting er endret." in page.text
    assert sha256(content).hexdigest() in page.text
    nynorsk = real_site.get(there.replace("/nb/", "/nn/"))
    assert "Ingenting er endra." in nynorsk.text


def test_other_answers_and_another_day_are_told_with_their_causes(
    real_site: Site, address: str, clock: Clock
) -> None:
    """What the case said then is not what it says now."""
    assert real_site.client.get(address + "notat.pdf").status_code == 200
    (there,) = links(real_site.get(address + "notat"))
    services = services_of(real_site.client.application)
    stored = stored_at(real_site.client.application, address)
    services.store.save_answers(
        stored,
        {"rekruttering_stoppes": "ofte", "mangler_bolig": frozenset({"tilflyttere"})},
        stored.revision,
        services.today(),
    )
    clock.today += timedelta(days=20)
    page = real_site.get(there)
    assert "i et notat laget 12. desember 2026" in page.text
    assert "Hva som er endret i saken" in page.text
    assert "fordi kommunen nå svarer" in page.text
    assert "Reglene er de som gjelder 22. november 2026" in page.text
    assert "Notat" in real_site.get(address + "notat").text


def test_the_old_rules_are_read_from_the_database(tmp_path: Path, clock: Clock) -> None:
    """A service with new rules opens a paper made by the old ones, and says which rate differs."""
    old = Path(shutil.copytree(RULES, tmp_path / "gamle"))
    rates = old / "satser" / "husbanken-lan.yaml"
    text = rates.read_text(encoding="utf-8")
    assert '{fra: "2025-02-17", er: "90"' in text
    text = text.replace('{fra: "2025-02-17", er: "90"', '{fra: "2025-02-17", er: "85"')
    rates.write_text(text, encoding="utf-8")
    settings = Settings(folder=tmp_path, patience=300)
    app = create_app(settings, rulebook.load(old), clock, rules=old)
    with app.test_client() as client:
        address = Site(client).new_case()
        assert client.get(address + "notat.pdf").status_code == 200
    shutil.rmtree(old)
    app = create_app(settings, rulebook.load(RULES), clock, rules=RULES)
    with app.test_client() as client:
        site = Site(client)
        (there,) = links(site.get(address + "notat"))
        page = site.get(there)
    assert "er endret fra 85 % til 90 %." in page.text.replace("\u00a0", " "), page.text


def test_rules_that_were_not_kept_are_told(real_site: Site, address: str) -> None:
    """The page is there, and does not pretend."""
    assert real_site.client.get(address + "notat.pdf").status_code == 200
    (there,) = links(real_site.get(address + "notat"))
    app = real_site.client.application
    services = services_of(app)
    replace(services, rulebook=replace(services.rulebook, hash="0" * 64)).attach(app)
    page = real_site.get(there)
    assert "ikke tatt vare på" in page.text
    services.attach(app)


def test_a_paper_is_seen_from_its_own_case_only(real_site: Site, address: str) -> None:
    """Numbers can be guessed; the link cannot."""
    assert real_site.client.get(address + "notat.pdf").status_code == 200
    (there,) = links(real_site.get(address + "notat"))
    number = there.rpartition("/")[2]
    other = real_site.new_case()
    real_site.get(f"{other}notat/utstedt/{number}", 404)
    real_site.get(f"{address}notat/utstedt/{int(number) + 1}", 404)


def test_whoever_reads_sees_and_hands_out_too(real_site: Site, address: str) -> None:
    """A paper is a paper, whichever link it was fetched by."""
    reading = stored_at(real_site.client.application, address).reading_link
    there = f"/nb/sak/{reading}/"
    assert real_site.client.get(there + "notat.pdf").status_code == 200
    assert len(links(real_site.get(address + "notat"))) == 1
    (paper,) = links(real_site.get(there + "notat"))
    assert "Ingenting er endret." in real_site.get(paper).text


def test_a_database_that_fails_costs_nobody_the_file(
    real_site: Site, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is handed out, and the fault is in the log."""

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(IssuedStore, "issue", fail)
    assert real_site.client.get(address + "notat.pdf").data.startswith(b"%PDF-")
    assert HEADING not in real_site.get(address + "notat").text


def test_the_privacy_page_says_what_is_kept(real_site: Site) -> None:
    """And that it goes with the case."""
    assert "hver gang dere lastet ned et notat" in real_site.get("/nb/personvern").text
    assert "kvar gong de lasta ned eit notat" in real_site.get("/nn/personvern").text


def test_rules_changed_during_the_start_stop_it(tmp_path: Path, real_book: Rulebook) -> None:
    """What is kept under a hash has that hash."""
    changed = Path(shutil.copytree(RULES, tmp_path / "regler"))
    with (changed / "regelverk.yaml").open("a", encoding="utf-8") as file:
        file.write("# mer\n")
    with pytest.raises(StartupError, match="endret mens veiviseren startet"):
        create_app(Settings(folder=tmp_path), real_book, rules=changed)


def test_an_old_case_file_format_opens(
    make_app: Callable[[Rulebook], Flask], real_book: Rulebook
) -> None:
    """What was frozen by the first version of this program, word for word."""
    with make_app(real_book).test_client() as client:
        site = Site(client)
        address = site.new_case()
        assert client.get(address + "notat.pdf").status_code == 200
        services = services_of(client.application)
        with services.store._writer.begin() as connection:  # noqa: SLF001 - as it lay in 2026
            connection.exec_driver_sql("UPDATE issued SET casefile = ?", (FROZEN,))
        (there,) = links(site.get(address + "notat"))
        page = site.get(there)
    assert "Folketall. Før: 790 innbyggere (Endret av kommunen." in page.text
    assert "Behovet «Folk får jobb, men ikke bolig» gikk fra" in page.text


FROZEN = """{
  "format": "virkemiddelveiviseren/sak/1",
  "kommune": "5044",
  "dato": "2026-11-22",
  "maalform": "nb",
  "svar": {"folketall": "790", "rekruttering_stoppes": "ofte"},
  "tall": {"folketall": {"verdi": "803", "kilde": "ssb-07459", "per": "2026-01-01"}},
  "radgiver": {"vurdering": "Vi er få."},
  "versjoner": {"regelverk": "", "tall": "fra-2026", "program": "0.1.0"}
}
"""
