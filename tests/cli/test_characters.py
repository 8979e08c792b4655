"""What cannot be printed is told at every door, and crashes neither book nor memo."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rule_folder import copy_to, edit

from wizard.cli import main

WORD = "\ufeffVi har:\x0b\uf0b7 de\ufb01nerte ma\u030al\u2028for bo\u200bliger"


def run(*arguments: str) -> Result:
    """Run a command as from a shell."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def case_with(tmp_path: Path) -> Path:
    """Return a case file whose own words can be changed."""
    path = tmp_path / "sak.json"
    assert run("case", "new", "5044", "-o", str(path)).exit_code == 0
    return path


def write(path: Path, words: str) -> None:
    """Put words of the municipality into a case file."""
    case = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(case | {"radgiver": {"vurdering": words}}), "utf-8")


@pytest.mark.parametrize("command", ["check", "document", "test"])
@pytest.mark.parametrize("sign", ["😀", "Ж", "\uf0b7"])
def test_a_rule_with_a_character_the_font_lacks_is_told_by_line_and_column(
    tmp_path: Path, command: str, sign: str
) -> None:
    """The check, and every command that prints, says where it stands, and prints nothing."""
    root = copy_to(tmp_path)
    edit(root, "regelverk.yaml", "eier: Pro", f"eier: Ja {sign} Pro")
    line = (root / "regelverk.yaml").read_text("utf-8").split(sign)[0].count("\n") + 1
    result = run("rules", command, str(root))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert f"regelverk.yaml:{line}:10: " in result.output
    assert f"U+{ord(sign):04X}" in result.output


def test_a_memo_with_what_word_pasted_is_printed(case_with: Path, tmp_path: Path) -> None:
    """A PDF, and in it what was meant."""
    write(case_with, WORD)
    page = tmp_path / "notat.html"
    assert run("memo", str(case_with), "--html", "-o", str(page)).exit_code == 0
    assert "• definerte mål" in page.read_text("utf-8")
    file = tmp_path / "notat.pdf"
    assert run("memo", str(case_with), "-o", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("sign", ["😀", "Ж", "\ue000", "\u202e", "\ud800", "\x07"])
def test_a_memo_that_cannot_be_printed_is_refused_at_the_door(
    case_with: Path, tmp_path: Path, sign: str
) -> None:
    """Before anything is made, with the place in the file and the words around."""
    write(case_with, f"Vi har {sign} tomter")
    result = run("memo", str(case_with), "-o", str(tmp_path / "notat.pdf"), "--lang", "nn")
    assert result.exit_code == 1
    assert f"/radgiver/vurdering: Notatet kan ikkje vise dette: teiknet U+{ord(sign):04X}" in (
        result.output
    )
    assert "«Vi har " in result.output
    assert not (tmp_path / "notat.pdf").exists()
