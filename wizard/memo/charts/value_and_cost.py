"""What the example dwelling costs to build against what it is then worth, with the gap."""

from decimal import Decimal

from wizard.domain.advice import Origin
from wizard.memo.charts import words
from wizard.memo.charts.chart import Chart
from wizard.memo.charts.figures import is_later
from wizard.memo.charts.kroner import about
from wizard.memo.charts.metrics import width
from wizard.memo.charts.svg import BOLD, HALF_PAGE, TEXT, Box, Drawing
from wizard.report.case import CaseAccount
from wizard.voice.rounding import two_figures

_LABEL, _THICK, _SPACE = 12.5, 15.0, 8.0


def value_and_cost(report: CaseAccount) -> Chart | None:
    """Draw both; none where either is not known."""
    dwelling = report.advice.rulebook.dwelling
    if dwelling is None:
        return None
    rate = report.advice.rulebook.rates[dwelling.area]
    area, facts = rate.on(report.advice.as_of), report.advice.facts
    each = [facts[fact].value for fact in (dwelling.cost, dwelling.price)]
    if not isinstance(area, Decimal):
        return None
    known = [two_figures(area * value) for value in each if isinstance(value, Decimal)]
    if len(known) < len(each) or not all(known):
        return None
    cost, value = known
    # Of the rounded amounts, so that a reader who subtracts finds the same.
    gap = two_figures(cost - value) if cost > value else Decimal(0)
    size = report.wording.labels.rate(dwelling.area)
    if rate.basis_on(report.advice.as_of) is None:
        size = report.say(words.OWN_AREA, area=size)
    parts = {"area": size, "cost": about(report, cost), "value": about(report, value)}
    parts["gap"] = about(report, gap)
    alternative = report.say(words.WORTH_TOLD, **parts)
    if gap:
        alternative += f" {report.say(words.GAP_TOLD, **parts)}"
    names, findings = report.wording.names, [facts[dwelling.cost], facts[dwelling.price]]
    ours = (each.fact for each in findings if each.origin is Origin.REFERENCE)
    doubts = [note for fact in ours for note in names.doubts(fact)]
    if dwelling.note:
        doubts.append(report.wording.labels.text(dwelling.note))
    return Chart(
        title=report.say(words.WORTH_LESS if gap else words.WORTH_MORE, **parts),
        svg=_draw(report, cost, value, gap, alternative),
        alternative=alternative,
        source=_source(report, (dwelling.cost, dwelling.price)),
        notes=tuple(doubts),
    )


def _source(report: CaseAccount, facts: tuple[str, ...]) -> str:
    names, labels = report.wording.names, report.wording.labels
    found = [report.advice.facts[fact] for fact in facts]
    sentences = [
        report.say(words.GIVEN, name=labels.fact_name(each.fact), provenance=names.provenance(each))
        for each in found
    ]
    if any(each.as_of and is_later(each.as_of, report) for each in found):
        sentences.append(report.say(words.LATER_FIGURES))
    return " ".join(sentences)


def _draw(
    report: CaseAccount, cost: Decimal, value: Decimal, gap: Decimal, alternative: str
) -> str:
    drawing, scale = Drawing(HALF_PAGE), HALF_PAGE / float(max(cost, value))
    drawing.text((0, TEXT), report.say(words.COST, cost=about(report, cost)))
    drawing.rect(Box(0, _LABEL, float(cost) * scale, _THICK), "accent-border", "accent")
    top = _LABEL + _THICK + _SPACE
    drawing.text((0, top + TEXT), report.say(words.WORTH, value=about(report, value)), BOLD)
    bar, worth = top + _LABEL, float(value) * scale
    drawing.rect(Box(0, bar, worth, _THICK), "accent")
    bottom = bar + _THICK
    if gap:
        missing = float(cost) * scale - worth
        drawing.hatched(Box(worth, bar, missing, _THICK), "text-subtle")
        label = report.say(words.LACKING, gap=about(report, gap))
        across = width(label, TEXT, bold=True)
        if across + 8 <= missing:
            middle = worth + missing / 2
            drawing.plate((middle, bar + _THICK / 2), across + 4, _THICK - 4)
            drawing.text((middle, bar + 10.8), label, BOLD, "middle")
        else:
            bottom += _LABEL
            drawing.text((HALF_PAGE, bottom - 2), label, BOLD, "end")
    return drawing.svg(bottom + 2, alternative)
