"""What the council decides, and the plan that follows: who, what, when."""

from wizard.domain.advice import BundleItem, Phase, Verdict
from wizard.domain.schemes import MunicipalRole, Responsible, Scheme, SchemeKind, VerdictKind
from wizard.engine.planning.calendar import months_after, phase_end
from wizard.memo.model import (
    Contact,
    PlanItem,
    PlanPhase,
    Proposal,
    Reference,
    Resolution,
    StepLine,
    Task,
)
from wizard.memo.recommendation import References
from wizard.voice.wording import Wording

_MONTHS_TO_REPORT = 6
# A council gives tasks to its own administration only.
_OUTSIDE = frozenset(
    {
        Responsible.POLITICS,
        Responsible.DEVELOPER,
        Responsible.HOUSEHOLD,
        Responsible.NEIGHBOUR,
        Responsible.COUNTY,
    }
)
_TASKS: dict[MunicipalRole, Task] = {
    MunicipalRole.APPLICANT: "apply",
    MunicipalRole.INTERMEDIARY: "promote",
    MunicipalRole.PARTY: "arrange",
    MunicipalRole.FACILITATOR: "inform",
}
_TASKS_BY_KIND: dict[SchemeKind, Task] = {SchemeKind.MEASURE: "start", SchemeKind.ADVICE: "ask"}


def proposal(wording: Wording, numbered: References) -> Proposal:
    """Return the draft that the kommunedirektør owns."""
    bundle = wording.advice.bundle
    soon = [item for item in bundle.items if item.phase is not Phase.PLAN_PERIOD]
    later = [item for item in bundle.items if item.phase is Phase.PLAN_PERIOD]
    return Proposal(
        resolutions=tuple(_resolution(wording, item) for item in soon),
        later=tuple(numbered[item.scheme] for item in later),
        contacts=tuple(
            Contact(wording.labels.need_name(each.need), wording.labels.scheme_inline(each.contact))
            for each in bundle.uncovered
        ),
        open_questions=len(wording.advice.worth_asking),
        report_by=wording.labels.day(months_after(wording.advice.as_of, _MONTHS_TO_REPORT)),
    )


def _resolution(wording: Wording, item: BundleItem) -> Resolution:
    scheme = wording.advice.rulebook.schemes[item.scheme]
    verdict = wording.advice.verdicts[item.scheme]
    firm = verdict.kind is VerdictKind.RECOMMENDED
    return Resolution(
        task=_task(scheme),
        scheme=wording.labels.scheme_inline(item.scheme),
        owner=wording.labels.responsible(_owner(verdict)),
        due=_due(wording, item, verdict),
        money=wording.offers.money(verdict),
        changes=() if firm else tuple(wording.otherwise.changes(verdict)),
        questions=() if firm else tuple(wording.otherwise.questions(verdict)),
    )


def _task(scheme: Scheme) -> Task:
    return _TASKS_BY_KIND.get(scheme.kind, _TASKS[scheme.role])


def _owner(verdict: Verdict) -> Responsible:
    steps = verdict.edition.steps if verdict.edition else ()
    own = (step.responsible for step in steps if step.responsible not in _OUTSIDE)
    return next(own, Responsible.DIRECTOR)


def _due(wording: Wording, item: BundleItem, verdict: Verdict) -> str:
    """Return the date to apply by, or else the end of the phase."""
    if item.deadline and item.deadline.on:
        return wording.offers.deadline(verdict)
    return wording.labels.day(phase_end(item.phase, wording.advice.as_of))


def timing(wording: Wording) -> tuple[str, ...]:
    """Return the council's meeting, the longest way, and deadlines with too little time."""
    timetable = wording.timetable
    return (
        (" ".join(timetable.overview()), *timetable.surprises())
        if wording.advice.bundle.items
        else ()
    )


def plan(wording: Wording, numbered: References) -> tuple[PlanPhase, ...]:
    """Return the phases of the first year that have something in them."""
    found = []
    for phase in (Phase.NOW, Phase.THIS_YEAR):
        items = [item for item in wording.advice.bundle.items if item.phase is phase]
        if items:
            ends = wording.labels.day(phase_end(phase, wording.advice.as_of))
            members = tuple(_plan_item(wording, item, numbered[item.scheme]) for item in items)
            found.append(PlanPhase(wording.bundle.phase(phase), ends, members))
    return tuple(found)


def _plan_item(wording: Wording, item: BundleItem, reference: Reference) -> PlanItem:
    verdict = wording.advice.verdicts[item.scheme]
    return PlanItem(
        reference=reference,
        deadline=wording.offers.deadline(verdict) if item.deadline and item.deadline.on else None,
        steps=tuple(
            StepLine(row.text, row.responsible, row.when) for row in wording.offers.steps(verdict)
        ),
    )
