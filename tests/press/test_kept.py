"""What is kept on disk: for nobody else, for a short while, and never in the way."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from wizard.press.kept import Kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where files are kept."""
    return tmp_path / "notater"


def make_older(folder: Path, name: str, seconds: float) -> None:
    """Let a file have been written earlier."""
    path = folder / name
    written = path.stat().st_mtime - seconds
    os.utime(path, (written, written))


def test_what_is_kept_is_handed_out_to_its_owner(folder: Path) -> None:
    """By owner and name, also to a server that starts anew."""
    assert Kept(folder).put("1", "a", b"innhold")
    assert Kept(folder).get("1", "a") == b"innhold"
    assert Kept(folder).get("2", "a") is None
    assert Kept(folder).get("1", "b") is None


@pytest.mark.skipif(sys.platform == "win32", reason="rights are those of Unix")
def test_nobody_else_on_the_machine_can_read_it(folder: Path) -> None:
    """Whatever the mask of the process lets through."""
    before = os.umask(0)
    try:
        Kept(folder).put("1", "a", b"innhold")
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "1-a.pdf").stat().st_mode) == 0o600


def test_what_is_old_is_not_handed_out_and_is_swept_away(folder: Path) -> None:
    """When the next is kept, and when we start; also what was half written."""
    kept = Kept(folder, seconds=100)
    kept.put("1", "gammel", b"x")
    kept.put("1", "ny", b"x")
    (folder / "1-halv.123").write_bytes(b"x")
    for name in ("1-gammel.pdf", "1-halv.123"):
        make_older(folder, name, 101)
    assert kept.get("1", "gammel") is None
    kept.put("2", "neste", b"x")
    assert sorted(each.name for each in folder.iterdir()) == ["1-ny.pdf", "2-neste.pdf"]
    make_older(folder, "1-ny.pdf", 101)
    Kept(folder, seconds=100)
    assert [each.name for each in folder.iterdir()] == ["2-neste.pdf"]


def test_what_is_old_goes_by_itself(folder: Path) -> None:
    """On a server where nobody asks for anything any more."""
    Kept(folder, seconds=1).put("1", "a", b"x")
    while list(folder.iterdir()):
        time.sleep(0.02)


def test_the_oldest_go_when_there_is_no_more_room(folder: Path) -> None:
    """So the disk is never filled."""
    kept = Kept(folder, megabytes=2.5)
    for age, name in enumerate("dcba"):
        kept.put("1", name, bytes(1024 * 1024))
        make_older(folder, f"1-{name}.pdf", 10 - age)
    kept.put("1", "e", b"x")
    assert sorted(each.name for each in folder.iterdir()) == ["1-a.pdf", "1-b.pdf", "1-e.pdf"]


def test_an_owner_is_forgotten_and_no_other(folder: Path) -> None:
    """Also one whose number begins alike."""
    kept = Kept(folder)
    for owner in ("1", "11"):
        kept.put(owner, "a", b"x")
        kept.put(owner, "b", b"x")
    kept.forget("1")
    assert sorted(each.name for each in folder.iterdir()) == ["11-a.pdf", "11-b.pdf"]


def test_a_disk_that_fails_costs_only_time(tmp_path: Path) -> None:
    """Nothing is kept, and nothing breaks."""
    in_the_way = tmp_path / "fil"
    in_the_way.touch()
    kept = Kept(in_the_way)
    assert not kept.put("1", "a", b"x")
    assert kept.get("1", "a") is None
    kept.forget("1")
