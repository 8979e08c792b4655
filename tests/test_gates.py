"""A gate that cannot be gone through is told from one that was."""

import pytest
import spelling
from check import run

WITHOUT_TOOL = f"python -c raise(SystemExit({spelling.SKIPPED}))"


@pytest.mark.parametrize("gate", ["no-such-tool --check", WITHOUT_TOOL])
def test_a_gate_whose_tool_is_missing_is_skipped_and_fails_in_ci(
    gate: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = run(gate)
    assert str(outcome).startswith("hoppet over")
    monkeypatch.delenv("CI", raising=False)
    assert outcome.passed
    monkeypatch.setenv("CI", "true")
    assert not outcome.passed


def test_a_gate_that_fails_is_told_with_what_it_said() -> None:
    outcome = run("python -c raise(SystemExit('this_is_wrong'))")
    assert not outcome.passed
    assert str(outcome).startswith("FEIL")
    assert "this_is_wrong" in str(outcome)


def test_a_gate_that_passes_is_one_line() -> None:
    assert "\n" not in str(run("python -c print('all_is_well')"))


def test_a_spelling_gate_without_dictionaries_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert spelling.main() == spelling.SKIPPED
