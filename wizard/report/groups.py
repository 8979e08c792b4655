"""The sorts of verdicts that schemes outside the bundle are grouped by, and what is said of each.

This is the one place that knows which verdict belongs where: pages and paper ask.
"""

from enum import StrEnum

from wizard.domain.advice import Verdict
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Text
from wizard.report.tones import Tone
from wizard.voice import words


class VerdictGroup(StrEnum):
    """A sort of verdict, in the order they are told. The words are those of addresses."""

    AVAILABLE = "anbefalt"
    CONDITIONAL = "betinget"
    AFTER_CHANGE = "etter-endring"
    OPEN = "avklar"
    IN_PLACE = "pa-plass"
    EXCLUDED = "utelukket"
    NOT_RELEVANT = "ikke-aktuelt"

    @property
    def heading(self) -> Text:
        """What stands above the schemes."""
        return _HEADINGS[self]

    @property
    def intro(self) -> Text:
        """What is true of all of them."""
        return _INTROS[self]

    @property
    def tone(self) -> Tone | None:
        """How a verdict stands out."""
        return _TONES.get(self)

    @property
    def is_firm(self) -> bool:
        """Whether the verdict is a yes that nothing more is asked for."""
        return self is VerdictGroup.AVAILABLE

    @property
    def is_pending(self) -> bool:
        """Whether an answer or a change can still make a yes of it."""
        return self in _PENDING

    @property
    def is_usable(self) -> bool:
        """Whether the scheme can be used, as things are or when something is cleared or changed."""
        return self in _USABLE


def group_of(verdict: Verdict) -> VerdictGroup:
    """Return the group of a verdict."""
    return VerdictGroup.IN_PLACE if verdict.in_place else _GROUPS[verdict.kind]


_GROUPS = {
    VerdictKind.RECOMMENDED: VerdictGroup.AVAILABLE,
    VerdictKind.CONDITIONAL: VerdictGroup.CONDITIONAL,
    VerdictKind.AFTER_CHANGE: VerdictGroup.AFTER_CHANGE,
    VerdictKind.OPEN: VerdictGroup.OPEN,
    VerdictKind.EXCLUDED: VerdictGroup.EXCLUDED,
    VerdictKind.NOT_RELEVANT: VerdictGroup.NOT_RELEVANT,
}
_PENDING = frozenset({VerdictGroup.CONDITIONAL, VerdictGroup.AFTER_CHANGE, VerdictGroup.OPEN})
_USABLE = frozenset({VerdictGroup.AVAILABLE, VerdictGroup.CONDITIONAL, VerdictGroup.AFTER_CHANGE})
_TONES = {
    VerdictGroup.AVAILABLE: Tone.ACCENT,
    VerdictGroup.CONDITIONAL: Tone.INFO,
    VerdictGroup.AFTER_CHANGE: Tone.INFO,
    VerdictGroup.OPEN: Tone.INFO,
    VerdictGroup.IN_PLACE: Tone.SUCCESS,
}
_HEADINGS = {
    VerdictGroup.AVAILABLE: Text(
        "Passer, men er ikke med i planen", "Passar, men er ikkje med i planen"
    ),
    VerdictGroup.CONDITIONAL: Text(
        "Anbefalt hvis noe avklares", "Tilrådd dersom noko blir avklart"
    ),
    VerdictGroup.AFTER_CHANGE: Text("Mulig når noe er endret", "Mogleg når noko er endra"),
    VerdictGroup.OPEN: words.VERDICTS[VerdictKind.OPEN],
    VerdictGroup.IN_PLACE: words.IN_PLACE,
    VerdictGroup.EXCLUDED: Text("Vurdert, men ikke mulig", "Vurdert, men ikkje mogleg"),
    VerdictGroup.NOT_RELEVANT: Text("Ikke aktuelt nå", "Ikkje aktuelt no"),
}
_INTROS = {
    VerdictGroup.AVAILABLE: Text(
        "Dere oppfyller kravene, men andre ordninger dekker det samme.",
        "De oppfyller krava, men andre ordningar dekkjer det same.",
    ),
    VerdictGroup.CONDITIONAL: Text(
        "Svaret på noen få spørsmål avgjør.", "Svaret på nokre få spørsmål avgjer."
    ),
    VerdictGroup.AFTER_CHANGE: Text(
        "Kommunen kan selv gjøre noe som åpner for disse.",
        "Kommunen kan sjølv gjere noko som opnar for desse.",
    ),
    VerdictGroup.OPEN: Text(
        "Vi vet ikke nok til å si om disse passer.", "Vi veit ikkje nok til å seie om desse passar."
    ),
    VerdictGroup.IN_PLACE: Text(
        "Ordningene er i bruk i kommunen.", "Ordningane er i bruk i kommunen."
    ),
    VerdictGroup.EXCLUDED: Text(
        "Reglene stenger, og kommunen kan ikke endre det selv.",
        "Reglane stengjer, og kommunen kan ikkje endre det sjølv.",
    ),
    VerdictGroup.NOT_RELEVANT: Text(
        "Slik dere har svart, passer disse ikke nå.", "Slik de har svart, passar desse ikkje no."
    ),
}
