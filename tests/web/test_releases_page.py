"""The page of releases: what is live, since when and why, for all; by whom, for operators."""

from datetime import datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pages import Site
from question_book import question_book
from rule_folder import HARDEST, copy_to, edit

from wizard.app import create_app
from wizard.clock import NORWAY
from wizard.domain.text import Text
from wizard.releases.draft import Draft
from wizard.releases.record import Release, Signed
from wizard.releases.shelf import Shelf
from wizard.settings import Settings

AT = datetime(2026, 11, 28, 12, tzinfo=NORWAY)
PAGE = "/nb/regler/utgivelser"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return a folder of releases where a second one was rolled back."""
    shelf, draft = Shelf(tmp_path / "utgivelser"), copy_to(tmp_path)
    for version, note in (("1", "Det første."), ("2", "Ny sats.")):
        edit(draft, "regelverk.yaml", "eier:", f"eier: {version}")
        found = Draft.of(draft)
        told = Text(note, f"{note} På nynorsk.")
        shelf.record(Release(version, found.rules, shelf.live, told, Signed("Kari Nes", AT)), found)
        shelf.approve(found, Signed("Ola Li", AT))
        shelf.go_live(found, Signed("Per Vik", AT))
    shelf.roll_back("", Signed("Per Vik", AT))
    return shelf


def client_of(tmp_path: Path, rules: Path | None) -> FlaskClient:
    settings = Settings(folder=tmp_path / "data", renderers=0, rules=rules)
    return create_app(settings, question_book()).test_client()


def test_everybody_sees_what_is_live_since_when_and_why(tmp_path: Path, shelf: Shelf) -> None:
    """The newest first, in both written forms; a stranger is told no names."""
    site = Site(client_of(tmp_path, shelf.folder))
    told = site.get(PAGE).text
    first, second, third = (
        told.index("igjen 28. november"),
        told.index("Ny sats."),
        told.rindex("D"),
    )
    assert first < second < third
    assert told.count("I bruk nå") == 1
    assert "Ny sats. På nynorsk." in site.get("/nn/regler/utgivelser").text
    assert "Laget av Kari Nes, godkjent av Ola Li, byttet av Per Vik." in told  # from this machine
    assert PAGE in site.get("/nb/regler/endringer").ways.values()
    stranger = site.client.get(PAGE, environ_base={"REMOTE_ADDR": "10.0.0.7"})
    assert "Ny sats." in stranger.text
    assert not [name for name in ("Kari", "Ola Li", "Per Vik") if name in stranger.text]


def test_there_is_no_such_page_where_nothing_is_published(tmp_path: Path, shelf: Shelf) -> None:
    """Nor where the list is damaged: whoever publishes is told of that, not who reads."""
    for rules in (None, HARDEST):
        client = client_of(tmp_path, rules)
        assert client.get(PAGE).status_code == 404
        assert PAGE not in client.get("/nb/regler/endringer").text
    client = client_of(tmp_path, shelf.folder)
    (shelf.folder / "i-drift.json").write_text("{", "utf-8")
    assert client.get(PAGE).status_code == 404
