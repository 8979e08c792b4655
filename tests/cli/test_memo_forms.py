"""`wizard memo`: one case in six forms, on three papers; and what it refuses."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from plans_told import rules

from wizard.cli import main
from wizard.domain.review import Review
from wizard.store import casefile

_BEGINS = {
    "pdf": b"%PDF-",
    "docx": b"PK",
    "html": b"<!doctype html>",
    "ics": b"BEGIN:VCALENDAR",
    "csv": b"\xef\xbb\xbfNr.",
    "json": b"{",
}


def run(*arguments: object) -> Result:
    """Run `wizard memo` as from a shell."""
    return CliRunner().invoke(main, ["memo", *map(str, arguments)])


@pytest.fixture
def sak(tmp_path: Path) -> Path:
    """A case file with the answers of Namsskogan."""
    path = tmp_path / "sak.json"
    path.write_text(casefile.write(rules().journeys["namsskogan"].case), encoding="utf-8")
    return path


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    """A case file in which nothing is answered."""
    path = tmp_path / "blank.json"
    made = CliRunner().invoke(
        main, ["case", "new", "5044", "-o", str(path), "--as-of", "2026-11-22"]
    )
    assert made.exit_code == 0, made.output
    return path


@pytest.mark.parametrize("form", sorted(_BEGINS))
def test_the_ending_of_the_file_says_the_form(sak: Path, tmp_path: Path, form: str) -> None:
    """With any letters, large or small."""
    out = tmp_path / f"ut.{form.upper()}"
    result = run(sak, "-o", out)
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(_BEGINS[form])


def test_several_forms_go_into_a_folder_under_names_of_their_own(sak: Path, tmp_path: Path) -> None:
    """Day, what it is, kommune."""
    assert run(sak, "--form", "docx, html,ics,csv,json", "-o", tmp_path / "ut").exit_code == 0
    names = {each.name.removeprefix("2026-11-22_") for each in (tmp_path / "ut").iterdir()}
    assert names == {
        "tiltaksnotat_namsskogan.docx",
        "tiltaksnotat_namsskogan.html",
        "kalender_namsskogan.ics",
        "handlingsplan_namsskogan.csv",
        "handlingsplan_namsskogan.json",
    }


@pytest.mark.parametrize(
    ("option", "name"), [("--kort", "kortnotat"), ("--sporreark", "sporreark")]
)
def test_the_paper_is_chosen_and_its_name_says_which(
    sak: Path, tmp_path: Path, option: str, name: str
) -> None:
    """In whatever form."""
    assert run(sak, option, "--form", "docx,html", "-o", tmp_path / "ut").exit_code == 0
    names = {each.name for each in (tmp_path / "ut").iterdir()}
    assert names == {f"2026-11-22_{name}_namsskogan.{form}" for form in ("docx", "html")}


def test_a_blank_case_becomes_a_question_sheet_by_name_too(blank: Path, tmp_path: Path) -> None:
    """Nobody is told that it is a memo, and somebody who named the file is told what it is."""
    into = run(blank, "--form", "docx", "-o", tmp_path / "ut")
    alone = run(blank, "-o", tmp_path / "notat.html")
    assert (into.exit_code, alone.exit_code) == (0, 0)
    assert "notat.html: Det er svart på for lite til et tiltaksnotat." in alone.stderr
    assert "Dette er spørrearket." in into.stderr
    asked = run(blank, "--sporreark", "-o", tmp_path / "ark.html")
    assert (asked.exit_code, asked.stderr) == (0, "")
    assert [each.name for each in (tmp_path / "ut").iterdir()] == [
        "2026-11-22_sporreark_namsskogan.docx"
    ]


@pytest.mark.parametrize(("option", "name"), [("--kort", "kortnotat"), ("--status", "statusnotat")])
def test_a_paper_that_too_little_is_answered_for_is_refused(
    blank: Path, tmp_path: Path, option: str, name: str
) -> None:
    """With the cause and what to ask for instead; no other paper is put in its place."""
    for where in (("-o", tmp_path / "a.html"), ("--form", "html", "-o", tmp_path / "ut")):
        refused = run(blank, option, *where)
        assert refused.exit_code == 1
        assert f"Det er svart på for lite til et {name}." in refused.stderr
        assert "--sporreark" in refused.stderr
        assert "sporreark_" not in refused.stderr
    assert not (tmp_path / "a.html").exists()
    assert not list((tmp_path / "ut").iterdir())


@pytest.mark.parametrize(
    ("language", "told", "way"),
    [
        ("nb", "Ingen følger opp planen i denne svarfilen", "last ned svarfilen derfra"),
        ("nn", "Ingen følgjer opp planen i denne svarfila", "last ned svarfila derfrå"),
    ],
)
def test_a_status_of_what_nobody_follows_up_is_refused(
    sak: Path, tmp_path: Path, language: str, told: str, way: str
) -> None:
    """With what to do about it; no form to be filled in by hand is put in its place."""
    for where in (("-o", tmp_path / "a.html"), ("--form", "html", "-o", tmp_path / "ut")):
        refused = run(sak, "--status", "--lang", language, *where)
        assert refused.exit_code == 1
        assert told in refused.stderr
        assert way in refused.stderr
    assert not (tmp_path / "a.html").exists()
    assert not list((tmp_path / "ut").iterdir())


def test_the_others_are_written_all_the_same(tmp_path: Path) -> None:
    """Of all journeys, those that bear a short memo become one."""
    result = run("--all", "--kort", "--form", "html", "-o", tmp_path / "ut")
    assert result.exit_code == 0
    names = [each.name for each in (tmp_path / "ut").iterdir()]
    assert names
    assert all("_kortnotat_" in each for each in names)
    assert len(names) + result.stderr.count("for lite til") == len(rules().journeys)


def test_a_calendar_without_dates_is_not_written(blank: Path, tmp_path: Path) -> None:
    """It is said instead, and the other forms are written all the same."""
    result = run(blank, "-o", tmp_path / "frister.ics")
    assert result.exit_code == 1
    assert "ingen datoer" in result.output
    both = run(blank, "--form", "ics,csv", "-o", tmp_path / "ut", "--lang", "nn")
    assert both.exit_code == 0
    assert "ingen datoar" in both.output
    assert [each.suffix for each in (tmp_path / "ut").iterdir()] == [".csv"]


def test_html_can_still_be_asked_for_as_before(
    sak: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--html` is another word for `--form html`, and contradicts another ending."""
    monkeypatch.chdir(tmp_path)
    assert run(sak, "--html").exit_code == 0
    assert (tmp_path / "2026-11-22_tiltaksnotat_namsskogan.html").exists()
    refused = run(sak, "--html", "-o", tmp_path / "plan.csv")
    assert refused.exit_code == 2
    assert "Ta bort --html" in refused.output
    assert not (tmp_path / "plan.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "notat.odt"), "Vet ikke hvordan «notat.odt» skal skrives."),
        (("-o", "notat"), "Velg en av disse: .pdf, .docx, .html, .ics, .csv, .json."),
        (("--form", "pdf,odt"), "Kjenner ikke formen «odt»."),
        (("--kort", "--sporreark"), "Velg én av --kort, --sporreark og --status."),
        (("--status", "--sporreark"), "Velg én av --kort, --sporreark og --status."),
        (("--status", "-o", "plan.csv"), "gjelder bare for .pdf, .docx og .html"),
        (("--kort", "-o", "plan.csv"), "gjelder bare for .pdf, .docx og .html"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    sak: Path, arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what can be chosen instead; nothing is written."""
    monkeypatch.chdir(sak.parent)
    result = run(sak, *arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert list(sak.parent.iterdir()) == [sak]


@pytest.mark.parametrize(
    ("form", "unused"), [("html", "docx icalendar resvg_py"), ("csv", "docx icalendar weasyprint")]
)
def test_a_form_loads_what_it_needs_and_no_more(
    sak: Path, tmp_path: Path, form: str, unused: str
) -> None:
    """A PDF from a cold start waits for no Word, and a table for no PDF."""
    program = (
        "import sys\n"
        "from wizard.cli import main\n"
        f"main(['memo', {str(sak)!r}, '-o', {str(tmp_path / 'ut')!r} + '.{form}'],"
        " standalone_mode=False)\n"
        f"sys.exit(','.join(set({unused.split()!r}) & set(sys.modules)) or 0)\n"
    )
    call = [sys.executable, "-c", program]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_without_pango_html_is_offered(sak: Path, tmp_path: Path) -> None:
    """The other forms are made as before; nothing is lost."""
    program = (
        "import builtins, sys\n"
        "real = builtins.__import__\n"
        "def refuse(name, *args, **kwargs):\n"
        "    if name.startswith('weasyprint'):\n"
        "        raise OSError('cannot load library')\n"
        "    return real(name, *args, **kwargs)\n"
        "builtins.__import__ = refuse\n"
        "from wizard.cli import main\n"
        "main(['memo', *sys.argv[1:]])\n"
    )
    call = [sys.executable, "-c", program, str(sak), "-o"]
    refused, made = (
        subprocess.run([*call, str(tmp_path / name)], capture_output=True, text=True, check=False)
        for name in ("notat.pdf", "notat.docx")
    )
    assert refused.returncode == 1
    assert "Lag HTML i stedet: velg en fil som slutter på .html." in refused.stderr
    assert made.returncode == 0, made.stderr


def test_the_memo_is_made_with_the_adviser_or_without(sak: Path, tmp_path: Path) -> None:
    """What an adviser has added is there, unless somebody asks for the memo without."""
    case = rules().journeys["namsskogan"].case
    said = {"navn": "Kari Nordmann", "rolle": "rådgiver", "vurdering": "Dette er mine ord."}
    sak.write_text(casefile.write(replace(case, review=Review(said))), encoding="utf-8")
    for more, there in (([], True), (["--uten-radgiver"], False)):
        out = tmp_path / "notat.html"
        assert run(sak, "-o", out, *more).exit_code == 0
        assert ("Dette er mine ord." in out.read_text(encoding="utf-8")) is there
