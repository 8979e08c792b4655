"""The schemas that editors use say what the loader says, and are what lies in `rules/skjema`."""

import json
import re
from pathlib import Path

import pytest
import yaml
from broken_rules import CONDITIONS
from broken_values import BREAKS
from jsonschema import Draft7Validator
from rule_folder import HARDEST, Break

from wizard.paths import RULES
from wizard.rulebook import schema
from wizard.rulebook.help import ANYWHERE, HELP
from wizard.rulebook.messages import rules, values

SETTINGS = RULES.parent / ".vscode" / "settings.json"
FILES = [(folder, path) for folder in (RULES, HARDEST) for path in sorted(folder.rglob("*.yaml"))]
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def page_of(path: Path, root: Path) -> str:
    """Return the name of the schema for a rule file, as the editor finds it."""
    relative = path.relative_to(root)
    return next(name for name, page in schema.PAGES.items() if relative.match(page.files))


def as_editors_read(text: str) -> object:
    """Return a YAML text as an editor sees it: an unquoted 85 is a number, `ja` a word."""
    return _plain(yaml.compose(text, Loader=yaml.SafeLoader))


def _plain(node: yaml.Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    if node.style is None and _NUMBER.fullmatch(node.value):
        return float(node.value)
    return node.value


def complaints(name: str, document: object) -> list[str]:
    """Return what the schema holds against a document."""
    return [
        error.message for error in Draft7Validator(schema.schemas()[name]).iter_errors(document)
    ]


def test_what_lies_in_the_folder_is_fresh() -> None:
    """Whoever changes a declaration runs `wizard rules schema`."""
    assert schema.outdated(RULES) == []
    assert {path.name for path in (RULES / schema.FOLDER).iterdir()} == set(schema.file_texts(RULES))


@pytest.mark.parametrize("name", schema.PAGES)
def test_each_schema_is_itself_in_order(name: str) -> None:
    Draft7Validator.check_schema(schema.schemas()[name])


@pytest.mark.parametrize(("root", "path"), FILES, ids=[str(path.name) for _, path in FILES])
def test_what_the_loader_accepts_gets_no_red_line(root: Path, path: Path) -> None:
    text = path.read_text("utf-8")
    assert complaints(page_of(path, root), as_editors_read(text)) == []
    assert complaints(page_of(path, root), yaml.load(text, Loader=yaml.BaseLoader)) == []  # noqa: S506 - every scalar as text


# What can be seen of one file alone; the rest takes the whole book, or arithmetic, to know.
_OF_FORM = (
    values.WRONG_FORM,
    values.EMPTY_LIST,
    values.UNKNOWN_KEY,
    values.UNKNOWN_KEY_AMONG,
    values.MISSING_KEY,
    values.NONE_OF_ONE,
    values.TWO_OF_ONE,
    values.BAD_ID,
    values.NOT_A_MUNICIPALITY,
    values.ONLY_YES,
    rules.NO_HEAD,
    rules.TWO_HEADS,
    rules.EXTRA_IN_CONDITION,
    rules.NO_OPERATOR,
    rules.UNKNOWN_OPERATOR,
    rules.TWO_OPERATORS,
    rules.NEED_WITHOUT_SEVERITY,
    rules.NO_NEEDS_HERE,
    rules.NO_NEEDS_IN_REQUIREMENT,
)
OF_FORM = [each for each in (*BREAKS, *CONDITIONS) if each.message in _OF_FORM]


def test_each_of_those_is_tried() -> None:
    assert {each.message for each in OF_FORM} == set(_OF_FORM)


@pytest.mark.parametrize("mistake", OF_FORM, ids=lambda mistake: mistake.claim)
def test_a_wrong_form_gets_a_red_line(mistake: Break) -> None:
    path = HARDEST / mistake.file
    broken = path.read_text("utf-8").replace(mistake.old, mistake.new, 1)
    assert complaints(page_of(path, HARDEST), as_editors_read(broken))


def test_every_key_has_its_help_and_no_help_is_left_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used: set[tuple[str, str]] = set()

    def watch(what: str, key: str) -> str:
        own = HELP.get(what, {})
        used.add((what, key) if key in own else (ANYWHERE, key))
        return "x"

    monkeypatch.setattr(schema, "help_for", watch)
    schema.schemas()
    assert used == {(what, key) for what, keys in HELP.items() for key in keys}


def test_the_editor_finds_the_schema_of_every_file() -> None:
    found = json.loads(SETTINGS.read_text("utf-8"))["yaml.schemas"]
    assert found == {
        f"./rules/{schema.FOLDER}/{name}{schema.ENDING}": f"rules/{page.files}"
        for name, page in schema.PAGES.items()
    }
