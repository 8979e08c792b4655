"""What the severity of a need and the verdict on a scheme come of, when they differ.

One layer at a time: a need comes of facts, rates and its own rule; a verdict of facts, needs,
rates, the scheme's rules and its companions. So a verdict is said to come of a need, and the need,
where it is told, of the answer behind it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from wizard.domain.advice import NeedFinding, Verdict
from wizard.domain.comparison import Because, Cause, CauseKind
from wizard.domain.schemes import Scheme
from wizard.domain.sources import Rate
from wizard.domain.values import FactValue
from wizard.engine.comparing.causes import find_causes
from wizard.engine.comparing.worlds import World, changed, put_back
from wizard.engine.conditions import Situation
from wizard.engine.facts import find_need
from wizard.engine.verdicts import Judge, capped

Causes = frozenset[Cause]


def need_state(finding: NeedFinding) -> object:
    """Return what counts as the state of a need: what it may be."""
    return finding.possible


def verdict_state(verdict: Verdict) -> object:
    """Return what counts as the state of a verdict."""
    return (verdict.kind, verdict.in_place, verdict.settled)


def what_moved(before: Verdict, after: Verdict) -> Callable[[Verdict], object]:
    """Return what to look at in a verdict to see it come back: its kind, or that it is settled."""
    moved = (before.kind, before.in_place) != (after.kind, after.in_place)

    def seen(verdict: Verdict) -> object:
        return (verdict.kind, verdict.in_place) if moved else verdict.settled

    return seen


def scheme_rules(scheme: Scheme) -> object:
    """Return what decides of a scheme, its edition and its words left aside."""
    return (
        scheme.kind,
        scheme.in_place,
        scheme.when_unknown,
        scheme.relevant,
        scheme.only_with,
        *bundle_rules(scheme),
    )


def bundle_rules(scheme: Scheme) -> tuple[object, ...]:
    """Return what says how a scheme stands to needs and to other schemes."""
    return (
        scheme.covers,
        scheme.effect,
        scheme.effort.weeks,
        scheme.first,
        scheme.alternative_to,
        scheme.strengthens,
    )


class VerdictCauses:
    """Finds causes by judging again with parts of the later world as they were before."""

    def __init__(self, before: World, after: World) -> None:
        """List what differs between the two worlds, as possible causes."""
        self.before, self.after = before, after
        self._judges: dict[Causes, Judge] = {}
        kind = CauseKind
        facts = _facts_changed(before.facts, after.facts)
        rates = changed(kind.RATE, before.rates, after.rates, lambda rate: rate.values)
        self._given = (*facts, *rates)
        self._around = (
            *self._given,
            *changed(
                kind.NEED, before.needs, after.needs, lambda each: (each.possible, each.open_facts)
            ),
            *changed(
                kind.FACT_RULE, before.fact_rules, after.fact_rules, lambda each: each.changed_by
            ),
        )

    def need(self, id_: str) -> Because:
        """Return why a need is no longer what it was."""
        before, after = self.before.need_rules, self.after.need_rules
        rule = changed(
            CauseKind.NEED_RULE,
            {id_: before[id_]},
            {id_: after[id_]},
            lambda need: (need.severe, need.some),
        )

        def outcome(back: Causes) -> object:
            need = before[id_] if Cause(CauseKind.NEED_RULE, id_) in back else after[id_]
            situation = Situation(self.after.day, self._rates(back), self._facts(back), {})
            return need_state(find_need(need, situation))

        return find_causes(
            (*self._given, *rule), outcome, need_state(self.before.walked_needs[id_])
        )

    def verdict(self, id_: str) -> Because:
        """Return why the verdict on a scheme is no longer what it was."""
        before = self.before.verdicts[id_]
        seen = what_moved(before, self.after.verdicts[id_])

        def outcome(back: Causes) -> object:
            return seen(self._verdict(id_, back))

        return find_causes((*self._around, *self._of_scheme(id_)), outcome, seen(before))

    def _of_scheme(self, id_: str) -> tuple[Cause, ...]:
        before, after = self.before.schemes[id_], self.after.schemes[id_]
        companions = {*before.only_with, *after.only_with}
        return (
            *changed(
                CauseKind.EDITION, {id_: before}, {id_: after}, lambda scheme: scheme.editions
            ),
            *changed(CauseKind.RULE, {id_: before}, {id_: after}, scheme_rules),
            *changed(
                CauseKind.VERDICT,
                self.before.walked,
                {each: self.after.walked[each] for each in self.after.walked if each in companions},
                verdict_state,
            ),
        )

    def _verdict(self, id_: str, back: Causes) -> Verdict:
        before, after = self.before.schemes[id_], self.after.schemes[id_]
        rules = before if Cause(CauseKind.RULE, id_) in back else after
        in_force = before if Cause(CauseKind.EDITION, id_) in back else after
        scheme = replace(rules, editions=in_force.editions)
        companions = put_back(CauseKind.VERDICT, back, self.before.walked, self.after.walked)
        alone = self._judge(back).verdict(scheme)
        return capped(alone, [companions[each] for each in scheme.only_with])

    def _judge(self, back: Causes) -> Judge:
        """Return the judge of a mixed world; many schemes are judged in each."""
        ours = frozenset(each for each in back if each.kind in _AROUND)
        if ours not in self._judges:
            needs = put_back(CauseKind.NEED, ours, self.before.needs, self.after.needs)
            rules = put_back(
                CauseKind.FACT_RULE, ours, self.before.fact_rules, self.after.fact_rules
            )
            situation = Situation(self.after.day, self._rates(ours), self._facts(ours), needs)
            self._judges[ours] = Judge(situation, rules)
        return self._judges[ours]

    def _facts(self, back: Causes) -> dict[str, FactValue]:
        mixed = dict(self.after.facts)
        for cause in back:
            if cause.kind is CauseKind.FACT:
                now = mixed[cause.id]
                mixed[cause.id] = (
                    now ^ {cause.option}
                    if cause.option and isinstance(now, frozenset)
                    else self.before.facts[cause.id]
                )
        return mixed

    def _rates(self, back: Causes) -> dict[str, Rate]:
        return put_back(CauseKind.RATE, back, self.before.rates, self.after.rates)


def _facts_changed(
    before: Mapping[str, FactValue], after: Mapping[str, FactValue]
) -> Iterable[Cause]:
    """Yield each fact with another value; of a set of options, each that came or went."""
    for id_, now in after.items():
        was = before[id_]
        if isinstance(was, frozenset) and isinstance(now, frozenset):
            yield from (Cause(CauseKind.FACT, id_, option) for option in sorted(was ^ now))
        elif was != now:
            yield Cause(CauseKind.FACT, id_)


_AROUND = frozenset({CauseKind.FACT, CauseKind.RATE, CauseKind.NEED, CauseKind.FACT_RULE})
