"""The plan as rows of plain data for JSON: dates as ISO 8601, numbers as numbers."""

import json
from decimal import Decimal

from wizard.domain.plan import Cost
from wizard.domain.schedule import Moment
from wizard.plain.values import Json, plain_day, plain_frame
from wizard.report.case import CaseAccount
from wizard.report.rows import PlanRow, plan_rows
from wizard.voice.words import OURS


def plan_json(report: CaseAccount) -> bytes:
    """Return the plan as a JSON file. The same advice gives the same bytes."""
    return f"{json.dumps(plain_rows(report), ensure_ascii=False, indent=2)}\n".encode()


def plain_rows(report: CaseAccount) -> dict[str, Json]:
    """Return the plan, row by row, with its sentences in the language of the account."""
    return {
        **plain_frame(report.advice),
        "malform": report.language.value,
        "grunnlag": report.advice.plan.basis.value,
        "tegn": {OURS: report.mark},
        "plan": [_row(each) for each in plan_rows(report)],
    }


def _row(row: PlanRow) -> Json:
    step = row.step
    return {
        "nr": row.number,
        "ar": row.year,
        "ordning": row.scheme,
        "tiltak": row.measure,
        "steg": {"nr": step.number, "id": step.id, "tekst": step.text} if step else None,
        "ansvarlig": row.responsible or None,
        "begynn": _moment(row.begins),
        "frist": plain_day(row.deadline),
        "ferdig": _moment(row.ready),
        "nar": row.when,
        "uker": _number(row.weeks),
        "egne_penger": _cost(row.cost),
        "status": row.status,
        "forbehold": list[Json](row.reservations),
    }


def _moment(moment: Moment) -> Json:
    return {"dato": plain_day(moment.day), "tidligst": moment.at_least}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _cost(cost: Cost | None) -> Json:
    """Return own money in kroner; what nobody knows is said to be unknown, and is not zero."""
    if cost is None:
        return None
    if cost.unknown:
        return {"ukjent": True}
    return {"minst": _number(cost.least), "mest": _number(cost.most)}
