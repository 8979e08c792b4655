"""Who comes into the year's plan, or leaves it, because of an edit.

What an edit cannot reach is judged by the former rulebook alone. Cases that are alike in all that
the choice looks at are chosen for once.
"""

from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from wizard.domain.advice import Findings, Verdict
from wizard.domain.plan import PlanBasis
from wizard.domain.rulebook import Rulebook
from wizard.engine.bundle import chosen_core, core_question
from wizard.engine.facts import find_facts
from wizard.engine.planning.aims import may_begin
from wizard.engine.planning.plan import basis_of
from wizard.engine.whatif.outlook import Outlook, outlook_on
from wizard.lab.impact.judging import Judged
from wizard.lab.impact.memory import Memory, Sorts
from wizard.lab.impact.sides import Asked, Fitting

Change = tuple[tuple[str, ...], tuple[str, ...]]
_NONE: Change = ((), ())


class Plans:
    """Finds the difference of the year's core between two rulebooks on a day."""

    def __init__(self, before: Rulebook, after: Rulebook, day: date, *, facts_differ: bool) -> None:
        """Keep the rulebooks; where `facts_differ`, they know other things of a case."""
        self._before, self._after, self._day = before, after, day
        self._facts_differ = facts_differ
        self._memory = _memory_of(outlook_on(before, day))
        self._fitted = {id(book): Fitting(book) for book in (before, after)}
        self._differences: dict[Hashable, Change] = {}
        self._places: dict[int, tuple[Verdict, Hashable]] = {}

    def difference(self, asked: Asked, judged: Judged) -> Change:
        """Return who enters the core of a case, and who leaves it."""
        looked = self._look(self._before, asked)
        later = self._after if not self._facts_differ else None
        afterwards = replace(looked, rulebook=later) if later else self._look(self._after, asked)
        bases = basis_of(looked), basis_of(afterwards)
        if PlanBasis.ADVICE not in bases:
            return _NONE
        sorts = self._memory.sorts(looked)
        was = self._whole(looked, sorts, judged.before)
        now = self._whole(afterwards, sorts, judged.after)
        key = (bases, asked.case.priorities, self._told(was), self._told(now))
        found = self._differences.get(key)
        if found is None:
            found = self._differences[key] = _difference((was, bases[0]), (now, bases[1]))
        return found

    def _look(self, book: Rulebook, asked: Asked) -> Findings:
        case = self._fitted[id(book)].of(asked.case)
        facts = find_facts(case, book, asked.municipality, self._day)
        return Findings(case, self._day, book, asked.municipality, facts, {}, {})

    def _whole(self, looked: Findings, sorts: tuple[Sorts, Sorts], judged: Findings) -> Findings:
        """Return all that is found: by the edited rules where those reach, else as before."""
        book = looked.rulebook
        verdicts = {**self._memory.verdicts(sorts), **judged.verdicts}
        needs = {**self._memory.needs(sorts), **judged.needs}
        return replace(
            looked,
            needs={id_: needs[id_] for id_ in book.needs},
            verdicts={id_: verdicts[id_] for id_ in book.schemes},
        )

    def _told(self, found: Findings) -> Hashable:
        """Return all that the choice looks at in a case."""
        facts = sorted(found.rulebook.planning_facts & found.facts.keys())
        return (
            tuple(self._place(each, found.rulebook) for each in found.verdicts.values()),
            tuple(each.possible for each in found.needs.values()),
            tuple(found.facts[each].value for each in facts),
        )

    def _place(self, verdict: Verdict, book: Rulebook) -> Hashable:
        """Return what the choice looks at in a verdict; each is kept, so that its id stays its."""
        known = self._places.get(id(verdict))
        if known is None:
            begins = may_begin(book.schemes[verdict.scheme], verdict, self._day)
            told = (verdict.kind, verdict.in_place, verdict.reservations, begins)
            known = self._places[id(verdict)] = (verdict, told)
        return known[1]


@lru_cache(maxsize=4)
def _memory_of(outlook: Outlook) -> Memory:
    """Return what is remembered of the former rules: the next edit of them has the same cases.

    For one thread at a time.
    """
    return Memory(outlook)


def _difference(was: tuple[Findings, PlanBasis], now: tuple[Findings, PlanBasis]) -> Change:
    questions = [
        core_question(found) if basis is PlanBasis.ADVICE else None for found, basis in (was, now)
    ]
    if questions[0] == questions[1]:
        return _NONE
    cores = [chosen_core(each) if each else frozenset[str]() for each in questions]
    return tuple(sorted(cores[1] - cores[0])), tuple(sorted(cores[0] - cores[1]))
