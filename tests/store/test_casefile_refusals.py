"""A file that is no case says everything that is wrong with it, in both languages."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from question_book import DAY, NAMSSKOGAN

from wizard.domain.case import Case
from wizard.domain.rulebook import Council, Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.store import casefile
from wizard.store.problems import CasefileError, CaseProblem

Refuse = Callable[[object], tuple[CaseProblem, ...]]

RIGHT = json.loads(casefile.write(Case(NAMSSKOGAN, DAY, Language.NB)))


@pytest.fixture
def refuse(book: Rulebook, known: Municipalities) -> Refuse:
    """Return what reads a file and gives back what is wrong with it."""

    def read(data: object) -> tuple[CaseProblem, ...]:
        raw = data if isinstance(data, bytes) else json.dumps(data).encode()
        with pytest.raises(CasefileError) as refusal:
            casefile.read(raw, book, known, DAY)
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
        (b'{"x": ' + b"9" * 5000 + b"}", "et tall med for mange sifre"),
        (b'{"format": ' + b"9" * 5000 + b"}", "et tall med for mange sifre"),
    ],
)
def test_what_cannot_be_read_is_refused_whole(refuse: Refuse, data: bytes, said: str) -> None:
    """One message says why; nothing raises anything else."""
    (problem,) = refuse(data)
    assert said in problem.message.nb
    assert problem.pointer == ""
    assert problem.message.nb != problem.message.nn


def test_another_format_is_named_with_ours(refuse: Refuse) -> None:
    """The reader sees which format it is and which is wanted."""
    (problem,) = refuse(RIGHT | {"format": "virkemiddelveiviseren/sak/9"})
    assert problem.pointer == "/format"
    assert "sak/9" in problem.message.nb
    assert "sak/1" in problem.message.nb


CASES: list[tuple[dict[str, Any], str, str]] = [
    ({"kommune": "9999"}, "/kommune", "Ingen kommune har nummer 9999."),
    (
        {"kommune": "1507"},
        "/kommune",
        "1507 Ålesund (2020–2023) er nå en del av Ålesund (1508) og Haram (1580).",
    ),
    ({"kommune": "3001"}, "/kommune", "3001 Halden (2020–2023) har nå nummer 3101."),
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
    ({"svar": {"flere": ["en", "to", "en"]}}, "/svar/flere/2", "«en» står to ganger."),
    ({"svar": {"flere": ["en", 2]}}, "/svar/flere/1", "tekst i hermetegn"),
    ({"svar": {"flere": [str(n) for n in range(101)]}}, "/svar/flere", "grensen er 100"),
    ({"svar": {"valget": "x" * 201}}, "/svar/valget", "høyst 200 tegn"),
    ({"svar": {"valget": True}}, "/svar/valget", "Svaret skal være tekst"),
    ({"svar": {"andelen": "101"}}, "/svar/andelen", "fra 0 til 100"),
    ({"svar": {"antall": "1.5"}}, "/svar/antall", "helt tall fra 0 til 5000"),
    ({"svar": {"flere": ["en", "vet_ikke"]}}, "/svar/flere", '{"ukjent": true}'),
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
    ({"prioritering": "x" * 201}, "/prioritering", "høyst tre behov"),
    ({"prioritering": ["hus", "vet ikke"]}, "/prioritering/1", "«vet_ikke» kan bare stå alene."),
    ({"prioritering": {"ukjent": False}}, "/prioritering", "høyst tre behov"),
    ({"prioritering": ["hus", 2]}, "/prioritering", "høyst tre behov"),
    ({"radgiver": {"vurdering": "x" * 1501}}, "/radgiver/vurdering", "1500"),
    ({"radgiver": {"vurdering": "\u0000"}}, "/radgiver/vurdering", "tegnet U+0000 i «[U+0000]»"),
    ({"radgiver": {"utvalg": "x" * 81}}, "/radgiver/utvalg", "80"),
    ({"radgiver": {"utvalg": "Kommune\nstyret"}}, "/radgiver/utvalg", "på én linje"),
    ({"radgiver": {"saksnummer": 261234}}, "/radgiver/saksnummer", "tekst i hermetegn"),
    ({"radgiver": {"motedato": "9. februar"}}, "/radgiver/motedato", "år-måned-dag"),
    ({"radgiver": {"motedato": "2027-02-30"}}, "/radgiver/motedato", "ikke en dato"),
    ({"radgiver": {"motedato": "2027-02-09\n"}}, "/radgiver/motedato", "ikke en dato"),
    ({"radgiver": {"motedato": ""}}, "/radgiver/motedato", "ikke en dato"),
    ({"radgiver": {"vurdert_av": "x" * 121}}, "/radgiver/vurdert_av", "120"),
    ({"radgiver": {"navn": "Kari"}}, "/radgiver/navn", "Ukjent felt"),
    (
        {
            "oppfolging": {
                "plan": {
                    "dato": "2026-11-22",
                    "regelverk": "",
                    "tiltak": [{"id": "{{ 7 * 7 }}", "del": "i_ar"}],
                }
            }
        },
        "/oppfolging/plan/tiltak/0/id",
        "er ikke id-en til en ordning",
    ),
    ({"kommun": "5044"}, "/kommun", "Mente du «kommune»?"),
]


def test_a_number_of_no_kommune_gets_no_suggestion(refuse: Refuse) -> None:
    """How digits look says nothing about which kommune was meant."""
    (problem,) = refuse(RIGHT | {"kommune": "9999"})
    where = "Se nummeret hos SSB eller Kartverket."
    assert problem.message.nb == f"Ingen kommune har nummer 9999. {where}"


@pytest.mark.parametrize(("change", "place", "said"), CASES)
def test_each_mistake_has_its_place_and_its_words(
    refuse: Refuse,
    change: dict[str, Any],
    place: str,
    said: str,
) -> None:
    """The message stands where the mistake is, in both languages."""
    messages = [each.message for each in refuse(RIGHT | change) if each.pointer == place]
    assert any(said in message.nb for message in messages)
    assert all(message.nn for message in messages)


DATED: list[tuple[dict[str, Any], str, str]] = [
    (
        {"dato": "2026-11-23"},
        "/dato",
        "2026-11-23 er etter i dag. Skriv 2026-11-22, som er dagen i dag.",
    ),
    (
        {"dato": "2019-12-31"},
        "/dato",
        "2019-12-31 er før reglene begynner. Skriv 2020-01-01 eller en senere dag.",
    ),
    (
        {"svar": {"dagen": "2036-12-17"}},
        "/svar/dagen",
        "Skriv datoen for det neste møtet, fra 2026-11-23 til 2028-11-22.",
    ),
    ({"svar": {"dagen": "9999-12-17"}}, "/svar/dagen", "for langt fra dagen i saken"),
    ({"svar": {"dagen": "0001-01-01"}}, "/svar/dagen", "for langt fra dagen i saken"),
    ({"dato": "9999-12-31", "svar": {"dagen": "2026-12-17"}}, "/dato", "er etter i dag"),
    ({"dato": "0001-01-01", "svar": {"dagen": "2026-12-17"}}, "/dato", "reglene begynner"),
]


@pytest.mark.parametrize(("change", "place", "said"), DATED)
def test_a_day_that_cannot_be_says_which_can(
    book: Rulebook, known: Municipalities, change: dict[str, Any], place: str, said: str
) -> None:
    """Ahead of time, before the rules, or a meeting in another age: a slip in the year."""
    dated = replace(book, valid_from=date(2020, 1, 1), council=Council("dagen", "lav"))
    with pytest.raises(CasefileError) as refusal:
        casefile.read(json.dumps(RIGHT | change).encode(), dated, known, DAY)
    (message,) = [each.message for each in refusal.value.problems if each.pointer == place]
    assert said in message.nb
    assert message.nn != message.nb or "i dag" in said


def test_a_meeting_that_has_been_is_kept(book: Rulebook, known: Municipalities) -> None:
    """A case grows old, and is dated anew with its answers as they were; other dates are free."""
    dated = replace(book, valid_from=date(2020, 1, 1), council=Council("dagen", "lav"))
    for day in ("2020-01-01", "2026-11-22", "2028-11-22"):
        raw = json.dumps(RIGHT | {"svar": {"dagen": day}}).encode()
        assert casefile.read(raw, dated, known, DAY).answers == {"dagen": date.fromisoformat(day)}
    far = json.dumps(RIGHT | {"svar": {"dagen": "2036-12-17"}}).encode()
    assert casefile.read(far, book, known, DAY).answers == {"dagen": date(2036, 12, 17)}


def test_every_mistake_is_reported_at_once(refuse: Refuse) -> None:
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
