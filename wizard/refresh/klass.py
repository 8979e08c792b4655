"""Klass 131: which municipalities there are, and what has become of those that are no more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wizard.refresh.asking import Ssb
from wizard.refresh.problems import RefreshError
from wizard.refresh.regions import Kommuner

_UNKNOWN = "9999"  # Klass's own "not told"
_SINCE = "2020-01-01"


@dataclass(frozen=True, slots=True)
class Change:
    """A number that became another one on a day; both may go on, when one is split or merged."""

    day: date
    number: str
    name: str
    becomes: str


def fetch(ssb: Ssb, kommuner: Kommuner, today: date) -> tuple[Change, ...]:
    """Ask for the municipalities of today, which must be ours, and the changes since 2020.

    Raises:
        RefreshError: Norway has other municipalities now. Their language, position and the like
            are not in any table, so a person must bring them.

    """
    changes = ssb.klass(
        "classifications/131/changes", {"from": _SINCE, "to": today.isoformat()}, _changes
    )
    ssb.klass(
        "classifications/131/codesAt",
        {"date": today.isoformat()},
        lambda raw: _same(raw, kommuner, changes),
    )
    return changes


def _changes(raw: Any) -> tuple[Change, ...]:  # noqa: ANN401 - JSON
    try:
        found = [
            Change(
                date.fromisoformat(each["changeOccurred"]),
                str(each["oldCode"]),
                str(each["oldName"]),
                str(each["newCode"]),
            )
            for each in raw["codeChanges"]
            if each["oldCode"] and each["newCode"]
        ]
    except (KeyError, TypeError, ValueError) as wrong:
        raise RefreshError("endringene har ikke den formen vi kjenner.") from wrong
    return tuple(sorted(found, key=lambda one: (one.day, one.number, one.becomes)))


def _same(raw: Any, kommuner: Kommuner, changes: tuple[Change, ...]) -> None:  # noqa: ANN401 - JSON
    try:
        numbers = {str(each["code"]): str(each["name"]) for each in raw["codes"]}
    except (KeyError, TypeError) as wrong:
        raise RefreshError("svaret har ikke den formen vi kjenner.") from wrong
    numbers.pop(_UNKNOWN, None)
    gone = [number for number in kommuner.names if number not in numbers]
    came = [f"{number} {name}" for number, name in numbers.items() if number not in kommuner.names]
    if gone or came:
        followed = {each.number: each.becomes for each in changes if each.number in gone}
        told = [f"{kommuner.told(n)} (nå {followed.get(n, 'ukjent')})" for n in gone[:5]]
        raise RefreshError(
            f"Norge har fått andre kommuner. Borte: {', '.join(told) or 'ingen'}. "
            f"Nye: {', '.join(came[:5]) or 'ingen'}. Da må filene lages på nytt av et menneske."
        )


def rows_to_add(
    changes: tuple[Change, ...], known: set[tuple[str, str]], kommuner: Kommuner
) -> Iterator[Mapping[str, str]]:
    """Yield rows of `tidligere.csv` for former municipalities that are not there.

    `known` are the number and the last year of those that are. From which year one was, Klass does
    not say among its changes, so that is left out.
    """
    seen: set[tuple[str, str]] = set()
    for change in changes:
        number, until = change.number, str(change.day.year - 1)
        if number in kommuner.names or {(number, until)} & (known | seen):
            continue
        seen.add((number, until))
        followers = list(dict.fromkeys(_followers(number, change.day, changes, kommuner)))
        name = change.name
        followers.sort(key=lambda n: kommuner.names[n] != name)  # the one of the same name first
        if followers:
            yield {
                "kommunenummer": number,
                "navn": name,
                "fra": "",
                "til": until,
                "etterfolgere": " ".join(followers),
            }


def _followers(
    number: str, since: date, changes: tuple[Change, ...], kommuner: Kommuner
) -> Iterator[str]:
    """Yield the present numbers that a number led to, from a day on."""
    later = [each for each in changes if each.number == number and each.day >= since]
    for each in (one for one in later if one.day == later[0].day):
        if each.becomes in kommuner.names:
            yield each.becomes
        elif each.becomes != number:
            yield from _followers(each.becomes, each.day, changes, kommuner)
