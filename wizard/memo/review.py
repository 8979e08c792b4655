"""The adviser's part of the memo: always by name and role, and apart from what we say."""

from collections.abc import Iterable

from wizard.memo import words
from wizard.memo.model import FreeText, Item, ItemList, Labelled, Paragraph, Section, Simple
from wizard.report.case import CaseAccount, Member
from wizard.report.review import ReviewAccount, ReviewChange


def review(report: CaseAccount) -> Section | None:
    """Return what the adviser says of the whole, what is changed, and what has no card."""
    account = report.review
    if account is None:
        return None
    blocks = (
        Paragraph(FreeText(account.who), lead=report.say(words.ADVISER_WROTE)),
        *(Paragraph(FreeText(each)) for each in account.overall),
        *_changes(report, account),
        *_others(report, account),
    )
    return Section(report.say(words.ADVISER_REVIEW), "radgiver", blocks)


def _changes(report: CaseAccount, account: ReviewAccount) -> Iterable[Simple]:
    if account.changes:
        items = tuple(_change(report, each) for each in account.changes)
        yield ItemList(items, heading=report.say(words.ADVISER_CHANGED))
    if account.over:
        yield Paragraph(account.over)


def _change(report: CaseAccount, change: ReviewChange) -> Item:
    if not change.reason:
        return Item(change.what)
    reason = FreeText(report.say(words.ADVISER_REASON, reason=change.reason))
    return Item(reason, lead=change.what)


def _others(report: CaseAccount, account: ReviewAccount) -> Iterable[Simple]:
    """Yield what is said of schemes that have no card of their own."""
    core = {each.item.scheme for each in report.core}
    items = tuple(
        Item(FreeText(" ".join(account.of(each))), lead=f"{report.scheme(each).scheme.name}.")
        for each in account.assessed
        if each not in core
    )
    if items:
        yield ItemList(items, heading=report.say(words.ADVISER_ON_OTHERS))


def on_card(report: CaseAccount, member: Member) -> Iterable[Simple]:
    """Yield what the adviser says of a measure, on its card."""
    account = report.review
    said = account.of(member.item.scheme) if account else ()
    if account and said:
        lead = FreeText(report.say(words.ADVISER_SAYS, who=account.who))
        first, *rest = said
        yield Paragraph(FreeText(first), lead=lead)
        yield from (Paragraph(FreeText(each)) for each in rest)


def case_line(report: CaseAccount) -> Iterable[Labelled]:
    """Yield who the adviser is, and that the plan is changed, for the top of every paper."""
    account = report.review
    if account is None:
        return
    changed = account.reviewed.changes_plan
    template = words.ADVISER_HAS_CHANGED if changed else words.ADVISER_HAS_ASSESSED
    yield Labelled(report.say(words.ADVISER), FreeText(report.say(template, who=account.who)))
