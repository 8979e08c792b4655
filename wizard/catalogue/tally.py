"""How many municipalities each scheme may suit, by open figures alone.

Every municipality is assessed before anybody has answered. That takes some seconds, so a thread of
its own does it, and a page that comes before it is done goes without. What was counted is kept in a
file, by the rules, the figures and the day, so that every process and every restart has it at once.
"""

import atexit
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from threading import Event, Lock, Thread

from wizard.advice import assess, new_case
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.report.groups import VerdictGroup, group_of

# A breath between two municipalities, in seconds, in which a page can be made.
_BREATH = 0.005
MAY_SUIT, DOES_NOT, OPEN = "+", "-", "?"


@dataclass(frozen=True, slots=True)
class Tally:
    """Of how many municipalities open figures say that a scheme may suit, or does not, or neither.

    Where they say neither, the municipality's own answers decide. `marks` tells which of the three
    each municipality is, a sign each (`MAY_SUIT`, `DOES_NOT`, `OPEN`), in their order.
    """

    may_suit: int
    does_not: int
    open: int
    marks: str = field(default="", compare=False)

    @property
    def total(self) -> int:
        """How many were assessed."""
        return self.may_suit + self.does_not + self.open


class Tallies:
    """The tallies of a rulebook, counted when somebody first asks on a day, and then kept."""

    def __init__(self, rulebook: Rulebook, municipalities: Municipalities, folder: Path) -> None:
        """Keep what is counted in the folder."""
        self._rulebook = rulebook
        self._municipalities = municipalities
        self._folder = folder
        self._lock = Lock()
        self._known: dict[date, Mapping[str, Tally]] = {}
        self._counting: dict[date, Thread] = {}
        self._over = Event()

    def going_by(self, rulebook: Rulebook) -> "Tallies":
        """Return the tallies of another rulebook."""
        return Tallies(rulebook, self._municipalities, self._folder)

    def stop(self) -> None:
        """Give up what is being counted: nobody goes by these rules any more."""
        self._over.set()

    def of(self, scheme: str, day: date) -> Tally | None:
        """Return the tally of a scheme on a day; nothing while it is being counted."""
        if day not in self._known:
            self._begin(day)
        return self._known.get(day, {}).get(scheme)

    def are_known(self, day: date) -> bool:
        """Tell whether the tallies of a day have been counted."""
        return day in self._known

    def wait(self, day: date) -> None:
        """Count for a day, if nobody has, and wait until it is done."""
        if day not in self._known:
            self._begin(day)
        if day in self._counting:
            self._counting[day].join()

    def _begin(self, day: date) -> None:
        with self._lock:
            if day in self._known or day in self._counting or self._over.is_set():
                return
            if kept := self._kept(day):
                self._known = {day: kept}
                return
            self._counting[day] = Thread(target=self._count, args=(day,), daemon=True)
            atexit.register(self._end)  # a thread that is cut off can take the process with it
            self._counting[day].start()

    def _count(self, day: date) -> None:
        counted = count(self._rulebook, self._municipalities, day, self._over)
        atexit.unregister(self._end)
        if self._over.is_set():
            return
        self._known = {day: counted}
        with suppress(OSError):  # a folder that cannot be written costs a count at each restart
            self._keep(day, counted)

    def _end(self) -> None:
        self.stop()
        for thread in self._counting.values():
            thread.join()

    def _file(self, day: date) -> Path:
        known = f"{self._rulebook.hash[:16]}-{self._municipalities.version[:16]}-{day}"
        return self._folder / f"{known}.json"

    def _kept(self, day: date) -> Mapping[str, Tally] | None:
        try:
            kept = json.loads(self._file(day).read_text("utf-8"))
            return {scheme: Tally(**each) for scheme, each in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return None  # never counted, or a file that somebody broke: it is counted anew

    def _keep(self, day: date, counted: Mapping[str, Tally]) -> None:
        """Write what was counted in one move, and forget what earlier days counted."""
        file = self._file(day)
        file.parent.mkdir(parents=True, exist_ok=True)
        begun = file.with_suffix(f".{os.getpid()}")
        begun.write_text(json.dumps({key: asdict(each) for key, each in counted.items()}), "utf-8")
        begun.replace(file)
        for each in file.parent.glob("*.json"):
            if each != file:
                each.unlink(missing_ok=True)


def count(
    rulebook: Rulebook, municipalities: Municipalities, day: date, over: Event | None = None
) -> dict[str, Tally]:
    """Return the tally of each scheme.

    With `over`, it rests between two municipalities, so that a page can be made, and ends early
    once that is set.
    """
    verdicts: dict[str, list[VerdictGroup]] = {each: [] for each in rulebook.schemes}
    for municipality in municipalities.all:
        case = new_case(municipality, rulebook, day, Language.NB)
        for verdict in assess(case, rulebook, municipality).verdicts.values():
            verdicts[verdict.scheme].append(group_of(verdict))
        if over and over.wait(_BREATH):
            break
    return {scheme: _tally(groups) for scheme, groups in verdicts.items()}


def _tally(groups: list[VerdictGroup]) -> Tally:
    marks = "".join(map(_mark, groups))
    return Tally(marks.count(MAY_SUIT), marks.count(DOES_NOT), marks.count(OPEN), marks)


def _mark(group: VerdictGroup) -> str:
    if group.is_usable:
        return MAY_SUIT
    return OPEN if group is VerdictGroup.OPEN else DOES_NOT
