"""What stands once in a schema, under `definitions`, and is referred to from elsewhere in it."""

from dataclasses import dataclass, field
from typing import Any

from wizard.rulebook.known import Known
from wizard.rulebook.reading import Kind

Schema = dict[str, Any]


@dataclass
class Shared:
    """The definitions of one schema; `known` are the ids that there are."""

    known: Known
    definitions: Schema = field(default_factory=dict)

    def once(self, name: str, schema: Schema) -> Schema:
        """Return what refers to a schema, which stands under the name."""
        self.definitions[name] = schema
        return {"$ref": f"#/definitions/{name}"}

    def id_of(self, kind: Kind) -> Schema | None:
        """Return the schema of an id of that kind; `None` where the ids are not known."""
        found = self.known.id_schema(kind)
        return found and self.once(f"id_{kind.name.lower()}", found)


def titled(name: str, description: str, schema: Schema) -> Schema:
    """Return the schema of a key with its help."""
    if "$ref" in schema:  # draft-07 looks at nothing that stands beside a reference
        schema = {"allOf": [schema]}
    return {"title": name, "description": description, **schema}
