"""What the rules ask of a scheme: requirements and terms, each with its legal basis."""

from collections import Counter
from dataclasses import dataclass

from wizard.domain.advice import Verdict
from wizard.domain.schemes import Edition
from wizard.domain.sources import Confidence, LegalBasis, Level
from wizard.domain.values import Truth
from wizard.engine.wording import Wording
from wizard.memo.model import RequirementLine, RequirementState, TermLine

_STATES: dict[Truth, RequirementState] = {
    Truth.MET: "met",
    Truth.NOT_MET: "not-met",
    Truth.UNKNOWN: "unknown",
}
_BINDING = frozenset({Level.LAW, Level.REGULATION})


@dataclass(frozen=True, slots=True)
class MainLaw:
    """The text that most of a scheme's rules stand in: named once, then only by section."""

    wording: Wording
    source: str | None
    whole: str | None

    @classmethod
    def of(cls, wording: Wording, verdict: Verdict) -> "MainLaw":
        """Find it: the legal basis of the scheme as a whole, or else the one most rules name."""
        basis = verdict.edition and (verdict.edition.basis or _most_named(verdict.edition))
        return (
            cls(wording, basis.source, wording.basis(basis)) if basis else cls(wording, None, None)
        )

    def basis(self, basis: LegalBasis) -> str | None:
        """Return a legal basis; only the section within the main law, nothing for all of it."""
        if basis.source == self.source and basis.level in _BINDING:
            return basis.section or None
        return self.wording.basis(basis)

    def implied_in(self, verdict: Verdict) -> bool:
        """Tell whether some rule is named by its section alone."""
        bases = _bases(verdict.edition) if verdict.edition else []
        return any(basis.source == self.source and basis.section for basis in bases)


def _bases(edition: Edition) -> list[LegalBasis]:
    rules = [rule.basis for rule in edition.requirements] + [rule.basis for rule in edition.terms]
    return [basis for basis in rules if basis.level in _BINDING]


def _most_named(edition: Edition) -> LegalBasis | None:
    named = Counter(basis.source for basis in _bases(edition))
    rules = len(edition.requirements) + len(edition.terms)
    for source, times in named.most_common(1):
        if times > 1 and times * 2 >= rules:
            return LegalBasis(source, "", Level.REGULATION)
    return None


def requirements(wording: Wording, verdict: Verdict, law: MainLaw) -> tuple[RequirementLine, ...]:
    """Return every requirement, and how the municipality stands to it."""
    edition = verdict.edition
    asked = edition.requirements if edition else ()
    return tuple(
        RequirementLine(
            state=_STATES[verdict.requirements[each.id].truth],
            text=wording.requirement(each, verdict.requirements[each.id]),
            basis=law.basis(each.basis),
        )
        for each in asked
        if each.id in verdict.requirements
    )


def terms(wording: Wording, verdict: Verdict, law: MainLaw) -> tuple[TermLine, ...]:
    """Return the checklist of what must hold in the project."""
    asked = verdict.edition.terms if verdict.edition else ()
    return tuple(
        TermLine(
            text=wording.text(each.text),
            basis=law.basis(each.basis),
            doubtful=each.confidence is Confidence.C,
        )
        for each in asked
    )
