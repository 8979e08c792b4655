"""The recommended bundle: the matrix of needs, and one section for each scheme."""

from collections.abc import Mapping

from wizard.domain.advice import BundleItem, Verdict
from wizard.domain.conditions import Severity
from wizard.domain.schemes import MunicipalRole, Scheme, SchemeKind, VerdictKind
from wizard.domain.sources import Confidence
from wizard.domain.values import Truth
from wizard.engine.wording import Wording
from wizard.memo.model import (
    Cell,
    Matrix,
    MatrixRow,
    Reference,
    RequirementLine,
    RequirementState,
    SchemeSection,
    Sourced,
    StepLine,
    Task,
    TermLine,
)

_STATES: dict[Truth, RequirementState] = {
    Truth.MET: "met",
    Truth.NOT_MET: "not-met",
    Truth.UNKNOWN: "unknown",
}
_TASKS: dict[MunicipalRole, Task] = {
    MunicipalRole.APPLICANT: "apply",
    MunicipalRole.INTERMEDIARY: "promote",
    MunicipalRole.PARTY: "arrange",
    MunicipalRole.FACILITATOR: "inform",
}


def task(scheme: Scheme) -> Task:
    """Return what the municipality does with the scheme; the templates turn it into a verb."""
    by_kind: dict[SchemeKind, Task] = {SchemeKind.MEASURE: "start", SchemeKind.ADVICE: "use"}
    return by_kind.get(scheme.kind, _TASKS[scheme.role])


def matrix(wording: Wording, references: Mapping[str, Reference]) -> Matrix | None:
    """Return which scheme answers which need, or nothing for an empty bundle."""
    items = wording.advice.bundle.items
    if not items:
        return None
    touched = {need for item in items for need in (*item.main_for, *item.helps)}
    needs = [
        finding.need
        for finding in wording.advice.needs.values()
        if finding.need in touched or finding.severity is Severity.SEVERE
    ]
    rows = [_row(wording, item, references[item.scheme], needs) for item in items]
    names = tuple(wording.need_name(need) for need in needs)
    return Matrix(names, tuple(rows), wording.capacity_note())


def _row(wording: Wording, item: BundleItem, reference: Reference, needs: list[str]) -> MatrixRow:
    return MatrixRow(
        reference=reference,
        verdict=wording.verdict_label(wording.advice.verdicts[item.scheme]),
        phase=wording.phase(item.phase),
        cells=tuple(_cell(item, need) for need in needs),
    )


def _cell(item: BundleItem, need: str) -> Cell:
    if need in item.main_for:
        return "main"
    return "helps" if need in item.helps else "none"


def uncovered(wording: Wording) -> tuple[str, ...]:
    """Return whom to call about each severe need that the bundle leaves open."""
    return tuple(wording.uncovered(each) for each in wording.advice.bundle.uncovered)


def sections(wording: Wording, references: Mapping[str, Reference]) -> tuple[SchemeSection, ...]:
    """Return a section for each scheme of the bundle, in the order to do things."""
    return tuple(
        _section(wording, item, references[item.scheme]) for item in wording.advice.bundle.items
    )


def _section(wording: Wording, item: BundleItem, reference: Reference) -> SchemeSection:
    scheme = wording.rulebook.schemes[item.scheme]
    verdict = wording.advice.verdicts[item.scheme]
    steps = step_lines(wording, verdict, dated=False)
    basis = verdict.edition.basis if verdict.edition else None
    return SchemeSection(
        number=reference.number,
        anchor=reference.anchor,
        headline=reference.name,
        kind=wording.kind(scheme),
        administrator=wording.administrator(scheme),
        verdict=wording.verdict_label(verdict),
        firm=verdict.kind is VerdictKind.RECOMMENDED,
        phase=wording.phase(item.phase),
        what=wording.text(scheme.short),
        why=tuple(wording.why(verdict)),
        role=tuple(wording.why_in(item)),
        requirements=_requirements(wording, verdict),
        terms=_terms(wording, verdict),
        changes=tuple(wording.changes(verdict)),
        questions=tuple(wording.questions(verdict)),
        money=wording.amount(verdict),
        effort=wording.effort(item.scheme),
        applicants=wording.applicants(verdict) or None,
        deadline=wording.deadline(verdict),
        first_step=steps[0] if steps else None,
        basis=wording.basis(basis) if basis else None,
        reservations=tuple(wording.reservations(verdict)),
        experiences=tuple(Sourced(*each) for each in wording.experiences(item.scheme)),
        pitfalls=tuple(wording.pitfalls(item.scheme)),
    )


def _requirements(wording: Wording, verdict: Verdict) -> tuple[RequirementLine, ...]:
    return tuple(
        RequirementLine(_STATES[row.truth], row.text, row.basis)
        for row in wording.requirement_rows(verdict)
    )


def _terms(wording: Wording, verdict: Verdict) -> tuple[TermLine, ...]:
    return tuple(
        TermLine(row.text, row.basis, row.confidence == Confidence.C.value)
        for row in wording.terms(verdict)
    )


def step_lines(wording: Wording, verdict: Verdict, *, dated: bool) -> tuple[StepLine, ...]:
    """Return the steps of a scheme; their days count only when it begins at once."""
    return tuple(
        StepLine(
            step.text,
            step.responsible,
            wording.day(step.due) if dated and step.due is not None else None,
        )
        for step in wording.steps(verdict)
    )
