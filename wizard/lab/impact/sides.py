"""The two rulebooks on one day, cut down to what an edit can reach.

Cases that the rules of either cannot tell apart have one key, and are judged once.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from wizard.domain.advice import Findings
from wizard.domain.case import Answer, Case, DontKnow
from wizard.domain.facts import ReferenceFigure
from wizard.domain.impact import Pair
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.engine.facts import find_facts
from wizard.engine.whatif.outlook import Outlook
from wizard.lab.impact.memory import Memory, Sorts
from wizard.lab.impact.reach import part_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair with the case that it stands for."""

    pair: Pair
    case: Case
    municipality: Municipality


def fitting(case: Case, book: Rulebook) -> Case:
    """Return the case with only the answers that a rulebook asks for and takes."""
    kept = {id_: each for id_, each in case.answers.items() if _fits(id_, each, book)}
    return case if len(kept) == len(case.answers) else replace(case, answers=kept)


def _fits(id_: str, answer: Answer, book: Rulebook) -> bool:
    fact = book.facts.get(id_)
    if fact is None:
        return False
    if isinstance(answer, DontKnow):
        return True
    if fact.type.is_number:
        return isinstance(answer, Decimal)
    if not fact.options:
        return isinstance(answer, str | date)
    chosen = answer if isinstance(answer, frozenset) else frozenset({answer})
    return chosen <= {option.id for option in fact.options}


class Fitting:
    """Fits cases to a rulebook, those with the same answers once."""

    def __init__(self, book: Rulebook) -> None:
        """Begin with no answers seen."""
        self._book = book
        # The answers are kept, so that their id stays theirs.
        self._seen: dict[int, tuple[Mapping[str, Answer], Mapping[str, Answer]]] = {}

    def of(self, case: Case) -> Case:
        """Return the case as `fitting` does."""
        known = self._seen.get(id(case.answers))
        if known is None:
            known = (case.answers, fitting(case, self._book).answers)
            self._seen[id(case.answers)] = known
        return case if known[1] is case.answers else replace(case, answers=known[1])


def of_everyone(
    before: Rulebook, after: Rulebook, municipalities: Iterable[Municipality], day: date
) -> Iterator[Asked]:
    """Yield each municipality with no answers, and with those of each journey, on a day.

    The answers are those given by the rules before: a question that is new has no answer yet, as in
    every case there is. A journey's corrections of figures are of its own place, so no other is
    given them.
    """
    cases = {"": Case("", day, Language.NB)}
    for id_, journey in {**after.journeys, **before.journeys}.items():
        answers = {
            fact: each
            for fact, each in journey.case.answers.items()
            if not isinstance(after.facts.get(fact), ReferenceFigure)
        }
        cases[id_] = Case("", day, Language.NB, answers, priorities=journey.case.priorities)
    for one in municipalities:
        for id_, case in cases.items():
            own = replace(case, municipality_number=one.number)
            yield Asked(Pair(day, one.number, id_), own, one)


class Side:
    """One rulebook on a day, with the rules that judge some schemes and needs."""

    def __init__(
        self,
        book: Rulebook,
        day: date,
        schemes: Collection[str],
        needs: Collection[str],
        facts: Collection[str] = (),
    ) -> None:
        """Draw what these rest on; some more `facts` are only looked up."""
        self.book = book
        self.day = day
        self.part = part_of(book, day, schemes, needs, facts)
        self._memory = Memory(Outlook(self.part, day))
        self._fitting = Fitting(book)

    def look(self, asked: Asked) -> Findings:
        """Return the facts of a case that these rules look at, with no need and no verdict yet."""
        case = self._fitting.of(asked.case)
        facts = find_facts(case, self.part, asked.municipality, self.day)
        return Findings(case, self.day, self.part, asked.municipality, facts, {}, {})

    def sorts(self, looked: Findings) -> tuple[Sorts, Sorts]:
        """Return what is equal for all cases that these rules judge alike."""
        return self._memory.sorts(looked)

    def judged(self, looked: Findings, sorts: tuple[Sorts, Sorts]) -> Findings:
        """Return its needs and verdicts, settled as in full advice."""
        needs, verdicts = self._memory.needs(sorts), self._memory.verdicts(sorts)
        return replace(looked, needs=needs, verdicts=verdicts)
