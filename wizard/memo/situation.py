"""The situation: figures, needs and shares."""

from decimal import Decimal

from wizard.domain.advice import FactFinding, NeedFinding, Origin
from wizard.domain.conditions import Severity
from wizard.domain.facts import FactType, ReferenceFigure
from wizard.domain.values import Unknown
from wizard.memo.model import Bar, Chart, Figure, Level, NeedRow, Situation
from wizard.voice.wording import Wording

_WHOLE = 100
_FEWEST_BARS = 2
_ORDER: tuple[Level, ...] = ("severe", "open", "some", "none")
_LEVELS: dict[Severity | None, Level] = {
    Severity.SEVERE: "severe",
    Severity.SOME: "some",
    Severity.NONE: "none",
    None: "open",
}


def situation(wording: Wording) -> Situation:
    """Return what the advice rests on."""
    return Situation(
        figures=tuple(_figure(wording, finding) for finding in _known(wording)),
        missing=tuple(_missing(wording)),
        needs=_needs(wording),
        absent=_absent(wording),
        shares=_shares(wording),
    )


def _known(wording: Wording) -> list[FactFinding]:
    rulebook, facts = wording.advice.rulebook, wording.advice.facts
    found = [facts[id_] for id_ in (*rulebook.figures, *rulebook.derived)]
    codes = {id_ for id_, each in rulebook.figures.items() if each.type is FactType.CODE}
    return [
        finding
        for finding in found
        if finding.fact not in codes and not isinstance(finding.value, Unknown)
    ]


def _missing(wording: Wording) -> list[str]:
    found = (wording.advice.facts[figure] for figure in wording.advice.rulebook.figures)
    return [wording.labels.fact_name(f.fact) for f in found if isinstance(f.value, Unknown)]


def _figure(wording: Wording, finding: FactFinding) -> Figure:
    return Figure(
        name=wording.labels.fact_name(finding.fact),
        value=wording.labels.value(finding.fact, finding.value),
        provenance=wording.names.provenance(finding),
        notes=tuple(wording.names.doubts(finding.fact)),
        changed=finding.origin is Origin.CHANGED,
    )


def _needs(wording: Wording) -> tuple[NeedRow, ...]:
    rows = [
        _need(wording, finding)
        for finding in wording.advice.needs.values()
        if finding.severity is not Severity.NONE
    ]
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.level)))


def _absent(wording: Wording) -> tuple[str, ...]:
    return tuple(
        wording.labels.need_name(finding.need)
        for finding in wording.advice.needs.values()
        if finding.severity is Severity.NONE
    )


def _need(wording: Wording, finding: NeedFinding) -> NeedRow:
    return NeedRow(
        name=wording.labels.need_name(finding.need),
        level=_LEVELS[finding.severity],
        severity=wording.labels.severity(finding.severity),
        reasons=tuple(wording.verdicts.need_reasons(finding)),
    )


def _shares(wording: Wording) -> Chart | None:
    drawn = [
        (_figure(wording, finding), finding.value)
        for finding in _known(wording)
        if isinstance(finding.value, Decimal) and _is_share(wording, finding)
    ]
    if len(drawn) < _FEWEST_BARS:
        return None
    return Chart(
        bars=tuple(Bar(each.name, each.value, int(value * 10)) for each, value in drawn),
        sources=tuple(dict.fromkeys(each.provenance for each, _ in drawn)),
    )


def _is_share(wording: Wording, finding: FactFinding) -> bool:
    """Tell a share of a whole from a percentage that only compares, such as a change."""
    figure = wording.advice.rulebook.figures.get(finding.fact)
    if not isinstance(figure, ReferenceFigure) or figure.type is not FactType.PERCENT:
        return False
    value = finding.value
    whole = isinstance(value, Decimal) and 0 <= value <= _WHOLE
    return whole and figure.column.startswith("andel_")
