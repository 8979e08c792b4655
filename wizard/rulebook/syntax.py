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
    ("could not find expected ':'", say.MISSING_COLON),
    ("expected alphabetic", say.STRAY_SIGN),
    ("expected key", say.BAD_INDENT),
    ("expected <block end>", say.BAD_INDENT),
    ("'-' indicator", say.MISSING_DASH),
    ("sequence entries", say.BAD_INDENT),
    ("<document start>", say.BAD_INDENT),
    ("expected ',' or ']'", say.OPEN_LIST),
    ("expected ',' or '}'", say.OPEN_BRACE),
    ("unexpected end of stream", say.OPEN_QUOTE),
    ("unexpected document indicator", say.OPEN_QUOTE),
    ("escape", say.BAD_ESCAPE),
    ("cannot start any token", say.STRAY_SIGN),
    ("tag", say.TAG),
)
# Here the mistake is where something began; the parser notices it much later.
_AT_THE_BEGINNING = frozenset({say.MISSING_COLON, say.OPEN_LIST, say.OPEN_BRACE, say.OPEN_QUOTE})


def explain(file: str, text: str, error: Exception) -> Problem:
    """Return the parser's error as one problem with a place."""
    noticed = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    message = _message(error, text, noticed)
    mark = begun if begun and message in _AT_THE_BEGINNING else noticed or begun
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if message is say.MISSING_COLON and text.split("\n")[line].lstrip().startswith("{"):
        message = say.MISSING_DASH
    elif message is say.MISSING_DASH and begun and noticed and begun.column != noticed.column:
        message = say.BAD_INDENT
    return Problem(Place(file, line + 1, column + 1), fill(message))


def _message(error: Exception, text: str, noticed: yaml.Mark | None) -> Text:
    before = _before(text, noticed)
    if "\t" in before and not before.strip():
        return say.TAB
    complaint = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    for fragment, message in _EXPLANATIONS:
        if fragment in complaint:
            # Wrong indent is at the start of a line; later on it is text after a closed value.
            return say.AFTER_VALUE if message is say.BAD_INDENT and before.strip() else message
    return say.NOT_YAML


def _before(text: str, mark: yaml.Mark | None) -> str:
    """Return what stands before the mark on its line, with the white space that follows it."""
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return ""
    line = lines[mark.line]
    rest = line[mark.column :]
    return line[: mark.column] + rest[: len(rest) - len(rest.lstrip())]
