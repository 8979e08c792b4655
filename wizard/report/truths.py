"""Whether something is met, in a word and a mark: the same on every page and paper."""

from dataclasses import dataclass

from wizard.domain.text import Text
from wizard.domain.values import Truth
from wizard.voice.labels import Labels

_WORDS = {
    Truth.MET: Text("Oppfylt", "Oppfylt"),
    Truth.NOT_MET: Text("Ikke oppfylt", "Ikkje oppfylt"),
    Truth.UNKNOWN: Text("Ikke avklart", "Ikkje avklart"),
}
MARKS = {Truth.MET: "✓", Truth.NOT_MET: "✗", Truth.UNKNOWN: "?"}


@dataclass(frozen=True, slots=True)
class Status:
    """Whether something is met: the word for it, and the mark where a word is too long."""

    truth: Truth
    word: str
    mark: str


def status(truth: Truth, labels: Labels) -> Status:
    """Return the status in the language of the labels."""
    return Status(truth, labels.say(_WORDS[truth]), MARKS[truth])
