"""The exact choice among candidates: the best set by `docs/decisions/0007-exact-bundle.md`.

Branch and bound over *places*, a need and a kind of scheme each. At a place we decide how good
its best member is to be: everything better is shut out, and one of those exactly that good must be
in. So every set is looked at once at most, and whole branches fall when even the best that is left
could not beat the best set found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

# How good a member is at a place: whether it can carry a severe need, and severity times role.
Level = tuple[int, int]
_NOTHING: Level = (0, 0)
# Carried places, points; then less is better: waiting members, work, members.
Score = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A scheme that could be in the bundle.

    `levels` says how good it is at each place where it counts. `waits` is whether it is conditional
    or possible only after a change. `work` is staff-weeks in a unit that makes them whole. Of each
    set in `wants`, one member must be in too. No candidate in `rivals` may be in beside it.
    """

    id: str
    levels: Mapping[int, Level]
    waits: bool
    work: int
    wants: tuple[frozenset[str], ...] = ()
    rivals: frozenset[str] = frozenset()
    strengthens: frozenset[str] = frozenset()


def best_set(
    candidates: Sequence[Candidate], other_than: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Return the best set: the lexicographic optimum, and among equals the first by id.

    `other_than`, where it is not empty, is a set of which at least one member must be missing.
    """
    return _Search(candidates, other_than).run()


def score(members: Sequence[Candidate]) -> Score:
    """Return how good a set is: greater is better. What is known only of whole sets comes later."""
    best = best_levels(members)
    return (
        sum(level[0] for level in best.values()),
        sum(level[1] for level in best.values()),
        -sum(member.waits for member in members),
        -sum(member.work for member in members),
        -len(members),
    )


def best_levels(members: Sequence[Candidate]) -> dict[int, Level]:
    """Return how good the best member is at each place."""
    best: dict[int, Level] = {}
    for member in members:
        for place, level in member.levels.items():
            best[place] = max(best.get(place, _NOTHING), level)
    return best


def tie_break(members: Sequence[Candidate]) -> tuple[int, tuple[str, ...]]:
    """Return what decides between sets of equal score: less is better."""
    ids = tuple(sorted(member.id for member in members))
    pairs = sum(len(member.strengthens.intersection(ids)) for member in members)
    return (-pairs, ids)


@dataclass(frozen=True, slots=True)
class _State:
    """Who is in, who is out, and which places are decided."""

    chosen: frozenset[str]
    out: frozenset[str]
    decided: frozenset[int]


class _Search:
    def __init__(self, candidates: Sequence[Candidate], other_than: frozenset[str]) -> None:
        self.all = {each.id: each for each in _worth_looking_at(candidates, other_than)}
        self.other_than = other_than
        self.places = sorted({place for each in self.all.values() for place in each.levels})
        # At each place, everybody who does something there, the best first and then the cheapest.
        self.at = {place: self._by_level(place) for place in self.places}
        self.best: tuple[Score, tuple[int, tuple[str, ...]]] = (score(()), tie_break(()))
        self.best_ids: frozenset[str] = frozenset()

    def _by_level(self, place: int) -> list[Candidate]:
        def rank(each: Candidate) -> tuple[int, int, bool, int, str]:
            carried, points = each.levels[place]
            return (-carried, -points, each.waits, each.work, each.id)

        return sorted((each for each in self.all.values() if place in each.levels), key=rank)

    def run(self) -> frozenset[str]:
        self._look(_State(frozenset(), frozenset(), frozenset()))
        return self.best_ids

    def _look(self, state: _State) -> None:
        if self._is_the_same(state.chosen) or not self._could_win(state):
            return
        branches = self._branches(state)
        if branches is None:
            self._compare(state.chosen)
            return
        for branch in branches:
            self._look(branch)

    def _is_the_same(self, chosen: frozenset[str]) -> bool:
        return bool(self.other_than) and self.other_than <= chosen

    def _branches(self, state: _State) -> Iterator[_State] | None:
        """Return the ways on from here, or nothing when the set is complete."""
        for id_ in sorted(state.chosen):
            for wanted in self.all[id_].wants:
                if not wanted & state.chosen:
                    options = sorted(wanted & self.all.keys() - state.out)
                    return self._one_of(state, options)
        place = self._narrowest(state)
        return None if place is None else self._levels(state, place)

    def _narrowest(self, state: _State) -> int | None:
        """Return the undecided place with the fewest ways to be as good as it can be."""
        left = [place for place in self.places if place not in state.decided]
        return min(left, key=lambda place: (len(self._tops(state, place)), place), default=None)

    def _levels(self, state: _State, place: int) -> Iterator[_State]:
        """Yield one way on for each level that the place could end at, the best first."""
        found = self._level_of(state.chosen, place)
        open_ = [each for each in self.at[place] if each.id not in state.out]
        decided = state.decided | {place}
        better: frozenset[str] = frozenset()
        for level in sorted({each.levels[place] for each in open_}, reverse=True):
            if level <= found:
                break
            equal = [each.id for each in open_ if each.levels[place] == level]
            yield from self._one_of(_State(state.chosen, state.out | better, decided), equal)
            better |= frozenset(equal)
        yield _State(state.chosen, state.out | better, decided)

    def _one_of(self, state: _State, options: Sequence[str]) -> Iterator[_State]:
        """Yield the state with each option in, those before it out: no set comes twice."""
        out = state.out
        for id_ in options:
            rivals = self.all[id_].rivals
            if id_ not in out and not rivals & state.chosen:
                # One that is out already, and now chosen, can never be: rivals stay out.
                yield _State(state.chosen | {id_}, out | (rivals & self.all.keys()), state.decided)
            out |= {id_}

    def _level_of(self, chosen: frozenset[str], place: int) -> Level:
        found = (each.levels[place] for each in self.at[place] if each.id in chosen)
        return next(found, _NOTHING)

    def _top(self, state: _State, place: int) -> Level:
        able = (each.levels[place] for each in self.at[place] if each.id not in state.out)
        return next(able, _NOTHING)

    def _tops(self, state: _State, place: int) -> list[str]:
        """Return those who would make the place as good as it can be; none if it is already."""
        top = self._top(state, place)
        if self._level_of(state.chosen, place) >= top:
            return []
        return [
            each.id
            for each in self.at[place]
            if each.levels[place] == top and each.id not in state.out
        ]

    def _could_win(self, state: _State) -> bool:
        """Tell whether the best that could come of this might beat, or equal, the best found."""
        carried = points = 0
        for place in self.places:
            at_most = (
                self._level_of(state.chosen, place)
                if place in state.decided
                else self._top(state, place)
            )
            carried += at_most[0]
            points += at_most[1]
        if (carried, points) != self.best[0][:2]:
            return (carried, points) > self.best[0][:2]
        members = [self.all[id_] for id_ in state.chosen]
        waiting = sum(each.waits for each in members)
        work = sum(each.work for each in members)
        count = len(members)
        # Places that share nobody must each be paid for: what the cheapest there would cost.
        counted = set[str]()
        for place in sorted(set(self.places) - state.decided):
            tops = self._tops(state, place)
            if tops and counted.isdisjoint(tops):
                counted.update(tops)
                cheapest = min(self.all[id_].waits for id_ in tops)
                waiting += cheapest
                work += min(self.all[id_].work for id_ in tops)
                count += 1
        return (-waiting, -work, -count) >= self.best[0][2:]

    def _compare(self, chosen: frozenset[str]) -> None:
        members = [self.all[id_] for id_ in chosen]
        found = (score(members), tie_break(members))
        if found[0] > self.best[0] or (found[0] == self.best[0] and found[1] < self.best[1]):
            self.best, self.best_ids = found, chosen


def _worth_looking_at(
    candidates: Sequence[Candidate], other_than: frozenset[str]
) -> list[Candidate]:
    """Return the candidates without those that another could always stand in for, at less cost.

    One of `other_than` stands in for nobody: with it in, the set might be the very one to avoid.
    """
    able = [each for each in candidates if each.id not in other_than]
    needed = {id_ for each in candidates for wanted in each.wants for id_ in wanted}
    return [
        each
        for each in candidates
        if each.id in needed or (each.levels and not any(_stands_in(other, each) for other in able))
    ]


def _stands_in(other: Candidate, each: Candidate) -> bool:
    """Tell whether wherever `each` is in, `other` would be as good and cost strictly less."""
    return (
        other.id != each.id
        and (other.waits, other.work) < (each.waits, each.work)
        and not other.waits > each.waits
        and not other.wants
        and other.rivals <= each.rivals
        and all(other.levels.get(place, _NOTHING) >= level for place, level in each.levels.items())
    )
