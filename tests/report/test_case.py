"""The account of a case has a place for everything, and one place only."""

from dataclasses import replace

import pytest

from wizard import advice, municipalities
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.paths import DATA, RULES
from wizard.report.case import CaseAccount
from wizard.rulebook import load
from wizard.voice.wording import Wording


@pytest.fixture(scope="module")
def real_book() -> Rulebook:
    return load(RULES)


@pytest.mark.parametrize("journey", ["namsskogan", "oslo", "skjak"])
@pytest.mark.parametrize("language", Language)
def test_no_scheme_of_the_real_rules_is_left_out_or_shown_twice(
    real_book: Rulebook, journey: str, language: Language
) -> None:
    """The parts of the plan and the groups share all the schemes between them."""
    case = replace(real_book.journeys[journey].case, language=language)
    municipality = municipalities.load(DATA).get(case.municipality_number)
    found = advice.assess(case, real_book, municipality)
    report = CaseAccount(Wording(found))
    shown = [each.account.scheme.id for part in report.parts for each in part.members]
    shown += [each.account.scheme.id for each in report.no_room]
    shown += [each.scheme.id for each in report.made_known]
    shown += [each.id for group in report.groups for each in group.schemes]
    assert sorted(shown) == sorted(real_book.schemes)
