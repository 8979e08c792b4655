"""Advice as plain data for JSON. The keys are Norwegian, as in the case file."""

from wizard.domain.advice import NeedFinding
from wizard.domain.edges import Edge
from wizard.plain.money import plain_money
from wizard.plain.plan import plain_plan
from wizard.plain.schedule import plain_schedule
from wizard.plain.values import Json, plain_day, plain_frame, plain_severity, plain_value
from wizard.report.case import CaseAccount, Member, QuestionAccount
from wizard.report.scheme import ChangeLine, ReasonLine, SchemeAccount, SettlerLine
from wizard.voice.words import OURS


def plain_advice(report: CaseAccount) -> dict[str, Json]:
    """Return everything the advice says, with its sentences in the language of the account."""
    advice = report.advice
    left_out = (report.scheme(each.scheme) for each in advice.bundle.left_out)
    return {
        **plain_frame(advice),
        "tegn": {OURS: report.mark},
        "handlingsplan": plain_plan(report),
        "behov": [_need(finding) for finding in advice.needs.values()],
        "vurderinger": [_verdict(account, report) for account in report.schemes],
        "tidsplan": plain_schedule(report),
        "pakke": [_member(member, report) for member in report.members],
        "ikke_dekket": [
            {"behov": each.need, "kontakt": each.contact} for each in advice.bundle.uncovered
        ],
        "sporsmal_forst": [_question(each) for each in report.questions],
        "pa_kanten": [
            _edge(edge, text) for edge, text in zip(advice.edges, report.edges, strict=True)
        ],
        "utelatt": [{"ordning": each.verdict.scheme, "fordi": each.left_out} for each in left_out],
        "utgatte_svar": list[Json](sorted(advice.case.retired)),
    }


def _need(finding: NeedFinding) -> Json:
    return {
        "id": finding.need,
        "styrke": plain_severity(finding.severity),
        "kan_vaere": [plain_severity(each) for each in finding.possible],
    }


def _verdict(account: SchemeAccount, report: CaseAccount) -> Json:
    verdict = account.verdict
    deadline = verdict.deadline
    ways = [[_change(each, report) for each in way.changes] for way in account.ways]
    return {
        "ordning": verdict.scheme,
        "vurdering": verdict.kind.value,
        "avgjort": verdict.settled,
        "pa_plass": verdict.in_place,
        "fordi": [_reason(each) for each in account.reason_lines],
        "avgjores_av": list(verdict.settled_by),
        "avgjoring": [_settler(each) for each in account.settlers],
        "provd_alle_svar": verdict.exact,
        "endring": ways[0] if ways else [],
        "andre_endringer": list[Json](ways[1:]),
        "forbehold": [
            {"kode": each.kind.value, "tekst": each.text} for each in account.reservations
        ],
        "frist": {
            "dato": plain_day(deadline.on) if deadline else None,
            "kontroller": bool(deadline and deadline.check),
        },
        "penger": plain_money(account, report.advice),
    }


def _reason(line: ReasonLine) -> Json:
    return {
        "grunn": line.reason.kind.value,
        "krav": line.reason.requirement,
        "tekst": line.text,
    }


def _change(line: ChangeLine, report: CaseAccount) -> Json:
    fact = line.change.fact
    return {
        "opplysning": fact,
        "fra": plain_value(report.advice.facts[fact].value),
        "til": line.to,
        "hvem": report.advice.rulebook.facts[fact].changed_by.value,
    }


def _settler(line: SettlerLine) -> Json:
    answers = zip(line.settler.answers, line.answers, strict=True)
    return {
        "sporsmal": line.settler.question,
        "kan": line.settler.power.value,
        "svar": [
            {"svar": text, "gir": answer.kind.value, "pa_plass": answer.in_place}
            for answer, text in answers
        ],
    }


def _edge(edge: Edge, text: str) -> Json:
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
        "tekst": text,
    }


def _question(account: QuestionAccount) -> Json:
    worth = account.worth
    return {
        "sporsmal": worth.question,
        "avgjor": list[Json](worth.settles),
        "teller_for": list[Json](worth.moves),
        "behov": list[Json](worth.needs),
        "poeng": worth.points,
        "hvem_vet": account.knows,
    }


def _member(member: Member, report: CaseAccount) -> Json:
    item = member.item
    return {
        "ordning": item.scheme,
        "rolle": "hoved" if item.is_main else "stotte",
        "fase": item.phase.value,
        "uker": f"{report.advice.rulebook.schemes[item.scheme].effort.weeks:f}",
        "fordi": list[Json](member.why_in),
    }
