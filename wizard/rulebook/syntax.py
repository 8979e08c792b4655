"""The YAML parser's complaints in words that policy staff understand."""

import re

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
# A quote that opens a value: at the start of a line, or after what values come after.
_OPENS = re.compile(r"""(?:^\s*|[:\-,{\[]\s+|[{\[])(["'])""")
_CLOSES = {'"': re.compile(r'(?:\\.|[^"\\])*"'), "'": re.compile(r"(?:''|[^'])*'(?!')")}
_HARD_SPACE = re.compile("^[ -]*\u00a0|(?<=[a-z_]:)\u00a0")
# Here the mistake is where something began; the parser notices it much later.
_AT_THE_BEGINNING = frozenset({say.MISSING_COLON, say.OPEN_LIST, say.OPEN_BRACE, say.OPEN_QUOTE})


def explain(file: str, text: str, error: Exception) -> Problem:
    """Return the parser's error as one problem with a place."""
    noticed = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    message = _message(error, text, noticed)
    mark = begun if begun and message in _AT_THE_BEGINNING else noticed or begun
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if hard := _hard_space(text, line):
        return Problem(Place(file, *hard), say.HARD_SPACE)
    if noticed and (opened := _open_quote(text, noticed)):
        return Problem(Place(file, *opened), say.OPEN_QUOTE)
    if message is say.MISSING_COLON and text.split("\n")[line].lstrip().startswith("{"):
        message = say.MISSING_DASH
    elif message is say.MISSING_DASH and begun and noticed and begun.column != noticed.column:
        message = say.BAD_INDENT
    return Problem(Place(file, line + 1, column + 1), fill(message))


def _hard_space(text: str, line: int) -> tuple[int, int] | None:
    """Return where a no-break space stands for a space, on the line or the one before it."""
    lines = text.split("\n")
    for number in range(max(line - 1, 0), min(line + 1, len(lines))):
        if found := _HARD_SPACE.search(lines[number]):
            return number + 1, found.end()
    return None


def _open_quote(text: str, noticed: yaml.Mark) -> tuple[int, int] | None:
    """Return where the quote begins that ended only where the next value was to begin.

    The parser notices it right behind the quote of that next value, and not a line before.
    """
    lines = text.split("\n")[: noticed.line + 1]
    lines[-1] = lines[-1][: noticed.column].rstrip()
    quote = lines[-1][-1:]
    if not any(opens.end() == len(lines[-1]) for opens in _OPENS.finditer(lines[-1])):
        return None
    lines[-1] = lines[-1][:-1]
    for number in range(noticed.line, -1, -1):
        column = _open_in(lines[number], quote)
        if column is not None:
            inside = "\n".join([lines[number][column + 1 :], *lines[number + 1 :]])
            return None if quote in inside else (number + 1, column + 1)
    return None


def _open_in(line: str, quote: str) -> int | None:
    """Return the column of a quote of a kind that the line opens and does not close."""
    at = 0
    while opens := _OPENS.search(line, at):
        begin = opens.end()
        closes = _CLOSES[opens[1]].match(line, begin)
        if closes is None:
            return begin - 1 if opens[1] == quote else None
        at = closes.end()
    return None


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
