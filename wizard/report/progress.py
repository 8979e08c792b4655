"""What is said of how far the questionnaire is."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.text import Language, Text
from wizard.questionnaire import Status, ThemeProgress
from wizard.report.tones import Tone

_LABELS = {
    Status.DONE: Text("Ferdig", "Ferdig"),
    Status.STARTED: Text("Påbegynt", "Starta"),
    Status.NOT_STARTED: Text("Ikke startet", "Ikkje starta"),
}
_SO_FAR = Text("{done} av {asked} besvart", "{done} av {asked} svart på")
_TONES = {Status.DONE: Tone.SUCCESS, Status.STARTED: Tone.INFO}


@dataclass(frozen=True, slots=True)
class ThemeAccount:
    """One theme, and how far it is. `so_far` tells how many of its questions are answered."""

    id: str
    name: str
    label: str
    so_far: str
    tone: Tone | None
    is_done: bool


def themes_of(progress: Iterable[ThemeProgress], language: Language) -> tuple[ThemeAccount, ...]:
    """Return what is said of each theme."""
    return tuple(
        ThemeAccount(
            id=each.theme.id,
            name=each.theme.name.to(language),
            label=_LABELS[each.status].to(language),
            so_far=_SO_FAR.to(language, done=each.done, asked=len(each.asked)),
            tone=_TONES.get(each.status),
            is_done=each.status is Status.DONE,
        )
        for each in progress
    )
