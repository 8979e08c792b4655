"""The measures of the year, a card each with its own steps and dates, and what they cost."""

from collections.abc import Iterable

from wizard.domain.text import capfirst
from wizard.memo import words
from wizard.memo.charts import money_bars
from wizard.memo.model import (
    Block,
    Card,
    Cell,
    Choice,
    Column,
    Labelled,
    Paragraph,
    Picture,
    Reference,
    Rows,
    Section,
    Simple,
    Table,
)
from wizard.memo.parts import References, as_written
from wizard.memo.proposal import remains
from wizard.memo.review import on_card
from wizard.report.case import CaseAccount, Member

_STEP_WIDTHS = (56, 20, 24)
# A card is for those who decide; the wizard tells the rest.
_MOST_PITFALLS = 1


def money(report: CaseAccount) -> Section | None:
    """Return who pays for what, against what the municipality has."""
    if not report.core:
        return None
    chart = money_bars(report.without_marks)
    drawn: tuple[Block, ...] = (Picture((chart,)),) if chart else ()
    behind = report.behind_examples(each.item.scheme for each in report.core)
    lead = report.say(words.BEHIND_EXAMPLES)
    figures = (Paragraph(" ".join(behind), lead=lead, small=True),) if behind else ()
    # The chart tells what the year costs, and the first page its weeks.
    told = report.sums[2:] if chart else report.sums[1:]
    sums = Paragraph(" ".join(told))
    return Section(report.say(words.MONEY), "penger", (*drawn, sums, *figures))


def measures(report: CaseAccount, numbered: References) -> Section | None:
    """Return a card for each measure of the year, or why there is none."""
    if not report.core:
        return None
    cards = (_card(report, each, numbered[each.item.scheme]) for each in report.core)
    return Section(
        report.say(words.MEASURES), "tiltak", (*_timing(report), *cards, *_alternative(report))
    )


def _timing(report: CaseAccount) -> Iterable[Block]:
    """Yield when it is decided, and what does not wait for that."""
    if report.decided_on:
        day, body = report.wording.labels.day(report.decided_on), capfirst(report.body)
        told = report.say(words.BEFORE_MEETING, Body=body, day=day, **report.own)
        yield Paragraph(as_written(report, told))


def _alternative(report: CaseAccount) -> Iterable[Block]:
    if report.alternative:
        yield Choice(report.say(words.OTHER_CHOICE, **report.own), report.alternative)


def _card(report: CaseAccount, member: Member, reference: Reference) -> Card:
    account, scheme = member.account, member.account.scheme
    own = report.wording.brief.own_share(member.cost)
    runs_it = (capfirst(scheme.administrator),) if scheme.is_instrument else ()
    return Card(
        reference=reference,
        status=(*report.standing(member), *runs_it, member.when, member.weeks, own),
        firm=account.group.is_firm,
        blocks=(
            Paragraph(scheme.what),
            *on_card(report, member),
            *_told(tuple(_rows(report, member))),
            *_steps(report, member, reference),
        ),
    )


def _told(rows: tuple[Labelled, ...]) -> Iterable[Simple]:
    if rows:
        yield Rows(rows)


def _rows(report: CaseAccount, member: Member) -> Iterable[Labelled]:
    account = member.account
    changes, questions = remains(account)
    asked = (f"{report.say(words.FIND_OUT)} {each}" for each in questions)
    duty = (member.duty,) if member.duty else ()
    # What it only helps with, the matrix shows.
    carries = member.why_in[:1] if member.carries else ()
    deadline = (f"{capfirst(account.deadline)}.",) if member.apply_by else ()
    found = (
        (words.WHY_HERE, (*duty, *(account.why or carries))),
        (words.MUST_BE_DONE, (*changes, *asked)),
        (words.DEADLINE, deadline),
        (words.MONEY, _money(report, member)),
        (words.RESERVATIONS, account.cautions),
        (words.WATCH_OUT, account.scheme.pitfalls[:_MOST_PITFALLS]),
    )
    for label, sentences in found:
        if sentences:
            yield Labelled(report.say(label), " ".join(sentences))


def _money(report: CaseAccount, member: Member) -> tuple[str, ...]:
    """Return what can be applied for; what it costs the municipality stands above."""
    account, scheme = member.account, report.advice.rulebook.schemes[member.item.scheme]
    if not scheme.is_applied_for:
        return account.financing_brief
    return (report.wording.brief.can_apply(scheme), *account.financing_brief)


def _steps(report: CaseAccount, member: Member, reference: Reference) -> Iterable[Simple]:
    if not member.account.steps:
        return
    columns = zip(words.STEP_COLUMNS, _STEP_WIDTHS, strict=True)
    yield Table(
        caption=None,
        columns=tuple(
            Column(report.say(head, n=reference.number), width) for head, width in columns
        ),
        rows=tuple(
            (Cell(step.text), Cell(step.responsible), Cell(step.when))
            for step in member.account.steps
        ),
        small=True,
    )
