"""The schedule as plain data for JSON. The keys are Norwegian, as in the case file."""

from wizard.domain.schedule import CriticalPath, Moment, ScheduledDeadline, ScheduledItem
from wizard.plain.values import Json, plain_day, plain_value
from wizard.report.case import CaseAccount


def plain_schedule(report: CaseAccount) -> dict[str, Json]:
    """Return the bundle in time, with its sentences in the language of the account."""
    schedule = report.advice.schedule
    said = {account.verdict.scheme: sentences for account, sentences in report.timetable}
    return {
        "kommunestyremote": plain_value(schedule.meeting),
        "lengste_vei": _path(schedule.path) if schedule.path else None,
        "ordninger": [_item(item, said.get(item.scheme, ())) for item in schedule.items],
        "tekst": list[Json](report.timing),
    }


def _path(path: CriticalPath) -> Json:
    return {
        "ordninger": [{"ordning": leg.scheme, "dager": leg.days} for leg in path.legs],
        "dager": path.days,
        "ferdig": _moment(path.ends),
    }


def _item(item: ScheduledItem, said: tuple[str, ...]) -> Json:
    return {
        "ordning": item.scheme,
        "begynner": _moment(item.begins),
        "venter_pa": item.waits_for,
        "steg": [
            {
                "id": each.step,
                "innen": _moment(each.due),
                "mote": each.meeting.value if each.meeting else None,
                "gjort": each.done,
            }
            for each in item.steps
        ],
        "ferdig": _moment(item.ready),
        "frist": _deadline(item.deadline),
        "tekst": list[Json](said),
    }


def _moment(moment: Moment) -> Json:
    return {"dato": plain_day(moment.day), "tidligst": moment.at_least}


def _deadline(deadline: ScheduledDeadline) -> Json:
    return {
        "status": deadline.reach.value,
        "dato": plain_day(deadline.on),
        "for_tidlig": plain_day(deadline.too_soon),
        "begynn_senest": plain_day(deadline.begin_by),
        "kontroller": deadline.check,
    }
