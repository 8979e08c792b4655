"""`wizard compare`, as its users meet it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wizard import clock
from wizard.cli import main
from wizard.paths import RULES
from wizard.rulebook import load


def run(*arguments: str) -> Result:
    """Run a command as from a shell."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def sak(tmp_path: Path) -> Path:
    """A fresh case file for Namsskogan."""
    path = tmp_path / "sak.json"
    assert run("case", "new", "5044", "-o", str(path), "--as-of", "2026-11-22").exit_code == 0
    return path


def test_a_file_differs_in_nothing_from_itself(sak: Path) -> None:
    result = run("compare", str(sak), str(sak))
    assert result.exit_code == 0
    assert "Ingenting er endret." in result.output
    assert "Ingenting er endra." in run("compare", str(sak), str(sak), "--lang", "nn").output


def test_another_answer_is_told_with_what_came_of_it(sak: Path, tmp_path: Path) -> None:
    case = json.loads(sak.read_text(encoding="utf-8"))
    case["svar"]["rekruttering_stoppes"] = "ofte"
    case["svar"]["mangler_bolig"] = ["tilflyttere"]
    other = tmp_path / "annen.json"
    other.write_text(json.dumps(case), encoding="utf-8")
    output = run("compare", str(sak), str(other)).output
    assert "Før: Ikke besvart. Nå: Tilflyttere og nye arbeidstakere." in output
    assert "Hva som er endret i behovene" in output
    assert "Reglene er de samme." in output


def test_one_file_on_two_days_tells_which_rules_differ(sak: Path) -> None:
    days = ("--as-of-a", "2026-03-25", "--as-of-b", "2026-03-26")
    output = run("compare", str(sak), str(sak), *days).output
    assert "Namsskogan, fra 25. mars 2026 til 26. mars 2026" in output
    assert "gjaldt til og med 25. mars 2026" in output
    plain = json.loads(run("compare", str(sak), str(sak), *days, "--json").output)
    assert plain["opplysninger"] == []
    assert {"slag", "id", "deler", "tekst"} == set(plain["regler"][0])


def test_one_file_with_two_rulebooks_tells_which_rate_differs(sak: Path, tmp_path: Path) -> None:
    """Policy staff see what an edit does to a case they know."""
    mended = tmp_path / "regler"
    shutil.copytree(RULES, mended)
    rates = mended / "satser" / "husbanken-lan.yaml"
    text = rates.read_text(encoding="utf-8")
    assert '{fra: "2025-02-17", er: "90"' in text
    rates.write_text(text.replace('{fra: "2025-02-17", er: "90"', '{fra: "2025-02-17", er: "95"'))
    result = run("compare", str(sak), str(sak), "--rules-b", str(mended))
    assert result.exit_code == 0, result.output
    assert "Regelverkene er ulike" in result.output
    assert "er endret fra 90\u00a0% til 95\u00a0%." in result.output


def test_an_id_that_is_new_is_told_as_that(
    sak: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not as one scheme that is gone, and another that is new; JSON stays clean."""
    read = max(each.read for each in load(RULES).sources.values())
    monkeypatch.setattr(clock, "today", lambda: read)
    renamed = tmp_path / "regler"
    shutil.copytree(RULES, renamed)
    assert run("rules", "rename", "startlan", "boliglan", "--rules", str(renamed)).exit_code == 0
    words = ("compare", str(sak), str(sak), "--rules-b", str(renamed))
    result = run(*words)
    assert "Id-en «startlan» er byttet ut med «boliglan»." in result.output
    assert "ny i regelverket" not in result.output
    assert "en annen plass" not in result.output
    assert json.loads(run(*words, "--json").stdout)
    backwards = run("compare", str(sak), str(sak), "--rules-a", str(renamed))
    assert "tatt ut av regelverket" not in backwards.output


def test_a_file_that_is_no_case_ends_the_command(sak: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "feil.json"
    wrong.write_text("{}", encoding="utf-8")
    result = run("compare", str(sak), str(wrong))
    assert result.exit_code == 1
    assert "er ikke en svarfil" in result.output
