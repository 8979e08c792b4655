"""What the rules ask of a scheme: requirements and terms, each with its legal basis."""

from collections import Counter
from dataclasses import dataclass

from wizard.domain.advice import Verdict
from wizard.domain.schemes import Edition
from wizard.domain.sources import Confidence, LegalBasis
from wizard.domain.values import Truth
from wizard.memo.model import BasisLine, RequirementLine, RequirementState, TermLine
from wizard.voice.wording import Wording

_STATES: dict[Truth, RequirementState] = {
    Truth.MET: "met",
    Truth.NOT_MET: "not-met",
    Truth.UNKNOWN: "unknown",
}


@dataclass(frozen=True, slots=True)
class MainBasis:
    """What most of a scheme's rules stand in: named once, and then only by section."""

    wording: Wording
    basis: LegalBasis | None

    @classmethod
    def of(cls, wording: Wording, verdict: Verdict) -> "MainBasis":
        """Find it: the basis of the scheme as a whole, or else the one most rules name."""
        edition = verdict.edition
        return cls(wording, (edition.basis or _most_named(edition)) if edition else None)

    def short(self, basis: LegalBasis) -> str | None:
        """Return a rule's basis: within the main one the section, or nothing for all of it."""
        main = self.basis
        if main and (basis.source, basis.level) == (main.source, main.level):
            return basis.section or None
        return self.wording.labels.basis(basis)

    def line(self, verdict: Verdict) -> BasisLine | None:
        """Return the main basis as it is printed."""
        if self.basis is None:
            return None
        rules = _bases(verdict.edition) if verdict.edition else []
        return BasisLine(
            text=self.wording.labels.basis(self.basis),
            binding=self.basis.level.is_binding,
            implied=any(self.short(each) in {None, each.section} for each in rules),
        )


def _bases(edition: Edition) -> list[LegalBasis]:
    required = [rule.basis for rule in edition.requirements]
    return required + [rule.basis for rule in edition.terms]


def _most_named(edition: Edition) -> LegalBasis | None:
    bases = _bases(edition)
    named = Counter((basis.source, basis.level) for basis in bases)
    for (source, level), times in named.most_common(1):
        if times > 1 and times * 2 >= len(bases):
            return LegalBasis(source, "", level)
    return None


def requirements(
    wording: Wording, verdict: Verdict, main: MainBasis
) -> tuple[RequirementLine, ...]:
    """Return every requirement, and how the municipality stands to it."""
    edition = verdict.edition
    asked = edition.requirements if edition else ()
    return tuple(
        RequirementLine(
            state=_STATES[verdict.requirements[each.id].truth],
            text=wording.offers.requirement(each, verdict.requirements[each.id]),
            basis=main.short(each.basis),
        )
        for each in asked
        if each.id in verdict.requirements
    )


def terms(wording: Wording, verdict: Verdict, main: MainBasis) -> tuple[TermLine, ...]:
    """Return the checklist of what must hold in the project."""
    asked = verdict.edition.terms if verdict.edition else ()
    return tuple(
        TermLine(
            text=wording.labels.text(each.text),
            basis=main.short(each.basis),
            doubtful=each.confidence is Confidence.C,
        )
        for each in asked
    )
