"""The law: what follows for a scheme and a need, once the truth of its conditions is known.

Written once, over finite values. The walk that keeps evidence (`verdicts`) puts in the truths of
one situation; the diagrams (`whatif.outlook`) lift the same functions over every answer. And, or
and not stand in `domain.values`, the reading of a condition in `conditions.interpret`.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum, IntEnum, IntFlag
from typing import NamedTuple

from wizard.domain.conditions import Severity
from wizard.domain.schemes import Scheme, VerdictKind
from wizard.domain.values import Truth


class Standing(IntEnum):
    """How a scheme stands, from best to worst; what is in place is told from what is not."""

    RECOMMENDED = 0
    CONDITIONAL = 1
    AFTER_CHANGE = 2
    OPEN = 3
    EXCLUDED = 4
    NOT_RELEVANT = 5
    IN_PLACE = 6

    @property
    def kind(self) -> VerdictKind:
        """The kind of verdict that it is shown as."""
        return _KINDS[self]

    @classmethod
    def of(cls, kind: VerdictKind, *, in_place: bool) -> "Standing":
        """Return how a scheme with such a verdict stands."""
        return cls.IN_PLACE if in_place else cls(_KINDS.index(kind))


_KINDS = (
    VerdictKind.RECOMMENDED,
    VerdictKind.CONDITIONAL,
    VerdictKind.AFTER_CHANGE,
    VerdictKind.OPEN,
    VerdictKind.EXCLUDED,
    VerdictKind.NOT_RELEVANT,
    VerdictKind.NOT_RELEVANT,
)
# Whether it is there already or not called for: no other kind of verdict comes of it.
NOT_RELEVANT_ANYWAY = frozenset({Standing.NOT_RELEVANT, Standing.IN_PLACE})
CANDIDATES = frozenset(_KINDS[: Standing.OPEN])
# What a companion cannot lower: a no stands by its own reasons, and what is there is there.
_STAYS = frozenset({Standing.EXCLUDED, Standing.NOT_RELEVANT, Standing.IN_PLACE})


class Gate(IntFlag):
    """What is the matter with a requirement, or with any of several.

    `FIXED`: it is unknown, and hangs on something that the municipality cannot change.
    `IMPOSSIBLE`: it is not met, whatever the municipality changes.
    """

    FINE = 0
    UNKNOWN = 1
    FIXED = 2
    NOT_MET = 4
    IMPOSSIBLE = 8


def gate(now: Truth, could_become: Truth, *, fixed: bool = False) -> Gate:
    """Return what is the matter with one requirement.

    `could_become` is its truth with every fact that the municipality can change made unknown;
    `fixed` tells whether one that is unknown hangs on a fact that it cannot change.
    """
    if now is Truth.MET:
        return Gate.FINE
    if now is Truth.UNKNOWN:
        return Gate.UNKNOWN | (Gate.FIXED if fixed else Gate.FINE)
    return Gate.NOT_MET | (Gate.IMPOSSIBLE if could_become is Truth.NOT_MET else Gate.FINE)


class Row(NamedTuple):
    """What the table looks at.

    A scheme without `pa_plass` is not in place, and one without `aktuelt` is relevant. `clarify`
    tells whether unclear relevance must be cleared up first (`ved_ukjent: avklar`).
    """

    in_place: Truth = Truth.NOT_MET
    relevant: Truth = Truth.MET
    gates: Gate = Gate.FINE
    clarify: bool = True
    in_force: bool = True


class Part(Enum):
    """The outcomes that a line rests on, or waits for. `IMPOSSIBLE`, … are requirements."""

    IN_PLACE = 1
    RELEVANT = 2
    IMPOSSIBLE = 3
    NOT_MET = 4
    UNKNOWN = 5
    REQUIREMENTS = 6


class Line(NamedTuple):
    """One line of the table: it gives `standing` where it is the first that fits.

    `because` are the outcomes that are its reasons. Its open facts are those of the first of
    `waits_for` that has any: answers to them could make another line fit.
    """

    standing: Standing
    fits: Callable[[Row], bool]
    because: tuple[Part, ...] = ()
    waits_for: tuple[tuple[Part, ...], ...] = ()


_RELEVANCE = (Part.IN_PLACE, Part.RELEVANT)
_EVERYTHING = (*_RELEVANCE, Part.REQUIREMENTS)

# The table in `docs/engine.md`, line for line.
TABLE: tuple[Line, ...] = (
    Line(Standing.EXCLUDED, lambda row: not row.in_force),
    Line(Standing.IN_PLACE, lambda row: row.in_place is Truth.MET, (Part.IN_PLACE,)),
    Line(
        Standing.NOT_RELEVANT,
        lambda row: row.relevant is Truth.NOT_MET,
        (Part.RELEVANT,),
        ((Part.IN_PLACE,),),
    ),
    Line(
        Standing.EXCLUDED,
        lambda row: Gate.IMPOSSIBLE in row.gates,
        (Part.IMPOSSIBLE,),
        (_RELEVANCE,),
    ),
    # Where no answer can tell (a rate nobody knows), a requirement can still rule it out.
    Line(
        Standing.OPEN,
        lambda row: row.clarify and row.relevant is Truth.UNKNOWN,
        (Part.RELEVANT,),
        (_RELEVANCE, _EVERYTHING),
    ),
    Line(
        Standing.CONDITIONAL,
        lambda row: Gate.FIXED in row.gates,
        (Part.UNKNOWN, Part.NOT_MET),
        (_EVERYTHING,),
    ),
    Line(
        Standing.AFTER_CHANGE,
        lambda row: Gate.NOT_MET in row.gates,
        (Part.NOT_MET,),
        (_EVERYTHING,),
    ),
    Line(
        Standing.CONDITIONAL,
        lambda row: Gate.UNKNOWN in row.gates,
        (Part.UNKNOWN,),
        (_EVERYTHING,),
    ),
    Line(Standing.RECOMMENDED, lambda _: True, (Part.RELEVANT,), (_EVERYTHING,)),
)


def decide(row: Row) -> Line:
    """Return the first line of the table that fits."""
    return next(line for line in TABLE if line.fits(row))


def better(one: Standing, other: Standing) -> Standing:
    """Return the better of two companions: one that is in place is company enough."""
    return Standing.IN_PLACE if Standing.IN_PLACE in (one, other) else min(one, other)


def lowered(own: Standing, companion: Standing) -> Standing:
    """Return how a scheme stands that cannot do without its best companion."""
    if own in _STAYS or companion is Standing.IN_PLACE:
        return own
    return max(own, companion)


def companions_first(schemes: Mapping[str, Scheme]) -> Iterable[str]:
    """Return the schemes in an order where those that a scheme needs for company come before it.

    A companion counts as it ends up, lowered itself if it must be. That none waits for itself is
    the loader's to see to.
    """
    ordered: dict[str, None] = {}

    def place(id_: str) -> None:
        if id_ not in ordered:
            for each in schemes[id_].only_with:
                place(each)
            ordered[id_] = None

    for id_ in schemes:
        place(id_)
    return ordered


def with_company(schemes: Mapping[str, Scheme], ids: Iterable[str]) -> dict[str, Scheme]:
    """Return some schemes, and all whose verdicts theirs rest on."""
    wanted, waiting = set[str](), set(ids)
    while waiting:
        wanted |= waiting
        waiting = {each for id_ in waiting for each in schemes[id_].only_with} - wanted
    return {id_: each for id_, each in schemes.items() if id_ in wanted}


def severities(severe: Truth, some: Truth) -> frozenset[Severity]:
    """Return how severe a need can be. Severe implies some, whatever the conditions say."""
    possible = {Severity.NONE, Severity.SOME, Severity.SEVERE}
    if Truth.MET in (severe, some):
        possible.discard(Severity.NONE)
    if severe is Truth.MET or some is Truth.NOT_MET:
        possible.discard(Severity.SOME)
    if severe is Truth.NOT_MET:
        possible.discard(Severity.SEVERE)
    return frozenset(possible)


def at_least(limit: Severity, possible: Iterable[Severity]) -> Truth:
    """Return whether a need that can be so severe is at least this severe."""
    reached = {each >= limit for each in possible}
    return Truth.of(reached.pop()) if len(reached) == 1 else Truth.UNKNOWN
