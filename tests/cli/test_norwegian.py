"""The command line speaks Norwegian where click itself speaks."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from wizard.cli import main

ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Error|Show|exit|default|Try|for help|No such|not|valid|Missing"
    r"|Invalid|value|does|exist|is a|required|requires|unexpected|Got|Did you|one of|File|Path"
    r"|TEXT|INTEGER|RANGE)\b"
)
METAVARS = re.compile(r"\[OPTIONS\]|COMMAND|\[ARGS\]\.\.\.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("tull", "Feil: Kommandoen «tull» finnes ikke."),
        ("rules tull", "Skriv «main rules --help» for å få hjelp."),
        ("memo finnes-ikke.json", "«finnes-ikke.json» finnes ikke."),
        ("memo .", "«.» er en mappe, ikke en fil."),
        ("rules check {file}", "er en fil, ikke en mappe."),
        ("memo --tull", "Valget «--tull» finnes ikke."),
        (
            "advise --as-o",
            "Valget «--as-o» finnes ikke. (Mente du en av disse: '--as-of', '--json'?)",
        ),
        ("memo --out", "Valget «--out» må ha en verdi."),
        ("memo --all=ja", "Valget «--all» tar ingen verdi."),
        ("advise", "Dette mangler: 'SAK'."),
        ("advise {file} b c", "Dette er for mye: b c"),
        ("advise {file} --lang se", "«se» er ikke en av 'nb', 'nn'."),
        ("serve --port tull", "«tull» er ikke et tall som kan brukes."),
    ],
)
def test_what_is_wrong_is_said_in_norwegian(tmp_path: Path, arguments: str, said: str) -> None:
    """Every kind of slip that click finds, with exit code 2."""
    file = tmp_path / "sak.json"
    file.write_text("{}", "utf-8")
    words = [each.format(file=file) for each in arguments.split()]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert said in result.output
    assert ENGLISH.findall(METAVARS.sub("", result.output)) == []


@pytest.mark.parametrize(
    "command",
    [
        "",
        "serve",
        "case",
        "case new",
        "advise",
        "compare",
        "memo",
        "rules",
        "rules boundaries",
        "rules due",
        "rules links",
        "rules lovdata",
        "rules mutate",
        "rules publish",
        "rules rename",
        "rules reread",
    ],
)
def test_help_is_norwegian(command: str) -> None:
    """Headings, what a value is otherwise, and the help about help."""
    output = CliRunner().invoke(main, [*command.split(), "--help"]).output
    assert output.startswith("Bruk:")
    assert "Vis denne hjelpen." in output
    assert ENGLISH.findall(METAVARS.sub("", output)) == []
