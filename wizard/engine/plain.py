"""Advice as plain data for JSON. The keys are Norwegian, as in the case file."""

from wizard.domain.advice import BundleItem, Change, NeedFinding, Reason, Verdict
from wizard.domain.answers import write_value
from wizard.domain.conditions import RateRef, Severity
from wizard.domain.values import FactValue, Unknown
from wizard.engine.wording import Wording

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

SEVERITIES = {Severity.NONE: "ingen", Severity.SOME: "noe", Severity.SEVERE: "stor"}


def plain_value(value: FactValue) -> Json:
    """Return a fact's value; what is not known is said to be so."""
    if isinstance(value, Unknown):
        return {"ukjent": True}
    text = write_value(value)
    return text if isinstance(text, str) else list[Json](text)


def plain_advice(wording: Wording) -> dict[str, Json]:
    """Return everything the advice says, with its sentences in the wording's language."""
    advice = wording.advice
    rulebook = advice.rulebook
    return {
        "kommune": advice.municipality.number,
        "dato": advice.as_of.isoformat(),
        "regelverk": {"versjon": rulebook.version, "hash": rulebook.hash},
        "behov": [_need(finding) for finding in advice.needs.values()],
        "vurderinger": [_verdict(verdict, wording) for verdict in advice.verdicts.values()],
        "pakke": [_item(item, wording) for item in advice.bundle.items],
        "ikke_dekket": [
            {"behov": each.need, "kontakt": each.contact} for each in advice.bundle.uncovered
        ],
        "utelatt": [
            {"ordning": each.scheme, "fordi": wording.left_out(each)}
            for each in advice.bundle.left_out
        ],
    }


def _need(finding: NeedFinding) -> Json:
    severity = finding.severity
    return {
        "id": finding.need,
        "styrke": "ukjent" if severity is None else SEVERITIES[severity],
        "kan_vaere": [SEVERITIES[each] for each in finding.possible],
    }


def _verdict(verdict: Verdict, wording: Wording) -> Json:
    deadline = verdict.deadline
    return {
        "ordning": verdict.scheme,
        "vurdering": verdict.kind.value,
        "avgjort": verdict.settled,
        "pa_plass": verdict.in_place,
        "fordi": [_reason(reason, verdict, wording) for reason in verdict.reasons],
        "avgjores_av": list(verdict.settled_by),
        "endring": [_change(change, wording) for change in verdict.changes],
        "forbehold": [
            {"kode": each.value, "tekst": wording.reservation(each, verdict)}
            for each in verdict.reservations
        ],
        "frist": {
            "dato": deadline.on.isoformat() if deadline and deadline.on else None,
            "kontroller": bool(deadline and deadline.check),
        },
    }


def _reason(reason: Reason, verdict: Verdict, wording: Wording) -> Json:
    return {
        "grunn": reason.kind.value,
        "krav": reason.requirement,
        "tekst": " ".join(wording.reason(reason, verdict)),
    }


def _change(change: Change, wording: Wording) -> Json:
    operand = change.test.operand
    wanted = (
        wording.rulebook.rates[operand.id].on(wording.advice.as_of)
        if isinstance(operand, RateRef)
        else operand
    )
    return {
        "opplysning": change.fact,
        "fra": plain_value(wording.advice.facts[change.fact].value),
        "krever": change.test.operator.value,
        "til": plain_value(wanted),
        "hvem": wording.rulebook.facts[change.fact].changed_by.value,
    }


def _item(item: BundleItem, wording: Wording) -> Json:
    return {
        "ordning": item.scheme,
        "rolle": "hoved" if item.is_main else "stotte",
        "fase": item.phase.value,
        "uker": f"{wording.rulebook.schemes[item.scheme].effort.weeks:f}",
        "fordi": list[Json](wording.why_in(item)),
    }
