"""The book tells what a scheme was, and will be, beside what it is."""

from datetime import date

import pytest
from turning import turning

from wizard.book.compose import compose
from wizard.book.html import render_html
from wizard.book.model import Book, EditionPart
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Coverage
from wizard.domain.text import Language, Text
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.rulebook import load

_SCHEME, _TURN = "startlan", date(2027, 1, 1)
_KOMMUNER = load_municipalities(DATA)


@pytest.fixture(scope="module")
def renamed() -> Rulebook:
    """Give our own rules, with one scheme that is called, and does, something else from 2027."""
    rules = load(RULES)
    return turning(
        rules,
        _SCHEME,
        _TURN,
        name=Text("Boligstart", "Bustadstart"),
        relevant=rules.schemes["boligpolitisk-plan"].relevant,
        covers=(Coverage("boligkunnskap", main=True),),
        strengthens=(),
    )


def _read(rules: Rulebook, day: date, language: Language) -> tuple[Book, list[EditionPart]]:
    book = compose(rules, _KOMMUNER, day, language)
    part = next(each for each in book.instruments if each.said.id == _SCHEME)
    return book, list(part.editions)


@pytest.mark.parametrize("language", Language)
def test_an_edition_tells_what_it_says_otherwise(renamed: Rulebook, language: Language) -> None:
    """Before the turn the coming edition tells what comes; after it the former tells what was."""
    before, (coming, now, *_) = _read(renamed, date(2026, 11, 22), language)
    assert (now.otherwise, now.relevant) == ((), None)
    name = renamed.on(_TURN).schemes[_SCHEME].name.to(language)
    assert name in [text for _, text in coming.otherwise]
    assert coming.relevant
    assert len(coming.otherwise) >= 3  # name, needs, and that it no longer strengthens others
    assert name in render_html(before)
    _, (now, former, *_) = _read(renamed, _TURN, language)
    assert (now.otherwise, now.relevant) == ((), None)
    assert "Startlån" in [text for _, text in former.otherwise]
    assert former.relevant


def test_an_edition_that_says_nothing_otherwise_tells_nothing() -> None:
    """Our own rules today: no row more than there was."""
    book = compose(load(RULES), _KOMMUNER, date(2026, 11, 22), Language.NB)
    parts = [each for scheme in (*book.instruments, *book.measures) for each in scheme.editions]
    assert parts
    assert {(each.otherwise, each.relevant, each.in_place) for each in parts} == {((), None, None)}
