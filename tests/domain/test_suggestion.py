"""What was probably meant: one guess, asked about in the reader's own language, or none."""

import pytest

from wizard.domain.suggestion import closest, did_you_mean, suggestion
from wizard.domain.text import Text

_KNOWN = ("startlan", "bostotte", "utleielan-kommune")


@pytest.mark.parametrize(
    ("word", "meant"), [("startlaan", "startlan"), ("utleielan", "utleielan-kommune"), ("x", None)]
)
def test_the_closest_word_is_meant_and_nothing_far_off(word: str, meant: str | None) -> None:
    assert closest(word, _KNOWN) == meant


def test_how_near_is_near_enough_can_be_told() -> None:
    assert closest("startlaan", _KNOWN, nearness=0.99) is None


def test_only_the_beginning_of_an_endless_word_is_compared() -> None:
    assert closest("a" * 80 + "b" * 10**6, ["a" * 80]) == "a" * 80


def test_the_question_is_asked_in_both_written_forms() -> None:
    assert suggestion("bostote", _KNOWN) == Text(" Mente du «bostotte»?", " Meinte du «bostotte»?")


def test_nothing_likely_asks_nothing() -> None:
    assert suggestion("x", _KNOWN) == did_you_mean("") == Text("", "")
