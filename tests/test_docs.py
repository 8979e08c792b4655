"""The docs keep up with the code."""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import wizard.domain

ROOT = Path(__file__).parent.parent


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
