"""The whole way to one verdict as plain data for JSON: a tree, with the evidence of every leaf."""

from collections.abc import Sequence

from wizard.domain.advice import Advice, Outcome
from wizard.domain.conditions import AllOf, AnyOf, FactTest, NeedTest, Not, RateRef
from wizard.domain.values import Truth
from wizard.plain.values import (
    Json,
    plain_fact,
    plain_frame,
    plain_severity,
    plain_value,
)
from wizard.report.explanation import Line, explain
from wizard.voice.wording import Wording
from wizard.voice.words import OURS, OURS_MEANS

TRUTHS = {Truth.MET: "oppfylt", Truth.NOT_MET: "ikke_oppfylt", Truth.UNKNOWN: "ukjent"}
_GROUPS = {AllOf: "alle", AnyOf: "minst_en", Not: "ikke"}


def plain_explanation(wording: Wording, scheme: str) -> dict[str, Json]:
    """Return what `wizard explain` says, each line below the one that it explains.

    Raises:
        KeyError: there is no such scheme.

    """
    advice, verdict = wording.advice, wording.advice.verdicts[scheme]
    return {
        **plain_frame(advice),
        "tegn": {OURS: wording.labels.say(OURS_MEANS)},
        "ordning": scheme,
        "vurdering": verdict.kind.value,
        "avgjort": verdict.settled,
        "pa_plass": verdict.in_place,
        "begrunnelse": _nested(explain(wording, scheme), advice),
    }


def _nested(lines: Sequence[Line], advice: Advice) -> list[Json]:
    """Return the lines as a tree: what follows a line, and is deeper, stands below it."""
    nodes: list[Json] = []
    for place, line in enumerate(lines):
        if line.depth > lines[0].depth:
            continue
        rest = lines[place + 1 :]
        end = next((n for n, each in enumerate(rest) if each.depth <= line.depth), len(rest))
        nodes.append(_node(line, rest[:end], advice))
    return nodes


def _node(line: Line, below: Sequence[Line], advice: Advice) -> Json:
    return {
        "tekst": line.text,
        "utfall": TRUTHS[line.status.truth] if line.status else None,
        "betingelse": _condition(line.outcome, advice) if line.outcome else None,
        "under": _nested(below, advice),
    }


def _condition(outcome: Outcome, advice: Advice) -> Json:
    """Return what a line asks about: of a leaf also what was found, and where that is from."""
    match outcome.condition:
        case FactTest(fact, operator, operand):
            return {
                "opplysning": fact,
                "test": operator.value,
                "mot": None if outcome.operand is None else plain_value(outcome.operand),
                "sats": operand.id if isinstance(operand, RateRef) else None,
                "funnet": plain_fact(advice.facts.get(fact)),
            }
        case NeedTest(need, at_least):
            possible = advice.needs[need].possible
            return {
                "behov": need,
                "minst": plain_severity(at_least),
                "kan_vaere": [plain_severity(each) for each in possible],
            }
        case other:
            return {"slag": _GROUPS[type(other)]}
