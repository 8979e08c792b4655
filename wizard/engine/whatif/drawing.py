"""Conditions as diagrams: the truth of each for every answer, and what it makes of a need.

Truths are terminals here, with nothing open: what is unknown is what no answer can make known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce

from wizard.domain.conditions import AllOf, AnyOf, FactTest, NeedTest, Not, Severity
from wizard.domain.facts import Question
from wizard.domain.values import Truth, Unknown, all_met, any_met
from wizard.engine import law
from wizard.engine.conditions import compare, interpret
from wizard.engine.whatif.diagram import Diagrams, OnTerminals, TooLarge
from wizard.engine.whatif.space import Space

# Truths as terminals: a place in this row.
TRUTHS = (Truth.NOT_MET, Truth.MET, Truth.UNKNOWN)
NOT_MET, MET, UNKNOWN = range(3)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The algebra of diagrams: the truth of a condition for every answer.

    `needs` are the diagrams of the needs that could be drawn.

    `relaxed`: every fact that the municipality can change is made unknown.
    """

    diagrams: Diagrams
    space: Space
    needs: Mapping[str, int]
    relaxed: bool = False

    def need(self, leaf: NeedTest) -> int:
        """Return whether a need is as severe as the leaf asks, for every answer."""

        def truth(severities: int) -> int:
            return TRUTHS.index(law.at_least(leaf.at_least, severities_of(severities)))

        return self.diagrams.apply(truth, drawn(self.needs, leaf.need))

    def flipped(self, _condition: Not, part: int) -> int:
        """Return what is met where the part is not."""
        return self.diagrams.apply(_flipped, part)

    def every(self, _condition: AllOf, parts: tuple[int, ...]) -> int:
        """Return what is met where all parts are."""
        return reduce(lambda a, b: self.diagrams.apply(_both, a, b), parts, MET)

    def some(self, _condition: AnyOf, parts: tuple[int, ...]) -> int:
        """Return what is met where a part is."""
        return reduce(lambda a, b: self.diagrams.apply(_either, a, b), parts, NOT_MET)

    def fact(self, leaf: FactTest) -> int:
        """Return whether a leaf about a fact is met, for every answer that counts."""
        fact = self.space.rulebook.facts[leaf.fact]
        if self.relaxed and fact.changed_by.by_municipality:
            return UNKNOWN
        diagrams = self.diagrams
        tested = [
            diagrams.node(variable, (UNKNOWN, *map(int, met)))
            for variable, met in self.space.tested(leaf)
        ]
        found = reduce(lambda a, b: diagrams.apply(_either, a, b), tested) if tested else UNKNOWN
        if not isinstance(fact, Question) or fact.applies is None:
            return found
        otherwise = self._otherwise(fact, leaf)

        def asked(applies: int, answer: int) -> int:
            return (otherwise, answer, UNKNOWN)[applies]

        # Whether a question is asked is as it is, whatever could become of other facts.
        applies = interpret(fact.applies, Drawing(self.diagrams, self.space, self.needs))
        return diagrams.apply(asked, applies, found)

    def _otherwise(self, question: Question, leaf: FactTest) -> int:
        """Return the truth of a leaf when the question does not apply."""
        operand = self.space.operand(leaf)
        if question.otherwise is None or isinstance(operand, Unknown):
            return UNKNOWN
        return int(compare(leaf.operator, question.otherwise, operand))


def drawn(diagrams: Mapping[str, int], id_: str) -> int:
    """Return a diagram; one that was too large makes whatever rests on it too large.

    Raises:
        TooLarge: it was not drawn.

    """
    if id_ not in diagrams:
        raise TooLarge
    return diagrams[id_]


def severities_of(terminal: int) -> frozenset[Severity]:
    """Return the severities that a terminal of a need's diagram stands for: one bit for each."""
    return frozenset(each for each in Severity if terminal >> each & 1)


def severities(severe: int, some: int) -> int:
    """Return the terminal of a need, from those of its two conditions."""
    return sum(1 << each for each in law.severities(TRUTHS[severe], TRUTHS[some]))


def _on_truths(function: Callable[..., Truth]) -> OnTerminals:
    """Lift a function of truths to terminals."""
    return lambda *terminals: TRUTHS.index(function(*(TRUTHS[each] for each in terminals)))


_flipped = _on_truths(lambda truth: ~truth)
_both = _on_truths(lambda *truths: all_met(truths))
_either = _on_truths(lambda *truths: any_met(truths))
