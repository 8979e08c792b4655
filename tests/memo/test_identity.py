"""A paper's identity: five marks that say what it is made of, the same wherever it is made."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest
from memos import advice_for, pdf_bytes

from wizard.domain.advice import Advice
from wizard.domain.case import DONT_KNOW, Case
from wizard.domain.frozen import FrozenFigure
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.html import render_html
from wizard.memo.identity import Identity, Part, identity_of, readable
from wizard.memo.verifying import read_identity
from wizard.press import tools

FIGURES = {
    "folketall": FrozenFigure(Decimal(1), "ssb-07459", "2026-01-01"),
    "sentralitet": FrozenFigure("6", "ssb-sentralitet", "2025-01-01"),
}
MAKE = """
import sys
from hashlib import sha256
from io import BytesIO
sys.path.insert(0, "tests/support")
from memos import advice_for, pdf_bytes
from wizard.memo.identity import identity_of
print(identity_of(advice_for("skjak")).to_keywords())
print(sha256(pdf_bytes("skjak")).hexdigest())
"""


def of(advice: Advice, **changes: object) -> Identity:
    """Return the identity of a paper whose case says something else."""
    case: Case = replace(advice.case, **changes)  # type: ignore[arg-type] # any field of it
    return identity_of(replace(advice, case=case))


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Kiritimati"), ("2", "America/Adak")])
def test_another_process_seed_and_day_give_the_same_bytes(seed: str, zone: str) -> None:
    """Two places that never have the same date, and sets that come in another order."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    command = [sys.executable, "-c", MAKE]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    here = identity_of(advice_for("skjak")).to_keywords()
    assert said.stdout.split("\n")[:2] == [here, sha256(pdf_bytes("skjak")).hexdigest()]


def test_the_identity_is_in_the_file_and_on_the_last_page(advice: Advice) -> None:
    """In the metadata for programs, and in print for people, in both written forms."""
    for language in Language:
        identity = identity_of(advice, language)
        page = render_html(compose(advice, language))
        assert f'<meta name="keywords" content="{identity.to_keywords()}">' in page
        for label, value in identity.rows():
            assert f"<strong>{label.to(language)}</strong>" in page
            assert value in page.replace("\u00a0", " ")


def test_a_file_is_read_back_to_what_it_was_made_from(journey: str) -> None:
    """Also by other programs: the two places that a PDF has for keywords agree."""
    content = pdf_bytes(journey)
    identity = identity_of(advice_for(journey))
    assert read_identity(content) == identity
    with pikepdf.open(BytesIO(content)) as file, file.open_metadata() as told:
        assert str(file.docinfo.Keywords) == told["pdf:Keywords"] == identity.to_keywords()


def test_the_order_of_the_answers_does_not_matter(advice: Advice) -> None:
    """A case from the database and the same from a file are one."""
    backwards = dict(reversed(tuple(advice.case.answers.items())))
    figures = dict(reversed(tuple(FIGURES.items())))
    there = of(advice, answers=backwards, figures=figures)
    assert there == of(advice, figures=FIGURES)


@pytest.mark.parametrize(
    "change",
    [
        {"answers": {}},
        {"priorities": DONT_KNOW},
        {"adviser": {"vurdering": "Vi er få."}},
        {"municipality_number": "0301"},
        {"language": Language.NB},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_the_kommune_says_and_chooses_is_in_the_first_mark(change: dict[str, object]) -> None:
    """And in no other."""
    advice = advice_for("skjak")
    assert of(advice, **change).differs_from(identity_of(advice)) == (Part.ANSWERS,)


def test_the_day_of_the_paper_is_one_of_the_answers() -> None:
    """The same answers on another day are another paper."""
    advice = advice_for("skjak")
    later = identity_of(replace(advice, as_of=date(2027, 1, 1)))
    assert later.differs_from(identity_of(advice)) == (Part.ANSWERS,)
    assert later.day == date(2027, 1, 1)


def test_a_version_in_the_case_file_is_no_answer() -> None:
    """What the case was worked on with earlier does not make it another paper."""
    advice = advice_for("skjak")
    assert of(advice, versions=replace(advice.case.versions, program="0.0.1")) == identity_of(
        advice
    )


def test_figures_and_rules_have_a_mark_each() -> None:
    """Frozen figures, figures that are looked up, and the rules."""
    advice = advice_for("skjak")
    here = identity_of(advice)
    assert of(advice, figures=FIGURES).differs_from(here) == (Part.FIGURES,)
    town = replace(advice.municipality, columns={**advice.municipality.columns, "ny": "1"})
    assert identity_of(replace(advice, municipality=town)).differs_from(here) == (Part.FIGURES,)
    book = replace(advice.rulebook, hash="0" * 64)
    assert identity_of(replace(advice, rulebook=book)).differs_from(here) == (Part.RULES,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("maalform=nn", "maalform=se"),
        ("dag=2026-11-22", "dag=2026-02-30"),
        ("papir/1", "papir/9"),
        (" program=", " program=a,b"),
        ("regler=", "regler=x"),
    ],
)
def test_a_text_that_only_resembles_an_identity_is_none(old: str, new: str) -> None:
    """Nothing is guessed."""
    told = identity_of(advice_for("skjak")).to_keywords()
    assert Identity.from_keywords(f"før {told} etter") == identity_of(advice_for("skjak"))
    assert old in told
    assert Identity.from_keywords(told.replace(old, new)) is None


def test_program_and_tools_are_told_for_people() -> None:
    """Names, versions, and a checksum of the rest."""
    assert readable(tools.program()).startswith("0.")
    assert readable(tools.library()).startswith("WeasyPrint ")
    assert "Pango" in tools.library()
