"""The command line, as its users meet it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wizard.cli import main
from wizard.paths import RULES


def run(*arguments: str) -> Result:
    """Run a command as from a shell."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def sak(tmp_path: Path) -> Path:
    """A fresh case file for Namsskogan."""
    path = tmp_path / "sak.json"
    result = run("case", "new", "5044", "-o", str(path), "--as-of", "2026-11-22")
    assert result.exit_code == 0, result.output
    return path


def answer(path: Path, **answers: object) -> None:
    """Write answers into a case file, as a person with an editor would."""
    case = json.loads(path.read_text(encoding="utf-8"))
    case["svar"] |= answers
    path.write_text(json.dumps(case), encoding="utf-8")


def test_a_new_case_has_the_figures_and_no_answers(sak: Path) -> None:
    case = json.loads(sak.read_text(encoding="utf-8"))
    assert case["kommune"] == "5044"
    assert case["tall"]["folketall"] == {
        "verdi": "803",
        "kilde": "ssb-07459",
        "per": "2026-01-01",
    }
    assert case["svar"] == {}
    assert all(case["versjoner"].values())


def test_a_nynorsk_kommune_gets_a_nynorsk_case() -> None:
    assert json.loads(run("case", "new", "Skjåk").output)["maalform"] == "nn"
    assert json.loads(run("case", "new", "Skjåk", "--lang", "nb").output)["maalform"] == "nb"


def test_questions_lists_every_id_with_its_type() -> None:
    output = run("case", "new", "--questions").output
    assert "mangler_bolig: flervalg" in output
    assert "folketall: heltall (kommunetall)" in output
    assert "ofte | av_og_til | nei" in output


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("9999", "Vi finner ingen kommune «9999».\n"),
        ("Namskogan", "Mente du Namsskogan (5044)?"),
        (
            "Herøy",
            "Det er flere kommuner som heter «Herøy». Mente du Herøy (Møre og Romsdal) (1515)",
        ),
        ("1507", "1507 Ålesund (2020–2023) er nå en del av Ålesund (1508) og Haram (1580).\n"),
        ("Os (Hordaland)", "1243 Os (til 2019) er nå en del av Bjørnafjorden (4624).\n"),
        ("Skjåk (Vestland)", "Ingen kommune i Vestland heter Skjåk. Mente du Skjåk (3433)?"),
    ],
)
def test_an_unknown_kommune_gets_suggestions(text: str, message: str) -> None:
    result = run("case", "new", text)
    assert result.exit_code == 1
    assert message in result.output


@pytest.mark.parametrize("text", ["Voss herad", "Skjåk, Innlandet", "50 44", "Evenášši - Evenes"])
def test_a_kommune_is_found_as_people_write_it(text: str) -> None:
    result = run("case", "new", text)
    assert json.loads(result.stdout)["kommune"] in {"4621", "3433", "5044", "1853"}


def test_every_command_asks_what_was_meant_in_the_language_it_speaks(sak: Path) -> None:
    kommune = run("case", "new", "Namskogan", "--lang", "nn")
    ordning = run("explain", str(sak), "startlaan", "--lang", "nn")
    assert "Vi finn ingen kommune «Namskogan». Meinte du Namsskogan (5044)?" in kommune.output
    assert "Det finst inga ordning «startlaan». Meinte du «startlan»?" in ordning.output


def test_advice_as_json_has_a_verdict_for_every_scheme(sak: Path) -> None:
    result = run("advise", str(sak), "--json")
    advice = json.loads(result.output)
    schemes = {path.stem for kind in ("virkemidler", "tiltak") for path in (RULES / kind).glob("*")}
    assert {each["ordning"] for each in advice["vurderinger"]} == schemes
    assert (advice["kommune"], advice["dato"]) == ("5044", "2026-11-22")
    for each in advice["vurderinger"]:
        assert each["fordi"], each["ordning"]
        assert all(reason["tekst"] for reason in each["fordi"])


def test_an_answer_changes_the_advice(sak: Path) -> None:
    before = json.loads(run("advise", str(sak), "--json").output)
    answer(sak, rekruttering_stoppes="ofte", mangler_bolig=["tilflyttere"])
    after = json.loads(run("advise", str(sak), "--json").output)
    strength = {each["id"]: each["styrke"] for each in before["behov"]}
    assert strength["rekruttering"] == "ukjent"
    strength = {each["id"]: each["styrke"] for each in after["behov"]}
    assert strength["rekruttering"] == "stor"


