"""`wizard rules due` and `reread`: what to read again, and that it was."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar
from rule_folder import copy_to

from wizard.cli import main

LOANS = "for-2019-11-18-1546"


def run(*words: object) -> Result:
    """Run a command on rules as from a shell."""
    return CliRunner().invoke(main, ["rules", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def rows(output: str) -> list[str]:
    return [line for line in output.splitlines() if line[:1].isdigit()]


def test_the_list_is_in_order_of_day_and_says_what_depends_on_each(folder: Path) -> None:
    done = run("due", folder)
    assert done.exit_code == 0, done.output
    days = [line[:10] for line in rows(done.output)]
    assert days == sorted(days)
    source = f"2027-01-31  les kilden {LOANS}: Forskrift om lån fra Husbanken (kilder.yaml:1:3)"
    at = next(i for i, line in enumerate(done.output.splitlines()) if line.startswith(source))
    linked = done.output.splitlines()[at + 1]
    assert "Brukes av ordninger: " in linked
    assert "startlan" in linked
    assert "; satser: " in linked


def test_the_list_can_end_on_a_day(folder: Path) -> None:
    until = rows(run("due", folder, "--til", "2027-01-31").output)
    assert 0 < len(until) < len(rows(run("due", folder).output))
    assert all(line[:10] <= "2027-01-31" for line in until)
    nothing = run("due", folder, "--til", "2020-01-01", "--lang", "nn")
    assert nothing.output == "Ingenting må lesast på nytt før etter 2020-01-01.\n"


def test_the_calendar_has_one_entry_a_day_with_the_first_of_that_day(folder: Path) -> None:
    file = folder.parent / "les.ics"
    done = run("due", folder, "--kalender", file)
    assert done.exit_code == 0
    events = Calendar.from_ical(file.read_bytes()).events
    listed = rows(run("due", folder).output)
    assert rows(done.output) == listed, "who asks for a calendar sees the list too"
    assert {str(each.decoded("dtstart")) for each in events} == {line[:10] for line in listed}
    assert len({str(each["UID"]) for each in events}) == len(events)
    for each in events:
        day, told = str(each.decoded("dtstart")), str(each["DESCRIPTION"]).splitlines()
        due = [line[12:].partition(":")[0] for line in listed if line.startswith(day)]
        assert [line for line in told if line in due] == due[:8]
        assert (f"… og {len(due) - 8} til" in told) is (len(due) > 8)


def test_a_file_that_no_calendar_opens_is_not_written(folder: Path) -> None:
    file = folder.parent / "les.txt"
    done = run("due", folder, "--kalender", file)
    assert done.exit_code == 1
    assert f"Skriv {file.with_suffix('.ics')}." in done.output
    assert not file.exists()


def test_a_reading_moves_the_day_as_far_as_it_was_ahead(folder: Path) -> None:
    """187 days from the reading of July to the next; and the schemes only where that is asked."""
    done = run("reread", LOANS, "--rules", folder, "--lest", "2026-08-01")
    assert done.exit_code == 0, done.output
    assert f"{LOANS}: lest 2026-08-01, skal leses igjen innen 2027-02-04." in done.output
    assert "kontrollert" not in done.output
    with_schemes = run("reread", LOANS, "--rules", folder, "--lest", "2026-08-02", "--ordninger")
    assert "startlan: kontrollert 2026-08-02" in with_schemes.output


def test_a_scheme_can_be_checked_by_its_own_name(folder: Path) -> None:
    done = run("reread", "startlan", "--rules", folder, "--innen", "2027-06-30", "--lang", "nn")
    assert "skal kontrollerast igjen innan 2027-06-30." in done.output
    assert "startlan" in run("due", folder, "--til", "2027-06-30").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["for-2019-11-18-154"], f"heter «for-2019-11-18-154». Mente du «{LOANS}»?"),
        ([LOANS, "tull"], "heter «tull»"),
        ([LOANS, "--lest", "2099-01-01"], "2099-01-01 er ikke kommet ennå."),
        ([LOANS, "--lest", "2020-01-01"], "Velg en senere dag."),
        ([LOANS, "--lest", "2026-08-01", "--innen", "2026-07-30"], "--innen (2026-07-30) er før"),
        (
            [LOANS, "--innen", "2099-01-01"],
            "kan ikke reglene brukes:\nkilder.yaml:6",
        ),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    folder: Path, words: list[str], said: str
) -> None:
    before = (folder / "kilder.yaml").read_bytes()
    done = run("reread", *words, "--rules", folder)
    assert done.exit_code == 1
    assert said in done.output
    assert "Ingenting er endret." in done.output
    assert (folder / "kilder.yaml").read_bytes() == before


def test_what_the_system_refuses_is_told_of_the_file_itself_in_norwegian(folder: Path) -> None:
    """The name is so long that there is no room for the one that is written beside it."""
    file = folder / "virkemidler" / "startlan.yaml"
    real = file.rename(folder.parent / f"{'s' * 248}.yaml")
    file.symlink_to(real)
    done = run("reread", "startlan", "--rules", folder)
    assert f"Kan ikke skrive {real}: navnet er for langt. Ingenting er endret." in done.output


def test_a_writing_that_never_ended_is_told_until_it_is_made_again(folder: Path) -> None:
    words = ("reread", LOANS, "--rules", folder, "--lest", "2026-08-01")
    (folder / ".kilder.yaml.ny").write_text("halv", "utf-8")
    assert "advarsel: .kilder.yaml.ny: Skrivingen ble avbrutt" in run("check", folder).output
    assert run(*words).exit_code == 0
    assert "avbrutt" not in run("check", folder).output
