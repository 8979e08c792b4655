"""The schemas that editors use say what the loader says, and are what lies in `rules/skjema`."""

import json
import random
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from broken_rules import BREAKS as OF_RULES
from broken_values import BREAKS as OF_VALUES
from jsonschema import Draft7Validator
from rule_folder import HARDEST, Break, copy_to, says

from wizard.paths import RULES
from wizard.rulebook import Problem, check, schema
from wizard.rulebook.help import ANYWHERE, HELP
from wizard.rulebook.known import known_in
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


@cache
def validators(root: Path) -> dict[str, Draft7Validator]:
    """Return the schemas of a folder of rules, which know its ids, by name."""
    return {name: Draft7Validator(each) for name, each in schema.schemas(known_in(root)).items()}


def complaints(path: Path, root: Path, document: object) -> list[str]:
    """Return what an editor holds against a document that stands where a file does."""
    found = validators(root)[page_of(path, root)].iter_errors(document)
    return [error.schema.get("errorMessage", error.message) for error in found]


def test_what_lies_in_the_folder_is_fresh() -> None:
    """Whoever changes a declaration runs `wizard rules schema`."""
    assert schema.outdated(RULES) == []
    assert {path.name for path in (RULES / schema.FOLDER).iterdir()} == set(
        schema.file_texts(RULES)
    )


@pytest.mark.parametrize("name", schema.PAGES)
def test_each_schema_is_itself_in_order(name: str) -> None:
    Draft7Validator.check_schema(schema.schemas()[name])


@pytest.mark.parametrize(("root", "path"), FILES, ids=[str(path.name) for _, path in FILES])
def test_what_the_loader_accepts_gets_no_red_line(root: Path, path: Path) -> None:
    text = path.read_text("utf-8")
    assert complaints(path, root, as_editors_read(text)) == []
    assert complaints(path, root, yaml.load(text, Loader=yaml.BaseLoader)) == []  # noqa: S506 - every scalar as text


