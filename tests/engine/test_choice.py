"""The exact choice against trying every set there is."""

import random
from itertools import combinations

import pytest

from wizard.engine.choice import Candidate, best_set, score, tie_break

ROUNDS, BLOCKS = 5000, 20
LEVELS = ((0, 1), (0, 2), (0, 3), (0, 6), (1, 6))


def by_trying_everything(
    candidates: list[Candidate], other_than: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Return the best of all the sets that hold together, and lack something of `other_than`."""
    sets = (
        members
        for size in range(len(candidates) + 1)
        for members in combinations(candidates, size)
        if holds_together(members)
        and not (other_than and other_than <= {member.id for member in members})
    )
    best = min(sets, key=lambda members: (*(-part for part in score(members)), tie_break(members)))
    return frozenset(member.id for member in best)


def holds_together(members: tuple[Candidate, ...]) -> bool:
    """Tell whether everybody has what they want, and nobody a rival."""
    ids = {member.id for member in members}
    return all(
        not member.rivals & ids and all(wanted & ids for wanted in member.wants)
        for member in members
    )


def small_world(chance: random.Random) -> list[Candidate]:
    """Return up to nine candidates with few places, few different costs and many ties."""
    ids = [f"o{number}" for number in range(chance.randint(1, 9))]
    rivals: dict[str, set[str]] = {id_: set() for id_ in ids}
    for _ in range(chance.choice((0, 0, 1, 2, 4))):
        one, other = chance.choice(ids), chance.choice(ids)
        if one != other:
            rivals[one].add(other)
            rivals[other].add(one)
    places = chance.randint(1, 6)
    return [
        Candidate(
            id=id_,
            levels={
                place: chance.choice(LEVELS)
                for place in range(places)
                if chance.random() < chance.choice((0.2, 0.5))
            },
            waits=chance.random() < 0.3,
            work=chance.choice((0, 0, 1, 1, 2, 3, 5)),
            wants=tuple(
                frozenset(chance.sample(ids, chance.randint(0, min(3, len(ids)))))
                for _ in range(chance.choice((0, 0, 0, 1, 2)))
            ),
            rivals=frozenset(rivals[id_]),
            strengthens=frozenset(chance.sample(ids, chance.randint(0, min(2, len(ids))))),
        )
        for id_ in ids
    ]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_best_set_is_the_best_of_all(block: int) -> None:
    for seed in range(block, ROUNDS, BLOCKS):
        candidates = small_world(random.Random(seed))  # noqa: S311 - reproducible, not secret
        assert best_set(candidates) == by_trying_everything(candidates), seed


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_second_best_set_is_the_best_of_those_that_lack_a_member(block: int) -> None:
    for seed in range(block, ROUNDS, BLOCKS):
        candidates = small_world(random.Random(seed))  # noqa: S311 - reproducible, not secret
        best = best_set(candidates)
        if best:
            second = by_trying_everything(candidates, best)
            assert best_set(candidates, other_than=best) == second, seed


def test_the_order_they_come_in_does_not_matter() -> None:
    for seed in range(200):
        chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
        candidates = small_world(chance)
        shuffled = chance.sample(candidates, len(candidates))
        assert best_set(candidates) == best_set(shuffled)
