"""Text in, the same text out: what YAML would have made of it does not count."""

from pathlib import Path

import pytest
import yaml
from rule_folder import HARDEST

from wizard.domain.place import Place
from wizard.paths import RULES
from wizard.rulebook.tree import LOADER, Fields, Scalar, parse

LOADERS = [LOADER, yaml.SafeLoader]


def _value(text: str, loader: type[yaml.SafeLoader]) -> str:
    tree, problems = parse("f.yaml", f"key: {text}\n".encode(), loader)
    assert problems == []
    assert isinstance(tree, Fields)
    value = tree.entries["key"].value
    assert isinstance(value, Scalar)
    return value.text


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "text",
    ["0301", "no", "nei", "on", "12:30", "1_000", "1e3", "0x1F", "2026-03-01", ".nan",
     "<<", "=", "§ 3-2", "40\u00a0000 kr", "Guovdageaidnu - Kautokeino"],
)  # fmt: skip
def test_a_value_stays_the_text_it_was_written_as(text: str, loader: type[yaml.SafeLoader]) -> None:
    """Kommunenummer keep their zero, and `no` is not a boolean."""
    assert _value(text, loader) == text
    assert _value(f'"{text}"', loader) == text


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL"])
def test_a_word_for_nothing_is_a_text_only_in_quotes(
    word: str, loader: type[yaml.SafeLoader]
) -> None:
    """Nobody who leaves a text out means the word."""
    assert _value(f'"{word}"', loader) == word
    assert parse("f.yaml", f"a: {word}".encode(), loader)[1]


@pytest.mark.parametrize("loader", LOADERS)
def test_places_count_characters_from_one(loader: type[yaml.SafeLoader]) -> None:
    """A place is what an editor shows, also after letters that take several bytes."""
    tree, _ = parse("f.yaml", "ø: {å: [æ, b]}\r\nx:\r\n  y: z\r\n".encode(), loader)
    assert isinstance(tree, Fields)
    inner = tree.entries["ø"].value
    assert isinstance(inner, Fields)
    assert inner.entries["å"].value.place == Place("f.yaml", 1, 8)
    nested = tree.entries["x"].value
    assert isinstance(nested, Fields)
    assert nested.entries["y"].value.place == Place("f.yaml", 3, 6)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: &x b\nc: *x\nd: !t e\na: f\n", [(1, 4), (2, 4), (3, 4), (4, 1)]),
        ("a: [b\nc: d\n", [(1, 4)]),
        ("a: b\nc\nd: e\n", [(2, 1)]),
        ("a: 'b\n", [(1, 4)]),
        ("a:\n\tb: c\n", [(2, 1)]),
        ('a: "\\UFFFFFFFF"\n', None),
    ],
)
def test_both_parsers_point_at_the_same_place(
    text: str, places: list[tuple[int, int]] | None, loader: type[yaml.SafeLoader]
) -> None:
    """Whoever lacks the C parser gets the same advice."""
    _, problems = parse("f.yaml", text.encode(), loader)
    assert problems
    if places is not None:
        assert [(each.place.line, each.place.column) for each in problems] == places


@pytest.mark.parametrize("root", [HARDEST, RULES], ids=["hardest", "rules"])
def test_both_parsers_read_the_rules_alike(root: Path) -> None:
    """The slow parser is stricter about some signs; no rule file may depend on the fast one."""
    for path in sorted(root.rglob("*.yaml")):
        assert parse(path.name, path.read_bytes()) == parse(
            path.name, path.read_bytes(), yaml.SafeLoader
        )


def test_all_problems_of_form_are_found_before_one_that_stops_the_parser() -> None:
    """A repeated key above a missing bracket is reported with it."""
    _, problems = parse("f.yaml", b"a: b\na: c\nd: [e\nf: g\n")
    assert [each.place.line for each in problems] == [2, 3]
