"""What comes of other rules: which tests hold no longer, and for whom; within a time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from wizard import municipalities
from wizard.domain.rulebook import Rulebook
from wizard.lab.attempt import attempt
from wizard.lab.examples import Result
from wizard.lab.impact.looking import Books, impact
from wizard.lab.tested import JourneyTests, examples_of
from wizard.paths import DATA, RULES
from wizard.rulebook import load

_BOOK = load(RULES)
_ALL = municipalities.load(DATA)
_FEW = replace(_ALL, all=_ALL.all[::40])
_TODAY = date(2026, 11, 28)
_NOTHING = Result(0, ())


@pytest.fixture(scope="module")
def bare() -> Rulebook:
    """Return the rules without journeys, which take seconds."""
    return replace(_BOOK, journeys={})


def _with_limit(book: Rulebook, rate: str, value: str) -> Rulebook:
    known = book.rates[rate]
    values = tuple(replace(each, value=Decimal(value)) for each in known.values)
    return replace(book, rates={**book.rates, rate: replace(known, values=values)})


def test_what_does_not_hold_any_more_is_named_and_what_never_did_is_not(bare: Rulebook) -> None:
    """A problem that was there before is nobody's edit."""
    id_, need = next((id_, each) for id_, each in bare.needs.items() if each.examples)
    broken = replace(need, examples=(replace(need.examples[0], gives=None),))
    after = replace(bare, needs={**bare.needs, id_: broken})
    found = attempt(Books.of(bare, after), (_NOTHING, _NOTHING), _FEW, _TODAY, 60)
    assert [each.place.file for each in found.broken] == [need.place.file]
    again = attempt(Books.of(after, after), (examples_of(after), _NOTHING), _FEW, _TODAY, 60)
    assert again.broken == ()


def test_an_edit_means_something_for_somebody(bare: Rulebook) -> None:
    """The same pairs as for `wizard rules impact`."""
    books = Books.of(bare, _with_limit(bare, "belaning_person", "80"))
    found = attempt(books, (_NOTHING, _NOTHING), _FEW, _TODAY, 60)
    assert found.impact == impact(books, _FEW, _TODAY)
    assert found.impact.changed > 0


def test_what_takes_too_long_is_given_up(bare: Rulebook) -> None:
    """The tests are told all the same."""
    after = _with_limit(bare, "belaning_person", "80")
    found = attempt(Books.of(bare, after), (_NOTHING, _NOTHING), _FEW, _TODAY, 0)
    assert found.impact is None
    assert found.tests == examples_of(bare).count


def test_journeys_are_run_once_and_nobody_waits_unless_they_want_to(bare: Rulebook) -> None:
    """By a thread; a rulebook that comes after has tests of its own."""
    one = dict(list(_BOOK.journeys.items())[:1])
    tests = JourneyTests(replace(bare, journeys=one), _ALL)
    tests.result()
    found = tests.wait()
    assert found.count == 1
    assert tests.result() is found is tests.wait()
    assert tests.going_by(bare).wait().count == 0


def test_a_hint_that_is_new_is_given_and_an_old_one_is_not(bare: Rulebook) -> None:
    """A limit for what is severe that is easier than the one for some can be tried, and is told."""
    turned = _with_limit(bare, "lav_plankapasitet", "2")
    found = attempt(Books.of(bare, turned), (_NOTHING, _NOTHING), _FEW, _TODAY, 0)
    assert "blir nådd ved 2, før «noe»" in " ".join(each.message.nb for each in found.hints)
    same = attempt(Books.of(turned, turned), (_NOTHING, _NOTHING), _FEW, _TODAY, 0)
    assert same.hints == ()
