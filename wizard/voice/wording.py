"""Everything the advice says, in one language. Made when somebody reads, never before."""

from functools import cached_property
from typing import NamedTuple

from wizard.domain.advice import (
    BundleItem,
    LeftOut,
    NeedFinding,
    Phase,
    Reason,
    ReasonKind,
    ReservationKind,
    Uncovered,
    Verdict,
)
from wizard.domain.conditions import (
    Condition,
    FactTest,
    Severity,
    rates_in,
)
from wizard.domain.rulebook import Need
from wizard.domain.schemes import Administrator, Edition, Scheme, VerdictKind
from wizard.domain.sources import Source
from wizard.engine.whatif.reasons import Ground, Grounds, Reasons
from wizard.voice import words
from wizard.voice.otherwise import Otherwise

_WITHOUT_LEAVES = frozenset(
    {ReasonKind.NO_EDITION, ReasonKind.CLOSED, ReasonKind.COMPANION, ReasonKind.WHATEVER}
)
# With more open questions than this, the advice calls itself provisional.
_MANY_OPEN = 10


class RateRow(NamedTuple):
    """A rate, its value on the day, and its legal basis or why we chose it."""

    name: str
    value: str
    basis: str


class Wording(Otherwise):
    """The voice of the advice: verdicts, reasons, what is open, and the bundle."""

    def verdict_label(self, verdict: Verdict) -> str:
        """Return the verdict in two or three words."""
        return self.say(words.IN_PLACE if verdict.in_place else words.VERDICTS[verdict.kind])

    def reasons(self, verdict: Verdict) -> list[str]:
        """Return the sentences that the verdict depends on, once each."""
        without_leaves = (each for each in verdict.reasons if each.kind in _WITHOUT_LEAVES)
        found = [each for reason in without_leaves for each in self.reason(reason, verdict)]
        return list(dict.fromkeys([*found, *self._grounds(verdict)]))

    def because(self, verdict: Verdict) -> list[str]:
        """Return the reasons that go before what would settle it; an open question is said once."""
        waits = verdict.kind in {VerdictKind.OPEN, VerdictKind.CONDITIONAL}
        return [] if waits and verdict.settled_by else self.reasons(verdict)

    def _grounds(self, verdict: Verdict) -> list[str]:
        grounds = self.weighed.of(verdict)
        if not grounds.all and not _WITHOUT_LEAVES.intersection(r.kind for r in verdict.reasons):
            plain = verdict.kind is VerdictKind.RECOMMENDED and verdict.relevant is None
            return [self.say(words.FITS_ALL if plain else words.WHATEVER)]
        return self._said(grounds)

    def need_reasons(self, finding: NeedFinding) -> list[str]:
        """Return what the severity of a need depends on, or what it waits for."""
        return self._said(self.weighed.of_need(finding))

    def _said(self, grounds: Grounds) -> list[str]:
        """Return what something rests on: every one of some grounds, and any one of others."""
        found = list(dict.fromkeys(map(self._ground, grounds.needed)))
        if not grounds.enough:
            return found
        ways = dict.fromkeys(" ".join(self._way(way)) for way in grounds.enough)
        if len(ways) == 1:
            return [*found, *ways]
        return [*found, f"{self.say(words.EACH_IS_ENOUGH)} {' '.join(ways)}"]

    def _way(self, way: tuple[Ground, ...]) -> list[str]:
        return list(dict.fromkeys(map(self._ground, way)))

    def _ground(self, ground: Ground) -> str:
        said = self.text(ground.words) if ground.words else self.sentences.leaf(ground.outcome)
        gate = ground.requirement
        if gate is None or not gate.basis.level.is_binding:
            return said
        return f"{said} {self.say(words.SEE, basis=self.basis(gate.basis))}"

    @cached_property
    def weighed(self) -> Reasons:
        """What the verdicts depend on, worked out when somebody reads."""
        return Reasons(self.advice)

    def why(self, verdict: Verdict) -> list[str]:
        """Return the figures and answers that call for the scheme; `why_in` says which needs."""
        grounds = self.weighed.calls_for(verdict).all
        figures = (each for each in grounds if isinstance(each.outcome.condition, FactTest))
        return list(dict.fromkeys(self.sentences.leaf(each.outcome) for each in figures))

    def reason(self, reason: Reason, verdict: Verdict) -> list[str]:
        """Return the sentences of one reason."""
        scheme = self.rulebook.schemes[verdict.scheme]
        match reason.kind:
            case ReasonKind.NO_EDITION:
                return [self._when_in_force(scheme), *self._ended(scheme)]
            case ReasonKind.CLOSED:
                return [self.say(words.CLOSED), *self._ended(scheme)]
            case ReasonKind.COMPANION:
                others = [self.scheme_inline(other) for other in scheme.only_with]
                last = self.sentences.listed(others, last=words.OR)
                return [self.say(words.COMPANION, others=last)]
            case ReasonKind.WHATEVER:
                return [self.say(words.WHATEVER)]
            case ReasonKind.REQUIREMENT:
                return self._requirement_reason(reason, verdict.edition)
        return self.sentences_of(reason.outcome) or [self.say(words.FITS_ALL)]

    def _requirement_reason(self, reason: Reason, edition: Edition | None) -> list[str]:
        requirements = edition.requirements if edition else ()
        return [
            self.requirement(each, reason.outcome)
            for each in requirements
            if each.id == reason.requirement and reason.outcome
        ]

    def _when_in_force(self, scheme: Scheme) -> str:
        day = self.advice.as_of
        ended = [e.valid_to for e in scheme.editions if e.valid_to and e.valid_to < day]
        begins = [e.valid_from for e in scheme.editions if e.valid_from and e.valid_from > day]
        if begins:
            return self.say(words.NOT_YET, day=self.day(min(begins)))
        if ended:
            return self.say(words.NO_LONGER, day=self.day(max(ended)))
        return self.say(words.NO_EDITION, day=self.day(day))

    def _ended(self, scheme: Scheme) -> list[str]:
        return [self.text(scheme.ended)] if scheme.ended else []

    def reservations(self, verdict: Verdict) -> list[str]:
        """Return what to be careful about."""
        return [self.reservation(each, verdict) for each in verdict.reservations]

    def reservation(self, kind: ReservationKind, verdict: Verdict) -> str:
        """Return one reservation as a sentence or two."""
        scheme = self.rulebook.schemes[verdict.scheme]
        husbanken = scheme.administrator is Administrator.HUSBANKEN
        who = self.say(words.ASK_HUSBANKEN if husbanken else words.ASK_OTHERS)
        return self.say(words.RESERVATIONS[kind], day=self.day(scheme.check_by), who=who)

    def phase(self, phase: Phase) -> str:
        """Return when a phase is."""
        return self.say(words.PHASES[phase])

    def why_in(self, item: BundleItem) -> list[str]:
        """Return why a scheme is in the bundle: what it carries, supports, and makes possible."""
        found = []
        for template, needs in ((words.CARRIES, item.main_for), (words.HELPS, item.helps)):
            if needs:
                names = [f"«{self.need_name(need)}»" for need in needs]
                words_for = template[len(needs) > 1]
                found.append(self.say(words_for, needs=self.sentences.listed(names)) + ".")
        if item.required_by:
            others = [self.scheme_inline(other) for other in item.required_by]
            found.append(self.say(words.REQUIRED, others=self.sentences.listed(others)) + ".")
        return found

    def left_out(self, left_out: LeftOut) -> str:
        """Return why a candidate is not in the bundle."""
        others = [self.scheme_inline(other) for other in left_out.because_of]
        listed = self.sentences.listed(others, last=words.OR) if others else ""
        return self.say(words.LEFT_OUT[left_out.reason], others=listed)

    def uncovered(self, uncovered: Uncovered) -> str:
        """Return whom to call about a severe need that nothing in the bundle carries."""
        contact = self.scheme_inline(uncovered.contact)
        return self.say(words.UNCOVERED, need=self.need_name(uncovered.need), contact=contact)

    def summary(self) -> list[str]:
        """Return the main advice in at most three sentences."""
        found = [self._summary_of_needs(), self._summary_of_bundle(), self._summary_of_open()]
        return [sentence for sentence in found if sentence]

    def _summary_of_needs(self) -> str:
        for severity, template in (
            (Severity.SEVERE, words.SUMMARY_SEVERE),
            (Severity.SOME, words.SUMMARY_SOME),
        ):
            names = [
                f"«{self.need_name(need.need)}»"
                for need in self.advice.needs.values()
                if need.severity is severity
            ]
            if names:
                return self.say(template, needs=self.sentences.listed(names))
        is_open = any(need.severity is None for need in self.advice.needs.values())
        return self.say(words.SUMMARY_NEEDS_OPEN) if is_open else ""

    def _summary_of_bundle(self) -> str:
        items = self.advice.bundle.items
        if not items:
            return self.empty_bundle()
        count = self._count(words.SUMMARY_COUNT, len(items))
        headline = self.headline(items[0].scheme)
        first = headline[0].lower() + headline[1:]
        return self.say(words.SUMMARY_BUNDLE, count=count, first=first)

    def _summary_of_open(self) -> str:
        asking = self.advice.worth_asking
        if not asking:
            return ""
        template = words.SUMMARY_OPEN_ONE if len(asking) == 1 else words.SUMMARY_OPEN
        if len(asking) > _MANY_OPEN:
            template = words.SUMMARY_PROVISIONAL
        return self.say(template, n=len(asking), question=self.question(asking[0].question))

    def empty_bundle(self) -> str:
        """Return what to say when nothing in the rulebook is recommended."""
        verdicts = self.advice.verdicts.values()
        names = [self.scheme_inline(each.scheme) for each in verdicts if each.in_place]
        text = self.say(words.EMPTY_BUNDLE)
        if not names:
            return text
        listed = self.sentences.listed(names)
        return f"{text} {self.say(words.EMPTY_BUT_IN_PLACE, schemes=listed)}"

    def capacity_note(self) -> str:
        """Return what the order of the bundle rests on."""
        known = self.advice.bundle.capacity_known
        return self.say(words.CAPACITY_KNOWN if known else words.CAPACITY_UNKNOWN)

    def dating(self) -> str:
        """Return which day the rules are from, and which years the figures are from."""
        found = self.advice.facts.values()
        years = sorted({each.as_of[:4] for each in found if each.as_of})
        span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}" if years else ""
        template = words.DATING if span else words.DATING_RULES
        return self.say(template, day=self.day(self.advice.as_of), years=span)

    def rates_used(self) -> list[RateRow]:
        """Return the rates that the needs found and the bundle rest on, by name."""
        conditions: list[Condition | None] = []
        for need in self._needs_there():
            conditions += [need.severe, need.some]
        used = set[str]()
        for item in self.advice.bundle.items:
            verdict = self.advice.verdicts[item.scheme]
            if verdict.edition is None:
                continue
            conditions.append(self.rulebook.schemes[verdict.scheme].relevant)
            conditions += [each.condition for each in verdict.edition.requirements]
            used.update(self.advice.money[verdict.scheme].rates)
        used.update(rate for condition in conditions for rate in rates_in(condition))
        return sorted(self._rate_row(rate) for rate in used)

    def _rate_row(self, id_: str) -> RateRow:
        rate = self.rulebook.rates[id_]
        basis = self.basis_or_reason(rate.basis_on(self.as_of), rate.reason)
        return RateRow(rate.name.to(self.language), self.rate(id_), basis)

    def sources_used(self) -> list[Source]:
        """Return the sources behind the figures, the needs found and the bundle, by title.

        What waits for the economic plan is told in short, so only its legal basis counts.
        """
        used = {finding.source for finding in self.advice.facts.values() if finding.source}
        for item in self.advice.bundle.items:
            in_short = item.phase is Phase.PLAN_PERIOD
            used.update(self._sources_of(self.advice.verdicts[item.scheme], in_short=in_short))
        used.update(need.basis.source for need in self._needs_there() if need.basis)
        sources = [self.rulebook.sources[id_] for id_ in used if id_ in self.rulebook.sources]
        return sorted(sources, key=lambda source: source.title.to(self.language))

    def _needs_there(self) -> list[Need]:
        """Return the needs that the municipality has, or may have."""
        found = self.advice.needs.values()
        return [
            self.rulebook.needs[each.need] for each in found if each.severity is not Severity.NONE
        ]

    def _sources_of(self, verdict: Verdict, *, in_short: bool) -> set[str]:
        edition = verdict.edition
        if edition is None:
            return set()
        sources = {edition.basis.source} if edition.basis else set[str]()
        if in_short:
            return sources
        experiences = self.rulebook.schemes[verdict.scheme].experiences
        sources.update(each.basis.source for each in edition.requirements)
        sources.update(each.basis.source for each in edition.terms)
        return sources.union(each.source for each in experiences)
