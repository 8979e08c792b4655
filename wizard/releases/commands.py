"""What to run for a release to take its next step; whoever runs it fills in name and note."""

from pathlib import Path


def to_publish(draft: Path, folder: Path) -> str:
    """Return what to run for a draft to be tried."""
    return _command("publish", folder, '--endring "…" --endring-nn "…"', draft)


def to_approve(draft: Path, folder: Path) -> str:
    """Return what to run for a draft to be approved."""
    return _command("approve", folder, "", draft)


def to_go_live(draft: Path, folder: Path) -> str:
    """Return what to run for a draft to be live."""
    return _command("publish", folder, "--live", draft)


def to_go_back(folder: Path) -> str:
    """Return what to run for the rules before to be live again."""
    return _command("rollback", folder, "")


def _command(step: str, folder: Path, rest: str, *draft: Path) -> str:
    words = ["wizard", "rules", step, *map(_word, draft), "--til", _word(folder), "--av", "NAVN"]
    return " ".join([*words, rest]).strip()


def _word(path: Path) -> str:
    """Return a path as one word of a command, in any shell."""
    return f'"{path}"' if len(str(path).split()) > 1 else str(path)
