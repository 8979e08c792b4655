"""What was kept under former ids is read by those of today, and what is saved since comes first."""

import json
from dataclasses import replace

import pytest
from question_book import DAY, NAMSSKOGAN

from wizard.domain.case import Case
from wizard.domain.follow_up import (
    AdoptedMeasure,
    AdoptedPlan,
    FollowUp,
    Mark,
    MeasureState,
    PlanPart,
)
from wizard.domain.former import FormerIds
from wizard.domain.review import MeasureReview, Review
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.store import casefile, present
from wizard.store.cases import CaseStore

FORMER = FormerIds(
    schemes={"ordningen-for": "ordningen"},
    facts={"valget_for": "valget"},
    needs={"gammelt": "nytt"},
)
ADOPTED = FollowUp(
    AdoptedPlan(DAY, "regler", (AdoptedMeasure("ordningen-for", PlanPart.CORE),), {}),
    {"ordningen-for": Mark(MeasureState.DONE, "", DAY)},
)
WHO = {"navn": "Kari", "rolle": "Rådgiver"}
REVIEW = Review(WHO, {"ordningen-for": MeasureReview("Bra.", None, "")}, ("ordningen-for",))
CASE = Case(
    NAMSSKOGAN,
    DAY,
    Language.NB,
    retired={"valget_for": "a"},
    review=REVIEW,
    follow_up=ADOPTED,
)


@pytest.fixture
def later(store: CaseStore, book: Rulebook) -> CaseStore:
    """Return the store by rules in which three things have other ids."""
    return store.going_by(replace(book, former=FORMER, hash="nye"))


def test_a_stored_case_reads_on(store: CaseStore, later: CaseStore) -> None:
    case = later.open(store.create(CASE, DAY), DAY).case
    assert case.answers == {"valget": "a"}
    assert case.retired == {}
    assert case.review is not None
    assert case.review.order == ("ordningen",)
    assert set(case.review.measures) == {"ordningen"}
    assert case.follow_up is not None
    assert [each.scheme for each in case.follow_up.plan.measures] == ["ordningen"]
    assert set(case.follow_up.marks) == {"ordningen"}


def test_what_is_saved_since_comes_first_and_can_be_taken_back(
    store: CaseStore, later: CaseStore
) -> None:
    link = store.create(CASE, DAY)
    stored = later.open(link, DAY)
    saved = later.save_answers(stored, {"valget": "b"}, stored.revision, DAY)
    again = later.open(link, DAY)
    assert again.case.answers == {"valget": "b"}
    assert later.as_it_was(again, saved.revision - 1).answers == {"valget": "a"}
    later.save_answers(again, {"valget": None}, again.revision, DAY)
    assert later.open(link, DAY).case.answers == {}


def test_a_case_file_reads_on(book: Rulebook, known: Municipalities) -> None:
    """Also one that names rules with the former ids, as it did when it was written."""
    raw = json.loads(casefile.write(replace(CASE, retired={})))
    raw["svar"] = {"valget_for": "a"}
    now = replace(book, former=FORMER)
    case = casefile.read(json.dumps(raw).encode(), now, known, DAY)
    assert case.answers == {"valget": "a"}
    assert case.follow_up is not None
    assert set(case.follow_up.marks) == {"ordningen"}


def test_needs_are_named_by_their_ids_of_today_and_each_once() -> None:
    assert present.listed(["gammelt", "nytt", "annet"], FORMER.needs) == ["nytt", "annet"]
    assert present.listed("vet_ikke", FORMER.needs) == "vet_ikke"


@pytest.mark.parametrize("raw", [None, [], "x", {"plan": None}, {"plan": {"tiltak": [3, {}]}}])
def test_what_has_another_shape_is_left_to_whoever_says_so(raw: object) -> None:
    assert present.follow_up(raw, FORMER) in (raw, {"plan": {"tiltak": [3, {"id": None}]}})
