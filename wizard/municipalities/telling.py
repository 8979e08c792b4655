"""How every door tells what came of looking for a municipality."""

from collections.abc import Sequence

from wizard.domain.municipality import FormerMunicipality, Municipality
from wizard.domain.search import MunicipalitySearch, SearchOutcome
from wizard.domain.suggestion import did_you_mean
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
_COUNTY = Text("{county} er et fylke.", "{county} er eit fylke.")
_WRITE_ITS_NAME = Text(" Skriv navnet på kommunen.", " Skriv namnet på kommunen.")
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
_NO_SUCH_NUMBER = Text("Ingen kommune har nummer {number}.", "Ingen kommune har nummer {number}.")
_WHERE_TO_LOOK = Text(
    " Se nummeret hos SSB eller Kartverket.", " Sjå nummeret hos SSB eller Kartverket."
)
_LONGEST = 60  # more of a text than this is not repeated


def told(search: MunicipalitySearch) -> Text:
    """Return why there is more to choose or write; who was meant is asked after it."""
    if search.outcome is SearchOutcome.FORMER:
        return told_of_former(search.former)
    if search.outcome is SearchOutcome.COUNTY:
        message = _OLD_COUNTY if search.county_is_former else _COUNTY
        return joined(message.format(county=search.county), _WRITE_ITS_NAME)
    if search.outcome is SearchOutcome.ELSEWHERE:
        message = _OLD_COUNTY if search.county_is_former else _ELSEWHERE
        return message.format(county=search.county, name=search.offered[0].name)
    messages = {SearchOutcome.SEVERAL: _SEVERAL, SearchOutcome.AT_ODDS: _AT_ODDS}
    shown = search.typed if len(search.typed) <= _LONGEST else f"{search.typed[:_LONGEST]}…"
    return messages.get(search.outcome, _UNKNOWN).format(typed=shown)


def told_of_number(search: MunicipalitySearch, near: Sequence[Municipality] = ()) -> Text:
    """Return the same of a number that no municipality has, to those who write files.

    `near` are those that may have been meant.
    """
    if search.former:
        return told(search)
    likely = did_you_mean(", ".join(each.numbered for each in near))
    return joined(_NO_SUCH_NUMBER.format(number=search.typed), likely if near else _WHERE_TO_LOOK)


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
