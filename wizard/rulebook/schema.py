"""JSON Schema for editors, made from the declarations that the loader itself reads with.

Draft-07, for the YAML language server. A schema accepts whatever the loader accepts in form: an
editor must never draw a red line where the loader is content. What takes the whole book to know
(ids that exist, units that fit) is left to the loader.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatchmethod
from pathlib import Path
from typing import Any

from wizard.domain.conditions import Operator
from wizard.rulebook import ids, numbers, texts, values
from wizard.rulebook.conditions import ConditionShape, own_words
from wizard.rulebook.help import help_for
from wizard.rulebook.kinds import (
    abolished,
    derived,
    figures,
    former,
    journeys,
    masthead,
    needs,
    pages,
    plausibility,
    questions,
    rates,
    schemes,
    sources,
)
from wizard.rulebook.records import Key, Record, Turned
from wizard.rulebook.shapes import ByKey, Later, ListOf, MapOf, Shape
from wizard.rulebook.texts import BESIDE_LIMIT

FOLDER = "skjema"
ENDING = ".schema.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"

Schema = dict[str, Any]

# Editors read an unquoted 85 as a number; the loader reads every scalar as it was written.
_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_NUMBER = "[0-9]"  # people write numbers in many ways; the loader knows them all
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


@dataclass(frozen=True, slots=True)
class _Page:
    """One kind of file: what it is called, what stands in it, and which files it is for."""

    title: str
    shape: Shape[Any]
    files: str


PAGES: Mapping[str, _Page] = {
    "behov": _Page("Et behov", needs.NEED, "behov/*.yaml"),
    "kilder": _Page("Alle kilder", sources.SOURCES, "kilder.yaml"),
    "kommunetall": _Page("Tall for hver kommune", figures.FIGURES, "kommunetall.yaml"),
    "nokkeltall": _Page("Tall som regnes ut", derived.DERIVED, "nokkeltall.yaml"),
    "regelverk": _Page("Om regelverket", masthead.MASTHEAD, "regelverk.yaml"),
    "rimelighet": _Page(
        "Når et svar er til å tvile på", plausibility.PLAUSIBILITY, "rimelighet.yaml"
    ),
    "satser": _Page("Satser", rates.RATES, "satser/*.yaml"),
    "situasjon": _Page("En hel situasjon", journeys.JOURNEY, "situasjoner/*.yaml"),
    "sporreskjema": _Page("Ett tema i spørreskjemaet", questions.THEME, "sporreskjema/*.yaml"),
    "tidligere": _Page("Id-er som er byttet ut", former.FORMER, "tidligere.yaml"),
    "tiltak": _Page("Et tiltak", schemes.MEASURE, "tiltak/*.yaml"),
    "utgatt": _Page("En ordning som er borte", abolished.ABOLISHED, "utgatt/*.yaml"),
    "virkemiddel": _Page("Et virkemiddel", schemes.INSTRUMENT, "virkemidler/*.yaml"),
}


def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of file, by name."""
    return {name: _Writer().page(page) for name, page in PAGES.items()}


def file_texts() -> dict[str, str]:
    """Return what the schema files must hold, by file name."""
    return {
        name + ENDING: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }


def write(rules: Path) -> list[Path]:
    """Write the schema files of a rules folder that are missing or old, and return those."""
    stale = outdated(rules)
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(file_texts()[path.name], encoding="utf-8")
    return stale


def outdated(rules: Path) -> list[Path]:
    """Return the schema files that do not say what the declarations say."""
    folder = rules / FOLDER
    return [
        folder / name
        for name, text in file_texts().items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    ]


