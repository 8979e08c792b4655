"""A name stands for one thing: no module binds it twice, so that nothing is said by a leftover."""

import ast
from collections import Counter

import pytest

from wizard import paths

MODULES = sorted(paths.PACKAGE.rglob("*.py"))


def bound_twice(source: str) -> list[str]:
    """Return the names that a module binds more than once at its top level."""
    names: Counter[str] = Counter()
    for node in ast.parse(source).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names[name] += 1
            case ast.Assign(targets=targets):
                names.update(each.id for each in targets if isinstance(each, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                names[name] += 1
    return [name for name, times in names.items() if times > 1]


@pytest.mark.parametrize("source", ["A = 1\nA = 2\n", "A = 1\nB = 2\ndef A(): ...\n"])
def test_a_second_binding_is_found(source: str) -> None:
    assert bound_twice(source) == ["A"]


def test_no_module_binds_a_name_twice() -> None:
    found = {str(each): bound_twice(each.read_text(encoding="utf-8")) for each in MODULES}
    assert len(found) > 100
    assert {place: names for place, names in found.items() if names} == {}
