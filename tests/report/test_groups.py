"""Verdicts outside the bundle are grouped in one place, with words for each group."""

import pytest
from small_book import DAY, book

from wizard.domain.text import Language
from wizard.domain.values import Truth
from wizard.report.groups import VerdictGroup
from wizard.report.truths import status
from wizard.voice.labels import Labels


def test_every_group_has_its_own_heading_and_introduction() -> None:
    """In both languages."""
    for language in Language:
        assert len({group.heading.to(language) for group in VerdictGroup}) == len(VerdictGroup)
        assert all(group.intro.to(language).endswith(".") for group in VerdictGroup)


def test_a_firm_scheme_is_usable_and_nothing_is_pending() -> None:
    """What is pending can become a yes, and is no yes yet."""
    for group in VerdictGroup:
        assert not (group.is_firm and group.is_pending)
        assert group.is_usable or not group.is_firm


@pytest.mark.parametrize("language", Language)
def test_every_truth_has_its_own_word_and_mark(language: Language) -> None:
    """The word where there is room, the mark where there is not."""
    labels = Labels(book(), DAY, language)
    told = [status(truth, labels) for truth in Truth]
    assert len({each.word for each in told}) == len({each.mark for each in told}) == len(Truth)
