"""`dev.py` makes any machine ready, does no work twice, and survives being stopped."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).parent
# What tells one call from another, and what making an environment calls for.
KINDS = ["--clear", "run.txt", "postgresql.txt", "login.txt", "test.txt", "build.txt"]
KINDS += ["--editable"]
KINDS += ["update", "apt-get", "dpkg-query"]
MADE = ["--clear", "run.txt", "build.txt", "--editable"]
WITH_TOOLS = ["test.txt", "build.txt", "--editable"]


class Machine:
    """Stands in for the machine: remembers what dev.py asked of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls: list[str] = []
        self.fails_on = ""

    def run(self, command: list[object], **_: object) -> subprocess.CompletedProcess[str]:
        """Note the call, and leave behind what the real program would."""
        words = [str(word) for word in command]
        self.calls.append(" ".join(words))
        if self.fails_on and self.fails_on in words:
            raise subprocess.CalledProcessError(1, words)
        if "venv" in words:
            (self.root / "bin").mkdir(parents=True, exist_ok=True)
            (self.root / "bin" / "python").touch()
        known = "libpango-1.0-0 installed\nfontconfig deinstalled\n"
        return subprocess.CompletedProcess(words, 0, known if "dpkg-query" in words else "", "")

    def asked(self) -> list[str]:
        """Tell what was asked since the last time, one word for each call."""
        calls, self.calls = self.calls, []
        return [next(kind for kind in KINDS if kind in call) for call in calls]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine with no environment yet."""
    machine = Machine(tmp_path / ".venv")
    monkeypatch.setattr(dev, "VENV", machine.root)
    monkeypatch.setattr(dev, "BIN", machine.root / "bin")
    monkeypatch.setattr(dev, "STAMP", machine.root / "stamp")
    monkeypatch.setattr(dev, "RECIPE", [tmp_path / "pyproject.toml"])
    (tmp_path / "pyproject.toml").write_text("first", "utf-8")
    monkeypatch.setattr(subprocess, "run", machine.run)
    for setting, _ in dev.EXTRAS.values():
        monkeypatch.delenv(setting, raising=False)
    return machine


def test_it_needs_nothing_but_the_standard_library() -> None:
    """A bare machine can run it."""
    for node in ast.walk(ast.parse((ROOT / "dev.py").read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert {alias.name.split(".")[0] for alias in node.names} <= sys.stdlib_module_names
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] in sys.stdlib_module_names


def test_the_environment_is_made_once(machine: Machine) -> None:
    """A warm start asks nothing of pip."""
    dev.make_environment(for_tests=False)
    assert machine.asked() == MADE
    dev.make_environment(for_tests=False)
    assert machine.asked() == []


def test_the_test_tools_come_when_they_are_needed_and_stay(machine: Machine) -> None:
    """Serving needs none of them, and serving after testing removes none."""
    dev.make_environment(for_tests=False)
    machine.asked()
    dev.make_environment(for_tests=True)
    assert machine.asked() == WITH_TOOLS
    dev.make_environment(for_tests=False)
    assert machine.asked() == []


def test_the_driver_comes_with_an_address_that_needs_it_and_stays(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever serves from PostgreSQL installs nothing by hand."""
    dev.make_environment(for_tests=False)
    machine.asked()
    monkeypatch.setenv("DATABASE_URL", "postgresql://veiviser@db/saker")
    dev.make_environment(for_tests=False)
    assert machine.asked() == ["postgresql.txt", "build.txt", "--editable"]
    monkeypatch.delenv("DATABASE_URL")
    dev.make_environment(for_tests=False)
    assert machine.asked() == []


def test_the_login_comes_beside_the_driver(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each extra has a lock of its own, and one call of pip takes both."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://veiviser@db/saker")
    dev.make_environment(for_tests=False)
    machine.asked()
    monkeypatch.setenv("WIZARD_OIDC_ISSUER", "https://login.kommunen.no")
    dev.make_environment(for_tests=False)
    assert f"{dev.LOCKED['postgresql']} --requirement={dev.LOCKED['login']}" in machine.calls[0]
    machine.asked()
    dev.make_environment(for_tests=False)
    assert machine.asked() == []


