"""Days are written where they stand, in all files or in none, and nothing else changes."""

from datetime import date
from pathlib import Path

import pytest
from rule_folder import copy_to, edit

from wizard.rulebook import RulebookError, load
from wizard.rulebook.in_place import NotThere
from wizard.rulebook.replacing import ChangedMeanwhile
from wizard.rulebook.rereading import Days, reread

TODAY = date(2026, 11, 28)
DAYS = Days(date(2026, 11, 27), date(2027, 5, 31))
LOANS, GRANTS = "for-2019-11-18-1546", "for-2017-12-18-2235"


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_the_dates_change_and_the_rulebook_says_them(tmp_path: Path) -> None:
    """Two sources and a scheme: six dates, in two files."""
    folder = copy_to(tmp_path)
    edit(folder, "kilder.yaml", 'lest: "2026-07-28"', "lest:   '2026-07-28' # en merknad")
    before = contents(folder)
    written = reread(folder, {LOANS: DAYS, GRANTS: DAYS}, {"startlan": DAYS}, TODAY)
    assert [path.relative_to(folder).as_posix() for path in written] == [
        "kilder.yaml",
        "virkemidler/startlan.yaml",
    ]
    book = load(folder, TODAY)
    assert (book.sources[GRANTS].read, book.sources[GRANTS].read_again) == (DAYS.read, DAYS.again)
    assert (book.schemes["startlan"].checked, book.schemes["startlan"].check_by) == (
        DAYS.read,
        DAYS.again,
    )
    changed = {path for path, content in contents(folder).items() if before[path] != content}
    assert changed == set(written)
    assert b"lest:   '2026-11-27' # en merknad" in (folder / "kilder.yaml").read_bytes()
    assert (folder / "kilder.yaml").read_bytes().count(b"2026-11-27") == 2


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_stay(tmp_path: Path, ending: str) -> None:
    folder = copy_to(tmp_path)
    file = folder / "kilder.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", ending.encode()))
    before = file.read_bytes()
    reread(folder, {GRANTS: DAYS}, {}, TODAY)
    after = file.read_bytes()
    assert after.count(ending.encode()) == before.count(ending.encode())
    assert load(folder).sources[GRANTS].read == DAYS.read
    assert load(folder).sources[LOANS].read == date(2026, 7, 28)


def test_days_that_cannot_be_change_nothing(tmp_path: Path) -> None:
    """The first file would have been fine; it is not written either."""
    folder = copy_to(tmp_path)
    before = contents(folder)
    swapped = Days(date(2026, 11, 27), date(2026, 11, 26))
    with pytest.raises(RulebookError, match="startlan"):
        reread(folder, {LOANS: DAYS}, {"startlan": swapped}, TODAY)
    with pytest.raises(RulebookError, match=r"kilder\.yaml"):
        reread(folder, {LOANS: Days(date(2026, 11, 29), DAYS.again)}, {}, TODAY)
    assert contents(folder) == before


def test_a_date_over_two_lines_is_left_to_people(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    edit(folder, "kilder.yaml", 'lest: "2026-07-28"', "lest: >-\n    2026-07-28")
    before = contents(folder)
    with pytest.raises(NotThere, match=r"kilder\.yaml:5:"):
        reread(folder, {LOANS: DAYS}, {}, TODAY)
    assert contents(folder) == before


def test_what_somebody_else_wrote_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_to(tmp_path)
    file = folder / "kilder.yaml"
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: real(path) + b"# ny\n")
    with pytest.raises(ChangedMeanwhile, match="kilder"):
        reread(folder, {LOANS: DAYS}, {}, TODAY)
    assert b"2026-11-27" not in real(file)


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    """A folder in the way of the second file: the first is as it was."""
    folder = copy_to(tmp_path)
    (folder / "virkemidler" / ".startlan.yaml.ny").mkdir()
    before = contents(folder)
    with pytest.raises(OSError, match="startlan"):
        reread(folder, {LOANS: DAYS}, {"startlan": DAYS}, TODAY)
    assert contents(folder) == before


def test_a_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    file, real = folder / "kilder.yaml", tmp_path / "felles.yaml"
    file.rename(real)
    file.symlink_to(real)
    assert reread(folder, {LOANS: DAYS}, {}, TODAY) == (file,)
    assert file.is_symlink()
    assert b"2026-11-27" in real.read_bytes()
