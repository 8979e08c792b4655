"""The exact choice against trying every set there is."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from wizard.domain.plan_rules import Tier
from wizard.engine.choice import POINTS, Aim, Candidate, Goal, Limits, Points, best_set

ROUNDS, BLOCKS = 2000, 20
World = tuple[list[Candidate], list[object], Limits]


def by_trying_everything(
    candidates: Sequence[Candidate],
    goal: Goal,
    limits: Limits,
    must: frozenset[str] = frozenset(),
    one_of: Sequence[Aim] = (),
) -> frozenset[str] | None:
    """Return the best of all the sets that hold together and keep within the limits."""
    sets = (
        members
        for size in range(len(candidates) + 1)
        for members in combinations(candidates, size)
        if holds_together(members) and keeps_within(members, limits)
    )
    found = [
        frozenset(member.id for member in members)
        for members in sorted(sets, key=lambda members: score(members, goal))
    ]
    wanted = (
        ids
        for ids in found
        if must <= ids and (not one_of or any(not aim.by.isdisjoint(ids) for aim in one_of))
    )
    return next(wanted, None)


def score(members: Sequence[Candidate], goal: Goal) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return how good a set is, part by part: less is better."""
    ids = tuple(sorted(member.id for member in members))
    best = best_levels(members)
    parts = [
        -sum(best.values()) if isinstance(part, Points) else -int(part.met(ids)) for part in goal
    ]
    pairs = sum(len(member.strengthens.intersection(ids)) for member in members)
    waiting, work = sum(each.waits for each in members), sum(each.work for each in members)
    return (*parts, waiting, work, len(members), -pairs), ids


def best_levels(members: Iterable[Candidate]) -> dict[str, int]:
    """Return how many points the best member is worth at each place."""
    best: dict[str, int] = {}
    for member in members:
        for place, points in member.levels.items():
            best[place] = max(best.get(place, 0), points)
    return best


def holds_together(members: tuple[Candidate, ...]) -> bool:
    """Tell whether everybody has what they want, and nobody a rival."""
    ids = {member.id for member in members}
    return all(
        not member.rivals & ids and all(wanted & ids for wanted in member.wants)
        for member in members
    )


def keeps_within(members: tuple[Candidate, ...], limits: Limits) -> bool:
    """Tell whether a set keeps within the limits."""
    sums = (
        (limits.members, len(members)),
        (limits.work, sum(member.work for member in members)),
        (limits.money, sum(member.money for member in members)),
    )
    return all(most is None or taken <= most for most, taken in sums)


def small_world(chance: random.Random) -> tuple[list[Candidate], list[object], Limits]:
    """Return up to nine candidates with few places, few different costs and many ties."""
    ids = [f"o{number}" for number in range(chance.randint(1, 9))]
    rivals: dict[str, set[str]] = {id_: set() for id_ in ids}
    for _ in range(chance.choice((0, 0, 1, 2, 4))):
        one, other = chance.choice(ids), chance.choice(ids)
        if one != other:
            rivals[one].add(other)
            rivals[other].add(one)
    places = chance.randint(1, 6)
    candidates = [
        Candidate(
            id=id_,
            levels={
                f"p{place}": chance.choice((1, 2, 3, 6))
                for place in range(places)
                if chance.random() < chance.choice((0.2, 0.5))
            },
            waits=chance.random() < 0.3,
            work=chance.choice((0, 0, 1, 1, 2, 3, 5)),
            money=chance.choice((0, 0, 200, 1000, 5000)),
            wants=tuple(
                frozenset(chance.sample(ids, chance.randint(0, min(3, len(ids)))))
                for _ in range(chance.choice((0, 0, 0, 1, 2)))
            ),
            rivals=frozenset(rivals[id_]),
            strengthens=frozenset(chance.sample(ids, chance.randint(0, min(2, len(ids))))) - {id_},
        )
        for id_ in ids
    ]
    goal: list[object] = [
        Aim(
            Tier.NEED,
            str(number),
            frozenset(chance.sample(ids, chance.randint(0, min(3, len(ids))))),
        )
        for number in range(chance.randint(0, 4))
    ]
    goal.insert(chance.randint(0, len(goal)), POINTS)
    limits = Limits(
        members=chance.choice((None, 0, 2, 3, 5)),
        work=chance.choice((None, 0, 3, 6, 9)),
        money=chance.choice((None, 0, 200, 1200)),
    )
    return candidates, goal, limits


