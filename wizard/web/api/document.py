"""The OpenAPI 3.1 document of the door for programs, made of what the door itself goes by.

The operations are those of `operations`, the shapes those of `plain.shapes`, what can be answered
comes of the rules, and the words for each status are those that are answered with.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wizard import advice
from wizard.domain.case import Case, Versions
from wizard.domain.text import Language
from wizard.plain.shapes import advice as advice_shapes
from wizard.plain.shapes import comparison, explanation, rules
from wizard.plain.shapes.case import case_shape
from wizard.plain.shapes.words import TEXT, Schema, many, record, reference, told
from wizard.store import casefile
from wizard.voice.labels import Labels
from wizard.web.api import refusals
from wizard.web.api.operations import (
    AFTER,
    BEFORE,
    DAY,
    DAYS,
    OPERATIONS,
    PREFIX,
    SCHEME,
    Operation,
)
from wizard.web.services import Services

_SUBJECTS = {
    "Om": "Hva som finnes her.",
    "Kommune": "En av de 357 kommunene, kjent ved kommunenummeret. Tallene er åpne data.",
    "Sak": "Svarene fra én kommune, på en dag. Den sendes med hver gang, og lagres ikke.",
    "Ordning": "Et virkemiddel fra staten, eller et tiltak i kommunen. Id-ene varer.",
    "Behov": "Noe en kommune kan mangle. Reglene avgjør om behovet finnes, og om det er stort.",
    "Sats": "Et tall eller en liste i reglene, med dato og hjemmel for hver verdi.",
}
_ALWAYS = (400, 405, 500, 503)
_OF_SENT = (413, 415, 422, 429)
_ABOUT = (
    "Råd til kommuner om boligvirkemidler og tiltak. Ingenting lagres, og ingen nøkkel trengs. "
    'En verdi som ikke er kjent, er {"ukjent": true}, aldri null eller nei.'
)
_QUERY = {
    DAY: "Dagen reglene skal gjelde for. Uten: dagen i saken, eller i dag.",
    DAYS[0]: "Dagen for den første saken.",
    DAYS[1]: "Dagen for den andre saken.",
    SCHEME: "Id-en til ordningen.",
}
_SHAPES: Mapping[str, Schema] = {
    "Raad": advice_shapes.ADVICE,
    "Begrunnelse": explanation.EXPLANATION,
    "Linje": explanation.LINE,
    "Sammenligning": comparison.COMPARISON,
    "Oversikt": rules.INDEX,
    "Kommuner": rules.MUNICIPALITIES,
    "Kommune": rules.MUNICIPALITY,
    "Sporsmal": rules.QUESTIONS,
    "Ordninger": rules.SCHEMES,
    "Ordning": rules.SCHEME,
    "AlleBehov": rules.NEEDS,
    "Behov": rules.NEED,
    "Satser": rules.RATES,
    "Sats": rules.RATE,
    "Betingelse": rules.CONDITION,
    "Hjemmel": rules.BASIS,
    "Kilde": rules.SOURCE,
    "OpenApi": {"type": "object", "required": ["openapi", "info", "paths"]},
    "Feil": record(
        {
            "feil": many(
                record(
                    {
                        "sted": told(
                            TEXT,
                            "Hvor: en JSON Pointer i det som er sendt, eller navnet på en "
                            "parameter. Tomt når det gjelder alt.",
                        ),
                        "melding": TEXT,
                    }
                )
            )
        },
        "Alt som er galt, på språket det er bedt om.",
    ),
}


def openapi(known: Services) -> dict[str, Any]:
    """Return the document."""
    labels = Labels(known.rulebook, known.today(), Language.NB)
    examples = _Examples(known)
    paths: dict[str, Any] = {}
    for each in OPERATIONS:
        paths.setdefault(each.path, {})[each.method] = _operation(each, examples)
    sent = {
        "Svarfil": case_shape(labels),
        "ToSaker": {
            "type": "object",
            "description": "To saker. Uten den andre er det den første på to dager.",
            "properties": {BEFORE: reference("Svarfil"), AFTER: reference("Svarfil")},
            "required": [BEFORE],
            "additionalProperties": False,
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Virkemiddelveiviseren",
            "version": known.version,
            "description": _ABOUT,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": PREFIX}],
        "tags": [{"name": name, "description": about} for name, about in _SUBJECTS.items()],
        "paths": paths,
        "components": {
            "schemas": {**_SHAPES, **sent},
            "responses": {str(code): _error(code) for code in (*_ALWAYS, 404, *_OF_SENT)},
        },
    }


class _Examples:
    """What can be asked for, of these rules: a journey that newcomers may try."""

    def __init__(self, known: Services) -> None:
        self._book, self._known = known.rulebook, known

    def named(self, name: str) -> str:
        """Return an example of a parameter."""
        book, case = self._book, self._case
        scheme = next(iter(book.schemes))
        firsts = {"scheme": scheme, SCHEME: scheme, "need": next(iter(book.needs), "")}
        firsts |= {"rate": next(iter(book.rates), ""), "number": case.municipality_number}
        return firsts.get(name, case.as_of.isoformat())

    def sent(self, shape: str) -> Any:  # noqa: ANN401 - JSON
        """Return an example of what is sent."""
        case = json.loads(casefile.write(self._case))
        if shape == "Svarfil":
            return case
        without = dict(list(case["svar"].items())[1:])
        return {BEFORE: case, AFTER: {**case, "svar": without}}

    @property
    def _case(self) -> Case:
        book = self._book
        if book.shown:
            return replace(book.journeys[book.shown[0]].case, versions=Versions())
        first, today = self._known.municipalities.all[0], self._known.today()
        return advice.new_case(first, book, today, Language.NB)


def _operation(each: Operation, examples: _Examples) -> dict[str, Any]:
    in_path = [part[1:-1] for part in each.path.split("/") if part.startswith("{")]
    told_: dict[str, Any] = {
        "operationId": each.id,
        "tags": [each.subject],
        "summary": each.gives.nb,
        "parameters": [
            *(_parameter(name, "path", examples) for name in in_path),
            *(_parameter(name, "query", examples, each) for name in each.query),
            _LANGUAGE,
        ],
        "responses": {"200": _answer(each), **_errors(each, found=bool(in_path))},
    }
    if each.sent:
        content = {"schema": reference(each.sent), "example": examples.sent(each.sent)}
        told_["requestBody"] = {"required": True, "content": {"application/json": content}}
    return told_


_LANGUAGE = {
    "name": refusals.LANGUAGE,
    "in": "query",
    "description": "Målformen i svaret. Uten: den i saken, eller bokmål.",
    "schema": {"enum": [each.value for each in Language]},
    "example": Language.NN.value,
}


def _parameter(
    name: str, where: str, examples: _Examples, of: Operation | None = None
) -> dict[str, Any]:
    dated = name in {DAY, *DAYS}
    return {
        "name": name,
        "in": where,
        "required": of is None or name in of.required,
        "description": _QUERY.get(name, "Id-en, slik den står i listen."),
        "schema": {"type": "string", **({"format": "date"} if dated else {})},
        "example": examples.named(name),
    }


def _answer(each: Operation) -> dict[str, Any]:
    content = {"application/json": {"schema": reference(each.answer)}}
    answer: dict[str, Any] = {"description": each.gives.nb, "content": content}
    if not each.sent:
        mark = {"schema": TEXT, "description": "Send det tilbake i «if-none-match»."}
        answer["headers"] = {"ETag": mark}
    return answer


def _errors(each: Operation, *, found: bool) -> dict[str, Any]:
    codes = {*_ALWAYS, *(_OF_SENT if each.sent else ())}
    codes |= ({404} if found else set()) | ({422} if each.query else set())
    same = {} if each.sent else {"304": {"description": "Det er som sist."}}
    responses = "#/components/responses"
    return {**same, **{str(code): {"$ref": f"{responses}/{code}"} for code in sorted(codes)}}


def _error(code: int) -> dict[str, Any]:
    means = refusals.means(code).nb
    content = {"schema": reference("Feil"), "example": {"feil": [{"sted": "", "melding": means}]}}
    answer: dict[str, Any] = {"description": means, "content": {"application/json": content}}
    if code == 429:  # noqa: PLR2004 - the status itself
        answer["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return answer
