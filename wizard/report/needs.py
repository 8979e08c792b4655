"""What is said of a need in a case, and in which order needs are told."""

from dataclasses import dataclass

from wizard.domain.advice import NeedFinding
from wizard.domain.conditions import Severity
from wizard.report.tones import Tone
from wizard.voice.cites import basis_key
from wizard.voice.wording import Wording

# Told in this order; what is not settled, before what is certainly slight.
_ORDER: tuple[Severity | None, ...] = (Severity.SEVERE, None, Severity.SOME, Severity.NONE)
_TONES = {Severity.SEVERE: Tone.WARNING, None: Tone.INFO, Severity.SOME: Tone.SUCCESS}


@dataclass(frozen=True, slots=True)
class NeedAccount:
    """One need. `label` is how severe it is; `reasons` what that depends on, or waits for."""

    finding: NeedFinding
    name: str
    what: str
    label: str
    reasons: tuple[str, ...]

    @property
    def tone(self) -> Tone | None:
        """How it stands out."""
        return _TONES.get(self.finding.severity)

    @property
    def is_absent(self) -> bool:
        """Whether the municipality certainly does not have it."""
        return self.finding.severity is Severity.NONE


def need_of(wording: Wording, need: str) -> NeedAccount:
    """Return what is said of one need."""
    finding, rule = wording.advice.needs[need], wording.advice.rulebook.needs[need]
    return NeedAccount(
        finding=finding,
        name=wording.labels.need_name(need),
        what=wording.labels.text(rule.short, basis_key(rule.basis)),
        label=wording.labels.severities(finding.possible),
        reasons=tuple(wording.verdicts.need_reasons(finding)),
    )


def most_severe_first(need: NeedAccount) -> int:
    """Return a key that sorts needs in the order they are told."""
    return _ORDER.index(need.finding.severity)
