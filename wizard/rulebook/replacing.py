"""Puts new contents into files: all of them, or none."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard.rulebook.layout import RuleFile

_BESIDE = ".{name}.ny"


class ChangedMeanwhile(Exception):
    """Somebody else has written one of the files since it was read; its path is the argument."""


def replace_files(
    folder: Path, before: Iterable[RuleFile], after: Iterable[RuleFile]
) -> tuple[Path, ...]:
    """Write rule files over those that were read, all of them or none; return those written.

    Raises:
        ChangedMeanwhile: as it says; nothing is written.
        OSError: a file could not be written; all are as before.

    """
    was = {file.name: file.content for file in before}
    now = {file.name: file.content for file in after}
    contents: dict[Path, bytes | None] = {}
    for name in sorted(was.keys() | now.keys()):
        if was.get(name) == now.get(name):
            continue
        path = folder / name
        if _content(path) != was.get(name):
            raise ChangedMeanwhile(path)
        contents[path] = now.get(name)
    return replace_all(contents)


def left_behind(folder: Path) -> tuple[Path, ...]:
    """Return what lies in a folder of a writing that never ended: some files may be written."""
    return tuple(sorted(folder.rglob(_BESIDE.format(name="*"))))


def replace_all(contents: Mapping[Path, bytes | None]) -> tuple[Path, ...]:
    """Write every file that is other than before, or none of them; return those.

    `None` takes a file away, and one that is not there is made.
    A file that is a link stays one, and what may be done with a file stays as it was.

    Raises:
        OSError: one could not be written, and those that were are as before again.

    """
    real = {path.resolve(): (path, content) for path, content in contents.items()}
    before = {file: _content(file) for file in real}
    changed = {file: new for file, (_, new) in real.items() if before[file] != new}
    with _laid_beside(changed) as fresh:
        done: list[Path] = []
        try:
            for file, part in fresh.items():
                with _told_of(file):
                    part.replace(file)
                done.append(file)
            for file in changed.keys() - fresh.keys():
                file.unlink()
                done.append(file)
        except OSError:
            for file in done:
                _put_back(file, before[file])
            raise
    return tuple(real[file][0] for file in changed)


@contextmanager
def _laid_beside(contents: Mapping[Path, bytes | None]) -> Iterator[dict[Path, Path]]:
    """Write each content beside its file, so that all that is left is to change names."""
    wanted = {file: content for file, content in contents.items() if content is not None}
    parts = {file: file.with_name(_BESIDE.format(name=file.name)) for file in wanted}
    try:
        for file, content in wanted.items():
            with _told_of(file):
                parts[file].write_bytes(content)
                if file.exists():
                    shutil.copymode(file, parts[file])
        yield parts
    finally:
        for part in parts.values():
            with suppress(OSError):  # what was in the way of writing is what is told
                part.unlink(missing_ok=True)


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """Let what goes wrong be told of the file; nobody knows of the one beside it."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(file), None
        raise


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _put_back(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
