"""From advice to memo: everything in its section, in one language."""

from wizard.domain.advice import Advice
from wizard.domain.text import Language
from wizard.memo import decision, recommendation, remainder
from wizard.memo.model import FreeText, Heading, Memo
from wizard.memo.situation import situation
from wizard.memo.unresolved import IncompleteMemo, Parts, unresolved
from wizard.voice.wording import Wording

_ASSESSMENT = "vurdering"


def compose(advice: Advice, language: Language | None = None) -> Memo:
    """Return the memo, in the case's own language unless told.

    Raises:
        IncompleteMemo: something in it is unresolved; all of it is listed.

    """
    parts = Parts()
    parts.refuse_unknown("rådgiver", advice.case.adviser, frozenset({_ASSESSMENT}))
    memo = parts.make("pakke", lambda: _memo(Wording(advice, language), parts))
    problems = (*parts.problems, *unresolved(memo))
    if problems:
        raise IncompleteMemo(problems)
    return memo


def _memo(wording: Wording, parts: Parts) -> Memo:
    numbered, make = recommendation.references(wording), parts.make
    empty_bundle = not wording.advice.bundle.items
    return Memo(
        language=wording.labels.language.value,
        heading=make("tittel", lambda: _heading(wording)),
        proposal=make("forslag", lambda: decision.proposal(wording, numbered)),
        summary=make("oppsummering", lambda: tuple(wording.summary.sentences())),
        situation=make("situasjon", lambda: situation(wording)),
        matrix=make("pakke", lambda: recommendation.matrix(wording, numbered)),
        empty=wording.bundle.empty() if empty_bundle else None,
        schemes=make("ordninger", lambda: recommendation.sections(wording, numbered)),
        later=make("senere", lambda: recommendation.later(wording, numbered)),
        uncovered=make("udekket", lambda: recommendation.uncovered(wording)),
        runner_up=make("nest best", lambda: recommendation.runner_up(wording)),
        timing=make("tid", lambda: decision.timing(wording)),
        plan=make("plan", lambda: decision.plan(wording, numbered)),
        questions=make("avklar", lambda: remainder.questions(wording)),
        questions_more=remainder.more_questions(wording),
        edges=make("grenser", lambda: remainder.edges(wording)),
        considered=make("vurdert", lambda: remainder.considered(wording)),
        adviser=_paragraphs(wording.advice.case.adviser.get(_ASSESSMENT, "")),
        answers=make("svar", lambda: remainder.answers(wording)),
        sources=make("kilder", lambda: remainder.sources(wording)),
        rates=make("satser", lambda: remainder.rates(wording)),
        dating=wording.summary.dating(),
        versions=remainder.versions(wording),
    )


def _heading(wording: Wording) -> Heading:
    municipality, day = wording.advice.municipality, wording.advice.as_of
    return Heading(
        municipality=municipality.name,
        official_name=municipality.official_name.replace(" - ", " – "),
        number=municipality.number,
        county=municipality.county,
        day=wording.labels.day(day),
        iso_day=day.isoformat(),
    )


def _paragraphs(text: str) -> tuple[FreeText, ...]:
    return tuple(FreeText(line.strip()) for line in text.splitlines() if line.strip())
