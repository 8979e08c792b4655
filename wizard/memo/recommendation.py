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
    headline = wording.labels.headline
    return {
        item.scheme: Reference(str(number), f"ordning-{number}", headline(item.scheme))
        for number, item in enumerate(wording.advice.bundle.items, start=1)
    }


def matrix(wording: Wording, numbered: References) -> Matrix | None:
    """Return which scheme answers which need, or nothing for an empty bundle."""
    items = wording.advice.bundle.items
    if not items:
        return None
    phases = tuple(
        MatrixPhase(
            wording.bundle.phase(phase),
            tuple(
                _row(wording, item, numbered[item.scheme]) for item in items if item.phase is phase
            ),
        )
        for phase in Phase
        if any(item.phase is phase for item in items)
    )
    shown = [item.scheme for item in items if item.phase is not Phase.PLAN_PERIOD]
    return Matrix(phases, wording.bundle.capacity_note(), tuple(wording.financing.behind(shown)))


def _row(wording: Wording, item: BundleItem, reference: Reference) -> MatrixRow:
    return MatrixRow(
        reference=reference,
        verdict=wording.verdicts.label(wording.advice.verdicts[item.scheme]),
        carries=tuple(wording.labels.need_name(need) for need in item.main_for),
        helps=tuple(wording.labels.need_name(need) for need in item.helps),
    )


def uncovered(wording: Wording) -> tuple[str, ...]:
    """Return whom to call about each severe need that the bundle leaves open."""
    return tuple(wording.bundle.uncovered(each) for each in wording.advice.bundle.uncovered)


def runner_up(wording: Wording) -> tuple[str, ...]:
    """Return the second best bundle and what it gives up, where there is one."""
    second = wording.advice.bundle.runner_up
    return (wording.bundle.runner_up(second),) if second else ()


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
    scheme = wording.advice.rulebook.schemes[item.scheme]
    verdict = wording.advice.verdicts[item.scheme]
    steps = wording.offers.steps(verdict)
    return LaterRow(
        reference=reference,
        what=wording.labels.text(scheme.short),
        money=wording.offers.money(verdict),
        first_step=steps[0].text if steps else None,
        first_owner=steps[0].responsible if steps else None,
    )


def _section(wording: Wording, item: BundleItem, reference: Reference) -> SchemeSection:
    scheme = wording.advice.rulebook.schemes[item.scheme]
    verdict = wording.advice.verdicts[item.scheme]
    firm = verdict.kind is VerdictKind.RECOMMENDED
    main = MainBasis.of(wording, verdict)
    steps = wording.offers.steps(verdict)
    return SchemeSection(
        reference=reference,
        kind=wording.labels.kind(scheme),
        administrator=wording.labels.administrator(scheme) if scheme.is_instrument else None,
        verdict=wording.verdicts.label(verdict),
        firm=firm,
        phase=wording.bundle.phase(item.phase),
        what=wording.labels.text(scheme.short),
        why=(*wording.bundle.why_in(item), *wording.verdicts.why(verdict)),
        changes=() if firm else tuple(wording.otherwise.changes(verdict)),
        questions=() if firm else tuple(wording.otherwise.questions(verdict)),
        requirements=requirements(wording, verdict, main),
        terms=terms(wording, verdict, main),
        money=" ".join(
            (wording.offers.amount(verdict), *wording.financing.of(verdict.scheme, brief=True))
        ),
        effort=wording.labels.effort(item.scheme),
        applicants=wording.labels.applicants(verdict.edition) or None,
        first_step=steps[0].text if steps else None,
        first_owner=steps[0].responsible if steps else None,
        deadline=wording.offers.deadline(verdict),
        basis=main.line(verdict),
        reservations=tuple(wording.verdicts.reservations(verdict)),
        pitfalls=tuple(wording.labels.pitfalls(item.scheme)),
        experiences=tuple(Sourced(*each) for each in wording.labels.experiences(item.scheme)),
    )