def world(seed: int) -> tuple[list[Candidate], Goal, Limits]:
    """Return the world that a seed gives, the same every time."""
    candidates, goal, limits = small_world(random.Random(seed))  # noqa: S311 - not secret
    return candidates, [each for each in goal if isinstance(each, Aim) or each is POINTS], limits


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_best_set_is_the_best_of_all(block: int) -> None:
    for seed in range(block, ROUNDS, BLOCKS):
        candidates, goal, limits = world(seed)
        found = best_set(candidates, goal, limits)
        assert found is not None
        assert (found.ids, found.exact) == (by_trying_everything(candidates, goal, limits), True), (
            seed
        )


@pytest.mark.parametrize("block", range(BLOCKS))
def test_around_a_core_the_best_set_is_the_best_of_those_that_hold_it(block: int) -> None:
    for seed in range(block, ROUNDS, BLOCKS):
        candidates, goal, limits = world(seed)
        core = by_trying_everything(candidates, goal, limits) or frozenset()
        found = best_set(candidates, goal, must=core)
        wanted = by_trying_everything(candidates, goal, Limits(), core)
        assert (found.ids if found else None) == wanted, seed


@pytest.mark.parametrize("block", range(BLOCKS))
def test_what_the_best_set_lacks_is_had_at_the_least_loss(block: int) -> None:
    for seed in range(block, ROUNDS, BLOCKS):
        candidates, goal, limits = world(seed)
        best = by_trying_everything(candidates, goal, limits) or frozenset()
        unmet = [each for each in goal if isinstance(each, Aim) and not each.met(best)]
        if unmet:
            found = best_set(candidates, goal, limits, one_of=unmet)
            wanted = by_trying_everything(candidates, goal, limits, one_of=unmet)
            assert (found.ids if found else None) == wanted, seed


def test_the_order_they_come_in_does_not_matter() -> None:
    for seed in range(200):
        candidates, goal, limits = world(seed)
        shuffled = random.Random(seed).sample(candidates, len(candidates))  # noqa: S311 - reproducible, not secret
        assert best_set(candidates, goal, limits) == best_set(shuffled, goal, limits)


def test_a_copied_file_changes_nothing_and_is_asked_about_once() -> None:
    for seed in range(200):
        candidates, goal, limits = world(seed)
        copies = [
            replace(each, id=f"{each.id}-kopi-{number}")
            for each in candidates
            for number in range(8)
        ]
        known = {each.id for each in candidates}
        grown = [
            replace(
                part,
                by=part.by
                | {each.id for each in copies if each.id.partition("-")[0] in part.by & known},
            )
            if isinstance(part, Aim)
            else part
            for part in goal
        ]
        assert best_set([*candidates, *copies], grown, limits) == best_set(candidates, goal, limits)


def test_nothing_holds_what_does_not_fit() -> None:
    heavy = Candidate("a", {"p": 1}, work=5)
    assert best_set([heavy], [POINTS], Limits(work=4), must=["a"]) is None


def test_a_choice_that_is_too_hard_is_cut_off_and_says_so() -> None:
    """Four years as one knapsack over 300 schemes: an answer within limits, and not for ever."""
    chance = random.Random(300)  # noqa: S311 - reproducible, not secret
    costs, money = (1, 2, 3, 4, 4, 6, 6, 8, 12), (0, 0, 0, 200, 200, 1000, 5000)
    candidates = [
        Candidate(
            f"o{number:03}",
            {
                f"p{chance.randrange(28)}": chance.choice((1, 2, 3, 6))
                for _ in range(chance.randint(1, 5))
            },
            waits=chance.random() < 0.3,
            work=chance.choice(costs),
            money=chance.choice(money),
        )
        for number in range(300)
    ]
    limits = Limits(work=48, money=800)
    found = best_set(candidates, [POINTS], limits)
    assert found is not None
    assert not found.exact
    assert keeps_within(tuple(each for each in candidates if each.id in found.ids), limits)
