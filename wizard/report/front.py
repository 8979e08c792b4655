"""What is said first, on paper and on screen: five lines, and what must be chosen."""

from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.plan import Conflict
from wizard.domain.text import Text, capfirst
from wizard.report.case import CaseAccount, Member

HEADING = Text("Kort sagt", "Kort sagt")
_CHOOSE = Text("Dette må {body} velge:", "Dette må {body} velje:")
_CHOOSE_BEFORE = Text("Før møtet må {leader} velge:", "Før møtet må {leader} velje:")
_KNOW = Text("Dette må {body} vite:", "Dette må {body} vite:")
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


@dataclass(frozen=True, slots=True)
class ToChoose:
    """A date or a duty that the plan does not keep: whose it is to choose, and between what."""

    heading: str
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


def choices(report: CaseAccount) -> tuple[ToChoose, ...]:
    """Return what must be chosen: each duty without room, and each date that is not kept.

    What must begin before the meeting is not the meeting's to choose.
    """
    plan, voice = report.advice.plan, report.wording.plan
    who = report.own | {"body": report.body}
    duties = (
        ToChoose(report.say(_CHOOSE, **who), voice.duty_without_room(each))
        for each in plan.duties_without_room
    )
    return (*duties, *(_choice(report, each, who) for each in plan.conflicts))


def _choice(report: CaseAccount, conflict: Conflict, who: dict[str, str]) -> ToChoose:
    meets, begin_by = report.decided_on, conflict.begin_by
    told = report.wording.plan.conflict(conflict)
    if begin_by is None:
        return ToChoose(report.say(_KNOW, **who), told)
    if meets is None or begin_by >= meets:
        return ToChoose(report.say(_CHOOSE, **who), told)
    return ToChoose(report.say(_CHOOSE_BEFORE, **who), told)
