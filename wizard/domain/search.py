"""What came of looking for the municipality that a text names."""

from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.municipality import FormerMunicipality, Municipality


class SearchOutcome(StrEnum):
    """What a text names: one municipality, several, none, one of another day, or a county."""

    FOUND = "funnet"
    SEVERAL = "flere"
    AT_ODDS = "motstrid"
    ELSEWHERE = "annet fylke"
    COUNTY = "fylke"
    FORMER = "tidligere"
    UNKNOWN = "ukjent"


@dataclass(frozen=True, slots=True)
class MunicipalitySearch:
    """What a text was taken to name. Nothing is guessed: only `FOUND` names exactly one.

    `offered` are those that may have been meant, the likeliest first. `former` are the earlier
    ones that the text names. `county` is one that the text names and none of the offered lies in;
    `county_is_former` tells that it is no county any more.
    """

    typed: str
    outcome: SearchOutcome
    offered: tuple[Municipality, ...] = ()
    former: tuple[FormerMunicipality, ...] = ()
    county: str = ""
    county_is_former: bool = False

    @property
    def found(self) -> Municipality | None:
        """The municipality that is meant, where there is no doubt."""
        return self.offered[0] if self.outcome is SearchOutcome.FOUND else None
