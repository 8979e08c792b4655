"""The short way: few questions, always the same pages, and advice at the end of it."""

from dataclasses import replace

import pytest

from wizard import advice, municipalities, rulebook, short_way
from wizard.domain.case import Case
from wizard.domain.plan import PlanBasis
from wizard.domain.rulebook import Journey, Rulebook
from wizard.paths import DATA, RULES
from wizard.questionnaire import progress

BOOK = rulebook.load(RULES)
KNOWN = municipalities.load(DATA)
Pages = tuple[tuple[str, ...], ...]


def pages(case: Case, book: Rulebook = BOOK) -> Pages:
    """Return the pages of the short way of a case."""
    kommune = KNOWN.get(case.municipality_number)
    asked = {s.item.fact for each in progress(case, book, kommune) for s in each.asked}
    return short_way.pages_of(short_way.ranking(case, book, kommune), asked, book)


def walked(journey: Journey) -> tuple[Case, list[Pages]]:
    """Return the case with the answers of the short way alone, and its pages meanwhile."""
    kommune = KNOWN.get(journey.case.municipality_number)
    blank = advice.new_case(kommune, BOOK, journey.case.as_of, journey.case.language)
    case, seen = blank, [pages(blank)]
    for number in range(len(seen[0])):
        said = {
            fact: journey.case.answers[fact]
            for fact in seen[-1][number]
            if fact in journey.case.answers
        }
        case = replace(case, answers={**case.answers, **said})
        seen.append(pages(case))
    return case, seen


@pytest.mark.parametrize("id_", sorted(BOOK.journeys))
def test_a_journey_that_has_advice_has_it_after_the_short_way(id_: str) -> None:
    """With as many pages all the way, and none changed that has been answered."""
    journey = BOOK.journeys[id_]
    case, seen = walked(journey)
    assert {sum(map(len, each)) for each in seen} == {short_way.LENGTH}
    assert len({len(each) for each in seen}) == 1
    for number, each in enumerate(seen):
        assert each[:number] == seen[-1][:number]
    kommune = KNOWN.get(case.municipality_number)
    whole = replace(journey.case, figures={**case.figures, **journey.case.figures})
    if advice.assess(whole, BOOK, kommune).plan.basis is PlanBasis.ADVICE:
        assert advice.assess(case, BOOK, kommune).plan.basis is PlanBasis.ADVICE


def test_what_a_plan_rests_on_is_asked_for() -> None:
    """Weeks, money, the next meeting; and what leads to others comes first."""
    found = pages(BOOK.journeys["vinje"].case)
    asked = {fact for page in found for fact in page}
    assert {"uker_til_boligarbeid", "egne_penger", "neste_kommunestyremote"} <= asked
    assert found[0] == ("mangler_bolig",)


def test_no_long_list_stands_in_the_way() -> None:
    """Nobody ticks sixty boxes on a short way."""
    found = pages(BOOK.journeys["namsskogan"].case)
    assert max(len(BOOK.questions[fact].options) for page in found for fact in page) < 8
