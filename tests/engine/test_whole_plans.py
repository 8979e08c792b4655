"""The plan of whole small rulebooks, against the written goal and every set there is.

Written from `docs/decisions/0015-action-plan.md` alone: nothing of the engine's own scoring is
used, so that a mistake there shows.
"""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from small_book import (
    BASIS,
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
from wizard.domain.plan_rules import OwnMoney, PlanRules
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import (
    Amount,
    AmountKind,
    Deadline,
    Duty,
    Effect,
    Effort,
    Funding,
    Scheme,
    SchemeKind,
    VerdictKind,
    WhenUnknown,
)

ROUNDS, BLOCKS = 1000, 20
QUESTIONS = (
    question("svar", ChangedBy.NEVER),
    question("vet_ikke", ChangedBy.NEVER),
    question("kan_endres", ChangedBy.MUNICIPALITY),
    question("penger", ChangedBy.MUNICIPALITY),
)
YES, NO, NOBODY_KNOWS = is_("svar", "a"), is_("svar", "b"), is_("vet_ikke", "a")
# Severe, some, none, open between none and some, and open between some and severe.
SEVERITIES = ((YES, YES), (NO, YES), (NO, NO), (NO, NOBODY_KNOWS), (NOBODY_KNOWS, YES))
CANDIDATES = (VerdictKind.RECOMMENDED, VerdictKind.CONDITIONAL, VerdictKind.AFTER_CHANGE)
MOST_MONEY = {"a": Decimal(200_000), "b": Decimal(1_000_000)}
BAND_LEAST = (0, 0, 200_000, 1_000_000, 5_000_000)
BAND_MOST = (0, 200_000, 1_000_000, 5_000_000, 10**12)
UNSURE_MONEY = {ReservationKind.FUNDING_UNCERTAIN, ReservationKind.FUNDING_USED_UP}
SOON, LATER, FAR = date(2027, 5, 15), date(2027, 9, 1), date(2028, 6, 1)


def small_rulebook(chance: random.Random) -> Rulebook:
    """Return a rulebook with up to seven schemes for up to four needs, and many ties."""
    needs = tuple(
        need(f"n{number}", *chance.choice(SEVERITIES)) for number in range(chance.randint(1, 3))
    )
    hands = need("kapasitet", *chance.choice(((NO, NO), (YES, YES), (NO, YES))))
    ids = [f"o{number}" for number in range(chance.randint(1, 7))]
    schemes = [_a_scheme(id_, ids, (*needs, hands), chance) for id_ in ids]
    plain = book(*schemes, needs=(*needs, hands), questions=QUESTIONS)
    money = OwnMoney("penger", MOST_MONEY, unknown=Decimal(0))
    plan = PlanRules(most=chance.choice((1, 2, 3, 5)), money=money)
    return replace(plain, plan=plan)


def _a_scheme(id_: str, ids: list[str], needs: tuple[Need, ...], chance: random.Random) -> Scheme:
    others = [each for each in ids if each != id_]

    def some(most: int, chances: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(chance.sample(others, min(len(others), most, chance.choice(chances))))

    gates = chance.choice(((), (), (YES,), (NOBODY_KNOWS,), (is_("kan_endres", "a"),)))
    day = chance.choice((None, None, None, SOON, LATER, FAR))
    since = chance.choice((None, None, None, date(2023, 7, 1), date(2027, 7, 1), FAR))
    cost = Amount(AmountKind.OWN_COST, None, None, None, None, chance.randint(0, 4), None)
    free = Amount(AmountKind.FREE, None, None, None, None, None, None)
    weeks = chance.choice((None, 4, 30))
    return scheme(
        id_,
        kind=chance.choice((SchemeKind.MEASURE, SchemeKind.GRANT)),
        covers=tuple(
            coverage(each.id, main=chance.random() < 0.5) for each in needs if chance.random() < 0.6
        ),
        effort=Effort(Decimal(chance.choice(("0", "0.5", "1", "2", "4"))), None),
        funding=chance.choice((Funding.OPEN, Funding.OPEN, Funding.UNCERTAIN, Funding.USED_UP)),
        when_unknown=chance.choice(tuple(WhenUnknown)),
        in_place=YES if chance.random() < 0.1 else None,
        first=some(2, (0, 0, 0, 1, 2)),
        alternative_to=some(1, (0, 0, 0, 1)),
        strengthens=some(2, (0, 1, 2)),
        requirements=tuple(requirement(f"k{n}", each) for n, each in enumerate(gates)),
        stated_effect=chance.choice((Effect.ACTS, Effect.ACTS, Effect.PREPARES)),
        duty=Duty(since, BASIS) if since else None,
        deadlines=(
            (Deadline(None, day, rolling=False, preparation_weeks=weeks, check=False),)
            if day
            else ()
        ),
        amount=chance.choice((free, cost)),
    )


def advice_for(seed: int) -> Advice:
    """Return the advice on a small rulebook, with time and money of all sorts."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    rules = small_rulebook(chance)
    answers: dict[str, str | Decimal] = {"svar": "a", "kan_endres": "b"}
    if chance.random() < 0.8:
        answers["uker"] = Decimal(chance.choice((0, 1, 2, 3, 6, 20)))
    if chance.random() < 0.8:
        answers["penger"] = chance.choice("abc")
    first = tuple(chance.sample(sorted(rules.needs), chance.randint(0, 2)))
    given = replace(case(**answers), priorities=first or None)
    return assess(given, rules, MUNICIPALITY, DAY)


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


def has_room(members: frozenset[str], advice: Advice) -> bool:
    """Tell whether a core keeps within the number, the weeks and the money."""
    schemes, plan = advice.rulebook.schemes, advice.rulebook.plan
    stated = advice.facts["uker"].value
    weeks = stated if isinstance(stated, Decimal) else Decimal(4)
    said = advice.facts["penger"].value
    money = MOST_MONEY.get(said) if isinstance(said, str) else Decimal(0)
    cost = sum(most_cost(id_, advice) for id_ in members)
    return (
        len(members) <= plan.most
        and sum((schemes[id_].effort.weeks for id_ in members), Decimal()) <= weeks
        and (money is None or cost <= money)
    )


def most_cost(id_: str, advice: Advice) -> int:
    """Return the upper end of what a scheme takes of own money; a duty makes do with what is."""
    edition = advice.verdicts[id_].edition
    assert edition is not None
    band = edition.amount.band
    most = BAND_MOST[band] if edition.amount.kind is AmountKind.OWN_COST and band else 0
    said = advice.facts["penger"].value
    money = MOST_MONEY.get(said) if isinstance(said, str) else Decimal(0)
    if advice.rulebook.schemes[id_].duty and money is not None and most > money:
        return max(BAND_LEAST[band or 0], int(money))
    return most


def worth(id_: str, need_id: str, advice: Advice) -> int:
    """Return the severity that counts for a scheme: stor 3, noe 1, open 1 for advice on it."""
    possible = advice.needs[need_id].possible
    if possible[0] > Severity.NONE:
        return 3 if possible[0] is Severity.SEVERE else 1
    open_ = possible[-1] > Severity.NONE
    return int(open_ and advice.rulebook.schemes[id_].when_unknown is WhenUnknown.RECOMMEND)


def aims(advice: Advice, able: list[str]) -> list[set[str]]:
    """Return who meets each aim, in order: duties, needs, deadlines, help with capacity."""
    schemes = advice.rulebook.schemes
    useful = [id_ for id_ in able if any(worth(id_, c.need, advice) for c in schemes[id_].covers)]

    def carriers(need_id: str) -> set[str]:
        return {
            id_
            for id_ in useful
            if schemes[id_].stated_effect is Effect.ACTS
            and ReservationKind.FUNDING_USED_UP not in advice.verdicts[id_].reservations
            and any(each.need == need_id and each.main for each in schemes[id_].covers)
        }

    duties = sorted(
        (duty.since, id_)
        for id_ in useful
        if (duty := schemes[id_].duty) and duty.since <= date(2027, 11, 22)
    )
    priorities = advice.case.priorities
    named = priorities if isinstance(priorities, tuple) else ()
    there = [n for n, each in advice.needs.items() if each.possible[0] > Severity.NONE]
    severe = [n for n in sorted(there) if advice.needs[n].possible[0] is Severity.SEVERE]
    wanted = list(dict.fromkeys([*(n for n in named if n in there), *severe]))
    dates = []
    for id_ in useful:
        edition = advice.verdicts[id_].edition
        assert edition is not None
        for each in edition.deadlines:
            assert each.on is not None
            enough = (each.on - DAY).days >= 7 * (each.preparation_weeks or 0)
            if enough and each.on <= date(2027, 11, 22) and schemes[id_].duty is None:
                dates.append((each.on, id_))
    found = [{id_} for _, id_ in duties]
    found += [carriers(need_id) for need_id in wanted]
    found += [{id_} for _, id_ in sorted(dates)]
    stated = advice.facts["uker"].value
    if not isinstance(stated, Decimal) or stated < 4 or "kapasitet" in severe:
        helpers = {i for i in useful if any(c.need == "kapasitet" for c in schemes[i].covers)}
        sure = {
            id_
            for id_ in carriers("kapasitet")
            if ReservationKind.FUNDING_UNCERTAIN not in advice.verdicts[id_].reservations
        }
        found += [sure, helpers]
    return found


def can_begin(id_: str, advice: Advice) -> bool:
    """Tell whether it is recommended, and has money or is bidden. Here nothing opens again."""
    verdict = advice.verdicts[id_]
    spent = ReservationKind.FUNDING_USED_UP in verdict.reservations
    bidden = advice.rulebook.schemes[id_].duty is not None
    return verdict.kind is VerdictKind.RECOMMENDED and (bidden or not spent)


Parts = tuple[list[bool], int, int, Decimal, int, int, list[str]]


def goal(members: frozenset[str], advice: Advice, able: list[str], *, core: bool) -> Parts:
    """Return the parts of the goal, so that the least is best."""
    schemes, verdicts = advice.rulebook.schemes, advice.verdicts
    points = dict[tuple[str, tuple[bool, bool]], int]()
    for id_ in members:
        acts = schemes[id_].stated_effect is Effect.ACTS
        sort = (schemes[id_].is_instrument, acts)
        for each in schemes[id_].covers:
            role = (4 if each.main else 2) if acts else 1
            place = (each.need, sort)
            points[place] = max(points.get(place, 0), worth(id_, each.need, advice) * role)
    unsure = {
        id_
        for id_ in members
        if not UNSURE_MONEY.isdisjoint(verdicts[id_].reservations)
        or (not core and verdicts[id_].kind is not VerdictKind.RECOMMENDED)
    }
    return (
        [members.isdisjoint(by) for by in aims(advice, able) if by],
        -sum(points.values()),
        len(unsure),
        sum((schemes[id_].effort.weeks for id_ in members), Decimal()),
        len(members),
        -sum(len(members.intersection(schemes[id_].strengthens)) for id_ in members),
        sorted(members),
    )


def sets_of(able: list[str], advice: Advice) -> list[frozenset[str]]:
    """Return every set that holds together."""
    return [
        frozenset(members)
        for size in range(len(able) + 1)
        for members in combinations(able, size)
        if holds_together(frozenset(members), advice)
    ]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_plan_is_what_the_written_goal_says(block: int) -> None:
    for seed in range(block, ROUNDS, BLOCKS):
        advice = advice_for(seed)
        able = [id_ for id_, each in advice.verdicts.items() if each.kind in CANDIDATES]
        now = [id_ for id_ in able if can_begin(id_, advice)]
        cores = [each for each in sets_of(now, advice) if has_room(each, advice)]
        best = min(cores, key=lambda members: goal(members, advice, now, core=True))
        core = frozenset(item.scheme for item in advice.plan.core)
        assert core == best, seed
        around = [members for members in sets_of(able, advice) if core <= members]
        whole = min(around, key=lambda members: goal(members, advice, able, core=False))
        later = {item.scheme for item in advice.plan.later}
        beyond = {each.scheme for each in advice.plan.no_room}
        assert core | later | beyond == whole, seed
        assert not core & later
        assert not beyond & (core | later)
        _check_alternative(advice, core, cores, now)


def _check_alternative(
    advice: Advice, core: frozenset[str], cores: list[frozenset[str]], now: list[str]
) -> None:
    """See that the other core is the best that meets something this one does not."""
    unmet = [by for by in aims(advice, now) if by and core.isdisjoint(by)]
    others = [each for each in cores if any(not each.isdisjoint(by) for by in unmet)]
    other = advice.plan.alternative
    if other is None:
        assert not others
        return
    found = core - set(other.leaves) | set(other.enters)
    assert found == min(others, key=lambda members: goal(members, advice, now, core=True))
    assert other.wins
    assert other.gives_up
    assert not set(other.wins) & set(other.gives_up)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_plan_keeps_within_what_there_is(block: int) -> None:
    for seed in range(block, ROUNDS, BLOCKS):
        advice = advice_for(seed)
        plan, years = advice.plan, advice.rulebook.plan.years
        assert plan.year.weeks <= plan.means.most_weeks
        assert plan.period.weeks <= plan.means.most_weeks + plan.means.weeks * (years - 1)
        if plan.means.money is not None:
            assert plan.year.cost.most is not None
            assert plan.year.cost.most <= plan.means.money
            assert plan.period.cost.most is not None
            assert plan.period.cost.most <= plan.means.money * years
        for lacking in plan.no_room:
            assert lacking.lacking_weeks or lacking.lacking_money or lacking.waits_for
            assert lacking.lacking_weeks == max(Decimal(0), lacking.weeks - plan.period.left)
