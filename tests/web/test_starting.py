"""What cannot start says why and what to do, in words; the real command in a process of its own."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from wizard.paths import PACKAGE, RULES, TEMPLATES

GOOD = {
    "WIZARD_ENV": "production",
    "WIZARD_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
    "WIZARD_PUBLIC_URL": "https://veiviser.kommunen.no",
    "WIZARD_OWNER": "Kommunen",
    "WIZARD_CONTACT": "post@kommunen.no",
}


def started(
    folder: Path,
    *arguments: str,
    root: Path | None = None,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Start the wizard, of another checkout where told, and return how it ended."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    told = {**kept, "WIZARD_FOLDER": str(folder), "WIZARD_RENDERERS": "0", **(environment or {})}
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from wizard.cli import main; main()"
    call = [sys.executable, "-c", code, str(root or PACKAGE.parent), "serve", *arguments]
    return subprocess.run(
        call, env=told, capture_output=True, text=True, timeout=60, check=False, cwd=root or "/"
    )


def refused(done: subprocess.CompletedProcess[str], *said: str) -> None:
    """Check that it ended with a sentence."""
    assert done.returncode in {1, 2}, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    for each in said:
        assert each in done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of the program that can be spoilt."""
    root = tmp_path / "kopi"
    for each in (PACKAGE, RULES, TEMPLATES):
        shutil.copytree(each, root / each.name, ignore=shutil.ignore_patterns("__pycache__"))
    return root


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"WIZARD_CONTACT": "post@example.org"}, "WIZARD_CONTACT er «post@example.org»"),
        ({"WIZARD_SECRET_KEY": ""}, "WIZARD_SECRET_KEY mangler"),
        ({"WIZARD_PUBLIC_URL": ""}, "WIZARD_PUBLIC_URL mangler"),
        ({"WIZARD_OWNER": "TODO"}, "WIZARD_OWNER mangler"),
        ({"WIZARD_PROXIES": "alle"}, "WIZARD_PROXIES er «alle»"),
        ({"WIZARD_ENV": "prod"}, "WIZARD_ENV er «prod»"),
    ],
)
def test_a_bad_setting_is_named(tmp_path: Path, change: dict[str, str], said: str) -> None:
    refused(started(tmp_path, environment=GOOD | change), said)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused(started(tmp_path, "--port", port), f"port {port}", "velg en annen med --port")
    refused(started(tmp_path, "--port", "99999"), "99999")


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    """A file where a folder should be, and a place where nobody may write."""
    (tmp_path / "fil").write_text("")
    for folder in (tmp_path / "fil", tmp_path / "fil" / "under", Path("/sys/veiviser")):
        refused(started(folder), str(folder), "Sett WIZARD_FOLDER")


def test_rules_that_are_gone_or_broken_are_told(tmp_path: Path, checkout: Path) -> None:
    (checkout / "rules" / "regelverk.yaml").write_text("navn: [", "utf-8")
    refused(started(tmp_path, root=checkout), "Reglene kan ikke brukes", "regelverk.yaml:")
    shutil.rmtree(checkout / "rules")
    refused(started(tmp_path, root=checkout), "Reglene kan ikke brukes")


def test_templates_that_are_gone_are_told(tmp_path: Path, checkout: Path) -> None:
    shutil.rmtree(checkout / "templates")
    refused(started(tmp_path, root=checkout), "templates", "installer veiviseren på nytt")


def test_broken_figures_are_told(tmp_path: Path, checkout: Path) -> None:
    figures = checkout / "wizard" / "municipalities" / "data" / "kommuner.csv"
    if not figures.exists():
        figures = next((checkout / "wizard" / "municipalities" / "data").glob("*.csv"))
    figures.write_text("tull\n1\n", "utf-8")
    refused(
        started(tmp_path, root=checkout), "Tallene om kommunene", "Installer veiviseren på nytt"
    )
