"""From advice to paper: everything in its section, in one language."""

from dataclasses import replace

from wizard.advice import with_review
from wizard.domain.advice import Advice
from wizard.domain.memo_fields import MEMO_FIELD_IDS
from wizard.domain.text import Language
from wizard.memo import afterwards, appendix, measures, review, situation, words
from wizard.memo.front import case_line, front
from wizard.memo.identity import Identity, identity_of
from wizard.memo.marks import numbered
from wizard.memo.model import FreeText, Head, Memo, Paper
from wizard.memo.naming import paper_of
from wizard.memo.parts import references, texts
from wizard.memo.question_sheet import sheet
from wizard.memo.status import Status
from wizard.memo.unresolved import IncompleteMemo, unknown_fields, unresolved, without_provenance
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording
from wizard.voice.words import OURS

# Terms are what is read first, so they are the first of the appendices.
_PLACE_OF_SOURCES = {Paper.MEMO: 1}


def compose(
    advice: Advice,
    language: Language | None = None,
    paper: Paper | None = None,
    identity: Identity | None = None,
) -> Memo:
    """Return the paper, in the case's own language unless told.

    Unless told, it is the whole memo, or the question sheet where too little is answered. Nobody
    gets a proposal that rests on too little: then the sheet is what there is. It bears the identity
    that it has; another only where one made before is to be made again. What an adviser has added
    to the case is taken in: who wants the memo without, gives a case without. How a plan has gone
    is told to the committee that the municipality itself names.

    Raises:
        IncompleteMemo: something in it is unresolved; all of it is listed.

    """
    made = paper_of(advice, paper)
    review = advice.case.review
    told = review.without_the_case if review and made is Paper.STATUS else review
    report = CaseAccount(Wording(with_review(advice, told), language, cites=True))
    bears = identity or identity_of(advice, language, made)
    memo, keys = numbered(_memo(report, made, bears), report)
    problems = (
        *unknown_fields(advice.case.adviser, MEMO_FIELD_IDS),
        *unresolved(memo),
        *without_provenance(memo),
    )
    if problems:
        raise IncompleteMemo(problems)
    return _with_sources(memo, report, keys)


def _with_sources(memo: Memo, report: CaseAccount, keys: tuple[str, ...]) -> Memo:
    """Return the memo with what its marks stand for, numbered as they are, and its appendices."""
    found = list(memo.appendices)
    said = texts(memo, "", without=(Head,))
    starred = any(OURS in text for _, text in said if not isinstance(text, FreeText))
    behind = [appendix.sources(report, keys, starred=starred)]
    if memo.paper is Paper.MEMO:
        behind.append(appendix.limits(report))
    told = [each for each in behind if each]
    place = _PLACE_OF_SOURCES.get(memo.paper, 0)
    found[place:place] = told
    if memo.paper is not Paper.MEMO:
        return replace(memo, appendices=tuple(found))
    titled = (
        replace(each, heading=report.say(words.APPENDIX, n=number, name=each.heading))
        for number, each in enumerate(found, start=1)
    )
    return replace(memo, appendices=tuple(titled))


def _memo(report: CaseAccount, paper: Paper, identity: Identity) -> Memo:
    parts = {
        Paper.MEMO: _whole,
        Paper.SHORT: _short,
        Paper.QUESTIONS: _questions,
        Paper.STATUS: _status,
    }
    return parts[paper](report, _head(report, paper, identity), identity)


def _whole(report: CaseAccount, head: Head, identity: Identity) -> Memo:
    places = references(report)
    found = (
        review.review(report),
        situation.situation(report),
        situation.needs(report),
        situation.matrix(report, places),
        measures.money(report),
        measures.measures(report, places),
        afterwards.later(report, places),
        afterwards.told(report),
        afterwards.no_room(report),
        afterwards.questions(report),
        afterwards.considered(report),
        afterwards.assessment(report),
    )
    behind = (
        appendix.all_terms(report, places),
        appendix.answers(report),
        appendix.versions(report, identity),
    )
    return Memo(
        language=report.language.value,
        paper=Paper.MEMO,
        head=head,
        front=front(report, Paper.MEMO),
        sections=tuple(each for each in found if each),
        appendices=tuple(each for each in behind if each),
    )


def _short(report: CaseAccount, head: Head, _identity: Identity) -> Memo:
    """Return the first page alone, with what it rests on."""
    return Memo(
        language=report.language.value,
        paper=Paper.SHORT,
        head=head,
        front=front(report, Paper.SHORT),
        sections=(),
        appendices=(),
    )


def _questions(report: CaseAccount, head: Head, identity: Identity) -> Memo:
    return Memo(
        language=report.language.value,
        paper=Paper.QUESTIONS,
        head=head,
        front=None,
        sections=sheet(report),
        appendices=tuple(
            each for each in (appendix.given(report), appendix.versions(report, identity)) if each
        ),
    )


def _status(report: CaseAccount, head: Head, _identity: Identity) -> Memo:
    """Return how the plan has gone, with what it rests on."""
    found = Status(report)
    return Memo(
        language=report.language.value,
        paper=Paper.STATUS,
        head=head,
        front=found.front(),
        sections=tuple(found.sections()),
        appendices=(),
    )


def _head(report: CaseAccount, paper: Paper, identity: Identity) -> Head:
    municipality, day, say = report.advice.municipality, report.advice.as_of, report.say
    return Head(
        draft=say(words.DRAFT),
        day=report.wording.labels.day(day),
        iso_day=day.isoformat(),
        name=say(words.NAMES[paper], title=municipality.title),
        kind=say(
            words.PLACE,
            kind=say(words.KINDS[paper]),
            name=municipality.official_name.replace(" - ", " – "),
            number=municipality.number,
            county=municipality.county,
        ),
        title=_message(report, paper),
        case=case_line(report),
        owned=say(words.OWNED, **report.own),
        independent=say(words.INDEPENDENT),
        page=(say(words.PAGE[0]), say(words.PAGE[1])),
        author=say(words.TOOL),
        about=say(words.ABOUT),
        keywords=identity.to_keywords(),
    )


def _message(report: CaseAccount, paper: Paper) -> str:
    title = report.advice.municipality.title
    if paper is Paper.QUESTIONS:
        return report.say(words.TITLE_QUESTIONS, title=title)
    if paper is Paper.STATUS:
        return Status(report).message()
    if report.core:
        doing = report.wording.labels.doing(report.core[0].item.scheme)
        return report.say(words.TITLE, title=title, doing=doing)
    template = words.TITLE_NO_ROOM if report.no_room else words.TITLE_EMPTY
    return report.say(template, title=title)
