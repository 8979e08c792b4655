"""A case survives the way through its file, and the published schema describes that file."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from jsonschema import Draft7Validator
from question_book import DAY, NAMSSKOGAN
from small_book import SOURCE

from wizard.domain.case import DONT_KNOW, Answer, Case, DontKnow, Versions
from wizard.domain.follow_up import (
    AdoptedMeasure,
    AdoptedPlan,
    FollowUp,
    Mark,
    MeasureState,
    PlanPart,
)
from wizard.domain.frozen import FrozenFigure
from wizard.domain.memo_fields import MEMO_FIELDS, MemoFieldKind
from wizard.domain.review import MeasureReview, Review
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.store import casefile
from wizard.store.shape import SCHEMA
from wizard.store.values import answer_to_json

FOLLOWED = FollowUp(
    AdoptedPlan(
        date(2026, 3, 1),
        "regler",
        (AdoptedMeasure("b", PlanPart.CORE), AdoptedMeasure("a", PlanPart.LATER)),
        {"folketallet": FrozenFigure(Decimal(803), SOURCE.id, "2026-01-01")},
    ),
    {"b": Mark(MeasureState.DONE, "Ferdig i mai", date(2026, 6, 1))},
)
FULL = Case(
    municipality_number=NAMSSKOGAN,
    as_of=DAY,
    language=Language.NN,
    answers={
        "valget": "a",
        "ja_eller_nei": DONT_KNOW,
        "flere": frozenset({"to", "en"}),
        "arsverket": Decimal("0.4"),
        "belopet": Decimal(1500000),
        "dagen": date(2027, 5, 15),
        "folketallet": Decimal(810),
    },
    figures={"folketallet": FrozenFigure(Decimal(803), SOURCE.id, "2026-01-01")},
    adviser={
        "utvalg": "Formannskapet",
        "motedato": "2027-02-09",
        "saksnummer": "26/1234",
        "saksbehandler": "Boligkoordinator",
        "vurdering": "Vi er få, men vi vil.\nŊuorra.",
        "vurdert_av": "Rådgiver i fylkeskommunen",
    },
    versions=Versions("regler", "tall", "program"),
    retired={"spurt_for": "ja", "valgt_for": ["a"]},
    priorities=("tomter", "hus"),
    follow_up=FOLLOWED,
    review=Review(
        {"navn": "Kari Nordmann", "rolle": "rådgiver"},
        {"hus": MeasureReview("Bra.", include=True, reason="Det haster")},
        ("hus",),
    ),
)


def test_a_case_is_the_same_after_the_way_through_its_file(
    book: Rulebook, known: Municipalities
) -> None:
    """Nothing is added, rounded or lost."""
    assert casefile.read(casefile.write(FULL).encode(), book, known, DAY) == FULL


def test_the_same_case_always_gives_the_same_text() -> None:
    """The order in which questions were answered leaves no trace."""
    turned = dict(reversed(list(FULL.answers.items())))
    other = replace(FULL, answers=turned)
    assert casefile.write(other) == casefile.write(FULL)


def test_the_file_is_readable_text() -> None:
    """A person sees letters, not escapes, and one answer a line."""
    text = casefile.write(FULL)
    assert "Ŋuorra" in text
    assert '    "arsverket": "0.4",\n' in text


@pytest.mark.parametrize(
    ("answer", "raw"),
    [
        (DONT_KNOW, {"ukjent": True}),
        (frozenset[str](), []),
        (frozenset({"to", "en"}), ["en", "to"]),
        (Decimal("1E+3"), "1000"),
        (date(2027, 1, 2), "2027-01-02"),
    ],
)
def test_answers_have_the_published_form(answer: Answer, raw: object) -> None:
    """Numbers are text without exponent, sets are sorted lists, "vet ikke" is an object."""
    assert answer_to_json(answer) == raw


def test_what_is_written_fits_the_published_schema() -> None:
    """The schema and the writer cannot drift apart."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    written = json.loads(casefile.write(FULL))
    assert list(Draft7Validator(schema).iter_errors(written)) == []
    assert list(written) == list(schema["properties"])
    assert schema["properties"]["format"]["const"] == casefile.FORMAT


