"""Which edits a difference comes of: found by putting them back, as every cause is."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from wizard.domain.advice import Findings
from wizard.domain.comparison import Because, Cause, CauseKind
from wizard.domain.impact import Part, RuleEdit, Subject
from wizard.engine.comparing.verdict_causes import VerdictCauses
from wizard.engine.comparing.worlds import world_of

_OF_EDITION = frozenset({Part.WHOLE, Part.IN_FORCE, Part.REQUIREMENT, Part.FUNDING})
_OF_RULE = frozenset({Part.WHOLE, Part.RELEVANT, Part.IN_PLACE, Part.WHEN_UNKNOWN, Part.COMPANY})
_OF_NEED = frozenset({Part.WHOLE, Part.SEVERE, Part.SOME})
_SAID = {
    CauseKind.RATE: (Subject.RATE, frozenset({Part.WHOLE, Part.VALUE})),
    CauseKind.EDITION: (Subject.SCHEME, _OF_EDITION),
    CauseKind.RULE: (Subject.SCHEME, _OF_RULE),
    CauseKind.NEED_RULE: (Subject.NEED, _OF_NEED),
    CauseKind.FACT_RULE: (Subject.FACT, frozenset(Part)),
    CauseKind.FACT: (Subject.FACT, frozenset(Part)),
}


def causes_of(
    before: Findings,
    after: Findings,
    schemes: Iterable[str],
    needs: Iterable[str],
    edits: Sequence[RuleEdit],
) -> dict[str, tuple[int, ...]]:
    """Return, for each scheme and need that moved, the places of the edits it comes of.

    One that only one of the rulebooks has moved because it is new, or gone.
    """
    finder = _Finder(before, after, edits)
    found = {id_: finder.scheme(id_) for id_ in schemes}
    return found | {id_: finder.need(id_) for id_ in needs}


class _Finder:
    def __init__(self, before: Findings, after: Findings, edits: Sequence[RuleEdit]) -> None:
        self._day = after.as_of
        self._edits = edits
        self._before, self._after = before, after
        self._holding = [
            n for n, each in enumerate(edits) if each.decides and each.holds(self._day)
        ]

    @cached_property
    def _causes(self) -> VerdictCauses:
        before, after = self._before, self._after
        return VerdictCauses(world_of(before, after), world_of(after, before))

    def scheme(self, id_: str) -> tuple[int, ...]:
        """Return the edits that the verdict on a scheme comes of."""
        if len(self._holding) == 1:
            return tuple(self._holding)
        if id_ not in self._before.verdicts or id_ not in self._after.verdicts:
            return self._whole(Subject.SCHEME, id_)
        return self._of(self._causes.verdict(id_), frozenset({id_}))

    def need(self, id_: str) -> tuple[int, ...]:
        """Return the edits that the severity of a need comes of."""
        if len(self._holding) == 1:
            return tuple(self._holding)
        if id_ not in self._before.needs or id_ not in self._after.needs:
            return self._whole(Subject.NEED, id_)
        return self._of(self._causes.need(id_), frozenset({id_}))

    def _whole(self, subject: Subject, id_: str) -> tuple[int, ...]:
        return self._places(subject, frozenset({Part.WHOLE}), id_)

    def _of(self, because: Because, seen: frozenset[str]) -> tuple[int, ...]:
        places = {n for cause in because.causes for n in self._edited(cause, seen)}
        return tuple(sorted(places))

    def _edited(self, cause: Cause, seen: frozenset[str]) -> tuple[int, ...]:
        """Return the edits behind a cause; behind a need or a companion is what those come of."""
        if cause.kind in _SAID:
            named = self._places(*_SAID[cause.kind], cause.id)
            # A figure can be another because of what it is made of, or who is asked.
            return named or (self._facts() if cause.kind is CauseKind.FACT else ())
        if cause.id in seen:
            return ()
        if cause.kind is CauseKind.NEED:
            return self._of(self._causes.need(cause.id), seen | {cause.id})
        if cause.kind is CauseKind.VERDICT:
            return self._of(self._causes.verdict(cause.id), seen | {cause.id})
        return ()

    def _facts(self) -> tuple[int, ...]:
        return tuple(n for n in self._holding if self._edits[n].subject is Subject.FACT)

    def _places(self, subject: Subject, parts: frozenset[Part], id_: str) -> tuple[int, ...]:
        return tuple(
            n
            for n in self._holding
            if self._edits[n].subject is subject
            and self._edits[n].part in parts
            and self._edits[n].id == id_
        )
