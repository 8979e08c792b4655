"""`wizard rules rename`: tells how much changed, or why nothing did."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rule_folder import copy_to

from wizard.cli import main
from wizard.rulebook import load, schema


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
    assert "Ingen av 714 par får et annet råd" in found.output


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
