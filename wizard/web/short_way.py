"""The pages of the short way of the case that a request is about."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from wizard import advice, short_way
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.questionnaire import Effort, effort_of
from wizard.web.opened import opened
from wizard.web.services import services


def short_pages() -> tuple[tuple[str, ...], ...]:
    """Return the facts that the short way asks for, page by page."""
    case, book = opened(), services().rulebook
    asked = {state.item.fact for each in case.progress for state in each.asked}
    ranked = _rankings(book)(case.municipality.number, case.case.as_of)
    return short_way.pages_of(ranked, asked, book)


def short_effort() -> Effort:
    """Return how much the whole short way asks for."""
    return effort_of(sum(map(len, short_pages())), services().rulebook.asking)


def short_left() -> int:
    """Return the first page with something open, to one who is on the short way; else 0.

    Whoever has answered anything that it does not ask for is not on it.
    """
    asked = {state.item.fact: state for each in opened().progress for state in each.asked}
    pages = short_pages()
    short = {fact for page in pages for fact in page}
    said = {fact for fact, state in asked.items() if state.is_said and not state.is_figure}
    if not said or said - short:
        return 0
    left = (n for n, page in enumerate(pages, 1) if any(asked[fact].is_open for fact in page))
    return next(left, 0)


@lru_cache(maxsize=2)
def _rankings(rulebook: Rulebook) -> Callable[[str, date], tuple[str, ...]]:
    """Return who remembers the orders by a rulebook, as long as anybody goes by it."""
    return lru_cache(maxsize=400)(partial(_ranking, rulebook))


def _ranking(rulebook: Rulebook, number: str, day: date) -> tuple[str, ...]:
    """Return the order for a kommune and a day, by the open data alone: the same for every case."""
    municipality = services().municipalities.get(number)
    blank = advice.new_case(municipality, rulebook, day, Language.NB)
    return short_way.ranking(blank, rulebook, municipality)
