"""`--rules DIR`: each command goes by the rules in a folder, and says what is wrong with them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from memos import book
from new_rules import ASKED, MEASURE, QUESTION, ask_anew, our_rules
from rule_folder import edit

from wizard.cli import main
from wizard.store import casefile

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with rules that ask one thing more."""
    rules = our_rules(tmp_path_factory.mktemp("regler") / "nye")
    ask_anew(rules)
    return rules


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return what runs a command on a case file, which stands in the place of SAK."""
    case = tmp_path / "sak.json"
    case.write_text(casefile.write(book().journeys["namsskogan"].case), "utf-8")

    def go(*words: str) -> Result:
        return CliRunner().invoke(main, [str(case) if word == "SAK" else word for word in words])

    return go


def test_advice_trace_memo_and_questions_are_by_the_rules_in_the_folder(
    run: Run, newer: Path, tmp_path: Path
) -> None:
    memo = tmp_path / "notat.html"
    assert run("memo", "SAK", "-o", str(memo), "--rules", str(newer)).exit_code == 0
    assert ASKED in memo.read_text("utf-8")
    for words in (("advise", "SAK"), ("explain", "SAK", MEASURE), ("case", "new", "--questions")):
        ours, theirs = run(*words), run(*words, "--rules", str(newer))
        assert (ours.exit_code, theirs.exit_code) == (0, 0)
        assert ours.output != theirs.output
    assert QUESTION in theirs.output
    assert QUESTION not in ours.output


def test_what_is_wrong_in_the_folder_is_told_by_every_command(run: Run, tmp_path: Path) -> None:
    rules = our_rules(tmp_path / "regler")
    edit(rules, "virkemidler/startlan.yaml", "\nslag:", "\nslog:")
    for words in (
        ("advise", "SAK"),
        ("explain", "SAK", MEASURE),
        ("memo", "SAK"),
        ("batch", "SAK"),
    ):
        done = run(*words, "--rules", str(rules))
        assert done.exit_code == 1, words
        assert "virkemidler/startlan.yaml:" in done.output, words
