"""What would come of other rules: what no longer holds, and for whom it means something."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from time import monotonic

from wizard.domain.impact import Impact
from wizard.lab.examples import Result, run_examples
from wizard.lab.hints import hints
from wizard.lab.impact.looking import Books, watched_impact
from wizard.lab.journeys import run_journeys
from wizard.municipalities import Municipalities
from wizard.rulebook import Problem


class TooLongError(Exception):
    """The work took longer than it may."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of it: tests run, those that hold no longer, and what it means for whom.

    `hints` are those that the former rules gave no cause for. `impact` is none where that took too
    long.
    """

    tests: int
    broken: tuple[Problem, ...]
    hints: tuple[Problem, ...]
    impact: Impact | None


def attempt(
    books: Books,
    held: tuple[Result, Result],
    municipalities: Municipalities,
    today: date,
    seconds: float,
) -> Attempt:
    """Try other rules; `held` is how examples and journeys fare by the former.

    What it means for whom is given up after so many seconds.
    """
    ends = monotonic() + seconds
    results = run_examples(books.after), run_journeys(books.after, municipalities)
    broken = _new(_problems(results), _problems(held))
    more = _new(hints(books.after, today), hints(books.before, today))
    try:
        found = watched_impact(books, municipalities, today, _until(ends))
    except TooLongError:
        found = None
    return Attempt(sum(each.count for each in results), broken, more, found)


def _problems(results: Iterable[Result]) -> Iterator[Problem]:
    return (problem for result in results for problem in result.problems)


def _new(found: Iterable[Problem], before: Iterable[Problem]) -> tuple[Problem, ...]:
    known = set(map(_what, before))
    return tuple(each for each in found if _what(each) not in known)


def _what(problem: Problem) -> tuple[str, str]:
    """Return what a problem says of a file; on which line does not matter."""
    return problem.place.file, problem.message.nb


def _until(ends: float) -> Callable[[], None]:
    def watch() -> None:
        if monotonic() > ends:
            raise TooLongError

    return watch
