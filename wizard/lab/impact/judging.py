"""What differs between two rulebooks for one case: verdicts, needs, money and reservations."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wizard.domain.advice import Findings, NeedFinding, Outcome, Verdict
from wizard.domain.conditions import Severity
from wizard.domain.impact import Moves, NeedMove, Part, RuleEdit, Stand, Subject, VerdictMove
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import VerdictKind
from wizard.domain.values import Unknown
from wizard.engine.law import CANDIDATES
from wizard.lab.impact.attributing import causes_of
from wizard.lab.impact.reach import Reach, reach
from wizard.lab.impact.sides import Asked, Side

_READ_FIRST = frozenset({Part.RELEVANT, Part.IN_PLACE, Part.WHOLE, Part.IN_FORCE})

_NO_USE = frozenset({Stand(VerdictKind.NOT_RELEVANT), Stand(VerdictKind.EXCLUDED)})
_NO_NEED = (Severity.NONE,)


@dataclass(frozen=True, slots=True)
class Judged:
    """Cases that the edited rules cannot tell apart, by both rulebooks.

    `number` tells it from others of the day. `touched`: the edited rules are reached at all.
    """

    number: int
    before: Findings
    after: Findings
    moves: Moves
    touched: bool
    causes: dict[str, tuple[int, ...]]


class Judging:
    """Judges case after case by both rulebooks on one day, each sort of case once."""

    def __init__(
        self, before: Rulebook, after: Rulebook, edits: Sequence[RuleEdit], day: date
    ) -> None:
        """Find out what the edits reach, and cut both rulebooks down to it."""
        self.day = day
        self.edits = edits
        self.reach: Reach = reach(before, after, edits, day)
        schemes, needs = self.reach.schemes | self.reach.money, self.reach.needs
        self.was = Side(before, day, schemes, needs)
        self.now = Side(after, day, schemes, needs)
        if not self.reach.facts:
            # Then both know the same of a case, and one look is enough.
            facts = self.was.part.facts.keys() | self.now.part.facts.keys()
            self.was = Side(before, day, schemes, needs, facts)
            self.now = Side(after, day, schemes, needs, facts)
        self._read_first = {
            each.id for each in edits if each.subject is Subject.SCHEME and each.part in _READ_FIRST
        }
        self._known: dict[Hashable, Judged] = {}

    def judge(self, asked: Asked) -> Judged:
        """Return what differs for a case."""
        was = self.was.look(asked)
        now = self.now.look(asked) if self.reach.facts else replace(was, rulebook=self.now.part)
        sorts = (self.was.sorts(was), self.now.sorts(now))
        found = self._known.get(sorts)
        if found is None:
            before, after = self.was.judged(was, sorts[0]), self.now.judged(now, sorts[1])
            found = self._known[sorts] = self._judged(before, after)
        return found

    def _judged(self, before: Findings, after: Findings) -> Judged:
        moves = self._moves(before, after)
        moved = [each.scheme for each in moves.verdicts], [each.need for each in moves.needs]
        causes = causes_of(before, after, *moved, self.edits) if any(moved) else {}
        touched = bool(moves) or self._touched(before) or self._touched(after)
        return Judged(len(self._known), before, after, moves, touched, causes)

    def _moves(self, before: Findings, after: Findings) -> Moves:
        both = [id_ for id_ in after.verdicts if id_ in before.verdicts]
        offered = [
            id_
            for id_ in both
            if {before.verdicts[id_].kind, after.verdicts[id_].kind} <= CANDIDATES
        ]
        return Moves(
            verdicts=tuple(_verdicts(before, after, self.reach.schemes)),
            needs=tuple(_needs(before, after, self.reach.needs)),
            money=tuple(id_ for id_ in offered if id_ in self.reach.money),
            reservations=tuple(
                id_
                for id_ in offered
                if before.verdicts[id_].reservations != after.verdicts[id_].reservations
            ),
        )

    def _touched(self, found: Findings) -> bool:
        """Tell whether the edited rules come to count: a scheme is called for, a need looks."""
        return any(self._counts(each) for each in found.verdicts.values()) or any(
            _reads(found.needs[id_]) for id_ in self.reach.needs if id_ in found.needs
        )

    def _counts(self, verdict: Verdict) -> bool:
        if verdict.scheme not in self.reach.schemes | self.reach.money:
            return False
        if verdict.scheme in self._read_first:
            return True
        return verdict.kind is not VerdictKind.NOT_RELEVANT


def _verdicts(before: Findings, after: Findings, schemes: frozenset[str]) -> Iterator[VerdictMove]:
    for id_ in sorted(schemes):
        was, now = (_stand(each.verdicts.get(id_)) for each in (before, after))
        # To have no use for a scheme is the same as that there is none.
        if was != now and not (None in {was.kind, now.kind} and {was, now} & _NO_USE):
            yield VerdictMove(id_, was, now)


def _stand(verdict: Verdict | None) -> Stand:
    return Stand(verdict.kind, verdict.in_place) if verdict else Stand(None)


def _needs(before: Findings, after: Findings, needs: frozenset[str]) -> Iterator[NeedMove]:
    for id_ in sorted(needs):  # one that only some rules read is no less there for the others
        was, now = (_possible(each.needs.get(id_)) for each in (before, after))
        if was != now and (was or _NO_NEED) != (now or _NO_NEED):
            yield NeedMove(id_, was, now)


def _possible(finding: NeedFinding | None) -> tuple[Severity, ...]:
    return finding.possible if finding else ()


def _reads(finding: NeedFinding) -> bool:
    """Tell whether a need looks at something that is known."""
    return any(_knows(each) for each in (finding.severe, finding.some) if each)


def _knows(outcome: Outcome) -> bool:
    parts: Iterable[Outcome] = outcome.parts
    if outcome.value is not None and not isinstance(outcome.value, Unknown):
        return True
    return any(map(_knows, parts))
