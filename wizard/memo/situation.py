"""The situation: charts, the needs as one ranked list, and which measure answers which need."""

from collections.abc import Iterable

from wizard.domain.text import capfirst
from wizard.memo import words
from wizard.memo.charts import ages, comparable, dwelling_types, population, value_and_cost
from wizard.memo.model import (
    Block,
    Cell,
    Column,
    Paragraph,
    Picture,
    Section,
    Table,
)
from wizard.memo.parts import References
from wizard.report.case import CaseAccount, Member
from wizard.report.needs import NeedAccount

_BESIDE = 2
_WIDTHS = (32, 14, 54)
# One column a measure, whose name needs so much of the page where there are so many.
_WIDTHS_OF_SIGN = (20, 20, 20, 16, 13)


def situation(report: CaseAccount) -> Section | None:
    """Return the charts, two beside each other; nothing where nothing is known."""
    made = (
        draw(report.without_marks) for draw in (ages, dwelling_types, population, value_and_cost)
    )
    drawn = [chart for chart in made if chart is not None]
    if not drawn:
        return None
    pairs = (tuple(drawn[i : i + _BESIDE]) for i in range(0, len(drawn), _BESIDE))
    alike = (Paragraph(each, small=True) for each in comparable(report))
    blocks: tuple[Block, ...] = (*alike, *(Picture(pair) for pair in pairs))
    return Section(report.say(words.SITUATION), "situasjonen", blocks)


def needs(report: CaseAccount) -> Section | None:
    """Return the needs that are there, or may be, each with what it rests on."""
    if not report.needs_there:
        return None
    columns = zip(words.NEED_COLUMNS, _WIDTHS, strict=True)
    table = Table(
        caption=None,
        columns=tuple(Column(report.say(head), width) for head, width in columns),
        rows=tuple(
            (
                Cell(f"{number}. {need.name}"),
                Cell(capfirst(need.label), tone=need.tone),
                Cell(" ".join(need.reasons)),
            )
            for number, need in enumerate(report.needs_there, start=1)
        ),
        small=True,
    )
    return Section(report.say(words.NEEDS), "behov", (table, *_absent(report)))


def _absent(report: CaseAccount) -> Iterable[Block]:
    names = "; ".join(each.name for each in report.needs_absent)
    if names:
        yield Paragraph(f"{names}.", lead=report.say(words.ABSENT), small=True)


def matrix(report: CaseAccount, numbered: References) -> Section | None:
    """Return which measure of the core answers which need."""
    core, rows = report.core, report.needs_there
    if not core or not rows:
        return None
    share = _WIDTHS_OF_SIGN[min(len(core), len(_WIDTHS_OF_SIGN)) - 1]
    heads = [Column(report.say(words.NEED_COLUMNS[0]), 100 - share * len(core))]
    heads += [Column(numbered[each.item.scheme].title, share, "sign") for each in core]
    table = Table(
        caption=report.say(words.MATRIX_CAPTION),
        columns=tuple(heads),
        rows=tuple((Cell(need.name), *(Cell(_sign(need, each)) for each in core)) for need in rows),
        small=True,
    )
    return Section(report.say(words.MATRIX), "matrise", (table, *_uncovered(report)))


def _sign(need: NeedAccount, member: Member) -> str:
    item = member.item
    if need.finding.need in item.main_for:
        return words.CARRIES
    return words.HELPS if need.finding.need in item.helps else words.NEITHER


def _uncovered(report: CaseAccount) -> Iterable[Block]:
    labels = report.wording.labels
    names = [f"«{labels.need_name(each.need)}»" for each in report.advice.bundle.uncovered]
    if names:
        told = words.UNCOVERED.of(len(names), needs=labels.listed(names))
        yield Paragraph(report.say(told))
