"""A server that answers as SSB does, and folders of figures and rules to refresh."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from like_ssb import LikeSsb, like_ssb
from ssb_answers import answers

from wizard.cli import main
from wizard.paths import DATA, RULES
from wizard.refresh.refreshing import Places

Refresh = Callable[..., Result]


@pytest.fixture
def ssb() -> Iterator[LikeSsb]:
    """SSB with figures of the year that we have: fewer of the facts move, so it is soon told."""
    with like_ssb(answers(2026)) as server:
        yield server


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = Places(tmp_path / "tall", tmp_path / "regler")
    shutil.copytree(DATA, found.data)
    shutil.copytree(RULES, found.rules)
    return found


@pytest.fixture
def refresh(ssb: LikeSsb, places: Places, tmp_path: Path) -> Refresh:
    """Run the command as a person would, with any more arguments."""

    def run(*more: str) -> Result:
        folders = ("--data", str(places.data), "--rules", str(places.rules))
        answered = ("--svar", str(tmp_path / "svar"), "--adresse", ssb.address)
        return CliRunner().invoke(
            main, ["data", "refresh", *folders, *answered, "--sekunder", "20", *more]
        )

    return run
