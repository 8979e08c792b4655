"""A rulebook with something wrong in it is noticed, or we are told which example is missing."""

from collections import Counter
from dataclasses import replace

import pytest
from rule_folder import HARDEST

from wizard.domain.conditions import Not
from wizard.domain.rulebook import Rulebook
from wizard.lab.mutants import MutationKind, mutants, with_question
from wizard.lab.mutation import run_mutation
from wizard.lab.value_mutants import all_mutants
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.rulebook import load


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """Return the hardest rulebook."""
    return load(HARDEST)


def test_each_kind_of_wrong_is_done(book: Rulebook) -> None:
    """Comparisons are turned and dropped, thresholds and dates moved, roles and values changed."""
    counts = Counter(mutant.kind for mutant in all_mutants(book))
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


def test_every_doubled_or_halved_rate_of_ours_is_refused() -> None:
    """Each money and share: the reading of the files tells, before an example is run."""
    money = [each for each in all_mutants(load(RULES)) if each.kind is MutationKind.MONEY]
    assert len(money) > 60
    assert [each.what.nb for each in money if not each.refused] == []


def test_a_rate_that_does_not_say_what_it_can_be_is_told_of(book: Rulebook) -> None:
    """Neither twice nor half of it is noticed, and the report says what to write."""
    money = next(each for each in all_mutants(book) if each.kind is MutationKind.MONEY)
    (id_,) = (each for each in book.rates if money.rulebook.rates[each] != book.rates[each])
    loose = replace(book.rates[id_], bounds=None)
    values = tuple(replace(each, bounds=None) for each in loose.values)
    without = replace(book, rates={**book.rates, id_: replace(loose, values=values)}, journeys={})
    report = run_mutation(without, load_municipalities(DATA), money.place.file)
    missed = [each for each in report.survivors if each.mutant.kind is MutationKind.MONEY]
    assert len(missed) == 2 * len(values)
    assert all(each.why and "grenser" in each.why.nb and not each.explained for each in missed)


def test_an_answer_that_nothing_uses_can_be_taken_out_unseen(book: Rulebook) -> None:
    question = next(each for each in book.questions.values() if len(each.options) > 1)
    unused = replace(question.options[0], id="helt_ubrukt")
    more = replace(question, options=(*question.options, unused))
    themes = tuple(with_question(theme, more) for theme in book.themes)
    changed = replace(book, themes=themes)
    seen = {
        each.what.nb: each.refused
        for each in all_mutants(changed)
        if each.kind is MutationKind.OPTION and question.id in each.what.nb
    }
    assert [what for what, refused in seen.items() if not refused] == [
        f"ta svaret «helt_ubrukt» ut av «{question.id}»"
    ]


def test_one_file_can_be_tried_alone(book: Rulebook) -> None:
    report = run_mutation(book, load_municipalities(DATA), "behov/rekruttering.yaml")
    assert set(report.made) == {"behov/rekruttering.yaml"}
    assert all(each.mutant.place.file == "behov/rekruttering.yaml" for each in report.survivors)
