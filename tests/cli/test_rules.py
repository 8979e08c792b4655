"""`wizard rules`: what policy staff is told about a folder of rules."""

from pathlib import Path

from click.testing import CliRunner, Result
from rule_folder import copy_to, edit

from wizard.cli import main
from wizard.paths import RULES
from wizard.rulebook import check


def run(*words: object) -> Result:
    """Run a command on rules as from a shell."""
    return CliRunner().invoke(main, ["rules", *map(str, words)])


def test_examples_that_hold_are_counted(tmp_path: Path) -> None:
    done = run("test", copy_to(tmp_path))
    assert done.exit_code == 0, done.output
    assert "eksempler" in done.output


def test_which_rules_are_read_is_said_where_nobody_named_them(tmp_path: Path) -> None:
    for command in ("check", "test"):
        done = run(command)
        assert f"Leser reglene i {RULES}." in done.stderr
    assert "Leser" not in run("test", copy_to(tmp_path)).output


def test_of_a_folder_that_is_not_there_no_line_is_told(tmp_path: Path) -> None:
    done = run("test", tmp_path / "borte")
    assert done.output.startswith(f"Finner ikke mappen med regler: {tmp_path / 'borte'}.\n")


def test_an_example_that_does_not_hold_ends_the_command_and_says_where(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    edit(folder, "behov/rekruttering.yaml", "gir: stor", "gir: ingen")
    for command in ("test", "mutate"):
        done = run(command, folder)
        assert done.exit_code == 1
        assert "behov/rekruttering.yaml" in done.output


def test_what_an_example_says_of_why_is_told_in_a_sentence(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    edit(
        folder,
        "virkemidler/utleielan-tildeling.yaml",
        "avgjores_av: [",
        "avgjores_av: [har_privat_utbygger, ",
    )
    done = run("test", folder)
    assert "» skal ha en vurdering som henger på har_privat_utbygger, " in done.output


def test_one_file_is_told_of_by_its_name(tmp_path: Path) -> None:
    done = run("mutate", copy_to(tmp_path), "--fil", "behov/rekruttering.yaml")
    assert "\nbehov/rekruttering.yaml: " in f"\n{done.output}"


def test_a_file_with_nothing_to_try_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    for words in (("mutate", folder, "--fil"), ("boundaries", "--rules", folder)):
        done = run(*words, "rules/kilder.yaml")
        assert (done.exit_code, done.stderr) == (1, "«rules/kilder.yaml» har ikke noe å prøve.\n")
        assert "heter «kjelder.yaml»" in run(*words, "kjelder.yaml").stderr


def test_what_no_example_sees_is_told_with_an_example_to_paste_in(tmp_path: Path) -> None:
    done = run("mutate", copy_to(tmp_path), "--lang", "nn")
    assert done.exit_code == 1
    assert "Dette dømet ville merka det:\n# virkemidler/" in done.output
    assert "behov: 14 av 14 feil vart oppdaga." in done.output


def test_not_more_is_printed_than_anybody_reads(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    (folder / "tiltak").mkdir()
    (folder / "tiltak" / "mye.yaml").write_text("a: [" + "*b, " * 20_000 + "c]", encoding="utf-8")
    (folder / "satser").rename(folder / "sats")
    total = len(check(folder))
    done = run("check", folder, "--lang", "nn")
    assert done.exit_code == 1
    *shown, more, heading = done.output.splitlines()
    assert shown[0].startswith("sats:1:1: Mappa høyrer ikkje til her.")
    assert len(shown) == 200
    assert total > 20_000
    assert more.startswith(f"… og {total - 200} feil til.")
    assert heading == f"Regelverket kan ikkje brukast. {total} feil."


def test_rules_that_have_been_are_compared_with_unguarded(tmp_path: Path) -> None:
    old, new = copy_to(tmp_path / "for"), copy_to(tmp_path / "na")
    edit(old, "satser/lan.yaml", '  grenser: {fra: "30", til: "60"}\n', "")
    assert run("check", old).exit_code == 1
    assert run("impact", old, new).exit_code == 0
    assert run("impact", new, old).exit_code == 1


def test_schemas_are_written_and_noticed_when_they_are_old(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    assert run("schema", folder).exit_code == 0
    assert run("schema", folder, "--check").exit_code == 0
    written = next((folder / "skjema").glob("*.json"))
    written.write_text("{}", encoding="utf-8")
    stale = run("schema", folder, "--check")
    assert stale.exit_code == 1
    assert written.name in stale.output


def test_the_book_is_written_in_both_written_forms(tmp_path: Path) -> None:
    out = tmp_path / "bok"
    done = run("document", copy_to(tmp_path), "-o", out, "--html")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in out.iterdir()) == ["regelbok-nb.html", "regelbok-nn.html"]
