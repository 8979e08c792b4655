"""The texts of a case file: cleaned on receipt, or refused at their place."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_book import DAY, NAMSSKOGAN, question_book

from wizard import municipalities
from wizard.characters import clean, unprintable
from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.paths import DATA
from wizard.store import casefile
from wizard.store.problems import CasefileError

PLAIN = Case(NAMSSKOGAN, DAY, Language.NB)
RIGHT = json.loads(casefile.write(PLAIN))
BOOK, KNOWN = question_book(), municipalities.load(DATA)


def test_a_pasted_text_is_cleaned(book: Rulebook, known: Municipalities) -> None:
    """As in the form: the case has what was meant."""
    text = "\ufeffVi har\x0b\uf0b7 de\ufb01nerte ma\u030al"
    data = json.dumps(RIGHT | {"radgiver": {"vurdering": text}}).encode()
    meant = replace(PLAIN, adviser={"vurdering": "Vi har\n• definerte mål"})
    assert casefile.read(data, book, known, DAY) == meant


def test_numbers_ids_and_dates_lose_what_nobody_sees(book: Rulebook, known: Municipalities) -> None:
    """A file that went through a word processor is still the same file."""
    answers = {"valg\u200bet": "a\u00ad", "antall": "\ufeff3"}
    odd = {"kommune": "50\u200b44", "dato": "2026-11-\u206022", "maal\u00adform": "nb"}
    whole = {name: each for name, each in RIGHT.items() if name != "maalform"}
    data = json.dumps({**whole, **odd, "svar": answers}).encode()
    case = casefile.read(data, book, known, DAY)
    assert (case.municipality_number, case.as_of) == (NAMSSKOGAN, DAY)
    assert set(case.answers) == {"valget", "antall"}


@pytest.mark.parametrize(
    ("part", "place", "said"),
    [
        (
            {"radgiver": {"vurdering": "Bra 😀 jobb"}},
            "/radgiver/vurdering",
            "U+1F600 (😀) i «Bra 😀",
        ),
        (
            {"radgiver": {"vurdering": "x \ud800 y"}},
            "/radgiver/vurdering",
            "U+D800 i «x [U+D800] y»",
        ),
        ({"radgiver": {"vurdering": "snu \u202eom"}}, "/radgiver/vurdering", "U+202E"),
        ({"svar": {"valget": "\ud800"}}, "/svar/valget", "U+D800"),
        ({"svar": {"flere": ["en", "t\ue000o"]}}, "/svar/flere/1", "U+E000"),
        ({"svar": {"val\ud800get": "a"}}, "/svar", "U+D800"),
        ({"kommune": "50\ud80044"}, "/kommune", "U+D800"),
        ({"dato": "\ud800"}, "/dato", "U+D800"),
        ({"format": "\ud800"}, "/format", "U+D800"),
        ({"prioritering": ["\ud800"]}, "/prioritering/0", "U+D800"),
        ({"versjoner": {"program": "漢"}}, "/versjoner/program", "U+6F22"),
        (
            {"tall": {"folketallet": {"verdi": "8", "kilde": "SSB 😀", "per": "2026"}}},
            "/tall/folketallet/kilde",
            "U+1F600",
        ),
        ({"radgiver": {"vurdering": "a", "vurder\u200bing": "b"}}, "/radgiver", "to ganger"),
    ],
)
def test_what_cannot_be_printed_is_refused_at_its_place(
    book: Rulebook, known: Municipalities, part: dict[str, Any], place: str, said: str
) -> None:
    """By number, with the words around; and everything that is said can be sent and printed."""
    with pytest.raises(CasefileError) as refused:
        casefile.read(json.dumps(RIGHT | part).encode(), book, known, DAY)
    problems = {problem.pointer: problem.message for problem in refused.value.problems}
    assert said in problems[place].nb
    for message in problems.values():
        assert (message.nb + message.nn).encode()


def test_one_text_is_one_problem(book: Rulebook, known: Municipalities) -> None:
    """However many characters of it cannot be printed, and nothing else is said of it."""
    data = json.dumps(RIGHT | {"radgiver": {"vurdering": "Жилье 漢字 😀" * 300}}).encode()
    with pytest.raises(CasefileError) as refused:
        casefile.read(data, book, known, DAY)
    assert [problem.pointer for problem in refused.value.problems] == ["/radgiver/vurdering"]


TEXTS = st.text(alphabet=st.characters(exclude_categories=()))
JSON = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
)


@given(st.dictionaries(st.sampled_from([*RIGHT, "prioritering"]) | TEXTS, JSON))
def test_any_json_at_all_is_read_or_refused_in_words(part: dict[str, Any]) -> None:
    """Nothing but a refusal comes out, and its words can be written anywhere."""
    data = json.dumps(RIGHT | part).encode()
    try:
        case = casefile.read(data, BOOK, KNOWN, DAY)
    except CasefileError as refused:
        for problem in refused.problems:
            assert (problem.message.nb + problem.message.nn + problem.pointer).encode()
    else:
        assert all(not unprintable(text) and clean(text) == text for text in case.adviser.values())
