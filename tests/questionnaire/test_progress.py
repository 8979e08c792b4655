"""How far a case is, and where each page leads."""

from dataclasses import replace
from decimal import Decimal

from small_book import DAY, MUNICIPALITY, book, is_, question, same

from wizard.domain.asking import AskingTime
from wizard.domain.case import DONT_KNOW, Answer, Case
from wizard.domain.facts import ChangedBy, FactType, Option, QuestionPage
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.questionnaire import (
    Effort,
    Status,
    ThemeProgress,
    effort_left,
    effort_of,
    left_off,
    newly_asked,
    newly_doubted,
    not_after,
    progress,
    sheets,
    step_of,
)

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
    assert newly_asked(_progress(), _progress({"forst": "a"})) == ("sa",)
    assert newly_asked(_progress(), _progress({"forst": "b"})) == ()


def _in_pages(*pages: tuple[str, ...]) -> Rulebook:
    (theme,) = BOOK.themes
    named = [QuestionPage(str(n), theme.name, facts) for n, facts in enumerate(pages, 1)]
    other = replace(theme, id="andre", items=(), pages=())
    return replace(BOOK, themes=(replace(theme, pages=tuple(named)), other))


PAGED = _in_pages(("forst",), ("sa",), ("uker", "arsverk"))


def test_a_page_with_nothing_to_ask_is_passed_over_both_ways() -> None:
    asked = step_of("alt", "1", _progress({"forst": "a"}, PAGED)).next
    assert asked is not None
    assert asked.page.id == "2"
    themes = _progress({"forst": "b"}, PAGED)
    first, last = step_of("alt", "1", themes), step_of("alt", "3", themes)
    assert first.previous is None
    assert first.next is not None
    assert first.next.page.id == "3"
    assert last.previous is not None
    assert last.previous.page.id == "1"
    assert (last.number, last.total, last.next) == (1, 2, None)
    assert step_of("alt", "2", themes).next == first.next


def test_a_theme_is_entered_where_something_is_open_once_it_is_begun() -> None:
    (theme, empty) = _progress(rulebook=PAGED)
    assert theme.entry is theme.pages[0]
    (theme, _) = _progress({"forst": "b"}, PAGED)
    assert theme.entry is not None
    assert theme.entry.page.id == "3"
    done: dict[str, Answer] = {"forst": "b", "uker": DONT_KNOW, "arsverk": Decimal(1)}
    (theme, _) = _progress(done, PAGED)
    assert theme.entry is theme.pages[0]
    assert empty.entry is None
    assert left_off(_progress(done, PAGED)) is None


def test_it_is_counted_what_is_asked_what_is_answered_and_what_is_left() -> None:
    (theme,) = _progress({"forst": "a", "uker": DONT_KNOW})
    assert (theme.done, theme.said, len(theme.asked)) == (2, 2, 4)
    assert effort_left([theme], AskingTime()) == Effort(2, 1)
    assert effort_of(12, AskingTime()).questions == 12
    assert effort_of(0, AskingTime()) == Effort(0, 0)


def test_what_stands_on_a_page_or_before_it() -> None:
    themes = _progress({"forst": "a"}, PAGED)
    assert not_after(themes[0].pages[1], themes) == {"forst", "sa"}


def test_doubts_are_told_once_for_each_answer() -> None:
    def doubted(**answers: Answer) -> tuple[ThemeProgress, ...]:
        (theme,) = _progress(answers)
        items = tuple(
            replace(s, doubts=(same("Stemmer det?"),)) if s.item.fact in answers else s
            for s in theme.items
        )
        return (replace(theme, items=items),)

    before, after = _progress(), doubted(forst="a", uker=Decimal(99))
    assert newly_doubted(before, after, {"uker"}) == ("forst", "uker")
    assert newly_doubted(after, after, set()) == ()
    assert newly_doubted(after, after, {"forst"}) == ("forst",)


def test_a_sheet_has_room_for_five_and_a_long_list_stands_alone() -> None:
    (theme,) = _progress()
    state = theme.items[0]
    assert [len(sheet) for sheet in sheets([state] * 7)] == [5, 2]
    options = tuple(Option(str(n), same(str(n))) for n in range(18))
    long = replace(state, item=replace(FIRST, type=FactType.MANY, options=options))
    assert [len(sheet) for sheet in sheets([state, long, state])] == [1, 1, 1]
    assert sheets([]) == ()
