"""Many papers at once, made by workers on any machine: all are there, once, also when one dies."""

import json
import os
import subprocess
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from databases import as_told
from sqlalchemy import Engine, text
from worker_process import WIZARD, Hire

from wizard.cli import main
from wizard.cli.made import NAME

SOME = ("5044", "4621", "3433", "1508", "1580", "0301")


def batch(*words: object, database: str = "") -> Result:
    """Run `wizard batch` as from a shell that knows the database."""
    told = {"DATABASE_URL": as_told(database) if database else None}
    return CliRunner(env=told).invoke(main, ["batch", *map(str, words)])


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Return a folder of case files without answers."""
    folder = tmp_path / "saker"
    folder.mkdir()
    for number in SOME:
        made = CliRunner().invoke(
            main, ["case", "new", number, "-o", str(folder / f"{number}.json")]
        )
        assert made.exit_code == 0, made.output
    return folder


def papers(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}


def test_a_worker_killed_in_the_middle_costs_no_paper(
    cases: Path, tmp_path: Path, hire: Hire, engine: Engine, database: str
) -> None:
    """All are there, each noted once, the same as we would have made; the line is empty after."""
    dying, _living = hire(), hire()
    by_line, here = tmp_path / "ko", tmp_path / "her"
    command = [WIZARD, "batch", str(cases), "-o", str(by_line), "--ko", "--prosesser", "1"]
    environment = {**os.environ, "DATABASE_URL": database}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        while not papers(by_line):
            assert running.poll() is None
            time.sleep(0.05)
        dying.kill()
        _, said = running.communicate(timeout=240)
    assert running.returncode == 0, said
    noted = [json.loads(line)["fil"] for line in (by_line / NAME).read_text("utf-8").splitlines()]
    assert sorted(noted) == sorted(f"{number}.pdf" for number in SOME)
    assert batch(cases, "-o", here).exit_code == 0
    assert papers(by_line) == papers(here)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM renders")).scalar_one() == 0


def test_where_no_worker_lives_they_are_made_here(
    cases: Path, tmp_path: Path, database: str
) -> None:
    done = batch(cases / "5044.json", "-o", tmp_path / "ut", "--ko", database=database)
    assert done.exit_code == 0, done.output
    assert list(papers(tmp_path / "ut")) == ["5044.pdf"]


def test_without_a_line_it_says_what_to_set(cases: Path, tmp_path: Path) -> None:
    refused = batch(cases, "-o", tmp_path / "ut", "--ko")
    assert refused.exit_code == 1
    assert "DATABASE_URL" in refused.output
    refused = batch(cases, "-o", tmp_path / "ut", "--ko", database="postgresql://localhost:1/x")
    assert refused.exit_code == 1
    assert "DATABASE_URL kan ikke brukes" in refused.output
    refused = batch(cases, "-o", tmp_path / "ut", "--ko", "--html")
    assert "Ta bort --html" in refused.output