# What can be seen of one file, and of the ids that there are; the rest takes more of the book, or
# arithmetic, to know (`docs/decisions/0006-editor-schema.md`).
_OF_FORM = (
    values.WRONG_FORM,
    values.FIELDS_WANTED,
    values.DASHES_WANTED,
    values.BRACKETS_WANTED,
    values.NO_VALUE,
    values.NO_LETTERS,
    values.TOO_LONG,
    values.BAD_SLOT,
    values.ONLY_SLOTS,
    values.NO_FULL_STOP,
    values.VERB_FIRST,
    values.CAPITAL_FIRST,
    values.NO_CAPITAL,
    values.NOT_ALLOWED,
    values.NOT_AN_OPTION,
    values.ONE_WANTED,
    values.NOT_A_DATE,
    values.NOT_HTTPS,
    values.NOT_A_CONTACT,
    values.UNKNOWN_ID,
    values.UNKNOWN_ID_NEW,
    values.ABOLISHED_SCHEME,
    rules.UNKNOWN_FIGURE,
    rules.CONDITION_WANTED,
    rules.OPERATOR_DOES_NOT_FIT,
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
OF_FORM = [each for each in (*OF_VALUES, *OF_RULES) if each.message in _OF_FORM]


def test_each_of_those_is_tried() -> None:
    assert {each.message for each in OF_FORM} == set(_OF_FORM)


@pytest.mark.parametrize("mistake", OF_FORM, ids=lambda mistake: mistake.claim)
def test_a_wrong_form_gets_a_red_line(mistake: Break) -> None:
    path = HARDEST / mistake.file
    broken = path.read_text("utf-8").replace(mistake.old, mistake.new, 1)
    assert complaints(path, HARDEST, as_editors_read(broken))


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


_WORD = re.compile(r"(?<=[ \[{])[a-z][a-z0-9_-]{3,}(?=[,\]}\n:])")


def a_slip(chance: random.Random, text: str) -> str:
    """Return a text with one word misspelt: a key, an id, an option or an operator."""
    word = chance.choice(list(_WORD.finditer(text)))
    letters = list(word.group())
    at = chance.randrange(len(letters) - 1)
    letters[at : at + 2] = [letters[at], "q", letters[at + 1]]
    return text[: word.start()] + "".join(letters) + text[word.end() :]


def test_what_check_refuses_for_its_form_is_red_in_a_hundred_files(tmp_path: Path) -> None:
    """The editor knows the ids that check saw; whatever is red there is refused here too."""
    root, chance = copy_to(tmp_path), random.Random(11)  # noqa: S311 - slips, not secrets
    files = sorted(root.rglob("*.yaml"))
    told = 0
    for _ in range(100):
        path = chance.choice(files)
        text = path.read_text("utf-8")
        slip = a_slip(chance, text)
        path.write_text(slip, "utf-8")
        problems = check(root)
        page = schema.schemas(known_in(root))[page_of(path, root)]
        path.write_text(text, "utf-8")
        red = list(Draft7Validator(page).iter_errors(as_editors_read(slip)))
        name = path.relative_to(root).as_posix()
        lines = slip.splitlines()
        # `ellers` is one of the answers of the question that it stands in: no schema knows them.
        here = [
            each
            for each in problems
            if each.place.file == name and "ellers:" not in lines[each.place.line - 1]
        ]
        of_form = [
            each
            for each in here
            if any(says(each, message, meant) for message in _OF_FORM for meant in _meant(each))
        ]
        assert red or not of_form, f"{name}: {of_form}"
        assert problems or not red, f"{name}: {red}"
        told += bool(red)
    assert told > 50


def _meant(problem: Problem) -> tuple[str, ...]:
    """Return the suggestion that a message ends with, if it has one."""
    found = re.search(r"Mente du «(.+)»\?$", problem.message.nb)
    return (found[1],) if found else ("",)


def test_an_editor_says_in_norwegian_what_is_wrong() -> None:
    text = (
        'id: Startlån\nslag: gave\ndekker: [{behov: eldr, rolle: hoved}]\nkontrollert: "1.1.27"\n'
    )
    said = complaints(HARDEST / "virkemidler/startlan.yaml", HARDEST, as_editors_read(text))
    assert not [each for each in said if "is not" in each or "does not" in each]
    assert any("behov/" in each and "rules check" in each for each in said)
    assert any("2027-01-31" in each for each in said)


def test_an_option_of_a_question_is_completed_where_it_is_compared() -> None:
    known = schema.schemas(known_in(HARDEST))["tiltak"]["definitions"]
    assert {"$ref": "#/definitions/om_en_opplysning"} in known["betingelse"]["anyOf"]
    compared = [
        each["then"]["properties"]
        for each in known["om_en_opplysning"]["allOf"]
        if "rekruttering_stoppes" in each["if"]["properties"]["opplysning"]["enum"]
    ]
    answers = known[compared[0]["er"]["anyOf"][0]["$ref"].rpartition("/")[2]]
    assert answers["enum"] == ["ofte", "av_og_til", "nei"]
    assert answers["errorMessage"] == "Her kan det stå: ofte, av_og_til, nei."
    assert "minst" in compared[0]


@pytest.mark.parametrize("name", schema.PAGES)
def test_a_long_list_stands_once_in_a_schema(name: str) -> None:
    """A scheme's schema would be three times as long otherwise, and each new id many lines."""
    found: list[str] = []

    def walk(part: object) -> None:
        if isinstance(part, dict):
            found.append(str(part.get("enum")))
            for each in part.values():
                walk(each)
        elif isinstance(part, list):
            for each in part:
                walk(each)

    walk(schema.schemas(known_in(RULES))[name])
    long = [each for each in found if len(each) > 200]
    assert len(long) == len(set(long))
