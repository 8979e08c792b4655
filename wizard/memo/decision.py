"""What the council decides, and the plan that follows: who, what, when."""

from collections.abc import Mapping

from wizard.domain.advice import BundleItem, Phase, Verdict
from wizard.domain.schemes import Responsible, VerdictKind
from wizard.engine.wording import Wording
from wizard.memo.model import PlanItem, PlanPhase, Proposal, Reference, Resolution
from wizard.memo.recommendation import step_lines, task
from wizard.memo.references import months_after, phase_end

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


def proposal(wording: Wording, references: Mapping[str, Reference]) -> Proposal:
    """Return the draft that the kommunedirektør owns."""
    items = wording.advice.bundle.items
    soon = [item for item in items if item.phase is not Phase.PLAN_PERIOD]
    later = [item for item in items if item.phase is Phase.PLAN_PERIOD]
    return Proposal(
        resolutions=tuple(_resolution(wording, item, references[item.scheme]) for item in soon),
        later=tuple(references[item.scheme] for item in later),
        open_questions=len(wording.open_questions()),
        report_by=wording.day(months_after(wording.advice.as_of, _MONTHS_TO_REPORT)),
    )


def _resolution(wording: Wording, item: BundleItem, reference: Reference) -> Resolution:
    scheme = wording.rulebook.schemes[item.scheme]
    verdict = wording.advice.verdicts[item.scheme]
    firm = verdict.kind is VerdictKind.RECOMMENDED
    return Resolution(
        number=reference.number,
        anchor=reference.anchor,
        task=task(scheme),
        scheme=wording.scheme_inline(item.scheme),
        owner=wording.responsible(_owner(verdict)),
        due=_due(wording, item, verdict),
        money=wording.amount(verdict),
        effort=wording.effort(item.scheme),
        conditions=() if firm else (*wording.changes(verdict), *wording.questions(verdict)),
    )


def _owner(verdict: Verdict) -> Responsible:
    steps = verdict.edition.steps if verdict.edition else ()
    own = (step.responsible for step in steps if step.responsible not in _OUTSIDE)
    return next(own, Responsible.DIRECTOR)


def _due(wording: Wording, item: BundleItem, verdict: Verdict) -> str:
    """Return the date to apply by, or else the end of the phase."""
    if verdict.deadline is not None and verdict.deadline.on is not None:
        return wording.deadline(verdict)
    return wording.day(phase_end(item.phase, wording.advice.as_of))


def plan(wording: Wording, references: Mapping[str, Reference]) -> tuple[PlanPhase, ...]:
    """Return the phases that have something in them."""
    found = []
    for phase in Phase:
        items = [item for item in wording.advice.bundle.items if item.phase is phase]
        if items:
            ends = wording.day(phase_end(phase, wording.advice.as_of))
            members = tuple(_plan_item(wording, item, references[item.scheme]) for item in items)
            found.append(PlanPhase(wording.phase(phase), ends, members))
    return tuple(found)


def _plan_item(wording: Wording, item: BundleItem, reference: Reference) -> PlanItem:
    verdict = wording.advice.verdicts[item.scheme]
    dated = verdict.deadline is not None and verdict.deadline.on is not None
    return PlanItem(
        reference=reference,
        deadline=wording.deadline(verdict) if dated else None,
        steps=step_lines(wording, verdict, dated=item.phase is Phase.NOW),
    )
