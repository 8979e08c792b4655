"""The locks hold what pyproject.toml asks for, and the environment holds what is locked."""

import re
import tomllib
from importlib.metadata import version
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import dev

PROJECT = tomllib.loads(dev.PROJECT.read_text("utf-8"))


def declared(lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks for where this lock is used."""
    project: dict[str, Any] = PROJECT["project"]
    asked = {
        "run": project["dependencies"],
        "build": PROJECT["build-system"]["requires"],
    }
    for name in ("test", *dev.EXTRAS):
        asked[name] = project["dependencies"] + project["optional-dependencies"][name]
    return [Requirement(each) for each in asked[lock]]


def releases(lock: str) -> list[Requirement]:
    """Return the releases of a lock; one that only some Pythons or systems need has a marker."""
    lines = dev.LOCKED[lock].read_text("utf-8").splitlines()
    return [Requirement(line.rstrip(" \\")) for line in lines if not line.startswith(" ")]


def pins(lock: str) -> dict[str, set[str]]:
    """Return the version, or versions, of each project in a lock."""
    found: dict[str, set[str]] = {}
    for each in releases(lock):
        (exactly,) = each.specifier
        assert exactly.operator == "=="
        found.setdefault(canonicalize_name(each.name), set()).add(exactly.version)
    return found


@pytest.mark.parametrize("lock", dev.LOCKED)
def test_whatever_is_declared_is_locked_within_its_range(lock: str) -> None:
    locked = pins(lock)
    for asked in declared(lock):
        versions = locked.get(canonicalize_name(asked.name), set())
        assert versions, f"{asked.name} is in no lock: python3 dev.py lock"
        assert all(asked.specifier.contains(each) for each in versions), asked


@pytest.mark.parametrize("lock", ["run", *dev.EXTRAS, "build"])
def test_no_two_locks_disagree(lock: str) -> None:
    locked = pins("test")
    assert all(locked.get(name, versions) == versions for name, versions in pins(lock).items())


@pytest.mark.parametrize("extra", dev.EXTRAS)
def test_what_runs_is_what_was_tested(extra: str) -> None:
    assert pins("run").items() < pins(extra).items() < pins("test").items()


@pytest.mark.parametrize("lock", dev.LOCKED)
def test_every_release_has_its_hashes_and_no_address(lock: str) -> None:
    text = dev.LOCKED[lock].read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^ *--(?!hash=sha256:[0-9a-f]{64}\b)", text, re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", text)
    assert all("--hash=sha256:" in block for block in blocks)


def test_what_is_installed_is_what_is_locked() -> None:
    for each in releases("test"):
        if each.marker is None or each.marker.evaluate():
            assert each.specifier.contains(Version(version(each.name))), each.name
