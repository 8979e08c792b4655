"""What was found of a case, remembered for all that the rules cannot tell from it.

A verdict, and a severity, is a function of what the rules can tell of the few facts that they look
at. There are thousands of cases and few such sets, so each is judged once.
"""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Generic, TypeVar

from wizard.domain.advice import Findings, NeedFinding, Origin, Verdict
from wizard.domain.conditions import facts_in, needs_in
from wizard.domain.rulebook import Rulebook
from wizard.domain.values import FactValue, Unknown
from wizard.engine.findings import with_needs
from wizard.engine.law import with_company
from wizard.engine.whatif.allowed import Allowed, allowed_values
from wizard.engine.whatif.outlook import Outlook, scheme_conditions
from wizard.engine.whatif.settling import Settling

Found = TypeVar("Found", Verdict, NeedFinding)
Sorts = tuple[int, ...]


class Memory:
    """Judges cases by one outlook, each sort of verdict and need once."""

    def __init__(self, outlook: Outlook) -> None:
        """Remember the verdict on every scheme, and every need."""
        book, day = outlook.rulebook, outlook.day
        self._outlook = outlook
        self._telling = _Telling(outlook)
        self._in_need = {id_: facts_in((n.severe, n.some)) for id_, n in book.needs.items()}
        self._needs = _Shelf[NeedFinding](self._in_need)
        self._verdicts = _Shelf[Verdict]({id_: _looks_at(id_, book, day) for id_ in book.schemes})
        self._sorts: dict[Hashable, tuple[Sorts, Sorts]] = {}

    def sorts(self, looked: Findings) -> tuple[Sorts, Sorts]:
        """Return what sort of case it is for every scheme and need, judged if it is the first."""
        told = self._telling.of(looked)
        key = tuple(told.values())
        if key not in self._sorts:  # one in ten is: few cases differ in what the rules can tell
            self._sorts[key] = self._found(looked, told)
        return self._sorts[key]

    def _found(self, looked: Findings, told: dict[str, Hashable]) -> tuple[Sorts, Sorts]:
        needs = self._needs.sorts(told)
        if self._needs.lacking(needs):
            self._needs.keep(needs, self._settling(looked).found(()).needs)
        for id_, each in self._needs.of(needs).items():
            told[_need(id_)] = self._told_of_need(id_, each, told)
        schemes = self._verdicts.sorts(told)
        if lacking := self._verdicts.lacking(schemes):
            self._verdicts.keep(schemes, self._settling(looked).found(lacking).verdicts)
        return schemes, needs

    def verdicts(self, sorts: tuple[Sorts, Sorts]) -> dict[str, Verdict]:
        """Return the verdicts of such a case."""
        return self._verdicts.of(sorts[0])

    def needs(self, sorts: tuple[Sorts, Sorts]) -> dict[str, NeedFinding]:
        """Return the needs of such a case."""
        return self._needs.of(sorts[1])

    def _settling(self, looked: Findings) -> Settling:
        allowed = allowed_values(self._outlook, looked)
        return Settling(self._outlook, with_needs(looked), allowed)

    def _told_of_need(
        self, id_: str, finding: NeedFinding, told: Mapping[str, Hashable]
    ) -> Hashable:
        """Return all that counts of a need: how severe it is, or what it hangs on while open."""
        if finding.severity is not None:
            return finding.severity
        return (finding.possible, *(told[fact] for fact in self._in_need[id_]))


def _need(id_: str) -> str:
    """Return what a need is called among the facts."""
    return f"behov:{id_}"


def _looks_at(id_: str, book: Rulebook, day: date) -> tuple[str, ...]:
    """Return the facts and needs in the conditions of a scheme and its companions."""
    company = with_company(book.schemes, [id_]).values()
    conditions = [each for one in company for each in scheme_conditions(one, day)]
    return (*facts_in(conditions), *map(_need, needs_in(conditions)))


