"""The day is Norway's, on every machine."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wizard import clock, paths

NEW_CASE = ("-c", "from wizard.cli import main; main()", "case", "new", "5044", "-o")


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-12-31T22:59:59", date(2026, 12, 31)),
        ("2026-12-31T23:00:00", date(2027, 1, 1)),
        ("2026-07-01T21:59:59", date(2026, 7, 1)),
        ("2026-07-01T22:00:00", date(2026, 7, 2)),
        ("2026-03-29T00:59:59", date(2026, 3, 29)),
        ("2026-10-25T22:59:59", date(2026, 10, 25)),
        ("2026-10-25T23:00:00", date(2026, 10, 26)),
    ],
)
def test_midnight_is_norways_in_winter_and_in_summer(instant: str, day: date) -> None:
    """A server on UTC turns the page one hour early in winter, and two in summer."""
    assert clock.day_of(datetime.fromisoformat(instant).replace(tzinfo=UTC)) == day


def test_a_machine_set_to_another_zone_gives_the_same_day(tmp_path: Path) -> None:
    """Between these two zones it is never the same day; a new case has one date in both."""
    days = set()
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        file = tmp_path / f"{Path(zone).name}.json"
        subprocess.run(
            [sys.executable, *NEW_CASE, str(file)], env={**os.environ, "TZ": zone}, check=True
        )
        days.add(json.loads(file.read_text("utf-8"))["dato"])
    assert len(days) == 1


def test_nobody_else_asks_the_machine_for_the_day() -> None:
    """One clock: no other file of the package names a way to read it."""
    asking = ("date.today", "datetime.now", "datetime.today", "time.time(", "localtime", "utcnow")
    found = {
        path.relative_to(paths.PACKAGE).as_posix()
        for path in paths.PACKAGE.rglob("*.py")
        if any(each in path.read_text("utf-8") for each in asking)
    }
    assert found == {"clock.py"}
