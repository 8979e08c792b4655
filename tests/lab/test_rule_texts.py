"""What all rule files must say so that it is true on any day and in both written forms."""

import re
from collections.abc import Iterator

import pytest

from wizard.domain.schemes import Scheme
from wizard.domain.sources import Source
from wizard.paths import RULES
from wizard.rulebook import load

_BOOK = load(RULES)
_SCHEMES = sorted(_BOOK.schemes.values(), key=lambda scheme: scheme.id)
_SOURCES = sorted(_BOOK.sources.values(), key=lambda source: source.id)
_FILES = sorted(RULES.rglob("*.yaml"))

_DATED = re.compile(
    r"\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|vår(?:en)?|sommer(?:en)?|høst(?:en)?|vinter(?:en)?|20\d\d|tidlig på året|sent på året"
    r"|den dagen det åpner)\b"
)
# The words of a section that are spelt alike in both written forms: `sted` is one line for both.
_IN_BOTH = {
    "og",
    "til",
    "jf",
    "nr",
    "ledd",
    "bokstav",
    "første",
    "andre",
    "tredje",
    "fjerde",
    "siste",
    "kapittel",
    "areal",
    "vilkår",
    "sats",
    "for",
}


@pytest.mark.parametrize("scheme", _SCHEMES, ids=lambda scheme: scheme.id)
def test_no_step_names_a_day_that_the_plan_may_contradict(scheme: Scheme) -> None:
    """The plan gives each step its own date, on any day that somebody asks."""
    steps = [step.text.nb for edition in scheme.editions for step in edition.steps]
    assert [text for text in steps if _DATED.search(text)] == []


def test_applying_when_somebody_opens_for_it_has_no_day_of_ours() -> None:
    """Nobody has announced when the next round of tilskudd til energitiltak opens."""
    apply = _BOOK.schemes["tilskudd-til-energitiltak"].editions[-1].steps[-1]
    assert apply.text.nb.startswith("Søk når Husbanken åpner")
    assert apply.days is None


def test_where_a_rule_stands_reads_the_same_in_both_written_forms() -> None:
    """`endret 22. januar 2026` would be bokmål in a text of nynorsk."""
    text = "\n".join(path.read_text("utf-8") for path in _FILES)
    places = re.findall(r"kilde: [^}\n]*sted: ([^}\n]*?)(?:, niva: \w+)?\}", text)
    words = {word for place in places for word in re.findall(r"[a-zæøå]{2,}", place)}
    assert places
    assert words - _IN_BOTH == set()


def test_one_word_for_one_thing_in_nynorsk() -> None:
    """`derfor` and `starte`; never `difor` and `byrje` beside them."""
    found = [
        (path.name, word)
        for path in _FILES
        for word in re.findall(r"(?i)\b(?:difor|byrj\w*)\b", path.read_text("utf-8"))
    ]
    assert found == []


def test_old_and_disabled_are_heard_before_by_the_regulation_on_councils() -> None:
    """Kommuneloven § 5-12 demands the councils; forskriften § 2 that they are heard before."""
    heard = list(_heard())
    assert heard
    assert {source for _, source in heard} == {("for-2019-06-17-727", "§ 2")}


def _heard() -> Iterator[tuple[str, tuple[str, str]]]:
    for scheme in _SCHEMES:
        for edition in scheme.editions:
            for term in edition.terms:
                if "får uttale seg" in term.text.nb and term.basis:
                    yield f"{scheme.id}:{term.id}", (term.basis.source, term.basis.section)


@pytest.mark.parametrize("source", _SOURCES, ids=lambda source: source.id)
def test_a_source_has_its_own_title_or_is_described(source: Source) -> None:
    """An act has one title: in the other form it goes by short name and number.

    A page is told by who wrote it, not by its genitive turned round.
    """
    nb, nn = source.title.nb, source.title.nn
    if source.id.startswith("lov-"):
        number = source.id.replace("lov-", "LOV-")
        assert nn == nb or number in nn
    if source.id.startswith("for-"):
        assert nn == nb or nn.startswith("Forskrifta om ")
    assert not re.search(r"\bgir av\b", nn)
    assert " hos " not in nn or " hos " in nb
