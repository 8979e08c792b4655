"""The folder of releases: what is in it, and each step that a release takes there."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp

from wizard import rulebook
from wizard.domain.text import Text
from wizard.releases import commands, words
from wizard.releases.draft import Draft, differing
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
from wizard.releases.turns import turn_in
from wizard.troubles import why

_RULES, _RELEASES, _LIVE = "regler", "utgivelser", "i-drift.json"
_MOST_FILES = 10  # named where files differ
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

    def release_of(self, draft: Draft) -> Release:
        """Return the latest release of exactly the rules of a draft.

        Raises:
            RefusedError: they have not been checked; it tells what was changed since some were.

        """
        found = [each for each in self.releases if each.rules == draft.rules]
        if found:
            return found[0]
        command = commands.to_publish(draft.folder, self.folder)
        if not self.folder.is_dir():
            raise RefusedError(words.NO_SHELF.format(folder=self.folder, command=command))
        told = {"draft": draft.folder, "folder": self.folder, "command": command}
        live = self.live
        waiting = [
            each for each in self.releases if each.files and each.former == live != each.rules
        ]
        if not waiting:
            raise RefusedError(words.NOT_CHECKED.format(**told))
        near = min(waiting, key=lambda each: len(differing(each.files, draft.files)))
        changed = _listed(differing(near.files, draft.files), near.files, draft.files)
        about = {"name": near.made.by, "release": near.name, "files": changed}
        raise RefusedError(words.CHANGED_SINCE.format(**told, **about))

    def must_be_new(self, draft: Draft) -> None:
        """Refuse rules that there is no need to try.

        Raises:
            RefusedError: the same rules are live, or approved already.

        """
        if draft.rules == self.live:
            release = self.switches[-1].release
            raise RefusedError(words.NOTHING_NEW.format(draft=draft.folder, release=release))
        for each in self.releases:
            if each.rules == draft.rules and each.approved and each.former == self.live:
                raise self._approved_already(each, draft)

    def takes_back(self, draft: Draft) -> Text | None:
        """Return that a draft has files as they were, where those that are live are otherwise.

        Somebody may have published since it was copied, and it would undo that unawares.
        """
        live = self.live
        if not live:
            return None
        now = Draft.of(self.folder_of(live)).files
        apart = differing(draft.files, now)
        most, since = tuple[str, ...](), ""
        for rules, release in {each.rules: each.release for each in self.switches}.items():
            if not self.folder_of(rules).is_dir():
                continue  # somebody has taken it away, and it can no longer be told
            then = Draft.of(self.folder_of(rules)).files
            alike = tuple(each for each in apart if draft.files.get(each) == then.get(each))
            if len(alike) > len(most):
                most, since = alike, release
        if not most:
            return None
        files = _listed(most, now, draft.files)
        there = self.folder_of(live)
        return words.TAKES_BACK.format(draft=draft.folder, release=since, files=files, live=there)

    def record(self, release: Release, draft: Draft) -> Path:
        """Write down that the rules of a draft have been checked, and return the file.

        Raises:
            RefusedError: the same rules are live, or approved already, or it cannot be written.

        """
        with self._writing():
            self.folder.mkdir(parents=True, exist_ok=True)
        with self._alone():
            self.must_be_new(draft)
            return self._write(release)

    def approve(self, draft: Draft, approved: Signed) -> Release:
        """Approve exactly the rules of a draft, and return their release.

        Raises:
            RefusedError: they are not checked, are approved already, or by whoever made
                them, others are live than they were compared with, or it cannot be written.

        """
        self.release_of(draft)  # where there is none, nothing is written
        with self._alone():
            release = self.release_of(draft)
            if draft.rules == self.live:
                raise RefusedError(words.LIVE_ALREADY.format(release=release.name))
            if release.approved:
                raise self._approved_already(release, draft)
            if release.made.is_same_person(approved.by):
                told = words.SAME_PERSON.format(name=approved.by, release=release.name)
                raise RefusedError(told)
            self._must_be_next(release, draft)
            self._write(release.approve(approved))
            return release.approve(approved)

    def go_live(self, draft: Draft, done: Signed) -> Release:
        """Lay out the rules of a draft, and let them be live from now on.

        Raises:
            RefusedError: they are not approved, are live, were compared with other rules than those
                that are live, or cannot be written.

        """
        self.release_of(draft)  # where there is none, nothing is written
        with self._alone():
            release = self.release_of(draft)
            if draft.rules == self.live:
                raise RefusedError(words.LIVE_ALREADY.format(release=release.name))
            if not release.approved:
                command = commands.to_approve(draft.folder, self.folder)
                told = {"release": release.name, "name": release.made.by, "command": command}
                raise RefusedError(words.NOT_APPROVED.format(**told))
            self._must_be_next(release, draft)
            with self._writing():
                self._lay_out(draft)
            self._switch(Switch(draft.rules, release.name, done))
            return release

    def roll_back(self, name: str, done: Signed) -> str:
        """Let rules that have been live be so again, and return what their release is called.

        `name` is that of a release, or the first eight letters or more of the rules' hash; without
        one, it is those that were live when today's went live.

        Raises:
            RefusedError: there are none such, they are not as they were, or it cannot be written.

        """
        if not self.is_one:
            raise RefusedError(words.NONE_LIVE.format(folder=self.folder))
        with self._alone():
            rules = self._named(name) if name else self._before()
            release = next(each.release for each in reversed(self.switches) if each.rules == rules)
            if rules == self.live:
                raise RefusedError(words.LIVE_ALREADY.format(release=release))
            self._must_be_whole(rules)
            self._switch(Switch(rules, release, done, back=True))
            return release

    def _approved_already(self, release: Release, draft: Draft) -> RefusedError:
        by = release.approved.by if release.approved else ""
        command = commands.to_go_live(draft.folder, self.folder)
        told = words.APPROVED_ALREADY.format(release=release.name, name=by, command=command)
        return RefusedError(told)

    def _before(self) -> str:
        switches = self.switches
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

    def _must_be_next(self, release: Release, draft: Draft) -> None:
        if release.former == self.live:
            return
        if not self.is_one:
            raise RefusedError(words.NONE_LIVE.format(folder=self.folder))
        now = self.switches[-1]
        raise RefusedError(
            words.OTHER_LIVE.format(
                release=release.name,
                name=now.done.by,
                live=now.release,
                command=commands.to_publish(draft.folder, self.folder),
            )
        )

    def _lay_out(self, draft: Draft) -> None:
        """Put the files in a folder of their own, whole or not at all."""
        there = self.folder_of(draft.rules)
        if there.exists():  # from an earlier time that they were live, or were about to be
            self._must_be_whole(draft.rules)
            return
        there.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".", dir=there.parent, ignore_cleanup_errors=True) as half:
            whole = Path(half) / _RULES
            rulebook.lay_out(draft.archive, whole)
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
    def _alone(self) -> Iterator[None]:
        """Let nobody else take a step meanwhile: it rests on what is live."""
        with ExitStack() as held:
            with self._writing():
                held.enter_context(turn_in(self.folder))
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            told = words.NOT_WRITTEN.format(folder=self.folder, why=why(error))
            raise RefusedError(told) from error


def _listed(names: Sequence[str], one: Mapping[str, str], other: Mapping[str, str]) -> Text:
    """Return which files differ, and how where it is in one of two sets alone."""
    told = [
        (words.NEW_FILE if each not in one else words.GONE_FILE).format(file=each).nb
        if each not in one or each not in other
        else each
        for each in names[:_MOST_FILES]
    ]
    listed = ", ".join(told)
    more = len(names) - len(told)
    return words.AND_MORE_FILES.of(more, files=listed) if more else Text(listed, listed)


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
