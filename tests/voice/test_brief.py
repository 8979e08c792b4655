"""What a page can say of a case in a line."""

from dataclasses import replace

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


def test_what_hurries_most_is_said_to_be_our_order_until_the_kommune_has_said() -> None:
    """Neither law nor deadline: then our order by that name, or what the kommune puts first."""
    told: dict[bool, list[str]] = {True: [], False: []}
    for journey in book().journeys:
        advice = advice_for(journey)
        needs = [need for item in advice.bundle.core for need in item.main_for]
        for own in (None, tuple(needs[-1:])):
            case = replace(advice.case, priorities=own)
            brief = Wording(replace(advice, case=case), Language.NB).brief
            if "«" in (said := brief.why_now()):
                told[not own].append(said)
    assert told[True]
    assert told[False]
    assert all(each.startswith("Etter vår rekkefølge haster dette mest: ") for each in told[True])
    assert all(each.startswith("Kommunen setter dette først: ") for each in told[False])


@pytest.mark.parametrize("language", Language)
def test_the_year_of_comparison_is_that_of_the_figure(language: Language) -> None:
    """The figure of 2026 compares with 2016, whatever day the memo has."""
    told = Wording(advice_for("skjak-mars-2024"), language).brief.people()
    assert " 2016" in told
