"""Text in both written forms of Norwegian."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """Written form of Norwegian. The codes are those of BCP 47."""

    NB = "nb"
    NN = "nn"


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in bokmål and nynorsk. Neither is a fallback for the other."""

    nb: str
    nn: str

    def to(self, language: Language) -> str:
        """Return the wording in one language."""
        return self.nb if language is Language.NB else self.nn

    def format(self, **parts: object) -> "Text":
        """Fill the program's own `{name}` slots. Never used on text from rule files."""
        return Text(self.nb.format(**parts), self.nn.format(**parts))
