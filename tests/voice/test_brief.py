"""What a page can say of a case in a line."""

import pytest
from memos import advice_for, book

from wizard.domain.text import Language
from wizard.domain.values import Unknown
from wizard.voice import brief
from wizard.voice.wording import Wording


@pytest.mark.parametrize(
    "fact", [brief.PEOPLE, brief.CHANGE, brief.OLD, brief.LACKING, brief.LACKING_SHARE]
)
def test_the_shipped_rules_know_what_the_first_lines_tell_of(fact: str) -> None:
    """A fact that is renamed in the rules must not fall silently out of the first page."""
    assert fact in book().facts
    assert not isinstance(advice_for("namsskogan").facts[fact].value, Unknown)


@pytest.mark.parametrize("language", Language)
def test_the_year_of_comparison_is_that_of_the_figure(language: Language) -> None:
    """The figure of 2026 compares with 2016, whatever day the memo has."""
    told = Wording(advice_for("skjak-mars-2024"), language).brief.people()
    assert " 2016" in told
