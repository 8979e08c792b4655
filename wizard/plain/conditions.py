"""Conditions and legal bases as plain data for JSON, in the keys of the rule files."""

from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, NeedTest, Not, RateRef
from wizard.domain.sources import LegalBasis
from wizard.plain.values import Json, plain_severity, plain_value
from wizard.report.clauses import clause
from wizard.voice.labels import Labels


def plain_condition(condition: Condition | None, labels: Labels) -> Json:
    """Return a condition as a rule file has it, each part with its sentence; null for none."""
    if condition is None:
        return None
    told: dict[str, Json] = {"tekst": clause(condition, labels).text}
    match condition:
        case AllOf(parts):
            return {**told, "alle": [plain_condition(part, labels) for part in parts]}
        case AnyOf(parts):
            return {**told, "minst_en": [plain_condition(part, labels) for part in parts]}
        case Not(part):
            return {**told, "ikke": plain_condition(part, labels)}
        case NeedTest(need, at_least):
            return {**told, "behov": need, "minst": plain_severity(at_least)}
        case FactTest(fact, operator, operand):
            limit: Json = (
                {"sats": operand.id} if isinstance(operand, RateRef) else plain_value(operand)
            )
            return {**told, "opplysning": fact, operator.value: limit}


def plain_basis(basis: LegalBasis | None, labels: Labels) -> Json:
    """Return where something comes from; null for what is our own judgement."""
    if basis is None:
        return None
    return {
        "kilde": plain_source(basis.source, labels),
        "sted": basis.section,
        "niva": basis.level.value,
    }


def plain_source(id_: str, labels: Labels) -> Json:
    """Return a source that was read, and when; null for one that the rules do not have."""
    source = labels.rulebook.sources.get(id_)
    if source is None:
        return None
    return {
        "id": source.id,
        "tittel": source.title.to(labels.language),
        "utgiver": source.publisher,
        "lenke": source.link,
        "lest": source.read.isoformat(),
    }
