"""Characters in the texts of a rule file that the press cannot print, or that were pasted.

The law is that of `wizard.characters`, but nothing is cleaned here: a rule file has many readers
besides us, so whoever edits it is told what to write.
"""

import re
from collections.abc import Iterator
from functools import cache

from wizard.characters import clean, unprintable
from wizard.domain.text import Text
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import form as say
from wizard.rulebook.source import forbidden

# A letter with loose accents, or one character.
_PIECE = re.compile("[^\u0300-\u036f][\u0300-\u036f]+|.", re.DOTALL)


def misprints(text: str) -> Iterator[tuple[str, Text]]:
    """Yield each thing that is wrong, as it stands in the text, and what to say about it, once."""
    if text.isascii():
        return
    for piece in dict.fromkeys(_PIECE.findall(text)):
        message = _fault(piece)
        if message is not None:
            yield piece, message


@cache
def _fault(piece: str) -> Text | None:
    bad = unprintable(clean(piece))
    if bad:
        return fill(say.UNPRINTABLE, sign=bad[0].named)
    meant = clean(piece)
    if meant == piece:
        return None
    codes = " ".join(f"U+{ord(character):04X}" for character in piece)
    return fill(say.PASTED, meant=meant, code=codes) if meant.strip() else forbidden(piece)
