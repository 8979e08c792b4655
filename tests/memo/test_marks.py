"""Marks get numbers in reading order, each number has a line, and no figure is without."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest
from memos import book, known
from said import account_of, said

from wizard.advice import assess
from wizard.characters import clean, unprintable
from wizard.domain.frozen import FrozenFigure
from wizard.domain.text import Language
from wizard.memo.marks import notes, numbered, unmarked
from wizard.memo.model import FreeText, Labelled
from wizard.report.case import CaseAccount
from wizard.voice.cites import (
    CLOSE,
    MARK,
    OPEN,
    Provenance,
    cited,
    cited_source,
    key,
)
from wizard.voice.wording import Wording

_PEOPLE = key(Provenance.SOURCE, "ssb-07459", "2026-01-01")
_SAID = key(Provenance.ANSWER)
_GAP = key(Provenance.GAP)


class _Pair(NamedTuple):
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Memo:
    heading: str
    paragraphs: _Paragraphs | None
    pairs: tuple[_Pair, ...]
    level: int = 1


@pytest.fixture
def report() -> CaseAccount:
    """Return the account of Vinje, with marks."""
    return account_of("vinje", Language.NB, cites=True)


def _marked(text: str, number: int) -> str:
    return f"{text}{OPEN}{number}{CLOSE}"


def test_numbers_follow_the_order_of_reading(report: CaseAccount) -> None:
    """Through classes, tuples and named tuples; the same provenance has the same number."""
    memo = _Memo(
        heading="Uten tall",
        paragraphs=_Paragraphs("Tall", (f"Av {cited('5 %', _SAID)} er {cited('3', _PEOPLE)}.",)),
        pairs=(_Pair(cited("8", _GAP), "–"), _Pair(cited("9", _PEOPLE), cited("7", _SAID))),
    )
    told, keys = numbered(memo, report)
    assert keys == (_SAID, _PEOPLE, _GAP)
    assert told == _Memo(
        heading="Uten tall",
        paragraphs=_Paragraphs("Tall", (f"Av {_marked('5 %', 1)} er {_marked('3', 2)}.",)),
        pairs=(_Pair(_marked("8", 3), "–"), _Pair(_marked("9", 2), _marked("7", 1))),
    )
    assert isinstance(told.pairs[0], _Pair)


def test_two_keys_that_say_the_same_share_a_number(report: CaseAccount) -> None:
    """Two loans with the same limit, sketched from the same figures, are told of once."""
    loans = ("utleielan-tildeling", "utleielan-tilvisning")
    same = [key(Provenance.EXAMPLE, each) for each in loans]
    other = key(Provenance.OURS)
    texts = (cited("1", same[0]), cited("2", other), cited("3", same[1]))
    told, keys = numbered(texts, report)
    assert told == (_marked("1", 1), _marked("2", 2), _marked("3", 1))
    assert keys == (same[0], other)


def test_what_people_wrote_never_becomes_a_mark(report: CaseAccount) -> None:
    """Not even where it looks like one: a free text stays what it is, sign by sign."""
    written = FreeText(f"Vi har 3 boliger{OPEN}{_SAID}{CLOSE}, {OPEN}1{CLOSE}")
    told, keys = numbered((written, cited("5", _SAID)), report)
    assert told[0] is written
    assert keys == (_SAID,)
    assert unmarked(written) == []


@pytest.mark.parametrize("sign", [OPEN, CLOSE])
def test_the_signs_of_marks_are_refused_where_texts_come_in(sign: str) -> None:
    """They are of the area for private use, and no cleaning makes anything of them."""
    (found,) = unprintable(clean(f"Vi har 3 boliger{sign}"))
    assert found.character == sign


@pytest.mark.parametrize("language", Language, ids=str)
@pytest.mark.parametrize("journey", sorted(book().journeys))
def test_every_mark_of_every_journey_has_its_line(journey: str, language: Language) -> None:
    """A line that ends with a full stop, has nothing open in it, and no mark of its own."""
    report = account_of(journey, language, cites=True)
    told, keys = numbered(tuple(text for _, text in said(journey, language, cites=True)), report)
    lines = notes(report, keys)
    assert len(keys) > 10
    assert len(set(lines)) == len(lines)
    for line in lines:
        assert line.text.endswith(".")
        assert not {"{", "}", OPEN, CLOSE} & set(line.text)
        assert not line.link or line.link.startswith("https://")
    used = {int(mark[1]) for text in told for mark in MARK.finditer(text)}
    assert used == set(range(1, len(keys) + 1))


@pytest.mark.parametrize(
    ("told", "language", "text", "shown"),
    [
        (
            _PEOPLE,
            Language.NB,
            "SSB tabell 07459, befolkning etter alder, 1. januar 2026.",
            "ssb.no/statbank/table/07459",
        ),
        (
            _PEOPLE,
            Language.NN,
            "SSB tabell 07459, folkemengd etter alder, 1. januar 2026.",
            "ssb.no/statbank/table/07459",
        ),
        (_SAID, Language.NB, "Oppgitt av kommunen.", ""),
        (
            key(Provenance.RATE, "belaning_kommune"),
            Language.NN,
            (
                "Sats: Høgaste lån til kommunar. Forskrifta om lån frå Husbanken § 7-4, "
                "gjeld frå 17. februar 2025."
            ),
            "lovdata.no/dokument/SF/forskrift/2019-11-18-1546",
        ),
        (
            key(Provenance.RATE, "verdigap"),
            Language.NB,
            "Grense: Grensen for verdigap. Vår vurdering.",
            "",
        ),
        (
            key(Provenance.CALCULATED, "boligmangel_andel"),
            Language.NB,
            (
                "Regnet ut av boliger som mangler på fem år (oppgitt av kommunen) og boliger i "
                "kommunen (SSB tabell 06265, boliger etter bygningstype, 1. januar 2024)."
            ),
            "",
        ),
        (
            cited_source("lov-2008-06-27-71"),
            Language.NB,
            (
                "Lov om planlegging og byggesaksbehandling (plan- og bygningsloven). Lovdata. "
                "Lest 28. juli 2026."
            ),
            "lovdata.no/dokument/NL/lov/2008-06-27-71",
        ),
        (
            key(Provenance.DWELLING, "byggekostnad_m2"),
            Language.NB,
            (
                "Regnet ut av byggekostnad (oppgitt av kommunen) og satsen «Størrelsen på "
                "boligen i regneeksempelet» (vår vurdering)."
            ),
            "",
        ),
    ],
)
def test_a_line_says_what_a_figure_rests_on(
    told: str, language: Language, text: str, shown: str
) -> None:
    """Source and date, answer, rate with its law and its first day, or what it was made of."""
    (line,) = notes(account_of("vinje", language, cites=True), (told,))
    assert (line.text, line.shown) == (text, shown)


def test_a_changed_figure_tells_both_who_changed_it_and_what_the_source_says() -> None:
    """With the original number."""
    given = book().journeys["vinje"].case
    given = replace(given, answers={**given.answers, "folketall": Decimal(4321)})
    advice = assess(given, book(), known().get(given.municipality_number))
    report = CaseAccount(Wording(advice, Language.NB, cites=True))
    (line,) = notes(report, (key(Provenance.CHANGED, "folketall"),))
    assert line.text.startswith("Endret av kommunen. SSB tabell 07459")
    assert line.text.endswith("innbyggere.")


def test_a_figure_that_a_case_file_brings_says_that_nobody_knows_its_source() -> None:
    """No source of ours gets the blame for it."""
    given = book().journeys["vinje"].case
    brought = FrozenFigure(Decimal(4321), "noe: annet", "2025:1")
    given = replace(given, figures={**given.figures, "folketall": brought})
    advice = assess(given, book(), known().get(given.municipality_number))
    report = CaseAccount(Wording(advice, Language.NN, cites=True))
    figure = report.wording.names.figure("folketall")
    told, keys = numbered(figure, report)
    assert told == _marked("4\u00a0321\u00a0innbyggjarar", 1)
    (line,) = notes(report, keys)
    assert line.text == "Kom med svarfila. Vi veit ikkje kvar talet er frå."


@pytest.mark.parametrize(
    ("language", "later"),
    [
        (Language.NB, "Tallet er fra en senere dag enn notatet."),
        (Language.NN, "Talet er frå ein seinare dag enn notatet."),
    ],
)
def test_a_figure_of_a_later_day_than_the_memo_says_so(language: Language, later: str) -> None:
    """The memo of March 2024 has figures of 2026; a class that held from January is not later."""
    report = account_of("skjak-mars-2024", language, cites=True)
    assert report.advice.as_of == date(2024, 3, 15)
    people, town = notes(report, (_PEOPLE, key(Provenance.SOURCE, "ssb-klass-128", "2024")))
    assert people.text.endswith(later)
    assert later not in town.text
    (today,) = notes(account_of("skjak", language, cites=True), (_PEOPLE,))
    assert later not in today.text


@pytest.mark.parametrize("told", ["kilde:finnes-ikke", "tull", "sats:", "beregnet", "eksempel:x"])
def test_a_key_that_nothing_stands_behind_is_refused(report: CaseAccount, told: str) -> None:
    """Rather than printed as a number without a line."""
    with pytest.raises(ValueError, match=told):
        numbered(cited("5", told), report)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("7,2 % av innbyggerne", ["7,2 %"]),
        ("7,2\u00a0%① av innbyggerne, over grensen på 7\u00a0%*.", []),
        ("7,2 % av innbyggerne, over grensen på 7 %*.", ["7,2 %"]),
        ("Det tar 8 uker og 200\u00a0000\u00a0kr①.", ["8 uker"]),
        ("Det koster 200\u00a0000\u00a0kr til 1\u00a0million\u00a0kr*.", []),
        ("Alt fra 0 kr til om lag 2,7 millioner kr①.", []),
        ("I 2023 fikk 14 prosjekter 8,5 millioner kroner.①", []),
        ("I 2023 fikk 14 prosjekter 8,5 millioner kroner①.", ["14 prosjekter"]),
        ("Høyst 10 prosent. Andre eier minst 70 %①.②", []),
        ("Prisen er 12\u00a0000\u00a0kr per m².", ["12\u00a0000\u00a0kr per m²"]),
        ("Kommunen har 20 byggeklare tomter.", ["20 byggeklare tomter"]),
        ("Vi treng 3 bustader og 1,5 årsverk.", ["3 bustader", "1,5 årsverk"]),
        ("Det skil 0,5 prosentpoeng, eller 5 veker.", ["0,5 prosentpoeng", "5 veker"]),
        ("Fra 1. juli 2027 etter § 5-4, tabell 07459, 80 år eller eldre, 4 grep i år 2.", []),
        ("Til «200 000 til 1 million kroner».", []),
        ("Har * ingen tall", []),
    ],
)
def test_a_figure_without_a_mark_is_found(text: str, bare: list[str]) -> None:
    """A mark after the full stop speaks for all before it, one after a figure for that alone."""
    shown = text.replace("①", f"{OPEN}1{CLOSE}").replace("②", f"{OPEN}2{CLOSE}")
    assert unmarked(shown) == bare


def test_numbers_leave_a_text_without_marks_as_it_is(report: CaseAccount) -> None:
    """And what is no text."""
    memo = (Labelled("Antall", "Ingen"), None, 3, Language.NB)
    assert numbered(memo, report) == (memo, ())
