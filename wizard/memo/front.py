"""The first page: enough for who reads only one."""

from datetime import date

from wizard.domain.memo_fields import (
    CASE_NUMBER,
    COMMITTEE,
    MEETING_DAY,
    OFFICER,
    MemoField,
    MemoFieldKind,
)
from wizard.domain.review import ADDRESSEE
from wizard.memo import review, words
from wizard.memo.charts import key_figures, year_line
from wizard.memo.model import FreeText, Front, Labelled, Paper, Paragraph
from wizard.memo.proposal import proposal
from wizard.report.case import CaseAccount, QuestionAccount
from wizard.report.front import HEADING, brief

# Nobody reads more than this at the foot of a page.
MOST_QUESTIONS = 3
# As many characters in the fields as a full first page has room for.
MOST_ABOVE = 150
_SHOWN = (ADDRESSEE, COMMITTEE, MEETING_DAY, CASE_NUMBER, OFFICER)


def front(report: CaseAccount, paper: Paper) -> Front:
    """Return the first page of a memo; alone, it has no room for the year's line.

    Where much is written above it, or an adviser has been at work, it may be more than a page: in
    the short note the figures give way, and in the memo what follows flows on.
    """
    crowded = report.review is not None or _above(report) > MOST_ABOVE
    return Front(
        heading=report.say(HEADING),
        brief=tuple(Labelled(each.label, each.text) for each in brief(report)),
        figures=None if crowded and paper is Paper.SHORT else key_figures(report.without_marks),
        proposal=proposal(report, paper),
        line=year_line(report.without_marks) if report.core and paper is Paper.MEMO else None,
        questions=_questions(report),
        fits=not crowded,
    )


def _above(report: CaseAccount) -> int:
    """Return how many characters stand over the title, without what is between them."""
    return sum(len(each.label) + len(each.text) for each in case_line(report))


def case_line(report: CaseAccount) -> tuple[Labelled, ...]:
    """Return the fields that somebody has filled in, and no others."""
    found = report.memo_fields
    filled = tuple(
        Labelled(report.say(field.name), _shown(report, field, found[field.id].strip()))
        for field in _SHOWN
        if found.get(field.id, "").strip()
    )
    return (*filled, *review.case_line(report))


def _shown(report: CaseAccount, field: MemoField, text: str) -> str:
    if field.kind is not MemoFieldKind.DAY:
        return FreeText(text)
    return report.wording.labels.day(date.fromisoformat(text))


def _questions(report: CaseAccount) -> Paragraph | None:
    asked = [_asked(report, each) for each in report.questions[:MOST_QUESTIONS]]
    return Paragraph(" ".join(asked), lead=report.say(words.ASK_FIRST)) if asked else None


def _asked(report: CaseAccount, asked: QuestionAccount) -> str:
    if not asked.knows:
        return asked.question
    return report.say(words.ASKED_OF, question=asked.question, knows=asked.knows)
