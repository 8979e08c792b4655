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
        """Fill the program's own `{name}` slots, each part in the same language as the text.

        Never used on text from rule files.
        """
        return Text(
            self.nb.format(**{name: _in(Language.NB, part) for name, part in parts.items()}),
            self.nn.format(**{name: _in(Language.NN, part) for name, part in parts.items()}),
        )


def joined(*texts: Text) -> Text:
    """Return texts one behind the other."""
    return Text("".join(text.nb for text in texts), "".join(text.nn for text in texts))


def _in(language: Language, part: object) -> object:
    return part.to(language) if isinstance(part, Text) else part


def capfirst(text: str) -> str:
    """Return the text with its first letter large and the rest as it was."""
    return text[:1].upper() + text[1:]
