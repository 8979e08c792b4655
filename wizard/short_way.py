"""The short way: the few questions that decide most, so that advice is never far away.

A need decides what is advised, and most needs can be shown to be severe by one answer alone. The
short way asks for those answers, first where fewest other questions count, and for what a plan
rests on: weeks, money, and the next meeting of the council.

Measured over the 29 journeys, with 12 answers: every one that has advice still has it, 62 of the 87
severe needs are found, and 54 of the 113 measures of the core (docs/decisions/0020).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from wizard.domain.case import Case
from wizard.domain.conditions import Severity, facts_in
from wizard.domain.facts import FactType, Question
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.values import Value
from wizard.engine.findings import look

LENGTH = 12
ON_A_PAGE = 3


def ranking(case: Case, rulebook: Rulebook, municipality: Municipality) -> tuple[str, ...]:
    """Return every question, the most decisive first, what leads to a question before it.

    What the case has answered does not matter; its figures and its day do.
    """
    lookout = _look_out(replace(case, answers={}), rulebook, municipality)
    ranked = dict.fromkeys(_for_the_plan(rulebook))
    for need in lookout.needs:
        if not any(need in lookout.shows[fact] for fact in ranked):
            ranked |= dict.fromkeys(lookout.best(need, ranked))
    for _ in range(2):  # then the next best two answers for each need
        for need in lookout.needs:
            ranked |= dict.fromkeys(lookout.best(need, ranked))
    return tuple(ranked | dict.fromkeys(rulebook.questions))


def pages_of(
    ranked: Sequence[str], asked: Collection[str], rulebook: Rulebook
) -> tuple[tuple[str, ...], ...]:
    """Return the pages of the short way: what leads to other questions first, then the rest.

    `asked` are the facts that the case's answers do not make pointless. There are as many pages
    before the first answer as after it, and what is answered stays where it was.
    """
    chosen = [fact for fact in ranked if fact in asked][:LENGTH]
    within = ranked[: ranked.index(chosen[-1]) + 1] if chosen else ()
    leads = {lead for fact in within for lead in _leads_to(fact, rulebook)}
    row = [fact for fact in rulebook.questions if fact in chosen]
    first = tuple(fact for fact in row if fact in leads)
    rest = [fact for fact in row if fact not in leads]
    starts = range(0, len(rest), ON_A_PAGE)
    pages = (first, *(tuple(rest[start : start + ON_A_PAGE]) for start in starts))
    return tuple(page for page in pages if page)


@dataclass(frozen=True, slots=True)
class _Lookout:
    """What one answer alone can show: which needs it makes severe, and which less than they were.

    `needs` come in the order to ask about them: fewest open questions first.
    """

    rulebook: Rulebook
    needs: tuple[str, ...]
    shows: dict[str, frozenset[str]]
    lowers: dict[str, frozenset[str]]

    def best(self, need: str, ranked: Collection[str]) -> list[str]:
        """Return the question not yet ranked that tells most of a need, with what leads to it."""
        telling = [
            fact for fact, needs in self.shows.items() if need in needs and fact not in ranked
        ]
        if not telling:
            return []
        best = max(telling, key=lambda fact: (need in self.lowers[fact], len(self.shows[fact])))
        return [*_leads_to(best, self.rulebook), best]


def _look_out(blank: Case, rulebook: Rulebook, municipality: Municipality) -> _Lookout:
    def needs_with(answers: dict[str, Value]) -> dict[str, tuple[Severity, ...]]:
        case = replace(blank, answers=answers)
        found = look(case, rulebook, municipality, case.as_of).needs
        return {id_: each.possible for id_, each in found.items()}

    questions = rulebook.questions
    # Where all is ticked that leads to a question, it is asked.
    leads = {lead for fact in questions for lead in _leads_to(fact, rulebook)}
    lists = [fact for fact in leads if questions[fact].type is FactType.MANY]
    ticked = {fact: _ends(questions[fact])[0] for fact in lists}
    before = needs_with(ticked)
    shows: dict[str, frozenset[str]] = {}
    lowers: dict[str, frozenset[str]] = {}
    for fact, question in questions.items():
        after = [needs_with({**ticked, fact: value}) for value in _ends(question)]
        shows[fact] = frozenset(
            need
            for need, severity in before.items()
            if severity[0] < Severity.SEVERE
            and any(each[need][0] is Severity.SEVERE for each in after)
        )
        lowers[fact] = frozenset(
            need for need, was in before.items() if any(each[need][-1] < was[-1] for each in after)
        )
    counting = look(blank, rulebook, municipality, blank.as_of).needs
    needs = sorted(rulebook.needs, key=lambda need: len(counting[need].open_facts))
    return _Lookout(rulebook, tuple(needs), shows, lowers)


def _for_the_plan(rulebook: Rulebook) -> Iterable[str]:
    wanted = {rulebook.capacity.weeks}
    wanted |= {rulebook.plan.money.fact} if rulebook.plan.money else set()
    wanted |= {rulebook.council.meeting} if rulebook.council else set()
    return (fact for fact in rulebook.questions if fact in wanted)


def _leads_to(fact: str, rulebook: Rulebook) -> list[str]:
    """Return the questions whose answers decide whether this one is asked."""
    applies = rulebook.questions[fact].applies
    return [each for each in facts_in([applies] if applies else []) if each in rulebook.questions]


def _ends(question: Question) -> Sequence[Value]:
    """Return answers as far apart as they can be: every choice, all ticked and none, both ends."""
    if question.type is FactType.MANY:
        return (frozenset(option.id for option in question.options), frozenset())
    if question.options:
        return tuple(option.id for option in question.options)
    return tuple(end for end in (question.minimum, question.maximum) if end is not None)
