"""Finds the municipality that a text names among the present and the former ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from typing import TypeVar

from wizard.domain.municipality import FormerMunicipality, Municipality
from wizard.domain.search import MunicipalitySearch, SearchOutcome
from wizard.municipalities.names import PARALLEL, fold, parallel_names
from wizard.municipalities.reading import DIGITS, Ear, Heard

_LONGEST_NAME = 100  # nobody means a municipality by more; comparing is slow for long texts
_SUGGESTIONS = 5
_NEAR = 0.7
COUNTY_DIGITS = 2  # with which the number of a municipality tells its county

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class County:
    """A county of today or earlier. `number` begins the numbers of its municipalities."""

    number: str
    official_name: str

    @property
    def name(self) -> str:
        """The Norwegian name, which stands first."""
        return self.official_name.partition(PARALLEL)[0]

    @property
    def names(self) -> tuple[str, ...]:
        """The folded names that it goes by."""
        return parallel_names(self.official_name)


class Directory:
    """The index of all names and numbers, today's and earlier ones."""

    def __init__(
        self,
        municipalities: Sequence[Municipality],
        former: Iterable[FormerMunicipality],
        counties: Iterable[County],
    ) -> None:
        """Index the municipalities; what is found comes in the order they have here."""
        self._present = {one.number: one for one in municipalities}
        self._names = _index(
            (one.number, {fold(one.name), *parallel_names(one.official_name)})
            for one in municipalities
        )
        self._former = _index((each, {each.number, *parallel_names(each.name)}) for each in former)
        self._present_counties = {one.county for one in municipalities}
        self._counties = _index((each, set(each.names)) for each in counties)
        known = {*self._names, *self._former}
        numbers = {*self._present, *filter(str.isdecimal, known)}
        self._ear = Ear(known - numbers, numbers, self._counties)

    def search(self, text: str) -> MunicipalitySearch:
        """Return what the text names, and what may have been meant where there is doubt."""
        typed = text.strip()
        if len(typed) > _LONGEST_NAME:
            return MunicipalitySearch(typed, SearchOutcome.UNKNOWN)
        heard = self._ear.hear(typed)
        # A number that is gone tells that the name is from another day.
        earlier = any(number not in self._present for number in heard.numbers)
        meanings = [self._meaning(key, earlier=earlier) for key in (*heard.names, *heard.numbers)]
        if not meanings and heard.counties and not heard.rest:
            return self._of_county(typed, SearchOutcome.COUNTY, heard)
        if not meanings:
            return self._unlike(typed, heard)
        common = [number for number in meanings[0] if all(number in each for each in meanings)]
        if not common:
            return self._answer(typed, SearchOutcome.AT_ODDS, chain(*meanings))
        gone = [key for key in (*heard.names, *heard.numbers) if not self._is_present(key)]
        # A number says more than a name, and a name that is there more than one that is gone.
        if len(gone) == len(meanings) or any(key.isdecimal() for key in gone):
            return self._was(typed, self._entries(gone, heard), common)
        return self._is(typed, heard, common)

    def near(self, number: str) -> tuple[Municipality, ...]:
        """Return those whose number is one slip away: a digit is another, or two are swapped."""
        close = [each for each in self._present if number.isdecimal() and _one_slip(number, each)]
        close.sort(key=lambda each: (abs(int(each) - int(number)), each))
        return tuple(self._present[each] for each in close[:_SUGGESTIONS])

    def _is_present(self, key: str) -> bool:
        return key in self._names or key in self._present

    def _meaning(self, key: str, *, earlier: bool) -> tuple[str, ...]:
        """Return the numbers of the present municipalities that a name or number may mean."""
        if key in self._present:
            return (key,)
        now = self._names.get(key, ())
        if now and not earlier:
            return now
        return (*now, *chain.from_iterable(map(_followers, self._former.get(key, ()))))

    def _is(self, typed: str, heard: Heard, common: list[str]) -> MunicipalitySearch:
        """Answer where all that is known of the text may mean the same present municipality."""
        if heard.counties:
            near = self._near_to(common, heard)
            if not near:
                return self._elsewhere(typed, heard, common)
            common = near
        if heard.rest and not heard.aside:
            namesakes = chain.from_iterable(map(_followers, self._entries(heard.names)))
            return self._answer(typed, SearchOutcome.UNKNOWN, (*common, *namesakes))
        outcome = SearchOutcome.FOUND if len(common) == 1 else SearchOutcome.SEVERAL
        return self._answer(typed, outcome, common)

    def _elsewhere(self, typed: str, heard: Heard, common: list[str]) -> MunicipalitySearch:
        """Answer where no present municipality of that name lies in that county."""
        if entries := self._entries(heard.names, heard):
            return self._was(typed, entries)
        offered = tuple(self._present[number] for number in common)
        return self._of_county(typed, SearchOutcome.ELSEWHERE, heard, offered)

    def _of_county(
        self,
        typed: str,
        outcome: SearchOutcome,
        heard: Heard,
        offered: tuple[Municipality, ...] = (),
    ) -> MunicipalitySearch:
        county = self._counties[heard.counties[0]][-1].name
        former = county not in self._present_counties
        return MunicipalitySearch(typed, outcome, offered, county=county, county_is_former=former)

    def _unlike(self, typed: str, heard: Heard) -> MunicipalitySearch:
        """Answer where nothing in the text is a name or number: a slip of the pen, or no name."""
        wanted = " ".join(heard.rest)
        if wanted.isdecimal():
            # Only a lost leading zero is made good: how digits look says nothing.
            whole = wanted.zfill(DIGITS) if len(wanted) == DIGITS - 1 else ""
            if whole in self._former:
                return self._was(typed, self._entries([whole]))
            return self._answer(
                typed, SearchOutcome.UNKNOWN, [whole] if whole in self._present else []
            )
        begin = sorted(
            (name for name in self._names if wanted and name.startswith(wanted)), key=len
        )
        close = get_close_matches(wanted, self._names, n=_SUGGESTIONS, cutoff=_NEAR)
        meant = list(chain.from_iterable(self._names[name] for name in (*begin, *close)))
        near = self._near_to(meant, heard) or meant
        return self._answer(typed, SearchOutcome.UNKNOWN, list(dict.fromkeys(near))[:_SUGGESTIONS])

    def _near_to(self, numbers: Iterable[str], heard: Heard) -> list[str]:
        """Return those that lie in a county of the text."""
        counties = {each.number for name in heard.counties for each in self._counties[name]}
        return [number for number in numbers if number[:COUNTY_DIGITS] in counties]

    def _entries(
        self, keys: Iterable[str], heard: Heard | None = None
    ) -> tuple[FormerMunicipality, ...]:
        """Return the former ones of these names and numbers, if a text has counties those there.

        Of one that was followed by another under the same name, only the last is told.
        """
        found = [each for key in keys for each in self._former.get(key, ())]
        if heard and heard.counties:
            found = [e for e in found if self._near_to((e.number, *_followers(e)), heard)]
        kept: list[FormerMunicipality] = []
        told: set[str] = set()
        for each in sorted(found, key=lambda one: one.until, reverse=True):
            if told.isdisjoint(_followers(each)):
                kept.append(each)
            told.update(_followers(each))
        return tuple(kept)

    def _was(
        self, typed: str, entries: tuple[FormerMunicipality, ...], otherwise: Iterable[str] = ()
    ) -> MunicipalitySearch:
        if not entries:  # there was one of that name, but in another county
            return self._answer(typed, SearchOutcome.UNKNOWN, otherwise)
        numbers = chain.from_iterable(map(_followers, entries))
        return self._answer(typed, SearchOutcome.FORMER, numbers, entries)

    def _answer(
        self,
        typed: str,
        outcome: SearchOutcome,
        numbers: Iterable[str],
        former: tuple[FormerMunicipality, ...] = (),
    ) -> MunicipalitySearch:
        offered = tuple(self._present[number] for number in dict.fromkeys(numbers))
        return MunicipalitySearch(typed, outcome, offered, former)


def _followers(former: FormerMunicipality) -> tuple[str, ...]:
    """Return the numbers of the present municipalities that follow a former one."""
    return tuple(one.number for one in former.successors)


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two numbers differ by one digit, or by two neighbours that are swapped."""
    if len(one) != len(other):
        return False
    differ = [place for place in range(len(one)) if one[place] != other[place]]
    if len(differ) == 2:  # noqa: PLR2004
        first, last = differ
        return last == first + 1 and one[first : last + 1] == other[last] + other[first]
    return len(differ) == 1


def _index(keyed: Iterable[tuple[Thing, set[str]]]) -> Mapping[str, tuple[Thing, ...]]:
    """Turn the keys of each thing into a look-up; the order of things is kept."""
    index: dict[str, tuple[Thing, ...]] = {}
    for thing, keys in keyed:
        for key in sorted(keys):
            index[key] = (*index.get(key, ()), thing)
    return index
