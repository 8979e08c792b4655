"""The rules that we go by follow a folder: whoever saves a rule there sees it within a second.

The folder is looked at, not listened to: no system tells of changes on a network disk, or in a
folder that is mounted into a container. Only a rulebook that is whole and right is taken in use,
and all of it in one move. Until then the last one stays, and all that is wrong is told.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flask import Flask

from wizard.app import usable_rulebook
from wizard.domain.rulebook import Rulebook
from wizard.releases.shelf import rules_in
from wizard.rulebook import Problem, RulebookError, Trees
from wizard.store.database import UNAVAILABLE
from wizard.store.rulebooks import RulesChangedError
from wizard.web import logs, metrics, services_of

# Seconds: between two looks, which take a third of a millisecond; and until we try again where
# something else than the rules stands in the way.
_LOOK, _AWAY = 0.15, 5.0

# What tells that a file may be another: its path, number, size, and when it and its node changed.
Seen = tuple[tuple[str, int, int, int, int], ...]


def look(folder: Path) -> Seen:
    """Return what a folder and the folders in it look like now; nothing where it cannot be seen.

    Of a folder of releases, it is the rules that are live.

    Raises:
        RefusedError: it cannot be told which are live.

    """
    return tuple(sorted(_files(str(_followed(folder)))))


@contextmanager
def following(app: Flask, folder: Path, since: Seen, trees: Trees) -> Iterator[None]:
    """Let an app go by the rules in a folder, however they change, until the end.

    `since` is how the folder looked before the rules that the app has were read, and `trees` what
    was parsed of them.
    """
    follower = _Follower(app, folder, since, trees)
    thread = threading.Thread(target=follower.run, name="regler", daemon=True)
    thread.start()
    try:
        yield
    finally:
        follower.over.set()
        thread.join()


def _followed(folder: Path) -> Path:
    return Path(os.path.realpath(rules_in(folder)))


def _files(folder: str) -> Iterator[tuple[str, int, int, int, int]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):  # the editor's and the system's own
                    continue
                if entry.is_dir():
                    yield from _files(entry.path)
                else:
                    what = entry.stat()
                    yield (
                        entry.path,
                        what.st_ino,
                        what.st_size,
                        what.st_mtime_ns,
                        what.st_ctime_ns,
                    )
    except OSError:
        return  # moved away meanwhile: the next look sees it


class _Follower:
    """One app and the folder that it follows."""

    def __init__(self, app: Flask, folder: Path, since: Seen, trees: Trees) -> None:
        self.over = threading.Event()
        self._app = app
        self._folder = folder
        self._settled = since
        self._seen = since
        self._trees = trees

    def run(self) -> None:
        while not self.over.wait(_LOOK):
            try:
                self._follow()
            except UNAVAILABLE as error:
                logs.OPERATOR.warning("Nye regler venter på databasen: %s", error)
                self.over.wait(_AWAY)
            except Exception:  # noqa: BLE001 - the next change is followed all the same
                logs.OPERATOR.exception("Reglene kunne ikke følges. De forrige gjelder.")
                self.over.wait(_AWAY)

    def _follow(self) -> None:
        """Take the rules in use, once they are others and have lain still from look to look."""
        before, self._seen = self._seen, look(self._folder)
        if self._seen == self._settled or self._seen != before:
            return
        found = self._read()
        if look(self._folder) != self._seen:
            return  # it changed while we read: what we have may be half of each
        if not isinstance(found, Rulebook):
            self._refuse(found)
        elif not self._is_in_use(found):
            return
        self._settled = self._seen

    def _read(self) -> Rulebook | tuple[Problem, ...]:
        """Return the rulebook, or all that is wrong with it. A link is followed once, for all."""
        try:
            return usable_rulebook(_followed(self._folder), self._trees)
        except RulebookError as error:
            return error.problems

    def _is_in_use(self, book: Rulebook) -> bool:
        """Go by a rulebook from now on, unless it cannot be kept for those who will go by it."""
        now = services_of(self._app)
        if book.hash != now.rulebook.hash:
            try:
                now.rulebooks.keep(book, _followed(self._folder), now.today())
            except RulesChangedError:
                return False
            logs.OPERATOR.info("Nye regler er tatt i bruk: %s", book.version)
            now.going_by(book).attach(self._app)
            now.tallies.stop()
        elif now.broken:
            logs.OPERATOR.info("Reglene er igjen de som er i bruk.")
            replace(now, broken=()).attach(self._app)
        metrics.rules_broken(0)
        return True

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        """Go on as before, and tell all that is wrong."""
        replace(services_of(self._app), broken=problems).attach(self._app)
        metrics.rules_broken(len(problems))
        told = "\n".join(map(str, problems))
        logs.OPERATOR.error("Reglene i mappen kan ikke brukes. De forrige gjelder.\n%s", told)
