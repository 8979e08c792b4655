"""What refers to what in a rulebook: who must be looked at when something is changed."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.domain.place import Place
from wizard.rulebook.layout import NAMED_AFTER, find
from wizard.rulebook.loading import load_files
from wizard.rulebook.reading import Kind, Reading


@dataclass(frozen=True, slots=True)
class User:
    """Something that refers to something else; `kind` is `None` where that is a whole file."""

    kind: Kind | None
    id: str


Uses = Mapping[tuple[Kind, str], tuple[User, ...]]


def uses(folder: Path) -> Uses:
    """Return who refers to each thing in a folder of rules, in the order of the files.

    What stands in a text or an example refers too. A thing that rests on a rate rests on what the
    rate rests on.

    Raises:
        RulebookError: the rules cannot be used.

    """
    reading = Reading()
    load_files(find(folder, reading), reading)
    owners = _Owners(reading)
    found: dict[tuple[Kind, str], dict[User, None]] = {}
    for each in sorted(reading.references, key=lambda each: each.place):
        found.setdefault((each.kind, each.id), {})[owners.of(each.place)] = None
    return {thing: _with_users_of_rates(users, found) for thing, users in found.items()}


def _with_users_of_rates(
    users: Mapping[User, None], found: Mapping[tuple[Kind, str], Mapping[User, None]]
) -> tuple[User, ...]:
    through = (
        user
        for rate in users
        if rate.kind is Kind.RATE
        for user in found.get((Kind.RATE, rate.id), ())
    )
    return tuple(dict.fromkeys((*users, *through)))


class _Owners:
    """Whose each place is: of the thing that was last defined above it in the same file."""

    def __init__(self, reading: Reading) -> None:
        self._defined: dict[str, list[tuple[Place, User]]] = {}
        for kind, places in reading.defined.items():
            for id_, place in places.items():
                self._defined.setdefault(place.file, []).append((place, User(kind, id_)))
        for things in self._defined.values():
            things.sort(key=lambda thing: thing[0])

    def of(self, place: Place) -> User:
        folder, _, name = place.file.rpartition("/")
        if folder in NAMED_AFTER:
            return User(NAMED_AFTER[folder], name.removesuffix(".yaml"))
        things = self._defined.get(place.file, [])
        above = bisect_right(things, place, key=lambda thing: thing[0])
        return things[above - 1][1] if above else User(None, place.file)
