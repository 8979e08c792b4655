"""What stands after the measures: what comes next, what is told, open, and left out."""

from collections.abc import Iterable

from wizard.domain.memo_fields import ASSESSED_BY, ASSESSMENT
from wizard.domain.text import capfirst
from wizard.memo import words
from wizard.memo.model import (
    Block,
    Cell,
    Column,
    FreeText,
    Item,
    ItemList,
    Paragraph,
    Section,
    Table,
)
from wizard.memo.parts import References
from wizard.memo.proposal import remains
from wizard.report.case import CaseAccount, GroupAccount, Member, QuestionAccount
from wizard.report.groups import VerdictGroup
from wizard.report.scheme import SchemeAccount
from wizard.voice import plan_words

# Nobody finds out more than this before a meeting.
MOST_QUESTIONS = 6
MOST_EDGES = 2
_NAMED = 2
_LATER_WIDTHS = (46, 24, 10, 20)
_QUESTION_WIDTHS = (48, 22, 30)
_COUNTED = VerdictGroup.NOT_RELEVANT


def later(report: CaseAccount, numbered: References) -> Section | None:
    """Return what comes after the first year, a line each."""
    if not report.later:
        return None
    heads = zip(words.LATER_COLUMNS, _LATER_WIDTHS, strict=True)
    table = Table(
        caption=report.say(words.LATER_CAPTION),
        columns=tuple(Column(report.say(head), width) for head, width in heads),
        rows=tuple(_later(report, each, numbered) for each in report.later),
        small=True,
    )
    return Section(report.say(words.LATER), "etterpa", (table,))


def _later(report: CaseAccount, member: Member, numbered: References) -> tuple[Cell, ...]:
    changes, questions = remains(member.account)
    reference = numbered[member.item.scheme]
    condition = " ".join((member.duty, *changes, *questions)).strip()
    return (
        Cell(reference.title, note=condition or None, link=f"#{reference.anchor}"),
        Cell(member.when),
        Cell(member.weeks),
        Cell(capfirst(report.wording.brief.own_money(member.cost))),
    )


def told(report: CaseAccount) -> Section | None:
    """Return what others apply for, as one list."""
    if not report.made_known:
        return None
    items = tuple(
        Item(" ".join(_for_others(report, each)), lead=f"{each.scheme.name}.")
        for each in report.made_known
    )
    intro = Paragraph(report.say(plan_words.MAKE_KNOWN))
    return Section(report.say(words.MAKE_KNOWN), "gjor-kjent", (intro, ItemList(items, small=True)))


def _for_others(report: CaseAccount, account: SchemeAccount) -> Iterable[str]:
    yield report.wording.brief.can_apply(report.advice.rulebook.schemes[account.scheme.id])
    changes, questions = remains(account)
    yield from (*changes, *questions, *account.cautions)


def no_room(report: CaseAccount) -> Section | None:
    """Return what the plan has no room for, and what it would take."""
    if not report.no_room:
        return None
    items = tuple(Item(each.why, lead=f"{each.account.scheme.name}.") for each in report.no_room)
    more = report.wording.plan.buys_capacity()
    blocks: list[Block] = [Paragraph(report.say(plan_words.NO_ROOM)), ItemList(items, small=True)]
    if more:
        blocks.append(Paragraph(more))
    return Section(report.say(words.NO_ROOM), "ikke-plass", tuple(blocks))


def questions(report: CaseAccount) -> Section | None:
    """Return the first of the questions that could change the advice, as they are ranked."""
    if not report.questions:
        return None
    heads = zip(words.QUESTION_COLUMNS, _QUESTION_WIDTHS, strict=True)
    table = Table(
        caption=report.say(words.QUESTIONS_CAPTION),
        columns=tuple(Column(report.say(head), width) for head, width in heads),
        rows=tuple(_question(report, each) for each in report.questions[:MOST_QUESTIONS]),
        small=True,
    )
    more = len(report.questions[MOST_QUESTIONS:])
    rest = (Paragraph(report.say(words.MORE_QUESTIONS.of(more)), small=True),) if more else ()
    return Section(report.say(words.QUESTIONS), "avklar", (table, *rest, *_edges(report)))


def _question(report: CaseAccount, asked: QuestionAccount) -> tuple[Cell, ...]:
    knows = capfirst(asked.knows) or report.say(words.NOBODY_KNOWS)
    return (Cell(asked.question), Cell(knows), Cell(_decides(report, asked)))


def _decides(report: CaseAccount, asked: QuestionAccount) -> str:
    if not asked.moves:
        return asked.effect
    names, more = "; ".join(asked.moves[:_NAMED]), len(asked.moves[_NAMED:])
    return report.say(words.AND_MORE, names=names, n=more) if more else names


def _edges(report: CaseAccount) -> Iterable[Block]:
    found = report.edges[:MOST_EDGES]
    if found:
        yield Paragraph(" ".join(found), lead=report.say(words.EDGES), small=True)


def considered(report: CaseAccount) -> Section | None:
    """Return what was left out, a paragraph for each sort of reason, the irrelevant as a count."""
    if not report.groups:
        return None
    named = [each for each in report.groups if each.group is not _COUNTED]
    counted = sum(len(each.schemes) for each in report.groups if each.group is _COUNTED)
    blocks: list[Block] = [_group(each) for each in named]
    closing = [report.say(words.NOT_RELEVANT.of(counted))] if counted else []
    blocks.append(Paragraph(" ".join((*closing, report.say(words.SHOWN))), small=True))
    return Section(report.say(words.CONSIDERED), "vurdert", tuple(blocks))


def _group(group: GroupAccount) -> Paragraph:
    names = "; ".join(sorted(each.name for each in group.schemes))
    return Paragraph(f"{names}.", lead=f"{group.heading}.", small=True)


def assessment(report: CaseAccount) -> Section | None:
    """Return what the municipality or its adviser has written, and who it was."""
    written = report.advice.case.adviser
    lines = written.get(ASSESSMENT.id, "").splitlines()
    paragraphs = [Paragraph(FreeText(line.strip())) for line in lines if line.strip()]
    if not paragraphs:
        return None
    if who := written.get(ASSESSED_BY.id, "").strip():
        paragraphs.append(Paragraph(FreeText(report.say(words.WRITTEN_BY, who=who)), small=True))
    return Section(report.say(ASSESSMENT.name), "vurdering", tuple(paragraphs))
