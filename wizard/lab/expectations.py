"""What a rule file claims about a verdict, held against what the engine says."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.advice import NeedFinding, ReasonKind, Verdict
from wizard.domain.conditions import Severity
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Text

_GIVES = Text(
    "skal gi «{expected}», men gir «{found}».", "skal gi «{expected}», men gir «{found}»."
)
_NO_EDITION = Text(
    "skal gi «{expected}», men gir «{found}», for ordningen har ingen utgave den dagen. "
    "Flytt datoen i eksempelet, eller endre hva det skal gi.",
    "skal gi «{expected}», men gir «{found}», for ordninga har inga utgåve den dagen. "
    "Flytt datoen i dømet, eller endre kva det skal gi.",
)
_SHOULD_BE_IN_PLACE = Text(
    "skal være på plass, men er det ikke.", "skal vere på plass, men er det ikkje."
)
_SHOULD_NOT_BE_IN_PLACE = Text(
    "skal ikke være på plass, men er det.", "skal ikkje vere på plass, men er det."
)
_BECAUSE = Text(
    "skal ha en vurdering som bygger på {expected} («fordi»), men den bygger på {found}.",
    "skal ha ei vurdering som byggjer på {expected} («fordi»), men ho byggjer på {found}.",
)
_SETTLED_BY = Text(
    "skal ha en vurdering som henger på {expected} («avgjores_av»), men den henger på {found}.",
    "skal ha ei vurdering som heng på {expected} («avgjores_av»), men ho heng på {found}.",
)
_OPEN = "uavklart"
_NOTHING = Text("ingenting", "ingenting")


@dataclass(frozen=True, slots=True)
class Expected:
    """A claimed verdict. Empty `because` or `settled_by` claims nothing about them."""

    gives: VerdictKind
    in_place: bool
    because: tuple[str, ...]
    settled_by: tuple[str, ...]


def differences(expected: Expected, verdict: Verdict) -> Iterable[Text]:
    """Yield what the engine says otherwise: the rest of a sentence about whoever claims it."""
    if verdict.kind is not expected.gives:
        message = _GIVES if verdict.edition else _NO_EDITION
        yield message.format(expected=expected.gives, found=verdict.kind)
    if verdict.in_place is not expected.in_place:
        yield _SHOULD_BE_IN_PLACE if expected.in_place else _SHOULD_NOT_BE_IN_PLACE
    because = [r.requirement or "" for r in verdict.reasons if r.kind is ReasonKind.REQUIREMENT]
    if expected.because and set(expected.because) != set(because):
        yield _listed(_BECAUSE, expected.because, because)
    if expected.settled_by and set(expected.settled_by) != set(verdict.settled_by):
        yield _listed(_SETTLED_BY, expected.settled_by, verdict.settled_by)


def severity_differences(
    gives: Severity | None, settled_by: tuple[str, ...], finding: NeedFinding
) -> Iterable[Text]:
    """Yield what the engine says of a need otherwise. Empty `settled_by` claims nothing."""
    if finding.severity is not gives:
        yield _GIVES.format(expected=_code(gives), found=_code(finding.severity))
    if settled_by and set(settled_by) != finding.open_facts:
        yield _listed(_SETTLED_BY, settled_by, sorted(finding.open_facts))


def _code(severity: Severity | None) -> str:
    """Return the word of rule files."""
    return _OPEN if severity is None else severity.code


def _listed(template: Text, expected: Iterable[str], found: Iterable[str]) -> Text:
    return template.format(expected=", ".join(expected), found=", ".join(found) or _NOTHING)
