"""Why two sides differ, in words: whatever the rules and the answers, a whole sentence."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from random_book import books, cases
from small_book import DAY, MUNICIPALITY, scheme

from wizard.advice import assess, compare
from wizard.domain.comparison import Comparison
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.voice.comparison_wording import ComparisonWording

_OPEN_SLOT = re.compile(r"\{[a-z_]+\}")


def with_contact(book: Rulebook) -> Rulebook:
    """Return the rulebook with what its needs name for help."""
    return replace(book, schemes={**book.schemes, "ordning": scheme("ordning")})


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_differs_is_told_with_no_slot_left_open(data: st.DataObject) -> None:
    """Other rules, other answers, or both."""
    rules = [with_contact(data.draw(books()))] * 2
    answers = [data.draw(cases())] * 2
    differs = data.draw(st.sampled_from(["rules", "answers", "both"]))
    if differs != "answers":
        rules[1] = with_contact(data.draw(books()))
    if differs != "rules":
        answers[1] = data.draw(cases())
    sides = (assess(*each, MUNICIPALITY, DAY) for each in zip(answers, rules, strict=True))
    check_told(compare(*sides))


def check_told(difference: Comparison) -> None:
    """See that every sentence on a difference is whole, in both written forms."""
    for language in Language:
        for group in ComparisonWording(difference, language).groups():
            assert group.entries
            for entry in group.entries:
                for told in (entry.text, *entry.below):
                    assert not _OPEN_SLOT.search(told), told
                    assert told == told.strip() != ""
