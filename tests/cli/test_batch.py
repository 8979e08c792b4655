"""Many memos at once: all that can be made are made, once, and what failed is told."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from plans_told import rules

from wizard.cli import main
from wizard.cli.made import NAME
from wizard.municipalities import load
from wizard.paths import DATA
from wizard.store import casefile


def run(*arguments: str) -> Result:
    """Run a command as from a shell."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Return a folder with two case files, one of them in a folder of its own."""
    folder = tmp_path / "saker"
    (folder / "vest").mkdir(parents=True)
    for name, municipality in (("a", "5044"), ("vest/b", "4621")):
        path = str(folder / f"{name}.json")
        assert run("case", "new", municipality, "-o", path).exit_code == 0
    return folder


def batch(*arguments: object) -> Result:
    """Run `wizard batch` with HTML, which is quicker, in two processes."""
    return run("batch", *map(str, arguments), "--html", "--prosesser", "2")


def made_at(folder: Path) -> dict[str, int]:
    """Return when each paper was written."""
    papers = [path for path in folder.rglob("*") if path.is_file() and path.name != NAME]
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in papers}


def test_a_folder_of_cases_becomes_a_folder_of_memos(cases: Path, tmp_path: Path) -> None:
    """Named as the cases are, PDF unless told, the same as `wizard memo` makes one by one."""
    out, one = tmp_path / "ut", tmp_path / "en.pdf"
    result = run("batch", str(cases), "-o", str(out), "--prosesser", "2")
    assert result.exit_code == 0, result.output
    assert "Laget 2 notater" in result.output
    assert sorted(made_at(out)) == ["a.pdf", "vest/b.pdf"]
    run("memo", str(cases / "a.json"), "-o", str(one))
    assert (out / "a.pdf").read_bytes() == one.read_bytes()


def test_what_is_made_is_not_made_again_until_it_would_be_another(
    cases: Path, tmp_path: Path
) -> None:
    """Another answer, another language, a paper changed by hand: those, and no others."""
    out = tmp_path / "ut"
    batch(cases, "-o", out)
    before = made_at(out)
    result = batch(cases, "-o", out)
    assert made_at(out) == before
    assert "2 var laget fra før" in result.output
    case = json.loads((cases / "a.json").read_text("utf-8"))
    case["svar"]["mangler_bolig"] = ["unge"]
    (cases / "a.json").write_text(json.dumps(case), "utf-8")
    batch(cases, "-o", out)
    after = made_at(out)
    assert {name for name in after if after[name] != before[name]} == {"a.html"}
    (out / "vest" / "b.html").write_text("endret", "utf-8")
    batch(cases, "-o", out)
    assert "endret" not in (out / "vest" / "b.html").read_text("utf-8")
    before = made_at(out)
    batch(cases, "-o", out, "--lang", "nn")
    after = made_at(out)
    assert all(after[name] != before[name] for name in before)
    assert 'lang="nn"' in (out / "a.html").read_text("utf-8")


def test_what_fails_is_told_and_stops_nothing(cases: Path, tmp_path: Path) -> None:
    """Every problem of every case, by its file; exit code 1; the rest is there."""
    (cases / "annet.json").write_text('{"format": "noe/annet/9"}', "utf-8")
    (cases / "ikke.json").write_text("ikke json", "utf-8")
    out = tmp_path / "ut"
    result = batch(cases, "-o", out)
    assert result.exit_code == 1
    assert sorted(made_at(out)) == ["a.html", "vest/b.html"]
    assert "2 notater ble ikke laget:" in result.output
    for name in ("annet.json", "ikke.json"):
        assert f"  {cases / name}: /" in result.output
    nynorsk = batch(cases, "-o", out, "--lang", "nn")
    assert "2 notat vart ikkje laga:" in nynorsk.output


