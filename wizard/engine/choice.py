"""The exact choice among candidates: the best set by the goal in `goal`, within limits.

A solver finds it. What is equal in everything but the id is asked about once, so that a copied rule
file costs nothing; and the search is cut off after so many conflicts, whatever stands in the rules.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import clingo

from wizard.domain.plan_rules import Tier
from wizard.engine.goal import GOAL

# Tens of thousands are more than a hundred times what the hardest known case takes.
MOST_CONFLICTS = 50_000
# The ranks of the last parts of the goal stand in the program; aims and points come above them.
_FIRST_RANK = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A scheme that could be chosen.

    `levels` says how many points it is worth at each place where it counts. `waits` is whether it
    is not sure yet: conditional, possible only after a change, or with money nobody has confirmed.
    `work` is staff-weeks and `money` own money, in units that make them whole. Of each set in
    `wants`, one member must be in too. No candidate in `rivals` may be in beside it.
    """

    id: str
    levels: Mapping[str, int]
    waits: bool = False
    work: int = 0
    money: int = 0
    wants: tuple[frozenset[str], ...] = ()
    rivals: frozenset[str] = frozenset()
    strengthens: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Aim:
    """Something worth having for its own sake; each of the candidates in `by` gives it."""

    tier: Tier
    about: str
    by: frozenset[str]

    def met(self, ids: Collection[str]) -> bool:
        """Tell whether a set meets it."""
        return not self.by.isdisjoint(ids)


@dataclass(frozen=True, slots=True)
class Points:
    """Stands in a goal where all points together have their turn."""


POINTS = Points()
Goal = Sequence[Aim | Points]


@dataclass(frozen=True, slots=True)
class Limits:
    """The most members, work and money a set may have; `None` is as much as there is."""

    members: int | None = None
    work: int | None = None
    money: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen set. `exact` is false where the search was cut off: there may be a better one."""

    ids: frozenset[str]
    exact: bool = True


def best_set(
    candidates: Sequence[Candidate],
    goal: Goal,
    limits: Limits = Limits(),
    *,
    must: Collection[str] = (),
    one_of: Collection[Aim] = (),
) -> Choice | None:
    """Return the best set that has all in `must` and meets one of some aims.

    Nothing where there is no such set.
    """
    question = _Question(candidates, goal, must)
    facts = [*question.facts(), *_limits(limits), *question.one_of(one_of)]
    # Measured: where room is scarce it is fastest to begin anew from each better set; where it is
    # not, to begin with everything and see what cannot be had.
    how = "--opt-strategy=usc" if limits == Limits() else "--restart-on-model"
    options = [f"--solve-limit={MOST_CONFLICTS}", how]
    control = clingo.Control(options)
    control.add("base", [], GOAL + " ".join(facts))
    control.ground([("base", [])])
    found: list[frozenset[str]] = []

    def keep(model: clingo.Model) -> None:
        atoms = model.symbols(shown=True)
        found.append(frozenset(question.ids[atom.arguments[0].number] for atom in atoms))

    result = control.solve(on_model=keep)
    return Choice(found[-1], exact=bool(result.exhausted)) if found else None


def _limits(limits: Limits) -> Iterable[str]:
    if limits.members is not None:
        yield f"most_members({limits.members})."
    if limits.work is not None:
        yield f"most_work({limits.work})."
    if limits.money is not None:
        yield f"most_money({limits.money})."


class _Question:
    """A choice as facts for the solver, the candidates by number in the order of their ids."""

    def __init__(self, candidates: Sequence[Candidate], goal: Goal, must: Collection[str]) -> None:
        asked = _asked(candidates, goal, must)
        self.candidates = sorted(
            (each for each in candidates if each.id in asked), key=lambda each: each.id
        )
        self.ids = [each.id for each in self.candidates]
        self.number = {id_: number for number, id_ in enumerate(self.ids)}
        self.goal = goal
        self.must = must

    def facts(self) -> Iterable[str]:
        """Yield everything but the limits."""
        places = sorted({place for each in self.candidates for place in each.levels})
        number = {place: number for number, place in enumerate(places)}
        for x, each in enumerate(self.candidates):
            yield f"candidate({x}). work({x},{each.work}). money({x},{each.money})."
            if each.waits:
                yield f"waits({x})."
            for place, points in each.levels.items():
                yield f"level({x},{number[place]},{points})."
            yield from (f"rival({x},{y})." for y in self._numbers(each.rivals))
            yield from (f"strengthens({x},{y})." for y in self._numbers(each.strengthens))
        yield from self._wants()
        yield from self._aims()
        yield from (f"must({x})." for x in self._numbers(self.must))

    def _numbers(self, ids: Iterable[str]) -> list[int]:
        return sorted(self.number[id_] for id_ in ids if id_ in self.number)

    def _wants(self) -> Iterable[str]:
        groups: dict[frozenset[str], int] = {}
        for x, each in enumerate(self.candidates):
            for wanted in each.wants:
                yield f"wants({x},{groups.setdefault(wanted, len(groups))})."
        for wanted, group in groups.items():
            yield from (f"offers({group},{y})." for y in self._numbers(wanted))

    def _aims(self) -> Iterable[str]:
        for place, part in enumerate(self.goal):
            rank = _FIRST_RANK + len(self.goal) - place
            if isinstance(part, Points):
                yield f"points({rank})."
            else:
                yield f"aim({place},{rank})."
                yield from (f"gives({x},{place})." for x in self._numbers(part.by))

    def one_of(self, aims: Collection[Aim]) -> Iterable[str]:
        """Yield that one of these aims must be met, where there are any."""
        if aims:
            yield "one_of_these."
            places = (place for place, part in enumerate(self.goal) if part in aims)
            yield from (f"this({place})." for place in places)


def _asked(candidates: Sequence[Candidate], goal: Goal, must: Collection[str]) -> set[str]:
    """Return the candidates without those equal to an earlier one in all that counts.

    One that others want, that others get stronger by, or that must be in, has nobody's place.
    """
    needed = {id_ for each in candidates for wanted in each.wants for id_ in wanted}
    needed.update(id_ for each in candidates for id_ in each.strengthens)
    needed.update(must)
    gives: dict[str, set[int]] = {each.id: set() for each in candidates}
    for number, part in enumerate(goal):
        if isinstance(part, Aim):
            for id_ in part.by & gives.keys():
                gives[id_].add(number)
    seen = set[object]()
    asked = set[str]()
    for each in sorted(candidates, key=lambda candidate: candidate.id):
        like = (
            frozenset(each.levels.items()),
            frozenset(gives[each.id]),
            each.waits,
            each.work,
            each.money,
            frozenset(each.wants),
            each.rivals,
            each.strengthens,
        )
        if each.id in needed or like not in seen:
            asked.add(each.id)
        seen.add(like)
    return asked
