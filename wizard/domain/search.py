"""What came of looking for the municipality that a text names, and how every door tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.municipality import FormerMunicipality, Municipality
from wizard.domain.text import Text, joined

_AND = Text(" og ", " og ")
_UNKNOWN = Text("Vi finner ingen kommune «{typed}».", "Vi finn ingen kommune «{typed}».")
_SEVERAL = Text(
    "Det er flere kommuner som heter «{typed}».", "Det er fleire kommunar som heiter «{typed}»."
)
_AT_ODDS = Text(
    "«{typed}» viser til mer enn én kommune.", "«{typed}» viser til meir enn éin kommune."
)
_ELSEWHERE = Text(
    "Ingen kommune i {county} heter {name}.", "Ingen kommune i {county} heiter {name}."
)
_OLD_COUNTY = Text("{county} er ikke et fylke lenger.", "{county} er ikkje eit fylke lenger.")
_NOW_PART_OF = Text(
    "{number} {name} ({years}) er nå en del av {present}.",
    "{number} {name} ({years}) er no ein del av {present}.",
)
_RENUMBERED = Text(
    "{number} {name} ({years}) har nå nummer {present}.",
    "{number} {name} ({years}) har no nummer {present}.",
)
_UNTIL = Text("til {last}", "til {last}")
_LONGEST = 60  # more of a text than this is not repeated


class SearchOutcome(StrEnum):
    """What a text names: one municipality, several, none, or one of another day or county."""

    FOUND = "funnet"
    SEVERAL = "flere"
    AT_ODDS = "motstrid"
    ELSEWHERE = "annet fylke"
    FORMER = "tidligere"
    UNKNOWN = "ukjent"


@dataclass(frozen=True, slots=True)
class MunicipalitySearch:
    """What a text was taken to name. Nothing is guessed: only `FOUND` names exactly one.

    `offered` are those that may have been meant, the likeliest first. `former` are the earlier
    ones that the text names. `county` is the one that none of the offered lies in;
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

    def told(self) -> Text:
        """Return why there is more to choose or write; who was meant is asked after it."""
        if self.outcome is SearchOutcome.FORMER:
            return told_of_former(self.former)
        if self.outcome is SearchOutcome.ELSEWHERE:
            message = _OLD_COUNTY if self.county_is_former else _ELSEWHERE
            return message.format(county=self.county, name=self.offered[0].name)
        messages = {SearchOutcome.SEVERAL: _SEVERAL, SearchOutcome.AT_ODDS: _AT_ODDS}
        shown = self.typed if len(self.typed) <= _LONGEST else f"{self.typed[:_LONGEST]}…"
        return messages.get(self.outcome, _UNKNOWN).format(typed=shown)


def told_of_former(former: Sequence[FormerMunicipality]) -> Text:
    """Return what has become of former municipalities, a sentence for each."""
    spaced = [part for each in former for part in (Text(" ", " "), _now(each))]
    return joined(*spaced[1:])


def _now(former: FormerMunicipality) -> Text:
    present = former.successors
    years: object = _UNTIL.format(last=former.until)
    if former.since == former.until:
        years = former.until
    elif former.since is not None:
        years = f"{former.since}–{former.until}"
    parts = {"number": former.number, "name": former.name, "years": years}
    if len(present) == 1 and _same_name(former, present[0]):
        return _RENUMBERED.format(present=present[0].number, **parts)
    return _NOW_PART_OF.format(present=_listed([each.numbered for each in present]), **parts)


def _same_name(former: FormerMunicipality, present: Municipality) -> bool:
    """Tell whether one of the old names is still one of its names."""
    names = {present.name, *present.official_name.split(" - ")}
    return not names.isdisjoint(former.name.split(" - "))


def _listed(names: Sequence[str]) -> Text:
    *others, last = (Text(name, name) for name in names)
    if not others:
        return last
    first = ", ".join(each.nb for each in others)
    return joined(Text(first, first), _AND, last)
