"""A comparison as plain data for JSON. The keys are Norwegian, as in `plain`.

`null` stands for what one of the two does not have at all; an unknown value is `{"ukjent": true}`.
"""

from wizard.domain.advice import NeedFinding, NextDeadline, Verdict
from wizard.domain.comparison import Because, Comparison
from wizard.domain.values import FactValue
from wizard.plain.values import (
    Json,
    plain_day,
    plain_fact,
    plain_frame,
    plain_severity,
    plain_value,
)
from wizard.voice.comparison_wording import ComparisonWording


def plain_comparison(wording: ComparisonWording) -> dict[str, Json]:
    """Return everything that differs, with its sentences in the wording's language."""
    both = wording.comparison
    return {
        "fra": plain_frame(both.before),
        "til": plain_frame(both.after),
        "likt": both.nothing_differs,
        "opplysninger": _facts(wording),
        "prioritering": list[Json](wording.given.priorities()),
        "satser": _rates(wording),
        "regler": _rules(wording),
        "behov": _needs(wording),
        "vurderinger": _verdicts(wording),
        "pakke": _bundle(wording),
        "ikke_dekket": _uncovered(wording),
        "frister": _deadlines(wording),
    }


def _facts(wording: ComparisonWording) -> Json:
    return [
        {
            "opplysning": each.fact,
            "fra": plain_fact(each.before),
            "til": plain_fact(each.after),
            "tekst": wording.given.fact(each),
        }
        for each in wording.comparison.facts
    ]


def _rates(wording: ComparisonWording) -> Json:
    return [
        {
            "sats": each.rate,
            "fra": _value(each.before),
            "til": _value(each.after),
            "tekst": wording.given.rate(each),
        }
        for each in wording.comparison.rates
    ]


def _rules(wording: ComparisonWording) -> Json:
    return [
        {
            "slag": each.subject.value,
            "id": each.id,
            "deler": [part.value for part in each.parts],
            "tekst": wording.given.rule(each),
        }
        for each in wording.comparison.rules
    ]


def _needs(wording: ComparisonWording) -> Json:
    return [
        {
            "behov": each.need,
            "fra": _need(each.before),
            "til": _need(each.after),
            **_because(each.because, wording.need(each)),
        }
        for each in wording.comparison.needs
    ]


def _verdicts(wording: ComparisonWording) -> Json:
    return [
        {
            "ordning": each.scheme,
            "fra": _verdict(each.before),
            "til": _verdict(each.after),
            **_because(each.because, wording.verdict(each)),
        }
        for each in wording.comparison.verdicts
    ]


def _uncovered(wording: ComparisonWording) -> Json:
    return [
        {
            "behov": each.need,
            "fra": each.before.contact if each.before else None,
            "til": each.after.contact if each.after else None,
            "tekst": wording.uncovered(each),
        }
        for each in wording.comparison.uncovered
    ]


def _deadlines(wording: ComparisonWording) -> Json:
    return [
        {
            "ordning": each.scheme,
            "fra": _deadline(each.before),
            "til": _deadline(each.after),
            "tekst": wording.deadline(each),
        }
        for each in wording.comparison.deadlines
    ]


def _value(value: FactValue | None) -> Json:
    return None if value is None else plain_value(value)


def _need(finding: NeedFinding | None) -> Json:
    return [plain_severity(each) for each in finding.possible] if finding else None


def _verdict(verdict: Verdict | None) -> Json:
    if verdict is None:
        return None
    return {
        "vurdering": verdict.kind.value,
        "avgjort": verdict.settled,
        "pa_plass": verdict.in_place,
    }


def _deadline(deadline: NextDeadline | None) -> Json:
    if deadline is None:
        return None
    return {
        "dato": plain_day(deadline.on),
        "lopende": deadline.rolling,
        "kontroller": deadline.check,
    }


def _because(because: Because, text: str) -> dict[str, Json]:
    causes: list[Json] = [
        {"slag": each.kind.value, "id": each.id, "valg": each.option or None}
        for each in because.causes
    ]
    return {"fordi": causes, "kraft": because.force.value, "tekst": text}


def _bundle(wording: ComparisonWording) -> Json:
    both: Comparison = wording.comparison
    came, left = (
        [
            {"ordning": each.scheme, **_because(each.because, wording.member(each))}
            for each in both.members
            if (each.before is None) is inward
        ]
        for inward in (True, False)
    )
    return {
        "lik": both.same_bundle,
        "inn": list[Json](came),
        "ut": list[Json](left),
        "roller": [
            {
                "ordning": each.scheme,
                "fra": list[Json](each.before),
                "til": list[Json](each.after),
                **_because(each.because, wording.role(each)),
            }
            for each in both.roles
        ],
        "faser": [
            {
                "ordning": each.scheme,
                "fra": each.before.value,
                "til": each.after.value,
                **_because(each.because, wording.phase(each)),
            }
            for each in both.phases
        ],
        "gjor_kjent": [
            {"ordning": each.scheme, "kom": each.came, "tekst": wording.told(each)}
            for each in both.told
        ],
    }
