"""Bytes of a rule file → text that is safe to show, or one problem with its place."""

import re

from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import form as say
from wizard.rulebook.problems import Problem, RulebookError

# The largest rule files are a tenth of this; a file beyond it is a mistake or an attack.
MOST_BYTES = 512 * 1024
_BOM = b"\xef\xbb\xbf"
# Control, bidi and zero-width characters, non-characters, surrogates: nothing that can be seen.
_UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
)
_IN_FILES = re.compile(f"[{_UNSEEN}]")
# A tab between words is seen as a space; it comes from `\\t` in a quoted path.
IN_VALUES = re.compile(f"[\t\r{_UNSEEN}]")


class Unfit(Exception):
    """The file cannot be read at all."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def decode(file: str, content: bytes) -> str:
    """Return the text of a rule file.

    Raises:
        Unfit: it is too large, not UTF-8, starts with a byte order mark or hides characters.

    """
    if len(content) > MOST_BYTES:
        message = fill(say.FILE_TOO_LARGE, most=MOST_BYTES // 1024)
        raise Unfit(Problem(Place(file, 1, 1), message))
    if content.startswith(_BOM):
        raise Unfit(Problem(Place(file, 1, 1), say.BYTE_ORDER_MARK))
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise Unfit(_not_utf8(file, content, error)) from None
    hidden = _IN_FILES.search(text)
    if hidden:
        raise Unfit(_problem(file, text, hidden.start(), forbidden(hidden.group())))
    return text


def brought(file: str, content: bytes) -> str:
    """Return the text of a file from somebody's machine, without the mark that Windows begins with.

    Raises:
        RulebookError: it is not UTF-8.

    """
    text = content.removeprefix(_BOM)
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise RulebookError([_not_utf8(file, text, error)]) from None


def forbidden(character: str) -> Text:
    """Return the message for a character that cannot be seen."""
    return fill(say.HIDDEN_CHARACTER, code=f"U+{ord(character):04X}")


def _not_utf8(file: str, content: bytes, error: UnicodeDecodeError) -> Problem:
    before = content[: error.start].decode()
    message = fill(say.NOT_UTF8, line=before.count("\n") + 1)
    return _problem(file, before, len(before), message)


def _problem(file: str, text: str, index: int, message: Text) -> Problem:
    line_start = text.rfind("\n", 0, index) + 1
    return Problem(Place(file, text.count("\n", 0, index) + 1, index - line_start + 1), message)
