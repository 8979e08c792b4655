"""The situation: figures, needs and shares."""

from decimal import Decimal

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.facts import FactType, ReferenceFigure
from wizard.domain.text import Text, capfirst
from wizard.domain.values import Unknown
from wizard.memo import words
from wizard.memo.model import Bar, Chart, Figure, NeedRow, Situation
from wizard.memo.parts import Names, Table
from wizard.report.case import CaseAccount
from wizard.report.needs import NeedAccount

_WHOLE = 100
_FEWEST_BARS = 2


def situation(report: CaseAccount) -> Situation:
    """Return what the advice rests on."""
    return Situation(
        heading=report.say(words.SITUATION),
        shares=_shares(report),
        figures=_figures(report),
        missing=_names(report, words.MISSING, _missing(report)),
        needs=_needs(report),
        absent=_names(report, words.ABSENT, [each.name for each in report.needs_absent]),
    )


def _names(report: CaseAccount, label: Text, names: list[str]) -> Names | None:
    return Names(report.say(label), tuple(names)) if names else None


def _known(report: CaseAccount) -> list[FactFinding]:
    rulebook, facts = report.advice.rulebook, report.advice.facts
    found = [facts[id_] for id_ in (*rulebook.figures, *rulebook.derived)]
    codes = {id_ for id_, each in rulebook.figures.items() if each.type is FactType.CODE}
    return [
        finding
        for finding in found
        if finding.fact not in codes and not isinstance(finding.value, Unknown)
    ]


def _missing(report: CaseAccount) -> list[str]:
    found = (report.advice.facts[figure] for figure in report.advice.rulebook.figures)
    labels = report.wording.labels
    return [labels.fact_name(each.fact) for each in found if isinstance(each.value, Unknown)]


def _figures(report: CaseAccount) -> Table[Figure] | None:
    rows = tuple(_figure(report, finding) for finding in _known(report))
    columns = tuple(map(report.say, words.FIGURE_COLUMNS))
    return Table(report.say(words.FIGURES), columns, rows) if rows else None


def _figure(report: CaseAccount, finding: FactFinding) -> Figure:
    labels, names = report.wording.labels, report.wording.names
    return Figure(
        name=labels.fact_name(finding.fact),
        value=labels.value(finding.fact, finding.value),
        provenance=names.provenance(finding),
        notes=tuple(names.doubts(finding.fact)),
        changed=finding.origin is Origin.CHANGED,
    )


def _needs(report: CaseAccount) -> Table[NeedRow] | None:
    rows = tuple(map(_need, report.needs_there))
    columns = tuple(map(report.say, words.NEED_COLUMNS))
    return Table(report.say(words.NEEDS), columns, rows) if rows else None


def _need(need: NeedAccount) -> NeedRow:
    return NeedRow(need.name, capfirst(need.label), need.tone, " ".join(need.reasons))


def _shares(report: CaseAccount) -> Chart | None:
    drawn = [
        (_figure(report, finding), finding.value)
        for finding in _known(report)
        if isinstance(finding.value, Decimal) and _is_share(report, finding)
    ]
    if len(drawn) < _FEWEST_BARS:
        return None
    told = "; ".join(f"{each.name} {each.value}" for each, _ in drawn)
    sources = "; ".join(dict.fromkeys(each.provenance for each, _ in drawn))
    return Chart(
        title=report.say(words.SHARES, bars=told),
        bars=tuple(Bar(each.name, each.value, int(value * 10)) for each, value in drawn),
        source=report.say(words.SHARES_FROM, sources=sources),
    )


def _is_share(report: CaseAccount, finding: FactFinding) -> bool:
    """Tell a share of a whole from a percentage that only compares, such as a change."""
    figure = report.advice.rulebook.figures.get(finding.fact)
    if not isinstance(figure, ReferenceFigure) or figure.type is not FactType.PERCENT:
        return False
    value = finding.value
    whole = isinstance(value, Decimal) and 0 <= value <= _WHOLE
    return whole and figure.column.startswith("andel_")
