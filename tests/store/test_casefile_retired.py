"""A file of other rules opens for ever: what they no longer ask is kept, named, and not counted."""

import json
from dataclasses import replace
from typing import Any

import pytest
from question_book import DAY, NAMSSKOGAN

from wizard.domain.case import Case, Versions
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.store import casefile
from wizard.store.cases import CaseStore
from wizard.store.database import Database
from wizard.store.problems import CasefileError

RIGHT = json.loads(casefile.write(Case(NAMSSKOGAN, DAY, Language.NB)))
OTHER = {"versjoner": {"regelverk": "f" * 64, "tall": "2019", "program": "0.0.1"}}
ASKED_ONCE: dict[str, Any] = {
    "spurt_for": "ja",
    "valget": "valg_som_er_borte",
    "flere_for": ["a", "b"],
    "ukjent_for": {"ukjent": True},
}


def test_what_the_rules_no_longer_ask_is_kept(book: Rulebook, known: Municipalities) -> None:
    """Written to a file again and read by the same rules, it is the same case."""
    old = RIGHT | OTHER | {"svar": {**ASKED_ONCE, "antall": "3", "uten_svar": None}}
    case = casefile.read(json.dumps(old).encode(), book, known, DAY)
    assert case.retired == ASKED_ONCE
    assert set(case.answers) == {"antall"}
    now = json.loads(casefile.write(case)) | {"versjoner": {"regelverk": book.hash}}
    assert now["utgatte_svar"] == ASKED_ONCE
    assert casefile.read(json.dumps(now).encode(), book, known, DAY).retired == ASKED_ONCE


def test_figures_and_needs_of_other_rules_are_kept_and_named(
    book: Rulebook, known: Municipalities
) -> None:
    """Also a figure that is of another kind now, which never comes back as the kommune's own."""
    figures = {
        id_: {"verdi": "mange", "kilde": "x", "per": "2019"} for id_ in ("tall_for", "folketallet")
    }
    old = RIGHT | OTHER | {"tall": figures, "prioritering": ["behov_for", "hus"]}
    case = casefile.read(json.dumps(old).encode(), book, known, DAY)
    assert case.priorities == ("hus",)
    assert not case.figures
    assert case.retired == {
        "tall_for": "mange",
        "folketallet_i_filen": "mange",
        "prioritering": ["behov_for"],
    }
    now = json.loads(casefile.write(case)) | {"versjoner": {"regelverk": book.hash}}
    assert casefile.read(json.dumps(now).encode(), book, known, DAY) == replace(
        case, versions=Versions(book.hash, "", "")
    )


@pytest.mark.parametrize("versions", [{}, {"versjoner": {"regelverk": ""}}])
def test_a_file_of_no_other_rules_is_mended_by_its_owner(
    book: Rulebook, known: Municipalities, versions: dict[str, Any]
) -> None:
    """There a question that is not known is a slip."""
    wrong = {**RIGHT, "versjoner": {}, **versions, "svar": ASKED_ONCE}
    with pytest.raises(CasefileError) as refusal:
        casefile.read(json.dumps(wrong).encode(), book, known, DAY)
    assert {each.pointer for each in refusal.value.problems} == {
        f"/svar/{id_}" for id_ in ASKED_ONCE
    }


def test_the_database_keeps_it_too(book: Rulebook, database: Database) -> None:
    """Answered anew, the new answer takes its place; the rest stays."""
    store = CaseStore(database, book, Versions(book.hash, "", ""))
    link = store.create(Case(NAMSSKOGAN, DAY, Language.NB, retired=ASKED_ONCE), DAY)
    stored = store.open(link, DAY)
    assert stored.case.retired == ASKED_ONCE
    assert stored.case.answers == {}
    store.save_answers(stored, {"valget": "a"}, stored.revision, DAY)
    again = store.open(link, DAY).case
    assert again.answers == {"valget": "a"}
    assert again.retired == {id_: ASKED_ONCE[id_] for id_ in ASKED_ONCE if id_ != "valget"}
