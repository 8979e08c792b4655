"""The recommended bundle: which need each scheme answers, and what each is."""

from collections.abc import Mapping

from wizard.domain.advice import BundleItem, Phase
from wizard.domain.schemes import VerdictKind
from wizard.memo.model import (
    LaterRow,
    Matrix,
    MatrixPhase,
    MatrixRow,
    Reference,
    SchemeSection,
    Sourced,
)
from wizard.memo.rules import MainBasis, requirements, terms
from wizard.voice.wording import Wording

References = Mapping[str, Reference]


def references(wording: Wording) -> References:
    """Return the schemes of the bundle, numbered in the order to do things."""
    return {
        item.scheme: Reference(str(number), f"ordning-{number}", wording.headline(item.scheme))
        for number, item in enumerate(wording.advice.bundle.items, start=1)
    }


def matrix(wording: Wording, numbered: References) -> Matrix | None:
    """Return which scheme answers which need, or nothing for an empty bundle."""
    items = wording.advice.bundle.items
    if not items:
        return None
    phases = tuple(
        MatrixPhase(
            wording.phase(phase),
            tuple(
                _row(wording, item, numbered[item.scheme]) for item in items if item.phase is phase
            ),
        )
        for phase in Phase
        if any(item.phase is phase for item in items)
    )
    shown = [item.scheme for item in items if item.phase is not Phase.PLAN_PERIOD]
    return Matrix(phases, wording.capacity_note(), tuple(wording.behind_example(shown)))


def _row(wording: Wording, item: BundleItem, reference: Reference) -> MatrixRow:
    return MatrixRow(
        reference=reference,
        verdict=wording.verdict_label(wording.advice.verdicts[item.scheme]),
        carries=tuple(wording.need_name(need) for need in item.main_for),
        helps=tuple(wording.need_name(need) for need in item.helps),
    )


def uncovered(wording: Wording) -> tuple[str, ...]:
    """Return whom to call about each severe need that the bundle leaves open."""
    return tuple(wording.uncovered(each) for each in wording.advice.bundle.uncovered)


def runner_up(wording: Wording) -> tuple[str, ...]:
    """Return the second best bundle and what it gives up, where there is one."""
    second = wording.advice.bundle.runner_up
    return (wording.runner_up(second),) if second else ()


def sections(wording: Wording, numbered: References) -> tuple[SchemeSection, ...]:
    """Return a section for each scheme to begin with within a year, in the order to do things."""
    return tuple(
        _section(wording, item, numbered[item.scheme])
        for item in wording.advice.bundle.items
        if item.phase is not Phase.PLAN_PERIOD
    )


def later(wording: Wording, numbered: References) -> tuple[LaterRow, ...]:
    """Return a row for each scheme that waits: its details can be read when its turn comes."""
    return tuple(
        _later(wording, item, numbered[item.scheme])
        for item in wording.advice.bundle.items
        if item.phase is Phase.PLAN_PERIOD
    )


def _later(wording: Wording, item: BundleItem, reference: Reference) -> LaterRow:
    scheme = wording.rulebook.schemes[item.scheme]
    verdict = wording.advice.verdicts[item.scheme]
    steps = wording.steps(verdict)
    return LaterRow(
        reference=reference,
        what=wording.text(scheme.short),
        money=wording.money(verdict),
        first_step=steps[0].text if steps else None,
        first_owner=steps[0].responsible if steps else None,
    )


def _section(wording: Wording, item: BundleItem, reference: Reference) -> SchemeSection:
    scheme = wording.rulebook.schemes[item.scheme]
    verdict = wording.advice.verdicts[item.scheme]
    firm = verdict.kind is VerdictKind.RECOMMENDED
    main = MainBasis.of(wording, verdict)
    steps = wording.steps(verdict)
    return SchemeSection(
        reference=reference,
        kind=wording.kind(scheme),
        administrator=wording.administrator(scheme) if scheme.is_instrument else None,
        verdict=wording.verdict_label(verdict),
        firm=firm,
        phase=wording.phase(item.phase),
        what=wording.text(scheme.short),
        why=(*wording.why_in(item), *wording.why(verdict)),
        changes=() if firm else tuple(wording.changes(verdict)),
        questions=() if firm else tuple(wording.questions(verdict)),
        requirements=requirements(wording, verdict, main),
        terms=terms(wording, verdict, main),
        money=" ".join((wording.amount(verdict), *wording.financing(verdict, brief=True))),
        effort=wording.effort(item.scheme),
        applicants=wording.applicants(verdict) or None,
        first_step=steps[0].text if steps else None,
        first_owner=steps[0].responsible if steps else None,
        deadline=wording.deadline(verdict),
        basis=main.line(verdict),
        reservations=tuple(wording.reservations(verdict)),
        pitfalls=tuple(wording.pitfalls(item.scheme)),
        experiences=tuple(Sourced(*each) for each in wording.experiences(item.scheme)),
    )
