"""How far a case is, and where each page leads."""

from dataclasses import replace
from decimal import Decimal

from small_book import DAY, MUNICIPALITY, book, is_, question

from wizard.domain.case import DONT_KNOW, Answer, Case
from wizard.domain.facts import ChangedBy
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.questionnaire import Status, Step, ThemeProgress, newly_asked, progress, step_of

FIRST = question("forst", ChangedBy.MUNICIPALITY)
THEN = replace(question("sa", ChangedBy.MUNICIPALITY), applies=is_("forst", "a"), otherwise="c")
BOOK = book(questions=(FIRST, THEN))


def _progress(
    answers: dict[str, Answer] | None = None, rulebook: Rulebook = BOOK
) -> tuple[ThemeProgress, ...]:
    whole = Case(MUNICIPALITY.number, DAY, Language.NB, answers or {})
    return progress(whole, rulebook, MUNICIPALITY)


def _status(**answers: Answer) -> Status:
    return _progress(answers)[0].status


def test_a_theme_is_done_when_all_that_is_asked_is_answered_vet_ikke_included() -> None:
    assert _status() is Status.NOT_STARTED
    assert _status(forst="b") is Status.STARTED
    assert _status(forst="b", uker=DONT_KNOW, arsverk=Decimal(1)) is Status.DONE
    assert _status(forst="a", uker=DONT_KNOW, arsverk=Decimal(1)) is Status.STARTED


def test_an_answer_that_leads_to_a_question_tells_which() -> None:
    before = _progress()[0]
    assert newly_asked(before, _progress({"forst": "a"})) == ("sa",)
    assert newly_asked(before, _progress({"forst": "b"})) == ()


def test_each_theme_knows_its_neighbours_and_the_last_leads_to_looking_over() -> None:
    (theme,) = BOOK.themes
    other = replace(theme, id="andre", items=())
    themes = _progress(rulebook=replace(BOOK, themes=(theme, other)))
    assert step_of(theme.id, themes) == Step(1, 3, None, "andre")
    assert step_of("andre", themes) == Step(2, 3, theme.id, None)
