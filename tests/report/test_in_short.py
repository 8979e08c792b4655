"""A verdict in three sentences, and the questions that decide it, for every scheme of a case."""

import pytest
from memos import advice_for

from wizard.domain.advice import Origin
from wizard.domain.text import Language
from wizard.report.case import CaseAccount
from wizard.report.in_short import in_short
from wizard.voice.wording import Wording


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("journey", ["namsskogan", "vinje", "loppa"])
def test_every_verdict_is_told_in_short(journey: str, language: Language) -> None:
    """What we say, what decides it and what would change it; nothing is left unfilled."""
    report = CaseAccount(Wording(advice_for(journey), language))
    for scheme, verdict in report.advice.verdicts.items():
        short = in_short(report, scheme)
        for told in (short.says, short.decides, short.changes):
            assert told.endswith((".", "»", "?", ")")), told
            assert "{" not in told
        assert report.scheme(scheme).label in short.says
        assert short.open_questions == bool(verdict.settled_by)


def test_open_questions_are_those_that_settle_it_and_others_those_it_rests_on() -> None:
    """A question that is answered is offered only where none is open."""
    report = CaseAccount(Wording(advice_for("namsskogan"), Language.NB))
    answered = {
        fact
        for fact, each in report.advice.facts.items()
        if each.origin not in {Origin.UNANSWERED, Origin.DONT_KNOW, Origin.MISSING}
    }
    some_rest = False
    for scheme, verdict in report.advice.verdicts.items():
        short = in_short(report, scheme)
        asked = [each.fact for each in short.questions]
        if short.open_questions:
            assert asked == list(verdict.settled_by[:5])
        else:
            assert set(asked) <= answered
            some_rest = some_rest or bool(asked)
    assert some_rest


def test_the_plan_tells_where_a_scheme_stands_in_it() -> None:
    """This year, later, made known, without room, and outside."""
    report = CaseAccount(Wording(advice_for("namsskogan"), Language.NB))
    first = in_short(report, report.core[0].item.scheme).says
    assert "det er tiltak 1 i planen, i år." in first
    later = in_short(report, report.later[0].item.scheme).says
    assert f"tiltak {len(report.core) + 1} i planen, etter det første året." in later
    assert "gjøre det kjent" in in_short(report, report.made_known[0].scheme.id).says
    lacking = report.no_room[0]
    assert in_short(report, lacking.account.scheme.id).says.endswith(lacking.why)
