"""The schema of a condition: trees, and leaves that know what each fact can be."""

from collections.abc import Iterable, Mapping
from typing import Any

from wizard.domain.conditions import Operator
from wizard.domain.facts import Fact, FactType
from wizard.rulebook.conditions import operators_for
from wizard.rulebook.known import Known, answers
from wizard.rulebook.reading import Kind

Schema = dict[str, Any]
SCALAR: Schema = {"type": ["string", "number", "boolean"]}
ONE_OR_MORE: Schema = {"anyOf": [SCALAR, {"type": "array", "items": SCALAR}]}

_WORDS = "Det begrunnelsen sier, i stedet for setningen som programmet lager."
_HEADS = "En betingelse begynner med «alle», «minst_en», «ikke», «opplysning» eller «behov»."
_OPERATOR_HELP = {
    Operator.IS: "Er nettopp dette.",
    Operator.IS_ONE_OF: "Er ett av disse.",
    Operator.CONTAINS: "Dette er krysset av.",
    Operator.CONTAINS_ANY: "Minst ett av disse er krysset av.",
    Operator.AT_LEAST: "Er så mye eller mer.",
    Operator.BELOW: "Er mindre enn dette.",
}
_SEVERAL = frozenset({Operator.IS_ONE_OF, Operator.CONTAINS_ANY})


def condition(itself: Schema, words: Schema, known: Known, *, needs: bool) -> Schema:
    """Return the schema of a condition; `itself` refers to it, `words` are a leaf's own."""
    several = {"type": "array", "items": itself, "minItems": 1}
    said = {"title": "setning", "description": _WORDS, **words}
    ways = [
        _only("alle", "Alle disse må være oppfylt.", several),
        _only("minst_en", "Minst én av disse må være oppfylt.", several),
        _only("ikke", "Dette må ikke være oppfylt.", itself),
        _about_a_fact(said, known),
    ]
    if needs:
        ways.append(_about_a_need(said, known))
    return {"type": "object", "anyOf": ways, "errorMessage": _HEADS}


def values_of_facts(known: Known, *words: str) -> Schema:
    """Return the schema of a mapping from facts to values, which may be one of some `words` too."""
    if not known.facts:
        return {"type": "object", "additionalProperties": ONE_OR_MORE}
    return {
        "type": "object",
        "properties": {
            id_: {"title": id_, "description": fact.name.nb, **_value(fact, words)}
            for id_, fact in known.facts.items()
        },
        "additionalProperties": False,
        "errorMessage": known.refusal(Kind.FACT),
    }


def _value(fact: Fact, words: Iterable[str]) -> Schema:
    listed = answers(fact)
    if listed is None:
        return ONE_OR_MORE
    one = {"enum": [*listed, *words], "errorMessage": _allowed(fact)}
    return {"anyOf": [one, {"type": "array", "items": one}]} if fact.type is FactType.MANY else one


def _allowed(fact: Fact) -> str:
    return f"«{fact.name.nb}» kan være: {', '.join(option.id for option in fact.options)}."


def _only(key: str, description: str, schema: Schema) -> Schema:
    return {
        "properties": {key: {"title": key, "description": description, **schema}},
        "required": [key],
        "additionalProperties": False,
    }


def _about_a_fact(words: Schema, known: Known) -> Schema:
    rate = known.id_schema(Kind.RATE) or {"type": "string"}
    operand = {
        "anyOf": [
            SCALAR,
            {"type": "array", "items": SCALAR, "minItems": 1},
            {
                "type": "object",
                "properties": {
                    "sats": {"title": "sats", "description": "Id-en til en sats.", **rate}
                },
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
                **(known.id_schema(Kind.FACT) or {"type": "string"}),
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
        **({"allOf": list(_for_each_fact(known.facts))} if known.facts else {}),
    }


def _for_each_fact(facts: Mapping[str, Fact]) -> Iterable[Schema]:
    """Yield which words go with a fact, and what it can be compared with; facts alike are one."""
    alike: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts.values():
        alike.setdefault((operators_for(fact.type), str(answers(fact))), []).append(fact)
    for group in alike.values():
        yield {
            "if": {
                "properties": {"opplysning": {"enum": [fact.id for fact in group]}},
                "required": ["opplysning"],
            },
            "then": {"properties": _operands(group[0])},
        }


def _operands(fact: Fact) -> Schema:
    fitting, listed = operators_for(fact.type), answers(fact)
    allowed = f"Her brukes {' eller '.join(f'«{each.value}»' for each in fitting)}."
    found: Schema = {
        each.value: {"not": {}, "errorMessage": allowed} for each in Operator if each not in fitting
    }
    for each in fitting if listed else ():
        one = {"enum": listed, "errorMessage": _allowed(fact)}
        some: Schema = {"type": "array", "items": one} if each in _SEVERAL else one
        found[each.value] = {"anyOf": [some, {"type": "object"}]}  # or a rate
    return found


def _about_a_need(words: Schema, known: Known) -> Schema:
    return {
        "properties": {
            "behov": {
                "title": "behov",
                "description": "Id-en til et behov.",
                **(known.id_schema(Kind.NEED) or {"type": "string"}),
            },
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
