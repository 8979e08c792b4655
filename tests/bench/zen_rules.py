"""The same conditions for zen-engine, the rule engine in Rust that Python people can install.

It judges cases where every fact is known, since it knows no third truth value.

There are three ways to have a whole rulebook judged in one call, and they differ tenfold. As the
project's own quickstart does it, a decision is made from its JSON text; zen then reads the
expressions anew in every call. A decision that a loader brings is compiled once. Fastest is no
decision at all: one long expression whose value is a list, with every need written out wherever
it is asked for.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import zen
from cases import Values
from zen_language import Expressions, plain

from wizard.domain.rulebook import Rulebook

VERSION = f"zen-engine {version('zen-engine')}"

Context = dict[str, Any]
Codes = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to use zen: what a call is, and how to read the codes out of what it returns."""

    id: str
    name: str
    call: Callable[[Context], Any]
    codes: Callable[[Any], Codes]


class ZenRules:
    """The rulebook as zen takes it."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Write the rulebook both ways: with names for what is found, and as one list."""
        expressions = Expressions(rulebook)
        self.facts = expressions.facts
        self.decision = _decision(expressions.named())
        self.expression = expressions.listed()
        self.codes = [f"c{number}" for number in range(len(rulebook.schemes))]

    def context(self, values: Values) -> Context:
        """Return the facts that the rules look at, as JSON has them."""
        return {name: plain(values[fact]) for fact, name in self.facts.items()}

    def ways(self) -> tuple[Way, ...]:
        """Return every way to judge the whole rulebook in one call, the slowest first."""
        made = zen.ZenEngine().create_decision(self.decision)
        content = {"rules": json.loads(self.decision)}
        engine = zen.ZenEngine({"loader": {"type": "static", "content": content}})
        expression = zen.compile_expression(self.expression)

        def loaded(context: Context) -> object:
            return engine.evaluate("rules", context)

        return (
            Way("text", "a decision made from its text", made.evaluate, self._of_decision),
            Way("loaded", "a decision that a loader brought", loaded, self._of_decision),
            Way("expression", "one long expression", expression.evaluate, _of_list),
        )

    def _of_decision(self, found: Any) -> Codes:  # noqa: ANN401 - JSON
        return tuple(int(found["result"][code]) for code in self.codes)


def _of_list(found: list[float]) -> Codes:
    return tuple(map(int, found))


def _decision(expressions: Mapping[str, str]) -> str:
    """Return a decision with one node, which works out the expressions in order."""
    place = {"x": 0, "y": 0}
    rows = [{"id": key, "key": key, "value": value} for key, value in expressions.items()]
    rules = {"expressions": rows, "passThrough": False}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": place},
        {"id": "do", "type": "expressionNode", "name": "do", "position": place, "content": rules},
        {"id": "out", "type": "outputNode", "name": "out", "position": place},
    ]
    edges = [
        {"id": f"{start}-{end}", "type": "edge", "sourceId": start, "targetId": end}
        for start, end in (("in", "do"), ("do", "out"))
    ]
    return json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False)
