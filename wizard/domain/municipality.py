"""A municipality and what the reference data say about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.text import Language


class LanguageDecision(StrEnum):
    """What the municipality asks the state to write (språkvedtak)."""

    BOKMAL = "bokmål"
    NYNORSK = "nynorsk"
    NEUTRAL = "nøytral"

    @property
    def memo_language(self) -> Language:
        """The language a memo starts in: nynorsk where that was decided, else bokmål."""
        return Language.NN if self is LanguageDecision.NYNORSK else Language.NB


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 357 municipalities.

    `number` is four digits as text, with its leading zero. `label` is unique: the name, with the
    county where two share it. `columns` holds the raw cells of the reference data by column name;
    an empty cell is left out, since it means not known.
    """

    number: str
    name: str
    official_name: str
    label: str
    county: str
    language_decision: LanguageDecision
    columns: Mapping[str, str]
