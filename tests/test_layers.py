"""The layers of the house hold, and something goes red when they do not."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wizard import paths

ROOT = paths.PACKAGE.parent
RUNS_DOWN = "Imports run downwards only"
NO_CIRCLE = "No room and no file imports in a circle with its neighbours"
PURE = "domain, engine and advice know no web, paper, YAML or database"
VIOLATIONS = {
    "the domain reaches for the web": ("domain/values.py", "import flask", PURE),
    "the engine reaches up to the memo": ("engine/__init__.py", "import wizard.memo", RUNS_DOWN),
    "the store reaches sideways": ("store/__init__.py", "import wizard.lab", RUNS_DOWN),
    "a module has no place": ("helpers.py", "import json", RUNS_DOWN),
    "the web reads YAML": ("web/__init__.py", "import yaml", "Only rulebook imports yaml"),
    "the memo reaches up to the book": ("memo/__init__.py", "import wizard.book", RUNS_DOWN),
    "a folder leans on what leans on it": (
        "rulebook/conditions.py",
        "import wizard.rulebook.kinds.rates",
        NO_CIRCLE,
    ),
    "the web makes PDF": (
        "web/__init__.py",
        "import weasyprint",
        "Only press.pdf imports weasyprint",
    ),
    "the web queries the database": (
        "web/__init__.py",
        "import sqlalchemy",
        "Only store imports sqlalchemy and alembic",
    ),
    "the web asks the engine past the report": (
        "web/__init__.py",
        "import wizard.engine.verdicts",
        "What lays out asks report, never the engine",
    ),
    "the domain reads settings": (
        "domain/values.py",
        "import wizard.settings",
        "domain imports nothing of ours but itself",
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, to be spoilt."""
    shutil.copytree(
        paths.PACKAGE, tmp_path / "wizard", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def lint(place: Path) -> subprocess.CompletedProcess[str]:
    """Hold the copy up against the project's own contracts."""
    program = Path(sys.executable).parent / "lint-imports"
    command = [str(program), "--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)


def test_the_copy_is_sound_until_it_is_spoilt(copy: Path) -> None:
    """Without this, the red runs below would prove nothing."""
    result = lint(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_a_planted_violation_is_found(copy: Path, violation: str) -> None:
    """Each kind of wrong import breaks the contract that forbids it."""
    name, statement, contract = VIOLATIONS[violation]
    file = copy / "wizard" / name
    before = file.read_text("utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{statement}\n", "utf-8")
    result = lint(copy)
    assert result.returncode == 1
    assert f"{contract} BROKEN" in result.stdout


def test_the_domain_imports_only_the_standard_library() -> None:
    """No library at all, also none that no contract has heard of."""
    allowed = sys.stdlib_module_names | {"wizard.domain"}
    for file in sorted((paths.PACKAGE / "domain").glob("**/*.py")):
        for name in imported(file):
            assert name in allowed, f"{file.name} imports {name}"


def imported(file: Path) -> set[str]:
    """The modules that a file imports: the first two steps of ours, the first of others'."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {".".join(name.split(".")[: 2 if name.startswith("wizard") else 1]) for name in names}
