"""Why a verdict is what it is, in words, and what to be careful about."""

from functools import cached_property

from wizard.domain.advice import (
    LeftOutReason,
    NeedFinding,
    Reason,
    ReasonKind,
    ReservationKind,
    Verdict,
)
from wizard.domain.conditions import FactTest, NeedTest
from wizard.domain.schemes import Administrator, Edition, Scheme, VerdictKind
from wizard.engine.whatif.reasons import Ground, Grounds, Reasons
from wizard.voice import words
from wizard.voice.cites import once
from wizard.voice.labels import Labels
from wizard.voice.names import Names
from wizard.voice.offers import Offers

_WITHOUT_LEAVES = frozenset(
    {ReasonKind.NO_EDITION, ReasonKind.CLOSED, ReasonKind.COMPANION, ReasonKind.WHATEVER}
)


class Verdicts:
    """Words verdicts and needs, and what they rest on."""

    def __init__(self, names: Names, offers: Offers) -> None:
        """Word the verdicts of the advice that the names are about."""
        self._advice = names.advice
        self._labels = names.labels
        self._sentences = names.sentences
        self._offers = offers

    def label(self, verdict: Verdict) -> str:
        """Return the verdict in two or three words."""
        if verdict.scheme in self._without_need:
            return self._labels.say(words.CAN_BE_USED)
        return self._labels.verdict(verdict.kind, in_place=verdict.in_place)

    @cached_property
    def _without_need(self) -> frozenset[str]:
        """The schemes that the municipality could use, but shows no need of."""
        return frozenset(
            each.scheme
            for each in self._advice.bundle.left_out
            if each.reason is LeftOutReason.NO_NEED
            and self._advice.verdicts[each.scheme].kind is VerdictKind.RECOMMENDED
        )

    def reasons(self, verdict: Verdict) -> list[str]:
        """Return the sentences that the verdict depends on, once each."""
        without_leaves = (each for each in verdict.reasons if each.kind in _WITHOUT_LEAVES)
        found = [each for reason in without_leaves for each in self.reason(reason, verdict)]
        return once([*found, *self._grounds(verdict)])

    def because(self, verdict: Verdict) -> list[str]:
        """Return the reasons that go before what would settle it; an open question is said once."""
        waits = verdict.kind in {VerdictKind.OPEN, VerdictKind.CONDITIONAL}
        return [] if waits and verdict.settled_by else self.reasons(verdict)

    def _grounds(self, verdict: Verdict) -> list[str]:
        grounds = self._weighed.of(verdict)
        if not grounds.all and not _WITHOUT_LEAVES.intersection(r.kind for r in verdict.reasons):
            plain = verdict.kind is VerdictKind.RECOMMENDED and verdict.relevant is None
            return [self._labels.say(words.FITS_ALL if plain else words.WHATEVER)]
        return self._said(grounds)

    def need_reasons(self, finding: NeedFinding) -> list[str]:
        """Return what the severity of a need depends on, or what it waits for."""
        grounds = self._weighed.of_need(finding)
        if not grounds.all and finding.severity is not None:
            return [self._labels.say(words.WHATEVER)]
        return self._said(grounds)

    def _said(self, grounds: Grounds) -> list[str]:
        """Return what something rests on: every one of some grounds, and any one of others."""
        found = once(map(self._ground, grounds.needed))
        if not grounds.enough:
            return found
        ways = once(" ".join(self._way(way)) for way in grounds.enough)
        if len(ways) == 1:
            return [*found, *ways]
        return [*found, f"{self._labels.say(words.EACH_IS_ENOUGH)} {' '.join(ways)}"]

    def _way(self, way: tuple[Ground, ...]) -> list[str]:
        return once(map(self._ground, way))

    def _ground(self, ground: Ground) -> str:
        gate = ground.requirement
        if gate and ground.whole:
            said = self._offers.requirement(gate, ground.outcome)
        else:
            said = self._sentences.leaf(ground.outcome)
        if gate is not None and gate.basis is None:
            return f"{said} {self._labels.say(words.OURS_ALONE)}."
        if gate is None or gate.basis is None or not gate.basis.level.is_binding:
            return said
        return f"{said} {self._labels.say(words.SEE, basis=self._labels.basis(gate.basis))}"

    @cached_property
    def _weighed(self) -> Reasons:
        """What the verdicts depend on, worked out when somebody reads."""
        return Reasons(self._advice)

    def why(self, verdict: Verdict) -> list[str]:
        """Return the figures and answers that call for the scheme; `why_in` says which needs."""
        grounds = self._weighed.calls_for(verdict).all
        figures = (each for each in grounds if isinstance(each.outcome.condition, FactTest))
        return once(self._sentences.leaf(each.outcome) for each in figures)

    def decided_by(self, verdict: Verdict) -> tuple[str, ...]:
        """Return the facts that the verdict rests on, by id; of a need, those that make it one."""
        found: dict[str, None] = {}
        for ground in self._weighed.of(verdict).all:
            match ground.outcome.condition:
                case FactTest(fact=fact):
                    found[fact] = None
                case NeedTest(need=need):
                    found |= dict.fromkeys(self._facts_of_need(need))
        return tuple(found)

    def _facts_of_need(self, need: str) -> list[str]:
        grounds = self._weighed.of_need(self._advice.needs[need]).all
        tests = (each.outcome.condition for each in grounds)
        return [each.fact for each in tests if isinstance(each, FactTest)]

    def reason(self, reason: Reason, verdict: Verdict) -> list[str]:
        """Return the sentences of one reason."""
        scheme = self._advice.rulebook.schemes[verdict.scheme]
        match reason.kind:
            case ReasonKind.NO_EDITION:
                return [self._when_in_force(scheme), *self._ended(scheme)]
            case ReasonKind.CLOSED:
                return [self._labels.say(words.CLOSED), *self._ended(scheme)]
            case ReasonKind.COMPANION:
                others = [self._labels.scheme_inline(other) for other in scheme.only_with]
                last = self._labels.listed(others, last=words.OR)
                return [self._labels.say(words.COMPANION, others=last)]
            case ReasonKind.WHATEVER:
                return [self._labels.say(words.WHATEVER)]
            case ReasonKind.REQUIREMENT:
                return self._requirement_reason(reason, verdict.edition)
        return self._sentences.of(reason.outcome) or [self._labels.say(words.FITS_ALL)]

    def _requirement_reason(self, reason: Reason, edition: Edition | None) -> list[str]:
        requirements = edition.requirements if edition else ()
        return [
            self._offers.requirement(each, reason.outcome)
            for each in requirements
            if each.id == reason.requirement and reason.outcome
        ]

    def _when_in_force(self, scheme: Scheme) -> str:
        day = self._advice.as_of
        ended = [e.valid_to for e in scheme.editions if e.valid_to and e.valid_to < day]
        begins = [e.valid_from for e in scheme.editions if e.valid_from and e.valid_from > day]
        if begins:
            return self._labels.say(words.NOT_YET, day=self._labels.day(min(begins)))
        if ended:
            return self._labels.say(words.NO_LONGER, day=self._labels.day(max(ended)))
        return self._labels.say(words.NO_EDITION, day=self._labels.day(day))

    def _ended(self, scheme: Scheme) -> list[str]:
        rests_on = self._labels.scheme_key(scheme.id)
        return [self._labels.text(scheme.ended, rests_on)] if scheme.ended else []

    def reservation(self, kind: ReservationKind, verdict: Verdict) -> str:
        """Return one reservation as a sentence or two."""
        return reservation_of(kind, self._advice.rulebook.schemes[verdict.scheme], self._labels)


def reservation_of(kind: ReservationKind, scheme: Scheme, labels: Labels) -> str:
    """Return one reservation to a scheme as a sentence or two."""
    husbanken = scheme.administrator is Administrator.HUSBANKEN
    who = labels.say(words.ASK_HUSBANKEN if husbanken else words.ASK_OTHERS)
    again = scheme.opens_again(labels.as_of)
    if kind is ReservationKind.FUNDING_USED_UP and again:
        return labels.say(words.OPENS_AGAIN, day=labels.day(again))
    return labels.say(words.RESERVATIONS[kind], day=labels.day(scheme.check_by), who=who)
