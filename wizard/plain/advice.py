"""Advice as plain data for JSON. The keys are Norwegian, as in the case file."""

from wizard.domain.advice import BundleItem, Change, NeedFinding, Reason, RunnerUp, Verdict
from wizard.domain.edges import Edge
from wizard.domain.settling import Settler, WorthAsking
from wizard.plain.money import plain_money
from wizard.plain.schedule import plain_schedule
from wizard.plain.values import Json, plain_day, plain_frame, plain_severity, plain_value
from wizard.voice.wording import Wording


def plain_advice(wording: Wording) -> dict[str, Json]:
    """Return everything the advice says, with its sentences in the wording's language."""
    advice = wording.advice
    return {
        **plain_frame(advice),
        "behov": [_need(finding) for finding in advice.needs.values()],
        "vurderinger": [_verdict(verdict, wording) for verdict in advice.verdicts.values()],
        "tidsplan": plain_schedule(wording.timetable),
        "pakke": [_item(item, wording) for item in advice.bundle.items],
        "ikke_dekket": [
            {"behov": each.need, "kontakt": each.contact} for each in advice.bundle.uncovered
        ],
        "nest_best": _runner_up(advice.bundle.runner_up, wording),
        "sporsmal_forst": [_worth(each, wording) for each in advice.worth_asking],
        "pa_kanten": [_edge(each, wording) for each in advice.edges],
        "utelatt": [
            {"ordning": each.scheme, "fordi": wording.bundle.left_out(each)}
            for each in advice.bundle.left_out
        ],
    }


def _need(finding: NeedFinding) -> Json:
    return {
        "id": finding.need,
        "styrke": plain_severity(finding.severity),
        "kan_vaere": [plain_severity(each) for each in finding.possible],
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
        "avgjoring": [_settler(each, wording) for each in verdict.settlers],
        "provd_alle_svar": verdict.exact,
        "endring": [_change(change, wording) for change in verdict.changes],
        "andre_endringer": [
            [_change(change, wording) for change in way] for way in verdict.ways[1:]
        ],
        "forbehold": [
            {"kode": each.value, "tekst": wording.verdicts.reservation(each, verdict)}
            for each in verdict.reservations
        ],
        "frist": {
            "dato": plain_day(deadline.on) if deadline else None,
            "kontroller": bool(deadline and deadline.check),
        },
        "penger": plain_money(wording, verdict),
    }


def _reason(reason: Reason, verdict: Verdict, wording: Wording) -> Json:
    return {
        "grunn": reason.kind.value,
        "krav": reason.requirement,
        "tekst": " ".join(wording.verdicts.reason(reason, verdict)),
    }


def _change(change: Change, wording: Wording) -> Json:
    return {
        "opplysning": change.fact,
        "fra": plain_value(wording.advice.facts[change.fact].value),
        "til": wording.otherwise.range(change.fact, change.wanted),
        "hvem": wording.advice.rulebook.facts[change.fact].changed_by.value,
    }


def _settler(settler: Settler, wording: Wording) -> Json:
    return {
        "sporsmal": settler.question,
        "kan": settler.power.value,
        "svar": [
            {
                "svar": wording.otherwise.range(settler.question, each.answer),
                "gir": each.kind.value,
                "pa_plass": each.in_place,
            }
            for each in settler.answers
        ],
    }


def _edge(edge: Edge, wording: Wording) -> Json:
    return {
        "opplysning": edge.fact,
        "verdi": f"{edge.value:f}",
        "grense": f"{edge.limit:f}",
        "avstand_prosent": f"{edge.distance:.1f}",
        "usikkert_tall": edge.doubted,
        "behov_blir": [
            {"behov": each.need, "styrke": plain_severity(each.severity)} for each in edge.needs
        ],
        "blir": [{"ordning": each.scheme, "vurdering": each.kind.value} for each in edge.flips],
        "inn_i_pakken": list[Json](edge.enters),
        "ut_av_pakken": list[Json](edge.leaves),
        "tekst": wording.otherwise.edge(edge),
    }


def _worth(worth: WorthAsking, wording: Wording) -> Json:
    return {
        "sporsmal": worth.question,
        "avgjor": list[Json](worth.settles),
        "teller_for": list[Json](worth.moves),
        "behov": list[Json](worth.needs),
        "poeng": worth.points,
        "hvem_vet": wording.labels.knows(worth.question),
    }


def _runner_up(runner_up: RunnerUp | None, wording: Wording) -> Json:
    if runner_up is None:
        return None
    return {
        "inn": list[Json](runner_up.enters),
        "ut": list[Json](runner_up.leaves),
        "mister": runner_up.loss.value,
        "tekst": wording.bundle.runner_up(runner_up),
    }


def _item(item: BundleItem, wording: Wording) -> Json:
    return {
        "ordning": item.scheme,
        "rolle": "hoved" if item.is_main else "stotte",
        "fase": item.phase.value,
        "uker": f"{wording.advice.rulebook.schemes[item.scheme].effort.weeks:f}",
        "fordi": list[Json](wording.bundle.why_in(item)),
    }
