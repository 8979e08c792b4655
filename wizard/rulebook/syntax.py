"""The YAML parser's complaints in words that policy staff understand."""

import yaml

from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import form as say
from wizard.rulebook.problems import Problem

# Part of the parser's own message (libyaml's or PyYAML's) → ours. First that fits.
_EXPLANATIONS: tuple[tuple[str, Text], ...] = (
    ("mapping values are not allowed", say.STRAY_COLON),
    ("expected ':'", say.MISSING_COLON),
    ("expected alphabetic", say.STRAY_SIGN),
    ("expected key", say.BAD_INDENT),
    ("expected <block end>", say.BAD_INDENT),
    ("'-' indicator", say.BAD_INDENT),
    ("block sequence entries", say.BAD_INDENT),
    ("block mapping", say.BAD_INDENT),
    ("expected ',' or ']'", say.OPEN_LIST),
    ("expected ',' or '}'", say.OPEN_BRACE),
    ("unexpected end of stream", say.OPEN_QUOTE),
    ("unexpected document indicator", say.OPEN_QUOTE),
    ("escape", say.BAD_ESCAPE),
    ("cannot start any token", say.STRAY_SIGN),
    ("tag", say.TAG),
    ("alias", say.ALIAS),
    ("anchor", say.ANCHOR),
    ("document", say.SEVERAL_DOCUMENTS),
)


def explain(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the parser's error as one problem with a place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    place = Place(file, line + 1, column + 1)
    if _indented_by_tab(text, line):
        return Problem(place, say.TAB)
    parts = (getattr(error, "problem", None), getattr(error, "context", None))
    complaint = " ".join(part for part in parts if part)
    for fragment, message in _EXPLANATIONS:
        if fragment in complaint:
            return Problem(place, fill(message))
    return Problem(place, say.NOT_YAML)


def _indented_by_tab(text: str, line: int) -> bool:
    lines = text.split("\n")
    if line >= len(lines):
        return False
    return "\t" in lines[line][: len(lines[line]) - len(lines[line].lstrip())]
