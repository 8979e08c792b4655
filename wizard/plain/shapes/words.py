"""JSON Schema (2020-12) in few words: what the shapes of `plain` are written with."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer"}
DAY: Schema = {"type": "string", "format": "date"}
# A number as text, exact: with a point, and without anything between the thousands.
NUMBER: Schema = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
UNKNOWN: Schema = {
    "type": "object",
    "properties": {"ukjent": {"const": True}},
    "required": ["ukjent"],
    "additionalProperties": False,
}


def record(keys: Mapping[str, Schema], about: str = "") -> Schema:
    """Return an object that has just these keys, all of them."""
    shape: Schema = {
        "type": "object",
        "properties": dict(keys),
        "required": list(keys),
        "additionalProperties": False,
    }
    return {"description": about, **shape} if about else shape


def many(item: Schema) -> Schema:
    """Return a list of the same."""
    return {"type": "array", "items": item}


def maybe(shape: Schema) -> Schema:
    """Return something, or null where there is none."""
    return {"anyOf": [shape, {"type": "null"}]}


def either(*shapes: Schema) -> Schema:
    """Return one of several."""
    return {"anyOf": list(shapes)}


def one_of(words: type[StrEnum]) -> Schema:
    """Return one of a closed set of words."""
    return {"enum": [each.value for each in words]}


def reference(name: str) -> Schema:
    """Return a shape that stands elsewhere in the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def told(shape: Schema, about: str) -> Schema:
    """Return the same with a sentence on what it is."""
    return {"description": about, **shape}
