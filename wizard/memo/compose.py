"""From advice to memo: everything in its section, in one language."""

from dataclasses import replace

from wizard.domain.advice import Advice
from wizard.domain.text import Language, capfirst
from wizard.memo import decision, recommendation, remainder, words
from wizard.memo.identity import Identity, identity_of
from wizard.memo.model import Memo, Title
from wizard.memo.parts import FreeText, Labelled, Paragraphs, texts
from wizard.memo.situation import situation
from wizard.memo.unresolved import IncompleteMemo, unknown_fields, unresolved
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording
from wizard.voice.words import OURS

_ASSESSMENT = "vurdering"


def compose(
    advice: Advice, language: Language | None = None, identity: Identity | None = None
) -> Memo:
    """Return the memo, in the case's own language unless told.

    It bears the identity that it has; another only where one made before is to be made again.

    Raises:
        IncompleteMemo: something in it is unresolved; all of it is listed.

    """
    report = CaseAccount(Wording(advice, language))
    memo = _explained(_memo(report, identity or identity_of(advice, language)), report)
    problems = (
        *unknown_fields(advice.case.adviser, frozenset({_ASSESSMENT})),
        *unresolved(memo),
    )
    if problems:
        raise IncompleteMemo(problems)
    return memo


def _memo(report: CaseAccount, identity: Identity) -> Memo:
    numbered = recommendation.references(report)
    return Memo(
        language=report.language.value,
        title=_title(report, identity),
        proposal=decision.proposal(report),
        summary=Paragraphs(report.say(words.SUMMARY), report.summary),
        situation=situation(report),
        bundle=recommendation.bundle(report, numbered),
        schemes=recommendation.sections(report, numbered),
        plan=decision.plan(report, numbered),
        later=recommendation.later(report, numbered),
        told=recommendation.told(report),
        no_room=recommendation.no_room(report),
        questions=remainder.questions(report),
        edges=remainder.edges(report),
        considered=remainder.considered(report),
        adviser=_assessment(report),
        appendix=remainder.appendix(report),
        versions=remainder.versions(report, identity),
        answers=remainder.answers(report),
    )


def _explained(memo: Memo, report: CaseAccount) -> Memo:
    """Return the memo with a line on what the mark means, if it stands anywhere in it."""
    ours = (text for _, text in texts(memo, "") if not isinstance(text, FreeText))
    if not any(OURS in text for text in ours):
        return memo
    mark = Labelled(report.say(words.MARK), report.mark)
    return replace(memo, title=replace(memo.title, facts=(*memo.title.facts, mark)))


def _title(report: CaseAccount, identity: Identity) -> Title:
    municipality, day, say = report.advice.municipality, report.advice.as_of, report.say
    name = municipality.official_name.replace(" - ", " – ")
    return Title(
        draft=say(words.DRAFT),
        day=report.wording.labels.day(day),
        iso_day=day.isoformat(),
        title=say(words.TITLE, title=municipality.title),
        lead=say(words.LEAD if report.members else words.LEAD_OF_EMPTY),
        facts=(
            Labelled(
                capfirst(municipality.kind),
                f"{name} ({municipality.number}), {municipality.county}",
            ),
            Labelled(say(words.STATUS), say(words.WHO_OWNS, **report.own)),
        ),
        made_with=Labelled(say(words.MADE_WITH), f"{say(words.TOOL)}."),
        independent=say(words.INDEPENDENT),
        author=say(words.TOOL),
        about=say(words.ABOUT),
        keywords=identity.to_keywords(),
    )


def _assessment(report: CaseAccount) -> Paragraphs | None:
    lines = report.advice.case.adviser.get(_ASSESSMENT, "").splitlines()
    paragraphs = tuple(FreeText(line.strip()) for line in lines if line.strip())
    return Paragraphs(report.say(words.ADVISER), paragraphs) if paragraphs else None
