"""What the municipality would have to change to make a yes of a verdict, and as little as possible.

Only requirements are to be changed, and only facts that the municipality decides, now or over time.
Whether the situation calls for a scheme is not a thing to change: nobody is advised to get a need.
Open questions are left open: where they remain, the change makes it "recommended if".
"""

from collections.abc import Iterable
from dataclasses import replace

from wizard.domain.advice import Change, Findings, Verdict
from wizard.domain.conditions import facts_in
from wizard.domain.facts import ChangedBy, Question
from wizard.domain.schemes import VerdictKind
from wizard.domain.values import Unknown
from wizard.engine.law import Standing
from wizard.engine.whatif.allowed import Allowed
from wizard.engine.whatif.diagram import FIRST_NODE, Restriction
from wizard.engine.whatif.outlook import Outlook

# What is done: variables moved to a value each. All of these of equal size.
Moves = frozenset[tuple[int, int]]
_MOST_WAYS = 24
_MOST_TOLD = 3
_NOT_YET = frozenset({VerdictKind.AFTER_CHANGE, VerdictKind.CONDITIONAL})


class Changing:
    """What one case could become, if the municipality changed what it can."""

    def __init__(self, outlook: Outlook, found: Findings, allowed: Allowed) -> None:
        """Keep the case; the diagrams are looked at when a verdict asks for it."""
        self.outlook = outlook
        self.space = outlook.space
        facts = outlook.rulebook.facts
        self.can_change = {
            id_
            for id_, fact in facts.items()
            if isinstance(fact, Question)
            and fact.changed_by.by_municipality
            and not isinstance(found.facts[id_].value, Unknown)
        }
        self.now = allowed
        free = dict(allowed)
        for id_ in self.can_change:
            ends = self.space.asked_range(id_)
            free |= {n: self.space.possible(n, ends) for n in self.space.of_fact[id_]}
        self.restriction = Restriction(outlook.diagrams, free)

    def with_ways(self, verdict: Verdict) -> Verdict:
        """Return the verdict with what the municipality would have to change."""
        ways = self.ways(verdict)
        return replace(verdict, ways=ways) if ways else verdict

    def ways(self, verdict: Verdict) -> tuple[tuple[Change, ...], ...]:
        """Return the smallest sets of changes that make a yes of a verdict, least effort first."""
        diagram = self.outlook.verdicts.get(verdict.scheme)
        if diagram is None or verdict.kind not in _NOT_YET:
            return ()
        movable = {
            number
            for fact in self._in_requirements(verdict.scheme) & self.can_change
            for number in self.space.of_fact[fact]
        }
        found = self._least(self.restriction.restrict(diagram), movable, {})
        if not found or frozenset() in found:
            return ()
        ways = {self._told(each, found) for each in found}
        return tuple(sorted(ways, key=self._effort))[:_MOST_TOLD]

    def _in_requirements(self, scheme: str) -> set[str]:
        """Return the facts that the requirements of a scheme and its companions look at."""
        schemes = self.outlook.rulebook.schemes
        found = set[str]()
        for id_ in (scheme, *schemes[scheme].only_with):
            edition = schemes[id_].edition_on(self.outlook.day)
            requirements = edition.requirements if edition else ()
            found.update(facts_in(each.condition for each in requirements))
        return found

    def _least(self, rest: int, movable: set[int], done: dict[int, set[Moves]]) -> set[Moves]:
        """Return the smallest sets of moves that can lead to "recommended" from here."""
        if rest < FIRST_NODE:
            return {frozenset()} if rest == Standing.RECOMMENDED else set()
        found = done.get(rest)
        if found is None:
            found = done[rest] = _smallest(self._from_here(rest, movable, done))
        return found

    def _from_here(
        self, rest: int, movable: set[int], done: dict[int, set[Moves]]
    ) -> Iterable[Moves]:
        number, branches = self.restriction.left.opened(rest)
        now = self.now[number]
        for place, branch in zip(self.restriction.allowed[number], branches, strict=True):
            if place in now:
                yield from self._least(branch, movable, done)
            elif number in movable:
                for moves in self._least(branch, movable, done):
                    yield moves | {(number, place)}

    def _told(self, moves: Moves, all_moves: set[Moves]) -> tuple[Change, ...]:
        """Return the changes of a way, each as wide as the other ways of the same kind allow."""
        return tuple(
            Change(
                self.space.variables[number].fact,
                self.space.means(
                    number,
                    {
                        other
                        for other in self.restriction.allowed[number]
                        if moves - {(number, place)} | {(number, other)} in all_moves
                    },
                ),
            )
            for number, place in sorted(moves)
        )

    def _effort(self, way: tuple[Change, ...]) -> tuple[int, int, list[int]]:
        """Order ways: what can be decided now before what takes time, then as asked."""
        facts = self.outlook.rulebook.facts
        order = list(facts)
        slow = sum(facts[each.fact].changed_by is ChangedBy.OVER_TIME for each in way)
        return len(way), slow, [order.index(each.fact) for each in way]


def _smallest(ways: Iterable[Moves]) -> set[Moves]:
    found = set(ways)
    least = min(map(len, found), default=0)
    return set(sorted((each for each in found if len(each) == least), key=sorted)[:_MOST_WAYS])
