"""The folder of releases: what is in it, and each step that a release takes there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp

from wizard import rulebook
from wizard.releases import words
from wizard.releases.record import (
    Release,
    Signed,
    Switch,
    read_release,
    read_switches,
    write_release,
    write_switches,
)
from wizard.releases.refusals import RefusedError
from wizard.troubles import why

_RULES, _RELEASES, _LIVE = "regler", "utgivelser", "i-drift.json"
_ENOUGH = 8  # letters of a hash that a folder is called by, and that name it


def rules_in(folder: Path) -> Path:
    """Return where the rules lie: the folder itself, or those that are live in it.

    Raises:
        RefusedError: it is a folder of releases, and its list is damaged.

    """
    shelf = Shelf(folder)
    return shelf.folder_of(shelf.live) if shelf.is_one else folder


class Shelf:
    """A folder of releases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def is_one(self) -> bool:
        """Whether the folder is one of releases, and something has been live in it."""
        return (self.folder / _LIVE).is_file()

    @property
    def releases(self) -> tuple[Release, ...]:
        """Every release there is a record of, the latest first.

        Raises:
            RefusedError: a record is damaged.

        """
        files = (self.folder / _RELEASES).glob("*.json")
        found = [read_release(each.read_bytes(), str(each)) for each in files]
        return tuple(sorted(found, key=lambda each: (each.made.at, each.name), reverse=True))

    @property
    def switches(self) -> tuple[Switch, ...]:
        """Every switch, the last of which holds; none where nothing has been live.

        Raises:
            RefusedError: the list is damaged.

        """
        file = self.folder / _LIVE
        return read_switches(file.read_bytes(), str(file)) if self.is_one else ()

    @property
    def live(self) -> str:
        """Return the hash of the rules that are live; empty where there are none."""
        switches = self.switches
        return switches[-1].rules if switches else ""

    def folder_of(self, rules: str) -> Path:
        """Return where the files of some rules lie, once they have been live."""
        return self.folder / _RULES / rules

    def release_of(self, rules: str) -> Release:
        """Return the latest release of exactly these rules.

        Raises:
            RefusedError: they have not been checked.

        """
        for each in self.releases:
            if each.rules == rules:
                return each
        raise RefusedError(words.NOT_CHECKED)

    def record(self, release: Release) -> Path:
        """Write down that a release has been checked, and return the file.

        Raises:
            RefusedError: the same rules are live, or approved already, or it cannot be written.

        """
        if release.rules == self.live:
            raise RefusedError(words.LIVE_ALREADY.format(release=release.name))
        for each in self.releases:
            if each.rules == release.rules and each.approved and each.former == self.live:
                raise _approved_already(each)
        return self._write(release)

    def approve(self, rules: str, approved: Signed) -> Release:
        """Approve exactly these rules, and return their release.

        Raises:
            RefusedError: they are not checked or are approved already, whoever made them approves
                them, others are live than they were compared with, or it cannot be written.

        """
        release = self.release_of(rules)
        if release.approved:
            raise _approved_already(release)
        if release.made.is_same_person(approved.by):
            raise RefusedError(words.SAME_PERSON.format(name=approved.by))
        self._must_be_next(release)
        self._write(release.approve(approved))
        return release.approve(approved)

    def go_live(self, rules: str, archive: bytes, done: Signed) -> Release:
        """Lay out the rules that an archive holds, and let them be live from now on.

        Raises:
            RefusedError: they are not approved, are live, were compared with other rules than those
                that are live, or cannot be written.

        """
        release = self.release_of(rules)
        if rules == self.live:
            raise RefusedError(words.LIVE_ALREADY.format(release=release.name))
        if not release.approved:
            raise RefusedError(
                words.NOT_APPROVED.format(release=release.name, name=release.made.by)
            )
        self._must_be_next(release)
        with self._writing():
            self._lay_out(rules, archive)
        self._switch(Switch(rules, release.name, done))
        return release

    def roll_back(self, name: str, done: Signed) -> str:
        """Let rules that have been live be so again, and return what their release is called.

        `name` is that of a release, or the first eight letters or more of the rules' hash; without
        one, it is those that were live when today's went live.

        Raises:
            RefusedError: there are none such, they are not as they were, or it cannot be written.

        """
        rules = self._named(name) if name else self._before()
        release = next(each.release for each in reversed(self.switches) if each.rules == rules)
        if rules == self.live:
            raise RefusedError(words.LIVE_ALREADY.format(release=release))
        self._must_be_whole(rules)
        self._switch(Switch(rules, release, done, back=True))
        return release

    def _before(self) -> str:
        switches = self.switches
        if not switches:
            raise RefusedError(words.NONE_LIVE.format(folder=self.folder))
        live = switches[-1]
        first = max(
            n for n, each in enumerate(switches) if each.rules == live.rules and not each.back
        )
        if first == 0:
            raise RefusedError(words.NONE_BEFORE.format(release=live.release))
        return switches[first - 1].rules

    def _named(self, name: str) -> str:
        been = {each.release: each.rules for each in self.switches}
        fitting = {
            rules
            for release, rules in been.items()
            if name == release or (len(name) >= _ENOUGH and rules.startswith(name))
        }
        if len(fitting) != 1:
            known = ", ".join(been) or "–"
            raise RefusedError(words.NEVER_LIVE.format(name=name, known=known))
        return fitting.pop()

    def _must_be_next(self, release: Release) -> None:
        if release.former != self.live:
            raise RefusedError(words.OTHER_LIVE.format(release=release.name))

    def _lay_out(self, rules: str, archive: bytes) -> None:
        """Put the files in a folder of their own, whole or not at all."""
        there = self.folder_of(rules)
        if there.exists():  # from an earlier time that they were live, or were about to be
            self._must_be_whole(rules)
            return
        there.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".", dir=there.parent, ignore_cleanup_errors=True) as half:
            whole = Path(half) / _RULES
            rulebook.lay_out(archive, whole)
            for each in (*whole.rglob("*"), whole):
                _on_disk(each)
            whole.rename(there)
        _on_disk(there.parent)

    def _must_be_whole(self, rules: str) -> None:
        there = self.folder_of(rules)
        if rulebook.pack(there)[0] != rules:
            raise RefusedError(words.CHANGED_FILES.format(folder=there))

    def _switch(self, switch: Switch) -> None:
        """Let other rules be live, and write it down: one move does both."""
        with self._writing():
            _put(self.folder / _LIVE, write_switches((*self.switches, switch)))

    def _write(self, release: Release) -> Path:
        file = self.folder / _RELEASES / f"{release.name}.json"
        with self._writing():
            _put(file, write_release(release))
        return file

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            told = words.NOT_WRITTEN.format(folder=self.folder, why=why(error))
            raise RefusedError(told) from error


def _approved_already(release: Release) -> RefusedError:
    by = release.approved.by if release.approved else ""
    return RefusedError(words.APPROVED_ALREADY.format(release=release.name, name=by))


def _put(file: Path, content: bytes) -> None:
    """Write a file: others see all of it or what was there before, also after a power cut."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, half = mkstemp(prefix=".", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        Path(half).chmod(0o644)
        Path(half).replace(file)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
    _on_disk(file.parent)


def _on_disk(path: Path) -> None:
    """Have the disk keep a file or the names in a folder; Windows has no such thing for folders."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
