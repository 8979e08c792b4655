"""What the program is made of, told in a form that other tools read (CycloneDX)."""

import json
import subprocess
import sys
from pathlib import Path

from packaging.requirements import Requirement

import dev


def made(folder: Path) -> dict[str, object]:
    """Return what `python3 dev.py sbom -o FILE` writes."""
    program, *arguments = dev.COMMANDS["sbom"].split()
    file = folder / "sbom.json"
    call = [str(Path(sys.executable).parent / program), *arguments, "-o", str(file)]
    subprocess.run(call, cwd=dev.ROOT, check=True, capture_output=True)
    whole = json.loads(file.read_text("utf-8"))
    assert isinstance(whole, dict)
    return whole


def locked() -> dict[str, str]:
    """Return each release that the lock names, of every platform."""
    lines = dev.LOCKED["run"].read_text("utf-8").splitlines()
    pins = (Requirement(line.rstrip(" \\")) for line in lines if line[:1].isalnum())
    return {each.name: str(each.specifier).removeprefix("==") for each in pins}


def test_every_release_of_the_lock_is_in_it_and_nothing_else(tmp_path: Path) -> None:
    """Each with its version, its address in the registry, and the hashes it is held to."""
    parts = made(tmp_path)["components"]
    assert isinstance(parts, list)
    assert {each["name"]: each["version"] for each in parts} == locked()
    for each in parts:
        assert each["purl"].startswith(f"pkg:pypi/{each['name']}@{each['version']}")
        assert each["externalReferences"][0]["hashes"]


def test_it_is_the_same_each_time_and_says_whose_it_is(tmp_path: Path) -> None:
    """No clock and no number of chance: two of the same lock are equal."""
    first = made(tmp_path)
    assert first == made(tmp_path)
    about = first["metadata"]
    assert isinstance(about, dict)
    assert about["component"]["name"] == "virkemiddelveiviser"
