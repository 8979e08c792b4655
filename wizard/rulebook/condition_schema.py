"""The schema of a condition: trees, and leaves that know what each fact can be."""

from collections.abc import Iterable, Mapping

from wizard.domain.conditions import Operator
from wizard.domain.facts import Fact, FactType
from wizard.rulebook.conditions import operators_for
from wizard.rulebook.known import answers
from wizard.rulebook.reading import Kind
from wizard.rulebook.shared_schema import Schema, Shared, titled

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
_ANY_ID: Schema = {"type": "string"}
_SEVERAL = frozenset({Operator.IS_ONE_OF, Operator.CONTAINS_ANY})


def condition(itself: Schema, words: Schema, shared: Shared, *, needs: bool) -> Schema:
    """Return the schema of a condition; `itself` refers to it, `words` are a leaf's own."""
    several = {"type": "array", "items": itself, "minItems": 1}
    said = titled("setning", _WORDS, words)
    ways = [
        _only("alle", "Alle disse må være oppfylt.", several),
        _only("minst_en", "Minst én av disse må være oppfylt.", several),
        _only("ikke", "Dette må ikke være oppfylt.", itself),
        shared.once("om_en_opplysning", _about_a_fact(said, shared)),
    ]
    if needs:
        ways.append(_about_a_need(said, shared))
    return {"type": "object", "anyOf": ways, "errorMessage": _HEADS}


def values_of_facts(shared: Shared, *words: str) -> Schema:
    """Return the schema of a mapping from facts to values, which may be one of some `words` too."""
    known = shared.known
    if not known.facts:
        return {"type": "object", "additionalProperties": ONE_OR_MORE}
    return {
        "type": "object",
        "properties": {
            id_: titled(id_, fact.name.nb, _value(fact, words, shared))
            for id_, fact in known.facts.items()
        },
        "additionalProperties": False,
        "errorMessage": known.refusal(Kind.FACT),
    }


def _value(fact: Fact, words: tuple[str, ...], shared: Shared) -> Schema:
    listed = answers(fact)
    if listed is None:
        return ONE_OR_MORE
    one = _one_of(listed, fact, shared, *words)
    return {"anyOf": [one, {"type": "array", "items": one}]} if fact.type is FactType.MANY else one


def _one_of(listed: Iterable[str | int], fact: Fact, shared: Shared, *words: str) -> Schema:
    said = f"Her kan det stå: {', '.join(option.id for option in fact.options)}."
    found: Schema = {"enum": [*listed, *words], "errorMessage": said}
    return shared.once("_".join(("svar", fact.id, *words)), found)


def _only(key: str, description: str, schema: Schema) -> Schema:
    return {
        "properties": {key: titled(key, description, schema)},
        "required": [key],
        "additionalProperties": False,
    }


def _about_a_fact(words: Schema, shared: Shared) -> Schema:
    rate = shared.id_of(Kind.RATE) or _ANY_ID
    operand: Schema = {
        "anyOf": [
            SCALAR,
            {"type": "array", "items": SCALAR, "minItems": 1},
            {
                "type": "object",
                "properties": {"sats": titled("sats", "Id-en til en sats.", rate)},
                "required": ["sats"],
                "additionalProperties": False,
            },
        ]
    }
    operand, facts = shared.once("sammenlignet_med", operand), shared.known.facts
    return {
        "properties": {
            "opplysning": titled(
                "opplysning",
                "Id-en til et spørsmål, et kommunetall eller et nøkkeltall.",
                shared.id_of(Kind.FACT) or _ANY_ID,
            ),
            **{
                operator.value: titled(operator.value, text, operand)
                for operator, text in _OPERATOR_HELP.items()
            },
            "setning": words,
        },
        "required": ["opplysning"],
        "oneOf": [{"required": [operator.value]} for operator in _OPERATOR_HELP],
        "additionalProperties": False,
        **({"allOf": list(_for_each_fact(facts, shared))} if facts else {}),
    }


def _for_each_fact(facts: Mapping[str, Fact], shared: Shared) -> Iterable[Schema]:
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
            "then": {"properties": _operands(group[0], shared)},
        }


def _operands(fact: Fact, shared: Shared) -> Schema:
    fitting, listed = operators_for(fact.type), answers(fact)
    allowed = f"Her brukes {' eller '.join(f'«{each.value}»' for each in fitting)}."
    found: Schema = {
        each.value: {"not": {}, "errorMessage": allowed} for each in Operator if each not in fitting
    }
    if listed is None:
        return found
    one = _one_of(listed, fact, shared)
    for each in fitting:
        some: Schema = {"type": "array", "items": one} if each in _SEVERAL else one
        found[each.value] = {"anyOf": [some, {"type": "object"}]}  # or a rate
    return found


def _about_a_need(words: Schema, shared: Shared) -> Schema:
    return {
        "properties": {
            "behov": titled("behov", "Id-en til et behov.", shared.id_of(Kind.NEED) or _ANY_ID),
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
