"""A gate that cannot be gone through is told from one that was."""

import check
import pytest
import spelling

WITHOUT_TOOL = f"python -c raise(SystemExit({spelling.SKIPPED}))"


@pytest.mark.parametrize("gate", ["no-such-tool --check", WITHOUT_TOOL])
def test_a_gate_whose_tool_is_missing_is_skipped_and_fails_in_ci(
    gate: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert check.passes(gate)
    assert capsys.readouterr().out.startswith("hoppet over")
    monkeypatch.setenv("CI", "true")
    assert not check.passes(gate)


def test_a_gate_that_fails_is_told_with_what_it_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert not check.passes("python -c raise(SystemExit('this_is_wrong'))")
    assert "FEIL" in (said := capsys.readouterr().out)
    assert "this_is_wrong" in said


def test_a_spelling_gate_without_dictionaries_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert spelling.main() == spelling.SKIPPED
