"""A municipality and what the reference data say about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wizard.domain.peers import Peers
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


class Government(StrEnum):
    """What a municipality calls itself and its council, and who leads its administration.

    A kommune has kommunestyre and kommunedirektør; a herad the same under its own name. Where
    the law's parliamentary form is in force, the council is a bystyre and a byråd leads.
    """

    KOMMUNE = "kommune"
    HERAD = "herad"
    BYRAD = "byråd"


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 357 municipalities.

    `number` is four digits as text, with its leading zero. `label` is unique: the name, with the
    county where two share it. `columns` holds the raw cells of the reference data by column name;
    an empty cell is left out, since it means not known. `peers` is what the figures are held up
    against; `None` where nobody has worked it out.
    """

    number: str
    name: str
    official_name: str
    label: str
    county: str
    language_decision: LanguageDecision
    columns: Mapping[str, str]
    government: Government = Government.KOMMUNE
    peers: Peers | None = field(default=None, repr=False)

    @property
    def kind(self) -> str:
        """What sort of municipality it calls itself: kommune or herad."""
        own = Government.HERAD if self.government is Government.HERAD else Government.KOMMUNE
        return own.value

    @property
    def title(self) -> str:
        """What it calls itself: "Namsskogan kommune", "Voss herad"."""
        return f"{self.name} {self.kind}"

    @property
    def numbered(self) -> str:
        """The label with the number: "Våler (Østfold) (3114)"."""
        return f"{self.label} ({self.number})"


@dataclass(frozen=True, slots=True)
class FormerMunicipality:
    """A number and name that no municipality has now, and the present ones that follow it.

    `since` is the first year, `None` where it is not known, `until` the last. The first of the
    successors is the one of the same name, if there is one.
    """

    number: str
    name: str
    since: int | None
    until: int
    successors: tuple[Municipality, ...]
