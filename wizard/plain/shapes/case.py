"""The shape of a case file by the rules in use: the published form, with the questions there are.

It says what the door itself goes by: `sak.schema.json`, and for each answer the type and the
options of its question. A file made by other rules is read all the same, as `store.casefile` has
it, and may have answers that stand in no list here.
"""

import json
from collections.abc import Mapping
from typing import Any

from wizard.domain.facts import Fact, FactType
from wizard.plain.shapes.words import UNKNOWN, Schema, either, told
from wizard.store.shape import SCHEMA
from wizard.store.values import askable
from wizard.voice.labels import Labels

_DONT_KNOW: Schema = {"enum": ["vet_ikke", "veit_ikkje"]}
_LONGEST = 200


def case_shape(labels: Labels) -> Schema:
    """Return the shape of a case file, its questions worded by the labels."""
    published = json.loads(SCHEMA.read_text("utf-8"))
    whole: Schema = _inlined(published, published)
    for key in ("$schema", "$id", "definitions"):
        del whole[key]
    parts, book = whole["properties"], labels.rulebook
    parts["svar"] = {
        "description": parts["svar"]["description"],
        "type": "object",
        "properties": {id_: _answer(fact, labels) for id_, fact in askable(book).items()},
        "additionalProperties": False,
    }
    for way in parts["prioritering"]["anyOf"]:
        if way.get("type") == "array":
            way["items"] = {"enum": list(book.needs)}
    for figures in (parts["tall"], parts["oppfolging"]["properties"]["plan"]["properties"]["tall"]):
        figures["propertyNames"] = {"enum": list(book.figures)}
    return whole


def _answer(fact: Fact, labels: Labels) -> Schema:
    items = (item for theme in labels.rulebook.themes for item in theme.items)
    text = next(labels.text(item.text) for item in items if item.fact == fact.id)
    shape = either(_value(fact), _DONT_KNOW, UNKNOWN, {"type": "null"})
    return {"title": labels.fact_name(fact.id), **told(shape, text)}


def _value(fact: Fact) -> Schema:
    options: Schema = {"enum": [option.id for option in fact.options]}
    match fact.type:
        case FactType.MANY:
            return {"type": "array", "items": options, "uniqueItems": True}
        case FactType.CHOICE | FactType.YES_NO:
            return options
        case FactType.DATE:
            return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        case _:  # people write numbers in many ways; the door knows them all
            return {"type": "string", "minLength": 1, "maxLength": _LONGEST}


def _inlined(node: Any, published: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """Return a part of the published form with what it refers to in the place of the reference."""
    if isinstance(node, list):
        return [_inlined(each, published) for each in node]
    if not isinstance(node, dict):
        return node
    here = {key: _inlined(each, published) for key, each in node.items() if key != "$ref"}
    if "$ref" in node:
        there: Any = published
        for step in node["$ref"].removeprefix("#/").split("/"):
            there = there[step]
        return {**_inlined(there, published), **here}
    return here
