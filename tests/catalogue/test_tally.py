"""How many municipalities a scheme may suit: counted once, kept, and the same as asking each."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from question_book import question_book

from wizard import municipalities
from wizard.catalogue.tally import DOES_NOT, MAY_SUIT, OPEN, Tallies, Tally, count
from wizard.paths import DATA, RULES
from wizard.rulebook import load

DAY = date(2026, 11, 27)
_ALL = municipalities.load(DATA)
_KNOWN = replace(_ALL, all=_ALL.all[::30])
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
    for each in counted.values():
        signs = [each.marks.count(sign) for sign in (MAY_SUIT, DOES_NOT, OPEN)]
        assert signs == [each.may_suit, each.does_not, each.open]


def test_a_scheme_for_finnmark_is_ruled_out_elsewhere() -> None:
    """With the rules that are shipped; in Finnmark the answers decide."""
    known = replace(_ALL, all=tuple(each for each in _ALL.all if each.number[0] in "05"))
    book, id_ = load(RULES), "tilskudd-etablering-og-tilpasning-i-distriktskommuner"
    counted = count(book, known, DAY)[id_]
    finnmark = [each for each in known.all if each.number.startswith("56")]
    assert counted.may_suit == 0
    assert counted.open == len(finnmark)
    assert counted.does_not == len(known.all) - len(finnmark) > 0


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


def test_nothing_is_counted_by_rules_that_nobody_goes_by(tallies: Tallies, tmp_path: Path) -> None:
    """What is under way ends at the next municipality; the other rules have their own count."""
    scheme, over = next(iter(_SMALL.schemes)), Event()
    over.set()
    assert count(_SMALL, _KNOWN, DAY, over)[scheme].total == 1
    other = tallies.going_by(replace(_SMALL, hash="f" * 64))
    tallies.stop()
    tallies.wait(DAY)
    assert tallies.of(scheme, DAY) is None
    assert not list(tmp_path.iterdir())
    other.wait(DAY)
    assert other.of(scheme, DAY) == count(_SMALL, _KNOWN, DAY)[scheme]
