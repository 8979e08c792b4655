"""Puts new contents into files: all of them, or none."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


def replace_all(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write every file that is other than before, or none of them; return those.

    A file that is a link stays one, and what may be done with a file stays as it was.

    Raises:
        OSError: one could not be written, and those that were are as before again.

    """
    real = {path.resolve(): (path, content) for path, content in contents.items()}
    before = {file: file.read_bytes() for file in real}
    changed = {file: new for file, (_, new) in real.items() if before[file] != new}
    with _laid_beside(changed) as fresh:
        done: list[Path] = []
        try:
            for file, part in fresh.items():
                part.replace(file)
                done.append(file)
        except OSError:
            for file in done:
                file.write_bytes(before[file])
            raise
    return tuple(real[file][0] for file in changed)


@contextmanager
def _laid_beside(contents: Mapping[Path, bytes]) -> Iterator[dict[Path, Path]]:
    """Write each content beside its file, so that all that is left is to change names."""
    parts = {file: file.with_name(f".{file.name}.ny") for file in contents}
    try:
        for file, content in contents.items():
            parts[file].write_bytes(content)
            shutil.copymode(file, parts[file])
        yield parts
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
