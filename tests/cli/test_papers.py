"""One order, one paper, or all that is wrong with the case, in both languages."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from memos import book
from rule_folder import edit

from wizard import rulebook
from wizard.cli.papers import Order, Rules, make, make_page, make_to_print
from wizard.domain.text import Language
from wizard.paths import RULES
from wizard.store import casefile

DAY = date(2026, 11, 22)
OURS = Rules(RULES, book().hash)


def order(content: bytes, name: str = "sak.html") -> Order:
    """Return the order of a case file."""
    return Order(name, "sak.json", None, OURS, content=content)


def test_a_municipality_without_answers_gets_its_own_language_unless_told() -> None:
    """Skjåk writes nynorsk."""
    blank = Order("3433.html", "Skjåk (3433)", DAY, OURS, municipality="3433")
    assert b'<html lang="nn"' in make_page(blank).content
    assert b'<html lang="nb"' in make_page(replace(blank, language=Language.NB)).content


def test_every_problem_of_a_case_is_told_with_its_place() -> None:
    """Nothing is made."""
    text = casefile.write(book().journeys["oslo"].case).replace('"0301"', '"9999"')
    paper = make(order(text.encode()))
    assert paper.content == b""
    assert any(problem.nn.startswith("/kommune: ") for problem in paper.problems)


def test_a_case_becomes_a_page_or_a_pdf() -> None:
    """And the page that a PDF is printed from."""
    asked = order(casefile.write(book().journeys["oslo"].case).encode())
    for made, begins in (
        (make, b"%PDF-"),
        (make_page, b"<!doctype"),
        (make_to_print, b"<!doctype"),
    ):
        paper = made(asked)
        assert paper.problems == ()
        assert paper.content.startswith(begins)


def test_what_would_be_another_paper_has_another_fingerprint() -> None:
    """Content, day, language, municipality and form; not what the file is called."""
    one = order(b"a")
    others = [
        order(b"b"),
        order(b"a", "sak.pdf"),
        replace(one, day=DAY),
        replace(one, language=Language.NN),
        replace(one, municipality="5044"),
    ]
    assert len({each.fingerprint for each in (one, *others)}) == 6
    assert replace(one, name="annet.html", called="annet").fingerprint == one.fingerprint


def test_no_paper_is_made_by_other_rules_than_it_was_ordered_by(tmp_path: Path) -> None:
    """Somebody edits the folder while many papers are being made."""
    folder = Path(shutil.copytree(RULES, tmp_path / "regler"))
    ordered = Order(
        "5044.html",
        "Namsskogan",
        DAY,
        Rules(folder, rulebook.load(folder).hash),
        municipality="5044",
    )
    edit(folder, "regelverk.yaml", 'versjon: "', 'versjon: "x')
    now = replace(ordered, rules=Rules(folder, rulebook.load(folder).hash))
    told = "Reglane vart endra undervegs. Prøv ein gong til."
    assert [each.nn for each in make_page(ordered).problems] == [told]
    assert make_page(now).content
    assert now.fingerprint != ordered.fingerprint
