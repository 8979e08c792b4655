"""What is said first, on paper and on screen: five lines, and what the council must choose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wizard.domain.text import Text, capfirst
from wizard.report.case import CaseAccount, Member

HEADING = Text("Kort sagt", "Kort sagt")
CHOICE = Text("Dette må {council} velge:", "Dette må {council} velje:")
_MUST_BEGIN_BEFORE = Text("{Council} møtes først {day}.", "{Council} møtest først {day}.")
_NO_CORE = Text("Vi foreslår ingen nye tiltak.", "Vi føreslår ingen nye tiltak.")
_NO_ROOM_NOW = Text(
    "Ingenting av det vi anbefaler, får plass i år.", "Ingenting av det vi tilrår, får plass i år."
)


class BriefPart(StrEnum):
    """What a line is about."""

    PEOPLE = "folk"
    HOMES = "boliger"
    HAS = "har"
    THIS_YEAR = "i-ar"
    WHY_NOW = "hvorfor-na"


_LABELS = {
    BriefPart.PEOPLE: Text("Folk", "Folk"),
    BriefPart.HOMES: Text("Boliger", "Bustader"),
    BriefPart.HAS: Text("Har", "Har"),
    BriefPart.THIS_YEAR: Text("I år", "I år"),
    BriefPart.WHY_NOW: Text("Hvorfor nå", "Kvifor no"),
}


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One of the first lines: what it is about, that in a word or two, and what it says."""

    part: BriefPart
    label: str
    text: str


def brief(report: CaseAccount) -> tuple[BriefLine, ...]:
    """Return the first lines; there is none on why now, where nothing hurries."""
    say = report.wording.brief
    texts = {
        BriefPart.PEOPLE: say.people(),
        BriefPart.HOMES: say.homes(),
        BriefPart.HAS: say.has(),
        BriefPart.THIS_YEAR: _this_year(report),
        BriefPart.WHY_NOW: say.why_now(),
    }
    return tuple(
        BriefLine(part, report.say(_LABELS[part]), text) for part, text in texts.items() if text
    )


def _this_year(report: CaseAccount) -> str:
    if not report.core:
        return report.say(_NO_ROOM_NOW if report.no_room else _NO_CORE)
    tasks = report.wording.labels.listed([_task(report, each) for each in report.core])
    return f"{capfirst(tasks)}."


def _task(report: CaseAccount, member: Member) -> str:
    return report.wording.labels.task(member.item.scheme)


def choices(report: CaseAccount) -> tuple[str, ...]:
    """Return what the council must choose between: each date that the plan does not keep."""
    return tuple(" ".join((each, *_before_meeting(report, each))) for each in report.conflicts)


def _before_meeting(report: CaseAccount, told: str) -> Iterable[str]:
    """Yield that a choice is gone when the council meets, where work must begin before that."""
    meeting, plan = report.advice.schedule.meeting, report.wording.plan
    if not isinstance(meeting, date):
        return
    for conflict in report.advice.plan.conflicts:
        if plan.conflict(conflict) == told and conflict.begin_by and conflict.begin_by < meeting:
            day = report.wording.labels.day(meeting)
            yield report.say(_MUST_BEGIN_BEFORE, day=day, **report.own)