def test_the_published_schema_has_the_memos_fields_and_their_limits() -> None:
    """One list decides; the schema says the same to whoever writes a file by hand."""
    published = json.loads(SCHEMA.read_text("utf-8"))["properties"]["radgiver"]["properties"]
    assert list(published) == [field.id for field in MEMO_FIELDS]
    for field in MEMO_FIELDS:
        if field.kind is MemoFieldKind.DAY:
            assert published[field.id]["$ref"] == "#/definitions/dag"
        else:
            assert published[field.id]["maxLength"] == field.longest


def test_null_and_absence_are_unanswered(book: Rulebook, known: Municipalities) -> None:
    """`null` says that nobody has answered."""
    raw = json.loads(casefile.write(FULL)) | {"svar": {"valget": None}}
    assert casefile.read(json.dumps(raw).encode(), book, known, DAY).answers == {}


def test_a_file_needs_only_the_essentials(book: Rulebook, known: Municipalities) -> None:
    """A file written by hand may leave out figures, free text and versions."""
    raw = {
        "format": casefile.FORMAT,
        "kommune": "0301",
        "dato": "2026-11-22",
        "maalform": "nb",
        "svar": {},
    }
    case = casefile.read(json.dumps(raw).encode("utf-8-sig"), book, known, DAY)
    assert case == Case("0301", DAY, Language.NB)


@pytest.mark.parametrize(
    ("chosen", "raw"),
    [(("tomter", "hus"), ["tomter", "hus"]), (("hus",), ["hus"]), (DONT_KNOW, "vet_ikke")],
)
def test_what_matters_most_keeps_its_order(
    book: Rulebook, known: Municipalities, chosen: tuple[str, ...] | DontKnow, raw: object
) -> None:
    """The first matters most; "vet ikke" is a choice."""
    text = casefile.write(replace(FULL, priorities=chosen))
    assert json.loads(text)["prioritering"] == raw
    assert casefile.read(text.encode(), book, known, DAY).priorities == chosen


def test_a_file_from_before_the_question_reads_as_not_asked(
    book: Rulebook, known: Municipalities
) -> None:
    """What was not chosen leaves no trace in the file either."""
    text = casefile.write(replace(FULL, priorities=None))
    assert "prioritering" not in json.loads(text)
    assert casefile.read(text.encode(), book, known, DAY).priorities is None


@pytest.mark.parametrize("words", ["vet_ikke", "vet ikke", "Vet-ikke", "veit ikkje", ["vet_ikke"]])
@pytest.mark.parametrize("fact", ["valget", "flere", "antall", "dagen"])
def test_dont_know_in_words_is_understood(
    book: Rulebook, known: Municipalities, fact: str, words: object
) -> None:
    """Rule files say it so, and the needs put first do too."""
    raw = json.loads(casefile.write(FULL)) | {"svar": {fact: words}}
    assert casefile.read(json.dumps(raw).encode(), book, known, DAY).answers == {fact: DONT_KNOW}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("vet ikke", DONT_KNOW),
        ("Veit ikkje", DONT_KNOW),
        (["vet_ikke"], DONT_KNOW),
        ({"ukjent": True}, DONT_KNOW),
        (None, None),
    ],
)
def test_not_knowing_what_matters_most_is_said_as_in_an_answer(
    book: Rulebook, known: Municipalities, words: object, meant: DontKnow | None
) -> None:
    """One way to say it in the whole file."""
    raw = json.loads(casefile.write(FULL)) | {"prioritering": words}
    assert casefile.read(json.dumps(raw).encode(), book, known, DAY).priorities == meant
