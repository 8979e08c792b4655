"""The action plan as plain data for JSON. The keys are Norwegian, as in the case file."""

from decimal import Decimal

from wizard.domain.plan import Alternative, Conflict, Cost, Means, NoRoom, Total, Won
from wizard.domain.schedule import ScheduledItem
from wizard.plain.values import Json, plain_day, plain_kroner
from wizard.report.case import CaseAccount, Member


def plain_plan(report: CaseAccount) -> dict[str, Json]:
    """Return the plan, with its sentences in the language of the account."""
    plan, years = report.advice.plan, report.advice.rulebook.plan.years
    return {
        "grunnlag": plan.basis.value,
        "i_ar": [_member(each, report) for each in report.core],
        "neste": [_member(each, report) for each in report.later],
        "gjor_kjent": {
            "ordninger": list[Json](plan.made_known),
            "uker": _told_weeks(report),
        },
        "ikke_plass": [
            _no_room(each, said.why)
            for each, said in zip(plan.no_room, report.no_room, strict=True)
        ],
        "plikter_uten_plass": list[Json](plan.duties_without_room),
        "konflikter": [_conflict(each, report) for each in plan.conflicts],
        "alternativ": _alternative(plan.alternative, report) if plan.alternative else None,
        "sum": {
            "i_ar": _total(plan.year, plan.means),
            "fire_ar": _total(plan.period, plan.means),
            "ar": years,
        },
        "kapasitet": {"lav": plan.means.low, "kan_gi_mer": list[Json](plan.buys_capacity)},
        "radgivning": list[Json](plan.services),
        "provd_alle": plan.exact,
    }


def _told_weeks(report: CaseAccount) -> str:
    scheme = report.advice.rulebook.plan.make_known
    if scheme is None or not report.advice.plan.made_known:
        return "0"
    return f"{report.advice.rulebook.schemes[scheme].effort.weeks:f}"


def _member(member: Member, report: CaseAccount) -> Json:
    id_ = member.item.scheme
    scheme = report.advice.rulebook.schemes[id_]
    planned = report.advice.schedule.item(id_)
    overdue = scheme.duty and scheme.duty.since <= report.advice.as_of
    return {
        "ordning": id_,
        "fordi": list[Json](member.why),
        "ar": str(member.item.year),
        "begynn": plain_day(planned.begins.day) if planned else None,
        "ferdig": plain_day(planned.ready.day) if planned else None,
        "frist": {
            "dato": plain_day(planned.deadline.on if planned else None),
            "siden": plain_day(scheme.duty.since) if scheme.duty and overdue else None,
        },
        "uker": f"{scheme.effort.weeks:f}",
        "egen_kostnad": _cost(member.cost),
        "steg": _steps(planned, member) if planned else [],
    }


def _steps(planned: ScheduledItem, member: Member) -> Json:
    return [
        {
            "tekst": row.text,
            "ansvar": row.responsible,
            "dato": plain_day(step.due.day),
            "tidligst": step.due.at_least,
            "gjort": step.done,
        }
        for step, row in zip(planned.steps, member.account.steps, strict=True)
    ]


def _cost(cost: Cost) -> Json:
    if cost.unknown and not cost.least and cost.most == 0:
        return {"minst": None, "mest": None, "ukjent_for": list[Json](cost.unknown)}
    return {
        "minst": plain_kroner(cost.least),
        "mest": plain_kroner(cost.most),
        "ukjent_for": list[Json](cost.unknown),
    }


def _total(total: Total, means: Means) -> Json:
    return {
        "uker": f"{total.weeks:f}",
        "har_uker": f"{total.has_weeks:f}",
        "uker_oppgitt": means.weeks_stated,
        "egne_penger": {
            "minst": plain_kroner(total.cost.least),
            "mest": plain_kroner(total.cost.most),
            "ukjent_for": list[Json](total.cost.unknown),
            "har": {"mest": plain_kroner(total.has_money), "oppgitt": means.money_stated},
        },
        "andre": [
            {
                "ordning": each.scheme,
                "mest": plain_kroner(each.most) if isinstance(each.most, Decimal) else None,
                "per_bolig": each.of_dwelling,
            }
            for each in total.others
        ],
        "igjen": {"uker": f"{total.left:f}", "egne_penger": plain_kroner(total.left_money)},
    }


def _no_room(lacking: NoRoom, why: str) -> Json:
    return {
        "ordning": lacking.scheme,
        "uker": f"{lacking.weeks:f}",
        "mangler_uker": f"{lacking.lacking_weeks:f}",
        "mangler_penger": plain_kroner(lacking.lacking_money),
        "venter_pa": lacking.waits_for,
        "tekst": why,
    }


def _conflict(conflict: Conflict, report: CaseAccount) -> Json:
    return {
        "ordning": conflict.scheme,
        "frist": plain_day(conflict.deadline),
        "tidligst": plain_day(conflict.earliest),
        "venter_pa": conflict.waits_for,
        "begynn_senest": plain_day(conflict.begin_by),
        "uker_for_fristen": f"{conflict.weeks:f}",
        "valg": list[Json](report.wording.plan.ways_out(conflict)),
    }


def _alternative(other: Alternative, report: CaseAccount) -> Json:
    return {
        "inn": list[Json](other.enters),
        "ut": list[Json](other.leaves),
        "vinner": [_won(each) for each in other.wins],
        "gir_opp": [_won(each) for each in other.gives_up],
        "tekst": report.alternative,
    }


def _won(won: Won) -> Json:
    return {"ledd": won.tier.value, "hva": won.about}
