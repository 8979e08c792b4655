"""`wizard rules prove`: what is said, what is written, and how it ends."""

import json
import re
from pathlib import Path

from click.testing import CliRunner, Result
from rule_folder import copy_to, edit

from wizard.cli import main


def run(*words: object) -> Result:
    """Run a command on rules as from a shell."""
    return CliRunner().invoke(main, ["rules", "prove", *map(str, words)])


def test_what_is_proven_is_told_with_what_it_rests_on(tmp_path: Path) -> None:
    done = run(copy_to(tmp_path), "--lang", "nn")
    assert done.exit_code == 0, done.output
    assert "Bevist: Kvart krav avgjer noko for nokon. (7 krav" in done.output
    assert "Ikkje bevist" not in done.output
    assert "ein av dei 357 kommunane" in done.output


def test_a_finding_has_a_place_a_cause_and_a_case_file(tmp_path: Path) -> None:
    """Whoever meets the second way has met the first."""
    folder, first = (
        copy_to(tmp_path),
        "opplysning: rekruttering_stoppes, er_en_av: [ofte, av_og_til]",
    )
    second = "opplysning: rekruttering_stoppes, er: ofte"
    either = f"minst_en: [{{{first}}}, {{{second}}}]"
    edit(folder, "behov/rekruttering.yaml", first, either)
    cases = tmp_path / "saker"
    done = run(folder, "--saker", cases)
    assert done.exit_code == 1
    assert "Ikke bevist: Hver betingelse avgjør noe" in done.output
    assert "behov/rekruttering.yaml:" in done.output
    assert "funn må rettes eller forklares." in done.output
    (file,) = cases.glob("*-betingelser-rekruttering.json")
    assert json.loads(file.read_text())["format"] == "virkemiddelveiviseren/sak/1"
    assert str(file) in done.output


def test_json_has_the_findings_with_their_cases(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    told = json.loads(run(folder, "--json").output)
    assert told["holder"] is True
    assert {each["pastand"] for each in told["bevis"]} >= {"behov", "utelukker", "krav"}
    both = run(folder, "--json", "--saker", tmp_path / "saker")
    assert both.exit_code == 1
    assert "«--json» har sakene med seg" in both.output


def test_two_rulebooks_are_told_apart_or_proven_equal(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    other = copy_to(tmp_path / "annen")
    edit(other, "behov/rekruttering.yaml", "kort:", "# En kommentar betyr ingenting.\nkort:")
    assert run(folder, "--mot", other).exit_code == 0
    edit(other, "behov/rekruttering.yaml", "er: ofte", "er: av_og_til")
    done = run(folder, "--mot", other)
    assert done.exit_code == 1
    assert "behov/rekruttering.yaml:1:1: De to regelverkene gir ulike svar" in done.output
    assert re.search(rf"«[^»]+» i {folder}, «[^»]+» i {other}\.", done.output)
    assert done.output.startswith(f"Holder reglene i {folder} mot reglene i {other}.")
    assert f"Reglene i {folder} og {other} er ulike på ett punkt." in done.output


def test_an_id_that_is_new_is_no_difference(tmp_path: Path) -> None:
    """Whichever of the two is the later; a scheme that only one has is told with the folders."""
    folder, other = copy_to(tmp_path), copy_to(tmp_path / "annen")
    words = ["rules", "rename", "startlan", "boliglan", "--rules", str(other)]
    assert CliRunner().invoke(main, words).exit_code == 0
    for one, two in ((folder, other), (other, folder)):
        done = run(one, "--mot", two)
        assert done.exit_code == 0, done.output
        assert "Id-en «startlan» er byttet ut med «boliglan»." in done.output
    (other / "tidligere.yaml").unlink()
    done = run(folder, "--mot", other)
    assert f"startlan.yaml:1:1: Finnes i {folder}, men ikke i {other}. Er det meningen" in (
        done.output
    )
