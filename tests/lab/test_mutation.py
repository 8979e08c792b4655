"""A rulebook with something wrong in it is noticed, or we are told which example is missing."""

from collections import Counter
from dataclasses import replace

import pytest
from rule_folder import HARDEST

from wizard.domain.conditions import Not
from wizard.domain.rulebook import Rulebook
from wizard.lab.mutants import MutationKind, mutants
from wizard.lab.mutation import run_mutation
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA
from wizard.rulebook import load


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """Return the hardest rulebook."""
    return load(HARDEST)


def test_each_kind_of_wrong_is_done(book: Rulebook) -> None:
    """Comparisons are turned and dropped, thresholds and dates moved, roles swapped."""
    counts = Counter(mutant.kind for mutant in mutants(book))
    assert set(counts) == set(MutationKind)
    assert counts[MutationKind.FLIP] == counts[MutationKind.DROP]


def test_a_mutant_differs_from_the_book_in_one_place(book: Rulebook) -> None:
    """A turned comparison is the same condition under a `not`, and the rest is untouched."""
    need = book.needs["rekruttering"]
    flipped = next(m for m in mutants(book) if m.needs == ("rekruttering",))
    assert flipped.kind is MutationKind.FLIP
    assert flipped.rulebook.needs["rekruttering"].severe == Not(need.severe)
    assert flipped.rulebook.schemes == book.schemes
    assert flipped.rulebook.rates == book.rates


def test_what_is_missing_can_be_pasted_in(book: Rulebook) -> None:
    """Take a need's examples away: each suggestion names the file and says what it should give."""
    bare = replace(book.needs["rekruttering"], examples=())
    without = replace(book, needs={**book.needs, "rekruttering": bare}, journeys={})
    report = run_mutation(without, load_municipalities(DATA))
    missed = [each for each in report.survivors if each.mutant.needs == ("rekruttering",)]
    assert missed
    for each in missed:
        assert each.example is not None
        assert each.example.startswith("# behov/rekruttering.yaml\n  - navn: ")
        assert "gir: " in each.example
    assert report.made["behov"] - report.killed["behov"] == len(missed)


def test_the_needs_that_have_examples_notice_everything(book: Rulebook) -> None:
    """With its examples in place, every wrong done to a need is seen."""
    report = run_mutation(replace(book, journeys={}), load_municipalities(DATA))
    assert report.killed["behov"] == report.made["behov"] > 0
