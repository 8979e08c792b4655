"""Where the content of a rule file belongs, by its fields: one sentence in place of dozens.

A scheme among the needs lacks every field of a need, and has all those of a scheme.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.rulebook.ids import ID, OneOf
from wizard.rulebook.kinds.abolished import ABOLISHED
from wizard.rulebook.kinds.derived import DERIVED
from wizard.rulebook.kinds.figures import FIGURES
from wizard.rulebook.kinds.former import FORMER
from wizard.rulebook.kinds.journeys import JOURNEY
from wizard.rulebook.kinds.masthead import MASTHEAD
from wizard.rulebook.kinds.needs import NEED
from wizard.rulebook.kinds.plausibility import PLAUSIBILITY
from wizard.rulebook.kinds.questions import THEME
from wizard.rulebook.kinds.rates import RATES, Rates
from wizard.rulebook.kinds.schemes import INSTRUMENT, MEASURE
from wizard.rulebook.kinds.sources import SOURCES
from wizard.rulebook.layout import ENDING, FILES, NAMED_AFTER, RuleFile
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import form as say
from wizard.rulebook.problems import Problem
from wizard.rulebook.records import Key, Record, Turned
from wizard.rulebook.shapes import ByKey, ListOf, Shape
from wizard.rulebook.tree import Entry, Fields, Node, Scalar, Series

# By folder, or by the name of the one file at the top.
_SHAPES: Mapping[str, Shape[Any]] = {
    "regelverk": MASTHEAD,
    "kilder": SOURCES,
    "kommunetall": FIGURES,
    "nokkeltall": DERIVED,
    "rimelighet": PLAUSIBILITY,
    "tidligere": FORMER,
    "sporreskjema": THEME,
    "satser": RATES,
    "behov": NEED,
    "virkemidler": INSTRUMENT,
    "tiltak": MEASURE,
    "utgatt": ABOLISHED,
    "situasjoner": JOURNEY,
}
_ALL = 1000  # fields that a file of another form lacks
_CLEAR = 3  # fields: so many more are no slips


def home_of(file: RuleFile, tree: Node) -> str | None:
    """Return the folder, or the stem at the top, that a file belongs in; none where it lies well.

    Fewer fields than a slip or two decide nothing.
    """
    here = _here(file)
    strange = _strange(_SHAPES[here], tree)
    if not strange or not isinstance(tree, Fields | Series):
        return None
    others = {home: _strange(shape, tree) for home, shape in _SHAPES.items() if home != here}
    home = min(others, key=lambda each: others[each])
    there = len(tree.entries if isinstance(tree, Fields) else tree.items)
    return home if strange - others[home] >= min(_CLEAR, there) else None


def elsewhere(home: str, file: RuleFile, tree: Node) -> Problem:
    """Return the problem that a file belongs elsewhere: the cause of much else."""
    places = [f"{each}{ENDING}" if each in FILES else f"{each}/" for each in (_here(file), home)]
    meant = _name_there(home, file, tree)
    message = fill(say.BELONGS_ELSEWHERE, meant=meant, here=places[0], home=places[1])
    return Problem(file.place, message, cause=True)


def _here(file: RuleFile) -> str:
    return file.folder or file.stem


def _name_there(home: str, file: RuleFile, tree: Node) -> str | None:
    """Return what a file would be called where it belongs, if that can be told: after its id."""
    if home not in NAMED_AFTER:
        return None
    entry = tree.entries.get("id") if isinstance(tree, Fields) else None
    id_ = entry.value.text if entry and isinstance(entry.value, Scalar) else file.stem
    return f"{home}/{id_}{ENDING}" if ID.fullmatch(id_) else None


def _strange(shape: Shape[Any], node: Node) -> int:
    """Return how many of the fields in a file are strange to a shape, not looking into them."""
    if isinstance(shape, ListOf):
        item, parts = shape.item, node.items if isinstance(node, Series) else None
    elif isinstance(shape, Rates):
        rates = node.entries.values() if isinstance(node, Fields) else None
        item, parts = shape.shape.value, None if rates is None else [each.value for each in rates]
    else:
        item, parts = shape, [node]
    if parts is None:
        return _ALL
    return sum(min(_unknown(record, part) for record in _records(item)) for part in parts)


def _records(shape: Shape[Any]) -> Iterator[Record[Any]]:
    """Yield the records that one thing of a shape can be."""
    if isinstance(shape, Record):
        yield shape
    elif isinstance(shape, Turned):
        yield shape.record
    elif isinstance(shape, ByKey):
        for each in (*shape.tagged.values(), shape.otherwise):
            yield from _records(each)


def _unknown(record: Record[Any], node: Node) -> int:
    if not isinstance(node, Fields):
        return _ALL
    return sum(_is_strange(record.named.get(name), e) for name, e in node.entries.items())


def _is_strange(key: Key | None, entry: Entry) -> bool:
    """Tell whether a field is none of a record's, or is a word that it never says."""
    if key is None:
        return True
    word = entry.value
    return (
        isinstance(key.shape, OneOf)
        and isinstance(word, Scalar)
        and word.text not in key.shape.words
    )
