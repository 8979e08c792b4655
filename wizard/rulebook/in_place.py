"""Changes words where they stand in a rule file: comments, order and quotes are the owner's."""

import re
from collections.abc import Mapping

from wizard.domain.place import Place

_LINE_BREAK = re.compile(r"(\r\n|\r|\n)")


class NotThere(Exception):
    """What should be changed does not stand as one piece at a place, which is the argument."""


def changed(content: bytes, edits: Mapping[Place, str], there: str) -> bytes:
    """Return a content with other words at some places, in the quotes that stand there.

    `there` is a regular expression for what must stand at each of them.

    Raises:
        NotThere: something else does.

    """
    pattern = re.compile(rf"(?P<quote>[\"']?){there}(?P=quote)(?![\w-])")
    # Every other piece is a line break, of whichever kind the file has.
    pieces = _LINE_BREAK.split(content.decode())
    for place in sorted(edits, reverse=True):
        at, start = 2 * (place.line - 1), place.column - 1
        line = pieces[at] if at < len(pieces) else ""
        match = pattern.match(line, start)
        if match is None:
            raise NotThere(place)
        quote = match["quote"]
        pieces[at] = f"{line[:start]}{quote}{edits[place]}{quote}{line[match.end() :]}"
    return "".join(pieces).encode()
