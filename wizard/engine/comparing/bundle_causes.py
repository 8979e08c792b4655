"""What comes of a change for the bundle: who is in, what members carry, and when they begin."""

from dataclasses import replace

from wizard.domain.advice import Advice, Bundle, BundleItem, Findings, Phase, Verdict
from wizard.domain.case import Case
from wizard.domain.comparison import Because, Cause, CauseKind
from wizard.domain.schemes import Scheme
from wizard.engine.bundle import choose_bundle
from wizard.engine.comparing.causes import find_causes
from wizard.engine.comparing.verdict_causes import bundle_rules, need_state
from wizard.engine.comparing.worlds import World, changed, joined, put_back
from wizard.engine.law import CANDIDATES

Causes = frozenset[Cause]


def _place_in_choice(verdict: Verdict) -> object:
    return (verdict.kind, verdict.in_place, verdict.reservations)


def _rules_of_choice(scheme: Scheme) -> object:
    return (
        scheme.is_instrument,
        scheme.duty,
        scheme.only_with,
        scheme.when_unknown,
        *bundle_rules(scheme),
    )


def _calendar(advice: Advice) -> object:
    deadlines = {id_: verdict.deadline for id_, verdict in advice.verdicts.items()}
    return (advice.as_of, deadlines)


class BundleCauses:
    """Finds causes by choosing again with parts of the later world as they were before."""

    def __init__(self, advice: tuple[Advice, Advice], worlds: tuple[World, World]) -> None:
        """List what differs between the two, as possible causes; each pair in order of time."""
        self._was, self._is = advice
        self._before, self._after = worlds
        before, after = worlds
        self._needs = changed(CauseKind.NEED, before.needs, after.needs, need_state)
        self._rules = changed(CauseKind.RULE, before.schemes, after.schemes, _rules_of_choice)
        self._verdicts = changed(
            CauseKind.VERDICT, before.verdicts, after.verdicts, _place_in_choice
        )
        self._possible = (*self._verdicts, *self._needs, *self._rules, *self._around())
        self._chosen: dict[Causes, Bundle] = {}

    def member(self, id_: str) -> Because:
        """Return why a scheme came into the bundle, or left it.

        One that became, or no longer is, a candidate came or left because of its own verdict.
        """
        if self._was.plan.basis is not self._is.plan.basis:
            return Because((Cause(CauseKind.ANSWERED),))
        before, after = self._before.verdicts[id_], self._after.verdicts[id_]
        if (before.kind in CANDIDATES) is not (after.kind in CANDIDATES):
            return Because((Cause(CauseKind.VERDICT, id_),))

        def outcome(back: Causes) -> bool:
            return self._choose(back).item(id_) is not None

        return find_causes(self._possible, outcome, self._was.bundle.item(id_) is not None)

    def role(self, before: BundleItem) -> Because:
        """Return why a member carries other needs than it did."""

        def outcome(back: Causes) -> tuple[str, ...] | None:
            item = self._choose(back).item(before.scheme)
            return item.main_for if item else None

        return find_causes(self._possible, outcome, before.main_for)

    def phase(self, before: BundleItem) -> Because:
        """Return why a member begins at another time than it did."""

        def outcome(back: Causes) -> Phase | None:
            item = self._choose(back).item(before.scheme)
            return item.phase if item else None

        return find_causes(self._possible, outcome, before.phase)

    def _choose(self, back: Causes) -> Bundle:
        if back not in self._chosen:
            self._chosen[back] = choose_bundle(self._found(back), alternative=False)
        return self._chosen[back]

    def _around(self) -> tuple[Cause, ...]:
        """Return what the choice looks at besides schemes and needs, where it differs."""
        book = self._is.rulebook
        capacity, before, after = book.capacity, self._before, self._after
        mine = {id_: each for id_, each in after.facts.items() if id_ in book.planning_facts}
        ids = (capacity.share, capacity.low)
        ours = {id_: each for id_, each in after.rates.items() if id_ in ids}
        found = [
            *changed(CauseKind.FACT, before.facts, mine, lambda value: value),
            *changed(CauseKind.RATE, before.rates, ours, lambda rate: rate.values),
        ]
        if _calendar(self._was) != _calendar(self._is):
            found.append(Cause(CauseKind.DAY))
        if self._was.case.priorities != self._is.case.priorities:
            found.append(Cause(CauseKind.PRIORITIES))
        if self._was.rulebook.plan != self._is.rulebook.plan:
            found.append(Cause(CauseKind.PLAN_RULES))
        return tuple(found)

    def _case(self, back: Causes) -> Case:
        earlier = Cause(CauseKind.PRIORITIES) in back
        case = self._was.case if earlier else self._is.case
        return replace(self._is.case, priorities=case.priorities)

    def _found(self, back: Causes) -> Findings:
        """Return what the choice looks at, with these causes as they were."""
        before, after = self._before, self._after
        day = Cause(CauseKind.DAY) in back
        verdicts = before.verdicts if day else after.verdicts
        facts = joined(self._is.facts, self._was.facts)
        earlier = joined(self._was.facts, self._is.facts)
        book = replace(
            self._is.rulebook,
            schemes=put_back(CauseKind.RULE, back, before.schemes, after.schemes),
            needs=after.need_rules,
            rates=put_back(CauseKind.RATE, back, before.rates, after.rates),
            plan=(self._was if Cause(CauseKind.PLAN_RULES) in back else self._is).rulebook.plan,
        )
        return Findings(
            case=self._case(back),
            as_of=before.day if day else after.day,
            rulebook=book,
            municipality=self._is.municipality,
            facts=put_back(CauseKind.FACT, back, earlier, facts),
            needs=put_back(CauseKind.NEED, back, before.needs, after.needs),
            verdicts=put_back(CauseKind.VERDICT, back, before.verdicts, verdicts),
        )
