"""Roles that ask for a reason. Advice, never a problem: a role may be right, and then says why."""

from collections.abc import Iterable

from wizard.domain.conditions import Condition, facts_in, needs_in
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Effect, Scheme
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import warnings as say
from wizard.rulebook.problems import Problem, in_order


def unexplained(rulebook: Rulebook) -> tuple[Problem, ...]:
    """Return what hardly carries the needs it is to carry, and needs that have no place in order.

    A phone call, a network or a leaflet supports; nothing of the sort carries a need unless the
    rule says why; nor does what is wanted whether there is such a need or not. Needs have places
    only where the rulebook orders any.
    """
    carriers = (
        Problem(known.place, fill(say.CARRIES_WITHOUT_ACTING, id=scheme.id, need=each.need))
        for known in rulebook.schemes.values()
        for scheme in known.versions
        if scheme.effect is not Effect.ACTS
        for each in scheme.covers
        if each.main and each.reason is None
    )
    unseen = (
        Problem(known.place, fill(say.CARRIES_UNSEEN, id=scheme.id, need=each.need))
        for known in rulebook.schemes.values()
        for scheme in known.versions
        for each in scheme.covers
        if each.main and each.reason is None and not _sees(scheme, each.need, rulebook)
    )
    placed = {rank.need for rank in rulebook.plan.needs}
    unplaced = (
        Problem(need.place, fill(say.NEED_WITHOUT_PLACE, id=need.id))
        for need in rulebook.needs.values()
        if placed and need.id not in placed
    )
    return in_order([*carriers, *unseen, *unplaced])


def _sees(scheme: Scheme, need: str, rulebook: Rulebook) -> bool:
    """Tell whether the scheme is wanted for a need, or for something that the need rests on."""
    if scheme.relevant is None:
        return False
    if need in needs_in([scheme.relevant]):
        return True
    rests_on = rulebook.needs[need]
    behind = _facts([rests_on.severe, rests_on.some], rulebook)
    return not behind.isdisjoint(_facts([scheme.relevant], rulebook))


def _facts(conditions: Iterable[Condition], rulebook: Rulebook) -> set[str]:
    """Return the facts that are looked at, and those that they are calculated from."""
    waiting = list(facts_in(conditions))
    facts = set[str]()
    while waiting:
        facts.add(fact := waiting.pop())
        if fact in rulebook.derived:
            waiting.extend(rulebook.derived[fact].operands)
    return facts
