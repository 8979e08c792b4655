"""Which values every variable of the diagrams can still have in one case."""

from collections.abc import Iterable
from decimal import Decimal

from wizard.domain.advice import Findings
from wizard.domain.case import DontKnow
from wizard.domain.facts import DerivedFigure, Operation, Question
from wizard.domain.values import Unknown
from wizard.engine.whatif.outlook import Outlook
from wizard.engine.whatif.ranges import Range, reach
from wizard.engine.whatif.space import DEAD

Allowed = dict[int, tuple[int, ...]]


def allowed_values(outlook: Outlook, found: Findings) -> Allowed:
    """Return the values that each variable can have: one where the fact is known."""
    finder = _Finder(outlook, found)
    return {
        number: places
        for fact in outlook.rulebook.facts
        for number, places in finder.of(fact).items()
    }


def free_values(outlook: Outlook, facts: Iterable[str]) -> Allowed:
    """Return every value that the variables of some facts could have, were nothing known."""
    space = outlook.space
    return {
        number: space.possible(number, _widest(outlook, fact))
        for fact in facts
        for number in space.of_fact[fact]
    }


def _widest(outlook: Outlook, fact: str) -> Range:
    derived = outlook.rulebook.derived.get(fact)
    if derived is None:
        return outlook.space.asked_range(fact)
    return reach(derived.operation, [_widest(outlook, each) for each in derived.operands])


class _Finder:
    def __init__(self, outlook: Outlook, found: Findings) -> None:
        self.rulebook = outlook.rulebook
        self.facts = outlook.rulebook.facts
        self.questions = outlook.rulebook.questions
        self.derived = outlook.rulebook.derived
        self.space = outlook.space
        self.answers = found.case.answers
        self.findings = found.facts

    def of(self, fact: str) -> Allowed:
        """Return the values that each variable of a fact can have."""
        known, value = self.facts[fact], self.findings[fact].value
        if isinstance(known, Question):
            # Its own answer: whether the question applies is a part of the diagrams.
            answer = self.answers.get(fact)
            if answer is None or isinstance(answer, DontKnow):
                value = Unknown(frozenset({fact}))
            else:
                value = answer
        if not isinstance(value, Unknown):
            return {number: (place,) for number, place in self.space.places(fact, value).items()}
        if not value.facts or self._dead(fact):
            return dict.fromkeys(self.space.of_fact[fact], (DEAD,))
        may_die = (DEAD,) if self._may_die(fact) else ()
        ends = self._range(fact)
        return {
            number: (*may_die, *self.space.possible(number, ends))
            for number in self.space.of_fact[fact]
        }

    def _range(self, fact: str) -> Range:
        """Return between what a number can lie, with all that is open free within its range."""
        value = self.findings[fact].value
        if isinstance(value, Decimal):
            return value, value
        if fact in self.derived:
            derived = self.derived[fact]
            return reach(derived.operation, [self._range(each) for each in derived.operands])
        return self.space.asked_range(fact)

    def _dead(self, fact: str) -> bool:
        """Tell whether no answer can make a fact known: it, or an operand, hangs on nothing."""
        if fact not in self.derived:
            value = self.findings[fact].value
            return isinstance(value, Unknown) and not value.facts
        return any(self._dead(each) for each in self.derived[fact].operands)

    def _may_die(self, fact: str) -> bool:
        """Tell whether some answers make a fact impossible to calculate."""
        if fact in self.questions:
            return False
        return fact in self.derived and self._fragile(self.derived[fact])

    def _fragile(self, derived: DerivedFigure) -> bool:
        for each in derived.operands:
            asked_sometimes = each in self.questions and self.questions[each].applies is not None
            if asked_sometimes or self._may_die(each):
                return True
        if derived.operation not in {Operation.RATIO, Operation.PERCENT_OF}:
            return False
        divisor = derived.operands[1]
        low, _ = self.space.asked_range(divisor)
        return isinstance(self.findings[divisor].value, Unknown) and (low is None or low <= 0)