class _Shelf(Generic[Found]):
    """What was found of each scheme or need, by what is told of what its rules look at."""

    def __init__(self, looks_at: Mapping[str, tuple[str, ...]]) -> None:
        self._looks_at = looks_at
        self._numbers: dict[str, dict[Hashable, int]] = {id_: {} for id_ in looks_at}
        self._found: dict[str, dict[int, Found]] = {id_: {} for id_ in looks_at}

    def sorts(self, told: Mapping[str, Hashable]) -> Sorts:
        """Return the number of the sort of case this is for each; a new one for the first."""
        return tuple(
            numbers.setdefault(tuple(map(told.__getitem__, self._looks_at[id_])), len(numbers))
            for id_, numbers in self._numbers.items()
        )

    def lacking(self, sorts: Sorts) -> list[str]:
        """Return those of which nothing has been found for such a case."""
        each = zip(self._found.items(), sorts, strict=True)
        return [id_ for (id_, found), sort in each if sort not in found]

    def keep(self, sorts: Sorts, found: Mapping[str, Found]) -> None:
        """Keep what is found for all cases like it."""
        for id_, sort in zip(self._found, sorts, strict=True):
            if id_ in found:
                self._found[id_].setdefault(sort, found[id_])

    def of(self, sorts: Sorts) -> dict[str, Found]:
        """Return what was found for such a case."""
        each = zip(self._found.items(), sorts, strict=True)
        return {id_: found[sort] for (id_, found), sort in each}


class _Telling:
    """All that the rules can tell of each fact of a case, as a number.

    Its own answer, the place of its value, and what it hangs on where it is unknown; each kept by
    what it comes of. While it is open whether a question is asked, also all that this hangs on.
    """

    def __init__(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._facts = outlook.rulebook.facts
        self._operands = {
            id_: tuple(sorted(outlook.behind(id_))) for id_ in outlook.rulebook.derived
        }
        self._asked = {
            id_: tuple(sorted(outlook.facts_behind(each.applies)))
            for id_, each in outlook.rulebook.questions.items()
            if each.applies
        }
        self._known: dict[Hashable, int] = {}
        self._numbers: dict[Hashable, int] = {}

    def of(self, looked: Findings) -> dict[str, Hashable]:
        """Return what is told of every fact."""
        told: dict[str, Hashable] = {}
        answers, facts = looked.case.answers, looked.facts
        allowed: Allowed | None = None
        for id_ in self._facts:
            value = facts[id_].value
            key: Hashable = (id_, answers.get(id_), value)
            if id_ in self._operands and isinstance(value, Unknown):
                key = (key, *(facts[each].value for each in self._operands[id_]))
            number = self._known.get(key)
            if number is None:
                places = self._places(id_, value)
                # What is known allows nothing but itself; a question has its own answer too.
                if places is not None and id_ not in self._outlook.rulebook.questions:
                    own: tuple[tuple[int, ...], ...] = tuple((each,) for each in places)
                else:
                    allowed = allowed or allowed_values(self._outlook, looked)
                    own = tuple(allowed[each] for each in self._outlook.space.of_fact[id_])
                number = self._known[key] = self._number(own, places, value)
            told[id_] = number
        for id_, behind in self._asked.items():
            if facts[id_].origin is Origin.WAITING:
                told[id_] = (told[id_], *(told[each] for each in behind))
        return told

    def _places(self, fact: str, value: FactValue) -> tuple[int, ...] | None:
        """Return where a known value lies; nothing for what is unknown."""
        if isinstance(value, Unknown):
            return None
        return tuple(self._outlook.space.places(fact, value).values())

    def _number(
        self, own: tuple[tuple[int, ...], ...], places: tuple[int, ...] | None, value: FactValue
    ) -> int:
        told = value.facts if isinstance(value, Unknown) else places
        return self._numbers.setdefault((own, told), len(self._numbers))
