"""The recommended bundle: which need each scheme answers, and what each is."""

from collections.abc import Iterable, Mapping

from wizard.domain.text import capfirst
from wizard.memo import words
from wizard.memo.model import (
    BundleSection,
    Later,
    LaterRow,
    Listed,
    Matrix,
    MatrixPhase,
    MatrixRow,
    SchemeSection,
)
from wizard.memo.parts import NOTHING, Item, Labelled, Reference, Row
from wizard.memo.rules import basis_row, requirements_row, terms_row
from wizard.report.case import CaseAccount, Member
from wizard.report.scheme import SchemeAccount
from wizard.voice import plan_words

References = Mapping[str, Reference]


def references(report: CaseAccount) -> References:
    """Return the schemes of the bundle, numbered in the order to do things."""
    return {
        member.item.scheme: Reference(
            str(number), f"ordning-{number}", member.account.scheme.headline
        )
        for number, member in enumerate(report.members, start=1)
    }


def told(report: CaseAccount) -> Listed | None:
    """Return what others apply for, as one list, with what an example could get."""
    if not report.made_known:
        return None
    behind = report.behind_examples(report.advice.plan.made_known)
    label = report.say(words.BEHIND_EXAMPLES)
    return Listed(
        heading=report.say(words.MAKE_KNOWN),
        intro=report.say(plan_words.MAKE_KNOWN),
        rows=tuple(
            Labelled(f"{each.scheme.name}.", " ".join(_for_others(each)))
            for each in report.made_known
        ),
        more=f"{label} {' '.join(behind)}" if behind else None,
    )


def _for_others(account: SchemeAccount) -> Iterable[str]:
    yield account.scheme.what
    yield account.money
    yield from account.financing_brief
    yield from () if account.group.is_firm else account.questions
    yield from account.cautions


def no_room(report: CaseAccount) -> Listed | None:
    """Return what the plan has no room for, and what it would take."""
    if not report.no_room:
        return None
    return Listed(
        heading=report.say(words.NO_ROOM),
        intro=report.say(plan_words.NO_ROOM),
        rows=tuple(Labelled(f"{each.account.scheme.name}.", each.why) for each in report.no_room),
        more=report.wording.plan.buys_capacity() or None,
    )


def remains(account: SchemeAccount) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what must be changed and what must be found out before a yes is sure."""
    return ((), ()) if account.group.is_firm else (account.changes, account.questions)


def bundle(report: CaseAccount, numbered: References) -> BundleSection:
    """Return the bundle, or why there is none."""
    return BundleSection(
        heading=report.say(words.BUNDLE),
        empty=None if report.members else report.empty,
        matrix=_matrix(report, numbered) if report.core else None,
        uncovered=report.uncovered,
    )


def _matrix(report: CaseAccount, numbered: References) -> Matrix:
    say, behind = report.say, report.behind_examples(each.item.scheme for each in report.core)
    return Matrix(
        columns=tuple(map(say, words.MATRIX_COLUMNS)),
        phases=tuple(
            MatrixPhase(
                part.name, tuple(_row(each, numbered[each.item.scheme]) for each in part.members)
            )
            for part in report.parts
            if part.is_core
        ),
        key=say(words.MATRIX_KEY),
        behind_examples=Labelled(say(words.BEHIND_EXAMPLES), " ".join(behind)) if behind else None,
    )


def _row(member: Member, reference: Reference) -> MatrixRow:
    return MatrixRow(
        reference=reference,
        verdict=member.account.label,
        carries="; ".join(member.carries) or NOTHING,
        helps="; ".join(member.helps) or NOTHING,
    )


def sections(report: CaseAccount, numbered: References) -> tuple[SchemeSection, ...]:
    """Return a section for each scheme to begin with within a year, in the order to do things."""
    return tuple(_section(report, each, numbered[each.item.scheme]) for each in report.core)


def later(report: CaseAccount, numbered: References) -> Later | None:
    """Return a row for each scheme that waits: its details can be read when its turn comes."""
    if not report.later:
        return None
    return Later(
        heading=report.say(words.LATER),
        intro=report.say(words.LATER_INTRO),
        rows=tuple(
            LaterRow(numbered[each.item.scheme], tuple(_in_short(report, each)))
            for each in report.later
        ),
    )


def _in_short(report: CaseAccount, member: Member) -> Iterable[str]:
    account = member.account
    yield f"{member.when}."
    yield account.scheme.what
    yield from member.why_in
    yield account.money
    if account.steps:
        first = account.steps[0]
        yield report.say(words.FIRST_STEP, what=first.text, owner=first.responsible)


def _section(report: CaseAccount, member: Member, reference: Reference) -> SchemeSection:
    account, scheme = member.account, member.account.scheme
    runs_it = (capfirst(scheme.administrator),) if scheme.is_instrument else ()
    return SchemeSection(
        reference=reference,
        verdict=account.label,
        firm=account.group.is_firm,
        status=(scheme.kind, *runs_it, member.when),
        what=scheme.what,
        rows=tuple(row for row in _rows(report, member) if row.items),
    )


def _rows(report: CaseAccount, member: Member) -> Iterable[Row]:
    say, account = report.say, member.account
    changes, questions = remains(account)
    duty = (member.duty,) if member.duty else ()
    yield Row(say(words.WHY_HERE), _items((*duty, *member.why)))
    asked = (Item(f"{say(words.FIND_OUT)} {each}") for each in questions)
    yield Row(say(words.MUST_BE_DONE), (*_items(changes), *asked), "list", caution=True)
    yield requirements_row(report, account)
    yield terms_row(report, account)
    yield from basis_row(report, account)
    yield Row(say(words.MONEY_AND_TIME), tuple(_money(report, account)))
    yield Row(say(words.DEADLINE_AND_FIRST_STEP), tuple(_when(report, account)))
    yield Row(say(words.RESERVATIONS), _items(account.cautions), caution=True)
    yield Row(say(words.PITFALLS), _items(account.scheme.pitfalls))
    yield Row(say(words.EXPERIENCES), tuple(map(_experience, account.scheme.experiences)))


def _items(sentences: Iterable[str]) -> tuple[Item, ...]:
    return tuple(map(Item, sentences))


def _money(report: CaseAccount, account: SchemeAccount) -> Iterable[Item]:
    yield from _items((account.amount, *account.financing_brief))
    yield Item(f"{account.scheme.effort}.")
    if account.applicants:
        yield Item(report.say(words.APPLICANTS, who=account.applicants))


def _when(report: CaseAccount, account: SchemeAccount) -> Iterable[Item]:
    # The step comes last: WeasyPrint may break a line too early before an inline element.
    yield Item(f"{account.deadline}.", lead=report.say(words.DEADLINE))
    if account.steps:
        first = account.steps[0]
        yield Item(report.say(words.STEP, what=first.text, owner=first.responsible))


def _experience(told: tuple[str, str]) -> Item:
    text, source = told
    return Item(text, notes=(source if source.endswith(".") else f"{source}.",))
