"""What stands together on a page, what can be ticked there, and how long it takes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from wizard.advice import new_case
from wizard.domain.asking import AskingTime
from wizard.domain.case import Answer
from wizard.domain.conditions import FactTest, leaves
from wizard.domain.facts import PrefilledQuestion, Question
from wizard.domain.text import Language
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.questionnaire import (
    ItemState,
    ThemeProgress,
    effort_left,
    effort_of,
    most_minutes,
    progress,
)
from wizard.rulebook import load

BOOK = load(RULES)
EVERYBODY = load_municipalities(DATA)
DAY = date(2026, 11, 27)
TICKED = ("i_bruk", "i_bruk_bolig", "i_bruk_eldre", "i_bruk_plan")
NAMSSKOGAN, OSLO, LEBESBY, VADSO = "5044", "0301", "5624", "5607"


def _states(number: str, **answers: Answer) -> dict[str, ItemState]:
    themes = _progress(number, **answers)
    return {state.item.fact: state for theme in themes for state in theme.items}


def _progress(number: str, **answers: Answer) -> tuple[ThemeProgress, ...]:
    """Return how far a case is, its figures frozen as when a case is made."""
    municipality = EVERYBODY.get(number)
    case = new_case(municipality, BOOK, DAY, Language.NB)
    return progress(replace(case, answers=answers), BOOK, municipality)


def _offered(number: str, fact: str, **answers: Answer) -> set[str]:
    return {option.id for option in _states(number, **answers)[fact].options}


def test_every_theme_names_its_pages() -> None:
    """What is computed is called by number."""
    names = [page.id for theme in BOOK.themes for page in theme.pages]
    assert names
    assert not [each for each in names if each.isdigit()]


def test_a_page_has_few_questions_and_the_long_lists_stand_alone() -> None:
    for theme in BOOK.themes:
        items = {item.fact: item for item in theme.items}
        for page in theme.pages:
            asked = [fact for fact in page.facts if isinstance(items[fact], Question)]
            assert len(asked) <= 5
            assert asked == [] or len(asked) == len(page.facts)
            assert not set(TICKED) & set(page.facts) or len(page.facts) == 1


def test_what_is_filled_in_beforehand_stands_on_one_page() -> None:
    """It is looked over at once, with the sources."""
    pages = {
        page.id
        for theme in BOOK.themes
        for page in theme.pages
        for item in theme.items
        if isinstance(item, PrefilledQuestion) and item.fact in page.facts
    }
    assert len(pages) == 1


def test_what_an_answer_leads_to_stands_on_a_later_page() -> None:
    """Then no page has to be shown twice. What a published figure decides is known beforehand."""
    for theme in BOOK.themes:
        at = {fact: n for n, page in enumerate(theme.pages) for fact in page.facts}
        for item in theme.items:
            if not isinstance(item, Question) or item.applies is None:
                continue
            facts = {leaf.fact for leaf in leaves(item.applies) if isinstance(leaf, FactTest)}
            asked = [fact for fact in facts if fact in BOOK.questions]
            assert all(at.get(fact, -1) < at[item.id] for fact in asked)


@pytest.mark.parametrize("fact", TICKED)
def test_every_option_has_one_line_that_is_not_its_name(fact: str) -> None:
    options = BOOK.questions[fact].options
    for option in options:
        assert option.about is not None
        assert option.about.nb.endswith(".")
        assert option.about.nn.endswith(".")
        assert option.about.nb.rstrip(".") != option.text.nb
    lines = [option.about.nb for option in options if option.about]
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("fact", TICKED)
def test_a_long_list_has_headings_each_over_several(fact: str) -> None:
    options = BOOK.questions[fact].options
    groups = [option.group for option in options]
    if len(options) <= 10:
        assert set(groups) == {None}
        return
    assert None not in groups
    runs = [group for n, group in enumerate(groups) if n == 0 or groups[n - 1] != group]
    assert len(set(runs)) == len(runs), "a heading comes back"
    assert all(3 <= groups.count(group) <= 6 for group in runs)


def test_the_grant_in_finnmark_is_offered_only_where_it_can_be_had() -> None:
    assert "distriktstilskudd" not in _offered(NAMSSKOGAN, "i_bruk")
    assert "distriktstilskudd" in _offered(LEBESBY, "i_bruk")


def test_the_grant_is_offered_by_its_own_gate() -> None:
    """What the list of options says of Finnmark is what the scheme says."""
    id_ = "tilskudd-etablering-og-tilpasning-i-distriktskommuner"
    (gate,) = (
        each.condition
        for each in BOOK.schemes[id_].editions[-1].requirements
        if each.id == "avtale"
    )
    (option,) = (each for each in BOOK.questions["i_bruk"].options if each.applies == gate)
    assert option.id == "distriktstilskudd"


def test_in_finnmark_an_agreement_that_nobody_knows_of_is_not_a_no() -> None:
    outside = [
        each.number
        for each in EVERYBODY.all
        if each.number.startswith("56")
        and "distriktstilskudd" not in _offered(each.number, "i_bruk", har_bygdevekstavtale="nei")
    ]
    assert outside
    for number in outside:
        assert "distriktstilskudd" in _offered(number, "i_bruk")
        assert "distriktstilskudd" in _offered(number, "i_bruk", har_bygdevekstavtale="ja")


def test_what_is_ticked_stays() -> None:
    ticked = frozenset({"distriktstilskudd"})
    assert "distriktstilskudd" in _offered(NAMSSKOGAN, "i_bruk", i_bruk=ticked)


def test_oslo_has_no_county_to_ask_and_no_district_to_be() -> None:
    assert "planveiledning" not in _offered(OSLO, "i_bruk_plan")
    assert "dialog_distriktssenteret" not in _offered(OSLO, "i_bruk")
    assert "planveiledning" in _offered(NAMSSKOGAN, "i_bruk_plan")
    assert "dialog_distriktssenteret" in _offered(NAMSSKOGAN, "i_bruk")


def test_what_is_offered_keeps_its_order_and_yes_and_no_are_always_offered() -> None:
    states = _states(NAMSSKOGAN)
    every = [option.id for option in BOOK.questions["i_bruk"].options]
    here = [option.id for option in states["i_bruk"].options]
    assert here == [each for each in every if each in here]
    assert [option.id for option in states["robek"].options] == ["ja", "nei"]


def test_minutes_are_whole_and_rounded_up() -> None:
    time = AskingTime(question=Decimal("0.4"), colleague=Decimal(5))
    assert [effort_of(n, time).minutes for n in (0, 1, 5, 6)] == [0, 1, 2, 3]


def test_only_what_nobody_has_said_is_left_to_answer() -> None:
    """A figure takes no time where the data have it, nor does what is not asked or is answered."""
    time = AskingTime(question=Decimal(1))
    blank = effort_left(_progress(NAMSSKOGAN), time)
    assert effort_left(_progress(NAMSSKOGAN, robek="nei", folketall=Decimal(810)), time) == blank
    answered = effort_left(_progress(NAMSSKOGAN, egne_penger="ingenting"), time)
    assert answered.questions == blank.questions - 1


def test_the_whole_questionnaire_takes_what_the_front_page_says() -> None:
    """Fifteen to twenty minutes for whoever knows the answers."""
    for number in (NAMSSKOGAN, OSLO, VADSO):
        assert 15 <= effort_left(_progress(number), BOOK.asking).minutes <= 20


@pytest.mark.parametrize("number", [NAMSSKOGAN, OSLO, VADSO])
def test_nobody_takes_longer_than_is_said_at_the_start(number: str) -> None:
    """Of a blank case, where what hangs on other answers is not asked yet."""
    alone, asking = most_minutes(BOOK)
    assert 0 < effort_left(_progress(number), BOOK.asking).minutes <= alone < asking
