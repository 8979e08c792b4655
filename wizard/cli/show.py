"""Advice as lines of text for a terminal."""

from collections.abc import Iterable

from wizard.domain.advice import Phase, Verdict
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Text
from wizard.engine.timetable import Timetable
from wizard.engine.wording import Wording

_NEEDS = Text("Behov", "Behov")
_BUNDLE = Text("Anbefalt pakke", "Tilrådd pakke")
_SCHEDULE = Text("Tidsplan", "Tidsplan")
_OTHERS = Text("Alle ordninger", "Alle ordningar")
_DEADLINE = Text("Frist: {deadline}", "Frist: {deadline}")
_TO_SETTLE = Text("Avklar: {question}", "Avklar: {question}")


def advice_lines(wording: Wording) -> Iterable[str]:
    """Yield the advice: summary, needs, bundle by phase, then every verdict with its reasons."""
    advice = wording.advice
    yield f"{advice.municipality.official_name}, {wording.day(advice.as_of)}"
    yield wording.dating()
    yield ""
    yield from wording.summary()
    yield from _heading(wording.say(_NEEDS))
    for finding in advice.needs.values():
        yield f"  {wording.need_name(finding.need)}: {wording.severity(finding)}"
    yield from _bundle(wording)
    yield from _schedule(Timetable(wording))
    yield from _heading(wording.say(_OTHERS))
    for kind in VerdictKind:
        for verdict in advice.verdicts.values():
            if verdict.kind is kind:
                yield from _verdict(verdict, wording)


def _heading(text: str) -> Iterable[str]:
    yield ""
    yield text
    yield "-" * len(text)


def _bundle(wording: Wording) -> Iterable[str]:
    bundle = wording.advice.bundle
    yield from _heading(wording.say(_BUNDLE))
    if not bundle.items:
        yield f"  {wording.empty_bundle()}"
    else:
        yield f"  {wording.capacity_note()}"
    for phase in Phase:
        items = [item for item in bundle.items if item.phase is phase]
        if items:
            yield f"  {wording.phase(phase)}:"
        for item in items:
            verdict = wording.advice.verdicts[item.scheme]
            yield f"    {wording.headline(item.scheme)} ({wording.verdict_label(verdict)})"
            for reason in wording.why_in(item):
                yield f"      {reason}"
            yield f"      {wording.say(_DEADLINE, deadline=wording.deadline(verdict))}"
    for uncovered in bundle.uncovered:
        yield f"  {wording.uncovered(uncovered)}"


def _schedule(timetable: Timetable) -> Iterable[str]:
    overview = timetable.overview()
    if overview:
        yield from _heading(timetable.names.say(_SCHEDULE))
    yield from (f"  {sentence}" for sentence in overview)
    for scheme, sentences in timetable.rows():
        yield f"  {timetable.names.scheme_name(scheme)}: {' '.join(sentences)}"


def _verdict(verdict: Verdict, wording: Wording) -> Iterable[str]:
    yield f"  {wording.scheme_name(verdict.scheme)}: {wording.verdict_label(verdict)}"
    for sentence in (*wording.reasons(verdict), *wording.changes(verdict)):
        yield f"    {sentence}"
    for question in wording.questions(verdict):
        yield f"    {wording.say(_TO_SETTLE, question=question)}"
    for reservation in wording.reservations(verdict):
        yield f"    {reservation}"
