"""A need that may not be there leads nothing as if it were settled, and what settles it is said."""

import re

import pytest
from memos import plain
from random_kommuner import advice_on

from wizard.domain.conditions import Severity
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.report import front
from wizard.report.case import CaseAccount, Member
from wizard.voice.wording import Wording

# Kommuner drawn at random whose plan of the year is led by a need that may not be there, and more.
_LED = (65, 83, 124, 147, 149, 294)


def check_told(member: Member, report: CaseAccount) -> None:
    """See that each need of a measure is told as sure as it is, with what settles it."""
    for need in (*member.item.main_for, *member.item.helps):
        name = f"«{report.wording.labels.need_name(need)}»"
        (told,) = [plain(each) for each in member.why_in if name in each]
        finding = report.advice.needs[need]
        may_be_absent = finding.possible[0] is Severity.NONE
        assert bool(re.search(r"» hvis kommunen har (det|dem)\.", told)) is may_be_absent
        for asked in finding.open_facts & report.advice.rulebook.questions.keys():
            assert not may_be_absent or plain(report.wording.labels.question(asked)) in told


@pytest.mark.parametrize("seed", [*_LED, *range(40)])
def test_a_need_that_may_not_be_there_is_said_to_be_open(seed: int) -> None:
    """In why a measure is in, and in the first lines of screen and paper."""
    advice = advice_on(seed)
    report = CaseAccount(Wording(advice, Language.NB))
    brief = plain(" ".join(each.text for each in front.brief(report)))
    carried = {need for member in report.core for need in member.item.main_for}
    for need, finding in advice.needs.items():
        said = f"ikke avklart om kommunen har behovet «{report.wording.labels.need_name(need)}»"
        assert (said in brief) is (need in carried and finding.possible[0] is Severity.NONE)
    for member in report.core:
        check_told(member, report)
    memo = compose(advice, Language.NB)
    if seed in _LED:
        assert memo.front
        (why,) = [each.text for each in memo.front.brief if each.label == "Hvorfor nå"]
        assert "ikke avklart om kommunen har behovet" in plain(why)
