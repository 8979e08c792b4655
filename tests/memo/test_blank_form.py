"""The questionnaire on paper: everything that is asked, and a file that everybody can read."""

import re
from datetime import date
from pathlib import Path

import page as validation
import pytest
from memos import advice_for, book
from printed import printed

from wizard import questionnaire
from wizard.domain.advice import Origin
from wizard.domain.facts import FactType
from wizard.domain.text import Language
from wizard.memo.blank_form import blank_form, form_of_case, form_page
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

DAY = date(2026, 11, 22)
OPEN = {Origin.DONT_KNOW, Origin.UNANSWERED, Origin.MISSING}


@pytest.mark.parametrize("language", Language)
def test_the_form_passes_both_standards_and_looks_whole(language: Language, tmp_path: Path) -> None:
    """PDF/UA-1 and PDF/A-2a; lists are lists, headings come in order, nothing leaves the paper."""
    paper = printed(form_page(blank_form(book(), DAY, language)))
    path = tmp_path / "skjema.pdf"
    path.write_bytes(paper.pdf)
    for profile in ("ua1", "2a"):
        report = validation.validate_pdf(str(path), profile=profile)
        assert report.is_compliant, (profile, report.failures)
    levels = [int(tag.name[1]) for tag in paper.tags if re.fullmatch("H[1-6]", tag.name)]
    assert levels == [int(level) for level in re.findall(r"<h([1-6])", paper.html)]
    assert len(paper.tagged("LI")) >= paper.html.count("<li")
    for each in paper.pages:
        assert all(word.right <= each.right + 1 for word in each.words)
        assert each.filled > 0.3 or each is paper.pages[-1]
    assert len(paper.pages) <= 16


@pytest.mark.parametrize("language", Language)
def test_every_question_is_there_once_with_every_way_to_answer(language: Language) -> None:
    """Its options, vet ikke, and for many of them none."""
    form = blank_form(book(), DAY, language)
    asked = [each for theme in form.themes for each in theme.questions]
    items = [item for theme in book().themes for item in theme.items]
    assert [each.fact for each in asked] == [item.fact for item in items]
    assert form.count == len(items)
    for each in asked:
        fact = book().facts[each.fact]
        extra = 2 if fact.type is FactType.MANY else 1
        assert len(each.options) == len(fact.options) + extra
        assert each.question
        assert each.where
        assert each.knows


def test_a_question_that_not_all_are_asked_says_what_it_depends_on() -> None:
    """In the form for anybody; in that of a case it is there or not."""
    form = blank_form(book(), DAY, Language.NB)
    asked = {each.fact: each for theme in form.themes for each in theme.questions}
    for id_, question in book().questions.items():
        assert bool(asked[id_].only_some) == (question.applies is not None)


@pytest.mark.parametrize("journey", ["namsskogan", "loppa"])
def test_the_form_of_a_case_asks_what_the_case_is_asked(journey: str) -> None:
    """With the answers that stand there, and blank where there is none."""
    advice = advice_for(journey)
    case, municipality = advice.case, advice.municipality
    progress = questionnaire.progress(case, book(), municipality)
    form = form_of_case(CaseAccount(Wording(advice, Language.NB)), progress, DAY)
    asked = [state for theme in progress for state in theme.items if state.asked]
    shown = [each for theme in form.themes for each in theme.questions]
    assert [each.fact for each in shown] == [state.item.fact for state in asked]
    for state, each in zip(asked, shown, strict=True):
        assert bool(each.known) == (state.finding.origin not in OPEN)
    assert municipality.title in form.title
    assert form.file_name == f"2026-11-22_sporreskjema_{journey}-kommune.pdf"
    first = [theme.first for theme in form.themes]
    assert first == sorted(set(first))
    assert first[-1] + len(form.themes[-1].questions) == form.count + 1
