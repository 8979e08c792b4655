"""Every number in our rates is guarded: what a slip of the finger makes of it is refused."""

import shutil
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from wizard.domain.numbers import write_number
from wizard.domain.place import Place
from wizard.paths import RULES
from wizard.rulebook import check, load
from wizard.rulebook.tree import Scalar, parse, scalars

NUMBERS: Mapping[Place, Decimal] = {
    dated.place: dated.value
    for rate in load(RULES).rates.values()
    for dated in rate.values
    if isinstance(dated.value, Decimal)
}


def _replaced(text: str, written: list[Scalar], slip: Callable[[Decimal], Decimal]) -> str:
    lines = text.split("\n")
    for each in written:
        line, column = each.place.line - 1, each.place.column - 1
        new = f'"{write_number(slip(NUMBERS[each.place]))}"'
        old = f'"{each.text}"'
        assert lines[line][column:].startswith(old)
        lines[line] = lines[line][:column] + new + lines[line][column + len(old) :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("what", "slip"),
    [
        ("doubled", lambda number: number * 2),
        ("halved", lambda number: number / 2),
        ("a zero too many", lambda number: number * 10),
        ("a zero too few", lambda number: number / 10),
        ("nothing", lambda _: Decimal(0)),
    ],
)
def test_no_slip_in_a_rate_goes_unseen(
    what: str, slip: Callable[[Decimal], Decimal], tmp_path: Path
) -> None:
    """All of them at once in one copy; each must be named where it stands."""
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    for path in sorted((root / "satser").iterdir()):
        name = path.relative_to(root).as_posix()
        tree, _ = parse(name, path.read_bytes())
        assert tree is not None
        written = [each for each in scalars(tree) if each.place in NUMBERS]
        path.write_text(_replaced(path.read_text("utf-8"), written, slip), "utf-8")
    named = {problem.place for problem in check(root)}
    assert set(NUMBERS) - named == set(), what


def test_there_are_numbers_to_slip_in() -> None:
    """The trial above is of all of them: every rate but the list of kommuner."""
    assert len(NUMBERS) >= len(load(RULES).rates) - 1