def test_as_of_picks_the_rules_of_that_day_and_says_so(sak: Path) -> None:
    def verdict(output: str) -> str:
        track = "tilskudd-til-boligtiltak-i-distriktene"
        found = {each["ordning"]: each for each in json.loads(output)["vurderinger"]}
        return str(found[track]["vurdering"])

    answer(sak, rekruttering_stoppes="ofte", mangler_bolig=["tilflyttere"], vil_prove_nytt="ja")
    assert verdict(run("advise", str(sak), "--json").output) == "utelukket"
    earlier = run("advise", str(sak), "--json", "--as-of", "2024-03-01").output
    assert verdict(earlier) == "anbefalt"
    spoken = run("advise", str(sak), "--as-of", "2024-03-01").output
    assert "Reglene er de som gjelder 1. mars 2024. Tallene er fra 2023–2026." in spoken


def test_explain_shows_the_whole_tree_in_both_languages(sak: Path) -> None:
    answer(sak, startlan_bruk="aktivt")
    nb, nn = (run("explain", str(sak), "startlan", "--lang", each).output for each in ("nb", "nn"))
    assert nb.startswith("Startlån: Allerede på plass")
    assert nn.startswith("Startlån: Allereie på plass")
    assert "✓ Kommunen har dette fra før" in nb
    assert "Kommunen svarar" in nn
    assert nb.endswith("✓ oppfylt, ✗ ikke oppfylt, ? ikke avklart\n")


def test_explain_says_which_answer_was_needed(sak: Path) -> None:
    """A cross beside what is true says nothing by itself."""
    answer(sak, boligansvarlig="delt", mangler_bolig=["unge"], rekruttering_stoppes="ofte")
    told = run("explain", str(sak), "boligkoordinator").output
    asked = "«Mister arbeidsgivere folk fordi de ikke finner bolig?»"
    assert f"✗ Kommunen svarer «Ja, ofte» på {asked}. Her trengs «Av og til»." in told
    assert f"✓ Kommunen svarer «Ja, ofte» på {asked}.\n" in told


def test_explaining_an_unknown_scheme_suggests_one_and_a_dead_one_says_what_happened(
    sak: Path,
) -> None:
    unknown = run("explain", str(sak), "startlaan")
    assert unknown.exit_code == 1
    assert "Mente du «startlan»?" in unknown.output
    dead = run("explain", str(sak), "grunnlan")
    assert dead.exit_code == 1
    assert "finnes ikke lenger" in dead.output
    assert "Se heller på: " in dead.output


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        ("2023-06-22", "fantes ikke 22. juni 2023."),
        ("2023-06-23", "gjaldt 23. juni 2023, men ikke nå."),
        ("2023-12-31", "gjaldt 31. desember 2023, men ikke nå."),
        ("2024-01-01", "finnes ikke lenger."),
    ],
)
def test_a_scheme_that_is_gone_was_there_in_its_time(sak: Path, day: str, heading: str) -> None:
    told = run("explain", str(sak), "tilskudd-til-istandsetting", "--as-of", day).output
    assert f"Tilskudd til istandsetting {heading}" in told
    assert "Ordningen gjaldt fra 23. juni 2023 til og med 31. desember 2023." in told


def test_what_never_was_a_scheme_is_not_said_to_be_gone(sak: Path) -> None:
    told = run("explain", str(sak), "trygghetsboligtilskudd").output
    assert told.startswith("Trygghetsboligtilskudd er ikke en egen ordning. Husbanken har")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Grunnlån", "Grunnlån"),
        ("HEISTILSKUDD", "Heistilskot"),
        ("tilskudd  til heis", "Tilskot til heis"),
        ("tilskot til heis", "Tilskot til heis"),
    ],
)
def test_a_dead_scheme_is_known_by_every_name_people_use(sak: Path, name: str, told: str) -> None:
    """In either written form; it is answered in the one that is asked for."""
    dead = run("explain", str(sak), name, "--lang", "nn")
    assert dead.exit_code == 1
    assert dead.output.startswith(f"{told} finst")
    assert "Sjå heller på: " in dead.output


def test_a_broken_case_file_reports_everything_at_once(sak: Path) -> None:
    answer(sak, rekruttering_stoppes="oftee", folketal="803", arsverk_samfunnsplan="fire")
    result = run("advise", str(sak))
    assert result.exit_code == 1
    for place in ("/svar/rekruttering_stoppes", "/svar/folketal", "/svar/arsverk_samfunnsplan"):
        assert place in result.output
    assert "Mente du «folketall»?" in result.output


def test_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "annet.json"
    path.write_text('{"format": "noe/annet/9"}', encoding="utf-8")
    result = run("advise", str(path))
    assert result.exit_code == 1
    assert "virkemiddelveiviseren/sak/1" in result.output


