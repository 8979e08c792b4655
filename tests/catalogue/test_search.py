"""What people type leads to the right answer first: sixty queries, and twenty unseen ones."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from queries import EVERYDAY, QUERIES, UNSEEN

from wizard.catalogue.entries import Entry, Sort
from wizard.catalogue.search import LONGEST, search_of
from wizard.paths import RULES
from wizard.rulebook import load

_SEARCH = search_of(load(RULES))


def first(typed: str) -> str:
    """Return the id of the first answer; empty when there is none."""
    found = _SEARCH.find(typed)
    return found[0].id if found else ""


@pytest.mark.parametrize(("queries", "least"), [(QUERIES, 59), (UNSEEN, 20)])
def test_the_first_answer_is_right(queries: dict[str, frozenset[str]], least: int) -> None:
    """At least so many."""
    missed = {typed: first(typed) for typed, right in queries.items() if first(typed) not in right}
    assert len(queries) - len(missed) >= least, missed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("demens", "investeringstilskudd"), ("ungdom", "startlan-forstegangsetablerere")],
)
def test_who_it_is_for_is_a_way_to_ask(typed: str, meant: str) -> None:
    """Rather than what has some letters in common."""
    assert first(typed) == meant


def test_there_are_sixty_queries() -> None:
    """The measure is not made easier by leaving some out."""
    assert (len(QUERIES), len(UNSEEN)) == (60, 20)


@pytest.mark.parametrize("entry", _SEARCH.entries, ids=lambda entry: f"{entry.sort}-{entry.id}")
def test_everything_is_found_by_each_of_its_names(entry: Entry) -> None:
    """In either form, in capitals, and with the words run together."""
    for name in entry.names:
        for typed in (name, name.upper(), name.replace(" ", "").replace("-", "")):
            assert entry in _SEARCH.find(typed)[:3], typed


@pytest.mark.parametrize(
    "typed", ["", " ", "!!!", "«»", "pizza", "parkering", "vaksine", "og", "å"]
)
def test_what_we_know_nothing_of_gives_no_answer(typed: str) -> None:
    """Rather nothing than anything."""
    assert _SEARCH.find(typed) == ()


@pytest.mark.parametrize(("typed", "right"), EVERYDAY.items())
def test_an_everyday_word_brings_nothing_that_it_does_not_mean(
    typed: str, right: frozenset[str]
) -> None:
    """Neither by letters in the middle of another word, nor by a word that stands everywhere."""
    assert {entry.id for entry in _SEARCH.find(typed)} <= right


def test_letters_alike_are_no_answer_where_something_has_the_word() -> None:
    """«prosent» has letters in common with «prosjekt» and «senter»; who says it is enough."""
    for typed in ("prosent", "7 prosent", "90 prosent"):
        for entry in _SEARCH.find(typed):
            told = " ".join((*entry.names, *entry.words, *entry.needs, *entry.texts))
            assert "prosent" in told.casefold(), (typed, entry.id)


def test_what_is_gone_comes_first_by_its_name_and_last_otherwise() -> None:
    """«heis» is also in a loan that is there; «tilskudd til heis» is the old grant."""
    assert first("tilskudd til heis") == "heistilskudd"
    sorts = [entry.sort for entry in _SEARCH.find("heis")]
    assert sorts[0] is Sort.SCHEME
    assert Sort.ABOLISHED in sorts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("startlån", "START LÅN"), ("startlån", "startlan"), ("bolyst-team", "bolystteam")],
)
def test_spelling_that_does_not_matter(typed: str, meant: str) -> None:
    """Case, spaces, hyphens and the rings over letters change nothing in what comes first."""
    assert first(typed) == first(meant) != ""


@given(st.text(max_size=3 * LONGEST))
def test_any_text_can_be_searched_for(typed: str) -> None:
    """Nothing that people type is read as a command, and nobody gets an answer twice."""
    found = _SEARCH.find(typed)
    assert len(set(found)) == len(found)


def test_a_search_takes_less_than_twenty_milliseconds() -> None:
    """The median of all queries does; a single one may wait for the machine."""
    taken = []
    for typed in QUERIES:
        begun = perf_counter()
        _SEARCH.find(typed)
        taken.append(perf_counter() - begun)
    assert sorted(taken)[len(taken) // 2] < 0.020


@pytest.mark.parametrize("typed", ["startlon", "startlån", "start lån"])
def test_a_slip_in_a_word_with_a_known_one_in_it_is_mended(typed: str) -> None:
    """What merely has another ending is left as it is."""
    assert first(typed) == "startlan"
