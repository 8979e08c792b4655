"""The schedule as plain data for JSON. The keys are Norwegian, as in the case file."""

from datetime import date

from wizard.domain.schedule import CriticalPath, Moment, ScheduledDeadline, ScheduledItem
from wizard.domain.values import Unknown
from wizard.engine.plain.values import Json
from wizard.engine.voice.names import Names
from wizard.engine.voice.timetable import Timetable


def plain_schedule(names: Names) -> dict[str, Json]:
    """Return the bundle in time, with its sentences in the language of the names."""
    timetable, schedule = Timetable(names), names.advice.schedule
    meeting = schedule.meeting
    return {
        "kommunestyremote": {"ukjent": True}
        if isinstance(meeting, Unknown)
        else meeting.isoformat(),
        "lengste_vei": _path(schedule.path) if schedule.path else None,
        "ordninger": [_item(item, timetable) for item in schedule.items],
        "tekst": list[Json](timetable.overview()),
    }


def _path(path: CriticalPath) -> Json:
    return {
        "ordninger": [{"ordning": leg.scheme, "dager": leg.days} for leg in path.legs],
        "dager": path.days,
        "ferdig": _moment(path.ends),
    }


def _item(item: ScheduledItem, timetable: Timetable) -> Json:
    return {
        "ordning": item.scheme,
        "begynner": _moment(item.begins),
        "venter_pa": item.waits_for,
        "steg": [
            {
                "id": each.step,
                "innen": _moment(each.due),
                "mote": each.meeting.value if each.meeting else None,
            }
            for each in item.steps
        ],
        "ferdig": _moment(item.ready),
        "frist": _deadline(item.deadline),
        "tekst": list[Json](timetable.sentences(item)),
    }


def _moment(moment: Moment) -> Json:
    return {"dato": moment.day.isoformat(), "tidligst": moment.at_least}


def _deadline(deadline: ScheduledDeadline) -> Json:
    return {
        "status": deadline.reach.value,
        "dato": _day(deadline.on),
        "for_tidlig": _day(deadline.too_soon),
        "begynn_senest": _day(deadline.begin_by),
        "kontroller": deadline.check,
    }


def _day(day: date | None) -> Json:
    return day.isoformat() if day else None
