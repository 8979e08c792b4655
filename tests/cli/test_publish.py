"""A draft of our rules goes from `publish` by `approve` to live, and back, on the command line."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rule_folder import edit

from wizard import clock
from wizard.cli import main
from wizard.domain.text import Text
from wizard.paths import RULES
from wizard.releases.draft import Draft
from wizard.releases.record import Release, Signed
from wizard.releases.shelf import Shelf

NOTE = ("--endring", "Høyere grense.", "--endring-nn", "Høgare grense.")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["rules", *map(str, words)])


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock on a day when all our sources have been read."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 28))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a copy of our rules by another version."""
    folder = Path(shutil.copytree(RULES, tmp_path / "utkast"))
    edit(folder, "regelverk.yaml", 'versjon: "2026.11"', 'versjon: "2027.01"')
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "utgivelser"


def test_a_draft_is_tried_approved_by_another_and_live(draft: Path, shelf: Path) -> None:
    """One way, start to end: what was tried is in the record, and going back is one command."""
    tried = run("publish", draft, "--til", shelf, "--av", "Kari Nes", *NOTE)
    assert tried.exit_code == 0, tried.output
    steps = ("Kontrollerer", "Prøver", "Finner", "Beviser")
    assert [each.split()[0] for each in tried.stderr.splitlines()] == list(steps)
    assert "ingen regel som avgjør noe, er endret, så det er ingen feil å prøve" in tried.stdout
    (record,) = (shelf / "utgivelser").iterdir()
    said = json.loads(record.read_text("utf-8"))
    assert said["versjon"] == "2027.01"
    assert said["endring"] == {"nb": "Høyere grense.", "nn": "Høgare grense."}
    assert said["laget"]["av"] == "Kari Nes"
    assert said["kontroll"]["eksempler"] > 700
    assert said["kontroll"]["situasjoner"] >= 29
    assert said["kontroll"]["par_endret"] == said["kontroll"]["endringer"] == 0
    by = ("--til", shelf, "--av")
    assert "En annen må godkjenne" in run("approve", draft, *by, "KARI NES").output
    assert "\n  venter på godkjenning\n" in run("releases", shelf).output
    early = run("publish", draft, *by, "Ola Li", "--live")
    assert (early.exit_code, Shelf(shelf).live) == (1, "")
    assert "er godkjent av Ola Li" in run("approve", draft, *by, "Ola Li").output
    assert "\n  venter på å bli tatt i drift\n" in run("releases", shelf).output
    assert run("publish", draft, *by, "Ola Li", "--live").exit_code == 0
    assert Shelf(shelf).live == said["regler"]
    told = run("releases", shelf).output
    assert "Høyere grense." in told
    assert "i drift fra" in told
    again = run("publish", draft, *by, "Kari Nes", *NOTE)
    assert again.exit_code == 1
    assert again.output.startswith(f"Ingenting i {draft} er annerledes enn i reglene i drift")
    back = run("rollback", *by, "Ola Li")
    assert (back.exit_code, back.output.count("ingen å gå tilbake til")) == (1, 1)


def test_a_draft_whose_examples_fail_is_not_recorded(draft: Path, shelf: Path) -> None:
    """Nor one that is called what the live rules are; each is told in a sentence."""
    edit(draft, "regelverk.yaml", 'versjon: "2027.01"', 'versjon: "2026.11"')
    edit(draft, "regelverk.yaml", "om lag femti", "femti")
    same = run("publish", draft, "--til", shelf, "--av", "Kari", *NOTE)
    assert "Gi utgivelsen et eget navn" in same.output
    edit(draft, "regelverk.yaml", 'versjon: "2026.11"', 'versjon: "2027.01"')
    edit(draft, "situasjoner/vinje.yaml", "i_ar:", "i_ar:\n  - startlan")
    wrong = run("publish", draft, "--til", shelf, "--av", "Kari", *NOTE)
    assert wrong.exit_code == same.exit_code == 1
    assert "Reglene i drift er som før" in wrong.output
    assert "situasjoner/vinje.yaml" in wrong.output
    assert not shelf.exists()


def test_an_id_that_is_new_is_told_as_that(draft: Path, shelf: Path) -> None:
    """Against the rules that are live, which know it by another; nobody gets other advice."""
    assert run("rename", "startlan", "boliglan", "--rules", draft).exit_code == 0
    told = run("publish", draft, "--til", shelf, "--av", "Kari", *NOTE)
    assert told.exit_code == 0, told.output
    assert "Id-en «startlan» er byttet ut med «boliglan»." in told.stdout
    assert "0 endringer" in told.stdout


def test_a_draft_that_forgets_an_id_that_cases_go_by_is_refused(draft: Path, shelf: Path) -> None:
    """It is a copy of the rules from before something was renamed."""
    late = Path(shutil.copytree(draft, draft.parent / "sent"))
    assert run("rename", "startlan", "boliglan", "--rules", draft).exit_code == 0
    found = Draft.of(draft)
    kari, ola = Signed("Kari", clock.now()), Signed("Ola", clock.now())
    made = Release("", found.rules, "", Text("Nytt.", "Nytt."), kari, found.files)
    Shelf(shelf).record(made, found)
    Shelf(shelf).approve(found, ola)
    Shelf(shelf).go_live(found, ola)
    edit(late, "regelverk.yaml", 'versjon: "2027.01"', 'versjon: "2027.02"')
    told = run("publish", late, "--til", shelf, "--av", "Kari", *NOTE)
    assert told.exit_code == 1
    line = "- {ordning: startlan, var: boliglan}"
    assert f"Legg til linjen «{line}»." in told.output
    (late / "tidligere.yaml").write_text(f"{line}\n", "utf-8")
    assert run("check", late).exit_code == 0


def test_what_is_missing_is_asked_for_before_anything_is_tried(draft: Path, shelf: Path) -> None:
    to = ("publish", draft, "--til", shelf, "--av")
    assert "«--endring-nn»" in run(*to, "Kari", "--endring", "Ny sats.").output
    assert "«--av»" in run(*to, " ", *NOTE).output
    assert run(*to, "Kari", "--live", *NOTE).exit_code == 2
    assert not shelf.exists()


def test_all_is_said_in_nynorsk_too(draft: Path, shelf: Path) -> None:
    to = ("--til", shelf, "--av", "Kari", "--lang", "nn")
    assert "finst ikkje, så ingen reglar er kontrollerte" in run("approve", draft, *to).output
    assert "har ingen reglar i drift" in run("rollback", *to).output
    shelf.mkdir()
    assert "er ikkje kontrollerte" in run("approve", draft, *to).output
    assert "Ingen reglar er gitt ut" in run("releases", shelf, "--lang", "nn").output


def test_a_folder_that_is_not_there_is_no_folder_without_releases(shelf: Path) -> None:
    done = run("releases", shelf)
    assert done.exit_code != 0
    assert "finnes ikke" in done.output


def test_a_shelf_that_is_a_file_is_told_of(draft: Path, tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.touch()
    told = run("publish", draft, "--til", file / "her", "--av", "Kari", *NOTE)
    assert told.exit_code == 1
    assert "en del av stien er en fil" in told.output
