"""The plan as an adviser wants it: what is taken out stays out, what is taken in is in the core.

Nothing else is chosen anew: who takes one measure out does not get three others for it. What the
choices cannot be followed in, is refused with its reason, choice by choice: a measure that another
rests on, one that the rules close, one that stands instead of another, one that lacks what must be
there first. See `docs/decisions/0021-the-adviser.md`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from wizard.domain.advice import Bundle, Findings, LeftOut, LeftOutReason
from wizard.domain.review import Refusal, RefusalKind, Review, Reviewed
from wizard.engine.bundle import told_bundle
from wizard.engine.law import CANDIDATES


def review_bundle(found: Findings, bundle: Bundle, review: Review) -> tuple[Bundle, Reviewed]:
    """Return the bundle with a review taken in, and what came of its choices."""
    wishes = _Wishes(found, bundle, review)
    refused = wishes.settle()
    told = wishes.bundle(review.order)
    ours = wishes.bundle(()) if review.order else told
    reordered = [each.scheme for each in told.core] != [each.scheme for each in ours.core]
    reviewed = Reviewed(
        review, tuple(sorted(wishes.taken_in)), tuple(sorted(wishes.out)), reordered, refused
    )
    return (told if reviewed.changes_plan else bundle), reviewed


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a set: whose choice it comes of, and why."""

    scheme: str
    refusal: Refusal


class _Wishes:
    """What an adviser wants in and out, as far as it can be followed."""

    def __init__(self, found: Findings, bundle: Bundle, review: Review) -> None:
        self.found, self.before = found, bundle
        self.core = {each.scheme for each in bundle.core}
        self.placed = {each.scheme for each in bundle.items}
        self.waiting = {each.scheme for each in bundle.no_room}
        wanted = {
            id_: each.include for id_, each in review.measures.items() if id_ in found.verdicts
        }
        self.taken_in = {id_ for id_, yes in wanted.items() if yes and id_ not in self.core}
        # What waits for room is barred too: others that go out may give it room.
        there = self.placed | self.waiting
        self.out = {id_ for id_, yes in wanted.items() if yes is False and id_ in there}

    def settle(self) -> dict[str, Refusal]:
        """Give up one choice after the other until the rest can be followed; return those."""
        refused: dict[str, Refusal] = {}
        while fault := next(self._faults(), None):
            refused[fault.scheme] = fault.refusal
            self.taken_in.discard(fault.scheme)
            self.out.discard(fault.scheme)
        return refused

    @property
    def _new_core(self) -> set[str]:
        return self.core - self.out | self.taken_in

    @property
    def _new_placed(self) -> set[str]:
        return self.placed - self.out | self.taken_in

    def _faults(self) -> Iterator[_Fault]:
        for id_ in sorted(self.taken_in):
            if refusal := self._against(id_):
                yield _Fault(id_, refusal)
        for id_ in sorted(self.out):
            if rest := self._resting_on(id_):
                yield _Fault(id_, Refusal(RefusalKind.NEEDED_BY, rest))

    def _against(self, id_: str) -> Refusal | None:
        """Return why a scheme cannot be taken into the core."""
        if self.found.verdicts[id_].kind not in CANDIDATES:
            return Refusal(RefusalKind.NOT_POSSIBLE)
        if rivals := self._rivals(id_):
            return Refusal(RefusalKind.INSTEAD_OF, rivals)
        lacking = next(self._lacking(id_, self._new_core), ())
        return Refusal(RefusalKind.NEEDS, lacking) if lacking else None

    def _rivals(self, id_: str) -> tuple[str, ...]:
        schemes = self.found.rulebook.schemes
        return tuple(
            other
            for other in sorted(self._new_placed - {id_})
            if other in schemes[id_].alternative_to or id_ in schemes[other].alternative_to
        )

    def _lacking(self, id_: str, there: Collection[str]) -> Iterator[tuple[str, ...]]:
        """Yield each list of which one should be there before a scheme, and none is."""
        scheme, verdicts = self.found.rulebook.schemes[id_], self.found.verdicts
        for wanted in (scheme.first, scheme.only_with):
            met = any(
                verdicts[each].in_place or each in there or each in self.before.made_known
                for each in wanted
            )
            if wanted and not met:
                yield wanted

    def _resting_on(self, id_: str) -> tuple[str, ...]:
        """Return the members that lack this one."""
        there = self._new_placed
        return tuple(
            other
            for other in sorted(there)
            if any(id_ in wanted for wanted in self._lacking(other, there))
        )

    def bundle(self, order: tuple[str, ...]) -> Bundle:
        """Return the bundle of the choices that are left, its core in an order."""
        whole = self._new_placed | (self.waiting - self.out)
        dropped: dict[str, tuple[str, ...]] = {}
        while lost := self._lost(whole):
            dropped.update(lost)
            whole -= lost.keys()
        made = told_bundle(self.found, self._new_core, whole, order)
        return replace(
            made,
            left_out=tuple(self._left_out(each, dropped) for each in made.left_out),
            exact=self.before.exact,
        )

    def _lost(self, whole: set[str]) -> dict[str, tuple[str, ...]]:
        """Return what waited for room, and now lacks what should have been there first."""
        lacking = {id_: next(self._lacking(id_, whole), ()) for id_ in whole & self.waiting}
        return {id_: wanted for id_, wanted in lacking.items() if wanted}

    def _left_out(self, left: LeftOut, dropped: dict[str, tuple[str, ...]]) -> LeftOut:
        if left.scheme in self.out:
            return LeftOut(left.scheme, LeftOutReason.ADVISER, ())
        if wanted := dropped.get(left.scheme):
            return LeftOut(left.scheme, LeftOutReason.PREREQUISITE_MISSING, wanted)
        return left
