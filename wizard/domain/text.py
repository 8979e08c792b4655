"""Text in both written forms of Norwegian."""

from dataclasses import dataclass
from decimal import Decimal
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

    def to(self, language: Language, /, **parts: object) -> str:
        """Return the wording in one language, its `{name}` slots filled in the same language.

        Slots are the program's own: text from rule files is given no parts.
        """
        wording = self.nb if language is Language.NB else self.nn
        if not parts:
            return wording
        return wording.format(**{name: _in(language, part) for name, part in parts.items()})

    def format(self, **parts: object) -> "Text":
        """Fill the program's own `{name}` slots in both languages."""
        return Text(self.to(Language.NB, **parts), self.to(Language.NN, **parts))


@dataclass(frozen=True, slots=True)
class Counted:
    """The same thing said of one and of many; `{n}` is the number where it is said."""

    one: Text
    many: Text

    def of(self, n: int | Decimal, /, **parts: object) -> Text:
        """Return the wording for so many, its slots filled."""
        return (self.one if abs(n) == 1 else self.many).format(**{"n": n, **parts})


def joined(*texts: Text) -> Text:
    """Return texts one behind the other."""
    return Text("".join(text.nb for text in texts), "".join(text.nn for text in texts))


def _in(language: Language, part: object) -> object:
    return part.to(language) if isinstance(part, Text) else part


def capfirst(text: str) -> str:
    """Return the text with its first letter large and the rest as it was."""
    return text[:1].upper() + text[1:]
