"""The docs keep up with the code."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import dev
import wizard.domain
from wizard.cli import main
from wizard.settings import read_settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_public_class_of_the_domain_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(\w+)`", glossary))
    classes = set()
    for module in pkgutil.iter_modules(wizard.domain.__path__):
        found = importlib.import_module(f"wizard.domain.{module.name}")
        classes |= {
            name
            for name, each in inspect.getmembers(found, inspect.isclass)
            if each.__module__ == found.__name__ and not name.startswith("_")
        }
    assert classes - explained == set()


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    assert listed is not None
    names = re.findall(r'"([a-z0-9-]+)', listed.group(1))
    assert [name for name in names if name not in reasons] == []


def wizard_commands() -> Iterator[str]:
    """Yield each call of the wizard that README shows, also those that go by dev.py."""
    shown = re.findall(r"^    (wizard \w.*)$|`(wizard \w[^`]*)`", README, re.MULTILINE)
    yield from (line or inline for line, inline in shown)
    for name, rest in re.findall(r"python3 dev\.py (\w+)([^`\n]*)", README):
        if dev.COMMANDS.get(name, "").startswith("wizard"):
            yield dev.COMMANDS[name] + rest.replace(" …", "")


@pytest.mark.parametrize("shown", sorted(set(wizard_commands())))
def test_a_command_in_readme_is_there_with_its_options(shown: str) -> None:
    call, _, explained = shown.partition("#")
    command: click.Command = main
    for word in call.split()[1:]:
        if not isinstance(command, click.Group):
            break
        below = command.get_command(click.Context(command), word)
        assert below is not None, f"there is no command {word}"
        command = below
    known = {option for each in command.params for option in each.opts}
    asked = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", call) + re.findall(r"--[a-z-]+", explained)
    assert set(asked) - known == set()


def test_readme_names_the_commands_of_dev_py_that_are_there() -> None:
    named = set(re.findall(r"python3 dev\.py (\w+)", README))
    assert {"serve", "test", "check", "lock"} <= named <= {*dev.COMMANDS, "lock"}


class Environment(dict[str, str]):
    """An empty environment that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        self.asked.add(name)
        return default


def test_readme_has_the_settings_that_are_read_and_no_others(tmp_path: Path) -> None:
    environment = Environment()
    read_settings(environment, tmp_path)
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)) == environment.asked
