"""Days on the command line: what can be asked about, what a case can be from, and renewing one."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rule_folder import copy_to, edit

from wizard import clock
from wizard.cli import main

FORMER = "2026-03-25"


def run(*arguments: str) -> Result:
    """Run a command as from a shell."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def sak(tmp_path: Path) -> Path:
    """A case from a day when other rules were in force."""
    path = tmp_path / "sak.json"
    assert run("case", "new", "5044", "-o", str(path), "--as-of", FORMER).exit_code == 0
    return path


def asking(sak: Path) -> list[list[str]]:
    """Return every command that asks about a day."""
    rules = copy_to(sak.parent)
    edit(rules, "regelverk.yaml", "kapasitet:", 'gjelder_fra: "2020-01-01"\nkapasitet:')
    return [
        ["advise", str(sak)],
        ["explain", str(sak), "startlan"],
        ["memo", str(sak), "--html", "-o", str(sak.with_suffix(".html"))],
        ["compare", str(sak), str(sak)],
        ["rules", "check", str(rules)],
    ]


@pytest.mark.parametrize(
    ("day", "lang", "said"),
    [
        ("2019-12-31", "nb", "er før reglene begynner. Velg 2020-01-01 eller en senere dag."),
        ("2019-12-31", "nn", "er før reglane startar. Vel 2020-01-01 eller ein seinare dag."),
        ("2028-11-23", "nb", "er for langt fram. Velg 2028-11-22 eller en tidligere dag."),
        ("2028-11-23", "nn", "er for langt fram. Vel 2028-11-22 eller ein tidlegare dag."),
    ],
)
def test_a_day_out_of_reach_is_refused_by_every_command(
    sak: Path, day: str, lang: str, said: str
) -> None:
    for command in asking(sak):
        result = run(*command, "--as-of", day, "--lang", lang)
        assert result.exit_code == 1, command
        assert result.output == f"--as-of: {day} {said}\n"


def test_both_sides_of_a_comparison_are_checked(sak: Path) -> None:
    result = run("compare", str(sak), str(sak), "--as-of-b", "2019-01-01")
    assert result.exit_code == 1
    assert "--as-of-b: 2019-01-01 er før reglene begynner." in result.output


def test_a_day_ahead_is_answered_with_a_word_of_caution(sak: Path) -> None:
    """Policy staff look ahead; the caution stays out of what machines read."""
    result = run("advise", str(sak), "--json", "--as-of", "2027-07-01")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["dato"] == "2027-07-01"
    assert "Reglene kan bli endret før den tid." in result.stderr
    assert run("advise", str(sak), "--json", "--as-of", "2026-11-22").stderr == ""


@pytest.mark.parametrize("written", ["22.11.2026", "2026-02-30", "20261122", "i går"])
def test_what_is_no_day_is_explained(sak: Path, written: str) -> None:
    result = run("advise", str(sak), "--as-of", written)
    assert result.exit_code == 2
    assert "Skriv år-måned-dag, for eksempel 2026-11-22." in result.output


def test_a_memo_of_another_day_is_named_and_dated_so(
    sak: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("memo", str(sak), "--html", "--as-of", "2026-11-22")
    assert result.exit_code == 0, result.output
    (memo,) = tmp_path.glob("*.html")
    assert memo.name == "2026-11-22_sporreark_namsskogan.html"
    assert "22.\u00a0november 2026" in memo.read_text("utf-8")


def test_one_day_for_both_sides_leaves_no_difference(sak: Path, tmp_path: Path) -> None:
    other = tmp_path / "annen.json"
    run("case", "new", "5044", "-o", str(other))
    assert "Ingenting er endret." not in run("compare", str(sak), str(other)).output
    same = run("compare", str(sak), str(other), "--as-of", "2026-11-22")
    assert "Ingenting er endret." in same.output
    own = run("compare", str(sak), str(sak), "--as-of", "2026-11-22", "--as-of-a", FORMER)
    assert "fra 25. mars 2026 til 22. november 2026" in own.output.replace("\u00a0", " ")


def test_a_new_case_cannot_be_ahead(tmp_path: Path) -> None:
    """Nobody could read it back."""
    result = run("case", "new", "5044", "-o", str(tmp_path / "ny.json"), "--as-of", "2026-11-23")
    assert result.exit_code == 1
    assert "Velg 2026-11-22 eller en tidligere dag." in result.output
    assert not (tmp_path / "ny.json").exists()


def test_a_case_from_tomorrow_is_refused(sak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 3, 24))
    result = run("advise", str(sak))
    assert result.exit_code == 1
    assert "/dato: 2026-03-25 er etter i dag. Skriv 2026-03-24" in result.output


def test_renewing_tells_what_changes_and_writes_the_case(sak: Path, tmp_path: Path) -> None:
    """The new day, the versions of today, and everything else as it was."""
    old = json.loads(sak.read_text("utf-8"))
    new = tmp_path / "ny.json"
    result = run("case", "renew", str(sak), "-o", str(new))
    assert result.exit_code == 0, result.output
    assert "Hva som er endret i reglene" in result.output
    assert "Saken gjaldt 2026-03-25, og gjelder nå 2026-11-22." in result.output
    assert json.loads(new.read_text("utf-8")) == old | {"dato": "2026-11-22"}
    assert json.loads(sak.read_text("utf-8")) == old


def test_renewing_without_another_file_writes_the_same_one(sak: Path) -> None:
    assert run("case", "renew", str(sak), "--lang", "nn").exit_code == 0
    again = run("case", "renew", str(sak), "--lang", "nn")
    assert again.output == "Saka gjeld alt 2026-11-22. Ingenting er endra.\n"


def test_a_case_of_today_is_written_where_it_is_asked_for(sak: Path, tmp_path: Path) -> None:
    """A script that goes on with the new file finds it."""
    run("case", "renew", str(sak))
    new = tmp_path / "ny.json"
    result = run("case", "renew", str(sak), "-o", str(new))
    assert result.exit_code == 0
    assert f"Skrev {new}" in result.output
    assert "Ingenting er endret." in result.output
    assert new.read_text("utf-8") == sak.read_text("utf-8")


@pytest.mark.parametrize("of_today", [False, True])
def test_renewing_never_writes_over_another_case(
    sak: Path, tmp_path: Path, *, of_today: bool
) -> None:
    """As `case new`; the file itself is brought up to date, by whichever name."""
    if of_today:
        run("case", "renew", str(sak))
    other = tmp_path / "annen.json"
    other.write_text("noens svar", "utf-8")
    refused = run("case", "renew", str(sak), "-o", str(other))
    assert refused.exit_code == 1
    assert f"{other} finnes fra før, og kan ha svar." in refused.output
    assert other.read_text("utf-8") == "noens svar"
    assert run("case", "renew", str(sak), "-o", str(sak.parent / "." / sak.name)).exit_code == 0


@pytest.mark.parametrize("command", ["case new 5044", "case renew {sak}", "memo {sak} --html"])
def test_a_missing_folder_is_told_not_thrown(sak: Path, tmp_path: Path, command: str) -> None:
    arguments = command.format(sak=sak).split()
    result = run(*arguments, "-o", str(tmp_path / "borte" / "fil.html"))
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert f"Mappen {tmp_path / 'borte'} finnes ikke. Lag den først" in result.output


def test_what_cannot_be_written_is_told_too(sak: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notat.html"
    folder.mkdir()
    result = run("memo", str(sak), "-o", str(folder))
    assert result.exit_code == 1
    assert f"Kan ikke skrive {folder}" in result.output
