"""JSON Schema for editors, made from the declarations that the loader itself reads with.

Draft-07, for the YAML language server. A schema accepts whatever the loader accepts in form: an
editor must never draw a red line where the loader is content. What takes the whole book to know
(ids that exist, units that fit) is left to the loader.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatchmethod
from pathlib import Path
from typing import Any

from wizard.rulebook import condition_schema, ids, numbers, text_schema, texts, values
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
from wizard.rulebook.known import Known, known_in
from wizard.rulebook.records import Key, Record, Turned
from wizard.rulebook.shapes import ByKey, Later, ListOf, MapOf, Shape
from wizard.rulebook.shared_schema import Schema, Shared, titled
from wizard.rulebook.texts import BESIDE_LIMIT

FOLDER = "skjema"
ENDING = ".schema.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"

# Editors read an unquoted 85 as a number; the loader reads every scalar as it was written.
_SCALAR = condition_schema.SCALAR
_ID: Schema = {
    "type": "string",
    "pattern": f"^{ids.ID.pattern}$",
    "errorMessage": "Bruk små bokstaver uten æ, ø og å, tall, bindestrek og understrek.",
}
_NUMBER = "[0-9]"  # people write numbers in many ways; the loader knows them all
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_LINK = r"^https://[^/?#\s]*\.[^\s\"'<>\\^`{|}]+$"
_MAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
_WRITE_DAY = 'Skriv år, måned og dag, slik som "2027-01-31".'


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


def schemas(known: Known | None = None) -> dict[str, Schema]:
    """Return the schema of every kind of file, by name; `known` are the ids that there are."""
    return {name: _Writer(Shared(known or Known())).page(page) for name, page in PAGES.items()}


def file_texts(rules: Path) -> dict[str, str]:
    """Return what the schema files of a rules folder must hold, by file name."""
    return {
        name + ENDING: json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas(known_in(rules)).items()
    }


def write(rules: Path) -> list[Path]:
    """Write the schema files of a rules folder that are missing or old, and return those."""
    return [_written(path, text) for path, text in _outdated(rules).items()]


def refresh(rules: Path) -> list[Path]:
    """Do as `write` where the folder has schemas: somebody's editor reads them."""
    return write(rules) if (rules / FOLDER).is_dir() else []


def outdated(rules: Path) -> list[Path]:
    """Return the schema files that do not say what the declarations and the rules say."""
    return list(_outdated(rules))


def _outdated(rules: Path) -> dict[Path, str]:
    folder = rules / FOLDER
    return {
        folder / name: text
        for name, text in file_texts(rules).items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    }


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _fields_of(shape: Record[Any]) -> str:
    """Return what an editor says of a record without a key that it needs, or with one too many."""
    must = [name for name, key in shape.named.items() if key.required]
    may = [name for name in shape.named if name not in must]
    needs = f" må ha: {', '.join(must)}." if must else "."
    can = f" {shape.what.nb.capitalize()} kan ha: {', '.join(may)}." if may else ""
    return f"{shape.what.nb.capitalize()}{needs}{can}" if must else can.strip()


