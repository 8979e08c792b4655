"""`wizard serve --rules` follows a folder of releases: what goes live there is live at once."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from new_rules import our_rules
from rule_folder import edit
from serve_process import Running
from waiting import wait_until

from wizard.clock import NORWAY
from wizard.domain.text import Text
from wizard.releases.draft import Draft
from wizard.releases.record import Release, Signed
from wizard.releases.shelf import Shelf

VERSION = 'versjon: "2026.11"'
AT = datetime(2026, 11, 28, 12, tzinfo=NORWAY)


def publish(shelf: Shelf, draft: Path) -> None:
    found = Draft.of(draft)
    shelf.record(
        Release("", found.rules, shelf.live, Text("Nytt.", "Nytt."), Signed("Kari", AT)), found
    )
    shelf.approve(found, Signed("Ola", AT))
    shelf.go_live(found, Signed("Ola", AT))


def test_a_release_is_followed_and_so_is_the_way_back(
    start: Callable[..., Running], tmp_path: Path
) -> None:
    """Without a restart; a release that is only approved changes nothing."""
    shelf, draft = Shelf(tmp_path / "utgivelser"), our_rules(tmp_path / "utkast")
    publish(shelf, draft)
    running = start("--rules", str(shelf.folder))
    assert "Regelverk 2026.11" in running.get("/nb/kontakt")
    edit(draft, "regelverk.yaml", VERSION, 'versjon: "2027.01"')
    publish(shelf, draft)
    wait_until(lambda: "Regelverk 2027.01" in running.get("/nb/kontakt"))
    shelf.roll_back("", Signed("Ola", AT))
    wait_until(lambda: "Regelverk 2026.11" in running.get("/nb/kontakt"))
    (shelf.folder / "i-drift.json").write_text("{", "utf-8")
    wait_until(lambda: "Reglene kunne ikke følges" in running.log)
    assert "Regelverk 2026.11" in running.get("/nb/kontakt")
