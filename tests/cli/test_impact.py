"""`wizard rules impact`: folders and revisions, and every way to be told what an edit means."""

import csv
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rule_folder import copy_to, edit

from wizard import clock
from wizard.cli import impact as command
from wizard.cli import main
from wizard.domain.case import Case, Versions
from wizard.domain.text import Language
from wizard.rulebook import load
from wizard.store.cases import CaseStore
from wizard.store.ready import ready_database

RATE = "satser/tilskudd.yaml"
WEEKS = 'uker_til_boligarbeid: "12"'
OLD_LINE, NEW_LINE = '{fra: "2020-01-01", er: "8"}', '{fra: "2020-01-01", er: "9"}'


def run(*words: object) -> Result:
    """Run the command as from a shell."""
    return CliRunner().invoke(main, ["rules", "impact", *map(str, words)])


def git(folder: Path, *words: str) -> None:
    """Run git in a folder, as nobody in particular."""
    who = ("-c", "user.name=Ingen", "-c", "user.email=ingen@example.com")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def copies(folder: Path) -> tuple[Path, Path]:
    """Return the hardest rulebook twice, with a journey that has few weeks for homes."""
    before, after = copy_to(folder / "for"), copy_to(folder / "na")
    for each in (before, after):
        edit(each, "situasjoner/hammerfest.yaml", WEEKS, WEEKS.replace("12", "8"))
    return before, after


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """Return the hardest rulebook twice, the second with another limit."""
    before, after = copies(tmp_path)
    edit(after, RATE, OLD_LINE, NEW_LINE)
    return before, after


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return our rules in a checkout of their own, with one revision."""
    folder = copy_to(tmp_path / "lager")
    git(tmp_path / "lager", "init", "-q")
    git(tmp_path / "lager", "add", "-A")
    git(tmp_path / "lager", "commit", "-qm", "Reglene")
    monkeypatch.setattr(command, "RULES", folder)
    return folder


def said(*words: object) -> str:
    """Return what the command says when it goes well, with plain spaces."""
    done = run(*words)
    assert done.exit_code == 0, done.output
    return done.output.replace("\u00a0", " ")


def told(done: Result) -> dict[str, Any]:
    """Return the JSON of a command that went well."""
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_change_comes_first_then_the_past_the_sums_and_who(sides: tuple[Path, Path]) -> None:
    text = said(*sides)
    parts = (
        "er hevet fra 8 uker til 9 uker",
        "også fortiden",
        "av 714 par",
        "og 349 kommuner til",
        "Alle kommunene står i «wizard rules impact» med «--csv» eller «--json».",
        "Et par er",
    )
    places = [text.index(each) for each in parts]
    assert places == sorted(places), text


def test_an_edit_over_an_old_line_warns_of_the_past_and_says_what_to_write(
    sides: tuple[Path, Path],
) -> None:
    for side in sides:
        edit(side, "situasjoner/hammerfest.yaml", 'dato: "2026-11-22"', 'dato: "2026-06-22"')
    found = told(run(*sides, "--json"))
    assert found["fortid"] is True
    assert "ny linje i «verdier»" in str(found["fortid_tekst"])
    assert found["fortid_saker"] == [{"dag": "2026-06-22", "kommune": "5603", "svar": "hammerfest"}]


def test_a_line_ahead_in_time_changes_nothing_today_and_is_looked_at_on_its_own_day(
    tmp_path: Path,
) -> None:
    before, after = copies(tmp_path)
    ahead = str(clock.today() + timedelta(days=40))
    edit(after, RATE, OLD_LINE, f'{OLD_LINE}, {{fra: "{ahead}", er: "9"}}')
    found = told(run(before, after, "--json"))
    assert found["fortid"] is False
    today, later = found["par"]["dager"]
    assert (today["berort"], today["endret"]) == (0, 0)
    assert (later["dag"], later["sett_pa"]) == (ahead, 714)
    assert later["endret"] == 357


def test_every_edit_has_a_number_in_a_row_and_a_sentence(sides: tuple[Path, Path]) -> None:
    """Also one of mere wording, which comes last."""
    edit(sides[1], "satser/lan.yaml", "navn: {nb: ", "navn: {nb: Ny ")
    edit(sides[1], "virkemidler/startlan.yaml", "kort:\n  nb: ", "kort:\n  nb: Nytt. ")
    found = told(run(*sides, "--json"))["endringer"]
    assert [each["nr"] for each in found] == list(range(1, len(found) + 1))
    assert all(each["tekst"] for each in found)
    assert found[-1]["del"] == "ordlyd"


def test_a_zero_says_how_many_were_looked_at_and_whether_the_rule_was_reached(
    tmp_path: Path,
) -> None:
    before, after = copies(tmp_path)
    edit(after, RATE, OLD_LINE, OLD_LINE.replace('"8"', '"7.5"'))
    assert "Ingen av 714 par får et annet råd. Endringen kom i bruk i 357 av dem" in (
        said(before, after)
    )


def test_a_scheme_that_is_new_and_one_that_is_gone_are_told(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    text = (after / "virkemidler/startlan.yaml").read_text("utf-8")
    new = text.replace("id: startlan", "id: boliglan").replace(": Startlån", ": Boliglån")
    (after / "virkemidler/boliglan.yaml").write_text(new, "utf-8")
    assert "Ny: «Boliglån»" in said(before, after)
    assert "«Boliglån»" in said(after, before)


def test_words_alone_are_told_as_words_alone_and_nothing_as_nothing(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    assert "Ingenting er endret" in said(before, before)
    edit(after, "behov/plankapasitet.yaml", "er lite.", "er veldig lite.")
    text = said(before, after, "--lang", "nn")
    assert "Éin regel har berre andre ord" in text
    assert "fortida" not in text


def test_the_table_has_a_line_for_each_kommune_that_differs(
    sides: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "virkning.csv"
    found = told(run(*sides, "--json", "--csv", out))
    lines = list(csv.DictReader(StringIO(out.read_text("utf-8-sig")), delimiter=";"))
    assert len({line["kommune"] for line in lines}) == len(found["kommuner"])
    assert all(line["dag"] and line["slag"] and int(line["par"]) for line in lines)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_page_stands_alone_and_has_a_dot_for_every_kommune(
    sides: tuple[Path, Path], tmp_path: Path, language: str
) -> None:
    out = tmp_path / "virkning.html"
    assert run(*sides, "--html", out, "--lang", language).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=|url\(|@import", page)
    (drawn,) = re.findall(r'<svg viewBox[^>]*role="img".*?</svg>', page, re.DOTALL)
    assert len(ET.fromstring(drawn).findall("g")) == 357  # noqa: S314 - our own


def test_in_ci_each_edit_is_noted_where_it_stands(
    sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (note,) = re.findall(r"^::(.*)$", said(*sides), re.MULTILINE)
    assert re.match(rf"warning file=.*{RATE},line=\d+::.*er hevet fra 8 uker til 9 uker", note)
    assert "357 av 714 par" in note


def test_without_arguments_what_is_edited_is_held_against_what_is_committed(
    checkout: Path,
) -> None:
    assert "Ingenting er endret" in said()
    edit(checkout, RATE, OLD_LINE, NEW_LINE)
    assert "er hevet fra 8 uker til 9 uker" in said()
    assert "er senket fra 9 uker til 8 uker" in said(checkout, "HEAD")


@pytest.mark.parametrize("name", ["finnes-ikke", "--output=x", "HEAD~7"])
def test_a_revision_that_is_none_is_said_to_be_none(checkout: Path, name: str) -> None:
    assert checkout.is_dir()
    done = run("--", name)
    assert done.exit_code == 1
    assert f"«{name}» er verken en mappe eller en revisjon" in done.output


def test_a_name_that_is_none_tells_what_to_write(checkout: Path) -> None:
    assert checkout.is_dir()
    assert "Oppgi en mappe med regler, eller en revisjon som «git log»" in run("feil").output


def test_without_git_it_is_git_that_is_missing(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(checkout))
    done = run()
    assert done.exit_code == 1
    assert "vi finner ikke programmet git" in done.output


@pytest.mark.parametrize("option", ["--html", "--csv"])
def test_a_folder_that_is_not_there_is_told_before_anything_is_counted(
    sides: tuple[Path, Path], tmp_path: Path, option: str
) -> None:
    done = run(*sides, option, tmp_path / "nei" / "x")
    assert done.exit_code == 1
    assert "finnes ikke. Lag den først" in done.output
    assert "Endringen" not in done.output


def test_a_folder_of_something_else_is_said_to_be_no_folder_of_rules(
    sides: tuple[Path, Path], tmp_path: Path
) -> None:
    other = tmp_path / "brev"
    other.mkdir()
    (other / "til-alle.md").write_text("Hei", encoding="utf-8")
    (told, _) = run(sides[0], other).output.splitlines()
    assert told.endswith(f"{other} er ikke en mappe med regler.")


def test_a_day_before_the_rules_is_told_when_they_begin(sides: tuple[Path, Path]) -> None:
    for side in sides:
        edit(side, "regelverk.yaml", "eier:", 'gjelder_fra: "2020-01-01"\neier:')
    done = run(*sides, "--on", "1999-01-01")
    assert done.exit_code == 1
    assert "Reglene gjelder fra 1. januar 2020" in done.output.replace("\u00a0", " ")


def test_a_day_without_the_edit_is_told_so(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    edit(after, RATE, OLD_LINE, f'{OLD_LINE}, {{fra: "2030-01-01", er: "9"}}')
    text = said(before, after, "--on", "2029-12-31")
    assert "Endringen gjelder ikke den dagen." in text
    assert "berøres" not in text


def test_a_revision_without_rules_is_said_to_have_none(checkout: Path) -> None:
    git(checkout, "checkout", "-q", "--orphan", "tom")
    git(checkout, "rm", "-rfq", "--cached", ".")
    git(checkout, "commit", "-qm", "Tomt", "--allow-empty")
    done = run()
    assert done.exit_code == 1
    assert "har ingen regler i mappen «rules»" in done.output


def test_rules_outside_git_want_two_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "RULES", copy_to(tmp_path))
    done = run()
    assert done.exit_code == 1
    assert "Oppgi to mapper" in done.output


@pytest.mark.parametrize("broken", [0, 1])
def test_a_side_that_cannot_be_used_is_named_with_every_problem(
    sides: tuple[Path, Path], broken: int
) -> None:
    edit(sides[broken], "behov/plankapasitet.yaml", "kontakt: startlan", "kontakt: startln")
    done = run(*sides)
    assert done.exit_code == 1
    assert "behov/plankapasitet.yaml:" in done.output
    assert f"Reglene i «{sides[broken]}» kan ikke brukes" in done.output


def test_stored_cases_are_told_in_figures_alone(
    sides: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIZARD_FOLDER", str(tmp_path / "drift"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "drift").mkdir()
    database = ready_database(
        f"sqlite:///{tmp_path / 'drift' / 'saker.sqlite'}", tmp_path / "drift" / "lager-id"
    )
    store = CaseStore(database, load(sides[0]), Versions())
    answers = {"uker_til_boligarbeid": Decimal(8), "arsverk_samfunnsplan": Decimal(2)}
    for number, count in (("5603", 6), ("0301", 4)):
        case = Case(number, clock.today(), Language.NB, answers)
        links = [store.create(case, clock.today()) for _ in range(count)]
    database.dispose()
    text = said(*sides, "--saker")
    assert "Av 10 lagrede saker får 10 et annet råd" in text
    assert "Kommuner med minst fem saker: Hammerfest 6." in text
    assert not any(link in text for link in links)