def test_a_changed_recipe_installs_into_the_same_environment(
    machine: Machine, tmp_path: Path
) -> None:
    """New requirements do not throw away what is there."""
    dev.make_environment(for_tests=True)
    machine.asked()
    (tmp_path / "pyproject.toml").write_text("second", "utf-8")
    dev.make_environment(for_tests=False)
    assert machine.asked() == WITH_TOOLS


def test_a_changed_lock_is_a_changed_recipe() -> None:
    """Whoever fetches a renewed lock gets its releases at the next command."""
    assert set(dev.LOCKED.values()) < set(dev.RECIPE)


def test_only_what_the_locks_name_is_installed(machine: Machine) -> None:
    """Everything fetched is checked against its hash; our own is built from what was fetched."""
    dev.make_environment(for_tests=True)
    made = [call for call in machine.calls if " pip " in call]
    assert all("--require-hashes" in call or "--no-index" in call for call in made)


def test_the_locks_are_renewed_without_our_environment(machine: Machine) -> None:
    """A lock that cannot be installed can still be made again."""
    dev.renew_locks("--upgrade")
    *_, uv, test, run, postgresql, login, build = machine.calls
    assert uv.endswith(f"install {dev.LOCKSMITH}")
    locks = (test, run, postgresql, login, build)
    assert all("--upgrade" in call and ".venv" not in call for call in locks)
    assert all(f"--constraint {dev.LOCKED['test']}" in call for call in locks[1:])


def test_another_python_gets_an_environment_of_its_own(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one Python installed is of no use to another."""
    dev.make_environment(for_tests=False)
    machine.asked()
    monkeypatch.setattr(sys, "base_prefix", "/somewhere/else")
    dev.make_environment(for_tests=False)
    assert machine.asked() == MADE


def test_a_vanished_python_is_noticed(machine: Machine) -> None:
    """A link to a Python that was removed is no environment."""
    dev.make_environment(for_tests=False)
    machine.asked()
    (machine.root / "bin" / "python").unlink()
    dev.make_environment(for_tests=False)
    assert machine.asked() == MADE


def test_a_stopped_installation_is_done_again(machine: Machine) -> None:
    """The stamp is written last, also when an older one was there."""
    dev.make_environment(for_tests=False)
    machine.fails_on = "--editable"
    with pytest.raises(subprocess.CalledProcessError):
        dev.make_environment(for_tests=True)
    machine.fails_on = ""
    machine.asked()
    dev.make_environment(for_tests=True)
    assert machine.asked() == ["--clear", *WITH_TOOLS]


def test_root_on_debian_installs_only_what_is_missing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A removed package whose settings remain counts as missing."""
    monkeypatch.setattr(shutil, "which", str)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.install_system_packages(["libpango-1.0-0", "fontconfig", "poppler-utils"])
    install = machine.calls[-1]
    assert machine.asked() == ["dpkg-query", "update", "apt-get"]
    assert install.endswith("--no-install-recommends fontconfig poppler-utils")


def test_others_are_told_what_to_run(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without root it goes on, and changes nothing on the machine."""
    monkeypatch.setattr(shutil, "which", str)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    dev.install_system_packages(["libpango-1.0-0", "fontconfig"])
    assert machine.asked() == ["dpkg-query"]
    line = "sudo apt-get install -y --no-install-recommends fontconfig"
    assert line in capsys.readouterr().out


def test_other_systems_are_left_alone(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """No Debian, no question asked."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    dev.install_system_packages(["fontconfig"])
    assert machine.asked() == []


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the keyboard installs nothing."""
    assert dev.main("sevre") == 2
    assert "serve | test | check | memo | bench | wizard | sbom | lock" in capsys.readouterr().out


def test_ci_runs_the_same_check_as_a_developer() -> None:
    """`.ci/run` adds nothing of its own."""
    assert (ROOT / ".ci" / "run").read_text("utf-8").endswith("exec python3 dev.py check\n")


@pytest.mark.parametrize(
    ("stopped_by", "code", "told"),
    [(KeyboardInterrupt(), 130, "Avbrutt"), (subprocess.CalledProcessError(1, ["pip"]), 1, "pip")],
)
def test_a_stop_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stopped_by: BaseException,
    code: int,
    told: str,
) -> None:
    """Ctrl+C and a failing pip end in one sentence and an exit code."""

    def stop(_: str) -> None:
        raise stopped_by

    monkeypatch.setattr(dev, "prepare", stop)
    assert dev.main("serve") == code
    assert told in capsys.readouterr().out
