"""A file that is no case says everything that is wrong with it, in both languages."""

import json
from typing import Any

import pytest
from question_book import DAY, NAMSSKOGAN

from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.store import casefile
from wizard.store.problems import CasefileError, CaseProblem

RIGHT = json.loads(casefile.write(Case(NAMSSKOGAN, DAY, Language.NB)))


@pytest.fixture
def refuse(book: Rulebook, known: Municipalities) -> Any:  # noqa: ANN401 - a function
    """Return what reads a file and gives back what is wrong with it."""

    def read(data: object) -> tuple[CaseProblem, ...]:
        raw = data if isinstance(data, bytes) else json.dumps(data).encode()
        with pytest.raises(CasefileError) as refusal:
            casefile.read(raw, book, known)
        return refusal.value.problems

    return read


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tom"),
        (b" \n", "tom"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'{"format": ', "linje 1"),
        (b'{"kommune": "5044", "kommune": "0301"}', "«kommune» står to ganger"),
        (b"[" * 100_000, "nivåer"),
        (b" " * 300_000, "256 kB"),
        (b"[]", "ikke en svarfil"),
        (b'"5044"', "ikke en svarfil"),
        (b'{"x": ' + b"9" * 5000 + b"}", "ikke en svarfil"),
    ],
)
def test_what_cannot_be_read_is_refused_whole(refuse: Any, data: bytes, said: str) -> None:  # noqa: ANN401
    """One message says why; nothing raises anything else."""
    (problem,) = refuse(data)
    assert said in problem.message.nb
    assert problem.pointer == ""
    assert problem.message.nb != problem.message.nn


def test_another_format_is_named_with_ours(refuse: Any) -> None:  # noqa: ANN401
    """The reader sees which format it is and which is wanted."""
    (problem,) = refuse(RIGHT | {"format": "virkemiddelveiviseren/sak/9"})
    assert problem.pointer == "/format"
    assert "sak/9" in problem.message.nb
    assert "sak/1" in problem.message.nb


CASES: list[tuple[dict[str, Any], str, str]] = [
    ({"kommune": "9999"}, "/kommune", "ingen kommune med nummer 9999"),
    ({"kommune": "504"}, "/kommune", "fire sifre"),
    ({"kommune": 5044}, "/kommune", "tekst i hermetegn"),
    ({"dato": "2026-02-30"}, "/dato", "ikke en dato"),
    ({"dato": "22.11.2026"}, "/dato", "år-måned-dag"),
    ({"maalform": "en"}, "/maalform", "nb, nn"),
    ({"svar": {"valgett": "a"}}, "/svar/valgett", "Mente du «valget»?"),
    ({"svar": {"valget": "d"}}, "/svar/valget", "De er: a, b, c."),
    ({"svar": {"valget": ["a"]}}, "/svar/valget", "ikke en liste"),
    ({"svar": {"flere": "en"}}, "/svar/flere", "skal være en liste"),
    ({"svar": {"flere": ["en", "fire"]}}, "/svar/flere", "«fire»"),
    ({"svar": {"flere": ["en", "en"]}}, "/svar/flere", "skal være tekst"),
    ({"svar": {"andelen": "101"}}, "/svar/andelen", "fra 0 til 100"),
    ({"svar": {"antall": "1.5"}}, "/svar/antall", "helt tall"),
    ({"svar": {"antall": "mange"}}, "/svar/antall", "ikke et tall"),
    ({"svar": {"antall": 5}}, "/svar/antall", "tekst i hermetegn"),
    ({"svar": {"antall": "1e9"}}, "/svar/antall", "ikke et tall"),
    ({"svar": {"antall": ""}}, "/svar/antall", "Bruk null"),
    ({"svar": {"valget": {"ukjent": False}}}, "/svar/valget", '{"ukjent": true}'),
    ({"svar": {"dagen": "2027-13-01"}}, "/svar/dagen", "ikke en dato"),
    (
        {"tall": {"folketal": {"verdi": "1", "kilde": "x", "per": "2026"}}},
        "/tall/folketal",
        "Mente du «folketallet»?",
    ),
    (
        {"tall": {"folketallet": {"verdi": "mye", "kilde": "x", "per": "2026"}}},
        "/tall/folketallet/verdi",
        "ikke et tall",
    ),
    ({"tall": {"folketallet": {"verdi": "1"}}}, "/tall/folketallet", "«kilde» mangler"),
    ({"prioritering": ["hus", "tomt"]}, "/prioritering/1", "Mente du «tomter»?"),
    ({"prioritering": ["hus", "hus"]}, "/prioritering/1", "«hus» står to ganger"),
    (
        {"prioritering": ["hus", "tomter", "folk", "planer"]},
        "/prioritering",
        "Her står det 4 behov, og grensen er tre. Behold de tre viktigste, for eksempel «hus», ",
    ),
    ({"prioritering": []}, "/prioritering", "Skriv «vet_ikke»"),
    ({"prioritering": "hus"}, "/prioritering", "høyst tre behov"),
    ({"prioritering": ["hus", 2]}, "/prioritering", "høyst tre behov"),
    ({"radgiver": {"vurdering": "x" * 1501}}, "/radgiver/vurdering", "1500"),
    ({"radgiver": {"vurdering": "\u0000"}}, "/radgiver/vurdering", "styretegn"),
    ({"radgiver": {"navn": "Kari"}}, "/radgiver/navn", "Ukjent felt"),
    ({"kommun": "5044"}, "/kommun", "Mente du «kommune»?"),
]


@pytest.mark.parametrize(("change", "place", "said"), CASES)
def test_each_mistake_has_its_place_and_its_words(
    refuse: Any,  # noqa: ANN401
    change: dict[str, Any],
    place: str,
    said: str,
) -> None:
    """The message stands where the mistake is, in both languages."""
    messages = [each.message for each in refuse(RIGHT | change) if each.pointer == place]
    assert any(said in message.nb for message in messages)
    assert all(message.nn for message in messages)


def test_every_mistake_is_reported_at_once(refuse: Any) -> None:  # noqa: ANN401
    """Shape, municipality and answers are all looked at, whatever else is wrong."""
    wrong = RIGHT | {"kommune": "9999", "ekstra": 1, "svar": {"valget": 3, "antall": "x"}}
    del wrong["dato"]
    assert {problem.pointer for problem in refuse(wrong)} == {
        "",
        "/ekstra",
        "/svar/valget",
        "/kommune",
        "/svar/antall",
    }


def test_the_file_alone_needs_no_database() -> None:
    """The command line reads case files on a machine without SQLAlchemy."""
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    code = "import sys, wizard.store.casefile; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
