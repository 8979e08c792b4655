"""Values of facts in rule files: typed by the fact they belong to."""

from dataclasses import dataclass

from wizard.domain.answers import read_value
from wizard.domain.case import DONT_KNOW, Answer
from wizard.domain.days import until_this_year
from wizard.domain.facts import Fact, FactType
from wizard.domain.faults import BadValue
from wizard.domain.values import Value
from wizard.rulebook.numbers import refuse_value
from wizard.rulebook.reading import Kind, Reading, Refused
from wizard.rulebook.shapes import Shape, fields, scalar
from wizard.rulebook.tree import Node, Scalar, Series

DONT_KNOW_WORD = "vet_ikke"


def read_fact_value(fact: Fact, node: Node, reading: Reading) -> Value:
    """Return what the node says that the fact is worth."""
    raw: str | list[str]
    if isinstance(node, Series):
        raw = [scalar(item, reading).text for item in node.items]
    else:
        raw = scalar(node, reading).text
    known = fact if reading.today is None else until_this_year(fact, reading.today)
    try:
        return read_value(known, raw, reading.prefilled.get(fact.id))
    except BadValue as bad:
        refuse_value(node.place, reading, bad, fact.id)


def read_single(fact: Fact, node: Node, reading: Reading) -> Value:
    """Return one value of a fact; of one that can have several, one of its options."""
    if fact.type is not FactType.MANY:
        return read_fact_value(fact, node, reading)
    values = read_fact_value(fact, Series(node.place, [node]), reading)
    return next(iter(values)) if isinstance(values, frozenset) else values


@dataclass(frozen=True)
class FactValues(Shape[dict[str, Answer]]):
    """A mapping from facts to values. With `dont_know`, the word `vet_ikke` is a value too."""

    dont_know: bool = False

    def read(self, node: Node, reading: Reading) -> dict[str, Answer]:
        """Read every value before giving up."""
        found = fields(node, reading)
        values: dict[str, Answer] = {}
        for id_, entry in found.entries.items():
            reading.refer(Kind.FACT, id_, entry.key.place, uses=False)
            try:
                values[id_] = self._value(id_, entry.value, reading)
            except Refused:
                continue
        if len(values) < len(found.entries):
            raise Refused
        return values

    def _value(self, id_: str, node: Node, reading: Reading) -> Answer:
        if self.dont_know and isinstance(node, Scalar) and node.text == DONT_KNOW_WORD:
            return DONT_KNOW
        fact = reading.facts.get(id_)
        if fact is None:
            raise Refused
        return read_fact_value(fact, node, reading)
