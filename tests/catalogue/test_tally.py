"""How many municipalities a scheme may suit: counted once, kept, and the same as asking each."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from question_book import question_book

from wizard import municipalities
from wizard.advice import assess, new_case
from wizard.catalogue.tally import Tallies, Tally, count
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Language
from wizard.paths import DATA, RULES
from wizard.rulebook import load

DAY = date(2026, 11, 27)
_KNOWN = municipalities.load(DATA)
_SMALL = question_book()


@pytest.fixture
def tallies(tmp_path: Path) -> Tallies:
    """Return tallies of a small rulebook, with a folder of their own."""
    return Tallies(_SMALL, _KNOWN, tmp_path)


def test_every_municipality_is_counted_once_for_every_scheme() -> None:
    """Those that it may suit, does not suit and may or may not make all of them."""
    counted = count(_SMALL, _KNOWN, DAY)
    assert set(counted) == set(_SMALL.schemes)
    assert {each.total for each in counted.values()} == {len(_KNOWN.all)}


def test_a_scheme_for_finnmark_is_ruled_out_elsewhere() -> None:
    """Counted by hand, with the rules that are shipped."""
    book, id_ = load(RULES), "tilskudd-etablering-og-tilpasning-i-distriktskommuner"
    excluded = sum(
        assess(new_case(each, book, DAY, Language.NB), book, each).verdicts[id_].kind
        is VerdictKind.EXCLUDED
        for each in _KNOWN.all
        if each.number.startswith("56")
    )
    others = sum(not each.number.startswith("56") for each in _KNOWN.all)
    counted = count(book, _KNOWN, DAY)[id_]
    assert counted == Tally(0, excluded + others, len(_KNOWN.all) - excluded - others)


def test_nobody_waits_and_then_it_is_there(tallies: Tallies, tmp_path: Path) -> None:
    """The first to ask goes without; what was counted is in the folder for the next process."""
    scheme = next(iter(_SMALL.schemes))
    tallies.of(scheme, DAY)
    tallies.wait(DAY)
    counted = tallies.of(scheme, DAY)
    assert counted == count(_SMALL, _KNOWN, DAY)[scheme]
    (kept,) = tmp_path.iterdir()
    kept.write_text(json.dumps({scheme: {"may_suit": 1, "does_not": 2, "open": 3}}), "utf-8")
    assert Tallies(_SMALL, _KNOWN, tmp_path).of(scheme, DAY) == Tally(1, 2, 3)


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"a": 1}', '{"a": {"may_suit": 1}}'])
def test_a_broken_file_is_counted_anew(tallies: Tallies, tmp_path: Path, broken: str) -> None:
    """Whatever somebody did to it."""
    tallies.wait(DAY)
    (kept,) = tmp_path.iterdir()
    kept.write_text(broken, "utf-8")
    again = Tallies(_SMALL, _KNOWN, tmp_path)
    again.wait(DAY)
    assert again.of(next(iter(_SMALL.schemes)), DAY) is not None


def test_other_rules_and_other_days_are_counted_for_themselves(
    tallies: Tallies, tmp_path: Path
) -> None:
    """What an earlier day left is cleared away."""
    tallies.wait(DAY)
    (first,) = tmp_path.iterdir()
    other = Tallies(replace(_SMALL, hash="f" * 64), _KNOWN, tmp_path)
    other.wait(date(2026, 11, 28))
    (second,) = tmp_path.iterdir()
    assert first.name != second.name


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    blocked = tmp_path / "katalog"
    blocked.write_text("", "utf-8")
    tallies = Tallies(_SMALL, _KNOWN, blocked)
    tallies.wait(DAY)
    assert tallies.of(next(iter(_SMALL.schemes)), DAY) is not None