@dataclass
class _Writer:
    """Writes one schema; what can contain itself stands once, under `definitions`."""

    definitions: Schema = field(default_factory=dict)

    def page(self, page: _Page) -> Schema:
        body = self.of(page.shape)
        head = {"$schema": _DRAFT, "title": page.title, "description": f"Gjelder {page.files}."}
        return {**head, **body, "definitions": self.definitions}

    @singledispatchmethod
    def of(self, shape: Shape[Any]) -> Schema:
        """Return the schema of a shape.

        Raises:
            TypeError: a shape that nobody has said how editors should see.

        """
        raise TypeError(f"no schema for {shape!r}")

    @of.register(Record)
    def _(self, shape: Record[Any]) -> Schema:
        what = shape.what.nb
        schema: Schema = {
            "type": "object",
            "properties": {name: self._key(what, key) for name, key in shape.named.items()},
            "required": [name for name, key in shape.named.items() if key.required],
            "additionalProperties": False,
        }
        groups = [{"oneOf": [{"required": [key]} for key in group]} for group in shape.one_of]
        return {**schema, "allOf": groups} if groups else schema

    def _key(self, what: str, key: Key) -> Schema:
        schema = self.of(key.shape)
        if "$ref" in schema:  # draft-07 looks at nothing that stands beside a reference
            schema = {"allOf": [schema]}
        return {"title": key.name, "description": help_for(what, key.name), **schema}

    @of.register(Turned)
    def _(self, shape: Turned[Any]) -> Schema:
        return self.of(shape.record)

    @of.register(ListOf)
    def _(self, shape: ListOf[Any]) -> Schema:
        items = {"type": "array", "items": self.of(shape.item)}
        return items if shape.empty else {**items, "minItems": 1}

    @of.register(MapOf)
    def _(self, shape: MapOf[Any]) -> Schema:
        names = {"pattern": f"^{ids.ID.pattern}$"}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.of(shape.value),
        }

    @of.register(ByKey)
    def _(self, shape: ByKey[Any]) -> Schema:
        return {"anyOf": [self.of(each) for each in (*shape.tagged.values(), shape.otherwise)]}

    @of.register
    def _(self, shape: Later) -> Schema:
        # Read when its unit or type is known: one value, or a list of them.
        if isinstance(shape.shape, ConditionShape):
            return self.of(shape.shape)
        return {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]}

    @of.register
    def _(self, shape: plausibility.Helpers) -> Schema:  # noqa: ARG002 - all are alike
        return self.of(derived.DERIVED)

    @of.register
    def _(self, shape: rates.Rates) -> Schema:
        return self.of(shape.shape)

    @of.register
    def _(self, shape: values.FactValues) -> Schema:  # noqa: ARG002 - all are alike
        one = {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]}
        return {"type": "object", "additionalProperties": one}

    @of.register
    def _(self, shape: ConditionShape) -> Schema:
        name = "betingelse_om_opplysninger" if shape.no_needs else "betingelse"
        reference = {"$ref": f"#/definitions/{name}"}
        if name not in self.definitions:
            self.definitions[name] = {}  # a tree contains trees
            words = {"title": "setning", "description": _WORDS, **self.of(own_words(BESIDE_LIMIT))}
            self.definitions[name] = _condition(reference, words, needs=not shape.no_needs)
        return reference

    @of.register(ids.Id)
    @of.register(pages.Named)
    @of.register(ids.Own)
    @of.register(ids.Ref)
    def _(self, shape: Shape[str]) -> Schema:  # noqa: ARG002 - all are alike
        return {"type": "string", "pattern": f"^{ids.ID.pattern}$"}

    @of.register(ids.OneOf)
    def _(self, shape: ids.OneOf[Any]) -> Schema:
        return {"enum": list(shape.words)}

    @of.register
    def _(self, shape: ids.Yes) -> Schema:  # noqa: ARG002 - all are alike
        return {"enum": ["ja"]}

    @of.register(numbers.Number)
    @of.register(numbers.Whole)
    def _(self, shape: Shape[Any]) -> Schema:  # noqa: ARG002 - editors need not know the range
        return {"type": ["string", "number"], "pattern": _NUMBER}

    @of.register
    def _(self, shape: numbers.Day) -> Schema:  # noqa: ARG002 - all are alike
        return {"type": "string", "pattern": _DAY}

    @of.register
    def _(self, shape: texts.SameOrBoth) -> Schema:  # noqa: ARG002 - all are alike
        return {"anyOf": [dict(_SCALAR), self.of(texts.NAME)]}

    @of.register
    def _(self, shape: abolished.DayOrUnknown) -> Schema:  # noqa: ARG002 - all are alike
        return {"type": "string", "pattern": f"{_DAY}|^ukjent$"}

    @of.register
    def _(self, shape: numbers.DayOrYear) -> Schema:  # noqa: ARG002 - all are alike
        return {"type": ["string", "number"], "pattern": f"{_DAY}|^[0-9]{{4}}$"}

    @of.register
    def _(self, shape: numbers.DayOfYear) -> Schema:  # noqa: ARG002 - all are alike
        return {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"}

    @of.register
    def _(self, shape: numbers.MunicipalityNumber) -> Schema:  # noqa: ARG002 - all are alike
        return {"type": ["string", "number"], "pattern": "^[0-9]{4}$"}

    @of.register(texts.Line)
    @of.register(texts.SearchWord)
    @of.register(texts.Wording)
    @of.register(texts.Sentence)
    @of.register(texts.Phrase)
    def _(self, shape: Shape[str]) -> Schema:  # noqa: ARG002 - all are alike
        return dict(_SCALAR)

    @of.register
    def _(self, shape: texts.Link) -> Schema:
        return {"type": "string", "pattern": "^https://|@" if shape.mail else "^https://"}


def _condition(itself: Schema, words: Schema, *, needs: bool) -> Schema:
    several = {"type": "array", "items": itself, "minItems": 1}
    ways = [
        _only("alle", "Alle disse må være oppfylt.", several),
        _only("minst_en", "Minst én av disse må være oppfylt.", several),
        _only("ikke", "Dette må ikke være oppfylt.", itself),
        _about_a_fact(words),
    ]
    if needs:
        ways.append(_about_a_need(words))
    return {"type": "object", "anyOf": ways}


def _only(key: str, description: str, schema: Schema) -> Schema:
    return {
        "properties": {key: {"title": key, "description": description, **schema}},
        "required": [key],
        "additionalProperties": False,
    }


_WORDS = "Det begrunnelsen sier, i stedet for setningen som programmet lager."
_OPERATOR_HELP = {
    Operator.IS: "Er nettopp dette.",
    Operator.IS_ONE_OF: "Er ett av disse.",
    Operator.CONTAINS: "Dette er krysset av.",
    Operator.CONTAINS_ANY: "Minst ett av disse er krysset av.",
    Operator.AT_LEAST: "Er så mye eller mer.",
    Operator.BELOW: "Er mindre enn dette.",
}


def _about_a_fact(words: Schema) -> Schema:
    operand = {
        "anyOf": [
            _SCALAR,
            {"type": "array", "items": _SCALAR, "minItems": 1},
            {
                "type": "object",
                "properties": {"sats": {"type": "string"}},
                "required": ["sats"],
                "additionalProperties": False,
            },
        ]
    }
    return {
        "properties": {
            "opplysning": {
                "title": "opplysning",
                "description": "Id-en til et spørsmål, et kommunetall eller et nøkkeltall.",
                "type": "string",
            },
            **{
                operator.value: {"title": operator.value, "description": text, **operand}
                for operator, text in _OPERATOR_HELP.items()
            },
            "setning": words,
        },
        "required": ["opplysning"],
        "oneOf": [{"required": [operator.value]} for operator in _OPERATOR_HELP],
        "additionalProperties": False,
    }


def _about_a_need(words: Schema) -> Schema:
    return {
        "properties": {
            "behov": {"title": "behov", "description": "Id-en til et behov.", "type": "string"},
            "minst": {
                "title": "minst",
                "description": "«noe»: behovet finnes. «stor»: behovet er stort.",
                "enum": ["noe", "stor"],
            },
            "setning": words,
        },
        "required": ["behov", "minst"],
        "additionalProperties": False,
    }
