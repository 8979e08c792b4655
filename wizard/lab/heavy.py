"""What is heavy to read: long sentences, and words that offices write and nobody says.

Advice, never a problem. Looks at every text that stands in both written forms, wherever it is;
titles of sources are their publishers' own.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from wizard.domain.text import Text
from wizard.rulebook.layout import find
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import warnings as say
from wizard.rulebook.problems import Problem, in_order
from wizard.rulebook.reading import Reading
from wizard.rulebook.tree import Fields, Node, Scalar, Series, parse

# Plain-language guides advise 15 to 20 words on average; this is when a reader starts over.
MOST_WORDS = 30
_WHOLE = 4
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_SLOT = re.compile(r"\{[^}]*\}")

# How the heavy word begins → what to write instead, by written form. Up to four letters: all of it.
_SAME = {
    "implementer": "ta i bruk",
    "samt": "og",
    "benytt": "bruke",
    "anvend": "bruke",
    "ivareta": "ta vare på",
    "forankr": "få støtte for",
    "aktør": "navnet på dem det gjelder",
}
HEAVY: Mapping[str, Mapping[str, str]] = {
    "nb": {
        **_SAME,
        "i henhold til": "etter",
        "vedrørende": "om",
        "angående": "om",
        "hvorvidt": "om",
        "herunder": "blant annet",
        "hensynta": "ta hensyn til",
        "således": "slik",
        "påse": "sørge for",
        "i forbindelse med": "ved",
        "på bakgrunn av": "ut fra",
        "tverrfaglig": "flere fag sammen",
    },
    "nn": {
        **_SAME,
        "aktør": "namnet på dei det gjeld",
        "vedrørande": "om",
        "angåande": "om",
        "herunder": "mellom anna",
        "omsynsta": "ta omsyn til",
        "i samband med": "ved",
        "på bakgrunn av": "ut frå",
        "tverrfagleg": "fleire fag saman",
    },
}
_PATTERNS = {
    form: re.compile(
        "|".join(rf"\b{word}\b" if len(word) <= _WHOLE else rf"\b{word}" for word in words),
        re.IGNORECASE,
    )
    for form, words in HEAVY.items()
}


def heavy_texts(folder: Path) -> tuple[Problem, ...]:
    """Return what is heavy to read in a rules folder, sorted by place."""
    found: list[Problem] = []
    for file in find(folder, Reading()):
        tree, _ = parse(file.name, file.content)
        if tree is not None and file.stem != "kilder":
            found.extend(_in_node(tree))
    return in_order(found)


def _in_node(node: Node) -> Iterator[Problem]:
    if isinstance(node, Series):
        for item in node.items:
            yield from _in_node(item)
    elif isinstance(node, Fields):
        for name, entry in node.entries.items():
            if name in HEAVY and HEAVY.keys() <= node.entries.keys():
                yield from _in_text(name, entry.value)
            else:
                yield from _in_node(entry.value)


def _in_text(form: str, node: Node) -> Iterator[Problem]:
    if not isinstance(node, Scalar):
        return
    text = _SLOT.sub("x", node.text)
    longest = max(len(sentence.split()) for sentence in _SENTENCE_END.split(text))
    if longest > MOST_WORDS:
        yield Problem(node.place, fill(say.LONG_SENTENCE, words=longest))
    for word in dict.fromkeys(match.lower() for match in _PATTERNS[form].findall(text)):
        yield Problem(node.place, _better(word, HEAVY[form][word]))


def _better(word: str, instead: str) -> Text:
    return fill(say.HEAVY_WORD, word=word, instead=instead)
