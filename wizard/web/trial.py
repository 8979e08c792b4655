"""Trying a rule file that nobody has published: what is wrong, what breaks, and whom it means.

Nothing is stored. One is tried at a time in a process, and given up after a while, so that the
pages of everybody else come between.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Lock

from wizard.book.impact import impact_dots
from wizard.book.map import Dot
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.lab.attempt import Attempt, attempt
from wizard.lab.impact.looking import Books
from wizard.lab.tested import examples_of
from wizard.report.impact import ImpactWording
from wizard.rulebook import Problem, RulebookError, Trees, load_contents
from wizard.web.language import language
from wizard.web.services import services

SECONDS = 20.0
_PATIENCE = 5.0  # seconds; who must wait longer is told to come back
_OWN_PATIENCE = 60.0  # and who asks for what is being tried just now, waits for that
_TURN = Lock()
# What is tried: by which rules, the file and what it says, on which day, told in which language.
_Asked = tuple[str, str, bytes, date, Language]
# The last that was tried, and what came of it; none while it is under way.
_LAST: dict[_Asked, "Trial | None"] = {}


class NotKeptError(LookupError):
    """The files of the rules that we go by are not kept, so nothing can be tried in them."""


class BusyError(RuntimeError):
    """Somebody else tries something just now."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it: `problems`, or else what `attempt` found, in words and as dots."""

    problems: tuple[Problem, ...]
    attempt: Attempt | None = None
    told: ImpactWording | None = None
    dots: tuple[Dot, ...] = ()

    @property
    def is_cut_off(self) -> bool:
        """Whether there was no time to see whom it means something for."""
        return self.attempt is not None and self.attempt.impact is None


def file_names() -> tuple[str, ...]:
    """Return the names of the rule files that we go by.

    Raises:
        NotKeptError: they are not kept.

    """
    return tuple(_files(services().rulebook.hash))


def make_ready() -> None:
    """Begin on what every trial needs, while somebody writes: how the journeys fare today."""
    services().journeys.result()


def file_text(name: str) -> str:
    """Return what a rule file says now; empty where there is no such file.

    Raises:
        NotKeptError: the files are not kept.

    """
    return _files(services().rulebook.hash).get(name, b"").decode("utf-8", "replace")


def try_file(name: str, content: bytes) -> Trial:
    """Try the rules with one file as it shall be.

    Whoever sends the same again, as by pressing twice, gets the answer to the first.

    Raises:
        NotKeptError: the files of the rules are not kept.
        BusyError: it is not our turn.

    """
    known = services()
    asked = (known.rulebook.hash, name, content, known.today(), language())
    if not _TURN.acquire(timeout=_OWN_PATIENCE if asked in _LAST else _PATIENCE):
        raise BusyError
    try:
        found = _LAST.get(asked)
        if found is None or found.is_cut_off:
            _LAST.clear()
            _LAST[asked] = None
            found = _LAST[asked] = _try_now(name, content)
        return found
    finally:
        _TURN.release()


def _try_now(name: str, content: bytes) -> Trial:
    before = services().rulebook
    trees = dict(_trees(before.hash))
    files = {**_files(before.hash), name: content}
    try:
        after = load_contents(files, services().today(), trees, tried=name)
    except RulebookError as error:
        return Trial(error.problems)
    return _tried(before, after)


def _tried(before: Rulebook, after: Rulebook) -> Trial:
    known = services()
    held = examples_of(before), known.journeys.wait()
    books = Books.of(before, after)
    found = attempt(books, held, known.municipalities, known.today(), SECONDS)
    if found.impact is None:
        return Trial((), found)
    names = {one.number: one.label for one in known.municipalities.all}
    told = ImpactWording(found.impact, (before, after), names, language())
    return Trial((), found, told, tuple(impact_dots(told, known.municipalities.all)))


@lru_cache(maxsize=1)
def _files(hash_: str) -> Mapping[str, bytes]:
    found = services().rulebooks.files(hash_)
    if found is None:
        raise NotKeptError(hash_)
    return found


@lru_cache(maxsize=1)
def _trees(hash_: str) -> Trees:
    """Return the files parsed: that is most of the work, and only one of them will be otherwise."""
    trees: Trees = {}
    load_contents(_files(hash_), trees=trees)
    return trees
