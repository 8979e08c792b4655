"""The OpenAPI document is sound, complete, and true: its examples are run, its shapes are held."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from api_cases import V1, faults, journey_file, send
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from openapi_spec_validator import OpenAPIV31SpecValidator

from wizard.domain.case import DONT_KNOW
from wizard.domain.rulebook import Rulebook
from wizard.store import casefile
from wizard.store.problems import CasefileError
from wizard.store.values import askable

Document = dict[str, Any]


@pytest.fixture(scope="module")
def document(api: FlaskClient) -> Document:
    """Return the document, as it is handed out."""
    answer = api.get(f"{V1}/openapi.json")
    assert answer.status_code == 200
    found = answer.get_json()
    assert isinstance(found, dict)
    return found


def holds(document: Document, shape: str, found: Any) -> None:  # noqa: ANN401 - JSON
    """Check JSON against a shape of the document."""
    schema = {"$ref": f"#/components/schemas/{shape}", "components": document["components"]}
    wrong = best_match(Draft202012Validator(schema).iter_errors(found))
    assert wrong is None, f"{shape} {list(wrong.absolute_path)}: {wrong.message[:300]}"


def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield path, method and operation."""
    for path, methods in document["paths"].items():
        yield from ((path, method, each) for method, each in methods.items())


def test_the_document_is_sound(document: Document) -> None:
    """By OpenAPI 3.1 and by JSON Schema 2020-12, each shape by itself."""
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_it_has_every_route_that_there_is_and_no_other(
    api: FlaskClient, document: Document
) -> None:
    """So has the index."""
    there = {
        (method.lower(), re.sub("<(.*?)>", r"{\1}", rule.rule.removeprefix(V1)))
        for rule in api.application.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert {(method, path) for path, method, _ in operations(document)} == there
    listed = api.get(f"{V1}/").get_json()["adresser"]
    assert {(each["metode"].lower(), each["adresse"].removeprefix(V1)) for each in listed} == there


def test_every_example_is_run_and_what_is_answered_has_the_shape_that_is_promised(
    api: FlaskClient, document: Document
) -> None:
    """In both languages; and an error has the words that the document gives it."""
    for path, method, each in operations(document):
        given = {(one["in"], one["name"]): one["example"] for one in each["parameters"]}
        query = {name: value for (where, name), value in given.items() if where == "query"}
        address = re.sub(r"\{(.*?)\}", lambda m, g=given: g["path", m[1]], path)  # type: ignore[misc]
        for lang in ("nb", "nn"):
            options: dict[str, Any] = {"query_string": {**query, "lang": lang}, "method": method}
            if "requestBody" in each:
                sent = each["requestBody"]["content"]["application/json"]
                options["json"] = sent["example"]
                holds(document, sent["schema"]["$ref"].rpartition("/")[2], sent["example"])
            answer = api.open(V1 + address, **options)
            assert answer.status_code == 200, answer.get_data(as_text=True)
            content = each["responses"]["200"]["content"][answer.mimetype]
            holds(document, content["schema"]["$ref"].rpartition("/")[2], answer.get_json())
    for error in document["components"]["responses"].values():
        holds(document, "Feil", error["content"]["application/json"]["example"])


def test_every_parameter_is_taken_and_any_other_refused(
    api: FlaskClient, document: Document
) -> None:
    for path, method, each in operations(document):
        if method == "get" and "{" not in path:
            for one in each["parameters"]:
                known = api.get(V1 + path, query_string={one["name"]: one["example"]})
                assert known.status_code == 200
            faults(api.get(V1 + path, query_string={"annet": "x"}), 400)


def test_everything_that_can_be_looked_up_has_its_shape(
    api: FlaskClient, document: Document, real_book: Rulebook
) -> None:
    kinds = {
        "schemes": ("Ordning", real_book.schemes),
        "needs": ("Behov", real_book.needs),
        "rates": ("Sats", real_book.rates),
    }
    for kind, (shape, known) in kinds.items():
        for id_ in known:
            holds(document, shape, api.get(f"{V1}/{kind}/{id_}").get_json())


def test_the_advice_on_every_journey_has_its_shape(
    api: FlaskClient, document: Document, real_book: Rulebook
) -> None:
    """And the case itself, as the program writes it; and what differs from the journey before."""
    before = None
    for id_ in real_book.journeys:
        case = json.loads(journey_file(real_book, id_))
        holds(document, "Svarfil", case)
        holds(document, "Raad", send(api, "/advise", case).get_json())
        if before:
            told = send(api, "/compare", {"fra": before, "til": case})
            holds(document, "Sammenligning", told.get_json())
        before = case


def test_every_trace_of_a_journey_has_its_shape(
    api: FlaskClient, document: Document, real_book: Rulebook
) -> None:
    for scheme in real_book.schemes:
        told = send(api, f"/explain?ordning={scheme}", journey_file(real_book))
        holds(document, "Begrunnelse", told.get_json())


def test_an_answer_is_sound_by_the_document_where_the_door_takes_it(
    api: FlaskClient, document: Document, real_book: Rulebook
) -> None:
    """Each option of each question, "vet ikke", and for each an option that there is not."""
    whole = json.loads(journey_file(real_book))
    schema = {"$ref": "#/components/schemas/Svarfil", "components": document["components"]}
    validator = Draft202012Validator(schema)
    services = api.application.extensions["wizard"]
    for id_, fact in askable(real_book).items():
        many = fact.type.value == "flervalg"
        answers: list[Any] = [{"ukjent": True}, "vet_ikke", None, 7, {"ukjent": False}]
        if fact.options:
            answers += [[o.id] if many else o.id for o in fact.options]
            answers += [["finnes_ikke"], "finnes_ikke", fact.options[0].id]
        for answer in answers:
            case = {**whole, "svar": {id_: answer}}
            try:
                casefile.read_parsed(case, real_book, services.municipalities, services.today())
                taken = True
            except CasefileError:
                taken = False
            assert validator.is_valid(case) == taken, (id_, answer)


def test_what_is_no_question_or_need_is_refused_by_the_document_too(
    document: Document, real_book: Rulebook
) -> None:
    case = real_book.journeys[real_book.shown[0]].case
    sound = json.loads(casefile.write(replace(case, answers={"boligmangel_antall": DONT_KNOW})))
    holds(document, "Svarfil", sound)
    for part, wrong in (
        ("svar", {"finnes_ikke": "ja"}),
        ("prioritering", ["finnes_ikke"]),
        ("tall", {"finnes_ikke": {"verdi": "1", "kilde": "x", "per": "2026"}}),
        ("noe_annet", 1),
    ):
        with pytest.raises(AssertionError):
            holds(document, "Svarfil", {**sound, part: wrong})