@dataclass
class _Writer:
    """Writes one schema."""

    shared: Shared

    def page(self, page: _Page) -> Schema:
        body = self.of(page.shape)
        head = {"$schema": _DRAFT, "title": page.title, "description": f"Gjelder {page.files}."}
        return {**head, **body, "definitions": self.shared.definitions}

    @singledispatchmethod
    def of(self, shape: Shape[Any]) -> Schema:
        """Return the schema of a shape.

        Raises:
            TypeError: a shape that nobody has said how editors should see.

        """
        raise TypeError(f"no schema for {shape!r}")

    @of.register(Record)
    def _(self, shape: Record[Any]) -> Schema:
        if shape is texts.TEXT:  # once, since it stands nearly everywhere
            return self.shared.once("tekst", self._record(shape))
        return self._record(shape)

    def _record(self, shape: Record[Any]) -> Schema:
        what = shape.what.nb
        schema: Schema = {
            "type": "object",
            "properties": {name: self._key(what, key) for name, key in shape.named.items()},
            "required": [name for name, key in shape.named.items() if key.required],
            "additionalProperties": False,
            "errorMessage": _fields_of(shape),
        }
        groups = [
            {
                "oneOf": [{"required": [key]} for key in group],
                "errorMessage": f"Her skal det stå nøyaktig ett av disse: {', '.join(group)}.",
            }
            for group in shape.one_of
        ]
        return {**schema, "allOf": groups} if groups else schema

    def _key(self, what: str, key: Key) -> Schema:
        return titled(key.name, help_for(what, key.name), self.of(key.shape))

    @of.register(Turned)
    def _(self, shape: Turned[Any]) -> Schema:
        return self.of(shape.record)

    @of.register(ListOf)
    def _(self, shape: ListOf[Any]) -> Schema:
        found: Schema = {"type": "array", "items": self.of(shape.item)}
        if shape.unique in {str, texts.spelt}:
            found |= {"uniqueItems": True, "errorMessage": "Det samme står to ganger i listen."}
        return found if shape.empty else {**found, "minItems": 1}

    @of.register(MapOf)
    def _(self, shape: MapOf[Any]) -> Schema:
        return {
            "type": "object",
            "propertyNames": self.of(shape.id),
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
    def _(self, shape: values.FactValues) -> Schema:
        words = [values.DONT_KNOW_WORD] if shape.dont_know else []
        return condition_schema.values_of_facts(self.shared, *words)

    @of.register
    def _(self, shape: ConditionShape) -> Schema:
        name = "betingelse_om_opplysninger" if shape.no_needs else "betingelse"
        if name in self.shared.definitions:
            return {"$ref": f"#/definitions/{name}"}
        itself = self.shared.once(name, {})  # a tree contains trees
        words, needs = self.of(own_words(BESIDE_LIMIT)), not shape.no_needs
        found = condition_schema.condition(itself, words, self.shared, needs=needs)
        return self.shared.once(name, found)

    @of.register(ids.Id)
    @of.register(pages.Named)
    @of.register(ids.Own)
    def _(self, shape: Shape[str]) -> Schema:  # noqa: ARG002 - all are alike
        return dict(_ID)

    @of.register
    def _(self, shape: ids.Ref) -> Schema:
        return self.shared.id_of(shape.kind) or dict(_ID)

    @of.register(ids.OneOf)
    def _(self, shape: ids.OneOf[Any]) -> Schema:
        words = list(shape.words)
        return {"enum": words, "errorMessage": f"Skriv ett av disse: {', '.join(words)}."}

    @of.register
    def _(self, shape: ids.Yes) -> Schema:  # noqa: ARG002 - all are alike
        return {"enum": ["ja"], "errorMessage": "Skriv «ja», eller ta bort feltet."}

    @of.register(numbers.Number)
    @of.register(numbers.Whole)
    def _(self, shape: Shape[Any]) -> Schema:  # noqa: ARG002 - editors need not know the range
        return {
            "type": ["string", "number"],
            "pattern": _NUMBER,
            "errorMessage": 'Her skal det stå et tall, slik som "8.5".',
        }

    @of.register
    def _(self, shape: numbers.Day) -> Schema:  # noqa: ARG002 - all are alike
        return {"type": "string", "pattern": _DAY, "errorMessage": _WRITE_DAY}

    @of.register
    def _(self, shape: texts.SameOrBoth) -> Schema:  # noqa: ARG002 - all are alike
        return {"anyOf": [dict(_SCALAR), self.of(texts.NAME)]}

    @of.register
    def _(self, shape: abolished.DayOrUnknown) -> Schema:  # noqa: ARG002 - all are alike
        said = f"{_WRITE_DAY} Er den ikke kjent, skriver du «ukjent»."
        return {"type": "string", "pattern": f"{_DAY}|^ukjent$", "errorMessage": said}

    @of.register
    def _(self, shape: numbers.DayOrYear) -> Schema:  # noqa: ARG002 - all are alike
        return {
            "type": ["string", "number"],
            "pattern": f"{_DAY}|^[0-9]{{4}}$",
            "errorMessage": f"{_WRITE_DAY} Et årstall går også.",
        }

    @of.register
    def _(self, shape: numbers.DayOfYear) -> Schema:  # noqa: ARG002 - all are alike
        said = 'Skriv måned og dag, slik som "05-15".'
        return {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$", "errorMessage": said}

    @of.register
    def _(self, shape: numbers.MunicipalityNumber) -> Schema:  # noqa: ARG002 - all are alike
        said = 'Skriv kommunenummeret, fire siffer i anførselstegn: "0301".'
        return {"type": ["string", "number"], "pattern": "^[0-9]{4}$", "errorMessage": said}

    @of.register(texts.Line)
    @of.register(texts.SearchWord)
    @of.register(texts.Wording)
    @of.register(texts.Sentence)
    @of.register(texts.Phrase)
    def _(self, shape: texts.Paragraph) -> Schema:
        found = text_schema.of(shape, self.shared.known)
        if isinstance(shape, texts.Wording) and shape.slots:  # names every rate and fact
            return self.shared.once("avsnitt", found)
        return found

    @of.register
    def _(self, shape: texts.Link) -> Schema:
        pattern = f"{_LINK}|{_MAIL}" if shape.mail else _LINK
        said = "Skriv hele adressen. Den begynner med «https://»."
        return {"type": "string", "pattern": pattern, "errorMessage": said}
