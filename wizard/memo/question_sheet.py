"""The question sheet: whom in the municipality to ask what."""

from collections.abc import Iterable

from wizard.domain.plan import PlanBasis
from wizard.domain.text import capfirst
from wizard.memo import words
from wizard.memo.afterwards import assessment
from wizard.memo.charts import key_figures
from wizard.memo.model import Block, Item, ItemList, Paragraph, Picture, Section
from wizard.report.case import CaseAccount, QuestionAccount


def sheet(report: CaseAccount) -> tuple[Section, ...]:
    """Return what is known, and the open questions gathered by who would know."""
    written = assessment(report)
    return (*_known(report), _asked(report), *((written,) if written else ()))


def _known(report: CaseAccount) -> Iterable[Section]:
    if chart := key_figures(report.without_marks):
        yield Section(report.say(words.OPEN_DATA), "kjent", (Picture((chart,)),))


def _asked(report: CaseAccount) -> Section:
    return Section(report.say(words.SHEET), "sporsmal", tuple(_blocks(report)))


def _blocks(report: CaseAccount) -> Iterable[Block]:
    if not report.questions:
        yield Paragraph(report.say(words.ALL_ANSWERED))
        return
    blank = report.advice.plan.basis is PlanBasis.QUESTIONS
    yield Paragraph(report.say(words.SHEET_INTRO if blank else words.SHEET_FOR_MEMO))
    if services := report.wording.plan.services():
        yield Paragraph(services)
    for who, asked in _by_who(report).items():
        heading = capfirst(who) or report.say(words.NOBODY_KNOWS)
        items = tuple(Item(_where(report, each), lead=each.question) for each in asked)
        yield ItemList(items, "checklist", heading=heading)


def _by_who(report: CaseAccount) -> dict[str, list[QuestionAccount]]:
    """Return the questions by who would know, the one who holds up the most first."""
    found: dict[str, list[QuestionAccount]] = {}
    for each in report.questions:
        found.setdefault(each.knows, []).append(each)
    return found


def _where(report: CaseAccount, asked: QuestionAccount) -> str:
    """Return where the answer is found; what it moves, of what people are not asked for."""
    items = (item for theme in report.advice.rulebook.themes for item in theme.items)
    found = (item for item in items if item.fact == asked.worth.question)
    return next((report.wording.names.where(item) for item in found), asked.effect)