def test_a_case_whose_kommune_is_gone_is_told_with_how_to_go_on(
    cases: Path, tmp_path: Path
) -> None:
    case = json.loads((cases / "a.json").read_text("utf-8"))
    (cases / "borte.json").write_text(json.dumps({**case, "kommune": "1507", "tall": {}}), "utf-8")
    said = batch(cases / "borte.json", "-o", tmp_path / "ut", "--sporreark").output
    assert "Ett spørreark ble ikke laget:" in said
    assert "er nå en del av Ålesund (1508) og Haram (1580)." in said
    assert "Kjør «wizard case renew» med --kommune" in said


def test_a_paper_that_cannot_be_written_is_told(cases: Path, tmp_path: Path) -> None:
    """Something lies where it should be."""
    out = tmp_path / "ut"
    (out / "a.html").mkdir(parents=True)
    result = batch(cases, "-o", out)
    assert result.exit_code == 1
    assert "a.json: kan ikke skrives" in result.output
    assert (out / "vest" / "b.html").exists()


def killed_when(arguments: list[str], out: Path, there_are: int) -> None:
    """Run a command in a process of its own, until there are so many papers."""
    program = f"from wizard.cli import main; main({arguments!r})"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.DEVNULL) as running:
        while len(made_at(out)) < there_are:
            time.sleep(0.02)
        running.kill()


def test_stopped_in_the_middle_it_goes_on_from_there(tmp_path: Path) -> None:
    """Killed as by a power cut, and a note cut in two: nothing made before is made again."""
    out = tmp_path / "ut"
    arguments = ["batch", "--alle-kommuner", "--html", "-o", str(out), "--as-of", "2026-11-22"]
    killed_when(arguments, out, 3)
    noted = (out / NAME).read_text("utf-8").splitlines()
    done = {json.loads(line)["fil"] for line in noted if line.endswith("}")}
    with (out / NAME).open("a", encoding="utf-8") as file:
        file.write('{"fil": "05')
    before = made_at(out)
    killed_when(arguments, out, len(before) + 3)
    after = made_at(out)
    assert done
    assert {name: after[name] for name in done} == {name: before[name] for name in done}
    numbers = {each.number for each in load(DATA).all}
    assert {name.partition("_")[0] for name in after} <= numbers


def test_cases_that_would_have_the_same_name_are_refused(cases: Path, tmp_path: Path) -> None:
    """Rather than one memo in the place of the other."""
    other = tmp_path / "a.json"
    other.write_bytes((cases / "a.json").read_bytes())
    result = batch(cases, other, "-o", tmp_path / "ut")
    assert result.exit_code == 1
    assert "a.html" in result.output
    assert not (tmp_path / "ut").exists()


def test_it_says_what_it_needs(tmp_path: Path) -> None:
    """Either cases or all kommuner; a folder with cases in it; at least one process."""
    for arguments in ((), (str(tmp_path), "--alle-kommuner")):
        assert run("batch", *arguments).exit_code == 2
    assert "Fant ingen saker" in run("batch", str(tmp_path)).output
    told = run("batch", str(tmp_path), "--prosesser", "0")
    assert "0 er ikke i området x>=1" in told.output


def test_question_sheets_lie_beside_the_memos(cases: Path, tmp_path: Path) -> None:
    """Asked for of what is answered, under a name of its own; neither takes the other's place."""
    journey = next(iter(rules().journeys.values())).case
    (cases / "a.json").write_text(casefile.write(journey), "utf-8")
    out = tmp_path / "ut"
    for asked in ((), ("--sporreark",)):
        done = batch(cases / "a.json", "-o", out, *asked, "--lang", "nb")
        assert done.exit_code == 0
        assert f"Laget ett {'spørreark' if asked else 'notat'} i {out}." in done.output
    for name, title in (("a", "Tiltaksnotat"), ("a_sporreark", "Spørreark")):
        assert title in (out / f"{name}.html").read_text("utf-8").partition("</h1>")[0]
