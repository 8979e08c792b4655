"""`wizard verify`, as its users meet it: identical, different and why, or of no use."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wizard import clock, rulebook
from wizard.advice import assess
from wizard.cli import main
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.html import render_pdf
from wizard.memo.identity import identity_of
from wizard.municipalities import load
from wizard.paths import DATA, RULES
from wizard.store import casefile
from wizard.store.cases import CaseStore
from wizard.store.database import open_database
from wizard.store.issued import IssuedStore, Paper
from wizard.store.rulebooks import RulebookStore
from wizard.store.schema import upgrade


def run(*arguments: object) -> Result:
    """Run a command as from a shell."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder where there is no database yet."""
    folder = tmp_path / "instans"
    monkeypatch.setenv("WIZARD_FOLDER", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return folder


@pytest.fixture
def sak(tmp_path: Path) -> Path:
    """A fresh case file for Namsskogan."""
    path = tmp_path / "sak.json"
    assert run("case", "new", "5044", "-o", path, "--as-of", "2026-11-22").exit_code == 0
    return path


@pytest.fixture
def notat(sak: Path) -> Path:
    """Its memo."""
    path = sak.with_name("notat.pdf")
    assert run("memo", sak, "-o", path).exit_code == 0
    return path


@pytest.fixture
def changed(sak: Path) -> Path:
    """The same kommune, with answers."""
    case = json.loads(sak.read_text(encoding="utf-8"))
    case["svar"] |= {"rekruttering_stoppes": "ofte", "mangler_bolig": ["tilflyttere"]}
    path = sak.with_name("endret.json")
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


@pytest.fixture
def mended(tmp_path: Path) -> Path:
    """The rules after an edit that changes a rate."""
    folder = Path(shutil.copytree(RULES, tmp_path / "regler"))
    rates = folder / "satser" / "husbanken-lan.yaml"
    text = rates.read_text(encoding="utf-8")
    assert '{fra: "2025-02-17", er: "90"' in text
    text = text.replace('{fra: "2025-02-17", er: "90"', '{fra: "2025-02-17", er: "95"')
    rates.write_text(text, encoding="utf-8")
    return folder


def test_a_memo_is_identical_with_what_its_case_file_gives(notat: Path, sak: Path) -> None:
    result = run("verify", notat, "--case", sak)
    assert result.exit_code == 0, result.output
    assert "Notatet er identisk" in result.output
    assert "Notatet gjelder 22. november 2026." in result.output
    assert (
        "Notatet gjeld 22. november 2026."
        in run("verify", notat, "--case", sak, "--lang", "nn").output
    )


@pytest.mark.parametrize("option", [("--lang", "nn"), ("--as-of", "2026-03-25")])
def test_language_and_day_are_those_of_the_memo(sak: Path, option: tuple[str, str]) -> None:
    """A memo made in another language, or for another day, is made again as it was."""
    path = sak.with_name("annet.pdf")
    assert run("memo", sak, "-o", path, *option).exit_code == 0
    result = run("verify", path, "--case", sak)
    assert result.exit_code == 0, result.output
    assert ("kontrollert notatet for sin egen dag" in result.output) is (option[0] == "--as-of")


def test_a_case_renewed_since_still_gives_the_memo(
    notat: Path, sak: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The case file has a later day; the answers are the same."""
    later = clock.today().replace(month=12)
    monkeypatch.setattr(clock, "today", lambda: later)
    renewed = sak.with_name("fornyet.json")
    assert run("case", "renew", sak, "-o", renewed).exit_code == 0
    result = run("verify", notat, "--case", renewed)
    assert result.exit_code == 0, result.output
    assert "og svarfilen 22. desember 2026" in result.output


def test_other_answers_are_told_and_what_is_needed_to_know_more(notat: Path, changed: Path) -> None:
    result = run("verify", notat, "--case", changed)
    assert result.exit_code == 1
    assert "Svarene er andre" in result.output
    assert "«--before»" in result.output
    assert "Reglene er andre" not in result.output


def test_with_the_former_case_file_it_is_told_what_they_mean(
    notat: Path, sak: Path, changed: Path
) -> None:
    """In the words of `wizard compare`, the first few of each sort."""
    result = run("verify", notat, "--case", changed, "--before", sak)
    assert result.exit_code == 1
    assert "Dette betyr det for rådet:" in result.output
    assert "Før: Ikke besvart. Nå: Tilflyttere og nye arbeidstakere." in result.output
    assert "… og én linje til. «wizard compare» viser alle." in result.output


def test_a_former_case_file_that_is_not_the_former_one_is_told(notat: Path, changed: Path) -> None:
    """It does not explain anything."""
    result = run("verify", notat, "--case", changed, "--before", changed)
    assert result.exit_code == 1
    assert "Filen i «--before» er heller ikke" in result.output
    assert "Dette betyr det for rådet" not in result.output


def test_other_rules_are_told_with_what_they_mean(notat: Path, sak: Path, mended: Path) -> None:
    result = run("verify", notat, "--case", sak, "--rules", mended)
    assert result.exit_code == 1
    assert "Reglene er andre" in result.output
    assert "er endret fra 90\u00a0% til 95\u00a0%." in result.output


def test_rules_that_nobody_has_are_asked_for(sak: Path, mended: Path) -> None:
    """The memo was made by rules that are not ours, and were not kept."""
    path = made_by(mended, sak)
    result = run("verify", path, "--case", sak)
    assert result.exit_code == 1
    assert "Reglene er andre" in result.output
    assert "oppgi den med «--rules»" in result.output
    assert run("verify", path, "--case", sak, "--rules", mended).exit_code == 0


def made_by(rules: Path, sak: Path) -> Path:
    """Return the memo that other rules give."""
    book, known = rulebook.load(rules), load(DATA)
    case = casefile.read(sak.read_bytes(), book, known, clock.today())
    path = sak.with_name("etter-andre-regler.pdf")
    path.write_bytes(render_pdf(compose(assess(case, book, known.get("5044")))))
    return path


def test_a_database_that_has_kept_rules_and_case_answers_by_itself(
    sak: Path, changed: Path, mended: Path, nowhere: Path
) -> None:
    """As on the server: old rules are found, and so is what the case said then."""
    path = made_by(mended, sak)
    remember(path, sak, mended, nowhere)
    result = run("verify", path, "--case", sak)
    assert result.exit_code == 0, result.output
    assert "som databasen har tatt vare på" in result.output
    result = run("verify", path, "--case", changed)
    assert result.exit_code == 1
    assert "Dette betyr det for rådet:" in result.output
    assert "Nå: Tilflyttere og nye arbeidstakere." in result.output


def remember(path: Path, sak: Path, rules: Path, folder: Path) -> None:
    """Let a service hand out that memo, and keep its rules."""
    folder.mkdir()
    engine = open_database(f"sqlite:///{folder / 'saker.sqlite'}")
    upgrade(engine)
    book, known, today = rulebook.load(rules), load(DATA), clock.today()
    case = casefile.read(sak.read_bytes(), book, known, today)
    store = CaseStore(engine, book, case.versions)
    stored = store.open(store.create(case, today), today)
    RulebookStore(engine).keep(book, rules, today)
    mark = identity_of(assess(case, book, known.get("5044"))).to_keywords()
    paper = Paper(path.read_bytes(), "notat", "pdf", Language.NB, mark, case, book.hash)
    IssuedStore(engine).issue(stored.id, paper, today)
    engine.dispose()


def test_an_altered_byte_is_told(notat: Path, sak: Path) -> None:
    content = bytearray(notat.read_bytes())
    content[len(content) // 2] ^= 1
    notat.write_bytes(bytes(content))
    result = run("verify", notat, "--case", sak)
    assert result.exit_code == 1
    assert "Filen er endret etter at den ble laget" in result.output


def test_what_cannot_be_verified_ends_with_its_own_status(
    notat: Path, sak: Path, tmp_path: Path
) -> None:
    """A file that is no PDF, a foreign or damaged one, no case file, broken rules."""
    foreign, damaged = tmp_path / "fremmed.pdf", tmp_path / "skadet.pdf"
    foreign.write_bytes(b"%PDF-1.7\n%%EOF\n")
    damaged.write_bytes(notat.read_bytes()[:-50])
    empty = tmp_path / "tom"
    empty.mkdir()
    for arguments, said in (
        ((sak, "--case", sak), "Filen er ikke en PDF."),
        ((foreign, "--case", sak), "er ikke laget av Virkemiddelveiviseren"),
        ((damaged, "--case", sak), "slutten mangler"),
        ((notat, "--case", foreign), "er ikke en svarfil"),
        ((notat, "--case", sak, "--rules", empty), "Regelverket kan ikke brukes."),
        ((notat, "--case", tmp_path / "ingen.json"), "finnes ikke"),
    ):
        result = run("verify", *arguments)
        assert result.exit_code == 2, result.output
        assert said in result.output
