"""Roles that ask for a reason. Advice, never a problem: a role may be right, and then says why."""

from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Effect
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import rules as say
from wizard.rulebook.problems import Problem, in_order


def unexplained(rulebook: Rulebook) -> tuple[Problem, ...]:
    """Return what does not act and yet is to carry a need, and needs that have no place in order.

    A phone call, a network or a leaflet supports; nothing of the sort carries a need unless the
    rule says why. Needs have places only where the rulebook orders any.
    """
    carriers = (
        Problem(known.place, fill(say.CARRIES_WITHOUT_ACTING, id=scheme.id, need=each.need))
        for known in rulebook.schemes.values()
        for scheme in known.versions
        if scheme.effect is not Effect.ACTS
        for each in scheme.covers
        if each.main and each.reason is None
    )
    placed = {rank.need for rank in rulebook.plan.needs}
    unplaced = (
        Problem(need.place, fill(say.NEED_WITHOUT_PLACE, id=need.id))
        for need in rulebook.needs.values()
        if placed and need.id not in placed
    )
    return in_order([*carriers, *unplaced])
