"""`wizard rules rename`: tells how much changed, or why nothing did."""

import re
import shlex
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from rule_folder import copy_to, edit

from wizard import clock
from wizard.cli import main
from wizard.paths import RULES
from wizard.rulebook import load, schema

_LESMEG = (RULES / "LESMEG.md").read_text("utf-8")
_RENAME = (
    "rename tilskudd-til-boligtiltak --navn Boligtiltakstilskudd --nynorsk Bustadtiltakstilskot"
)


def run(*words: object) -> Result:
    """Run a command on rules as from a shell."""
    return CliRunner().invoke(main, ["rules", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def test_an_id_and_a_name_change_at_once_and_nothing_else_moves(
    folder: Path, tmp_path: Path
) -> None:
    """The impact of it is that something is called something else."""
    before = copy_to(tmp_path / "before")
    named = ("--navn", "Boliglån", "--nynorsk", "Bustadlån")
    done = run("rename", "startlan", "boliglan", *named, "--rules", folder)
    assert done.exit_code == 0, done.output
    assert "«startlan» heter nå «boliglan»" in done.output
    assert load(folder).schemes["boliglan"].name.nn == "Bustadlån"
    found = run("impact", before, folder)
    assert found.exit_code == 0, found.output
    assert "«Startlån» heter nå «Boliglån», alle dager" in found.output
    assert "Id-en «startlan» er byttet ut med «boliglan»." in found.stdout
    assert "Ingen av 714 par får et annet råd" in found.output


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of our own rules, on a day after all their sources were read."""
    read = max(each.read for each in load(RULES).sources.values())
    monkeypatch.setattr(clock, "today", lambda: read)
    return Path(copytree(RULES, tmp_path / "rules"))


def test_the_commands_that_lesmeg_shows_do_what_it_says(ours: Path) -> None:
    """In both written forms, one after the other, on our own rules."""
    shown = re.findall(r"`(?:python3 dev.py wizard )?rules (rename [^`]+)`", _LESMEG)
    assert len(shown) == 4
    for each in shown[:2]:
        done = run(*shlex.split(each), "--rules", ours)
        assert done.exit_code == 0, done.output
    assert shown[:2] == shown[2:]


def test_a_longer_name_with_the_old_one_in_it_is_anothers(ours: Path) -> None:
    """Neither the other scheme, nor the regulation, nor a text that names them is touched."""
    other = "virkemidler/tilskudd-til-boligtiltak-i-distriktene.yaml"
    was = "Søk heller om tilskudd til boligtiltak, som er åpent for alle kommuner."
    now = "Tilskudd til boligtiltak i distriktene er avsluttet. Tilskudd til boligtiltak er åpent."
    edit(ours, other, was, now)
    was = "Søk heller om tilskot til bustadtiltak, som er ope for alle kommunar."
    now = "Tilskot til bustadtiltak i distrikta er avslutta. Tilskot til bustadtiltak er ope."
    edit(ours, other, was, now)
    sources = (ours / "kilder.yaml").read_bytes()
    done = run(*shlex.split(_RENAME), "--rules", ours)
    assert done.exit_code == 0, done.output
    book = load(ours)
    ended = book.schemes["tilskudd-til-boligtiltak-i-distriktene"]
    assert ended.name.nb == "Tilskudd til boligtiltak i distriktene"
    assert ended.name.nn == "Tilskot til bustadtiltak i distrikta"
    text = (ours / other).read_text("utf-8")
    assert "Tilskudd til boligtiltak i distriktene er avsluttet. Boligtiltakstilskudd er" in text
    assert "Tilskot til bustadtiltak i distrikta er avslutta. Bustadtiltakstilskot er ope." in text
    assert (ours / "kilder.yaml").read_bytes() == sources
    case = (ours / "situasjoner/oslo.yaml").read_text("utf-8")
    assert "(forskriften om tilskudd til boligtiltak § 16)" in case
    to_read = done.output.partition("i en annen form")[2]
    assert f"{other}:3:" in to_read, "who renames decides whether the other is to follow"


def test_a_name_that_breaks_a_text_is_said_to(ours: Path) -> None:
    """The line that becomes too long is shown as it would be, and nothing is written."""
    longer = ("--navn", "Startlån fra kommunen", "--nynorsk", "Startlån frå kommunen")
    done = run("rename", "startlan", *longer, "--rules", ours)
    assert done.exit_code == 1
    assert done.output.startswith("Slik blir reglene med det nye navnet")
    assert "og grensen er 110" in done.output
    assert load(ours).hash == load(RULES).hash


def test_the_editor_learns_the_new_id(folder: Path) -> None:
    schema.write(folder)
    assert run("rename", "startlan", "boliglan", "--rules", folder).exit_code == 0
    assert schema.outdated(folder) == []
    assert '"boliglan"' in (folder / "skjema/behov.schema.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("startlon", "x"), "Mente du «startlan»?"),
        (("startlan",), "Skriv en ny id"),
        (("startlan", "--navn", "X"), "begge målformer"),
        (("startlan", "Start Lån"), "Ingenting er endret."),
        (("startlan", "--navn", "{navn}", "--nynorsk", "{namn}"), "virkemidler/startlan.yaml:"),
        (("startlan", "utleielan-kommune"), "Ingenting er endret."),
        (("for-2019-11-18-1546", "--navn", "X", "--nynorsk", "X"), "ikke noe navn"),
    ],
)
def test_what_cannot_be_changes_nothing(folder: Path, words: tuple[str, ...], said: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    done = run("rename", *words, "--rules", folder)
    assert done.exit_code != 0
    assert said in done.output
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
