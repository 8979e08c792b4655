"""What would settle an open verdict, found by looking at every answer that the rules tell apart.

Kleene logic calls `A or not A` open; here a verdict is open only when two sets of answers exist
that lead to different verdicts. A calculated figure with several open operands is taken as free,
which can call a verdict open that is not, and never the other way round.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import prod

from wizard.domain.advice import Findings, NeedFinding, Origin, Reason, ReasonKind, Verdict
from wizard.domain.conditions import AllOf, Condition, Severity
from wizard.domain.settling import Power, Settler, SettlingAnswer, WorthAsking
from wizard.domain.values import Unknown
from wizard.engine.findings import judged
from wizard.engine.law import NOT_RELEVANT_ANYWAY, Standing
from wizard.engine.verdicts import standing_of
from wizard.engine.whatif.allowed import Allowed
from wizard.engine.whatif.diagram import FIRST_NODE, Restriction
from wizard.engine.whatif.drawing import severities_of
from wizard.engine.whatif.outlook import Outlook, Tried
from wizard.engine.whatif.space import DEAD

# More combinations of boxes than this are not tried together, only box by box.
_MOST_TOGETHER = 256
_MOST_NAMED = 3
# What it is worth that a question settles a verdict, may settle it, or counts with others.
_WORTH = {Power.ALWAYS: 4, Power.SOME: 2, Power.TOGETHER: 1}
_SETTLING = frozenset({Power.ALWAYS, Power.SOME})
# A step of severity is worth as much as a verdict that may be settled.
_WORTH_OF_SEVERITY = 2
_CAN_BE_ASKED = frozenset({Origin.UNANSWERED, Origin.DONT_KNOW, Origin.MISSING})


class Settling:
    """What one case leaves open, and what would close it."""

    def __init__(self, outlook: Outlook, found: Findings, allowed: Allowed) -> None:
        """Look at the rules with only the values that the case allows."""
        self.outlook = outlook
        self.space = outlook.space
        self.looked = found
        self.findings = found.facts
        self.derived = outlook.rulebook.derived
        # What each calculated figure waits for, and which wait for one question alone.
        self.inputs = {id_: self._open_inputs(id_) for id_ in self.derived}
        self.alone: dict[str, list[str]] = {}
        for id_, inputs in self.inputs.items():
            if len(inputs) == 1:
                (question,) = inputs
                self.alone.setdefault(question, []).append(id_)
        self.allowed = allowed
        self.restriction = Restriction(outlook.diagrams, allowed)

    def found(self, schemes: Collection[str] | None = None) -> Findings:
        """Return the case with its needs settled, and the verdicts on all schemes, or on some."""
        needs = {id_: self.settled_need(each) for id_, each in self.looked.needs.items()}
        walked = judged(replace(self.looked, needs=needs), schemes)
        verdicts = {id_: self.settled(each) for id_, each in walked.verdicts.items()}
        return replace(walked, verdicts=verdicts)

    def settled_need(self, finding: NeedFinding) -> NeedFinding:
        """Return the need with only the severities that some set of answers leads to."""
        diagram = self.outlook.needs.get(finding.need)
        if finding.severity is not None or diagram is None:
            return finding
        terminals = self.restriction.left.terminals(self.restriction.restrict(diagram))
        reached = frozenset[Severity]().union(*map(severities_of, terminals))
        if len(reached) == len(finding.possible):
            return finding
        open_facts = finding.open_facts if len(reached) > 1 else frozenset[str]()
        return replace(finding, possible=tuple(sorted(reached)), open_facts=open_facts)

    def settled(self, verdict: Verdict) -> Verdict:
        """Return the verdict with what the open questions can do to it."""
        diagram = self.outlook.verdicts.get(verdict.scheme)
        if diagram is None:
            return self._untried(verdict)
        allowed = tuple(self.allowed[number] for number in self.outlook.asks[verdict.scheme])
        key = (diagram, allowed, verdict.settled_by, tuple(self.inputs.values()))
        tried = self.outlook.remembered(key, lambda: self._try(diagram, verdict.settled_by))
        found = replace(
            verdict,
            settled=tried.standing is not None,
            settled_by=tried.settled_by,
            settlers=tried.settlers,
            exact=tried.exact,
        )
        return found if tried.standing is None else _certain(found, tried.standing)

    def _untried(self, verdict: Verdict) -> Verdict:
        """Return a verdict that has no diagram: whatever is open in its rules may alter it."""
        if verdict.settled:
            return replace(verdict, exact=False)
        open_ = self._in_order(self._open_in_rules(verdict.scheme).union(verdict.settled_by))
        listed = tuple(Settler(each, Power.TOGETHER) for each in open_)
        return replace(verdict, settled_by=tuple(open_), settlers=listed, exact=False)

    def _open_in_rules(self, scheme: str) -> set[str]:
        """Return the open facts that the rules of a scheme and its companions look at."""
        found = set[str]()
        for fact in self.outlook.looks_at(scheme):
            value = self.findings[fact].value
            found |= value.facts if isinstance(value, Unknown) else set()
        return found

    def _try(self, diagram: int, hangs_on: tuple[str, ...]) -> Tried:
        """Return what comes of every answer to what is open, and to what only seems to count."""
        rest = self.restriction.restrict(diagram)
        if self.restriction.left.terminals(rest) == NOT_RELEVANT_ANYWAY:
            # Settled by kind: whether it is there already is another question.
            rest = int(Standing.NOT_RELEVANT)
        support = self.restriction.left.support(rest)
        asked = self._in_order(self._questions(support).union(hangs_on))
        settlers = [self._settler(each, rest, support) for each in asked]
        settlers.sort(key=lambda each: _POWERS.index(each.power))
        counts = {each.question for each in settlers if each.power is not Power.NEVER}
        return Tried(
            standing=Standing(rest) if rest < FIRST_NODE else None,
            settled_by=tuple(self._in_order(counts)),
            settlers=tuple(settlers),
            exact=not self._shared(support),
        )

    def worth_asking(
        self, verdicts: Iterable[Verdict], needs: Iterable[NeedFinding]
    ) -> tuple[WorthAsking, ...]:
        """Return the open questions that can be asked now, the one that settles most first."""
        moves: dict[str, dict[str, Power]] = {}
        for verdict in verdicts:
            for each in verdict.settlers:
                if each.power is not Power.NEVER:
                    moves.setdefault(each.question, {})[verdict.scheme] = each.power
        severity: dict[str, dict[str, int]] = {}
        for need in needs:
            for question in self._moving(need):
                spread = need.possible[-1].weight - need.possible[0].weight
                severity.setdefault(question, {})[need.need] = spread
        found = [
            _worth(question, moves.get(question, {}), severity.get(question, {}))
            for question in self._in_order({*moves, *severity})
            if self.findings[question].origin in _CAN_BE_ASKED
        ]
        return tuple(sorted(found, key=lambda each: -each.points))

    def _moving(self, need: NeedFinding) -> set[str]:
        if need.severity is not None:
            return set()
        diagram = self.outlook.needs.get(need.need)
        if diagram is None:
            return set(need.open_facts)
        return self._questions(self.restriction.left.support(self.restriction.restrict(diagram)))

    def _open_inputs(self, fact: str) -> frozenset[str]:
        """Return the questions that a calculated figure still waits for."""
        value = self.findings[fact].value
        return value.facts if isinstance(value, Unknown) else frozenset()

    def _questions(self, support: Iterable[int]) -> set[str]:
        """Return the questions behind some variables."""
        found = set[str]()
        for number in support:
            fact = self.space.variables[number].fact
            found |= self.inputs.get(fact, {fact})
        return found

    def _variables(self, question: str, support: frozenset[int]) -> list[int]:
        """Return the variables that an answer to a question gives a value."""
        facts = (question, *self.alone.get(question, ()))
        numbers = (number for id_ in facts for number in self.space.of_fact[id_])
        return [number for number in numbers if number in support]

    def _shared(self, support: frozenset[int]) -> bool:
        """Tell whether two variables rest on one question, so that not all pairs are possible."""
        seen = set[str]()
        for fact in {self.space.variables[number].fact for number in support}:
            behind = self.inputs.get(fact, {fact})
            if not seen.isdisjoint(behind):
                return True
            seen |= behind
        return False

    def _settler(self, question: str, rest: int, support: frozenset[int]) -> Settler:
        numbers = self._variables(question, support)
        if not numbers:
            counts = question in self._questions(support)
            return Settler(question, Power.TOGETHER if counts else Power.NEVER)
        ends = {number: self.restriction.ends(rest, number) for number in numbers}
        answers = self._one_by_one(ends)
        if len(numbers) == 1:
            return _ranked(question, ends[numbers[0]], answers)
        if prod(map(len, ends.values())) > _MOST_TOGETHER:
            return Settler(question, Power.SOME if answers else Power.TOGETHER, answers)
        tried = [(answer, self.restriction.end(rest, answer)) for answer in self._answers(numbers)]
        settling = [(answer, end) for answer, end in tried if end is not None]
        return _ranked(question, [end for _, end in tried], answers or self._together(settling))

    def _answers(self, numbers: list[int]) -> Iterator[dict[int, int]]:
        ranges = [range(len(self.allowed[number])) for number in numbers]
        for places in product(*ranges):
            yield dict(zip(numbers, places, strict=True))

    def _one_by_one(self, ends: Mapping[int, Sequence[int | None]]) -> tuple[SettlingAnswer, ...]:
        """Return the answers to one variable that settle the verdict, alike ones together."""
        found: list[SettlingAnswer] = []
        for number, leads_to in ends.items():
            alike: dict[int, list[int]] = {}
            for value, end in zip(self.allowed[number], leads_to, strict=True):
                if end is not None and value != DEAD:
                    alike.setdefault(end, []).append(value)
            found += [_answer(self.space.means(number, alike[end]), end) for end in sorted(alike)]
        return tuple(found)

    def _together(self, settling: list[tuple[dict[int, int], int]]) -> tuple[SettlingAnswer, ...]:
        """Return the first few combinations that settle the verdict, where no single box does."""
        return tuple(
            _answer(AllOf(tuple(self._meanings(answer))), end)
            for answer, end in settling[:_MOST_NAMED]
        )

    def _meanings(self, answer: Mapping[int, int]) -> Iterator[Condition]:
        for number, place in answer.items():
            yield self.space.means(number, [self.allowed[number][place]])

    def _in_order(self, questions: set[str]) -> list[str]:
        return [id_ for id_ in self.space.facts if id_ in questions]


_POWERS = tuple(Power)


def _ranked(
    question: str, ends: Sequence[int | None], answers: tuple[SettlingAnswer, ...]
) -> Settler:
    """Return what a question can do, where its answers lead to these ends."""
    if all(end is not None for end in ends):
        return Settler(question, Power.ALWAYS, answers)
    if any(end is not None for end in ends):
        return Settler(question, Power.SOME, answers)
    return Settler(question, Power.TOGETHER)


def _answer(condition: Condition, terminal: int) -> SettlingAnswer:
    standing = Standing(terminal)
    return SettlingAnswer(condition, standing.kind, standing is Standing.IN_PLACE)


def _certain(verdict: Verdict, standing: Standing) -> Verdict:
    """Return the verdict that every set of answers leads to, whatever Kleene logic says."""
    if standing is standing_of(verdict):
        return verdict
    return replace(
        verdict,
        kind=standing.kind,
        in_place=standing is Standing.IN_PLACE,
        reasons=(Reason(ReasonKind.WHATEVER),),
    )


def _worth(question: str, moves: Mapping[str, Power], severity: Mapping[str, int]) -> WorthAsking:
    return WorthAsking(
        question,
        tuple(scheme for scheme, power in moves.items() if power in _SETTLING),
        tuple(moves),
        tuple(severity),
        sum(_WORTH[power] for power in moves.values())
        + sum(_WORTH_OF_SEVERITY * each for each in severity.values()),
    )
