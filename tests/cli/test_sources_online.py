"""`wizard rules links` and `lovdata` tell what they found, and change nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from like_pages import like_pages
from like_ssb import Reply
from lovdata_answers import LOANS, OF_LOANS, REGULATIONS, document, packed
from rule_folder import copy_to, edit

from wizard.cli import main

GRANTS, NEW = "for-2017-12-18-2235", "for-2025-04-29-709"
ANSWER = {
    "sf/sf-20191118-1546.xml": OF_LOANS,
    "sf/sf-20250429-0709.xml": document(
        "FOR-2025-04-29-709",
        title="Forskrift om tilskudd til etablering og tilpasning i distriktskommuner",
        dateInForce="2025-04-30",
        lastChangeInForce="2026-02-28",
    ),
}


def run(*words: object) -> Result:
    """Run a command on rules as from a shell."""
    return CliRunner().invoke(main, ["rules", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def lovdata(folder: Path, answer: bytes, *more: str) -> Result:
    with like_pages({REGULATIONS: Reply(answer)}) as server:
        before = (folder / "kilder.yaml").read_bytes()
        done = run("lovdata", folder, "--adresse", server.address, "--sekunder", "5", *more)
        assert (folder / "kilder.yaml").read_bytes() == before
    return done


def test_what_lovdata_says_otherwise_is_told_with_what_rests_on_it(folder: Path) -> None:
    """Changed after it was read; not in force any more; and one that is as it was."""
    laws = "lov-2018-06-22-83"
    assert laws not in (folder / "kilder.yaml").read_text("utf-8")
    done = lovdata(folder, packed(ANSWER))
    assert done.exit_code == 0, done.output
    changed = f"kilder.yaml:1:3: {LOANS}: er endret fra 2026-10-01 ved forskrift/2026-09-10-1780"
    assert changed in done.output
    assert f"{GRANTS}: gjelder ikke nå, sier Lovdata." in done.output
    assert "  Brukes av ordninger: " in done.output
    assert NEW not in done.output
    assert "er som de var. Ingen regler er endret." in done.output


def test_a_title_that_is_another_is_told(folder: Path) -> None:
    edit(folder, "kilder.yaml", "nb: Forskrift om lån fra Husbanken", "nb: Forskrift om startlån")
    edit(folder, "kilder.yaml", "nn: Forskrift om lån frå Husbanken", "nn: Forskrift om startlån")
    done = lovdata(folder, packed(ANSWER), "--lang", "nn")
    assert f"{LOANS}: heiter «Forskrift om lån fra Husbanken» hos Lovdata." in done.output


def test_it_can_be_told_to_fail_where_something_is_otherwise(folder: Path) -> None:
    assert lovdata(folder, packed(ANSWER), "--streng").exit_code == 1


def test_a_bad_answer_is_a_sentence_and_status_1(folder: Path) -> None:
    done = lovdata(folder, b"<html>", "--lang", "nn")
    assert done.exit_code == 1
    assert done.output.endswith("øydelagt eller altfor stort. Ingenting er endra.\n")


def test_links_that_lead_inside_are_told_and_not_asked(folder: Path) -> None:
    """All of them here, so that no test reaches out."""
    text = (folder / "kilder.yaml").read_text("utf-8")
    lines = (
        f"  lenke: https://127.0.0.1:9/{n}" if line.startswith("  lenke:") else line
        for n, line in enumerate(text.split("\n"))
    )
    (folder / "kilder.yaml").write_text("\n".join(lines), "utf-8")
    done = run("links", folder)
    assert done.exit_code == 0, done.output
    assert done.output.startswith(
        f"kilder.yaml:1:3: {LOANS}: https://127.0.0.1:9/3 er ikke en https-adresse som alle når."
    )
    assert "0 av " in done.output.splitlines()[-1]
    assert run("links", folder, "--streng").exit_code == 1
