"""An adviser's review in the database and in the case file: the same, and never in the way."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_book import DAY, NAMSSKOGAN, question_book

from wizard import municipalities
from wizard.domain.case import Case
from wizard.domain.memo_fields import MemoFieldKind
from wizard.domain.review import MEASURE, REASON, REVIEW_FIELDS, MeasureReview, Review
from wizard.domain.text import Language
from wizard.paths import DATA
from wizard.store import casefile
from wizard.store.cases import CaseStore
from wizard.store.database import Database
from wizard.store.parts import PartKind, PartStore
from wizard.store.problems import CasefileError
from wizard.store.review import before, kept, now, review_from_json, review_to_json
from wizard.store.shape import SCHEMA

PLAIN = Case(NAMSSKOGAN, DAY, Language.NB)
WHO = {"navn": "Kari Nordmann", "rolle": "rådgiver"}
FULL = Review(
    {**WHO, "vurdering": "Bra.\n\nMen sent.", "motedato": "2026-12-17"},
    {
        "borte": MeasureReview("Ordningen er borte."),
        "hus": MeasureReview("", include=False, reason="For dyrt"),
    },
    ("hus", "borte"),
)
BOOK, KNOWN = question_book(), municipalities.load(DATA)
LINES = st.text("abc æøå{}.", max_size=20).map(str.strip)
MEASURES = st.builds(MeasureReview, LINES, st.none() | st.booleans(), LINES)
REVIEWS = st.builds(
    Review,
    st.dictionaries(st.sampled_from([each.id for each in REVIEW_FIELDS]), LINES),
    st.dictionaries(st.sampled_from(["hus", "tomter", "borte"]), MEASURES),
    st.lists(st.sampled_from(["hus", "tomter", "borte"]), unique=True).map(tuple),
)


@given(REVIEWS)
def test_what_is_written_is_what_is_read(review: Review) -> None:
    """Whatever it says; what says nothing is nothing."""
    written = review_to_json(review)
    read = review_from_json(json.loads(json.dumps(written)))
    assert review_to_json(read) == written
    assert (written is None) is review.is_empty
    assert now(kept(review, FULL)) == read
    assert before(kept(review, FULL)) == FULL


def test_it_stands_in_the_file_of_the_case() -> None:
    """Read, written, and frozen with a paper; a file without one has no key for it."""
    case = replace(PLAIN, review=FULL)
    written = casefile.write(case)
    assert casefile.read(written.encode(), BOOK, KNOWN, DAY) == case
    assert casefile.reopen(written, BOOK, KNOWN, DAY) == case
    assert "gjennomgang" not in json.loads(casefile.write(PLAIN))


@pytest.mark.parametrize(
    ("part", "place", "said"),
    [
        ({"navn": ""}, "/gjennomgang/navn", "Skriv navnet og rollen til rådgiveren."),
        ({"rolle": "a\nb"}, "/gjennomgang/rolle", "linje"),
        ({"motedato": "2026-02-31"}, "/gjennomgang/motedato", "2026-02-31"),
        ({"vurdering": "x \u202e"}, "/gjennomgang/vurdering", "U+202E"),
        ({"vurdering": "x" * 1501}, "/gjennomgang/vurdering", "1500"),
        ({"tiltak": {"hus": {"med": True}}}, "/gjennomgang/tiltak/hus/fordi", "Skriv hvorfor"),
        ({"tiltak": {"hus": {"med": "ja"}}}, "/gjennomgang/tiltak/hus/med", "true eller false"),
        ({"tiltak": {"hus": {"mer": "x"}}}, "/gjennomgang/tiltak/hus/mer", "mer"),
        ({"rekkefolge": ["hus", "hus"]}, "/gjennomgang/rekkefolge/1", "hus"),
    ],
)
def test_what_is_wrong_with_it_has_its_place(
    part: Mapping[str, Any], place: str, said: str
) -> None:
    """As all else in a case file."""
    whole = json.loads(casefile.write(PLAIN)) | {"gjennomgang": {**WHO, **part}}
    with pytest.raises(CasefileError) as refused:
        casefile.read(json.dumps(whole).encode(), BOOK, KNOWN, DAY)
    assert [each.pointer for each in refused.value.problems] == [place]
    assert said in refused.value.problems[0].message.nb


def test_a_case_is_opened_with_its_review(store: CaseStore, database: Database) -> None:
    """From the file it was made of, and as it was saved since; the answers do not hear of it."""
    parts = PartStore(database)
    stored = store.open(store.create(replace(PLAIN, review=FULL), DAY), DAY)
    assert stored.case.review == FULL
    other = Review({**WHO, "vurdering": "Noe annet."})
    assert parts.save(stored, PartKind.REVIEW, kept(other, FULL), 1)
    again = store.open(stored.link, DAY)
    assert again.case.review == other
    assert again.revision == stored.revision
    assert store.open(store.create(PLAIN, DAY), DAY).case.review is None


def test_what_cannot_be_printed_is_shown_by_its_number(
    store: CaseStore, database: Database
) -> None:
    """A text that is older than the law, or came past the form, costs nobody the memo."""
    parts = PartStore(database)
    stored = store.open(store.create(PLAIN, DAY), DAY)
    body = kept(Review({**WHO, "vurdering": "snu \u202eom"}))
    assert parts.save(stored, PartKind.REVIEW, body, 0)
    review = store.open(stored.link, DAY).case.review
    assert review
    assert review.fields["vurdering"] == "snu [U+202E]om"


def test_the_schema_has_the_fields_and_their_limits() -> None:
    """The form and the file hold to the same."""
    schema = json.loads(SCHEMA.read_text("utf-8"))["properties"]["gjennomgang"]["properties"]
    for field in REVIEW_FIELDS:
        day = field.kind is MemoFieldKind.DAY
        assert day or schema[field.id]["maxLength"] == field.longest
    measure = schema["tiltak"]["additionalProperties"]["properties"]
    for field in (MEASURE, REASON):
        assert measure[field.id]["maxLength"] == field.longest
