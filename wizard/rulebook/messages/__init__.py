"""Everything that can be said about a rulebook, in both written forms of Norwegian.

`form` is about files, `values` about what stands in them, `rules` about what it means, `guards`
about what can hardly be meant, and `warnings` about rules that can be used all the same.
"""

from collections.abc import Iterable

from wizard.domain.suggestion import did_you_mean
from wizard.domain.text import Text, joined

_LONGEST = 60
_MOST_LISTED = 15
_WRITTEN = frozenset({"raw", "key", "id"})


def fill(message: Text, /, meant: str | None = None, **parts: object) -> Text:
    """Return the message with its slots filled, and what was probably meant."""
    nb = message.nb.format(**{name: _shown(name, part).nb for name, part in parts.items()})
    nn = message.nn.format(**{name: _shown(name, part).nn for name, part in parts.items()})
    return joined(Text(nb, nn), did_you_mean(f"«{meant}»" if meant else ""))


def _shown(name: str, part: object) -> Text:
    """Return a part as it is shown; what somebody wrote is cut to what fits in a sentence."""
    if isinstance(part, Text):
        return part
    shown = " ".join(str(part).split())
    if name in _WRITTEN and len(shown) > _LONGEST:
        shown = shown[: _LONGEST - 1] + "…"
    return Text(shown, shown)


def listed(words: Iterable[str]) -> str:
    """Return the words for use in a sentence, not too many of them."""
    shown = list(words)
    rest = ["…"] if len(shown) > _MOST_LISTED else []
    return ", ".join(shown[:_MOST_LISTED] + rest)
