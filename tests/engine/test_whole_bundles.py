"""The bundle of whole small rulebooks, against the written goal and every set there is.

Written from `docs/decisions/0007-exact-bundle.md` alone: nothing of the engine's own scoring is
used, so that a mistake there shows.
"""

import random
from decimal import Decimal
from itertools import combinations

import pytest
from small_book import (
    DAY,
    MUNICIPALITY,
    book,
    case,
    coverage,
    is_,
    need,
    question,
    requirement,
    scheme,
)

from wizard.advice import assess
from wizard.domain.advice import Advice, ReservationKind
from wizard.domain.conditions import Severity
from wizard.domain.facts import ChangedBy
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Effort, Funding, Scheme, SchemeKind, VerdictKind, WhenUnknown

ROUNDS, BLOCKS = 2000, 20
QUESTIONS = (
    question("svar", ChangedBy.NEVER),
    question("vet_ikke", ChangedBy.NEVER),
    question("kan_endres", ChangedBy.MUNICIPALITY),
)
YES, NO, NOBODY_KNOWS = is_("svar", "a"), is_("svar", "b"), is_("vet_ikke", "a")
# Severe, some, none, open between none and some, and open between some and severe.
SEVERITIES = ((YES, YES), (NO, YES), (NO, NO), (NO, NOBODY_KNOWS), (NOBODY_KNOWS, YES))
CANDIDATES = (VerdictKind.RECOMMENDED, VerdictKind.CONDITIONAL, VerdictKind.AFTER_CHANGE)


def small_rulebook(chance: random.Random) -> Rulebook:
    """Return a rulebook with up to eight schemes for up to four needs, and many ties."""
    needs = tuple(
        need(f"n{number}", *chance.choice(SEVERITIES)) for number in range(chance.randint(1, 4))
    )
    ids = [f"o{number}" for number in range(chance.randint(1, 8))]
    schemes = [_a_scheme(id_, ids, needs, chance) for id_ in ids]
    return book(*schemes, needs=(*needs, need("kapasitet", NO, NO)), questions=QUESTIONS)


def _a_scheme(id_: str, ids: list[str], needs: tuple[Need, ...], chance: random.Random) -> Scheme:
    others = [each for each in ids if each != id_]

    def some(most: int, chances: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(chance.sample(others, min(len(others), most, chance.choice(chances))))

    gates = chance.choice(((), (), (YES,), (NOBODY_KNOWS,), (is_("kan_endres", "a"),)))
    return scheme(
        id_,
        kind=chance.choice((SchemeKind.MEASURE, SchemeKind.GRANT)),
        covers=tuple(
            coverage(each.id, main=chance.random() < 0.5) for each in needs if chance.random() < 0.6
        ),
        effort=Effort(Decimal(chance.choice(("0", "0.5", "1", "1", "2"))), None),
        funding=chance.choice((Funding.OPEN, Funding.OPEN, Funding.UNCERTAIN, Funding.USED_UP)),
        when_unknown=chance.choice(tuple(WhenUnknown)),
        in_place=YES if chance.random() < 0.1 else None,
        first=some(2, (0, 0, 0, 1, 2)),
        alternative_to=some(1, (0, 0, 0, 1)),
        strengthens=some(2, (0, 1, 2)),
        requirements=tuple(requirement(f"k{n}", each) for n, each in enumerate(gates)),
    )


def holds_together(members: frozenset[str], advice: Advice) -> bool:
    """Tell whether everybody has what must come first, and nobody an alternative."""
    schemes, verdicts = advice.rulebook.schemes, advice.verdicts
    for id_ in members:
        wanted = schemes[id_].first
        there = any(each in members or verdicts[each].in_place for each in wanted)
        if wanted and not there:
            return False
        if any(other in members for other in schemes[id_].alternative_to):
            return False
    return True


def worth(id_: str, need_id: str, advice: Advice) -> int:
    """Return the severity that counts for a scheme: stor 3, noe 1, open 1 for advice on it."""
    possible = advice.needs[need_id].possible
    if possible[0] > Severity.NONE:
        return 3 if possible[0] is Severity.SEVERE else 1
    open_ = possible[-1] > Severity.NONE
    return int(open_ and advice.rulebook.schemes[id_].when_unknown is WhenUnknown.RECOMMEND)


def goal(
    members: frozenset[str], advice: Advice
) -> tuple[int, int, int, Decimal, int, int, list[str]]:
    """Return the seven points of the goal, so that the least is best."""
    schemes, verdicts = advice.rulebook.schemes, advice.verdicts
    carried, points = set[tuple[str, bool]](), dict[tuple[str, bool], int]()
    for id_ in members:
        unsure = {ReservationKind.FUNDING_UNCERTAIN, ReservationKind.FUNDING_USED_UP}
        sure = unsure.isdisjoint(verdicts[id_].reservations)
        for each in schemes[id_].covers:
            place = (each.need, schemes[id_].is_instrument)
            value = worth(id_, each.need, advice) * (2 if each.main else 1)
            points[place] = max(points.get(place, 0), value)
            severe = advice.needs[each.need].possible[0] is Severity.SEVERE
            ready = verdicts[id_].kind is not VerdictKind.AFTER_CHANGE
            if severe and each.main and sure and ready:
                carried.add(place)
    return (
        -len(carried),
        -sum(points.values()),
        sum(verdicts[id_].kind is not VerdictKind.RECOMMENDED for id_ in members),
        sum((schemes[id_].effort.weeks for id_ in members), Decimal()),
        len(members),
        -sum(len(members.intersection(schemes[id_].strengthens)) for id_ in members),
        sorted(members),
    )


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_bundle_is_what_the_written_goal_says(block: int) -> None:
    for seed in range(block, ROUNDS, BLOCKS):
        rules = small_rulebook(random.Random(seed))  # noqa: S311 - reproducible, not secret
        advice = assess(case(svar="a", kan_endres="b"), rules, MUNICIPALITY, DAY)
        able = [id_ for id_, each in advice.verdicts.items() if each.kind in CANDIDATES]
        sets = [
            frozenset(members)
            for size in range(len(able) + 1)
            for members in combinations(able, size)
            if holds_together(frozenset(members), advice)
        ]
        chosen = frozenset(item.scheme for item in advice.bundle.items)
        assert chosen == min(sets, key=lambda members: goal(members, advice)), seed
        runner_up = advice.bundle.runner_up
        if runner_up is None:
            assert not chosen
            continue
        second = chosen - set(runner_up.leaves) | set(runner_up.enters)
        rest = [members for members in sets if not chosen <= members]
        assert second == min(rest, key=lambda members: goal(members, advice)), seed
        _check_loss(chosen, frozenset(second), advice)


LOSSES = ("baeres", "dekkes", "venter", "uker", "antall", "styrke", "ingenting")


def _check_loss(chosen: frozenset[str], second: frozenset[str], advice: Advice) -> None:
    """See that what the runner-up is said to give up is the first point where they differ."""
    best, other = goal(chosen, advice), goal(second, advice)
    first = next(
        number for number, pair in enumerate(zip(best, other, strict=True)) if pair[0] != pair[1]
    )
    runner_up = advice.bundle.runner_up
    assert runner_up is not None
    assert runner_up.loss == LOSSES[first]
    assert bool(runner_up.needs) is (first < 2)
    if runner_up.loss == "uker":
        assert runner_up.amount == other[3] - best[3]
