"""What differs between two pieces of advice: case, rules, needs, verdicts and bundle.

Going the other way gives the same differences with before and after changed about. Causes need
not be the same: they are what makes the later advice come back to the earlier one.
"""

from collections.abc import Iterable

from wizard.domain.advice import Advice, Bundle, FactFinding, NextDeadline, Origin, Verdict
from wizard.domain.comparison import (
    Comparison,
    DeadlineChange,
    FactChange,
    MemberChange,
    NeedChange,
    PhaseChange,
    RoleChange,
    ToldChange,
    UncoveredChange,
    VerdictChange,
)
from wizard.domain.values import Unknown
from wizard.engine.comparing.answer_causes import AnswerCauses
from wizard.engine.comparing.bundle_causes import BundleCauses
from wizard.engine.comparing.rule_changes import rate_changes, rule_changes
from wizard.engine.comparing.verdict_causes import VerdictCauses, need_state, verdict_state
from wizard.engine.comparing.worlds import World, world_of
from wizard.engine.law import CANDIDATES

_NOT_SAID = frozenset({Origin.UNANSWERED, Origin.WAITING, Origin.MISSING, Origin.CALCULATED})


def compare(before: Advice, after: Advice) -> Comparison:
    """Return everything that differs, each difference with what it comes of."""
    worlds = (world_of(before, after), world_of(after, before))
    causes = BundleCauses((before, after), worlds)
    return Comparison(
        before=before,
        after=after,
        facts=tuple(_facts(before, after)),
        rates=rate_changes(before, after),
        rules=rule_changes(before, after),
        needs=tuple(_needs(before, after, worlds)),
        verdicts=tuple(_verdicts(before, after, worlds)),
        members=tuple(_members(before.bundle, after.bundle, causes)),
        roles=tuple(_roles(before.bundle, after.bundle, causes)),
        phases=tuple(_phases(before.bundle, after.bundle, causes)),
        told=tuple(_told(before.bundle, after.bundle)),
        uncovered=tuple(_uncovered(before.bundle, after.bundle)),
        deadlines=tuple(_deadlines(before, after)),
    )


def _facts(before: Advice, after: Advice) -> Iterable[FactChange]:
    for id_ in {**after.facts, **before.facts}:
        was, now = before.facts.get(id_), after.facts.get(id_)
        if _state_of_fact(was) != _state_of_fact(now):
            yield FactChange(id_, was, now)


def _state_of_fact(finding: FactFinding | None) -> object:
    """Return what was said of a fact. What it hangs on is no part of that."""
    if finding is None:
        return None
    if not isinstance(finding.value, Unknown):
        return (finding.value, finding.origin)
    return None if finding.origin in _NOT_SAID else finding.origin


def _needs(before: Advice, after: Advice, worlds: tuple[World, World]) -> Iterable[NeedChange]:
    was, now = worlds
    causes, answers = VerdictCauses(was, now), AnswerCauses(before, after)
    for id_, finding in now.needs.items():
        if need_state(was.needs[id_]) != need_state(finding):
            because = causes.need(id_)
            known = id_ in before.needs and id_ in after.needs
            if known and not (because.causes and answers.brings_back(id_, because)):
                found = answers.need(id_)
                because = found if found.causes else because
            yield NeedChange(id_, before.needs.get(id_), after.needs.get(id_), because)


def _verdicts(
    before: Advice, after: Advice, worlds: tuple[World, World]
) -> Iterable[VerdictChange]:
    was, now = worlds
    causes, answers = VerdictCauses(was, now), AnswerCauses(before, after)
    for id_, verdict in now.verdicts.items():
        if verdict_state(was.verdicts[id_]) != verdict_state(verdict):
            because = causes.verdict(id_)
            if not because.causes and id_ in before.verdicts and id_ in after.verdicts:
                because = answers.verdict(id_)
            yield VerdictChange(id_, before.verdicts.get(id_), after.verdicts.get(id_), because)


def _members(before: Bundle, after: Bundle, causes: BundleCauses) -> Iterable[MemberChange]:
    for item in after.items:
        if before.item(item.scheme) is None:
            yield MemberChange(item.scheme, None, item, causes.member(item.scheme))
    for item in before.items:
        if after.item(item.scheme) is None:
            yield MemberChange(item.scheme, item, None, causes.member(item.scheme))


def _roles(before: Bundle, after: Bundle, causes: BundleCauses) -> Iterable[RoleChange]:
    for item in after.items:
        was = before.item(item.scheme)
        if was and was.main_for != item.main_for:
            yield RoleChange(item.scheme, was.main_for, item.main_for, causes.role(was))


def _phases(before: Bundle, after: Bundle, causes: BundleCauses) -> Iterable[PhaseChange]:
    for item in after.items:
        was = before.item(item.scheme)
        if was and was.phase is not item.phase:
            yield PhaseChange(item.scheme, was.phase, item.phase, causes.phase(was))


def _told(before: Bundle, after: Bundle) -> Iterable[ToldChange]:
    for scheme in dict.fromkeys((*after.made_known, *before.made_known)):
        came = scheme in after.made_known
        if came is not (scheme in before.made_known):
            yield ToldChange(scheme, came)


def _uncovered(before: Bundle, after: Bundle) -> Iterable[UncoveredChange]:
    was = {each.need: each for each in before.uncovered}
    now = {each.need: each for each in after.uncovered}
    for need in {**now, **was}:
        if was.get(need) != now.get(need):
            yield UncoveredChange(need, was.get(need), now.get(need))


def _deadlines(before: Advice, after: Advice) -> Iterable[DeadlineChange]:
    """Yield those of schemes that are wanted in both, and in the bundle in one at least."""
    members = [item.scheme for advice in (after, before) for item in advice.bundle.items]
    for id_ in dict.fromkeys(members):
        was, now = before.verdicts.get(id_), after.verdicts.get(id_)
        if was is None or now is None or not CANDIDATES.issuperset((was.kind, now.kind)):
            continue
        old, new = _apply_by(before, was), _apply_by(after, now)
        if old != new:
            yield DeadlineChange(id_, old, new)


def _apply_by(advice: Advice, verdict: Verdict) -> NextDeadline | None:
    """Return the deadline that is told: for a member of the bundle, once its phase has begun."""
    item = advice.bundle.item(verdict.scheme)
    return item.deadline if item else verdict.deadline
