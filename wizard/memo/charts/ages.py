"""How many are children, old and very old: here, in kommuner like it, and in the country."""

from decimal import Decimal

from wizard.domain.text import Text
from wizard.memo.charts import words
from wizard.memo.charts.chart import Chart
from wizard.memo.charts.figures import OVER_67, OVER_80, UNDER_16, Compared, Figures
from wizard.memo.charts.metrics import width
from wizard.memo.charts.svg import BOLD, HALF_PAGE, PLAIN, TEXT, Box, Drawing
from wizard.report.case import CaseAccount

_GROUPS = ((UNDER_16, words.UNDER_16), (OVER_67, words.OVER_67), (OVER_80, words.OVER_80))
_HEADING, _BAR, _SPACE = 11.5, 10.8, 3.5
_THICK = 7.5
_GAP = 4.0  # between a bar and its label
# Dark, middle and light with an outline: told apart without colour.
_FILLS = (("accent", None), ("accent-border", None), ("surface", "text-subtle"))

_Row = tuple[str, Decimal, int]


def ages(report: CaseAccount) -> Chart | None:
    """Draw the shares of three ages; none where the share of the old is not known."""
    figures = Figures(report)
    shown = [(figures.compared(column), name) for column, name in _GROUPS]
    old = figures.compared(OVER_67)
    columns = tuple(column for column, _ in _GROUPS)
    if old.own is None or not figures.has_sources(*columns):
        return None
    shown = [(compared, name) for compared, name in shown if compared.own is not None]
    alternative = report.say(
        words.AGES_TOLD,
        values="; ".join(f"{report.say(name)}: {figures.told(each)}" for each, name in shown),
    )
    return Chart(
        title=_title(report, figures, old),
        svg=_draw(report, figures, shown, alternative),
        alternative=alternative,
        source=figures.source(*columns),
        notes=figures.notes(*columns),
    )


def _title(report: CaseAccount, figures: Figures, old: Compared) -> str:
    own, group = words.every_nth(old.own), words.every_nth(old.group)
    if own and group and own != group:
        return report.say(words.EVERY_NTH_OLD, own=own, group=group)
    if old.own is None:
        return ""
    own_share = report.say(words.OLD, own=figures.percent(old.own))
    return f"{own_share}{figures.against(old)}."


def _draw(
    report: CaseAccount,
    figures: Figures,
    shown: list[tuple[Compared, Text]],
    alternative: str,
) -> str:
    drawing, top = Drawing(HALF_PAGE), 0.0
    groups = [(report.say(name), _rows(report, figures, each)) for each, name in shown]
    rooms = (_room(row) / float(row[1]) for _, rows in groups for row in rows if row[1])
    scale = min(rooms, default=0.0)
    for heading, rows in groups:
        drawing.text((0, top + TEXT), heading, BOLD)
        top += _HEADING
        for label, value, place in rows:
            long = float(value) * scale
            fill, outline = _FILLS[place]
            drawing.rect(Box(0, top + 1.6, long, _THICK), fill, outline)
            drawing.text((long + _GAP, top + TEXT - 0.5), label, PLAIN if place else BOLD)
            top += _BAR
        top += _SPACE
    return drawing.svg(top - _SPACE + 1, alternative)


def _rows(report: CaseAccount, figures: Figures, compared: Compared) -> list[_Row]:
    names = (
        report.advice.municipality.name,
        report.say(words.LIKE),
        report.say(words.COUNTRY),
    )
    values = (compared.own, compared.group, compared.country)
    return [
        (f"{figures.percent(value)} {name}", value, place)
        for place, (name, value) in enumerate(zip(names, values, strict=True))
        if value is not None
    ]


def _room(row: _Row) -> float:
    """Return how long the bar can be beside its label."""
    label, _, place = row
    return HALF_PAGE - _GAP - width(label, TEXT, bold=place == 0) - 1