def test_the_shipped_rules_check_and_test_green() -> None:
    # The clock stands still here, while the rules are read anew: ask as late as one can.
    assert run("rules", "check", "--as-of", "2028-11-22").exit_code == 0
    result = run("rules", "test")
    assert result.exit_code == 0, result.output


def test_an_empty_rules_folder_says_so(tmp_path: Path) -> None:
    result = run("rules", "check", str(tmp_path))
    assert result.exit_code == 1
    assert "Mappen er tom" in result.output


def test_broken_rules_are_refused_with_every_problem_in_either_language(tmp_path: Path) -> None:
    _copy_rules(tmp_path)
    path = tmp_path / "behov" / "rekruttering.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("rekruttering_stoppes", "rekrutering_stoppes"), encoding="utf-8")
    nb, nn = (run("rules", "check", str(tmp_path), "--lang", each) for each in ("nb", "nn"))
    assert nb.exit_code == 1
    assert "behov/rekruttering.yaml:" in nb.output
    assert "Mente du «rekruttering_stoppes»?" in nb.output
    assert "Meinte du «rekruttering_stoppes»?" in nn.output


def test_a_rule_change_that_breaks_an_example_is_found(tmp_path: Path) -> None:
    _copy_rules(tmp_path)
    path = tmp_path / "virkemidler" / "utleielan-tilvisning.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("har_privat_utbygger, er: ja", "har_privat_utbygger, er: nei"))
    result = run("rules", "test", str(tmp_path))
    assert result.exit_code == 1
    assert "virkemidler/utleielan-tilvisning.yaml:" in result.output


def _copy_rules(folder: Path) -> None:
    for source in RULES.rglob("*"):
        target = folder / source.relative_to(RULES)
        if source.is_dir():
            target.mkdir(exist_ok=True)
        else:
            target.write_bytes(source.read_bytes())


@pytest.mark.parametrize("command", ["check", "test"])
def test_the_rule_tools_load_neither_web_pdf_nor_database(command: str) -> None:
    program = (
        "import sys\n"
        "from wizard.cli import main\n"
        f"main(['rules', '{command}'], standalone_mode=False)\n"
        "heavy = {'flask', 'wtforms', 'weasyprint', 'sqlalchemy', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(','.join(sorted(heavy)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_memo_is_written_as_pdf_and_as_html(sak: Path, tmp_path: Path) -> None:
    pdf, html = tmp_path / "notat.pdf", tmp_path / "notat.html"
    assert run("memo", str(sak), "-o", str(pdf)).exit_code == 0
    assert run("memo", str(sak), "-o", str(html), "--lang", "nn").exit_code == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert 'lang="nn"' in html.read_text(encoding="utf-8")


def test_all_journeys_get_a_memo_each(tmp_path: Path) -> None:
    result = run("memo", "--all", "--html", "-o", str(tmp_path))
    assert result.exit_code == 0, result.output
    journeys = len(list((RULES / "situasjoner").glob("*.yaml")))
    assert len(list(tmp_path.glob("*.html"))) == journeys


def test_the_store_can_be_upgraded_and_purged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIZARD_FOLDER", str(tmp_path))
    assert "oppdatert" in run("store", "upgrade").output
    assert run("store", "purge").output.startswith("Slettet 0 saker for godt")
    assert (tmp_path / "saker.sqlite").exists()


def test_a_case_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    """It may hold a day's answers."""
    path = tmp_path / "sak.json"
    assert run("case", "new", "5044", "-o", str(path)).exit_code == 0
    path.write_text("svarene", encoding="utf-8")
    again = run("case", "new", "5044", "-o", str(path))
    assert again.exit_code == 1
    assert "finnes fra før" in again.output
    assert path.read_text(encoding="utf-8") == "svarene"


def test_a_file_is_no_folder_for_memos(tmp_path: Path) -> None:
    """Nor can one be made below a file; either is said, with what to do."""
    sak, there = tmp_path / "sak.json", tmp_path / "x.pdf"
    assert run("case", "new", "5044", "-o", str(sak)).exit_code == 0
    there.write_bytes(b"")
    for out in (there, there / "under"):
        told = run("memo", str(sak), "--form", "html", "-o", str(out))
        assert told.exit_code == 1
        assert "x.pdf" in told.output
        assert "Velg" in told.output
    both = run("memo", str(sak), "--all")
    assert "ikke begge" in both.output
    assert "--html passer ikke" in run("memo", str(sak), "--html", "-o", "k.pdf").output
